"""This room settles what the model leaves open: the table of rules over its labels, in the order of asking."""

from __future__ import annotations

import re
from functools import cache, reduce
from operator import or_

from jopsrdf.references import (
    container_rules,
    custom_rules,
    event_rules,
    kind_rules,
    law_rules,
    locator_rules,
    media_rules,
    people_rules,
    publisher_rules,
    title_rules,
)
from jopsrdf.references.fragments import Fragment
from jopsrdf.references.hinted import folded, parted, pieces
from jopsrdf.references.sheet import Joint, Rule, Sheet

RULES: tuple[Rule, ...] = (
    *law_rules.RULES,
    *event_rules.RULES,
    *title_rules.RULES,
    *container_rules.RULES,
    *kind_rules.RULES,
    *locator_rules.RULES,
    *custom_rules.RULES,
    *publisher_rules.RULES,
    *people_rules.RULES,
    *media_rules.RULES,
    *locator_rules.LAST,
    *title_rules.LAST,
)

#: Rules that ask for the same joint, as the bits of their places.
_ASKED: dict[str, int] = {}
for _place, _rule in enumerate(RULES):
    _ASKED[_rule.joint] = _ASKED.get(_rule.joint, 0) | 1 << _place
#: The bits of the rules that a word at the beginning of a fragment calls, and of those that need none.
_OPENED: dict[str, int] = {}
for _place, _rule in enumerate(RULES):
    for _word in _rule.word.split() or [""]:
        _OPENED[_word] = _OPENED.get(_word, 0) | 1 << _place
_WORDLESS = _OPENED.pop("")
#: Bit → its rule, and the hints of that for each of the `pieces` of a text.
_ROWS = {1 << place: (rule, *parted(map(folded, rule.hints))) for place, rule in enumerate(RULES)}
#: Joints whose rules are remembered at most.
_MEMORIES = 5_000


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
    return [(re.compile(joint, re.DOTALL), bits) for joint, bits in _ASKED.items()]


_CALLS = _Calls()


def settle(fragments: list[Fragment], labels: list[str], raw: str) -> list[str]:
    """Return the labels after all the rules; one is asked only where it may have something to say."""
    if not labels:
        return labels
    sheet = Sheet(raw, fragments, labels)
    opened = reduce(or_, [_OPENED[word] for word in sheet.firsts if word in _OPENED], _WORDLESS)
    called = _called(sheet) & opened
    while called:
        bit = called & -called
        called ^= bit
        rule, plain, foreign = _ROWS[bit]
        if rule.without and any(map(labels.__contains__, rule.without)):
            continue
        if rule.hints and not _is_printed(plain, foreign, raw):
            continue
        before = labels.copy()
        rule.apply(sheet)
        if labels != before:
            called = _called(sheet) & opened & -bit << 1
    return labels


def _called(sheet: Sheet) -> int:
    """Return a bit for each rule that a joint of the reference calls."""
    return reduce(or_, map(_CALLS.__getitem__, sheet.joints()))


def _is_printed(plain_hints: tuple[str, ...], foreign_hints: tuple[str, ...], raw: str) -> bool:
    plain, foreign = pieces(raw)
    return any(map(plain.__contains__, plain_hints)) or any(map(foreign.__contains__, foreign_hints))
