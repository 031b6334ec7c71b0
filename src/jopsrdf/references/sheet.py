"""This room is the sheet on which the rules of settling write: the fragments of a reference with their labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jopsrdf.references import model
from jopsrdf.references.fragments import Fragment

#: Letter → name of the span: the labels of the model, and those that only rules give.
NAMES: dict[str, str] = model.LABELS | {"h": "event", "r": "part", "q": "interviewer", "m": "medium"}


@dataclass(slots=True)
class Sheet:
    """A reference while its labels are being settled; `labels` has one letter of `NAMES` for each fragment."""

    raw: str
    fragments: list[Fragment]
    labels: list[str]

    def text(self, index: int) -> str:
        """Return the characters of a fragment."""
        fragment = self.fragments[index]
        return self.raw[fragment.start : fragment.end]

    def gap(self, index: int) -> str:
        """Return what stands before a fragment, as printed, and behind the last one for the place after it."""
        if not index:
            return ""
        start = self.fragments[index - 1].end
        return self.raw[start : self.fragments[index].start] if index < len(self.fragments) else self.raw[start:]

    def put(self, first: int, last: int, letter: str) -> None:
        """Label the fragments of a half-open range."""
        self.labels[first:last] = letter * (last - first)

    def stretch(self, index: int) -> int:
        """Return where the run of one label that holds a fragment ends."""
        letter = self.labels[index]
        while index < len(self.labels) and self.labels[index] == letter:
            index += 1
        return index


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason to change labels; `hints` are lower-case strings of which one is printed wherever it changes some."""

    apply: Callable[[Sheet], None]
    hints: tuple[str, ...] = ()
