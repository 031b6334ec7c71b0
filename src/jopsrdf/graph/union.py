"""This room makes the articles of a dataset agree: what two of them say of one thing must not contradict.

Two articles that cite one book describe the same nodes, with the same IRIs; mostly in the same words, and then the
union of their graphs is all that is needed. Where the words differ, the rule is: **one article speaks for a document**,
that is for an IRI and its fragments. An article of ours speaks for itself; else the one that says most does, and of two
that say as much, the one whose graph's name comes first. So the result does not depend on the order of inputs. What
others say in the same words stays in their graphs; what they say otherwise is left out, and a note tells what it was.
Identifiers are the exception: those of all articles are united, and each belongs to the first thing that asks for it.

`settle` works on sorted quads that can be read several times, as a build has them on disk; it keeps in memory the
documents that several articles describe, and a number for each identifier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import itemgetter

from jopsrdf.graph.iris import Mint
from jopsrdf.terms import (
    DATACITE,
    DCTERMS,
    DQV,
    FABIO,
    FRBR,
    JV,
    OA,
    PRISM,
    PRO,
    RDF,
    SCHEMA,
    SKOS,
    Quad,
    Term,
    literal,
)
from jopsrdf.text import digest

Sorted = Callable[[], Iterable[Quad]]
#: Said by any article, true for all: identifiers, the schemes of a keyword, the days on which a page was read.
UNITED = frozenset(
    {
        DATACITE["hasIdentifier"],
        FABIO["hasAccessDate"],
        SCHEMA["affiliation"],
        SCHEMA["identifier"],
        SCHEMA["issn"],
        SCHEMA["isbn"],
        SCHEMA["sameAs"],
        SCHEMA["workFeatured"],
        SKOS["inScheme"],
    }
)
#: One thing only may have a given object: an identifier, a copy on the web.
OWNED = frozenset({DATACITE["hasIdentifier"], FRBR["exemplar"]})
#: What is worth a note when two articles differ: the properties that can have one value.
NOTED = frozenset(
    {
        PRISM["publicationDate"],
        PRISM["startingPage"],
        PRISM["endingPage"],
        PRISM["volume"],
        PRISM["issueIdentifier"],
        FABIO["hasPublicationYear"],
        FABIO["hasSequenceIdentifier"],
        DCTERMS["title"],
        DCTERMS["language"],
        FRBR["partOf"],
        PRO["isHeldBy"],
        JV["wholeNumber"],
    }
)


@dataclass(slots=True)
class Agreement:
    """Who speaks for which document, which identifiers several things ask for, what nobody leads to, what differed."""

    speakers: dict[str, Term] = field(default_factory=dict)
    owners: dict[Term, Term] = field(default_factory=dict)
    orphans: set[Term] = field(default_factory=set)
    notes: list[Quad] = field(default_factory=list)


def settle(quads: Sorted, mint: Mint) -> Iterator[Quad]:
    """Yield the quads on which the articles agree and the notes on what was left out, sorted like the input.

    `quads` gives the same quads, sorted by subject, predicate, object and graph, each time it is called. Those of the
    links, quality and provenance graphs pass as they are.
    """
    agreement = agree(quads, mint)
    groups = (group for group in _subjects(quads()) if group[0][0] not in agreement.orphans)
    kept = (quad for group in groups for quad in _kept(group, agreement, mint))
    yield from merge(kept, sorted(agreement.notes))


def agree(quads: Sorted, mint: Mint) -> Agreement:
    """Return who speaks for what; reads the quads again as often as leaving something out orphans a node."""
    agreement = Agreement()
    asked: set[int] = set()  # hashes: one that is met twice by chance does no harm, it is only looked at again
    for group in _subjects(quads()):
        graphs = Counter(g for _, _, _, g in group if mint.is_article(g))
        document = group[0][0][1:-1]
        if len(graphs) > 1 and "#" not in document:
            agreement.speakers[document] = _speaker(document, graphs, mint)
        for owned in {o for _, p, o, _ in group if p in OWNED}:
            if hash(owned) in asked:
                agreement.owners[owned] = ""
            asked.add(hash(owned))
    if agreement.speakers or agreement.owners:
        _leave_orphans(quads, agreement, mint)
    return agreement


def _speaker(document: str, graphs: Counter[Term], mint: Mint) -> Term:
    own = f"<{mint.graph(document)}>"
    return own if own in graphs else min(graphs, key=lambda graph: (-graphs[graph], graph))


def _leave_orphans(quads: Sorted, agreement: Agreement, mint: Mint) -> None:
    """Note what is left out, and find the nodes that only this led to, then those that only these led to, and so on."""
    suspects: set[Term] = set()
    for group in _subjects(quads()):
        kept = set(_kept(group, agreement, mint))
        if len(kept) < len(group):
            left_out = [quad for quad in group if quad not in kept]
            suspects |= {o for _, _, o, _ in left_out if o.startswith(f"<{mint.base}")}
            agreement.notes += _notes(left_out, kept, mint)
    while suspects:
        led_to, leads_to = set(), set()
        for group in _subjects(quads()):
            subject = group[0][0]
            if subject in suspects:
                leads_to |= {(subject, o) for _, _, o, _ in group if o.startswith(f"<{mint.base}")}
            elif subject not in agreement.orphans:
                kept = set(_kept(group, agreement, mint))
                led_to |= {o for _, _, o, g in kept if o in suspects and mint.is_article(g)}
        orphans = suspects - led_to
        agreement.orphans |= orphans
        suspects = {o for s, o in leads_to if s in orphans} - agreement.orphans


def _subjects(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    return (list(group) for _, group in groupby(quads, key=itemgetter(0)))


def _kept(group: list[Quad], agreement: Agreement, mint: Mint) -> Iterator[Quad]:
    """Yield what stands of the statements on one subject: the speaker's, and the same words of others."""
    speaker = _speaker_on(group, agreement, mint)
    said = {(p, o) for _, p, o, g in group if g == speaker}
    owners = agreement.owners
    for quad in group:
        s, p, o, g = quad
        if p in OWNED and o in owners:
            owners[o] = owners[o] or s
            if owners[o] != s:
                continue
        if not speaker or (p, o) in said or p in UNITED or not mint.is_article(g):
            yield quad


def _speaker_on(group: list[Quad], agreement: Agreement, mint: Mint) -> Term:
    """Return the graph that speaks for a subject, "" for all; a person whom the speaker omits is another chapter's."""
    subject = group[0][0]
    speaker = agreement.speakers.get(subject[1:-1].partition("#")[0], "")
    if not speaker or "#person-" not in subject or any(g == speaker for _, _, _, g in group):
        return speaker
    return min((g for _, _, _, g in group if mint.is_article(g)), default="")


def _notes(left_out: list[Quad], kept: set[Quad], mint: Mint) -> Iterator[Quad]:
    """Yield a note for each single value that an article states otherwise than the one that speaks."""
    said = {p: o for _, p, o, _ in sorted(kept) if p in NOTED}
    quality = f"<{mint.graph('quality')}>"
    for s, p, o, g in left_out:
        if p not in said and p not in OWNED:
            continue
        code = "identifier-conflict" if p in OWNED else "work-conflict"
        name = p[1:-1].replace("#", "/").rpartition("/")[2]
        message = f"{name} is {said.get(p, 'of another thing')}; {mint.described_in(g)} has {o}"
        iri = f"<{mint.part(mint.described_in(g), f'conflict-{digest(s, p, o)}')}>"
        yield iri, RDF["type"], DQV["QualityAnnotation"], quality
        yield iri, OA["hasTarget"], s, quality
        yield iri, OA["motivatedBy"], DQV["qualityAssessment"], quality
        yield iri, DCTERMS["type"], JV[code], quality
        yield iri, OA["bodyValue"], literal(message), quality
