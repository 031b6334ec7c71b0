"""This room reads a query before it is evaluated: what form it has, how long and deep it is, what it reaches for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from jopsrdf.errors import QueryError, QueryRefused
from jopsrdf.store.answers import KINDS, Form, Kind, Limits

UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a query without parsing it: its form, None where even that is unclear (the parser will say)."""

    form: Form | None

    @property
    def kind(self) -> Kind:
        """Whether the answer is a table (or a boolean) or a graph."""
        return KINDS[self.form] if self.form else "bindings"


_PROLOGUE = re.compile(r"(?:\s|#[^\n\r]*|BASE\s*<[^>]*>|PREFIX\s*[\w.\-]*:\s*<[^>]*>)*", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]*")


def read(text: str, limits: Limits) -> Reading:
    """Read a query; raise `QueryRefused` for an update or SERVICE, `QueryError` for one too long or deep."""
    if len(text) > limits.length:
        raise QueryError(f"the query has {len(text):,} characters; {limits.length:,} are allowed")
    start = _PROLOGUE.match(text)
    word = _WORD.match(text, start.end() if start else 0)
    form = word[0].upper() if word else ""
    if form in UPDATES:
        raise QueryRefused(f"{form} is an update; this endpoint is read-only")
    return Reading(form if form in get_args(Form) else None)  # type: ignore[arg-type] # just looked up
