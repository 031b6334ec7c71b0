"""This room says what belongs on the page of a thing that is no article of ours: one row for each class.

A row names what the thing is, which of its properties people look for first, and which questions lead on from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.errors import StoreError
from jopsrdf.store import Generation
from jopsrdf.terms import RDF, Term, Triple, iri
from jopsrdf.web.pages.asking import Row, rows
from jopsrdf.web.site import Site

#: Entries of a list on a page; more are behind the query.
MOST = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What leads on from a thing: a heading, and a query for `?iri`, `?label`, perhaps `?note`; `$this` is it."""

    title: str
    query: str


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its rows; `is_cut` when there are more."""

    title: str
    found: list[Row]
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Sort:
    """One row: the class as a term, what such a thing is called, its questions, and whether it has pictures."""

    cls: Term
    name: str
    questions: tuple[Question, ...] = ()
    has_pictures: bool = False


_ARTICLES = Question(
    "Articles",
    """SELECT DISTINCT ?iri ?label ?note WHERE {
  ?iri frbr:partOf+ $this ; a fabio:JournalArticle ; dcterms:title ?label .
  OPTIONAL { ?iri fabio:hasPublicationYear ?year . BIND (STR(?year) AS ?note) }
} ORDER BY DESC(?note) ?label""",
)
_PARTS = Question(
    "Volumes and issues",
    """SELECT DISTINCT ?iri ?label WHERE {
  ?iri frbr:partOf+ $this . { ?iri a fabio:JournalVolume } UNION { ?iri a fabio:JournalIssue }
  BIND (REPLACE(STRAFTER(STR(?iri), "/journal/"), "^[^/]*/", "") AS ?label)
} ORDER BY ?iri""",
)
_PEOPLE = Question(
    "People",
    """SELECT DISTINCT ?iri ?label ?note WHERE {
  $this pro:isDocumentContextFor ?role . ?role pro:isHeldBy ?iri ; pro:withRole ?kind .
  ?iri foaf:name ?label . OPTIONAL { ?role co:index ?place }
  BIND (REPLACE(STR(?kind), "^.*[/#]", "") AS ?note)
} ORDER BY ?note ?place""",
)
_CONTAINERS = Question(
    "Published in",
    """SELECT DISTINCT ?iri ?label ?note WHERE {
  $this frbr:partOf+ ?iri . ?iri dcterms:title ?label .
  OPTIONAL { $this fabio:hasPublicationYear ?year . BIND (STR(?year) AS ?note) }
} ORDER BY ?label""",
)
_LINES = Question(
    "As it is cited",
    "SELECT ?iri ?label WHERE { ?iri biro:references $this ; c4o:hasContent ?label } ORDER BY ?iri",
)
_HOST = Question(
    "Works in it",
    """SELECT DISTINCT ?iri ?label WHERE { ?iri frbr:partOf $this ; dcterms:title ?label } ORDER BY ?label""",
)
_BY_ROLE = Question(
    "Works with a role of it",
    """SELECT DISTINCT ?iri ?label ?note WHERE {
  ?role pro:isHeldBy|pro:relatesToOrganization $this ; pro:withRole ?kind .
  ?iri pro:isDocumentContextFor ?role ; dcterms:title ?label .
  BIND (REPLACE(STR(?kind), "^.*[/#]", "") AS ?note)
} ORDER BY ?label""",
)
_TAGGED = Question(
    "Articles with this keyword",
    "SELECT DISTINCT ?iri ?label WHERE { ?iri fabio:hasSubjectTerm $this ; dcterms:title ?label } ORDER BY ?label",
)
_WORK = (_PEOPLE, _CONTAINERS, _LINES)
_CLASS = "http://purl.org/spar/fabio/"
#: The first row that fits is taken, so the narrower classes stand first.
SORTS: tuple[Sort, ...] = (
    Sort(f"<{_CLASS}Journal>", "Journal", (_PARTS, _ARTICLES), has_pictures=True),
    Sort(f"<{_CLASS}JournalVolume>", "Volume", (_ARTICLES,), has_pictures=True),
    Sort(f"<{_CLASS}JournalIssue>", "Issue", (_ARTICLES,), has_pictures=True),
    Sort(f"<{_CLASS}JournalArticle>", "Journal article", _WORK),
    Sort(f"<{_CLASS}BookChapter>", "Chapter", _WORK),
    Sort(f"<{_CLASS}Thesis>", "Thesis", _WORK),
    Sort(f"<{_CLASS}Book>", "Book", (*_WORK, _HOST)),
    Sort(f"<{_CLASS}ReportDocument>", "Report", _WORK),
    Sort(f"<{_CLASS}WebContent>", "Web page", _WORK),
    Sort(f"<{_CLASS}Series>", "Series", (_HOST,)),
    Sort(f"<{_CLASS}SubjectTerm>", "Keyword", (_TAGGED,)),
    Sort(f"<{_CLASS}Expression>", "Work", (*_WORK, _HOST)),
    Sort("<http://xmlns.com/foaf/0.1/Organization>", "Organisation", (_BY_ROLE,)),
    Sort("<http://xmlns.com/foaf/0.1/Person>", "Person", (_BY_ROLE,)),
    Sort("<http://purl.org/vocab/frbr/core#Place>", "Place"),
    Sort("<http://purl.org/spar/datacite/Identifier>", "Identifier"),
)
#: A person is met under a name; who of them are the same is not said.
PERSON = """SELECT DISTINCT ?iri ?label ?note ?person WHERE {
  ?person a foaf:Person ; foaf:name $name .
  ?role pro:isHeldBy ?person ; pro:withRole ?kind . ?iri pro:isDocumentContextFor ?role ; dcterms:title ?label .
  BIND (REPLACE(STR(?kind), "^.*[/#]", "") AS ?note)
} ORDER BY ?label"""


def sort_of(triples: list[Triple], subject: Term) -> Sort | None:
    """Return the row of a thing's class, None for what has no row."""
    classes = {value for node, predicate, value in triples if node == subject and predicate == RDF["type"]}
    return next((sort for sort in SORTS if sort.cls in classes), None)


def answered(site: Site, generation: Generation, sort: Sort | None, this: str) -> list[Answered]:
    """Return the questions of a thing that have an answer; one that fails is left out: its page still stands."""
    found = (ask(site, generation, question, iri(this)) for question in (sort.questions if sort else ()))
    return [answer for answer in found if answer and answer.found]


def ask(site: Site, generation: Generation, question: Question, this: Term) -> Answered | None:
    """Return the answer to one question about a thing, None where the store gives none."""
    query = question.query.replace("$this", this).replace("$name", this)
    try:
        found = rows(site, generation, f"{query} LIMIT {MOST + 1}")
    except StoreError:
        return None
    return Answered(question.title, found[:MOST], len(found) > MOST)
