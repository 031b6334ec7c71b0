"""This room describes a fragment to the labeller: what it looks like, what it says, what stands around it.

A feature is a short string whose first letter says what it is about. Shapes and neighbours carry over to languages
that were never trained on; words carry what the tables of vocabulary do not know. Features that rest on the same facts
come in bundles: a function that names them from those facts. What a bundle brings is remembered by its facts, so that
a known bundle need not be spelt out.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from itertools import accumulate, chain
from operator import or_
from typing import Any, NamedTuple

from jopsrdf.references.fragments import Fragment
from jopsrdf.references.model import Memory, V
from jopsrdf.references.tokens import BITS, FLAGS
from jopsrdf.references.words.places import KNOWN

#: Looks of words → their shapes, by the number of words: sixteen and more are alike.
_WORDS = {look: tuple(["w" + look + length for length in "01234455556666667"]) for look in "IMAmTlnFtf"}
#: Shape → its beginning. The tables hold the strings themselves, which are found faster than their equals.
_SHORT = {shape: shape[:2] for shape in [*"VIGRNYDgeiru", "q", "q?", "Q", "Q?", *chain.from_iterable(_WORDS.values())]}
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
_TELLING = ("journal", "publisher", "conference", "thesis", "editor", "report", "organisation", "access")
_NAMED = tuple((BITS[name], name[:3]) for name in _CASED)
#: First letters of features, in the order in which training takes them: it leaves some out by chance, so that another
#: order would give other weights.
_LETTERS = {letter: place for place, letter in enumerate("abcdefghijklrsyTSmwxonFWPuzpqABNO")}
#: Cues that tell of a reference what kind of work it cites, wherever they stand in it.
_HERALDS = reduce(or_, (BITS[name] for name in _TELLING))

#: What a function that names features is told: shapes, separators, kinds, places, flags.
Facts = tuple[Any, ...]


def shape(fragment: Fragment, part: str) -> str:
    """Return the look of a quotation, or of words: their capitals and number."""
    if fragment.kind == "q":
        return ("q" if fragment.words > 2 else "Q") + ("?" if part[-1] in "?!" else "")
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
    shapes = _WORDS[look]
    return shapes[words] if words < len(shapes) else shapes[-1]


def shapes_of(text: str, fragments: list[Fragment]) -> list[str]:
    """Return the looks of fragments; the kind of a number or a mark is its look."""
    return [
        shape(fragment, text[fragment.start : fragment.end]) if fragment.kind in "wq" else fragment.kind
        for fragment in fragments
    ]


def _look(facts: Facts) -> tuple[str, ...]:
    own, before, after, inside, to_number = facts
    kind = own[0] if own[0] != "Q" else "q"
    return (
        "a" + own,
        "b" + own + before,
        "c" + own + after,
        "d" + kind + before + " " + after,
        "l" + inside + own,
        f"S{to_number}{before}{after}{own[:1]}",
    )


def _behind(facts: Facts) -> tuple[str, ...]:
    own, before, before1, before2 = facts
    return ("e" + before1 + before + own, "h" + before2 + before1 + own[:2])


def _ahead(facts: Facts) -> tuple[str, ...]:
    own, after, following, kinds = facts
    return ("f" + own + after + following, "g" + own[:2] + after + kinds)


def _between(facts: Facts) -> tuple[str, ...]:
    own, before1, following = facts
    return (f"T{before1}{own}{following}",)


def _place(facts: Facts) -> tuple[str, ...]:
    own, style, (era, index, rest), before = facts
    return (f"i{era}{style}{own}", f"j{index}{own}{style}", f"k{rest}{own}{before}")


def _landmarks(facts: Facts) -> tuple[str, ...]:
    own, (era, quotation, within, to_number, since), sign = facts
    return (f"r{era}{quotation}{within}{own[:2]}", f"s{to_number}{own}{era}", f"y{sign}{since}{own[:2]}")


def _cues(facts: Facts) -> tuple[str, ...]:
    """Name what words announce: those of the fragment, of its neighbours, its first one and its last one."""
    own, flags, before, after, first, last = facts
    found = ["m" + name for bit, name in _NAMED if flags & bit] or ["m-"]
    if own[0] == "w":
        found += [f"o{first:x}{own}", f"n{last:x}{own}", f"F{flags:x}"]
    if before:
        found.append(f"p{before:x}{own}")
    if after:
        found.append(f"q{after:x}{own}")
    return tuple(found)


def _joints(facts: Facts) -> tuple[str, ...]:
    """Name the marks on both sides of a fragment and beyond its neighbours."""
    return ("N" + "|".join(facts),)


def _heralds(facts: Facts) -> tuple[str, ...]:
    """Name what the fragments behind this one announce, and what those before it do."""
    own, later, earlier = facts
    return (f"O{later:x}/{earlier:x}{own}",)


def _first(word: str) -> tuple[str, ...]:
    return ("w" + word, "B" + word[-3:])


def _last(word: str) -> tuple[str, ...]:
    """Name a fragment's last word and its ending, which carries over to words that were never met."""
    return ("x" + word, "A" + word[-3:])


def _phrase(words: str) -> tuple[str, ...]:
    return ("W" + words,)


def _city(facts: Facts) -> tuple[str, ...]:
    """Name what stands around the name of a city or a country."""
    own, after, following = facts
    return ("P" + after + own, "P" + following)


def _figures(facts: Facts) -> tuple[str, ...]:
    kind, before, after, length, is_decimal = facts
    return (f"z{length}{kind}{before}{after}{is_decimal:d}",)


def _scheme(scheme: str) -> tuple[str, ...]:
    return ("u" + scheme,)


def _said(fragment: Fragment, text: str, own: str, following: str, memory: Memory[V]) -> V:
    """Return the votes of what a fragment itself says; `following` is the kind of the next one."""
    kind = fragment.kind
    if kind == "w":
        said = memory[_first][fragment.first] + memory[_last][fragment.last]
        if fragment.words <= 3:
            lower = text[fragment.start : fragment.end].lower()
            said += memory[_phrase][lower]
            if lower.rstrip(".") in KNOWN:
                said += memory[_city][own, fragment.after, following]
        return said
    if kind in "NRYD":
        length, is_decimal = fragment.end - fragment.start, text[fragment.start].isdecimal()
        return memory[_figures][kind, fragment.before[:1], fragment.after[:1], length, is_decimal]
    return memory[_scheme][fragment.scheme] if kind == "u" else memory.nothing


_CONTEXT = (_look, _behind, _ahead, _between, _place, _landmarks, _cues, _joints, _heralds)
#: What stands behind the last fragment.
_END = Fragment(0, 0, "$", after="$")


def votes(text: str, fragments: list[Fragment], shapes: list[str], memory: Memory[V]) -> list[V]:
    """Return the votes of each fragment's features together; `shapes` are the fragments' looks."""
    if not fragments:
        return []
    kinds = "".join([fragment.kind for fragment in fragments])
    whole = _remembered(kinds) if len(kinds) <= _LONGEST else _whole(kinds)
    style, sign = whole.style, _around(fragments[whole.date]) if whole.date >= 0 else ""
    look, behind, ahead, between, place, landmarks, cues, joints, heralds = map(memory.__getitem__, _CONTEXT)
    before2 = before1 = short1 = mark1 = "^"
    flags_before = earlier = 0
    flag = FLAGS.get
    found: list[V] = []
    columns = zip(
        fragments,
        shapes,
        [*fragments[1:], _END],
        [*shapes[1:], "$"],
        _announced_behind(fragments),
        *whole.columns,
        strict=True,
    )
    for fragment, own, ahead1, following, later, kinds2, number, spot, marks in columns:
        before, after, flags, short = fragment.before, fragment.after, fragment.flags, _SHORT[own]
        found.append(
            look[own, before, after, fragment.inside, number]
            + behind[own, before, before1, before2]
            + ahead[own, after, following, kinds2]
            + between[short, before1, following]
            + place[own, style, spot, before[:1]]
            + landmarks[own, marks, sign]
            + cues[short, flags, flags_before, ahead1.flags, flag(fragment.first, 0), flag(fragment.last, 0)]
            + joints[mark1, before, after, ahead1.after, own[0]]
            + heralds[short, later, earlier]
            + _said(fragment, text, short, kinds2[0], memory)
        )
        before2, before1, short1, mark1, flags_before = short1, own, short, before, flags
        earlier |= flags & _HERALDS
    return found


def _announced_behind(fragments: list[Fragment]) -> list[int]:
    """Return what cues of `_HERALDS` the fragments behind each one hold together."""
    told = [fragment.flags & _HERALDS for fragment in fragments]
    return list(accumulate(reversed(told[1:]), or_, initial=0))[::-1]


def _around(date: Fragment) -> str:
    """Return the marks around the date of a reference."""
    return date.before[-1:] + date.after[:1]


def describe(text: str, fragments: list[Fragment], shapes: list[str]) -> list[list[str]]:
    """Return the features of each fragment of a reference, spelt out: names are added up like votes."""
    spelt = votes(text, fragments, shapes, Memory(tuple))
    return [sorted(row, key=lambda feature: _LETTERS[feature[0]]) for row in spelt]


class _Whole(NamedTuple):
    """What the kinds of a reference's fragments say together: where its date stands, its style, and of each fragment.

    `columns` hold, of each fragment, the next two kinds; how far ahead the next number is; its era, its number and how
    many are left; its era again, and how far it is behind the quotation, the word "in", ahead of the number and behind
    the date.
    """

    date: int
    style: str
    columns: tuple[list[str], ...]


def _whole(kinds: str) -> _Whole:
    count = len(kinds)
    date = min((place for place in (kinds.find("Y"), kinds.find("D")) if place >= 0), default=-1)
    style = ("q" if "q" in kinds else "") + ("i" if "i" in kinds else "")
    if date >= 0:
        style += "e" if date * 2 < count else "d"
    era = "n" * count if date < 0 else "b" * date + "y" + "a" * (count - date - 1)
    index, rest = ("012345" + "6" * count)[:count], ("5" * count + "4321")[-count:]
    quoted, within, since = (_since(place, count) for place in (kinds.find("q"), kinds.find("i"), date))
    to_number = _distances(kinds)
    rows = zip(kinds[1:] + "$", kinds[2:] + "$$", strict=False), to_number, zip(era, index, rest, strict=True)
    marks = zip(era, quoted, within, to_number, since, strict=True)
    return _Whole(date, style, tuple(list(map("".join, row)) for row in (*rows, marks)))


#: Half of all references share their kinds with one before; longer rows of kinds are rare.
_LONGEST = 40
_remembered = lru_cache(2048)(_whole)


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
