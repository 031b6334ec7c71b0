"""This room names the parts of a reference: cut into fragments, let the model label them, join what belongs together.

Names, dates, pages and identifiers are read by rules of their own; the model only says which stretch is which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from jopsrdf import identifiers
from jopsrdf.errors import Note
from jopsrdf.identifiers import Found
from jopsrdf.records import Span
from jopsrdf.references import model
from jopsrdf.references.dates import undated
from jopsrdf.references.features import shapes_of, votes
from jopsrdf.references.fragments import Fragment, cut
from jopsrdf.references.mending import mended
from jopsrdf.references.misprints import misprinted
from jopsrdf.references.rules.settling import settle
from jopsrdf.references.rules.sheet import NAMES
from jopsrdf.references.seams import parted
from jopsrdf.references.symbols import signs

#: The number or bullet before a reference. A bare number is one only before a capital letter.
_LABEL = re.compile(
    r"\s*(?:(?P<f>[a-z]\)(?=\s[^\W\d_a-z]))|(?P<a>[\[(]\s?\w{0,12}\d{1,4}\w?\s?[\])][.:]?)|(?P<e>\[[^\W\d_][\w.+-]{0,20},?\s\d{4}[a-z]?\](?=\s+[^\W\d_a-z]))|(?P<b>\d{1,4}\s?(?:[.)\]](?!\d)|"
    r"\.?-(?=\s)))|(?P<c>[•●▪◦·‣*–-](?=\s))|(?P<d>\d{1,3}(?=\s+[^\W\d_a-z])))\s*"
)
#: What some lists print before data and programs; it says the kind of work and belongs to no other field.
_KIND = re.compile(r"\s*\[(?:data ?set|software|code)\]\s+(?=\w)", re.IGNORECASE)
#: What notes print before a reference; it belongs to no field.
_SEE = re.compile(
    r"(?:[Ss]ee(?: also|,? e\.g\.,?)?|Cfr?\.|Vgl\.|Siehe|Voir|Véase|Vid\.|Por todos,|См\.:?)\s+(?=[^\W\d_a-z])"
)
_INTENT = re.compile(r"\s*\[\s*cito:(?P<terms>[^\]\[]{1,200})\]\s*\.?\s*$", re.IGNORECASE)
#: A text of more pieces is no reference: three hundred authors with their initials have fewer.
MOST = 800
#: What stands for the authors of the entry before.
_REPEAT = re.compile(r"\s*((?:[-–—―_‒⸺⸻]{2,}|[—⸺⸻](?=[.,:]))(?:\s[-–—―_‒⸺⸻]{2,})*)")


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is settled before the labelling: the range to label, the label before it, the identifiers, the intents."""

    start: int
    end: int
    label: str
    intents: tuple[str, ...]
    found: tuple[Found, ...]
    masks: list[tuple[int, int, str]]
    notes: tuple[Note, ...] = ()


class Run(NamedTuple):
    """Neighbouring fragments of one label, as one stretch of the text; `margin` is the model's least lead in it."""

    letter: str
    start: int
    end: int
    fragments: tuple[Fragment, ...]
    margin: int


def prepare(raw: str) -> Prepared:
    """Find what needs no model: numbering, annotations, identifiers."""
    end = len(raw)
    intents: list[str] = []
    while "[" in raw and "cito:" in raw.lower() and (annotation := _INTENT.search(raw[max(0, end - 300) : end])):
        end = max(0, end - 300) + annotation.start()
        intents = [
            term.strip().removeprefix("cito:") for term in re.split(r"[,;\s]+", annotation["terms"]) if term
        ] + intents
    match = _LABEL.match(raw)
    start = match.end() if match and match.end() < end else 0
    label = raw[:start].strip() if start else ""
    kind = _KIND.match(raw, start) if "[" in raw else None
    start = kind.end() if kind and kind.end() < end else start
    see = _SEE.match(raw, start) if raw[start : start + 1] in "SsCVPС" else None
    start = see.end() if see else start
    found, notes = mended(raw, tuple(identifiers.find(raw)))
    notes += misprinted(raw, found)
    found = tuple([item for item in found if start <= item.start and item.end <= end])
    masks = [(f.start, f.end, f.identifier.scheme) for f in found]
    if repeat := _REPEAT.match(raw, start, end):
        masks.insert(0, (repeat.start(1), repeat.end(1), "repeat"))
    masks += [
        (m.start(), m.end(), "undated")
        for m in undated(raw, start, end)
        if all(m.end() <= one or m.start() >= two for one, two, _ in masks)
    ]
    masks += [
        (first, last, "sign")
        for first, last in signs(raw, start, end)
        if all(last <= one or first >= two for one, two, _ in masks)
    ]
    masks.sort()
    return Prepared(start, end, label, tuple(intents), found, masks, notes)


def runs(raw: str, prepared: Prepared) -> list[Run]:
    """Return the labelled stretches of a reference in order; none if it has too many pieces to be one."""
    return runs_of_all([(raw, prepared)])[0]


def runs_of_all(lines: list[tuple[str, Prepared]]) -> list[list[Run]]:
    """Return the labelled stretches of each of some references, which go through every step together."""
    raws = [raw for raw, _ in lines]
    cuts = [_fragments(raw, prepared) for raw, prepared in lines]
    voted = [_voted(raw, fragments) for raw, fragments in zip(raws, cuts, strict=True)]
    decoded = [_decoded(fragments, *one) for fragments, one in zip(cuts, voted, strict=True)]
    whole = [parted(raw, fragments, *one) for raw, fragments, one in zip(raws, cuts, decoded, strict=True)]
    return [_settled(raw, *one) for raw, one in zip(raws, whole, strict=True)]


def _fragments(raw: str, prepared: Prepared) -> list[Fragment]:
    """Return the fragments of a reference, none of a text that has too many to be one."""
    fragments = cut(raw, prepared.masks, prepared.start, prepared.end)
    return fragments if len(fragments) <= MOST else []


def _voted(raw: str, fragments: list[Fragment]) -> tuple[list[str], list[int]]:
    """Return the looks of fragments and the votes for their labels."""
    shapes = shapes_of(raw, fragments)
    return shapes, votes(raw, fragments, shapes, model.load())


def _decoded(fragments: list[Fragment], shapes: list[str], summed: list[int]) -> tuple[str, list[int]]:
    """Return the letters of the best labelling and its leads."""
    return model.decode(summed, [fragment.before for fragment in fragments], shapes, model.load().past)


def _settled(raw: str, fragments: list[Fragment], letters: str, leads: list[int]) -> list[Run]:
    """Return the stretches of one label after all rules; each year and each identifier stands for itself."""
    labels = settle(fragments, list(letters), raw)
    found: list[Run] = []
    first = 0
    for end, (letter, following) in enumerate(zip(labels, [*labels[1:], ""], strict=False), 1):
        if following != letter or letter in "uy":
            group = tuple(fragments[first:end])
            found.append(Run(letter, group[0].start, group[-1].end, group, min(leads[first:end])))
            first = end
    return found


def by_name(runs: Iterable[Run]) -> dict[str, list[Run]]:
    """Return the stretches of each label, in order, by the name of its field."""
    found: dict[str, list[Run]] = {}
    for run in runs:
        found.setdefault(NAMES[run.letter], []).append(run)
    return found


def label(text: str) -> tuple[Span, ...]:
    """Return the labelled stretches of a reference, in order; markers that belong to no field are left out.

    >>> [span.label for span in label("Danilevsky, Nikolay Ya. 1888. Russia and Europe. St. Petersburg: N. Strakhov.")]
    ['authors', 'year', 'title', 'publisher_place', 'publisher']
    """
    return tuple(Span(run.start, run.end, NAMES[run.letter]) for run in runs(text, prepare(text)) if NAMES[run.letter])
