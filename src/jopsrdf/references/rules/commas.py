"""This room settles references whose areas are all parted by commas, as in notes and in the lists of Romance languages.

There a full stop parts a title from its subtitle, and a Roman numeral between commas is a journal's volume.
"""

from __future__ import annotations

import re

from jopsrdf.references.name_parts import is_initials, is_particle
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.given_names import GIVEN
from jopsrdf.references.words.name_words import AND
from jopsrdf.references.words.places import KNOWN

_ROMAN = re.compile(r"[IVXLCDM]+")
#: Articles of titles: none of them opens a given name, in capitals as a title's first word has them.
_ARTICLES = frozenset("The A An La Le Les Un Une Das Der Die Ein Eine El Los Las Una Il Lo Gli O Os As De Het".split())
#: The Arabic article: family names and titles begin with it, given names do not.
_ARABIC_ARTICLE = "ال"
#: Arabic family names of two words, which stand before a comma too.
_ARABIC_COMPOUND = frozenset("عبد أبو ابو ابن بن آل بو أم".split())


def _title_of_sentences(sheet: Sheet) -> None:
    """Where commas part all areas a stop is inside the title: "Tony Judt, Postwar. A History of … (London: …)"."""
    labels = sheet.labels
    if labels[:3] != ["A", "A", "t"] or sheet.gaps[1] != ", " or not sheet.gaps[2].startswith(". "):
        return
    is_name = sheet.fragments[0].words > 1 and sheet.fragments[0].initials < 2
    if is_name and _is_whole_name(sheet) and _ends_with_comma(sheet, sheet.stretch(2)):
        labels[1] = "t"


def _is_whole_name(sheet: Sheet) -> bool:
    """Say whether the first name is whole, in either order, so that no given name follows its comma."""
    words, behind = sheet.text(0).split(), sheet.text(1).split()
    if behind[0].lower() in GIVEN or is_initials(behind[0]) or any(word in AND for word in behind):
        return False
    is_capital = len(words[0]) > 3 and words[0].isupper() and not words[-1].isupper()
    is_given = words[0].lower() in GIVEN and not is_particle(words[-1])
    return is_capital or is_given or (behind[0] in _ARTICLES and len(words) == 2)


def _ends_with_comma(sheet: Sheet, stop: int) -> bool:
    """Say whether a comma, or the bracket of a note, parts the title from place, publisher or host."""
    return stop < len(sheet.labels) and sheet.labels[stop] in "LPxTEe" and sheet.gaps[stop] in (", ", " (")


def _arabic_title(sheet: Sheet) -> None:
    """Behind a whole Arabic name a word with the article opens the title: "حنا بطاطو، العراق: الطبقات …"."""
    labels = sheet.labels
    if labels[:3] != ["A", "A", "t"] or sheet.fragments[0].words < 2:
        return
    is_whole = sheet.text(0).split()[0] not in _ARABIC_COMPOUND
    if is_whole and sheet.text(1).startswith(_ARABIC_ARTICLE) and sheet.gaps[1].strip() in ("،", ","):
        labels[1] = "t"


def _last_of_editors(sheet: Sheet) -> None:
    """Behind "and" stands the last of the editors, and behind the next comma their book: "A. B y C. D, Libro"."""
    labels = sheet.labels
    for first in range(1, len(labels)):
        if labels[first - 1] + labels[first] != "xE":
            continue
        stop = sheet.stretch(first)
        joint = next((i for i in range(first, stop) if not AND.isdisjoint(sheet.text(i).split())), stop)
        book = next((i for i in range(joint + 1, stop) if sheet.gaps[i] == ", "), stop)
        has_role = any(fragment.flags & BITS["editor"] for fragment in sheet.fragments[first:stop])
        is_named = not has_role and sheet.fragments[first].initials and labels[stop : stop + 1] == ["c"]
        if is_named and book < stop and sheet.gaps[stop] == ", " and not sheet.fragments[book].initials:
            sheet.put(book, stop, "c")
        return


def _subtitle_before_places(sheet: Sheet) -> None:
    """Of title, sentence, city and name between commas the sentence is the subtitle, the name the publisher."""
    labels = sheet.labels
    for index in range(1, len(labels) - 2):
        is_row = labels[index - 1 : index + 3] == ["t", "P", "L", "L"] and sheet.gaps[index] == ". "
        is_phrase = (
            sheet.fragments[index].words > 3 and sheet.fragments[index].capitals * 2 < sheet.fragments[index].words
        )
        if not is_row or not is_phrase or sheet.gaps[index + 1] != ", " or sheet.gaps[index + 2] != ", ":
            continue
        if sheet.text(index + 1).lower() in KNOWN and sheet.text(index + 2).lower() not in KNOWN:
            labels[index : index + 3] = "tLP"
        return


def _subtitle_before_place(sheet: Sheet) -> None:
    """A sentence between a note's title and ", Place: Publisher" is the subtitle: "The Grand Chessboard. American"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 2):
        stop = sheet.stretch(index)
        is_row = labels[index - 1 : index + 1] == ["t", "c"] and labels[stop : stop + 2] == ["L", "P"]
        if not is_row or sheet.gaps[index] != ". " or sheet.gaps[stop] != ", " or ":" not in sheet.gaps[stop + 1]:
            continue
        if labels[0] == "A" and sheet.gaps[sheet.stretch(0)] == ", " and sheet.fragments[0].words > 1:
            sheet.put(index, stop, "t")
        return


def _subtitle_before_year(sheet: Sheet) -> None:
    """So is one before the year of the original, in brackets of its own: "Minima Moralia. Reflexionen … (1951), F."."""
    labels = sheet.labels
    for index in range(2, len(labels) - 2):
        stop = sheet.stretch(index)
        is_row = labels[index - 1 : index + 1] == ["t", "c"] and labels[stop : stop + 3] == ["y", "L", "y"]
        if is_row and sheet.gaps[index] == ". " and sheet.gaps[stop : stop + 2] == [" (", "), "]:
            sheet.put(index, stop, "t")
            return


def _roman_volume(sheet: Sheet) -> None:
    """A Roman numeral and a number between a journal and its year are volume and issue: "De homine, VII, 24-25, 1968".

    Where only the numeral stands there it is the volume.
    """
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(2, len(labels) - 1):
        is_volume = labels[index] in "cv" and labels[index - 1] == "c" and sheet.gaps[index] == ", "
        if not is_volume or fragments[index].kind != "w" or not _ROMAN.fullmatch(sheet.text(index)):
            continue
        if fragments[index + 1].kind == "Y":
            labels[index] = "v"
        elif labels[index + 2 : index + 3] == ["y"] and fragments[index + 1].kind in "NRI":
            labels[index : index + 2] = "vi"
        return


def _host_behind_names(sheet: Sheet) -> None:
    """A small "in" right behind names opens the host, where the part has no title: "D. in Judgment … (eds K., D.)"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] + labels[index] == "At" and sheet.gaps[index] == " "
        if is_behind and sheet.fragments[index].words > 1 and sheet.text(index).startswith("in "):
            sheet.put(index, sheet.stretch(index), "c")
            return


def _in_alone(sheet: Sheet) -> None:
    """The word "in" between names and a host is no title: "Kato, T. In Handbook of Liquid Crystals; Demus, D., …"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if sheet.fragments[index].kind == "i" and labels[index - 1 : index + 2] == ["A", "t", "c"]:
            labels[index] = "x"
            return


RULES: tuple[Rule, ...] = (
    Rule(_in_alone, r"A\W*ti$"),
    Rule(_host_behind_names, "A tw$", word="in"),
    Rule(_title_of_sentences, r"^wA\. t"),
    Rule(_arabic_title, r"^wA\W* t", hints=(_ARABIC_ARTICLE,)),
    Rule(_last_of_editors, r"^.x\W*E.$"),
    Rule(_subtitle_before_places, r"^.t\. P"),
    Rule(_subtitle_before_place, r"^.t\. c", without="xviE"),
    Rule(_subtitle_before_year, r"^.t\. c", without="xviE"),
    Rule(_roman_volume, "^.c, [cv]w$"),
)
