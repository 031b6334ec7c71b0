"""This room is the sheet on which the rules of settling write: the fragments of a reference with their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from jopsrdf.references import model
from jopsrdf.references.fragments import Fragment
from jopsrdf.references.tokens import TOKEN

#: Letter → name of the span: the labels of the model, and those that only rules give.
NAMES: dict[str, str] = model.LABELS | {"h": "event", "r": "part", "q": "interviewer", "m": "medium", "k": "number"}

#: Two neighbours on a sheet: kind and label of the first, what is printed between them, label and kind of the second.
Joint = tuple[str, str, str, str, str]
#: Of a longer gap a joint has only the ends: no rule asks for its middle, and blanks without end are slow to search.
_LONGEST_GAP = 60


class Sheet:
    """A reference while its labels are being settled.

    `labels` has one letter of `NAMES` for each fragment; `gaps` says what is printed before each of them, and behind
    the last one; `firsts` has their first words in small letters, "" for numbers.
    """

    __slots__ = ("_kinds", "firsts", "fragments", "gaps", "labels", "raw")

    def __init__(self, raw: str, fragments: list[Fragment], labels: list[str]) -> None:
        self.raw = raw
        self.fragments = fragments
        self.labels = labels
        self.gaps = ["", *[raw[one.end : two.start] for one, two in pairwise(fragments)], raw[fragments[-1].end :]]
        self._kinds = ["", *[fragment.kind for fragment in fragments], ""]
        self.firsts = [fragment.first for fragment in fragments]
        if "q" in self._kinds:
            self.firsts = [fragment.first or self._first(fragment) for fragment in fragments]

    def joints(self) -> Iterator[Joint]:
        """Return the joints of the reference; the first and the last have nothing on one side."""
        kinds, labels, gaps = self._kinds, ["", *self.labels, ""], self.gaps
        if max(map(len, gaps)) > _LONGEST_GAP:
            gaps = [gap if len(gap) <= _LONGEST_GAP else gap[:30] + gap[-30:] for gap in gaps]
        return zip(kinds, labels, gaps, labels[1:], kinds[1:], strict=False)

    def _first(self, fragment: Fragment) -> str:
        """Return the first word of a quotation in small letters; other fragments know theirs."""
        word = TOKEN.match(self.raw, fragment.start, fragment.end) if fragment.kind == "q" else None
        return word[0].lower() if word else ""

    def text(self, index: int) -> str:
        """Return the characters of a fragment."""
        fragment = self.fragments[index]
        return self.raw[fragment.start : fragment.end]

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
    """One reason to change labels, and what there is wherever it changes some.

    `joint` is a pattern that fits some joint, written in its order: `"t, cw"` asks for a title, a comma and words of a
    container, `"^A"` for authors who come first. One `word` of those given opens a fragment, or one of the `hints`,
    strings in small letters, is printed. None of the labels `without` is given yet.
    """

    apply: Callable[[Sheet], None]
    joint: str = ""
    word: str = ""
    hints: tuple[str, ...] = ()
    without: str = ""
