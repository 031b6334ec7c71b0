"""This room settles laws with the gazettes, and treaties with the series, that printed them.

A line of this sort is a name, and behind it the place where the text is printed. The forms of that place are few and
known by the words in them (`legal_words`), so what they say holds whatever the model voted.
"""

from __future__ import annotations

import re

from jopsrdf.references.rules.reporters import letters_of
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.cues import ACT, LAW
from jopsrdf.references.words.legal_words import (
    GAZETTE,
    LAST_WORDS,
    LAW_HEAD,
    LAW_WORDS,
    LOCATED,
    VOLUME_FIRST,
)
from jopsrdf.references.words.places import KNOWN

#: What a locator of its own says by its kind of fragment.
_KINDS = {"D": "y", "Y": "y", "G": "p", "I": "i", "V": "v", "R": "p"}
_CHAPTER = re.compile(r"(?:c|ch|cap)\.?\s?\d+$")
#: First words of the series of treaties that count volumes, and of those that count treaties.
_VOLUME_FIRST = frozenset("unts u ilm i lnts l stat".split())
_COUNTED = frozenset("ets cets tias".split())
_NUMBERED = re.compile(r"(?:C?ETS|TIAS)(?=\s(?:No\.?\s|n°\s)?\d)")


def _law(sheet: Sheet) -> None:
    """A law in a gazette goes on as far as the gazette, and what follows that is its place in it."""
    start = _law_opens(sheet)
    if start < 0:
        return
    place = _gazette_behind(sheet, start)
    first = _maker(sheet, start)
    if place and first >= 0:
        sheet.put(first, _bracketed_date(sheet, start, place), "t")
        if sheet.fragments[start].kind == "q":
            sheet.put(start + 1, place, "n")
        if sheet.gaps[place - 1].endswith("[") and sheet.fragments[place - 1].kind == "Y":
            sheet.labels[place - 1] = "n"
        _behind_gazette(sheet, place)
    elif first >= 0 and (sheet.labels[start] != "t" or first < start) and _is_named(sheet, start):
        _bare_law(sheet, first, start)


def _bracketed_date(sheet: Sheet, start: int, stop: int) -> int:
    """Return the first date that stands in brackets of its own in a range, where there is none its end."""
    places = (i for i in range(start + 1, stop) if sheet.labels[i] == "y" and "(" in sheet.gaps[i])
    return next((i for i in places if ")" in sheet.gaps[i + 1]), stop)


def _is_named(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment is a law by words that nothing else begins or ends with."""
    fragment = sheet.fragments[index]
    return fragment.last in LAST_WORDS or bool(LAW_HEAD.match(sheet.raw, fragment.start))


def _law_opens(sheet: Sheet) -> int:
    """Return the fragment that a law's name opens in, one of the first three; -1 where none does."""
    for index, word in enumerate(sheet.firsts[:3]):
        if sheet.fragments[index].kind == "q" and _last_word(sheet, index) in LAST_WORDS:
            return index
        if word not in LAW_WORDS:
            continue
        head = sheet.raw[sheet.fragments[index].start :][:200]
        if sheet.fragments[index].last in LAST_WORDS or LAW_HEAD.match(head) or LAW.match(head):
            return _behind_uniform_title(sheet, index)
    return -1


def _last_word(sheet: Sheet, index: int) -> str:
    return sheet.text(index).rpartition(" ")[2].lower()


def _behind_uniform_title(sheet: Sheet, index: int) -> int:
    """Return where the title opens behind a title for catalogues: "Constituição (1988). Constituição da República"."""
    fragments = sheet.fragments
    later = index + 2
    is_pair = (
        later < len(fragments) and fragments[index].words == 1 and fragments[later].first == fragments[index].first
    )
    if not is_pair or fragments[index + 1].kind != "Y":
        return index
    sheet.put(index, later, "n")
    return later


def _maker(sheet: Sheet, start: int) -> int:
    """Return where the name of a law begins: behind who made it, or with words on its subject; -1 for no law."""
    first = next((i for i in range(start) if sheet.labels[i] == "n"), start)
    if not first:
        return 0
    gap, text = sheet.gaps[first], sheet.text(0)
    if sheet.fragments[start].kind == "q" and sheet.labels[0] == "A":
        return start
    is_country = text.isupper() or text.lower() in KNOWN
    if GAZETTE.fullmatch(text):
        sheet.labels[0] = "n"
    elif is_country and gap.strip()[:1] in set(".,:"):
        sheet.put(0, first, "A")
    elif "." not in gap:
        return 0 if gap in (" ", " : ") or set(gap) & set("»”") else -1
    return start


def _gazette_behind(sheet: Sheet, start: int) -> int:
    """Return the fragment that a gazette begins in, 0 where none does; a mark parts it from the law's name."""
    places = {fragment.start: index for index, fragment in enumerate(sheet.fragments)}
    for match in GAZETTE.finditer(sheet.raw, sheet.fragments[start].end):
        index = places.get(match.start(), 0)
        is_apart = index and (sheet.gaps[index].strip() or sheet.raw[sheet.fragments[index - 1].end - 1] == ".")
        if index > start and is_apart and sheet.labels[index] != "u":
            return index
    return 0


def _behind_gazette(sheet: Sheet, place: int) -> None:
    """Label the gazette, and behind it the date, the number, the page or the article."""
    labels, fragments = sheet.labels, sheet.fragments
    match = GAZETTE.match(sheet.raw, fragments[place].start)
    stop = match.end() if match else fragments[place].end
    index = next((i for i in range(place, len(labels)) if fragments[i].start >= stop), len(labels))
    sheet.put(place, index, "c")
    asked = ""
    for later in range(index, len(labels)):
        fragment, wanted = fragments[later], asked
        asked = ""
        if labels[later] == "a" or fragment.kind == "u":
            return
        if fragment.kind in "YN" and sheet.gaps[later] in ("(", " (") and labels[later - 1] in "iv":
            labels[later] = labels[later - 1] = "i"
        elif fragment.kind in _KINDS:
            labels[later] = wanted if wanted and fragment.kind in "RY" else _KINDS[fragment.kind]
        elif fragment.kind == "N":
            labels[later] = wanted or ("v" if later == index and sheet.gaps[later] == " " else labels[later])
        elif fragment.kind == "w":
            asked = next((name for name, words in LOCATED.items() if fragment.last in words), "")
            is_place = sheet.text(later).lower() in KNOWN or labels[later] == "L"
            labels[later] = "x" if asked else "L" if is_place else "n"


def _bare_law(sheet: Sheet, first: int, start: int) -> None:
    """Without a gazette a law's name goes on to the date, the address or the publisher's place behind it."""
    labels, fragments = sheet.labels, sheet.fragments
    index = start + 1
    while index < len(labels) and labels[index] not in "uaxLPeg" and fragments[index].kind not in "uG":
        if fragments[index].kind in "YD" and sheet.gaps[index].strip()[:1] in (",", "(", "."):
            labels[index] = "y"
            break
        if sheet.gaps[index] == " (" and sheet.text(index).isupper() and index > start:  # the sign of a collection
            break
        index += 1
    sheet.put(first, index, "t")


def _act(sheet: Sheet) -> None:
    """An act's name holds its year; a country may stand before it, its chapter behind it: "… Act 2010, c. 15"."""
    labels, fragments = sheet.labels, sheet.fragments
    start = int(len(labels) > 1 and sheet.text(0).lower() in KNOWN)
    match = ACT.match(sheet.raw, fragments[start].start)
    stop = next((i for i in range(start, len(labels)) if match and fragments[i].start >= match.end()), 0)
    is_edge = stop and fragments[stop - 1].kind == "Y" and sheet.gaps[stop] in (", ", " (")
    if not is_edge or not (fragments[stop].scheme == "sign" or _CHAPTER.match(sheet.text(stop))):
        return
    sheet.put(0, start, "A")
    sheet.put(start, stop, "t")
    labels[stop] = "k"


def _treaty(sheet: Sheet) -> None:
    """The volume of a treaty series stands before its letters: "1155 UNTS 331"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        is_behind = sheet.firsts[index] in _VOLUME_FIRST and fragments[index - 1].kind in "NYV"
        if not is_behind or sheet.gaps[index] != " " or not ("t" in labels or labels[0] == "k"):
            continue
        if match := VOLUME_FIRST.match(sheet.raw, fragments[index - 1].start):
            labels[:] = [found or letter for found, letter in zip(letters_of(sheet, [match]), labels, strict=True)]
            _force(sheet, index)
            return


def _force(sheet: Sheet, first: int) -> None:
    """When a treaty entered into force is no date of access."""
    for index in range(first, len(sheet.labels)):
        if sheet.labels[index] == "a" and sheet.text(index - 1).startswith("entered into force"):
            sheet.labels[index] = "n"


def _numbered_treaty(sheet: Sheet) -> None:
    """A series of treaties that counts them prints a number, no volume: "ETS No. 5"."""
    for index in range(1, len(sheet.labels)):
        if sheet.firsts[index] in _COUNTED and _NUMBERED.match(sheet.raw, sheet.fragments[index].start):
            stop = index + 1 if sheet.text(index)[-1].isdecimal() else index + 2
            sheet.put(index, min(stop, len(sheet.labels)), "s")
            return


def _public_law(sheet: Sheet) -> None:
    """An act before the number of its public law has no author: "USA PATRIOT Act, Pub. L. No. 107-56"."""
    if (
        sheet.fragments[0].last == "act"
        and sheet.gaps[1] == ", "
        and sheet.raw.startswith("Pub. L.", sheet.fragments[1].start)
    ):
        sheet.labels[0] = "t"


RULES: tuple[Rule, ...] = (
    Rule(_public_law, "^w[^t], .u$"),
    Rule(_law, word=" ".join(sorted(LAW_WORDS))),
    Rule(_act, r"^Y.(?:, | \().[Gu]$"),
    Rule(_treaty, r"^[NYV]. .w$", word=" ".join(sorted(_VOLUME_FIRST))),
    Rule(_numbered_treaty, word=" ".join(sorted(_COUNTED))),
)
