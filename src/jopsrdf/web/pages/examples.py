"""This room holds the questions that the query page offers: each is a row, and a test asks them all."""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.web.pages.asking import declared


@dataclass(frozen=True, slots=True)
class Example:
    """A question in words, and the query that answers it; prefixes of ours are declared by `text`."""

    question: str
    query: str

    @property
    def text(self) -> str:
        return declared(self.query)


EXAMPLES: tuple[Example, ...] = (
    Example(
        "Which journals are cited most?",
        """SELECT ?journal (COUNT(DISTINCT ?work) AS ?works) WHERE {
  ?article cito:cites ?work .
  ?work frbr:partOf+ ?host .
  ?host a fabio:Journal ; dcterms:title ?journal .
}
GROUP BY ?journal
ORDER BY DESC(?works) ?journal
LIMIT 25""",
    ),
    Example(
        "How many works of each decade are cited?",
        """SELECT ?decade (COUNT(DISTINCT ?work) AS ?works) WHERE {
  ?article cito:cites ?work .
  ?work fabio:hasPublicationYear ?year .
  BIND (CONCAT(SUBSTR(STR(?year), 1, 3), "0s") AS ?decade)
}
GROUP BY ?decade
ORDER BY ?decade""",
    ),
    Example(
        "How old are the works that an article cites, on average?",
        """SELECT ?title (AVG(?age) AS ?years) WHERE {
  ?article cito:cites ?work ; dcterms:title ?title ; fabio:hasPublicationYear ?citing .
  ?work fabio:hasPublicationYear ?cited .
  BIND (xsd:integer(STR(?citing)) - xsd:integer(STR(?cited)) AS ?age)
}
GROUP BY ?article ?title
ORDER BY DESC(?years)""",
    ),
    Example(
        "What stands in the reference list of an article, in order?",
        """SELECT ?title ?number ?line WHERE {
  ?article frbr:part ?list ; dcterms:title ?title .
  ?list a biro:ReferenceList ; co:item ?item .
  ?item co:index ?number ; co:itemContent/c4o:hasContent ?line .
}
ORDER BY ?title ?number
LIMIT 500""",
    ),
    Example(
        "Who wrote an article, in which order?",
        """SELECT ?title ?position ?name WHERE {
  ?article cito:cites [] ; dcterms:title ?title ; pro:isDocumentContextFor ?role .
  ?role pro:withRole pro:author ; co:index ?position ; pro:isHeldBy/foaf:name ?name .
}
GROUP BY ?title ?position ?name
ORDER BY ?title ?position""",
    ),
    Example(
        "Which references cite the journal itself?",
        """SELECT ?citing ?cited WHERE {
  ?citation a cito:JournalSelfCitation ;
    cito:hasCitingEntity/dcterms:title ?citing ;
    cito:hasCitedEntity/dcterms:title ?cited .
}
ORDER BY ?citing ?cited""",
    ),
    Example(
        "Which authors cite themselves?",
        """SELECT ?citing ?cited WHERE {
  ?citation a cito:AuthorSelfCitation ;
    cito:hasCitingEntity/dcterms:title ?citing ;
    cito:hasCitedEntity/dcterms:title ?cited .
}
ORDER BY ?citing ?cited""",
    ),
    Example(
        "Which cited works have no DOI?",
        """SELECT DISTINCT ?work ?title WHERE {
  ?article cito:cites ?work .
  OPTIONAL { ?work dcterms:title ?title }
  FILTER NOT EXISTS { ?work prism:doi ?doi }
}
ORDER BY ?title""",
    ),
    Example(
        "What kinds of works are cited?",
        """SELECT ?type (COUNT(DISTINCT ?work) AS ?works) WHERE {
  ?article cito:cites ?work .
  ?work a ?type .
  FILTER (STRSTARTS(STR(?type), STR(fabio:)) && ?type != fabio:Expression)
}
GROUP BY ?type
ORDER BY DESC(?works)""",
    ),
    Example(
        "Who wrote more than one of the cited works?",
        """SELECT ?name (COUNT(DISTINCT ?work) AS ?works) WHERE {
  ?article cito:cites ?work .
  ?work pro:isDocumentContextFor ?role .
  ?role pro:withRole pro:author ; pro:isHeldBy/foaf:name ?name .
}
GROUP BY ?name
HAVING (COUNT(DISTINCT ?work) > 1)
ORDER BY DESC(?works) ?name""",
    ),
    Example(
        "Which books hold several cited chapters, and who edited them?",
        """SELECT ?book (COUNT(DISTINCT ?chapter) AS ?chapters)
  (GROUP_CONCAT(DISTINCT ?name; separator="; ") AS ?editors)
WHERE {
  ?article cito:cites ?chapter .
  ?chapter a fabio:BookChapter ; frbr:partOf ?host .
  ?host dcterms:title ?book .
  OPTIONAL { ?host pro:isDocumentContextFor ?role . ?role pro:withRole pro:editor ; pro:isHeldBy/foaf:name ?name }
}
GROUP BY ?host ?book
ORDER BY DESC(?chapters) ?book""",
    ),
    Example(
        "Which works were read on the web, and when?",
        """SELECT ?title ?address ?day WHERE {
  ?work frbr:embodiment/frbr:exemplar ?address ; dcterms:title ?title .
  ?address fabio:hasAccessDate ?day .
}
ORDER BY ?day""",
    ),
    Example(
        "Which works do two articles share?",
        """SELECT ?one ?other (COUNT(DISTINCT ?work) AS ?shared) WHERE {
  ?a cito:cites ?work ; dcterms:title ?one .
  ?b cito:cites ?work ; dcterms:title ?other .
  FILTER (STR(?a) < STR(?b))
}
GROUP BY ?a ?b ?one ?other
ORDER BY DESC(?shared)""",
    ),
    Example(
        "Which readings of a reference are in doubt?",
        """SELECT ?doubt ?line WHERE {
  GRAPH ?graph { ?note oa:hasTarget ?reference ; oa:bodyValue ?doubt }
  ?reference c4o:hasContent ?line .
}
LIMIT 200""",
    ),
    Example(
        "Where do the articles’ authors work?",
        """SELECT ?organisation (COUNT(DISTINCT ?person) AS ?people) WHERE {
  ?role pro:withRole scoro:affiliate ; pro:isHeldBy ?person ; pro:relatesToOrganization/foaf:name ?organisation .
}
GROUP BY ?organisation
ORDER BY DESC(?people) ?organisation""",
    ),
)
