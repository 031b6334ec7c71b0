"""This room makes the articles of a dataset agree: what two of them say of one thing must not contradict.

Two articles that cite one book describe the same nodes, with the same IRIs; mostly in the same words, and then the
union of their graphs is all that is needed. Where the words differ, the rule is: **one article speaks for a document**,
that is for an IRI and its fragments. An article of ours speaks for itself; else the one that says most does, and of two
that say as much, the one whose graph's name comes first. So the result does not depend on the order of inputs. What the
others said is left out of the union (their own graphs in the dump keep it), and a note says what differed. Identifiers
are the exception: those of all articles are united, and each belongs to the first of the things that ask for it.

`settle` works on sorted quads that can be read several times, as a build has them on disk; it keeps in memory only the
documents that several articles describe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from jopsrdf.graph.iris import Mint
from jopsrdf.notes import note
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
    """Who speaks for which document, whose an identifier is, and which nodes nobody leads to any more."""

    speakers: dict[str, Term] = field(default_factory=dict)
    owners: dict[Term, Term] = field(default_factory=dict)
    orphans: set[Term] = field(default_factory=set)


def settle(quads: Sorted, mint: Mint) -> Iterator[Quad]:
    """Yield the quads on which the articles agree, in their order, then the notes on what was left out.

    `quads` gives the same quads, sorted by subject, predicate, object and graph, each time it is called. Those of the
    links, quality and provenance graphs pass as they are.
    """
    agreement = agree(quads, mint)
    if not (agreement.speakers or agreement.owners):
        yield from quads()
        return
    notes: list[Quad] = []
    for group in _subjects(quads()):
        if group[0][0] in agreement.orphans:
            continue
        kept = list(_kept(group, agreement, mint))
        yield from kept
        notes += _notes(group, kept, mint)
    yield from notes


def agree(quads: Sorted, mint: Mint) -> Agreement:
    """Return who speaks for what; reads the quads once, and again as often as leaving something out orphans a node."""
    agreement = Agreement()
    askers: dict[Term, Term] = {}
    for group in _subjects(quads()):
        graphs = Counter(g for _, _, _, g in group if mint.is_article(g))
        if len(graphs) > 1:
            document, _, fragment = group[0][0][1:-1].partition("#")
            if not fragment:
                agreement.speakers[document] = _speaker(document, graphs, mint)
        for s, p, o, g in group:
            if p in OWNED and mint.is_article(g) and askers.setdefault(o, s) != s:
                agreement.owners[o] = askers[o]
    _leave_orphans(quads, agreement, mint)
    return agreement


def _speaker(document: str, graphs: Counter[Term], mint: Mint) -> Term:
    own = f"<{mint.graph(document)}>"
    return own if own in graphs else min(graphs, key=lambda graph: (-graphs[graph], graph))


def _leave_orphans(quads: Sorted, agreement: Agreement, mint: Mint) -> None:
    """Find the nodes that only left-out quads led to, then those that only these led to, and so on."""
    suspects = {o for group in _subjects(quads()) for o in _left_out(group, agreement, mint)}
    while suspects:
        led_to = {
            o
            for group in _subjects(quads())
            if group[0][0] not in agreement.orphans and group[0][0] not in suspects
            for _, _, o, g in _kept(group, agreement, mint)
            if o in suspects and mint.is_article(g)
        }
        found = suspects - led_to
        if not found:
            return
        agreement.orphans |= found
        suspects = {
            o
            for group in _subjects(quads())
            if group[0][0] in found
            for _, _, o, _ in group
            if o.startswith(f"<{mint.base}")
        } - agreement.orphans


def _left_out(group: list[Quad], agreement: Agreement, mint: Mint) -> set[Term]:
    kept = {o for _, _, o, _ in _kept(group, agreement, mint)}
    return {o for _, _, o, _ in group if o not in kept and o.startswith("<")}


def _subjects(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    return (list(group) for _, group in groupby(quads, key=lambda quad: quad[0]))


def _kept(group: list[Quad], agreement: Agreement, mint: Mint) -> Iterator[Quad]:
    """Yield what stands of the statements on one subject."""
    speaker = _speaker_on(group, agreement, mint)
    for quad in group:
        s, p, o, g = quad
        if p in OWNED and agreement.owners.get(o, s) != s:
            continue
        if not speaker or g == speaker or p in UNITED or not mint.is_article(g):
            yield quad


def _speaker_on(group: list[Quad], agreement: Agreement, mint: Mint) -> Term:
    """Return the graph that speaks for a subject, "" for all; a person whom the speaker omits is another chapter's."""
    subject = group[0][0]
    speaker = agreement.speakers.get(subject[1:-1].partition("#")[0], "")
    graphs = {g for _, _, _, g in group if mint.is_article(g)}
    if not speaker or not graphs or speaker in graphs:
        return speaker
    return min(graphs) if "#person-" in subject else speaker


def _notes(group: list[Quad], kept: list[Quad], mint: Mint) -> Iterator[Quad]:
    """Yield a note for each property on which an article said another thing than the one that speaks."""
    standing = {(p, o) for _, p, o, _ in kept}
    said = {p: o for _, p, o, g in kept if p in NOTED or p in OWNED}
    for s, p, o, g in group:
        if (p, o) in standing or not mint.is_article(g) or p not in NOTED | OWNED:
            continue
        code = "identifier-conflict" if p in OWNED else "work-conflict"
        name = p[1:-1].replace("#", "/").rpartition("/")[2]
        message = note(code, f"{name} is {said.get(p, 'not this')}; {g[1:-1]} has {o}").message
        iri = f"<{mint.part(mint.described_in(g), f'conflict-{digest(s, p, o)}')}>"
        quality = f"<{mint.graph('quality')}>"
        yield iri, RDF["type"], DQV["QualityAnnotation"], quality
        yield iri, OA["hasTarget"], s, quality
        yield iri, OA["motivatedBy"], DQV["qualityAssessment"], quality
        yield iri, DCTERMS["type"], JV[code], quality
        yield iri, OA["bodyValue"], literal(message), quality
