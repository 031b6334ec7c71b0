"""This room is the table of note codes: what each doubt means, and an example of it.

Whoever writes a `Note` takes its code from here; the table becomes a SKOS scheme in the vocabulary and a page in
the docs, so a code is a promise: it is never given another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.errors import Note, Severity, Where


@dataclass(frozen=True, slots=True)
class Code:
    """One row: `code` as it stands on records, the severity, what it means in a sentence, and an example."""

    code: str
    severity: Severity
    meaning: str
    example: str


CODES: dict[str, Code] = {
    row.code: row
    for row in (
        Code(
            "issue-bracket",
            "warning",
            "A bracket in the issue number is not closed; the number was read as if it were.",
            "3 (1(7): 24-36",
        ),
    )
}


def note(code: str, message: str, where: Where | None = None) -> Note:
    """Return a note with the severity that its code has; an unknown code is a bug and raises `KeyError`.

    >>> note("issue-bracket", "read “1(10” as issue 1, whole number 10").severity
    'warning'
    """
    return Note(code, message, where, CODES[code].severity)
