"""What a reference denotes, for every type of work, and what two statements about one work become."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from graph_cases import BASE, CHAPTER, doi, person
from jopsrdf.graph import Mint, quads
from jopsrdf.graph.kinds import KINDS
from jopsrdf.identifiers import Identifier
from jopsrdf.records import (
    Article,
    Contribution,
    Issue,
    Pages,
    PartialDate,
    Reference,
    Text,
    Work,
    WorkType,
    organisation,
)
from jopsrdf.terms import PREFIXES, Triple, is_iri, parts

CITING = Article(title=Text("An Article that Cites", "en"), identifiers=(doi("10.5555/citing"),))


def graph_of(*works: Work, about: str = "work/") -> set[Triple]:
    """Return the triples of a graph of an article that cites some works."""
    lines = tuple(Reference(raw=f"line {n}", position=n, work=work) for n, work in enumerate(works, 1))
    made = quads(replace(CITING, references=lines), Mint(BASE))
    return {(s, p, o) for s, p, o, g in made if g.startswith(f"<{BASE}graph/{about}")}


def short(term: str) -> str:
    """Return a term as people write it: prefixed, or the text of a literal."""
    if not is_iri(term):
        return parts(term)[0]
    address = term[1:-1]
    found = [(len(ns), f"{prefix}:{address[len(ns) :]}") for prefix, ns in PREFIXES.items() if address.startswith(ns)]
    return max(found)[1] if found else address.removeprefix(BASE)


def facts(made: set[Triple], predicate: str, of: str = "cites") -> set[str]:
    """Return the values of a property of the cited works (or of what they are part of, …), as people write them."""
    subjects = {o for _, p, o in made if short(p) == "cito:cites"}
    for step in of.split("/")[1:]:
        subjects = {o for s, p, o in made if s in subjects and short(p) == step}
    return {short(o) for s, p, o in made if s in subjects and short(p) == predicate}


CLASSES: dict[WorkType, set[str]] = {
    "article-journal": {"fabio:JournalArticle", "schema:ScholarlyArticle"},
    "article-magazine": {"fabio:MagazineArticle", "schema:Article"},
    "article-newspaper": {"fabio:NewspaperArticle", "schema:NewsArticle"},
    "interview-article": {"fabio:JournalArticle", "schema:ScholarlyArticle"},
    "interview": {"schema:Article"},
    "book": {"fabio:Book", "schema:Book"},
    "chapter": {"fabio:BookChapter", "schema:Chapter"},
    "thesis": {"fabio:Thesis", "schema:Thesis"},
    "report": {"fabio:ReportDocument", "schema:Report"},
    "paper-conference": {"fabio:ConferencePaper", "schema:ScholarlyArticle"},
    "preprint": {"fabio:Preprint", "schema:ScholarlyArticle"},
    "webpage": {"fabio:WebContent", "schema:WebPage"},
    "legislation": {"schema:Legislation"},
    "treaty": {"schema:Legislation"},
    "archive": {"fabio:ArchivalDocument", "schema:ArchiveComponent"},
    "dataset": {"fabio:DataFile", "schema:Dataset"},
    "software": {"fabio:ComputerProgram", "schema:SoftwareApplication"},
    "audiovisual": {"schema:MediaObject"},
    "document": {"schema:CreativeWork"},
}


@pytest.mark.parametrize("kind", get_args(WorkType))
def test_every_type_has_its_classes(kind: WorkType) -> None:
    """Always an Expression, with the class of its type in both vocabularies."""
    made = graph_of(Work(type=kind, title="A Title", issued=PartialDate(2020)))
    assert facts(made, "rdf:type") == {"fabio:Expression"} | CLASSES[kind]


def test_the_table_of_kinds_has_every_type() -> None:
    """A type that is added to the records must be given its classes."""
    assert set(get_args(WorkType)) <= set(KINDS)


SERIALS = (
    ("article-journal", "fabio:Journal", "fabio:JournalIssue", "fabio:JournalVolume", "schema:Periodical"),
    ("article-magazine", "fabio:Magazine", "fabio:MagazineIssue", "fabio:PeriodicalVolume", "schema:Periodical"),
    ("article-newspaper", "fabio:Newspaper", "fabio:NewspaperIssue", "fabio:PeriodicalVolume", "schema:Newspaper"),
    ("legislation", "fabio:Periodical", "fabio:PeriodicalIssue", "fabio:PeriodicalVolume", "schema:Periodical"),
)


@pytest.mark.parametrize(("kind", "serial", "issue", "volume", "schema"), SERIALS)
def test_serials_hold_issues_in_volumes(kind: WorkType, serial: str, issue: str, volume: str, schema: str) -> None:
    """Article, issue, volume and serial are nested, in classes of their kind."""
    made = graph_of(
        Work(type=kind, title="T", container_title="A Serial", issue=Issue(volume="7", number="2"), pages=Pages("3"))
    )
    up = "cites/frbr:partOf"
    assert facts(made, "rdf:type", up) == {"fabio:Expression", issue, "schema:PublicationIssue"}
    assert facts(made, "rdf:type", f"{up}/frbr:partOf") == {"fabio:Expression", volume, "schema:PublicationVolume"}
    assert facts(made, "rdf:type", f"{up}/frbr:partOf/frbr:partOf") == {"fabio:Expression", serial, schema}


ISSUES = (
    (Issue(volume="46"), {"fabio:JournalVolume"}, "journal/a-journal/volume/46"),
    (Issue(), {"fabio:Journal"}, "journal/a-journal"),
    (Issue(number="3"), {"fabio:JournalIssue"}, "journal/a-journal/2020/issue/3"),
    (Issue(volume="1", number="3"), {"fabio:JournalIssue"}, "journal/a-journal/volume/1/issue/3"),
)


@pytest.mark.parametrize(("issue", "kind", "iri"), ISSUES)
def test_a_text_hangs_where_it_is_printed(issue: Issue, kind: set[str], iri: str) -> None:
    """Without an issue on the volume, without a volume on the journal: nothing is made up."""
    work = Work(type="article-journal", title="T", container_title="A Journal", issue=issue, issued=PartialDate(2020))
    made = graph_of(work)
    assert facts(made, "frbr:partOf") == {iri}
    assert kind <= facts(made, "rdf:type", "cites/frbr:partOf")


def test_a_whole_number_is_kept_with_the_printed_form() -> None:
    """The form 3 (1(7)) is volume 3, issue 1, and the seventh issue of all."""
    issue = Issue(volume="3", number="1", whole_number="7")
    made = graph_of(Work(type="article-journal", title="T", container_title="J", issue=issue))
    up = "cites/frbr:partOf"
    assert facts(made, "jv:wholeNumber", up) == {"7"}
    assert facts(made, "prism:issueIdentifier", up) == {"1(7)"}
    assert facts(made, "schema:issueNumber", up) == {"1"}


def test_a_chapter_leaves_to_its_book_what_is_the_books() -> None:
    """Editors, publisher, place and ISBN are the host's; the authors and the DOI are the chapter's."""
    made = graph_of(CHAPTER)
    host = "cites/frbr:partOf"
    assert facts(made, "rdf:type", host) == {"fabio:Expression", "fabio:Book", "schema:Book"}
    assert facts(made, "schema:isbn", host) == {"9783658468125"}
    assert facts(made, "fabio:hasPlaceOfPublication", host) == {"place/wiesbaden"}
    assert facts(made, "schema:editor", host) == {"work/isbn/9783658468125#person-leisse-olaf"}
    assert not facts(made, "schema:publisher") | facts(made, "schema:editor") | facts(made, "schema:isbn")
    assert facts(made, "schema:author") == {"work/isbn/9783658468125#person-aleksanyan-ashot"}


def test_chapters_of_one_book_land_on_one_host() -> None:
    """With an ISBN in their DOIs, or with the same editor, year and title."""
    other = replace(CHAPTER, title="Another", identifiers=(doi("10.1007/978-3-658-46812-5_12"),))
    assert len(facts(graph_of(CHAPTER, other), "frbr:partOf")) == 1
    plain = [replace(CHAPTER, title=title, identifiers=()) for title in ("One", "Two")]
    assert len(facts(graph_of(*plain), "frbr:partOf")) == 1


def test_the_isbn_of_a_chapter_and_its_book_is_one_node_of_the_book() -> None:
    """A chapter printed with the ISBN of its book, and the book itself: one identifier, one owner."""
    isbn = Identifier("isbn", "9783658468125")
    chapter = replace(CHAPTER, identifiers=(isbn,))
    book = Work(type="book", title=CHAPTER.container_title, issued=PartialDate(2025), identifiers=(isbn,))
    made = graph_of(chapter, book)
    owners = {short(s) for s, p, o in made if short(p) == "datacite:hasIdentifier" and "isbn" in o}
    assert owners == {"work/isbn/9783658468125"}


def test_a_host_has_a_year_and_a_cited_book_a_date() -> None:
    """The date of a chapter is not said to be that of its book, only the year."""
    made = graph_of(CHAPTER)
    assert facts(made, "fabio:hasPublicationYear", "cites/frbr:partOf") == {"2025"}
    assert not facts(made, "prism:publicationDate", "cites/frbr:partOf")
    assert facts(made, "prism:publicationDate") == {"2025"}


def test_a_report_stands_in_its_series() -> None:
    """Series, number, publisher and place, as in SWP Comment 9."""
    made = graph_of(
        Work(
            type="report",
            title="Turkey’s stakes in the Russia-NATO rivalry: the Ukraine crisis and beyond",
            collection_title="SWP Comment",
            number="9",
            publisher="Stiftung Wissenschaft und Politik",
            publisher_place="Berlin",
            issued=PartialDate(2022),
            identifiers=(doi("10.18449/2022c09"),),
        )
    )
    assert facts(made, "frbr:partOf") == {"series/swp-comment"}
    assert facts(made, "rdf:type", "cites/frbr:partOf") == {
        "fabio:Expression",
        "fabio:Series",
        "schema:CreativeWorkSeries",
    }
    assert facts(made, "fabio:hasSequenceIdentifier") == facts(made, "schema:reportNumber") == {"9"}
    assert facts(made, "schema:publisher") == {"organisation/stiftung-wissenschaft-und-politik"}


def test_a_book_read_online_has_its_day_on_the_item() -> None:
    """The access date belongs to the item: on the Expression it would be inconsistent."""
    url = "https://agdugintranslate.gitbook.io/foundations-of-geopolitics"
    made = graph_of(
        Work(
            type="book",
            title="Foundations of Geopolitics",
            issued=PartialDate(2000),
            accessed=PartialDate(2025, 3, 16),
            identifiers=(Identifier("url", url),),
        )
    )
    assert facts(made, "rdf:type", "cites/frbr:embodiment") == {"fabio:Manifestation", "fabio:WebPage"}
    assert facts(made, "fabio:hasAccessDate", "cites/frbr:embodiment/frbr:exemplar") == {"2025-03-16T00:00:00"}
    assert facts(made, "schema:url") == {url}


def test_an_access_date_without_its_day_is_not_stretched() -> None:
    """FaBiO asks for a dateTime; the first of the month would be invented."""
    work = Work(
        type="webpage", title="T", accessed=PartialDate(2025, 3), identifiers=(Identifier("url", "http://e.org/"),)
    )
    assert not facts(graph_of(work), "fabio:hasAccessDate", "cites/frbr:embodiment/frbr:exemplar")


DEGREES = (
    ("Doctor of Philosophy", "fabio:DoctoralThesis"),
    ("PhD diss.", "fabio:DoctoralThesis"),
    ("диссертация кандидата исторических наук", "fabio:DoctoralThesis"),
    ("tese de doutorado", "fabio:DoctoralThesis"),
    ("Doktora tezi", "fabio:DoctoralThesis"),
    ("Master’s thesis", "fabio:MastersThesis"),
    ("Yüksek Lisans Tezi", "fabio:MastersThesis"),
    ("dissertação de mestrado", "fabio:MastersThesis"),
    ("tesis de maestría", "fabio:MastersThesis"),
    ("B.A. thesis", "fabio:BachelorsThesis"),
    ("Habilitationsschrift", ""),
    ("thesis", ""),
)


@pytest.mark.parametrize(("degree", "level"), DEGREES)
def test_a_degree_tells_the_level_of_a_thesis(degree: str, level: str) -> None:
    """Where the words do not tell, it stays a thesis."""
    made = graph_of(Work(type="thesis", title="T", degree=degree, university="A University"))
    assert facts(made, "rdf:type") - {"fabio:Expression", "fabio:Thesis", "schema:Thesis"} == ({level} - {""})
    assert facts(made, "schema:inSupportOf") == {degree}
    assert facts(made, "schema:sourceOrganization") == {"organisation/a-university"}


def test_a_conference_paper_stands_in_proceedings_and_names_its_event() -> None:
    """Proceedings as host; the event features the paper."""
    made = graph_of(
        Work(
            type="paper-conference",
            title="A Paper",
            container_title="Proceedings of a Conference",
            event="Conference on Peace",
            pages=Pages("1", "9"),
        )
    )
    assert "fabio:ConferenceProceedings" in facts(made, "rdf:type", "cites/frbr:partOf")
    assert {short(s) for s, p, _ in made if short(p) == "schema:workFeatured"} == {"event/conference-on-peace"}


def test_a_conference_paper_in_a_journal_stands_in_its_issue() -> None:
    """An issue number is a journal's, whatever the line calls the paper."""
    issue = Issue(volume="192", number="3")
    made = graph_of(Work(type="paper-conference", title="A Paper", container_title="Procedia", issue=issue))
    assert facts(made, "frbr:partOf") == {"journal/procedia/volume/192/issue/3"}


def test_a_site_is_the_publisher_unless_another_is_named() -> None:
    """Of a web text, the name of the site is who published it; beside a publisher it is the site."""
    page = Work(type="webpage", title="T", container_title="Valdai Club Foundation")
    assert facts(graph_of(page), "schema:publisher") == {"organisation/valdai-club-foundation"}
    made = graph_of(replace(page, publisher="Another"))
    assert facts(made, "schema:publisher") == {"organisation/another"}
    assert "schema:WebSite" in facts(made, "rdf:type", "cites/frbr:partOf")


def test_roles_have_an_order_each_of_their_own() -> None:
    """Authors and translators are chains that start at 1; a corporate editor is no schema:editor."""
    people = (
        person("Gumilev", "Lev N."),
        person("Markov", "A.", "translator"),
        person("Second", "Author"),
        Contribution(agent=organisation("Institute of History"), role="editor"),
    )
    made = graph_of(Work(type="book", title="T", contributions=people))
    index = {(short(s).partition("#")[2], short(o)) for s, p, o in made if short(p) == "co:index" and "work/gumi" in s}
    assert index == {("author-1", "1"), ("author-2", "2"), ("translator-1", "1"), ("editor-1", "1")}
    chain = {(short(s).partition("#")[2], short(o).partition("#")[2]) for s, p, o in made if short(p) == "oco:hasNext"}
    assert chain == {("author-1", "author-2")}
    assert facts(made, "schema:contributor") == {"organisation/institute-of-history"}
    assert not facts(made, "schema:editor")


def test_namesakes_in_one_list_stay_two() -> None:
    """Two people whose names are printed alike are two people of one article."""
    made = graph_of(Work(type="book", title="T", contributions=(person("Kim", "J."), person("Kim", "J."))))
    assert {iri.rpartition("#")[2] for iri in facts(made, "schema:author")} == {"person-kim-j", "person-kim-j-2"}


def test_a_legislation_number_and_a_treaty() -> None:
    """A law keeps its number; a treaty is told by its genre."""
    law = Work(type="legislation", title="Law on Citizenship", number="HO-132")
    assert facts(graph_of(law), "schema:legislationIdentifier") == {"HO-132"}
    assert facts(graph_of(Work(type="treaty", title="Treaty of Kars")), "schema:genre") == {"treaty"}


def test_a_line_that_could_not_be_read_is_there_and_cites_nothing() -> None:
    """Its reference node and item exist; no work is made up."""
    made = quads(replace(CITING, references=(Reference(raw="???", position=1),)), Mint(BASE))
    predicates = {short(p) for _, p, _, _ in made}
    assert "co:itemContent" in predicates
    assert not predicates & {"cito:cites", "biro:references", "cito:hasCitedEntity"}


def test_untagged_texts_and_tagged_ones() -> None:
    """dcterms:title is plain; schema:name has the language, in lower case, where it is known."""
    made = graph_of(Work(type="book", title="O livro", language="pt-BR"))
    names = {o for _, p, o in made if short(p) in ("dcterms:title", "schema:name") and "livro" in o}
    assert names == {'"O livro"', '"O livro"@pt-br'}
    assert facts(made, "dcterms:language") == {"http://id.loc.gov/vocabulary/iso639-1/pt"}


CONFLICTS = (
    ({"issued": PartialDate(2020)}, "published"),
    ({"title": "Quite another title"}, "title"),
    ({"contributions": (person("Other", "An"),)}, "authors"),
    ({"pages": Pages("1", "2")}, "pages"),
    ({"container_title": "Another Journal"}, "part_of"),
)


@pytest.mark.parametrize(("change", "field"), CONFLICTS)
def test_of_two_statements_about_one_work_the_first_stands(change: dict[str, object], field: str) -> None:
    """One cited node with consistent values, and a note on the second reference."""
    first = Work(
        type="article-journal",
        title="A title",
        contributions=(person("One", "Author"),),
        issued=PartialDate(2019),
        container_title="A Journal",
        pages=Pages("5", "9"),
        identifiers=(doi("10.5555/twice"),),
    )
    second = replace(first, **change)  # type: ignore[arg-type]
    assert graph_of(first, second) - graph_of(first, first) == set()
    notes = {(short(s), short(o)) for s, p, o in graph_of(first, second, about="quality") if short(p) == "oa:bodyValue"}
    assert any("quality-2" in s and field in text for s, text in notes)


def test_the_second_statement_completes_the_first() -> None:
    """What only the second line says is taken from there: here publisher, place and another identifier."""
    bare = Work(type="book", title="T", issued=PartialDate(2020), identifiers=(doi("10.5555/twice"),))
    full = replace(
        bare, publisher="P", publisher_place="Paris", identifiers=(*bare.identifiers, Identifier("pmid", "77"))
    )
    made = graph_of(bare, full)
    assert facts(made, "schema:publisher") == {"organisation/p"}
    assert len(facts(made, "datacite:hasIdentifier")) == 2
    assert not graph_of(bare, full, about="quality")


def test_spelling_and_precision_are_no_conflict() -> None:
    """Case, quotation marks and a date that one line states more precisely do not contradict."""
    one = Work(type="book", title="On “Peace”", issued=PartialDate(2020), identifiers=(doi("10.5555/twice"),))
    other = replace(one, title="On 'peace'", issued=PartialDate(2020, 5))
    assert not graph_of(one, other, about="quality")


def test_one_web_address_of_two_works_names_the_first() -> None:
    """An identifier node belongs to one work; the other keeps the address as its URL, and a note says so."""
    url = Identifier("url", "https://www.un.org/")
    works = [Work(type="webpage", title=title, identifiers=(url,)) for title in ("One", "Two")]
    made = graph_of(*works)
    assert len([1 for _, p, o in made if short(p) == "datacite:hasIdentifier" and "identifier/url" in o]) == 1
    assert len([1 for _, p, o in made if short(p) == "frbr:exemplar"]) == 1
    assert len([1 for _, p, o in made if short(p) == "schema:url" and o == "<https://www.un.org/>"]) == 2
    notes = graph_of(*works, about="quality")
    assert {short(o) for _, p, o in notes if short(p) == "dcterms:type"} == {"jv:identifier-conflict"}
