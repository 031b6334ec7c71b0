"""This room describes a fragment to the labeller: what it looks like, what it says, what stands around it.

A feature is a short string whose first letter says what it is about. Shapes and neighbours carry over to languages
that were never trained on; words carry what the tables of vocabulary do not know.
"""

from __future__ import annotations

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
#: Bits → the features that they stand for, remembered.
_BIT_FEATURES: dict[int, tuple[str, ...]] = {}


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


def _flag_features(flags: int) -> tuple[str, ...]:
    known = _BIT_FEATURES.get(flags)
    if known is None:
        known = tuple("m" + name for bit, name in _NAMED if flags & bit) or ("m-",)
        _BIT_FEATURES[flags] = known
    return known


def describe(text: str, fragments: list[Fragment]) -> list[list[str]]:
    """Return the features of each fragment of a reference."""
    parts = [text[fragment.start : fragment.end] for fragment in fragments]
    shapes = [shape(fragment, part) for fragment, part in zip(fragments, parts, strict=True)]
    count = len(fragments)
    kinds = "".join(fragment.kind for fragment in fragments)
    date = min((place for place in (kinds.find("Y"), kinds.find("D")) if place >= 0), default=-1)
    style = (
        ("q" if "q" in kinds else "")
        + ("i" if "i" in kinds else "")
        + ("e" if 0 <= date * 2 < count else "d" if date >= 0 else "")
    )
    quoted, within = kinds.find("q"), kinds.find("i")
    sign = fragments[date].before[-1:] + fragments[date].after[:1] if date >= 0 else ""
    to_number = _distances(kinds)
    shapes += ["$", "$"]
    kinds += "$$"
    rows = []
    before2 = before1 = "^"
    flags_before = 0
    for index, fragment in enumerate(fragments):
        own, before, after, flags = shapes[index], fragment.before, fragment.after, fragment.flags
        following = shapes[index + 1]
        era = "n" if date < 0 else "b" if index < date else "y" if index == date else "a"
        row = [
            "a" + own,
            "b" + own + before,
            "c" + own + after,
            "d" + fragment.kind + before + " " + after,
            "e" + before1 + before + own,
            "f" + own + after + following,
            "g" + own[:2] + after + kinds[index + 1 : index + 3],
            "h" + before2 + before1 + own[:2],
            f"i{era}{style}{own}",
            f"j{min(6, index)}{own}{style}",
            f"k{min(5, count - index)}{own}{before[:1]}",
            "l" + fragment.inside + own,
            f"r{era}{_since(index, quoted)}{_since(index, within)}{own[:2]}",
            f"s{to_number[index]}{own}{era}",
            f"y{sign}{_since(index, date)}{own[:2]}",
            f"T{before1}{own[:2]}{following}",
            f"S{to_number[index]}{before}{after}{own[:1]}",
            *_flag_features(flags),
        ]
        if fragment.kind == "w":
            row += [
                "w" + fragment.first,
                "x" + fragment.last,
                f"o{FLAGS.get(fragment.first, 0):x}{own[:2]}",
                f"n{FLAGS.get(fragment.last, 0):x}{own[:2]}",
                f"F{flags:x}",
            ]
            lower = parts[index].lower()
            if fragment.words <= 3:
                row.append("W" + lower)
                if lower.rstrip(".") in KNOWN:
                    row.append("P" + after + own[:2])
                    row.append("P" + kinds[index + 1])
        elif fragment.kind == "u":
            row.append("u" + fragment.scheme)
        elif fragment.kind in "NRYD":
            row.append(
                f"z{fragment.end - fragment.start}{fragment.kind}{before[:1]}{after[:1]}{parts[index][0].isdecimal():d}"
            )
        if flags_before:
            row.append(f"p{flags_before:x}{own[:2]}")
        if index + 1 < count and fragments[index + 1].flags:
            row.append(f"q{fragments[index + 1].flags:x}{own[:2]}")
        rows.append(row)
        before2, before1, flags_before = before1[:2], own, flags
    return rows


def _since(index: int, landmark: int) -> str:
    """Return how far behind a landmark lies: "-" for no landmark or not yet there, else 0 to 4."""
    if landmark < 0 or index < landmark:
        return "-" if landmark < 0 else "<"
    return "01234"[index - landmark] if index - landmark < 5 else "4"


def _distances(kinds: str) -> str:
    """Return for each fragment how many fragments ahead the next number stands, 4 and more as 4."""
    found = []
    distance = 9
    for kind in reversed(kinds):
        found.append("4" if distance > 4 else "01234"[distance])
        distance = 0 if kind in _NUMERIC else distance + 1
    return "".join(reversed(found))
