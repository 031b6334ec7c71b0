"""This room settles what archives keep: the archive's name, the shelf mark in the forms of each country, the leaves."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.archive_words import ACRONYM, ARCHIVE_NAME, BOX, FIRST_WORDS, LEAVES, SHELF_MARK, STEMS
from jopsrdf.references.words.places import KNOWN


def _item(sheet: Sheet) -> None:
    """Behind an archive's name stand its place, the shelf mark, the leaves: "ГАРФ. Ф. 5446. Оп. 1. Д. 25. Л. 14"."""
    if {"t", "c", "v", "p"} <= set(sheet.labels):
        return
    place = _archive(sheet)
    if place < 0 or {"u", "v"} & set(sheet.labels[:place]):
        return
    if place and "//" not in sheet.gaps[place]:
        _kept_at(sheet, place)
        return
    stop = place + 1
    while stop < len(sheet.labels) and sheet.gaps[stop].strip() in ("(", "") and not _is_numbered(sheet, stop):
        stop += 1
    last = _last_number(sheet, stop)
    if last < stop:
        return
    sheet.put(place, stop, "c")
    while stop < last and (sheet.text(stop).lower() in KNOWN or (stop == place + 1 and _is_place(sheet, stop))):
        sheet.labels[stop] = "L"
        stop += 1
    sheet.put(stop, last + 1, "k")
    _leaves(sheet, stop, last + 1)
    _behind_mark(sheet, last + 1)


def _archive(sheet: Sheet) -> int:
    """Return the fragment that names an archive, -1 where none does."""
    lowered = sheet.raw.lower()
    stems = [place for stem in STEMS if (place := lowered.find(stem)) >= 0]
    for index, fragment in enumerate(sheet.fragments):
        if fragment.kind != "w":
            continue
        is_named = any(fragment.start <= place < fragment.end for place in stems)
        if (fragment.first in FIRST_WORDS and ACRONYM.match(sheet.text(index))) or (
            is_named and ARCHIVE_NAME.match(sheet.text(index))
        ):
            return index
    return -1


def _is_place(sheet: Sheet, index: int) -> bool:
    """Say whether one word behind an archive's full name is the place that it is in: "The National Archives, Kew,"."""
    text = sheet.text(index)
    is_word = sheet.fragments[index].words == 1 and text.isalpha() and text[0].isupper() and not text.isupper()
    is_city = (
        sheet.fragments[index].words < 3 and sheet.text(index + 1).lower() in KNOWN and not _is_numbered(sheet, index)
    )
    return (is_city or (is_word and sheet.fragments[index - 1].words > 1)) and sheet.gaps[index + 1] == ", "


def _is_numbered(sheet: Sheet, index: int) -> bool:
    return any(map(str.isdecimal, sheet.text(index)))


def _last_number(sheet: Sheet, first: int) -> int:
    """Return the last fragment of a shelf mark: one with a figure, no date and no address."""
    last = -1
    for index in range(first, len(sheet.labels)):
        kind = sheet.fragments[index].kind
        if kind == "q" or (kind == "u" and sheet.fragments[index].scheme != "sign"):
            break
        is_date = kind == "D" or (kind == "Y" and last >= 0 and sheet.gaps[index][:1] in ",(")
        if not is_date and _is_numbered(sheet, index):
            last = index
    return last


def _leaves(sheet: Sheet, first: int, stop: int) -> None:
    """The last piece of a shelf mark is its leaves when a word says so."""
    for index in range(stop - 1, max(first, stop - 3), -1):
        if LEAVES.match(sheet.raw, sheet.fragments[index].start):
            sheet.put(index, stop, "p")
            return


def _behind_mark(sheet: Sheet, first: int) -> None:
    """Behind the shelf mark stand what the item is called, its day and its place."""
    for index in range(first, len(sheet.labels)):
        kind = sheet.fragments[index].kind
        if kind in "DY":
            sheet.labels[index] = "y"
        elif kind in "wq":
            is_place = sheet.text(index).lower() in KNOWN
            is_title = "t" not in sheet.labels[:index] and len(sheet.text(index)) > 3
            sheet.labels[index] = "L" if is_place else "t" if is_title else "n"


def _kept_at(sheet: Sheet, place: int) -> None:
    """An archive that closes a line holds what the line begins with; its shelf mark stands before it or behind it."""
    if {"t", "A"} & set(sheet.labels[:place]) and _marked(sheet, SHELF_MARK):
        sheet.labels[place] = "c"


def _marked(sheet: Sheet, form: re.Pattern[str]) -> bool:
    """Label a shelf mark that stands apart from its archive, and say whether there is one."""
    match = form.search(sheet.raw)
    inside = [i for i, f in enumerate(sheet.fragments) if match and match.start() <= f.start < match.end()]
    if not inside or not inside[0] or any(sheet.fragments[i].kind in "uq" for i in inside):
        return False
    sheet.put(inside[0], inside[-1] + 1, "k")
    return True


def _boxed(sheet: Sheet) -> None:
    """A box with its folder finds an item, and the papers that they belong to hold it: "box 15, folder 3, … Papers"."""
    is_boxed = not {"box", "carton", "caja"}.isdisjoint(sheet.firsts) and _marked(sheet, BOX)
    if not (is_boxed or _letter(sheet)):
        return
    for index in range(1, len(sheet.labels)):
        if sheet.labels[index] in "nscPt" and _PAPERS.match(sheet.text(index)) and sheet.gaps[index].strip():
            sheet.labels[index] = "s"
            return


def _letter(sheet: Sheet) -> bool:
    """Label a letter among papers: who wrote to whom names it, the day behind that dates it."""
    match = _LETTER.match(sheet.raw, sheet.fragments[0].start)
    if not match:
        return False
    for index, fragment in enumerate(sheet.fragments):
        is_name = fragment.start < match.end()
        sheet.labels[index] = (
            "t"
            if is_name
            else "y"
            if fragment.kind == "D"
            else "P"
            if sheet.labels[index] in "At"
            else sheet.labels[index]
        )
    return True


#: Who wrote to whom, before the day and the papers that keep the letter.
_LETTER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s(?:(?:von|de|van|der)\s)?){1,5}to\s(?:[A-Z][\w.’'-]*\s?(?:(?:von|de|van|"
    r"der)\s)?){1,6}(?=,\s[\w.\s,]{6,20},\s.*\sPapers,)"
)
#: Papers, as libraries keep them by the name of their owner.
_PAPERS = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,5}(?:Papers|Collection|Fonds|Records)$")


RULES: tuple[Rule, ...] = (
    Rule(_boxed, word="box carton caja", hints=("paper",)),
    Rule(_item, word=" ".join(sorted(FIRST_WORDS)), hints=STEMS),
)
