"""Questions that the data must answer, on the seed's graph, in two engines, exactly."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
import rdflib
from pyoxigraph import QuerySolutions, RdfFormat, Store

from graph_cases import BASE, gold_article
from jopsrdf.graph import Mint, quads
from jopsrdf.pipeline.converting import convert, mint_for, settings_for
from jopsrdf.records import Article
from places import SEED, SHARED

FILE = SHARED / "competency" / "questions.json"
QUESTIONS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else []
pytestmark = pytest.mark.skipif(not QUESTIONS, reason="the questions (../shared/competency) are not here")


@cache
def triples(source: str) -> str:
    """Return the seed's graph as N-Triples: read from the page, or from the records typed by hand."""
    if source == "page":
        settings = settings_for([SEED], None, {})
        articles: list[Article] = list(convert(SEED.read_bytes(), SEED.name, settings))
        mint = mint_for(settings)
    else:
        articles, mint = [gold_article(SHARED / "gold")], Mint(BASE)
    made = (quad for article in articles for quad in quads(article, mint))
    return "".join(f"{s} {p} {o} .\n" for s, p, o, g in made if "/graph/work/" in g)


@cache
def oxigraph(source: str) -> Store:
    """Return the graph in Oxigraph."""
    store = Store()
    store.load(triples(source).encode(), format=RdfFormat.N_TRIPLES)
    return store


@cache
def in_memory(source: str) -> rdflib.Graph:
    """Return the graph in rdflib."""
    return rdflib.Graph().parse(data=triples(source), format="nt")


def same(rows: list[list[str]], question: dict[str, Any]) -> bool:
    """Say whether an answer is the stated one; the order counts where the question has one."""
    expected = question["expected"]
    return rows == expected if question["ordered"] else sorted(rows) == sorted(expected)


def numbered(question: dict[str, Any]) -> str:
    """Return the name of a question in the test's report."""
    return str(question["number"])


@pytest.mark.shared
@pytest.mark.parametrize("source", ["page", "gold"])
@pytest.mark.parametrize("question", QUESTIONS, ids=numbered)
def test_oxigraph_answers(question: dict[str, Any], source: str) -> None:
    """Each question has exactly the stated answer in the engine that serves."""
    found = oxigraph(source).query(question["query"])
    assert isinstance(found, QuerySolutions)
    rows = [["" if value is None else str(value.value) for value in row] for row in found]
    assert same(rows, question), rows


@pytest.mark.shared
@pytest.mark.parametrize("question", QUESTIONS, ids=numbered)
def test_rdflib_answers(question: dict[str, Any]) -> None:
    """The same answers in the engine that most people have."""
    found = in_memory("gold").query(question["query"])
    rows = [["" if value is None else str(value) for value in row] for row in found]  # type: ignore[union-attr]
    assert same(rows, question), rows
