"""A rule of settling is asked where its row says that it may change labels; nowhere else does it change any."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random
from unittest.mock import patch

import pytest

from jopsrdf.references import grammar, model
from jopsrdf.references.fragments import Fragment
from jopsrdf.references.rules.settling import RULES, calls, settle
from jopsrdf.references.rules.sheet import Rule, Sheet
from test_references import SINGLE

Unsettled = tuple[list[Fragment], list[str], str]


@cache
def cases() -> list[Unsettled]:
    """Return the fragments of each case, what the model calls them, and the text."""
    found: list[Unsettled] = []

    def keep(fragments: list[Fragment], labels: list[str], raw: str) -> list[str]:
        found.append((fragments, labels.copy(), raw))
        return settle(fragments, labels, raw)

    with patch.object(grammar, "settle", keep):
        for case in SINGLE:
            grammar.runs(case.raw, grammar.prepare(case.raw))
    return [case for case in found if case[0]]


def sheets(seed: int) -> Iterator[Sheet]:
    """Yield the cases with labels that no model may ever give: some were changed by chance, none for the seed 0."""
    chance = Random(seed)
    for fragments, labels, raw in cases():
        changed = labels.copy()
        for _ in range(chance.choice((1, 1, 2, 3, 6)) if seed else 0):
            place = chance.randrange(len(changed))
            for neighbour in range(place, min(place + chance.choice((1, 2)), len(changed))):
                changed[neighbour] = chance.choice(model.ORDER)
        yield Sheet(raw, fragments, changed)


def holds(rule: Rule, sheet: Sheet) -> bool:
    return not set(rule.without) & set(sheet.labels)


@pytest.mark.parametrize("seed", range(6))
def test_a_rule_that_is_not_called_has_nothing_to_say(seed: int) -> None:
    """Where neither joint nor word nor hint calls a rule, it would leave every label as it is."""
    for sheet in sheets(seed):
        labels, called = sheet.labels.copy(), calls(sheet)
        for place, rule in enumerate(RULES):
            if not called >> place & 1 and holds(rule, sheet):
                rule.apply(sheet)
                assert sheet.labels == labels, f"{rule.apply.__name__}: {sheet.raw}"


@pytest.mark.parametrize("seed", range(6))
def test_settling_is_asking_every_rule_in_turn(seed: int) -> None:
    """A rule that another one's change calls is asked too, if its turn is yet to come, and none is asked again."""
    for sheet in sheets(seed):
        settled = settle(sheet.fragments, sheet.labels.copy(), sheet.raw)
        for rule in RULES:
            if holds(rule, sheet):
                rule.apply(sheet)
        assert settled == sheet.labels, sheet.raw


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.apply.__name__.strip("_"))
def test_every_rule_is_called(rule: Rule) -> None:
    """No row asks for what no reference prints."""
    place = RULES.index(rule)
    assert any(calls(sheet) >> place & 1 for seed in range(60) for sheet in sheets(seed))
