"""This room turns records into JSON and back; what has its default value is left out, so the JSON reads well.

The JSON of an article is what `jopsrdf convert --to record` prints and what a generation keeps, so its keys are the
names of the record's fields.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from jopsrdf.errors import Note, Where
from jopsrdf.identifiers import Identifier
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    Pages,
    PartialDate,
    Reference,
    Span,
    Text,
    Work,
)

RECORDS = (Where, Note, Identifier, Text, Pages, Agent, Contribution, Journal, Issue, Span, Work, Reference, Article)


@cache
def converter() -> Converter:
    """Return the converter of all records: defaults omitted, dates as ISO text, unknown keys refused."""
    made = Converter(forbid_extra_keys=True)
    made.register_unstructure_hook(PartialDate, str)
    made.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    for record in RECORDS:
        made.register_unstructure_hook(record, make_dict_unstructure_fn(record, made, _cattrs_omit_if_default=True))
        made.register_structure_hook(record, make_dict_structure_fn(record, made, _cattrs_forbid_extra_keys=True))
    return made


def as_dict(record: object) -> dict[str, Any]:
    """Return a record as plain values.

    >>> as_dict(Issue(volume="4", number="1", whole_number="10"))
    {'volume': '4', 'number': '1', 'whole_number': '10'}
    """
    plain: dict[str, Any] = converter().unstructure(record)
    return plain


def to_json(record: object, *, indent: int | None = None) -> str:
    """Return a record as JSON text, letters of all scripts as they are.

    >>> to_json(Pages("125", "141"))
    '{"first": "125", "last": "141"}'
    """
    return json.dumps(as_dict(record), ensure_ascii=False, indent=indent)


def article(text: str) -> Article:
    """Read an article back; raise `ValueError` (or cattrs' groups of it) when the JSON is not ours.

    >>> article('{"title": {"value": "Russia and Europe"}, "published": "1888"}').published
    PartialDate(year=1888, month=0, day=0)
    """
    return converter().structure(json.loads(text), Article)
