"""Real servers of two makers, loaded with the seed's dataset, answer as the dataset itself does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import sparql_servers
import synthetic
from jopsrdf import config, pipeline, store, web
from jopsrdf.cli import main
from jopsrdf.errors import QueryError, StoreError
from jopsrdf.store import Dataset, GraphStore, Limits, Login, Server, UpdateStore
from jopsrdf.store.publish_targets import normalised
from places import SEED, SHARED

FILE = SHARED / "competency" / "questions.json"
QUESTIONS: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else []
LIMITS = Limits(deadline=60)
#: Virtuoso's default graph is the union of all graphs, so what the articles say has a graph of its own there.
GRAPH = "https://w3id.org/jopsrdf/graph/articles"
DBA = Login("dba", "dba")  # of a new database, on loopback, for the length of the test
NTRIPLES = "application/n-triples"
NAMES = ["oxigraph", "virtuoso"]


@dataclass(frozen=True)
class Engine:
    """A server that is loaded: the dataset that asks it, and the two ways to write into it."""

    remote: Dataset
    by_graph_store: GraphStore
    by_update: UpdateStore
    query_url: str


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dataset]:
    """The seed's dataset, which answers by itself."""
    location = tmp_path_factory.mktemp("seed")
    pipeline.build([SEED], location, pipeline.settings_for([SEED], None, {}), processes=1)
    dataset = store.open_dataset(location, LIMITS)
    yield dataset
    dataset.close()


@pytest.fixture(scope="module")
def oxigraph(embedded: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Oxigraph's server, loaded by the Graph Store Protocol."""
    with sparql_servers.oxigraph(tmp_path_factory.mktemp("oxigraph") / "served") as root:
        query = Server(f"{root}/query")
        loaded = GraphStore(Server(f"{root}/store"))
        assert store.publish(embedded.generation, loaded)
        remote = store.open_dataset(embedded.location, LIMITS, server=query)
        yield Engine(remote, loaded, UpdateStore(Server(f"{root}/update"), query), query.url)
        remote.close()


@pytest.fixture(scope="module")
def virtuoso(embedded: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Debian's Virtuoso, loaded by the Graph Store Protocol, with Digest."""
    with sparql_servers.virtuoso(tmp_path_factory.mktemp("virtuoso") / "served") as root:
        loaded = GraphStore(Server(f"{root}/sparql-graph-crud-auth", GRAPH, DBA))
        assert store.publish(embedded.generation, loaded)
        remote = store.open_dataset(embedded.location, LIMITS, server=Server(f"{root}/sparql", GRAPH))
        yield Engine(remote, loaded, UpdateStore(Server(f"{root}/sparql-auth", GRAPH, DBA)), f"{root}/sparql")
        remote.close()


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Engine:
    """One of the two."""
    found: Engine = request.getfixturevalue(request.param)
    return found


each_engine = pytest.mark.parametrize("engine", NAMES, indirect=True)
#: Types derived from integer: Oxigraph makes integers of them, Virtuoso keeps them as they were loaded.
_INTEGERS = re.compile(r"(?<=XMLSchema#)(?:positiveInteger|nonNegativeInteger)")


def terms(dataset: Dataset, query: str, *, ordered: bool = True) -> list[dict[str, Any]]:
    """Return the solutions with the terms whole: kind, language and datatype."""
    found = json.loads(_INTEGERS.sub("integer", dataset.query(query).body.decode()))["results"]["bindings"]
    return found if ordered else sorted(found, key=str)


@pytest.mark.shared
@pytest.mark.skipif(not QUESTIONS, reason="the questions (../shared/competency) are not here")
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question["number"]))
@each_engine
def test_competency_questions(embedded: Dataset, engine: Engine, question: dict[str, Any]) -> None:
    """Every question has the stated answer, and term by term the one that the dataset itself gives."""
    query, ordered = question["query"], question["ordered"]
    found = terms(engine.remote, query, ordered=ordered)
    names = json.loads(engine.remote.query(query).body)["head"]["vars"]
    rows = [[row.get(name, {}).get("value", "") for name in names] for row in found]
    assert (rows if ordered else sorted(rows)) == (question["expected"] if ordered else sorted(question["expected"]))
    assert found == terms(embedded, query, ordered=ordered)


QUERIES = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(!STRENDS(STR(?g), 'tion')) } GROUP BY ?g ORDER BY ?g",
    "SELECT ?y (COUNT(?y) AS ?n) { ?w <http://purl.org/spar/fabio/hasPublicationYear> ?y } GROUP BY ?y ORDER BY ?y",
    "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/jopsrdf/graph/links> { ?s ?p ?o }",
    "SELECT ?o { ?s <http://purl.org/dc/terms/title> ?o FILTER(LANG(?o) = 'de') } ORDER BY ?o",
)


@pytest.mark.parametrize("query", QUERIES)
@each_engine
def test_graphs_are_the_same(embedded: Dataset, engine: Engine, query: str) -> None:
    """The default graph is what the articles say, and the named graphs are ours, whatever else the server holds."""
    assert terms(engine.remote, query) == terms(embedded, query)


#: Virtuoso 7.2.5 makes a number of months of a duration, whatever it is loaded from, and forgets its days.
_DURATION = re.compile(r'"[^"]*"\^\^<http://www.w3.org/2001/XMLSchema#duration>')


@each_engine
def test_every_triple_is_there(embedded: Dataset, engine: Engine) -> None:
    """A graph comes back triple for triple: languages, years, accents and all, but for Virtuoso's durations."""
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    one, other = (
        _INTEGERS.sub("integer", dataset.query(query, media_type=NTRIPLES).body.decode())
        for dataset in (embedded, engine.remote)
    )
    if engine.by_graph_store.server.graph:
        one, other = _DURATION.sub('""', one), _DURATION.sub('""', other)
    assert set(one.splitlines()) == set(other.splitlines())


@pytest.mark.parametrize(("query", "answer"), [("ASK { ?s ?p ?o }", True), ("ASK { ?s ?p 'nothing' }", False)])
@each_engine
def test_booleans(engine: Engine, query: str, answer: bool) -> None:
    """ASK is answered by a boolean; Virtuoso sends a table."""
    assert json.loads(engine.remote.query(query).body) == {"head": {}, "boolean": answer}


def test_virtuosos_cap_is_announced(virtuoso: Engine) -> None:
    """A result that Virtuoso cuts at its 10,000 rows says so."""
    answer = virtuoso.remote.query("SELECT ?s ?t { ?s ?p ?o . ?t ?q ?r }")
    assert (answer.rows, answer.truncated) == (10_000, "rows")


@pytest.mark.parametrize(
    "query",
    [
        'DEFINE get:soft "replace" SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }',
        "SELECT (bif:version() AS ?v) {}",
        "SELECT (<bif:version>() AS ?v) {}",
        "PREFIX f: <bif:> SELECT (f:version() AS ?v) {}",
        'SELECT * FROM <http://127.0.0.1:9/> OPTION (get:soft "soft") { ?s ?p ?o }',
        r"SELECT (\u0062if:version() AS ?v) {}",
        r"PREFIX a: <a:> SELECT * { ?s a:it\'s (bif:version()) ; a:it\'s ?o }",
        "SELECT * { ?s ?p ?o FILTER(?o<1+bif:version()) }",
    ],
)
def test_extensions_are_not_handed_over(virtuoso: Engine, query: str) -> None:
    """What only Virtuoso understands is refused: it fetches, and it runs functions of its own."""
    with pytest.raises(QueryError, match=r"only SPARQL 1\.1|begins with none"):
        virtuoso.remote.query(query)


@each_engine
def test_syntax_errors_are_the_clients(engine: Engine) -> None:
    """The server's complaint about a query is told as one."""
    with pytest.raises(QueryError, match="refuses the query"):
        engine.remote.query("SELECT * { ?s ?p }")


def test_a_wrong_password_is_told(virtuoso: Engine, embedded: Dataset) -> None:
    """A server that wants to know who asks is named, with the place where that is said."""
    server = virtuoso.by_graph_store.server
    for login in (Login(), Login("dba", "wrong")):
        with pytest.raises(StoreError, match="JOPSRDF_STORE_USER"):
            store.publish(embedded.generation, GraphStore(Server(server.url, GRAPH, login)))


def test_virtuoso_takes_no_duration_in_an_update(virtuoso: Engine, embedded: Dataset) -> None:
    """Virtuoso 7.2.5 refuses xsd:duration in INSERT DATA; it is told, and what is marked as sent is true."""
    target, state = virtuoso.by_update, f"{embedded.generation.manifest.base}graph/publication"
    target.put(state, "")
    with pytest.raises(StoreError, match="xsd:duration"):
        store.publish(embedded.generation, target)
    assert "whole" not in target.get(state)
    assert store.publish(embedded.generation, virtuoso.by_graph_store)


@each_engine
def test_update_loads_what_the_graph_store_loads(engine: Engine, tmp_path: Path) -> None:
    """SPARQL Update takes up a broken run, replaces what was there, and knows what has been loaded."""
    made = synthetic.build(tmp_path / "dataset", range(100))
    generation = store.open_dataset(tmp_path / "dataset", LIMITS).generation
    graph = f"{synthetic.BASE}graph/articles"
    target = replace(engine.by_update, server=replace(engine.by_update.server, graph=graph))
    target.post(graph, "<a:s> <a:p> <a:o> .\n")

    def stop(done: int, of: int) -> None:
        assert of >= done
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.publish(generation, target, progress=stop)
    parts: list[int] = []
    assert store.publish(generation, target, progress=lambda done, _: parts.append(done))
    assert parts[0] == 3
    assert not store.publish(generation, target)
    loaded = normalised(engine.by_graph_store.get(graph))
    assert len(loaded) == made.triples
    assert loaded == normalised(target.get(graph))


@each_engine
def test_the_server_is_asked_what_it_holds(engine: Engine, embedded: Dataset) -> None:
    """A server that holds the generation passes; one that notes another is refused; without a note triples count."""
    generation, target = embedded.generation, engine.by_graph_store
    server = Server(engine.query_url, target.server.graph)
    assert store.check_publication(generation, server) == ""
    state = f"{generation.manifest.base}graph/publication"
    noted = target.get(state)
    target.put(state, noted.replace("whole", "1 parts of 20000"))
    with pytest.raises(StoreError, match=f"does not hold generation {generation.id}.*1 parts"):
        store.check_publication(generation, server)
    target.put(state, "")
    assert store.check_publication(generation, server) == ""
    target.put(state, noted)


def test_the_command_line(virtuoso: Engine, embedded: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """`publish` takes its password from the environment only, and says whether there was anything to do."""
    monkeypatch.setenv("JOPSRDF_STORE_USER", "dba")
    monkeypatch.setenv("JOPSRDF_STORE_PASSWORD", "dba")
    server = virtuoso.by_graph_store.server
    options = ["publish", "--dataset", str(embedded.location), "--to", server.url, "--graph"]
    for graph, said in (
        (GRAPH + "2", "has been loaded"),
        (GRAPH + "2", "is there already"),
        (GRAPH, "has been loaded"),
    ):
        assert said in CliRunner().invoke(main, [*options, graph]).output
    refused = CliRunner().invoke(main, ["publish", "--dataset", str(embedded.location), "--to", "http://u:p@e.org/"])
    assert refused.exit_code == 2
    assert "u:p" not in refused.output


def test_the_site_before_virtuoso(virtuoso: Engine) -> None:
    """Pages and validators come from the dataset here, answers from there."""
    client = web.create_app(config.Settings({}), virtuoso.remote).test_client()
    assert client.get("/work/10.46991/jops/2025.4.10.125", headers={"Accept": "text/turtle"}).status_code in (200, 303)
    answer = client.get("/sparql?query=ASK{?s ?p ?o}", headers={"Accept": "application/sparql-results+json"})
    assert answer.json == {"head": {}, "boolean": True}
    assert virtuoso.remote.generation.id in answer.headers["ETag"]
    cut = client.get("/sparql?query=SELECT ?s ?a {?s ?p ?o. ?a ?b ?c}", headers={"Accept": "text/csv"})
    assert cut.headers["X-Truncated"] == "rows"
    assert client.get("/sparql?query=DROP ALL").status_code == 403
