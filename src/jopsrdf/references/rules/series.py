"""This room settles series of papers that are known by their words: "IZA Discussion Paper No. 1730"."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.named_words import PAPER, PAPER_HINTS

#: What announces a number where the cutter leaves it alone.
_MARK = re.compile(r"\s*(?:no|nos|nr|n|núm|n\.?[°º]|№)\.?\s*", re.IGNORECASE)
#: What the words for a paper announce, or those for what comes out in numbers.
_NAMED = BITS["report"] | BITS["journal"]
#: How series call themselves.
_COLLECTIONS = frozenset(
    "coleção colección coleccion collection série serie series reihe schriftenreihe collana seria серия "
    "серія edice".split()
)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


def _series(sheet: Sheet) -> None:
    """A series of papers with a number behind it names the paper, whatever stands round it."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        fragment = fragments[index]
        if fragment.kind != "w" or not (fragment.flags & _NAMED or not sheet.text(index).isascii()):
            continue
        match = PAPER.search(sheet.raw, fragment.start, fragment.end + len(" No."))
        if not match or (match[0].lower() == "report" and match.start() > fragment.start):
            continue
        stop = _number(sheet, index, match.end())
        if not stop or "u" in labels[index:stop] or {"p", "i"} & set(labels[stop:]):
            continue
        first = _first(sheet, index)
        if labels[first] in "AET" or not (sheet.gaps[first].strip(" ") and {"t"} & set(labels[:first])):
            continue
        sheet.put(first, stop, "g")
        if stop < len(labels) and labels[stop] in "cgsn" and not {"v", "p"} & set(labels):
            sheet.put(stop, sheet.stretch(stop), "P")
        return


def _number(sheet: Sheet, index: int, end: int) -> int:
    """Return the fragment behind the number of a series, 0 where there is none: a year alone is none."""
    fragments = sheet.fragments
    rest = sheet.raw[end : fragments[index].end]
    later = index + 1
    if not any(map(str.isdecimal, rest)):
        is_marked = bool(_MARK.fullmatch(rest))
        if later < len(fragments) and _MARK.fullmatch(sheet.text(later)) and sheet.gaps[later] in (" ", ", "):
            is_marked, later = True, later + 1
        if (
            later == len(fragments)
            or sheet.gaps[later] not in (" ", ", ", ". ", " #", "/", "#", ".")
            or not (rest.strip() == "" or is_marked)
        ):
            return 0 if not _is_lettered(rest) else _number_in(sheet, later)
        is_number = fragments[later].kind in "INRYw" and any(map(str.isdecimal, sheet.text(later)))
        if not is_number or (not is_marked and _YEAR.fullmatch(sheet.text(later))):
            return 0
        later += 1
    while later < len(fragments) and sheet.gaps[later] in ("", "/", "-", "–"):
        later += 1
    return later


def _is_lettered(rest: str) -> bool:
    """Say whether what follows the words of a series is the letters of its number: "SP II 2004-101"."""
    return bool(rest.strip()) and all(word.strip(".").isupper() and len(word) < 6 for word in rest.split())


def _number_in(sheet: Sheet, later: int) -> int:
    is_there = (
        later < len(sheet.fragments)
        and sheet.gaps[later] in (" ", "/", "-")
        and any(map(str.isdecimal, sheet.text(later)))
    )
    return later + 1 if is_there else 0


def _first(sheet: Sheet, index: int) -> int:
    """Return where the name of a series begins: commas are inside it where its label goes on before them."""
    while index > 1 and sheet.gaps[index] == ", " and sheet.labels[index - 1] == sheet.labels[index] != "t":
        index -= 1
    return index


def _in_brackets(sheet: Sheet) -> None:
    """What calls itself a series in brackets behind the facts of publication is one: "(Coleção Justiça e Direito)"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_named = sheet.firsts[index] in _COLLECTIONS and sheet.fragments[index].words > 1
        is_behind = not {"P", "y"}.isdisjoint(labels[:index])
        if not (is_named and is_behind) or not sheet.gaps[index].endswith("(") or labels[index] not in "nctgP":
            continue
        stop = index + 1
        while stop < len(labels) and ")" not in sheet.gaps[stop] and labels[stop] != "u":
            stop += 1
        sheet.put(index, stop, "s")
        return


def _behind_year(sheet: Sheet) -> None:
    """A name with a number behind the year of a book is its series: "Praha: Oikoymenh, 2007. Oikúmené, sv. 128"."""
    labels = sheet.labels
    for index in range(3, len(labels)):
        is_last = labels[index - 2 : index + 1] == ["y", "n", "v"] and sheet.gaps[index - 1].startswith(". ")
        is_named = is_last and sheet.fragments[index - 1].kind == "w" and sheet.text(index - 1)[0].isupper()
        if is_named and sheet.gaps[index] == ", " and sheet.fragments[index].kind == "V" and "P" in labels[:index]:
            sheet.put(index - 1, index + 1, "s")


def _equal_to(sheet: Sheet) -> None:
    """German lists print the series in brackets behind "=": "Soziale Ungleichheiten (= Soziale Welt, Sonderband 2)"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if not sheet.gaps[index].endswith("(= ") or labels[index] in "us":
            continue
        stop = index + 1
        while stop < len(labels) and ")" not in sheet.gaps[stop] and labels[stop] != "u":
            stop += 1
        sheet.put(index, stop, "s")
        return


RULES: tuple[Rule, ...] = (
    Rule(_behind_year, "n, vV$", without="cs"),
    Rule(_equal_to, r"\(= [^s]"),
    Rule(_series, hints=PAPER_HINTS),
    Rule(_in_brackets, r"\([nctgP]w$", word=" ".join(sorted(_COLLECTIONS)), without="s"),
)
