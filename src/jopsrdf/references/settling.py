"""This room settles what the model leaves open: the table of rules over its labels, in the order of asking."""

from __future__ import annotations

from jopsrdf.references import (
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
from jopsrdf.references.sheet import Rule, Sheet

RULES: tuple[Rule, ...] = (
    *law_rules.RULES,
    *event_rules.RULES,
    *title_rules.RULES,
    *kind_rules.RULES,
    *locator_rules.RULES,
    *custom_rules.RULES,
    *publisher_rules.RULES,
    *people_rules.RULES,
    *media_rules.RULES,
    *title_rules.LAST,
)


def settle(fragments: list[Fragment], labels: list[str], raw: str) -> list[str]:
    """Return the labels after all the rules."""
    if not labels:
        return labels
    sheet = Sheet(raw, fragments, labels)
    lowered = raw.lower()
    for rule in RULES:
        if not rule.hints or any(map(lowered.__contains__, rule.hints)):
            rule.apply(sheet)
    return sheet.labels
