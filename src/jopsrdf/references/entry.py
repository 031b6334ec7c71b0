"""This room reads one printed reference: strangers are set aside, names are taken over from the entry before, doubts
become notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jopsrdf.errors import Note
from jopsrdf.notes import note
from jopsrdf.records import INTENTS, Reference, Work
from jopsrdf.references.build import Built, build
from jopsrdf.references.confidence import judge
from jopsrdf.references.grammar import MOST, Prepared, Run, by_name, prepare, runs_of_all
from jopsrdf.references.strangers import strangeness
from jopsrdf.references.words.name_words import SAME_WORK

#: A longer line is no reference; it is kept and not read, so that a hostile text costs nothing.
LONGEST = 4000
#: So many lines of a list go through every step together: a step finds its code and its tables in the processor's
#: nearest memory then, which is too small for those of all steps. A list is read a fifth faster than line by line.
TOGETHER = 64


def read(raw: str, *, position: int = 0, previous: Reference | None = None) -> Reference:
    """Return what one printed line says; `previous` is the entry before it, for "Ders." and dashes.

    The work is None when the line cites nothing. Nothing raises: doubts are notes, what no field took is in
    `remainder`.

    >>> found = read("Danilevsky, Nikolay Ya. 1888. Russia and Europe. St. Petersburg: The publication of N. Strakhov.")
    >>> found.work.title, found.work.publisher_place, found.work.type
    ('Russia and Europe', 'St. Petersburg', 'book')
    """
    return _read([raw], position, previous)[0]


def read_all(lines: Sequence[str]) -> list[Reference]:
    """Return what the lines of a list say, in order and numbered from 1."""
    found: list[Reference] = []
    for first in range(0, len(lines), TOGETHER):
        found += _read(lines[first : first + TOGETHER], first + 1, _last_work(found))
    return found


def _read(lines: Sequence[str], position: int, previous: Reference | None) -> list[Reference]:
    """Return what lines say that are read together; `position` is that of the first one."""
    begun = [_begun(raw) for raw in lines]
    whole = [(raw, one) for raw, one in zip(lines, begun, strict=True) if isinstance(one, Prepared)]
    labelled = runs_of_all(whole)
    built = [
        build(raw, by_name(runs), prepared.found, prepared.start, prepared.end)
        for (raw, prepared), runs in zip(whole, labelled, strict=True)
    ]
    parts = zip(labelled, built, strict=True)
    found: list[Reference] = []
    for place, (raw, one) in enumerate(zip(lines, begun, strict=True), position):
        if isinstance(one, Prepared):
            entry = _ended(raw, place, one, *next(parts), previous)
        else:
            entry = _unread(raw, place, *one)
        previous = entry if entry.work else previous
        found.append(entry)
    return found


def _begun(raw: str) -> Prepared | tuple[str, str]:
    """Return what needs no model, or the code and the reason why a line is not read."""
    if len(raw) > LONGEST or not raw.strip():
        return "reference-unparsed", f"{len(raw)} characters are no reference"
    stranger = strangeness(raw)
    return ("not-a-reference", stranger) if stranger else prepare(raw)


def _ended(
    raw: str, position: int, prepared: Prepared, runs: list[Run], built: Built, previous: Reference | None
) -> Reference:
    """Return the record of a line that was read, in the light of the entry before it."""
    if _cites_the_same(raw, prepared):
        return _same_work(raw, position, prepared, previous)
    if not runs and len(raw) > MOST:
        return _unread(raw, position, "reference-unparsed", f"more than {MOST} pieces are no reference")
    if not (built.work.title or built.work.container_title or built.work.identifiers or built.work.contributions):
        return _unread(raw, position, "not-a-reference", "no part of a reference was found")
    work, notes = _with_authors(built, previous)
    unknown = [term for term in prepared.intents if term not in INTENTS]
    notes += [note("intent-unknown", f"CiTO has no “{term}”") for term in unknown]
    if built.language:
        notes.append(note("language-inferred", f"{built.language.code}, from {built.language.method}"))
    return Reference(
        raw=raw,
        position=position,
        label=prepared.label,
        work=work,
        spans=built.spans,
        remainder=built.remainder,
        confidence=judge(work, built, runs),
        intents=tuple(term for term in prepared.intents if term in INTENTS),
        notes=(*prepared.notes, *built.notes, *notes),
    )


def _last_work(found: list[Reference]) -> Reference | None:
    return next((entry for entry in reversed(found) if entry.work), None)


def _unread(raw: str, position: int, code: str, reason: str) -> Reference:
    return Reference(
        raw=raw, position=position, remainder=(raw.strip(),) if raw.strip() else (), notes=(note(code, reason),)
    )


def _cites_the_same(raw: str, prepared: Prepared) -> bool:
    """Say whether a short line is only "Ebd., S. 15": the work of the entry before."""
    words = raw[prepared.start : prepared.end].split(None, 1)
    return bool(words) and words[0].strip(".,:;").casefold() in SAME_WORK and prepared.end - prepared.start < 40


def _same_work(raw: str, position: int, prepared: Prepared, previous: Reference | None) -> Reference:
    word, _, rest = raw[prepared.start : prepared.end].partition(" ")
    if not (previous and previous.work):
        return _unread(raw, position, "repeated-author-unknown", f"“{word}” has no entry before it")
    return Reference(
        raw=raw,
        position=position,
        label=prepared.label,
        work=previous.work,
        remainder=(rest.strip(" ,;.:"),) if rest.strip(" ,;.:") else (),
        confidence=previous.confidence,
        notes=(
            note("same-work", f"“{word.strip('.,')}” stands for the work of entry {previous.position or 'before'}"),
        ),
    )


def _with_authors(built: Built, previous: Reference | None) -> tuple[Work, list[Note]]:
    """Return the work with the authors of the entry before, where a dash or a word stands for them."""
    notes = [note("authors-omitted", "the printed list of authors is not complete")] if built.more else []
    if not built.is_repeated:
        return built.work, notes
    role = "author" if not (previous and previous.work) or previous.work.people("author") else "editor"
    taken = tuple(c for c in previous.work.contributions if c.role == role) if previous and previous.work else ()
    if not taken:
        return built.work, [*notes, note("repeated-author-unknown", "no entry with authors precedes the repeat sign")]
    names = "; ".join(contribution.agent.name for contribution in taken)
    work = replace(built.work, contributions=(*taken, *built.work.contributions))
    return work, [*notes, note("repeated-author", f"authors taken from the entry before: {names}")]
