"""This room joins two statements about one thing: the first one stands, the second completes it.

Two references that denote one work rarely say exactly the same of it. A graph must not hold both a date of 2019 and one
of 2020 for it, because both properties are functional; so the order of reading decides, and the rest is a note.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from jopsrdf.graph.entities import Entity, Role, held
from jopsrdf.records import PartialDate, Text
from jopsrdf.text import fold


def agree(first: Entity, second: Entity) -> list[str]:
    """Complete the first statement about a thing by the second; return the fields in which they contradict.

    A field that only one of them states is taken from there; lists of identifiers are united, roles are completed
    role by role; for the rest, what was said first stands.
    """
    contradicting = []
    for name in _field_names(first):
        one, other = getattr(first, name), getattr(second, name)
        if not other or one is other:
            continue
        if not one:
            setattr(first, name, other)
        elif name == "roles":
            first_roles, said = _roles(one, other)
            setattr(first, name, first_roles)
            contradicting += said
        elif name in first.JOINED:
            setattr(first, name, _united(one, other))
        elif name == "manifestations":
            contradicting += agree(one[0], other[0])
        elif not _compatible(one, other):
            contradicting.append(name)
    return contradicting


def _field_names(thing: Entity) -> tuple[str, ...]:
    return tuple(f.name for f in fields(thing) if f.name != "iri")


def _roles(one: tuple[Role, ...], other: tuple[Role, ...]) -> tuple[tuple[Role, ...], list[str]]:
    known = {role.role for role in one}
    shared = dict.fromkeys(role.role for role in other if role.role in known)
    contradicting = [f"{name}s" for name in shared if _comparable(held(one, name)) != _comparable(held(other, name))]
    return one + tuple(role for role in other if role.role not in known), contradicting


def _united(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    known = set(map(_comparable, one))
    return one + tuple(value for value in other if _comparable(value) not in known)


def _compatible(one: Any, other: Any) -> bool:
    if isinstance(one, PartialDate):
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    return bool(_comparable(one) == _comparable(other))


def _comparable(value: Any) -> Any:
    """Return what makes two values the same: of things their names, of texts the letters and figures."""
    if isinstance(value, tuple):
        return tuple(map(_comparable, value))
    if isinstance(value, Text):
        return fold(value.value)
    if isinstance(value, str):
        return fold(value)
    return value.iri if isinstance(value, Entity) else value
