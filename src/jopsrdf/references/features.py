"""This room describes a fragment to the labeller: what it looks like, what it says, what stands around it.

A feature is a short string whose first letter says what it is about. Shapes and neighbours carry over to languages
that were never trained on; words carry what the tables of vocabulary do not know. Features that rest on the same facts
come in bundles: a function that names them from those facts. What a bundle brings is remembered by its facts, so that
a known bundle need not be spelt out.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate, chain
from operator import or_
from typing import Any

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
    shapes = _WORDS[look]
    return shapes[words] if words < len(shapes) else shapes[-1]


def shapes_of(text: str, fragments: list[Fragment]) -> list[str]:
    """Return the looks of fragments."""
    return [shape(fragment, text[fragment.start : fragment.end]) for fragment in fragments]


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
    own, after, following, kind1, kind2 = facts
    return ("f" + own + after + following, "g" + own[:2] + after + kind1 + kind2)


def _between(facts: Facts) -> tuple[str, ...]:
    own, before1, following = facts
    return (f"T{before1}{own}{following}",)


def _place(facts: Facts) -> tuple[str, ...]:
    own, style, era, index, rest, before = facts
    return (f"i{era}{style}{own}", f"j{index}{own}{style}", f"k{rest}{own}{before}")


def _landmarks(facts: Facts) -> tuple[str, ...]:
    own, era, quotation, within, to_number, sign, since = facts
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


_CONTEXT = (_look, _behind, _ahead, _between, _place, _landmarks, _cues)


def votes(text: str, fragments: list[Fragment], shapes: list[str], memory: Memory[V]) -> list[V]:
    """Return the votes of each fragment's features together; `shapes` are the fragments' looks."""
    if not fragments:
        return []
    kinds, date, style, sign = _whole(fragments)
    look, behind, ahead, between, place, landmarks, cues = [memory[name] for name in _CONTEXT]
    before2 = before1 = short1 = "^"
    flags_before, flag = 0, FLAGS.get
    flags_ahead = [*[fragment.flags for fragment in fragments[1:]], 0]
    found: list[V] = []
    columns = zip(fragments, shapes, [*shapes[1:], "$"], flags_ahead, *_places(kinds, date), strict=True)
    for fragment, own, following, flags_after, kind1, kind2, index, rest, era, quoted, within, since, number in columns:
        before, after, flags, short = fragment.before, fragment.after, fragment.flags, _SHORT[own]
        found.append(
            look[own, before, after, fragment.inside, number]
            + behind[own, before, before1, before2]
            + ahead[own, after, following, kind1, kind2]
            + between[short, before1, following]
            + place[own, style, era, index, rest, before[:1]]
            + landmarks[own, era, quoted, within, number, sign, since]
            + cues[short, flags, flags_before, flags_after, flag(fragment.first, 0), flag(fragment.last, 0)]
            + _said(fragment, text, short, kind1, memory)
        )
        before2, before1, short1, flags_before = short1, own, short, flags
    return _with_others(found, fragments, shapes, memory)


def _with_others(found: list[V], fragments: list[Fragment], shapes: list[str], memory: Memory[V]) -> list[V]:
    """Add to the votes for each fragment those of the marks around it, and of what all others announce."""
    joints, heralds = memory[_joints], memory[_heralds]
    marks = ["^", *[fragment.before for fragment in fragments], "$", "$"]
    columns = zip(found, shapes, marks, marks[1:-2], marks[2:-1], marks[3:], *_told(fragments), strict=False)
    return [
        votes + joints[before1, before, after, after1, own[0]] + heralds[_SHORT[own], later, earlier]
        for votes, own, before1, before, after, after1, later, earlier in columns
    ]


def _told(fragments: list[Fragment]) -> tuple[list[int], list[int]]:
    """Return what cues of `_HERALDS` the fragments behind each one hold together, and those before it."""
    told = [fragment.flags & _HERALDS for fragment in fragments]
    later = list(accumulate(reversed(told[1:]), or_, initial=0))
    return later[::-1], list(accumulate(told[:-1], or_, initial=0))


def _whole(fragments: list[Fragment]) -> tuple[str, int, str, str]:
    """Return of a whole reference: its kinds, where its date stands, its style, what stands around the date."""
    kinds = "".join([fragment.kind for fragment in fragments])
    date = min((place for place in (kinds.find("Y"), kinds.find("D")) if place >= 0), default=-1)
    style = ("q" if "q" in kinds else "") + ("i" if "i" in kinds else "")
    if date < 0:
        return kinds, date, style, ""
    style += "e" if date * 2 < len(kinds) else "d"
    return kinds, date, style, fragments[date].before[-1:] + fragments[date].after[:1]


def describe(text: str, fragments: list[Fragment], shapes: list[str]) -> list[list[str]]:
    """Return the features of each fragment of a reference, spelt out: names are added up like votes."""
    spelt = votes(text, fragments, shapes, Memory(tuple))
    return [sorted(row, key=lambda feature: _LETTERS[feature[0]]) for row in spelt]


def _places(kinds: str, date: int) -> tuple[Sequence[str], ...]:
    """Return of each fragment: the next two kinds, its number, how many are left, its era, its distances."""
    count = len(kinds)
    return (
        kinds[1:] + "$",
        (kinds[2:] + "$$")[:count],
        ("012345" + "6" * count)[:count],
        ("5" * count + "4321")[-count:],
        "n" * count if date < 0 else "b" * date + "y" + "a" * (count - date - 1),
        _since(kinds.find("q"), count),
        _since(kinds.find("i"), count),
        _since(date, count),
        _distances(kinds),
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
