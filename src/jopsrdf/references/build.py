"""This room turns labelled spans of a reference into the record of the cited work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from jopsrdf import identifiers
from jopsrdf.errors import Note
from jopsrdf.records import Contribution, Issue, Role, Span, Work
from jopsrdf.references.dates import read_date
from jopsrdf.references.locators import read_issue, read_pages
from jopsrdf.references.names import read_names


@dataclass
class Built:
    work: Work
    spans: tuple[Span, ...]
    remainder: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def build(text: str, spans: tuple[Span, ...]) -> Built:
    """Temporary."""
    got: dict[str, Any] = {}
    people: list[Contribution] = []
    for s in spans:
        part = text[s.start:s.end]
        if s.label in ("authors", "editors"):
            role: Role = "author" if s.label == "authors" else "editor"
            people += [Contribution(agent=n.agent, role=role) for n in read_names(text, s.start, s.end).names]
        elif s.label == "year":
            got["issued"] = read_date(part).value
        elif s.label == "pages":
            got["pages"] = read_pages(part)
        elif s.label in ("volume", "issue"):
            got[s.label] = part
        else:
            got[s.label] = part.removeprefix("In:").removeprefix("In ").strip(" .,“”")
    number, whole = read_issue(got.pop("issue")) if "issue" in got else ("", "")
    ids = []
    for f in identifiers.find(text):
        ids.append(f.identifier)
    return Built(Work(contributions=tuple(people), issue=Issue(volume=got.pop("volume", ""), number=number, whole_number=whole), identifiers=tuple(ids), **got), spans)
