"""This room settles journals, series and sites: which stretch beside a title is what the work stands in."""

from __future__ import annotations

import re

from jopsrdf.references.dates import is_span_of_years
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.cues import THESIS
from jopsrdf.references.words.periodicals import NEWSPAPER

_THESIS = BITS["thesis"]
_SITE = re.compile(r"(?:Wikipedia|YouTube|Vimeo|Facebook|Twitter|GitHub|Medium|Flickr)\b")
#: Series of proceedings that are known by their letters.
_LECTURE_NOTES = frozenset(("LNCS", "LNAI", "LNBIP", "LNEE", "LNM", "CCIS", "AISC", "IFIP", "LIPIcs"))
#: Words before the number of a part of the work itself, which is no series.
_PARTS = frozenset(("part", "vol", "volume", "book", "teil", "band", "bd", "tome", "t", "no", "parte", "том", "ч"))
_CHAPTER = re.compile(r"(?:chap(?:ter|\.)?|kap|cap|ch)\b\.?\s(?:\d+|[ivxlc]+)$", re.IGNORECASE)
#: Letters of a title, a "publisher", a place and what only periodicals have behind it: a volume, an issue, a day.
_PUBLISHED_AT = re.compile(r"(?<=t)(?P<P>P+)L+[viy]")
_DOMAIN = re.compile(r"(?=[^\W\d])(?:[\w-]+\.){1,3}(?:org|com|net|edu|gov|int|info|eu|[a-z]{2})")


def _thesis_in_container(sheet: Sheet) -> None:
    """What calls itself a thesis is none's container: it is the degree, and the names before it the university."""
    labels = sheet.labels
    for index, fragment in enumerate(sheet.fragments):
        if labels[index] != "c" or not fragment.flags & _THESIS or fragment.kind != "w":
            continue
        if not THESIS.search(sheet.raw, fragment.start, fragment.end):
            continue
        labels[index] = "g"
        before = index - 1
        while before >= 0 and labels[before] == "c":
            labels[before] = "P"
            before -= 1


def _journal_behind_title(sheet: Sheet) -> None:
    """Where volume and pages are printed there is a journal: the last sentence before them, when nothing else is it."""
    labels, fragments = sheet.labels, sheet.fragments
    if "v" not in labels or not {"i", "p"} & set(labels):
        return
    place = min(labels.index("v"), labels.index("y") if "y" in labels else len(labels))
    last = place - 1
    if last < 1 or labels[last - 1 : last + 1] != ["t", "t"] or fragments[last].kind != "w":
        return
    is_titled = fragments[last].words <= 6 and sheet.text(last)[0].isupper()
    is_apart = ("." in sheet.gaps[last] or "?" in sheet.gaps[last]) and sheet.raw[fragments[last - 1].end - 1] != "."
    if is_titled and is_apart:
        labels[last] = "c"


def _journal_before_place(sheet: Sheet) -> None:
    """A "publisher" before its place and a volume or a day is a journal: "Physis, Rio de Janeiro, v. 17"."""
    labels = sheet.labels
    letters = "".join(labels)
    match = _PUBLISHED_AT.search(letters)
    if not match or "c" in letters[: match.start()]:
        return
    is_day = letters[match.end() - 1] == "y" and sheet.fragments[match.end() - 1].kind == "D"
    if letters[match.end() - 1] != "y" or (
        is_day
        and NEWSPAPER.search(sheet.raw, sheet.fragments[match.start("P")].start, sheet.fragments[match.end("P")].start)
    ):
        sheet.put(*match.span("P"), "c")
        later = letters.find("c", match.end())
        if later >= 0:
            sheet.put(later, sheet.stretch(later), "n")


def _place_of_journal(sheet: Sheet) -> None:
    """A place in brackets behind a journal's title tells it from another one: "Lancet (London, England)"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index - 1 : index + 1] == ["c", "L"] and sheet.gaps[index] == " (" and "P" not in labels:
            stop = sheet.stretch(index)
            if stop < len(labels) and ")" in sheet.gaps[stop] and labels[stop] in "yv":
                sheet.put(index, stop, "c")


def _journal_with_place(sheet: Sheet) -> None:
    """The last sentence before a place in brackets and "year;volume" is a journal: "Rheumatology (Oxford). 2012;51"."""
    labels, gaps = sheet.labels, sheet.gaps
    index = labels.index("L") if "L" in labels else 0
    stop = sheet.stretch(index)
    if index < 2 or labels[index - 2 : index] != ["t", "t"] or gaps[index] != " (" or stop + 1 >= len(labels):
        return
    if labels[stop] == "y" and gaps[stop][:1] == ")" and gaps[stop + 1][:1] == ";":
        sheet.put(index - 1, stop, "c")


def _chapter_of(sheet: Sheet) -> None:
    """The number of a chapter before "in" and the book opens the book's stretch: "Chap. 12 in The General Theory"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_pair = labels[index - 1] in "nitxv" and labels[index] in "cx" and sheet.gaps[index] == " "
        is_split = is_pair and index > 1 and sheet.fragments[index].first == "in" and labels[index - 2] in "nitxvc"
        if is_pair and _CHAPTER.match(sheet.text(index - 1)) and sheet.fragments[index].first == "in":
            labels[index - 1] = labels[index] = "c"
        elif is_split and sheet.text(index - 2).lower().strip(".") in ("chap", "chapter", "kap", "cap", "ch"):
            sheet.put(index - 2, index + 1, "c")


def _site(sheet: Sheet) -> None:
    """A site of many authors that opens a sentence contains the page: "Citation analysis. Wikipedia, The …"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] in "tn" and _SITE.match(sheet.text(index)) and sheet.gaps[index][:1] in (".", "”", '"'):
            sheet.put(index, max(index + 1, sheet.stretch(index)) if labels[index] == "t" else index + 1, "c")
            return


def _numbered_series(sheet: Sheet) -> None:
    """The last sentence before the place is a series when it ends in a small number: "… Social Sciences 8. London"."""
    labels, fragments = sheet.labels, sheet.fragments
    if "L" not in labels:
        return
    stop = labels.index("L")
    index = stop - 2 if fragments[stop - 1].kind == "N" and sheet.gaps[stop - 1] == " " else stop - 1
    is_last = index > 0 and labels[index - 1 : stop] == ["t"] * (stop - index + 1) and fragments[index].kind == "w"
    words = sheet.raw[fragments[index].start : fragments[stop - 1].end].split() if is_last else []
    is_named = len(words) > 2 or (len(words) == 2 and sum(map(str.isupper, words[0])) > 2)
    is_numbered = is_named and words[-1].isdecimal() and len(words[-1]) < 4 and "." in sheet.gaps[index]
    if is_numbered and words[-2].lower().strip(".") not in _PARTS and not fragments[index - 1].initials:
        sheet.put(index, stop, "s")


def _volume_of_series(sheet: Sheet) -> None:
    """A volume or number behind a series is its number: "Graduate Texts in Mathematics, vol. 52"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] in ("sv", "si") and sheet.gaps[index] in (", ", " "):
            labels[index] = "s"


def _lecture_notes(sheet: Sheet) -> None:
    """What holds the proceedings of a conference is a series: "LNCS, vol. 4825"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_numbered = labels[index - 1] + labels[index] == "cv" and sheet.gaps[index] in (", ", " ")
        if is_numbered and sheet.text(index - 1) in _LECTURE_NOTES and "x" in labels[:index]:
            sheet.put(index - 1, index + 1, "s")


def _short_journal(sheet: Sheet) -> None:
    """The head of a shortened journal belongs to its tail: ", Tôhoku Math. J. (2) 9" is no title's end."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    if place < 2 or labels[place - 2 : place] != ["t", "t"] or not sheet.gaps[place].startswith(". "):
        return
    stop = sheet.stretch(place)
    is_short = len(sheet.text(place).rstrip(".")) <= 5 and sheet.fragments[place].words == 1
    is_located = stop < len(labels) and labels[stop] == "v"
    head = sheet.fragments[place - 1]
    if is_short and is_located and head.words <= 4 and head.kind == "w" and sheet.gaps[place - 1][:1] in (",", "."):
        labels[place - 1] = "c"


def _journal_in_names(sheet: Sheet) -> None:
    """Behind the initials of a list with families first no further name stands: "Sham, L. J. Phys. Rev. 1965"."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    if place < 2 or labels[place - 2 : place] != ["A", "A"] or sheet.gaps[place] != ". ":
        return
    is_word = not sheet.fragments[place - 1].initials and sheet.fragments[place - 1].words == 1
    is_inverted = sheet.gaps[1][:1] == ","
    if is_word and is_inverted and sheet.fragments[place - 2].initials and sheet.gaps[place - 1] == " ":
        labels[place - 1] = "c"


def _journal_before_year(sheet: Sheet) -> None:
    """So it is where year and volume follow, and no title is printed: "Chang, S. Tetrahedron 1998, 54, 4413"."""
    labels = sheet.labels
    last = sheet.stretch(0) - 1
    if last < 2 or labels[last + 1 : last + 3] != ["y", "v"] or sheet.gaps[last + 1] not in (" ", ", "):
        return
    is_word = not sheet.fragments[last].initials and sheet.fragments[last - 1].initials and sheet.gaps[last] == " "
    if is_word and sheet.fragments[last + 1].kind == "Y" and sheet.gaps[1] == ", " and sheet.fragments[0].words == 1:
        labels[last] = "c"


def _head_of_journal(sheet: Sheet) -> None:
    """A short word between year and shortened journal is its head: "Pepper M 1980 Phys. Rev. Lett. 45 494"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_between = labels[index - 1 : index + 2] == ["y", "t", "c"] and sheet.fragments[index - 1].kind == "Y"
        is_short = sheet.gaps[index] == " " and sheet.gaps[index + 1] == ". " and sheet.fragments[index].kind == "w"
        if is_between and is_short and sheet.fragments[index].words == 1 and len(sheet.text(index)) < 7:
            labels[index] = "c" if labels[sheet.stretch(index + 1) :][:1] == ["v"] else "t"


def _subtitle_before_edition(sheet: Sheet) -> None:
    """What stands between a title and its edition belongs to the title, unless "in" or a volume tells of a host."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] == "tc" and labels[sheet.stretch(index) :][:1] == ["e"]:
            sheet.put(index, sheet.stretch(index), "t")
            return


def _years_in_host(sheet: Sheet) -> None:
    """Years behind the comma of a host are part of its title: "…: Selected Interviews, 1972–1977, edited by"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_behind = labels[index - 1] + labels[index] in ("cn", "cv") and sheet.gaps[index] == ", "
        if is_behind and labels[index + 1] in "EeLP" and is_span_of_years(sheet.text(index)):
            labels[index] = "c"


def _repeated_host(sheet: Sheet) -> None:
    """A site's name in two sentences is that of its publisher too: "Wikipedia, X. Wikipedia, X, 12 Feb. 2023"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1 : index + 1] != ["c", "c"] or sheet.gaps[index] != ". ":
            continue
        first = labels.index("c")
        stop = sheet.stretch(index)
        one = sheet.raw[sheet.fragments[first].start : sheet.fragments[index - 1].end]
        if one == sheet.raw[sheet.fragments[index].start : sheet.fragments[stop - 1].end]:
            sheet.put(index, stop, "P")
            return


def _domain(sheet: Sheet) -> None:
    """The name of a host of the web is what a page stands in, it edits nothing: "… Syntax.” w3.org. Accessed …"."""
    for index, letter in enumerate(sheet.labels):
        if index and letter in "EnPL" and _DOMAIN.fullmatch(sheet.text(index)) and "." in sheet.gaps[index]:
            sheet.labels[index] = "c"
            return


def _sub_series(sheet: Sheet) -> None:
    """The sub-series of the RFCs counts them anew: "STD 7, RFC 793" is the RFC."""
    labels = sheet.labels
    for index in range(1, len(labels) - 2):
        is_series = sheet.text(index) in ("STD", "BCP", "FYI") and sheet.text(index + 2) == "RFC"
        if is_series and sheet.fragments[index + 1].kind == "N" and sheet.gaps[index + 1] == " ":
            sheet.put(index, index + 2, "n")


RULES: tuple[Rule, ...] = (
    Rule(_repeated_host, r"^.c\. cw$", without="P"),
    Rule(_domain, r"\..*[EnPL]w$", hints=("http",), without="c"),
    Rule(_sub_series, "^w. .N$", word="std bcp fyi"),
    Rule(_years_in_host, "^.c, [nv]R$"),
    Rule(_subtitle_before_edition, r"c\W*e", without="xvipuE"),
    Rule(_thesis_in_container, "cw$"),
    Rule(_journal_behind_title, "t.*[.?].*tw", without="cs"),
    Rule(_journal_before_place, "^.t.*P.$"),
    Rule(_site, r"^..[.”\"].*[tn].$", word="wikipedia youtube vimeo facebook twitter github medium flickr"),
    Rule(_place_of_journal, r"c \(L"),
    Rule(_journal_with_place, r"t \(L", without="c"),
    Rule(_chapter_of, "[nitxv] [cx]", word="in"),
    Rule(_numbered_series, "t.*L", without="csp"),
    Rule(_lecture_notes, "c(?:, | )v", word=" ".join(_LECTURE_NOTES).lower()),
    Rule(_volume_of_series, "s(?:, | )[vi]", without="c"),
    Rule(_journal_in_names, r"A\. c"),
    Rule(_journal_before_year, "^.A,? yY$", without="tc"),
    Rule(_head_of_journal, "^Yy tw$"),
    Rule(_short_journal, r"t\. .*c"),
)
