"""Several articles in one dataset: the same nodes, no contradictions, nobody merged by name."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest

from graph_cases import BASE, CHAPTER, EXAMPLE, INTERVIEW, JOPS, SELF_CITED, doi, person
from jopsrdf import store
from jopsrdf.graph import Mint, quads
from jopsrdf.graph.union import settle
from jopsrdf.identifiers import Identifier
from jopsrdf.pipeline.building import entry
from jopsrdf.pipeline.converting import convert, settings_for
from jopsrdf.records import Article, Issue, Journal, Pages, PartialDate, Reference, Text, Work
from jopsrdf.store import Input, Plan
from jopsrdf.terms import DATACITE, FRBR, PREFIXES, PRISM, PRO, Quad, Triple
from places import SEED

#: An older article of the journal, as the journal prints it (reference 57 of the seed), now one of ours.
OWN = Article(
    title=Text(SELF_CITED.title, "en"),
    contributions=SELF_CITED.contributions,
    identifiers=SELF_CITED.identifiers,
    published=PartialDate(2024, 6, 28),
    journal=Journal(title=JOPS, language="en"),
    issue=Issue(volume="3", number="1", whole_number="7"),
    pages=Pages("24", "36"),
)
CITED = f"{BASE}work/10.46991/jops/2024.3.7.024"
FUNCTIONAL = (PRISM["publicationDate"], PRISM["startingPage"], PRISM["endingPage"], PRO["isHeldBy"], PRISM["volume"])


def citing(name: str, *works: Work) -> Article:
    """Return an article that cites some works."""
    lines = tuple(Reference(raw=work.title, position=n, work=work) for n, work in enumerate(works, 1))
    return replace(OWN, title=Text(f"Article {name}", "en"), identifiers=(doi(f"10.5555/{name}"),), references=lines)


def united(*articles: Article) -> list[Quad]:
    """Return the settled quads of a dataset."""
    mint = Mint(BASE)
    stated = sorted({quad for article in articles for quad in quads(article, mint)})
    return list(settle(lambda: stated, mint))


def data(made: Iterable[Quad]) -> set[Triple]:
    """Return the union of the articles' graphs."""
    return {(s, p, o) for s, p, o, g in made if "/graph/work/" in g}


def notes(made: Iterable[Quad]) -> set[str]:
    """Return the sentences of the notes on conflicts between articles."""
    return {o for s, p, o, _ in made if "#conflict-" in s and p.endswith("#bodyValue>")}


def test_articles_that_agree_are_simply_joined() -> None:
    """The union of two graphs with the same words is the union of their quads, without a note."""
    made = united(citing("a", CHAPTER, INTERVIEW), citing("b", INTERVIEW, CHAPTER))
    stated = {
        quad
        for name in "ab"
        for quad in quads(citing(name, *((CHAPTER, INTERVIEW)[:: 1 if name == "a" else -1])), Mint(BASE))
    }
    assert data(made) == data(stated)
    assert not notes(made)


def test_two_articles_meet_on_works_journals_issues_and_books() -> None:
    """A second article that cites the same things adds no node for them."""
    other = replace(CHAPTER, title="Another Chapter", identifiers=(doi("10.1007/978-3-658-46812-5_12"),))
    made = data(united(citing("a", CHAPTER, SELF_CITED), citing("b", other, SELF_CITED)))
    hosts = {o for s, p, o in made if p == FRBR["partOf"] and "46812" in s}
    assert hosts == {f"<{BASE}work/isbn/9783658468125>"}
    assert len({s for s, p, o in made if p == FRBR["partOf"] and "2024.3.7.024" in s}) == 1


def test_people_never_merge_by_name() -> None:
    """One name on two works is two people, however often it is printed."""
    works = [Work(type="book", title=title, contributions=(person("Yilmaz", "Ihsan"),)) for title in ("One", "Two")]
    made = data(united(citing("a", works[0]), citing("b", works[1])))
    assert len({o for _, p, o in made if p == PRO["isHeldBy"] and "yilmaz" in o}) == 2


DIFFERENT = (
    {"issued": PartialDate(2023)},
    {"pages": Pages("20", "36")},
    {"title": SELF_CITED.title.upper()},
    {"contributions": (person("Vardazaryan", "M."), person("Other", "An"))},
    {"issue": Issue(volume="3", number="2")},
    {"container_title": "J. Polit. Sci."},
)


@pytest.mark.parametrize("change", DIFFERENT, ids=lambda change: next(iter(change)))
def test_functional_values_stay_single(change: dict[str, object]) -> None:
    """Whatever two articles say of one work, one of them speaks for it."""
    made = data(united(citing("a", SELF_CITED), citing("b", replace(SELF_CITED, **change))))  # type: ignore[arg-type]
    values = Counter((s, p) for s, p, _ in made if p in FUNCTIONAL)
    assert set(values.values()) == {1}


@pytest.mark.parametrize("change", DIFFERENT, ids=lambda change: next(iter(change)))
def test_nobody_is_left_alone(change: dict[str, object]) -> None:
    """A person, issue or journal that only the silenced statement led to is not in the union."""
    made = data(united(citing("a", SELF_CITED), citing("b", replace(SELF_CITED, **change))))  # type: ignore[arg-type]
    objects = {o for _, _, o in made}
    alone = {s for s, _, _ in made if s not in objects and "#citation-" not in s}
    assert not alone
    assert {o for o in objects if o.startswith(f"<{BASE}")} <= {s for s, _, _ in made}


def test_an_article_of_ours_speaks_for_itself() -> None:
    """However much others say of it: its date is the one on its own page."""
    made = data(united(citing("a", replace(SELF_CITED, issued=PartialDate(2023), publisher="Somebody")), OWN))
    own = f"<{BASE}work/10.46991/jops/2024.3.7.024>"
    assert {o for s, p, o in made if s == own and p == PRISM["publicationDate"]} == {
        f'"2024-06-28"^^<{PREFIXES["xsd"]}date>'
    }
    assert not [o for _, _, o in made if "somebody" in o]


def test_the_fullest_statement_speaks() -> None:
    """A line that gives more is believed more; the other's difference becomes a note with both values."""
    bare = replace(SELF_CITED, issued=PartialDate(2023), pages=None, contributions=())
    made = united(citing("a", bare), citing("b", SELF_CITED))
    work = f"<{BASE}work/10.46991/jops/2024.3.7.024>"
    assert [o[1:5] for s, p, o in data(made) if s == work and p == PRISM["publicationDate"]] == ["2024"]
    assert any("publicationDate" in text and "2023" in text and "10.5555/a" in text for text in notes(made))


def test_identifiers_are_united_and_belong_to_one_thing() -> None:
    """What any article knows of a work's identifiers is kept; one that two works ask for goes to the first."""
    url = Identifier("url", "https://example.org/text")
    one = replace(SELF_CITED, identifiers=(*SELF_CITED.identifiers, Identifier("pmid", "77")))
    made = united(
        citing("a", SELF_CITED, Work(type="webpage", title="Alpha", identifiers=(url,))),
        citing("b", one, Work(type="webpage", title="Beta", identifiers=(url,))),
    )
    owners: dict[str, set[str]] = {}
    for s, p, o in data(made):
        if p in (DATACITE["hasIdentifier"], FRBR["exemplar"]):
            owners.setdefault(o, set()).add(s)
    assert {len(subjects) for subjects in owners.values()} == {1}
    assert f"<{BASE}identifier/pmid/77>" in owners
    assert any("hasIdentifier" in text for text in notes(made))


def test_the_order_of_articles_does_not_matter() -> None:
    """Shards in any order give one union."""
    articles = [citing("a", SELF_CITED), citing("b", replace(SELF_CITED, issued=PartialDate(2023))), OWN, EXAMPLE]
    unions = {frozenset(united(*order)) for order in permutations(articles)}
    assert len(unions) == 1


def test_a_built_dataset_is_settled(tmp_path: Path) -> None:
    """What serves has one date for a work that two articles date differently, and the note on it."""
    articles = [citing("a", SELF_CITED), citing("b", replace(SELF_CITED, issued=PartialDate(2023)))]
    mint = Mint(BASE)
    inputs = [Input(f"{number}.txt", f"{number:064}") for number, _ in enumerate(articles)]
    plan = Plan(program="test", settings="", base=BASE, settle=partial(settle, mint=mint))
    with store.building(tmp_path, inputs, plan) as builder:
        for source, article in zip(inputs, articles, strict=True):
            builder.add(source, entry(article, mint))
    assert builder.manifest
    dump = gzip.decompress(next(tmp_path.rglob("dump.nq.gz")).read_bytes()).decode()
    lines = dump.splitlines()
    assert lines == sorted(set(lines))
    dates = {line.split(" ")[2] for line in lines if line.startswith(f"<{CITED}> {PRISM['publicationDate']}")}
    assert len(dates) == 1
    assert any("#conflict-" in line for line in lines)


@pytest.mark.shared
def test_real_pages_make_one_sound_dataset(shared: Path) -> None:
    """The seed and five pages of other journals, read from their text: single values, one owner for each identifier."""
    settings = settings_for([], None, {})
    pages = [SEED, *sorted((shared / "samples" / "landing").glob("*.txt"))]
    articles = [article for page in pages for article in convert(page.read_bytes(), page.name, settings)]
    made = data(united(*articles))
    assert len(articles) == 6
    assert set(Counter((s, p) for s, p, _ in made if p in FUNCTIONAL).values()) == {1}
    assert set(Counter((p, o) for _, p, o in made if p in (DATACITE["hasIdentifier"], FRBR["exemplar"])).values()) == {
        1
    }
    assert {o for _, _, o in made if o.startswith(f"<{BASE}")} <= {s for s, _, _ in made}
