"""Profiles: SPAR alone, strictly OCDM, schema.org alone."""

from __future__ import annotations

import pytest

from every_kind import ARTICLE
from graph_cases import BASE, EXAMPLE
from jopsrdf.graph import PROFILES, Mint, profiled, quads
from jopsrdf.graph.check import check
from jopsrdf.graph.profiles import BORROWED
from jopsrdf.records import Article
from jopsrdf.terms import CO, DEO, FABIO, FOAF, FRBR, PRO, RDF, SCHEMA, SCORO, Quad, is_iri

ARTICLES = [pytest.param(EXAMPLE, id="example"), pytest.param(ARTICLE, id="every-kind")]


def shaped(article: Article, profile: str) -> list[Quad]:
    """Return an article in a profile."""
    return list(profiled(quads(article, Mint(BASE)), profile))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("article", ARTICLES)
def test_a_profile_is_a_whole_graph(article: Article, profile: str) -> None:
    """Nothing is named in the article's graph that is not described there, and nothing is said twice."""
    made = shaped(article, profile)
    data = [quad for quad in made if "/graph/work/" in quad[3]]
    assert len(made) == len(set(made))
    assert data
    subjects = {s for s, _, _, _ in data}
    assert {o for _, _, o, _ in data if is_iri(o) and o.startswith(f"<{BASE}") and "/vocab#" not in o} <= subjects


@pytest.mark.parametrize("article", ARTICLES)
def test_spar_and_schema_lose_nothing(article: Article) -> None:
    """The two vocabularies stand side by side: each statement is in one profile, and only borrowed links in both."""
    whole = set(quads(article, Mint(BASE)))
    spar, schema = set(shaped(article, "spar")), set(shaped(article, "schema"))
    assert {p for _, p, _, _ in spar & schema} <= BORROWED
    assert spar | schema == whole


def test_spar_alone_says_whose_a_biography_is() -> None:
    """SPAR has no term for the person of a biography, nor for the university of a thesis: the profile keeps both."""
    made = shaped(ARTICLE, "spar")
    biographies = {s for s, p, o, _ in made if p == RDF["type"] and o == DEO["Biography"]}
    theses = {s for s, p, o, _ in made if p == RDF["type"] and o == FABIO["Thesis"]}
    people = {s for s, p, o, _ in made if p == RDF["type"] and o == FOAF["Agent"]}
    told = {(s, p) for s, p, o, _ in made if o in people}
    assert biographies
    assert {(s, SCHEMA["about"]) for s in biographies} <= told
    assert any((s, SCHEMA["sourceOrganization"]) in told for s in theses)
    assert {term for _, p, o, _ in made for term in (p, o if p == RDF["type"] else p) if term in SCHEMA} == BORROWED


@pytest.mark.parametrize("article", ARTICLES)
def test_ocdm_keeps_the_contract_of_ocdm(article: Article) -> None:
    """The strict profile passes the shapes of the OpenCitations Data Model."""
    assert not [str(note) for note in check(shaped(article, "ocdm"), source="ocdm", shapes="ocdm-shapes.ttl")]


@pytest.mark.parametrize("article", ARTICLES)
def test_ocdm_has_none_of_our_extras(article: Article) -> None:
    """No second vocabulary, no ordinals, no roles and classes that OCDM does not know."""
    made = shaped(article, "ocdm")
    used = {p for _, p, _, _ in made} | {o for _, p, o, _ in made if p == RDF["type"]}
    assert not [term for term in used if term in SCHEMA]
    assert not used & {CO["index"], FOAF["Person"], FABIO["DoctoralThesis"], FABIO["hasPublicationYear"]}
    assert {o for _, p, o, _ in made if p == PRO["withRole"]} <= {PRO["author"], PRO["editor"], PRO["publisher"]}
    assert SCORO["affiliate"] not in {o for _, _, o, _ in made}
    assert FRBR["partOf"] in used


def test_an_unknown_profile_is_an_error() -> None:
    """The caller's table of names is ours."""
    with pytest.raises(KeyError):
        list(profiled([], "bibframe"))
