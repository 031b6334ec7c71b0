"""This room settles what the model leaves open: the table of rules over its labels, in the order of asking."""

from __future__ import annotations

from itertools import chain

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
from jopsrdf.references.sheet import Rule, Sheet

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

#: Hint → the bits of the rules that it calls.
_CALLS: dict[str, int] = {}
for _place, _rule in enumerate(RULES):
    for _hint in chain.from_iterable(parted(map(folded, _rule.hints))):
        _CALLS[_hint] = _CALLS.get(_hint, 0) | 1 << _place
_PLAIN, _FOREIGN = parted(_CALLS)
_ALWAYS = sum(1 << place for place, rule in enumerate(RULES) if not rule.hints)


def settle(fragments: list[Fragment], labels: list[str], raw: str) -> list[str]:
    """Return the labels after all the rules."""
    if not labels:
        return labels
    sheet = Sheet(raw, fragments, labels)
    asked = _asked(raw)
    for place, rule in enumerate(RULES):
        if asked >> place & 1:
            rule.apply(sheet)
    return sheet.labels


def _asked(raw: str) -> int:
    """Return a bit for each rule that a text has to be asked by; all the hints are looked for at once."""
    plain, foreign = pieces(raw)
    asked = _ALWAYS
    for hint in (*filter(plain.__contains__, _PLAIN), *filter(foreign.__contains__, _FOREIGN if foreign else ())):
        asked |= _CALLS[hint]
    return asked
