"""This room compares two graphs: which quads, articles and references came and went, for people and for a store.

No node is blank, so comparing is set arithmetic, and the same two graphs always give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from jopsrdf.formats.lines import line
from jopsrdf.graph.iris import SHARED_GRAPHS
from jopsrdf.terms import C4O, DCTERMS, FABIO, RDF, Quad, Term, parts

_EXPRESSION = (RDF["type"], FABIO["Expression"])
#: Lines of one article that a summary shows before it only counts the rest.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one article: "+", "-" or "~", counts of quads, and the lines of its list that came and went."""

    kind: str
    article: Term
    title: str
    added: int
    removed: int
    lines_added: tuple[str, ...]
    lines_removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads that only the new graph has, and those that only the old one had; sorted, each once.

    >>> old = [("<a:x>", DCTERMS["title"], '"Old"', "<a:graph/x>")]
    >>> new = [("<a:x>", DCTERMS["title"], '"New"', "<a:graph/x>")]
    >>> print(text(compare(old, new)))
    1 quad added, 1 removed; articles: 0 added, 0 removed, 1 changed; references: 0 added, 0 removed
    ~ <a:x> “New”: 1 quad added, 1 removed
    <BLANKLINE>
    """

    added: tuple[Quad, ...]
    removed: tuple[Quad, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)

    @property
    def articles(self) -> tuple[Change, ...]:
        """The articles whose graphs changed, by IRI. A graph is an article's when its name says whose it is."""
        came, went = _by_article(self.added), _by_article(self.removed)
        names = sorted(came.keys() | went.keys())
        return tuple(_change(name, came.get(name, ()), went.get(name, ())) for name in names)


def compare(old: Iterable[Quad], new: Iterable[Quad], *, in_order: bool = False) -> Difference:
    """Return what changed from one graph to another.

    With `in_order` both are taken to be sorted and free of repetitions, and only the changes are held in memory.
    """
    before, after = (iter(old), iter(new)) if in_order else (iter(sorted(set(old))), iter(sorted(set(new))))
    added: list[Quad] = []
    removed: list[Quad] = []
    one, other = next(before, None), next(after, None)
    while one is not None or other is not None:
        if one == other:
            one, other = next(before, None), next(after, None)
        elif other is None or (one is not None and one < other):
            assert one is not None  # two ends that differ are not both at the end
            removed.append(one)
            one = next(before, None)
        else:
            added.append(other)
            other = next(after, None)
    return Difference(tuple(added), tuple(removed))


def _by_article(quads: Iterable[Quad]) -> dict[Term, tuple[Quad, ...]]:
    """Return the quads of each article's own graph; what is said in the shared graphs belongs to no article."""
    found: dict[Term, list[Quad]] = {}
    for quad in quads:
        base, mark, path = quad[3].partition("graph/")
        if mark and path.removesuffix(">") not in SHARED_GRAPHS:
            found.setdefault(base + path, []).append(quad)
    return {name: tuple(own) for name, own in found.items()}


def _change(article: Term, came: tuple[Quad, ...], went: tuple[Quad, ...]) -> Change:
    lines_added, lines_removed = _lines(came), _lines(went)
    return Change(
        kind="+" if _described(article, came) else "-" if _described(article, went) else "~",
        article=article,
        title=_title(article, came) or _title(article, went),
        added=len(came),
        removed=len(went),
        lines_added=tuple((lines_added - lines_removed).elements()),
        lines_removed=tuple((lines_removed - lines_added).elements()),
    )


def _lines(quads: Iterable[Quad]) -> Counter[str]:
    """Return the printed lines of references; where they only moved in the list, the other side has them too."""
    return Counter(parts(o)[0] for s, p, o, _ in quads if p == C4O["hasContent"] and "#reference-" in s)


def _described(article: Term, quads: Iterable[Quad]) -> bool:
    return any(quad[:3] == (article, *_EXPRESSION) for quad in quads)


def _title(article: Term, quads: Iterable[Quad]) -> str:
    return next((parts(o)[0] for s, p, o, _ in quads if s == article and p == DCTERMS["title"]), "")


def text(difference: Difference, *, quads: bool = False) -> str:
    """Return the changes for people: a line of counts, the articles with their references, and on request each quad."""
    changes = difference.articles
    kinds = Counter(change.kind for change in changes)
    lines = [sum(len(change.lines_added) for change in changes), sum(len(change.lines_removed) for change in changes)]
    summary = (
        _counts(len(difference.added), len(difference.removed)),
        f"articles: {kinds['+']} added, {kinds['-']} removed, {kinds['~']} changed",
        f"references: {lines[0]} added, {lines[1]} removed",
    )
    written = ["; ".join(summary)]
    for change in changes:
        written += _paragraph(change)
    if quads:
        written += [f"- {line(quad)}" for quad in difference.removed]
        written += [f"+ {line(quad)}" for quad in difference.added]
    return "\n".join(written) + "\n"


def _paragraph(change: Change) -> Iterator[str]:
    title = f" “{change.title}”" if change.title else ""
    yield f"{change.kind} {change.article}{title}: {_counts(change.added, change.removed)}"
    for mark, lines in (("-", change.lines_removed), ("+", change.lines_added)):
        yield from (f"  {mark} {content}" for content in lines[:SHOWN])
        if len(lines) > SHOWN:
            yield f"  {mark} … and {len(lines) - SHOWN} references more"


def _counts(added: int, removed: int) -> str:
    return f"{added} {'quad' if added == 1 else 'quads'} added, {removed} removed"


def update(difference: Difference) -> str:
    """Return a SPARQL 1.1 Update that turns the old graph into the new one; "" if there is nothing to do.

    >>> print(update(compare([], [("<a:s>", "<a:p>", '"o"', "<a:g>")])))
    INSERT DATA {
      GRAPH <a:g> {
        <a:s> <a:p> "o" .
      }
    }
    <BLANKLINE>
    """
    blocks = (("DELETE DATA", difference.removed), ("INSERT DATA", difference.added))
    written = [f"{verb} {{\n{''.join(_blocks(quads))}}}\n" for verb, quads in blocks if quads]
    return ";\n".join(written)


def _blocks(quads: Iterable[Quad]) -> Iterator[str]:
    by_graph: Callable[[Quad], Term] = itemgetter(3)
    for graph, own in groupby(sorted(quads, key=lambda quad: (quad[3], quad)), key=by_graph):
        if graph:
            yield f"  GRAPH {graph} {{\n"
            yield from (f"    {s} {p} {o} .\n" for s, p, o, _ in own)
            yield "  }\n"
        else:
            yield from (f"  {s} {p} {o} .\n" for s, p, o, _ in own)
