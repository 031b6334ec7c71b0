"""Laws of the graph: whatever a page prints, the graph is well formed, and a store takes it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from graph_cases import BASE, EXAMPLE
from jopsrdf.errors import CollisionError
from jopsrdf.graph import Mint, embed, embed_script, quads
from jopsrdf.identifiers import Identifier
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    Pages,
    PartialDate,
    Reference,
    Role,
    Text,
    Work,
    WorkType,
    organisation,
)
from jopsrdf.terms import DATACITE, FRBR, PRISM, PRO, RDF

#: What a reader may hand over: any text, and pieces that break naive writers.
PRINTED = st.text(max_size=12) | st.sampled_from(
    [
        '"',
        "\\",
        "<b>",
        "a\u2028b",
        "#",
        "?",
        "%zz",
        "../x",
        "<>{}|^`",
        " ",
        "İ",
        "ß",
        "１２",
        "٣",
        "\u202eabc",
        "x" * 300,
    ]
)
DATES = st.builds(PartialDate, st.integers(1, 9999)) | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
ADDRESSES = st.sampled_from(
    [
        "http://[::1]/",
        "https://e.org/a[1]",
        "http://e.org:x/",
        "https://é.org/ü?q=%",
        "http://e.org/#a#b",
        "http://a b/",
    ]
)
IDENTIFIERS = st.one_of(
    st.builds(lambda text: Identifier("doi", f"10.1234/{text}x"), PRINTED),
    st.builds(lambda text: Identifier("url", f"https://e.org/{text}"), PRINTED),
    st.builds(lambda address: Identifier("url", address), ADDRESSES),
    st.just(Identifier("isbn", "9783658468125")),
    st.just(Identifier("issn", "1468-3849")),
    st.builds(lambda text: Identifier("urn", f"urn:nbn:{text}"), PRINTED),
)
AGENTS = st.builds(Agent, family=PRINTED, given=PRINTED, particle=PRINTED) | st.builds(organisation, PRINTED)
CONTRIBUTIONS = st.builds(Contribution, agent=AGENTS, role=st.sampled_from(get_args(Role)))
WORKS = st.builds(
    Work,
    type=st.sampled_from(get_args(WorkType)),
    title=PRINTED,
    contributions=st.lists(CONTRIBUTIONS, max_size=3).map(tuple),
    issued=st.none() | DATES,
    accessed=st.none() | DATES,
    submitted=st.none() | DATES,
    container_title=PRINTED,
    collection_title=PRINTED,
    number=PRINTED,
    issue=st.builds(Issue, volume=PRINTED, number=PRINTED, whole_number=PRINTED),
    supplement=PRINTED,
    pages=st.none() | st.builds(Pages, PRINTED, PRINTED),
    publisher=PRINTED,
    publisher_place=PRINTED,
    event=PRINTED,
    degree=PRINTED,
    identifiers=st.lists(IDENTIFIERS, max_size=3).map(tuple),
    language=st.sampled_from(["", "en", "pt-BR", "HY"]),
)
ARTICLES = st.builds(
    Article,
    title=st.builds(Text, PRINTED),
    contributions=st.lists(CONTRIBUTIONS, max_size=2).map(tuple),
    journal=st.none() | st.builds(Journal, title=PRINTED, publisher=PRINTED, url=ADDRESSES),
    issue=st.builds(Issue, volume=PRINTED, number=PRINTED),
    keywords=st.lists(st.builds(lambda text: (Text(text, "en"),), PRINTED), max_size=3).map(tuple),
    published=st.none() | DATES,
    url=ADDRESSES,
    licence=ADDRESSES,
    references=st.lists(st.builds(Reference, raw=PRINTED, work=st.none() | WORKS), max_size=4).map(tuple),
)
SINGLE = (
    PRISM["publicationDate"],
    PRISM["startingPage"],
    PRISM["volume"],
    PRISM["issueIdentifier"],
    PRO["withRole"],
    PRO["isHeldBy"],
)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_a_store_takes_whatever_is_printed(article: Article) -> None:
    """The quads are N-Quads, each once; no IRI is broken by a printed sign."""
    made = list(quads(article, Mint(BASE)))
    assert len(made) == len(set(made))
    store = Store()
    store.load("".join(f"{s} {p} {o} {g} .\n" for s, p, o, g in made).encode(), format=RdfFormat.N_QUADS)
    assert len(store)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_single_values_are_single_whatever_the_lines_say(article: Article) -> None:
    """No second value of a functional property, and no identifier or copy with two owners."""
    made = [(s, p, o) for s, p, o, g in quads(article, Mint(BASE)) if "/graph/work/" in g]
    values = Counter((s, p) for s, p, _ in made if p in SINGLE)
    owners = Counter((p, o) for _, p, o in made if p in (DATACITE["hasIdentifier"], FRBR["exemplar"]))
    assert max([*values.values(), *owners.values(), 1]) == 1


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_every_thing_has_a_class_and_is_led_to(article: Article) -> None:
    """No node hangs in the air, and none is left without a description."""
    made = [(s, p, o) for s, p, o, g in quads(article, Mint(BASE)) if "/graph/work/" in g]
    typed = {s for s, p, _ in made if p == RDF["type"]}
    assert {s for s, _, _ in made} <= typed
    assert {o for _, _, o in made if o.startswith(f"<{BASE}")} <= typed


@given(ARTICLES)
@settings(max_examples=50, deadline=None)
def test_the_embed_is_json_for_any_article(article: Article) -> None:
    """What a page embeds is one JSON object without an open bracket of markup."""
    assert "<" not in embed_script(embed(article, Mint(BASE)))


@given(st.lists(WORKS, min_size=2, max_size=6))
@settings(max_examples=50, deadline=None)
def test_a_mint_gives_one_name_to_one_work(works: list[Work]) -> None:
    """Asked in any order, by one mint or by many, a work has one IRI; two mints never disagree."""
    one, other = Mint(BASE), Mint(BASE)
    forth = [one.work(work) for work in works]
    back = [other.work(work) for work in reversed(works)]
    assert forth == back[::-1]
    assert one.keys == other.keys


def test_a_collision_stops_the_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two works on one IRI are never merged in silence."""
    monkeypatch.setattr("jopsrdf.graph.iris.digest", lambda *_, length=8: "a" * length)
    works = [Work(type="book", title=f"A history of the very long war: part {n}") for n in "12"]
    lines = tuple(Reference(raw=work.title, work=work) for work in works)
    with pytest.raises(CollisionError):
        list(quads(replace(EXAMPLE, references=lines), Mint(BASE)))
