"""This room is the flat JSON form of a reference: one key for each field, nothing that was not printed."""

from __future__ import annotations

from typing import Any

from jopsrdf.records import Agent, PartialDate, Reference, Role, Work

_ROLES: tuple[tuple[str, Role], ...] = (
    ("authors", "author"),
    ("editors", "editor"),
    ("translators", "translator"),
    ("interviewer", "interviewer"),
)
#: Keys whose value is the field of the same name.
_SAME = (
    "title",
    "container_title",
    "collection_title",
    "number",
    "supplement",
    "part",
    "publisher",
    "publisher_place",
    "university",
    "department",
    "chapter_number",
    "edition",
    "event",
    "medium",
    "language",
)
_SCHEMES = ("doi", "url", "isbn", "issn", "arxiv", "pmid", "pmcid", "handle", "urn", "orcid", "ror", "wikidata")


def as_json(reference: Reference) -> dict[str, Any]:
    """Return a reference as flat JSON; empty fields are left out.

    Years are integers, other dates ISO strings; names are objects with `family`, `given`, `particle`, `suffix`, or
    `literal` for an organisation; `confidence` holds one number for each field and one for the `record`.
    """
    found: dict[str, Any] = {"n": reference.position, "raw": reference.raw, "label": reference.label}
    if reference.work:
        found |= flat(reference.work)
    found["intents"] = list(reference.intents)
    found["spans"] = [[span.label, span.start, span.end] for span in reference.spans]
    found["remainder"] = list(reference.remainder)
    found["confidence"] = {field: round(value, 3) for field, value in reference.confidence}
    found["notes"] = [f"{note.code}: {note.message}" for note in reference.notes]
    return {key: value for key, value in found.items() if value not in ("", None, [], {})}


def flat(work: Work) -> dict[str, Any]:
    """Return the fields of a work under the keys of the flat form, empty ones included."""
    found: dict[str, Any] = {"type": work.type}
    for key, role in _ROLES:
        found[key] = [_agent(agent) for agent in work.people(role)]
    found |= _dates(work)
    found |= {key: getattr(work, key) for key in _SAME}
    found |= {
        "genre": work.degree,
        "volume": work.issue.volume,
        "issue": work.issue.number,
        "issue_whole": work.issue.whole_number,
    }
    if work.university and not work.publisher:
        found["publisher"] = work.university
    if work.pages:
        found |= {"page_first": work.pages.first, "page_last": work.pages.last}
    found |= {scheme: work.identifier(scheme) for scheme in _SCHEMES}
    return found


def _dates(work: Work) -> dict[str, Any]:
    return {
        "year": work.issued.year if work.issued else None,
        "date": _finer(work.issued),
        "issued_text": work.issued_text,
        "original_year": work.original.year if work.original else None,
        "submitted": str(work.submitted) if work.submitted else "",
        "accessed": str(work.accessed) if work.accessed else "",
    }


def _finer(date: PartialDate | None) -> str:
    return str(date) if date and date.month else ""


def _agent(agent: Agent) -> dict[str, str]:
    parts = {name: getattr(agent, name) for name in ("family", "given", "particle", "suffix", "literal")}
    return {name: value for name, value in parts.items() if value}
