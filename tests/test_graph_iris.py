"""IRIs: readable, stable, from content only, one for one thing."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from jopsrdf.errors import CollisionError
from jopsrdf.graph.iris import Mint, isbns_of, part, web
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Contribution, Issue, PartialDate, Work, organisation

BASE = "https://example.org/"
JOURNAL = f"{BASE}journal/insight-turkey"


def mint() -> Mint:
    """Return a mint that knows nothing yet."""
    return Mint(BASE)


def book(title: str, family: str = "", year: int = 0, *identifiers: Identifier) -> Work:
    """Return a book."""
    people = (Contribution(agent=Agent(family=family)),) if family else ()
    issued = PartialDate(year) if year else None
    return Work(type="book", title=title, contributions=people, issued=issued, identifiers=identifiers)


DOIS = (
    ("10.46991/jops/2025.4.10.125", "10.46991/jops/2025.4.10.125"),
    ("10.1175/1520-0469(1969)026<0570:atftdo>2.0.co;2", "10.1175/1520-0469(1969)026%3C0570:atftdo%3E2.0.co;2"),
    ("10.1890/0012-9658(2006)87[2445:abc]2.0.co;2", "10.1890/0012-9658(2006)87%5B2445:abc%5D2.0.co;2"),
    ("10.1000/a#b?c%d e", "10.1000/a%23b%3Fc%25d%20e"),
    ("10.1000/{x}|y\\z^`", "10.1000/%7Bx%7D%7Cy%5Cz%5E%60"),
)


@pytest.mark.parametrize(("doi", "path"), DOIS)
def test_a_doi_names_its_work(doi: str, path: str) -> None:
    """What an IRI may not hold is percent-encoded, and a strict parser takes the result."""
    iri = mint().work(Work(identifiers=(Identifier("doi", doi),)))
    assert iri == f"{BASE}work/{path}"
    NamedNode(iri)


ISBN_CASES = (
    ("chapter", "10.1007/978-3-658-46812-5_11", ("9783658468125",)),
    ("chapter", "10.4337/9781789903447.00033", ("9781789903447",)),
    ("chapter", "10.4337/9781789903448.00033", ()),
    ("chapter", "10.2307/jj.18253449.5", ()),
    ("book", "10.1017/9781108751643", ("9781108751643",)),
)


@pytest.mark.parametrize(("kind", "doi", "isbns"), ISBN_CASES)
def test_an_isbn_inside_a_doi_counts_when_its_check_digit_holds(kind: str, doi: str, isbns: tuple[str, ...]) -> None:
    """Thirteen figures are an ISBN only if they add up."""
    assert isbns_of(Work(type=kind, identifiers=(Identifier("doi", doi),))) == isbns  # type: ignore[arg-type]


def test_a_book_is_named_by_the_isbn_that_its_chapters_name() -> None:
    """A whole book cited by its DOI and the host of a chapter's DOI are one node."""
    whole = book("Systemic Earthquake", "", 2020, Identifier("doi", "10.1017/9781108751643"))
    assert mint().work(whole) == f"{BASE}work/isbn/9781108751643"


def test_other_works_are_named_for_people_and_by_a_digest() -> None:
    """Family, year, four words of the title, eight characters; undated and anonymous works leave parts out."""
    assert (
        mint()
        .work(book("Russia and Europe: a look", "Danilevsky", 1888))
        .startswith(f"{BASE}work/danilevsky-1888-russia-and-europe-a-")
    )
    assert mint().work(book("Russia and Europe")).startswith(f"{BASE}work/russia-and-europe-")


SAME = (
    (book("Türkiye’s Turn", "Şen", 2024), book("TÜRKIYE'S  TURN.", "Sen", 2024), True),
    (book("Russia and Europe", "Danilevsky", 1888), book("Russia and Europe", "Danilevsky", 1889), False),
    (book("Russia and Europe", "Danilevsky", 1888), book("Russia and Europe", "Strakhov", 1888), False),
    (book("Россия и Европа", "Данилевский", 1888), book("Россия и Азия", "Данилевский", 1888), False),
    (book("", "Smith", 2020), book("", "Smith", 2020), True),
)


@pytest.mark.parametrize(("one", "other", "same"), SAME)
def test_works_are_told_apart_by_kind_family_year_and_title(one: Work, other: Work, same: bool) -> None:
    """Spelling that readers do not hear does not count; letters of other scripts do."""
    assert (mint().work(one) == mint().work(other)) is same


def test_works_without_a_title_are_told_apart_by_their_lines() -> None:
    """Two untitled works of one author and year are not merged: nothing says that they are one."""
    nameless = book("", "Smith", 2020)
    assert mint().work(nameless, raw="Smith 2020, letter") != mint().work(nameless, raw="Smith 2020, lecture")


ISSUES = (
    (Issue(volume="4", number="1", whole_number="10"), "", "/volume/4/issue/1"),
    (Issue(volume="25", number="1/2"), "", "/volume/25/issue/1-2"),
    (Issue(volume="25", number="1–2"), "2023", "/volume/25/issue/1-2"),
    (Issue(number="3"), "2020", "/2020/issue/3"),
    (Issue(whole_number="123"), "2020", "/whole-number/123"),
    (Issue(volume="XIV", number="Special Issue"), "", "/volume/xiv/issue/special-issue"),
)


@pytest.mark.parametrize(("issue", "year", "path"), ISSUES)
def test_issues_are_named_below_their_journal(issue: Issue, year: str, path: str) -> None:
    """A number that starts anew each year needs the year; one that counts through does not."""
    assert mint().issue(JOURNAL, issue, year=year) == JOURNAL + path


PEOPLE = (
    (Agent(family="Vardazaryan", given="Marut"), "vardazaryan-marut"),
    (Agent(family="Barannik", given="M.A."), "barannik-ma"),
    (Agent(family="Barannik", given="M. A."), "barannik-ma"),
    (Agent(family="Titov", given="Alexander S."), "titov-alexander-s"),
    (Agent(family="Beauvoir", particle="de", given="Simone"), "de-beauvoir-simone"),
    (Agent(family="Leiße", given="Olaf"), "leisse-olaf"),
    (Agent(literal="Confucius"), "confucius"),
    (Agent(family="Ալեքսանյան", given="Աշոտ"), "ալեքսանյան-աշոտ"),
)


@pytest.mark.parametrize(("agent", "name"), PEOPLE)
def test_a_person_is_a_fragment_of_the_work(agent: Agent, name: str) -> None:
    """Nobody is merged by name across works."""
    assert mint().person(agent, f"{BASE}work/x") == f"{BASE}work/x#person-{name}"


def test_an_orcid_names_a_person_everywhere() -> None:
    """A printed ORCID is the only name that leaves the work."""
    agent = Agent(family="Carberry", identifiers=(Identifier("orcid", "0000-0002-1825-0097"),))
    assert mint().person(agent, f"{BASE}work/x") == "https://orcid.org/0000-0002-1825-0097"


def test_the_registry_sends_issn_and_title_to_one_journal() -> None:
    """ISSN-L is the identity where it is known, so two titles of one journal meet."""
    aliases = {"issn/1302-177X": "journal/insight-turkey", "journal/insight turkiye": "journal/insight-turkey"}
    known = Mint(BASE, aliases)
    assert known.journal("Insight", [Identifier("issn", "1302-177X")]) == JOURNAL
    assert known.journal("Insight Türkiye") == JOURNAL


def test_titles_without_letters_get_a_digest() -> None:
    """An IRI is never empty at its end."""
    assert mint().journal("***") != f"{BASE}journal/"
    assert mint().journal("***") != mint().journal("+++")


def test_two_keys_on_one_iri_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shortened digest that two different web addresses share is an error that names both."""
    monkeypatch.setattr("jopsrdf.graph.iris.digest", lambda *_, length=8: "a" * length)
    ours = mint()
    ours.identifier(Identifier("url", "https://example.org/one"))
    with pytest.raises(CollisionError, match=r"one.*two") as caught:
        ours.identifier(Identifier("url", "https://example.org/two"))
    assert caught.value.exit_code == 5


WEB = (
    ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
    ("https://example.org/50%", "https://example.org/50%25"),
    ("https://example.org/a b\\c", "https://example.org/a%20b%5Cc"),
    ("https://журнал.рф/статья", "https://журнал.рф/статья"),
    ("http://example.org:port/x", ""),
    ("http:///x", ""),
)


@pytest.mark.parametrize(("printed", "iri"), WEB)
def test_printed_addresses_become_iris_that_stores_accept(printed: str, iri: str) -> None:
    """What cannot be mended is no IRI; the printed form is kept as a literal elsewhere."""
    assert web(printed) == iri
    if iri:
        NamedNode(iri)


def test_organisations_are_named_by_ror_or_by_name() -> None:
    """A name is folded, a ROR identifier stands for itself."""
    assert mint().organisation(organisation("Springer VS")) == f"{BASE}organisation/springer-vs"
    known = organisation("YSU", Identifier("ror", "00s8vne50"))
    assert mint().organisation(known) == f"{BASE}organisation/00s8vne50"


def test_numbers_of_any_kind_are_one_segment() -> None:
    """A slash in a printed number does not open a level of the path."""
    assert "/" not in part("12/13, ч. 2")
