"""Comunica, the client of the JavaScript world, asks the endpoint and the documents behind it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

import node
import web_dataset
from jopsrdf.config import Settings
from test_web_serve import Server, serving

TITLE = "<http://purl.org/dc/terms/title>"
CITED, FIRST = f"{web_dataset.BASE}{web_dataset.CITED}", f"{web_dataset.BASE}{web_dataset.FIRST}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    dataset = tmp_path_factory.mktemp("served")
    web_dataset.build(dataset, Settings())
    with serving(dataset) as server:
        yield server


def printed(server: Server, query: str, *kind: str) -> str:
    """Return what Comunica prints for a query; fail with its own sentence."""
    done = node.run("query.js", f"{server.root}sparql", query, *kind)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("kind", ["sparql", ""], ids=["told", "found out"])
def test_rows(server: Server, kind: str) -> None:
    """Comunica gets rows, told that it is an endpoint or finding that out from the service description."""
    found = json.loads(printed(server, f"SELECT ?t WHERE {{ <{CITED}> {TITLE} ?t }}", kind))
    assert [row["t"]["value"] for row in found["results"]["bindings"]] == ["Russia and Europe"]


def test_a_join(server: Server) -> None:
    """Comunica gets a join with language tags and an optional part whole."""
    query = f"""SELECT ?t ?k WHERE {{ ?a <http://purl.org/spar/cito/cites> ?w . ?w {TITLE} ?t
        OPTIONAL {{ ?x <http://www.w3.org/2004/02/skos/core#prefLabel> ?k FILTER(lang(?k) = "hy") }} }}"""
    (row,) = json.loads(printed(server, query))["results"]["bindings"]
    assert (row["t"]["value"], row["k"]["value"], row["k"]["xml:lang"]) == ("Russia and Europe", "Հայաստան", "hy")


def test_the_truth(server: Server) -> None:
    """Comunica gets a boolean."""
    assert printed(server, "ASK { <urn:example:nobody> ?p ?o }").strip() == "false"


def test_a_graph(server: Server) -> None:
    """Comunica constructs a graph."""
    assert '"Russia and Europe"' in printed(server, f"CONSTRUCT WHERE {{ <{CITED}> {TITLE} ?t }}")


def test_a_named_graph(server: Server) -> None:
    """Comunica reads a named graph."""
    query = f"SELECT ?o WHERE {{ GRAPH <{web_dataset.BASE}graph/provenance> {{ ?s ?p ?o }} }}"
    assert "urn:example:page" in printed(server, query)


def test_a_document(server: Server) -> None:
    """Comunica takes an article's Turtle for a source of triples."""
    address = f"{server.root}data/{web_dataset.FIRST}.ttl"
    done = node.run("query.js", address, f"SELECT ?o WHERE {{ <{FIRST}> {TITLE} ?o }}", "")
    assert "Dynamics of Russian-Turkish Relations" in done.stdout, done.stderr
