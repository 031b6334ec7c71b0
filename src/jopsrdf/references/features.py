"""This room describes a fragment to the labeller: what it looks like, what it says, what stands around it.

A feature is a short string whose first letter says what it is about. Shapes and neighbours carry over to languages
that were never trained on; words carry what the tables of vocabulary do not know. Features that rest on the same facts
come in bundles: a function that names them, and its arguments, so that a known bundle need not be spelt out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jopsrdf.references.fragments import Fragment
from jopsrdf.references.places import KNOWN
from jopsrdf.references.tokens import BITS, FLAGS

_LENGTH = "0123445555666666"
_NUMERIC = frozenset("VIGRN")
_CASED = (
    "publisher",
    "organisation",
    "journal",
    "conference",
    "thesis",
    "report",
    "series",
    "editor",
    "translator",
    "access",
    "available",
    "no-date",
    "edition",
    "function",
)
_NAMED = tuple((BITS[name], name[:3]) for name in _CASED)
#: First letters of features, in the order in which training takes them: it leaves some out by chance, so that another
#: order would give other weights.
_LETTERS = {letter: place for place, letter in enumerate("abcdefghijklrsyTSmwxonFWPuzpq")}

Bundle = tuple[Any, ...]


def shape(fragment: Fragment, part: str) -> str:
    """Return the look of a fragment: its kind, and for words their capitals and number."""
    if fragment.kind == "q":
        return ("q" if fragment.words > 2 else "Q") + ("?" if part[-1] in "?!" else "")
    if fragment.kind != "w":
        return fragment.kind
    words, capitals, initials = fragment.words, fragment.capitals, fragment.initials
    if initials == words:
        look = "I"
    elif initials:
        look = "M" if capitals >= words - 1 else "m"
    elif part.isupper():
        look = "A"
    elif capitals == words:
        look = "T"
    elif part[:1].islower() or not capitals:
        look = "l" if part[:1].islower() else "n"
    elif capitals == 1:
        look = "F"
    else:
        look = "t" if capitals * 2 >= words else "f"
    return "w" + look + (_LENGTH[words] if words < 16 else "7")


def shapes_of(text: str, fragments: list[Fragment]) -> list[str]:
    """Return the looks of fragments."""
    return [shape(fragment, text[fragment.start : fragment.end]) for fragment in fragments]


def _look(own: str, before: str, after: str, inside: str, to_number: str) -> tuple[str, ...]:
    kind = own[0] if own[0] != "Q" else "q"
    return (
        "a" + own,
        "b" + own + before,
        "c" + own + after,
        "d" + kind + before + " " + after,
        "l" + inside + own,
        f"S{to_number}{before}{after}{own[:1]}",
    )


def _behind(own: str, before: str, before1: str, before2: str) -> tuple[str, ...]:
    return ("e" + before1 + before + own, "h" + before2 + before1 + own[:2])


def _ahead(own: str, after: str, following: str, kinds: str) -> tuple[str, ...]:
    return ("f" + own + after + following, "g" + own[:2] + after + kinds)


def _between(own: str, before1: str, following: str) -> tuple[str, ...]:
    return (f"T{before1}{own}{following}",)


def _place(own: str, style: str, era: str, index: int, rest: int, before: str) -> tuple[str, ...]:
    return (f"i{era}{style}{own}", f"j{index}{own}{style}", f"k{rest}{own}{before}")


def _landmarks(own: str, era: str, quotation: str, within: str, to_number: str, date: str) -> tuple[str, ...]:
    return (f"r{era}{quotation}{within}{own[:2]}", f"s{to_number}{own}{era}", f"y{date}{own[:2]}")


def _cues(own: str, flags: int, before: int, after: int, first: int, last: int) -> tuple[str, ...]:
    """Name what words announce: those of the fragment, of its neighbours, its first one and its last one."""
    found = ["m" + name for bit, name in _NAMED if flags & bit] or ["m-"]
    if own[0] == "w":
        found += [f"o{first:x}{own}", f"n{last:x}{own}", f"F{flags:x}"]
    if before:
        found.append(f"p{before:x}{own}")
    if after:
        found.append(f"q{after:x}{own}")
    return tuple(found)


def _said(fragment: Fragment, part: str, own: str, kind: str) -> list[str]:
    """Name what a fragment itself says; `kind` is the kind of the next one."""
    if fragment.kind == "w":
        words = ["w" + fragment.first, "x" + fragment.last]
        if fragment.words <= 3:
            lower = part.lower()
            words.append("W" + lower)
            if lower.rstrip(".") in KNOWN:
                words += ["P" + fragment.after + own, "P" + kind]
        return words
    if fragment.kind == "u":
        return ["u" + fragment.scheme]
    if fragment.kind in "NRYD":
        length, before, after = fragment.end - fragment.start, fragment.before[:1], fragment.after[:1]
        return [f"z{length}{fragment.kind}{before}{after}{part[0].isdecimal():d}"]
    return []


def bundles(text: str, fragments: list[Fragment], shapes: list[str]) -> Iterator[tuple[tuple[Bundle, ...], list[str]]]:
    """Yield for each fragment its bundles of features, and those features that are its own words.

    Words are too many for a bundle of them to come again. `shapes` are the fragments' looks.
    """
    if not fragments:
        return
    kinds = "".join([fragment.kind for fragment in fragments])
    date = min((place for place in (kinds.find("Y"), kinds.find("D")) if place >= 0), default=-1)
    style = ("q" if "q" in kinds else "") + ("i" if "i" in kinds else "")
    style += "e" if 0 <= date * 2 < len(kinds) else "d" if date >= 0 else ""
    sign = fragments[date].before[-1:] + fragments[date].after[:1] if date >= 0 else ""
    before2 = before1 = "^"
    flags_before, flag = 0, FLAGS.get
    ahead = zip([*shapes[1:], "$"], [fragment.flags for fragment in fragments[1:]] + [0], strict=True)
    columns = zip(fragments, shapes, ahead, _places(kinds, date), strict=True)
    for fragment, own, (following, flags_after), place in columns:
        kinds, index, rest, era, quotation, within, since, number = place
        before, after, flags, short = fragment.before, fragment.after, fragment.flags, own[:2]
        known = (
            (_look, own, before, after, fragment.inside, number),
            (_behind, own, before, before1, before2),
            (_ahead, own, after, following, kinds),
            (_between, short, before1, following),
            (_place, own, style, era, index, rest, before[:1]),
            (_landmarks, own, era, quotation, within, number, sign + since),
            (_cues, short, flags, flags_before, flags_after, flag(fragment.first, 0), flag(fragment.last, 0)),
        )
        yield known, _said(fragment, text[fragment.start : fragment.end], short, kinds[0])
        before2, before1, flags_before = before1[:2], own, flags


def describe(text: str, fragments: list[Fragment], shapes: list[str]) -> list[list[str]]:
    """Return the features of each fragment of a reference, spelt out."""
    spelt = [
        [*said, *(feature for name, *facts in known for feature in name(*facts))]
        for known, said in bundles(text, fragments, shapes)
    ]
    return [sorted(row, key=lambda feature: _LETTERS[feature[0]]) for row in spelt]


def _places(kinds: str, date: int) -> Iterator[tuple[str, ...]]:
    """Return of each fragment: the next two kinds, its number, how many are left, its era, its distances."""
    count, padded = len(kinds), kinds + "$$"
    return zip(
        [padded[place : place + 2] for place in range(1, count + 1)],
        ("012345" + "6" * count)[:count],
        ("5" * count + "4321")[-count:],
        "n" * count if date < 0 else "b" * date + "y" + "a" * (count - date - 1),
        _since(kinds.find("q"), count),
        _since(kinds.find("i"), count),
        _since(date, count),
        _distances(kinds),
        strict=True,
    )


def _since(landmark: int, count: int) -> str:
    """Return for each of so many fragments how far behind a landmark it lies: 0 to 4, "<" before it, "-" for none."""
    return "-" * count if landmark < 0 else ("<" * landmark + "01234" + "4" * count)[:count]


def _distances(kinds: str) -> str:
    """Return for each fragment how many fragments ahead the next number stands, 4 and more as 4."""
    found = []
    distance = 9
    for kind in reversed(kinds):
        found.append("4" if distance > 4 else "01234"[distance])
        distance = 0 if kind in _NUMERIC else distance + 1
    return "".join(reversed(found))
