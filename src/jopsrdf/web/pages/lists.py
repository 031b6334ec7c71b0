"""This room lists what is in the dataset, one kind of thing to a page: a list is a row of `LISTS`."""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.store import Generation
from jopsrdf.web.pages.asking import Row, rows
from jopsrdf.web.site import Site

#: Entries of one page of a list.
PAGE = 100


@dataclass(frozen=True, slots=True)
class List:
    """One row: `meaning` says what the number beside an entry counts; the query yields `?iri ?label ?count`."""

    title: str
    meaning: str
    query: str


LISTS: dict[str, List] = {
    "works": List(
        "Cited works",
        "articles that cite it",
        """SELECT ?iri ?label (COUNT(DISTINCT ?article) AS ?count) WHERE {
  ?article cito:cites ?iri . OPTIONAL { ?iri dcterms:title ?label }
} GROUP BY ?iri ?label ORDER BY DESC(?count) ?label ?iri""",
    ),
    "journals": List(
        "Journals",
        "works in it that are cited or published here",
        """SELECT ?iri ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {
  ?iri a fabio:Journal ; dcterms:title ?label . OPTIONAL { ?work frbr:partOf+ ?iri . ?work a fabio:JournalArticle }
} GROUP BY ?iri ?label ORDER BY DESC(?count) ?label ?iri""",
    ),
    "people": List(
        "People",
        "works with a person of this name",
        """SELECT ?label (COUNT(DISTINCT ?work) AS ?count) WHERE {
  ?iri a foaf:Person ; foaf:name ?label . ?work pro:isDocumentContextFor/pro:isHeldBy ?iri .
} GROUP BY ?label ORDER BY DESC(?count) ?label""",
    ),
    "organisations": List(
        "Organisations",
        "roles that it holds: publisher, affiliation",
        """SELECT ?iri ?label (COUNT(DISTINCT ?role) AS ?count) WHERE {
  ?iri a foaf:Organization ; foaf:name ?label . OPTIONAL { ?role pro:isHeldBy|pro:relatesToOrganization ?iri }
} GROUP BY ?iri ?label ORDER BY DESC(?count) ?label ?iri""",
    ),
    "keywords": List(
        "Keywords",
        "articles that have it",
        """SELECT ?iri ?label (COUNT(DISTINCT ?article) AS ?count) WHERE {
  ?article fabio:hasSubjectTerm ?iri . ?iri skos:prefLabel ?label .
} GROUP BY ?iri ?label ORDER BY DESC(?count) ?label ?iri""",
    ),
}


@dataclass(frozen=True, slots=True)
class Entries:
    """One page of a list; `has_more` when another follows."""

    found: list[Row]
    page: int
    has_more: bool


def entries(site: Site, generation: Generation, name: str, page: int) -> Entries:
    """Return a page of a list of `LISTS`, counted from 1; raise the store's errors."""
    window = f"LIMIT {PAGE + 1} OFFSET {(page - 1) * PAGE}"
    found = rows(site, generation, f"{LISTS[name].query}\n{window}")
    return Entries(found[:PAGE], page, len(found) > PAGE)
