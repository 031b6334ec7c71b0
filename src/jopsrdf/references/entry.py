"""This room reads one printed reference: strangers are set aside, names are taken over from the entry before, doubts
become notes.
"""

from __future__ import annotations

from dataclasses import replace

from jopsrdf.errors import Note
from jopsrdf.notes import note
from jopsrdf.records import INTENTS, Reference, Span, Work
from jopsrdf.references.build import Built, build
from jopsrdf.references.confidence import judge
from jopsrdf.references.grammar import MOST, Prepared, prepare, runs
from jopsrdf.references.rules.sheet import NAMES
from jopsrdf.references.strangers import strangeness
from jopsrdf.references.words.name_words import SAME_WORK

#: A longer line is no reference; it is kept and not read, so that a hostile text costs nothing.
LONGEST = 4000


def read(raw: str, *, position: int = 0, previous: Reference | None = None) -> Reference:
    """Return what one printed line says; `previous` is the entry before it, for "Ders." and dashes.

    The work is None when the line cites nothing. Nothing raises: doubts are notes, what no field took is in
    `remainder`.

    >>> found = read("Danilevsky, Nikolay Ya. 1888. Russia and Europe. St. Petersburg: The publication of N. Strakhov.")
    >>> found.work.title, found.work.publisher_place, found.work.type
    ('Russia and Europe', 'St. Petersburg', 'book')
    """
    if len(raw) > LONGEST or not raw.strip():
        return _unread(raw, position, "reference-unparsed", f"{len(raw)} characters are no reference")
    if stranger := strangeness(raw):
        return _unread(raw, position, "not-a-reference", stranger)
    prepared = prepare(raw)
    if _cites_the_same(raw, prepared):
        return _same_work(raw, position, prepared, previous)
    found = runs(raw, prepared)
    if not found and len(raw) > MOST:
        return _unread(raw, position, "reference-unparsed", f"more than {MOST} pieces are no reference")
    spans = tuple(Span(run.start, run.end, NAMES[run.letter]) for run in found)
    built = build(raw, spans, prepared.found, prepared.start, prepared.end)
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
        confidence=judge(work, built, found),
        intents=tuple(term for term in prepared.intents if term in INTENTS),
        notes=(*prepared.notes, *built.notes, *notes),
    )


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
