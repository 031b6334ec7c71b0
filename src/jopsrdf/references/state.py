"""This room keeps what is known of a reference while its fields are read: stretches by label, spans, doubts."""

from __future__ import annotations

from dataclasses import dataclass, field

from jopsrdf.errors import Note
from jopsrdf.records import Span
from jopsrdf.references.edges import trim
from jopsrdf.references.grammar import Run

#: Fields whose values may end in a short form: a full stop before a comma ends no sentence, it belongs to the value.
_SHORTENED = frozenset(("container_title", "collection_title", "publisher", "university"))

#: What ends the name of a company, a party in the title of a decision.
_COMPANIES = (" Inc", " Co", " Corp", " Ltd", " Cos")


@dataclass(slots=True)
class State:
    """The text, its labelled stretches by label, and what reading them brings: spans of values, notes, a medium."""

    text: str
    groups: dict[str, list[Run]]
    spans: list[Span] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    more: bool = False
    is_repeated: bool = False
    medium: str = ""
    chapter: str = ""
    is_clean: bool = True

    def take(self, name: str) -> str:
        """Return the value of a text field: its first stretch, trimmed; later ones go to the remainder."""
        stretches = self.groups.get(name)
        return self.value(stretches[0], name) if stretches else ""

    def value(self, stretch: Run, name: str) -> str:
        start, end = trim(self.text, stretch.start, stretch.end)
        if self.text.startswith(".,", end) and (name in _SHORTENED or self.text.endswith(_COMPANIES, start, end)):
            end += 1
        self.spans.append(Span(start, end, name))
        return self.text[start:end] if self.is_clean else " ".join(self.text[start:end].split())
