"""This room settles what the model leaves open: the table of rules over its labels, in the order of asking."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, reduce
from operator import or_

from jopsrdf.references.fragments import Fragment
from jopsrdf.references.rules import (
    archive,
    body,
    commas,
    container,
    counted,
    court,
    custom,
    edition,
    event,
    gazette,
    head,
    host,
    interview,
    kind,
    law,
    locator,
    media,
    people,
    publisher,
    role,
    series,
    sign,
    title,
)
from jopsrdf.references.rules.sheet import Joint, Rule, Sheet
from jopsrdf.references.words.hinted import folded, parted, pieces

RULES: tuple[Rule, ...] = (
    *law.RULES,
    *event.RULES,
    *title.RULES,
    *container.RULES,
    *series.RULES,
    *kind.RULES,
    *locator.RULES,
    *custom.RULES,
    *counted.RULES,
    *publisher.RULES,
    *host.RULES,
    *people.RULES,
    *media.RULES,
    *body.RULES,
    *role.RULES,
    *edition.RULES,
    *head.RULES,
    *commas.RULES,
    *locator.LAST,
    *title.LAST,
    *archive.RULES,
    *interview.RULES,
    *sign.RULES,
    *gazette.RULES,
    *court.RULES,
)

#: Joints whose rules are remembered at most.
_MEMORIES = 20_000


def _places(needs: Callable[[Rule], Iterable[str]]) -> dict[str, int]:
    """Return a bit for the place of each rule that has a need, by need; a rule without one needs ""."""
    found: dict[str, int] = {}
    for place, rule in enumerate(RULES):
        for need in list(needs(rule)) or [""]:
            found[need] = found.get(need, 0) | 1 << place
    return found


#: Need → the bits of the rules that have it, for each kind of need.
_JOINTS = _places(lambda rule: [rule.joint])
_WORDS = _places(lambda rule: rule.word.split())
_HINTS = _places(lambda rule: map(folded, rule.hints))
_PLAIN, _FOREIGN = parted(_HINTS.keys() - {""})
#: The bits of the rules that need neither a word nor a hint.
_WORDLESS = _WORDS.pop("") & _HINTS.pop("")
_WITHOUT = _places(lambda rule: rule.without)
#: Bit → its rule.
_ROWS = {1 << place: rule for place, rule in enumerate(RULES)}


class _Calls(dict[Joint, int]):
    """Joint → the bits of the rules that it calls: most joints were met before, and then no pattern is tried."""

    def __missing__(self, joint: Joint) -> int:
        if len(self) >= _MEMORIES:
            self.clear()
        printed = "".join(joint)
        bits = self[joint] = sum(bits for pattern, bits in _patterns() if pattern.search(printed))
        return bits


@cache
def _patterns() -> list[tuple[re.Pattern[str], int]]:
    return [(re.compile(joint, re.DOTALL), bits) for joint, bits in _JOINTS.items()]


_CALLS = _Calls()


def settle(fragments: list[Fragment], labels: list[str], raw: str) -> list[str]:
    """Return the labels after all the rules; one is asked only where it may have something to say."""
    if not labels:
        return labels
    sheet = Sheet(raw, fragments, labels)
    called = calls(sheet)
    while called:
        bit = called & -called
        called ^= bit
        before = labels.copy()
        _ROWS[bit].apply(sheet)
        if labels != before:
            called = calls(sheet) & -bit << 1
    return labels


def calls(sheet: Sheet) -> int:
    """Return a bit for the place of each rule that finds what it needs on the sheet."""
    plain, foreign = pieces(sheet.raw)
    printed = _WORDLESS
    for word in sheet.firsts:
        if word in _WORDS:
            printed |= _WORDS[word]
    for hint in (*filter(plain.__contains__, _PLAIN), *filter(foreign.__contains__, _FOREIGN if foreign else ())):
        printed |= _HINTS[hint]
    for letter in set(sheet.labels):
        if letter in _WITHOUT:
            printed &= ~_WITHOUT[letter]
    return printed & reduce(or_, map(_CALLS.__getitem__, sheet.joints()))
