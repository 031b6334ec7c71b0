"""Citations: when, over which span, by whom of themselves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_cases import BASE, EXAMPLE, JOPS
from jopsrdf.graph import Mint, quads
from jopsrdf.graph.citations import has_full_name, is_same_person, time_span
from jopsrdf.graph.entities import Identified, Person
from jopsrdf.identifiers import Identifier
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    PartialDate,
    Reference,
    Text,
    Work,
)
from jopsrdf.terms import CITO, PROV, RDF, XSD

SPANS = (
    ("2025-07-09", "2024-10-15", "P0Y8M24D"),
    ("2025-07-09", "2023-03-01", "P2Y4M8D"),
    ("2025-07-09", "2021-07", "P4Y0M"),
    ("2025-07-09", "2025-06", "P0Y1M"),
    ("2025-07-09", "2025-03", "P0Y4M"),
    ("2025-07-09", "1888", "P137Y"),
    ("2025-07-09", "2025", "P0Y"),
    ("2025", "2024-10-15", "P1Y"),
    ("2025-07-09", "2025-07-09", "P0Y0M0D"),
    ("2024-03-31", "2024-02-29", "P0Y1M2D"),
    ("2025-02-28", "2024-02-29", "P1Y0M0D"),
    ("2023-05", "2024-10", "-P1Y5M"),
    ("2024-01-01", "2024-01-05", "-P0Y0M4D"),
    ("2020", "2021", "-P1Y"),
)


@pytest.mark.parametrize(("citing", "cited", "span"), SPANS)
def test_time_spans_follow_opencitations(citing: str, cited: str, span: str) -> None:
    """Missing parts come from the other date; months and days are printed when both dates have them."""
    assert time_span(PartialDate.parse(citing), PartialDate.parse(cited)) == span


def test_no_date_no_span() -> None:
    """An undated work has no time span, and a year nought is no year."""
    assert time_span(PartialDate(2025), None) == time_span(None, PartialDate(2025)) == ""
    assert time_span(PartialDate(2025), PartialDate(0)) == ""


@given(st.dates(), st.dates())
def test_spans_of_whole_dates_add_up(one: object, other: object) -> None:
    """A span and its reverse differ in sign and by less than the days of a month."""
    forth = time_span(PartialDate.parse(str(one)), PartialDate.parse(str(other)))
    back = time_span(PartialDate.parse(str(other)), PartialDate.parse(str(one)))
    assert forth.removeprefix("-").partition("D")[0].split("M")[0] == back.removeprefix("-").split("M")[0]
    assert (forth.startswith("-") != back.startswith("-")) is (one != other)


INITIALS = ("M.A.", "A", "JK", "Ya.", "Ch. P.", "J.-P.", "")
WRITTEN_OUT = ("Alexander S.", "Jean-Paul", "伟", "Աշոտ", "Li")


@pytest.mark.parametrize(("name", "full"), [*((n, False) for n in INITIALS), *((n, True) for n in WRITTEN_OUT)])
def test_full_given_names_and_initials(name: str, full: bool) -> None:
    """Initials and abbreviations name nobody for certain."""
    assert has_full_name(name) is full


def person(family: str, given: str, suffix: str = "", orcid: str = "") -> Person:
    """Return a person."""
    nodes = (Identified(iri="<#i>", scheme="orcid", value=orcid),) if orcid else ()
    return Person(iri="<#p>", name="", family=family, given=given, suffix=suffix, identifiers=nodes)


PAIRS = (
    (person("Vardazaryan", "Marut"), person("VARDAZARYAN", "Marut"), True),
    (person("Şen", "Gülriz"), person("Sen", "Gulriz"), True),
    (person("Yilmaz", "I."), person("Yilmaz", "I."), False),
    (person("Yilmaz", "Ihsan"), person("Yilmaz", "I."), False),
    (person("Dugin", "Aleksandr G."), person("Dugin", "Alexander"), False),
    (person("Adams", "John", "Jr."), person("Adams", "John", "Sr."), False),
    (person("Yilmaz", "I.", orcid="0000-0001"), person("Yılmaz", "Ihsan", orcid="0000-0001"), True),
    (person("Yilmaz", "Ihsan", orcid="0000-0001"), person("Yilmaz", "Ihsan", orcid="0000-0002"), False),
    (person("", "Confucius"), person("", "Confucius"), False),
)


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_who_is_the_same_person(one: Person, other: Person, same: bool) -> None:
    """Family and full given name, or the ORCID; nothing else."""
    assert is_same_person(one, other) is same


def citing(*works: Work, intents: tuple[str, ...] = ()) -> Article:
    """Return an article of a journal by Marut Vardazaryan that cites some works."""
    return Article(
        title=Text("A Test of Citations", "en"),
        contributions=(Contribution(agent=Agent(family="Vardazaryan", given="Marut")),),
        identifiers=(Identifier("doi", "10.46991/jops/2025.4.10.125"),),
        published=PartialDate(2025, 7, 9),
        journal=Journal(title=JOPS),
        issue=Issue(volume="4", number="1"),
        references=tuple(
            Reference(raw=work.title, position=n, work=work, intents=intents) for n, work in enumerate(works, 1)
        ),
    )


def classes(article: Article) -> dict[str, set[str]]:
    """Return the CiTO classes of each citation by its number."""
    found: dict[str, set[str]] = {}
    for s, p, o, _ in quads(article, Mint(BASE)):
        if p == RDF["type"] and "#citation-" in s:
            found.setdefault(s[1:-1].rpartition("-")[2], set()).add(o.removeprefix(f"<{CITO.iri}").removesuffix(">"))
    return found


def cited(title: str, family: str, given: str, journal: str = "", online_first: bool = False) -> Work:
    """Return a cited article."""
    return Work(
        type="article-journal",
        title=title,
        contributions=(Contribution(agent=Agent(family=family, given=given)),),
        container_title=journal,
        issue=Issue() if online_first else Issue(volume="3", number="1"),
    )


def test_self_citations_by_author_and_by_journal() -> None:
    """Each reason has its class; other journals, initials and namesakes have none."""
    found = classes(
        citing(
            cited("The Second Karabakh War", "Vardazaryan", "Marut", JOPS),
            cited("A Review", "Vardazaryan", "Marut", "Turkish Studies"),
            cited("Modern Wars", "Elamiryan", "Ruben", JOPS.upper(), online_first=True),
            cited("Another", "Vardazaryan", "M.", "Turkish Studies"),
            cited("Without a journal", "Poghosyan", "Gevorg"),
        )
    )
    assert found == {
        "1": {"Citation", "SelfCitation", "AuthorSelfCitation", "JournalSelfCitation"},
        "2": {"Citation", "SelfCitation", "AuthorSelfCitation"},
        "3": {"Citation", "SelfCitation", "JournalSelfCitation"},
        "4": {"Citation"},
        "5": {"Citation"},
    }


def test_a_guess_of_identity_stands_in_the_links_graph_only() -> None:
    """The reason of an author self-citation can be taken back without touching the data."""
    links = [q for q in quads(EXAMPLE, Mint(BASE)) if q[1] == PROV["alternateOf"]]
    assert [(s.rpartition("#")[2], o.rpartition("work/")[2], g) for s, _, o, g in links] == [
        ("person-vardazaryan-marut>", "10.46991/jops/2024.3.7.024#person-vardazaryan-marut>", f"<{BASE}graph/links>")
    ]


def test_the_citation_is_made_when_the_citing_article_appears() -> None:
    """Creation date and span; an undated article gives neither."""
    article = citing(replace(cited("X", "A", "B"), issued=PartialDate(2021, 7)))
    made = {p: o for s, p, o, _ in quads(article, Mint(BASE)) if s.endswith("#citation-1>")}
    assert made[CITO["hasCitationCreationDate"]] == f'"2025-07-09"^^{XSD["date"]}'
    assert made[CITO["hasCitationTimeSpan"]] == f'"P4Y0M"^^{XSD["duration"]}'
    undated = {p for s, p, _, _ in quads(replace(article, published=None), Mint(BASE)) if s.endswith("#citation-1>")}
    assert not undated & {CITO["hasCitationCreationDate"], CITO["hasCitationTimeSpan"]}


def intents_of(article: Article) -> tuple[set[str], set[str]]:
    """Return the characterizations of the citations, and the CiTO links from the article."""
    made = list(quads(article, Mint(BASE)))
    links = {p for s, p, _, _ in made if "#" not in s.rpartition("/")[2] and p in CITO}
    return {o for _, p, o, _ in made if p == CITO["hasCitationCharacterization"]}, links


def test_an_intent_is_stated_when_an_annotation_gave_it() -> None:
    """A finer link stands beside cito:cites, and the citation is characterized by it."""
    characters, links = intents_of(citing(cited("X", "A", "B"), intents=("extends",)))
    assert characters == {CITO["extends"]}
    assert links == {CITO["cites"], CITO["extends"]}


def test_two_intents_are_two_citations() -> None:
    """A citation has exactly one characterization; a second intent is a citation of its own."""
    characters, links = intents_of(citing(cited("X", "A", "B"), intents=("extends", "usesMethodIn")))
    assert characters == {CITO["extends"], CITO["usesMethodIn"]}
    assert links == {CITO["cites"], CITO["extends"], CITO["usesMethodIn"]}


def test_an_intent_that_cito_does_not_know_is_not_stated() -> None:
    """A misspelt intent stays a plain citation, with a note."""
    article = citing(cited("X", "A", "B"), intents=("praises",))
    assert intents_of(article) == ({CITO["cites"]}, {CITO["cites"]})
    assert any("intent-unknown" in o for _, _, o, _ in quads(article, Mint(BASE)))
