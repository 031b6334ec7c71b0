"""This room says what belongs on the page of a thing that is no article of ours: one row for each class.

A row names what the thing is, which of its properties people look for first, and which questions lead on from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.store import Generation
from jopsrdf.terms import PRISM, RDF, Term, Triple, iri
from jopsrdf.web.pages.asking import Row, rows_or_none
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
    """One row: the class as a term, what such a thing is called, its questions, and whether it has pictures.

    A thing that has no title is called by its `number`, a property.
    """

    cls: Term
    name: str
    questions: tuple[Question, ...] = ()
    has_pictures: bool = False
    number: Term = ""


_ARTICLES = Question(
    "Articles",
    """SELECT DISTINCT ?iri ?label ?note WHERE {
  ?iri frbr:partOf+ $this ; a fabio:JournalArticle ; dcterms:title ?label .
  OPTIONAL { ?iri fabio:hasPublicationYear ?year . BIND (STR(?year) AS ?note) }
  OPTIONAL { ?iri frbr:embodiment/prism:startingPage ?page }
} ORDER BY DESC(?note) xsd:integer(?page) ?label""",
)
_PARTS = """SELECT DISTINCT ?iri ?label ?note WHERE {
  ?iri frbr:partOf+ $this .
  { ?iri a fabio:JournalVolume ; prism:volume ?volume . BIND (CONCAT("Volume ", ?volume) AS ?label) }
  UNION
  { ?iri a fabio:JournalIssue ; prism:issueIdentifier ?issue . BIND (CONCAT("Issue ", ?issue) AS ?label)
    OPTIONAL { ?iri frbr:partOf/prism:volume ?volume . BIND (CONCAT("in volume ", ?volume) AS ?note) } }
} ORDER BY DESC(xsd:integer(?volume)) ?volume BOUND(?issue) ?label"""
_ABOVE = Question(
    "Part of",
    """SELECT DISTINCT ?iri ?label WHERE {
  $this frbr:partOf+ ?iri . OPTIONAL { ?iri dcterms:title ?title } OPTIONAL { ?iri prism:volume ?volume }
  BIND (COALESCE(?title, CONCAT("Volume ", ?volume)) AS ?label)
} ORDER BY BOUND(?volume)""",
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
    "Works",
    """SELECT ?iri ?label (GROUP_CONCAT(DISTINCT ?part; separator=", ") AS ?note) WHERE {
  ?role pro:isHeldBy|pro:relatesToOrganization $this ; pro:withRole ?kind .
  ?iri pro:isDocumentContextFor ?role ; dcterms:title ?label .
  BIND (IF(?kind = scoro:affiliate, "affiliation", REPLACE(STR(?kind), "^.*[/#]", "")) AS ?part)
} GROUP BY ?iri ?label ORDER BY ?label""",
)
_TAGGED = Question(
    "Articles with this keyword",
    "SELECT DISTINCT ?iri ?label WHERE { ?iri fabio:hasSubjectTerm $this ; dcterms:title ?label } ORDER BY ?label",
)
_WORK = (_PEOPLE, _CONTAINERS, _LINES)
_CLASS = "http://purl.org/spar/fabio/"
#: The first row that fits is taken, so the narrower classes stand first.
SORTS: tuple[Sort, ...] = (
    Sort(f"<{_CLASS}Journal>", "Journal", (Question("Volumes and issues", _PARTS), _ARTICLES), has_pictures=True),
    Sort(f"<{_CLASS}JournalVolume>", "Volume", (Question("Issues", _PARTS), _ARTICLES), True, PRISM["volume"]),
    Sort(f"<{_CLASS}JournalIssue>", "Issue", (_ARTICLES,), True, PRISM["issueIdentifier"]),
    Sort(f"<{_CLASS}JournalArticle>", "Journal article", _WORK),
    Sort(f"<{_CLASS}MagazineArticle>", "Magazine article", _WORK),
    Sort(f"<{_CLASS}NewspaperArticle>", "Newspaper article", _WORK),
    Sort(f"<{_CLASS}ConferencePaper>", "Conference paper", _WORK),
    Sort(f"<{_CLASS}Preprint>", "Preprint", _WORK),
    Sort(f"<{_CLASS}BookChapter>", "Chapter", _WORK),
    Sort(f"<{_CLASS}Thesis>", "Thesis", _WORK),
    Sort(f"<{_CLASS}Book>", "Book", (*_WORK, _HOST)),
    Sort(f"<{_CLASS}ReportDocument>", "Report", _WORK),
    Sort(f"<{_CLASS}WebContent>", "Web page", _WORK),
    Sort(f"<{_CLASS}Magazine>", "Magazine", (_HOST,)),
    Sort(f"<{_CLASS}Newspaper>", "Newspaper", (_HOST,)),
    Sort(f"<{_CLASS}PeriodicalVolume>", "Volume", (_HOST,), number=PRISM["volume"]),
    Sort(f"<{_CLASS}MagazineIssue>", "Issue", (_HOST,), number=PRISM["issueIdentifier"]),
    Sort(f"<{_CLASS}NewspaperIssue>", "Issue", (_HOST,), number=PRISM["issueIdentifier"]),
    Sort(f"<{_CLASS}PeriodicalIssue>", "Issue", (_HOST,), number=PRISM["issueIdentifier"]),
    Sort(f"<{_CLASS}Series>", "Series", (_HOST,)),
    Sort(f"<{_CLASS}SubjectTerm>", "Keyword", (_TAGGED,)),
    Sort(f"<{_CLASS}Expression>", "Work", (*_WORK, _HOST)),
    Sort("<http://xmlns.com/foaf/0.1/Organization>", "Organisation", (_BY_ROLE,)),
    Sort("<http://xmlns.com/foaf/0.1/Person>", "Person", (_BY_ROLE,)),
    Sort("<http://purl.org/vocab/frbr/core#Place>", "Place"),
    Sort("<http://purl.org/spar/datacite/Identifier>", "Identifier"),
)
#: What the head of a page says of a thing: a name for people, and the properties that stand for it, joined by dashes.
FACTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Published", ("prism:publicationDate",)),
    ("Edition", ("prism:edition",)),
    ("Volume", ("prism:volume",)),
    ("Issue", ("prism:issueIdentifier",)),
    ("Pages", ("schema:pageStart", "schema:pageEnd")),
    ("Language", ("schema:inLanguage",)),
    ("ISSN", ("prism:issn",)),
    ("ISBN", ("schema:isbn",)),
    ("Web", ("schema:sameAs", "schema:url")),
)
#: A person is met under a name; who of them are the same is not said.
PERSON = """SELECT ?iri ?label (GROUP_CONCAT(DISTINCT ?part; separator=", ") AS ?note) WHERE {
  ?person a foaf:Person ; foaf:name $name .
  ?role pro:isHeldBy ?person ; pro:withRole ?kind . ?iri pro:isDocumentContextFor ?role ; dcterms:title ?label .
  FILTER (?kind != scoro:affiliate)
  BIND (REPLACE(STR(?kind), "^.*[/#]", "") AS ?part)
} GROUP BY ?iri ?label ORDER BY ?label"""


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
    found = rows_or_none(site, generation, f"{query} LIMIT {MOST + 1}")
    return None if found is None else Answered(question.title, found[:MOST], len(found) > MOST)


def trail(site: Site, generation: Generation, sort: Sort | None, this: str) -> list[Row]:
    """Return what a volume or an issue is part of, the journal first; [] for other things."""
    above = ask(site, generation, _ABOVE, iri(this)) if sort and sort.number else None
    return above.found if above else []
