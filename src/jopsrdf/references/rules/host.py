"""This room settles where the title of a host stands among the names of its editors."""

from __future__ import annotations

import re

from jopsrdf.references.rules.looks import LONGEST, ROLES, could_be_names, is_sentence
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS

#: Various authors, in Italian.
_VARIOUS = re.compile(r"AA\.?\s?VV\.?")


def _title_behind_in(sheet: Sheet) -> None:
    """A second title, behind "in" and its editors, is the container's: "In: Smith J, editor. The Culture of …"."""
    labels = sheet.labels
    inside = next((index for index, fragment in enumerate(sheet.fragments) if fragment.kind == "i"), 0)
    if inside and labels[inside] == "x" and "t" in labels[:inside]:
        stop = next((index for index in range(inside + 1, len(labels)) if labels[index] not in "EA"), inside + 1)
        if stop > inside + 1 and stop < len(labels) and labels[stop] == "t":
            sheet.put(stop, sheet.stretch(stop), "c")


def _title_behind_pages(sheet: Sheet) -> None:
    """So it is where the pages stand before "in": "… Pages 83–92 in S. A. Levin, editor. Ecosystem analysis"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        if labels[index - 1] + labels[index] != "Et" or not sheet.gaps[index].startswith(". "):
            continue
        first = index - 1
        while first and labels[first - 1] == "E":
            first -= 1
        if "t" in labels[:first] and labels[first - 1] == "p" and sheet.firsts[first] == "in":
            sheet.put(index, sheet.stretch(index), "c")
        return


def _title_before_editors(sheet: Sheet) -> None:
    """A phrase between "in" and ", ed." is the book's title, the names behind that its editors, up to the bracket."""
    fragments, labels = sheet.fragments, sheet.labels
    for word in range(2, len(labels) - 1):
        if sheet.text(word) not in ("ed", "eds") or sheet.gaps[word] != ", " or sheet.gaps[word + 1] != ". ":
            continue
        start = word
        while start and labels[start - 1] in "Ec" and word - start < LONGEST:
            start -= 1
        stop = word + 1
        while stop < len(labels) and labels[stop] in "Ec" and "(" not in sheet.gaps[stop]:
            stop += 1
        is_phrase = any(fragment.flags & BITS["function"] for fragment in fragments[start:word])
        is_inside = bool(start) and labels[start - 1] == "x" and start < word
        if is_inside and is_phrase and stop < len(labels) and sheet.gaps[stop].endswith("("):
            sheet.put(start, word, "c")
            sheet.put(word, stop, "E")


def _host_of_sentence(sheet: Sheet) -> None:
    """Of two sentences between "in" and "eds." the first is the book: "In Woman, Culture, and Society. M. Rosaldo"."""
    labels = sheet.labels
    for word in range(2, len(labels)):
        if sheet.text(word) not in ("ed", "eds") or sheet.gaps[word] != ", " or labels[word] != "E":
            continue
        start = word
        while start and labels[start - 1] in "Ec" and word - start < LONGEST:
            start -= 1
        names = next((i for i in range(word, start, -1) if sheet.gaps[i] == ". " and is_sentence(sheet, i)), start)
        if start and labels[start - 1] == "x" and names > start and could_be_names(sheet, names):
            sheet.put(start, names, "c")
            sheet.put(names, word + 1, "E")
            for later in range(word + 1, sheet.stretch(word)):
                labels[later] = "p" if sheet.fragments[later].kind == "G" else labels[later]
        return


def _host_in_names(sheet: Sheet) -> None:
    """Among names the word "in" opens their host, up to the semicolon before its editors: "Kato, T. In Handbook …;"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 2):
        if fragments[index].kind != "i" or labels[:index] != [labels[0]] * index or labels[0] not in "AE":
            continue
        taken = labels[index]
        stop = next((i for i in range(index + 2, len(labels)) if ";" in sheet.gaps[i]), 0)
        end = next((i for i in range(stop, len(labels)) if labels[i] not in (labels[0], "E")), stop)
        has_role = any(fragment.flags & BITS["editor"] for fragment in fragments[stop : end + 1])
        is_behind_stop = "." in sheet.raw[fragments[index - 1].end - 1 : fragments[index].start]
        is_title = is_behind_stop and taken in (labels[0], "t") and set(labels[index + 1 : stop]) == {taken}
        if stop and is_title and has_role and not any(one.initials for one in fragments[index + 1 : stop]):
            sheet.put(0, index, "A")
            labels[index] = "x"
            sheet.put(index + 1, stop, "c")
            sheet.put(stop, end, "E")
        return


def _small_word(sheet: Sheet) -> None:
    """A word in small letters between a host and "red." is no name: "w: Historia, mity, interpretacje, red. A. B."."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_first = labels[index - 1] == "c" and labels[index : index + 2] == ["E", "E"] and sheet.gaps[index] == ", "
        is_word = is_first and sheet.fragments[index].words == 1 and sheet.text(index).islower()
        if is_word and not sheet.fragments[index].flags & ROLES and sheet.fragments[index + 1].flags & ROLES:
            labels[index] = "c"


def _host_before_names(sheet: Sheet) -> None:
    """What stands before the bracket with the editors is their book: "In Biodiversity hotspots (F. Zachos, ed.)"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        if labels[index - 1 : index + 1] != ["E", "E"] or sheet.gaps[index] != " (":
            continue
        first = index - 1
        while first and labels[first - 1] == "E":
            first -= 1
        if first and labels[first - 1] in "tx" and not sheet.fragments[first].initials:
            sheet.put(first, index, "c")
        return


def _author_again(sheet: Sheet) -> None:
    """The author before the title of a host has written that too: "In: Bibó István: Válogatott tanulmányok II."."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_host = labels[index - 1 : index + 1] == ["x", "c"] and sheet.text(index) == sheet.text(0)
        if is_host and labels[0] == "A" and sheet.gaps[index + 1] in (": ", ", ") and labels[index + 1 :][:1] == ["c"]:
            labels[index] = "E"


def _various_authors(sheet: Sheet) -> None:
    """Italian lists print "AA.VV." for the authors of a host, who are not named: "in AA.VV., Gramsci e la cultura"."""
    for index in range(1, len(sheet.labels)):
        if sheet.labels[index] in "cAE" and _VARIOUS.fullmatch(sheet.text(index)) and sheet.gaps[index + 1][:1] == ",":
            sheet.labels[index] = "E"


RULES: tuple[Rule, ...] = (
    Rule(_author_again, r"^.x\W*cw$"),
    Rule(_various_authors, "[cAE]w$", word="aa"),
    Rule(_host_before_names, r"E \(E", without="c"),
    Rule(_title_before_editors, "[Ec], .w$", word="ed eds"),
    Rule(_host_in_names, r"A\W*[At]i$|E\W*[Et]i$", without="c"),
    Rule(_small_word, "^.c, Ew$"),
    Rule(_host_of_sentence, r"^.[Ec]\. [Ec]", word="ed eds"),
    Rule(_title_behind_in, "xi$", without="c"),
    Rule(_title_behind_pages, r"^.E.*\. t", word="in", without="cx"),
)
