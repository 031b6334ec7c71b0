"""Measures the graph: triples per second from record to N-Quads lines, against rdflib and oc-ocdm, and peak memory.

    python benchmarks/graph.py                  the seed and 100 synthetic articles, our engine against rdflib
    python benchmarks/graph.py --memory 10000   peak memory of so many articles of 60 references, streamed
    python benchmarks/graph.py --ocdm PYTHON    the same articles through oc-ocdm, with the interpreter that has it

Records are made before the clock starts; times are of the process, not of the wall, so other work on the machine
counts as little as it can.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import synthetic
from jopsrdf.graph import Mint, quads
from jopsrdf.records import Article
from jopsrdf.terms import is_iri, parts

BASE = "https://w3id.org/jopsrdf/"
SEED = Path(__file__).parents[1] / "data" / "000_70d8d36de8897886.txt"


def stream(articles: Iterable[Article], out: Callable[[str], object]) -> int:
    """Write the N-Quads of articles line by line; return how many lines."""
    mint, lines = Mint(BASE), 0
    for article in articles:
        for s, p, o, g in quads(article, mint):
            out(f"{s} {p} {o} {g} .\n")
            lines += 1
    return lines


def through_rdflib(articles: Iterable[Article]) -> int:
    """Build an rdflib graph of each article and serialise it as Turtle; return how many triples."""
    import rdflib

    def node(term: str) -> rdflib.URIRef | rdflib.Literal:
        if is_iri(term):
            return rdflib.URIRef(term[1:-1])
        text, language, datatype = parts(term)
        return rdflib.Literal(text, lang=language or None, datatype=datatype or None)

    mint, triples = Mint(BASE), 0
    for article in articles:
        graph = rdflib.Graph()
        for s, p, o, _ in quads(article, mint):
            graph.add((node(s), node(p), node(o)))
        graph.serialize(format="turtle")
        triples += len(graph)
    return triples


def timed(work: Callable[[], int]) -> tuple[int, float]:
    """Return what a piece of work counted, and its seconds of processor time."""
    before = time.process_time()
    return work(), time.process_time() - before


def report(name: str, count: int, seconds: float) -> float:
    """Print a line of the table; return the rate."""
    print(f"{name:<42}{count:>10,} in {seconds:7.2f} s  {count / seconds:>10,.0f} per second")
    return count / seconds


def compare(number: int) -> None:
    """Print the rates of our engine and of rdflib on the same articles."""
    articles = list(synthetic.articles(number))
    stream(articles[:5], len)
    with Path("/dev/null").open("w", encoding="utf-8") as nothing:
        ours = report("record to N-Quads lines", *timed(lambda: stream(articles, nothing.write)))
    some = articles[: max(1, number // 10)]
    theirs = report("rdflib Graph and Turtle serialiser", *timed(lambda: through_rdflib(some)))
    print(f"{'our rate by that of rdflib':<42}{ours / theirs:>10.1f}")


def seed() -> None:
    """Print the quads of the seed by graph."""
    from jopsrdf.pipeline.converting import convert, mint_for, settings_for

    settings = settings_for([SEED], None)
    counts: dict[str, int] = {}
    for article in convert(SEED.read_bytes(), SEED.name, settings):
        for *_, graph in quads(article, mint_for(settings)):
            counts[graph] = counts.get(graph, 0) + 1
    for graph, count in counts.items():
        print(f"{graph[1:-1].removeprefix(settings.base):<42}{count:>10,}")


def memory(number: int) -> None:
    """Print the peak memory after each tenth of a stream of articles."""
    step = max(1, number // 10)

    def watched() -> Iterable[Article]:
        for count, article in enumerate(synthetic.articles(number)):
            if count % step == 0:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                print(f"{count:>8,} articles {peak:>8.0f} MB at most", flush=True)
            yield article

    with Path("/dev/null").open("w", encoding="utf-8") as nothing:
        report("streamed, with making the records", *timed(lambda: stream(watched(), nothing.write)))
    print(f"{'peak':<42}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:>10.0f} MB")


#: Runs where oc-ocdm is installed: it gets what a record says as JSON and makes entities as its README shows.
OCDM = """
import json, sys, tempfile, time
from oc_ocdm import Storer
from oc_ocdm.graph import GraphSet
articles = json.load(sys.stdin)
before, triples = time.process_time(), 0
for article in articles:
    made = GraphSet("https://w3id.org/jopsrdf/")
    agent = "https://w3id.org/jopsrdf/agent/benchmark"
    def work(title, year, people, doi):
        br = made.add_br(agent)
        br.has_title(title)
        br.has_pub_date(year)
        before = None
        for family, given in people:
            ra, ar = made.add_ra(agent), made.add_ar(agent)
            ra.has_family_name(family)
            ra.has_given_name(given)
            ar.create_author()
            ar.is_held_by(ra)
            br.has_contributor(ar)
            if before is not None:
                before.has_next(ar)
            before = ar
        if doi:
            identifier = made.add_id(agent)
            identifier.create_doi(doi)
            br.has_identifier(identifier)
        return br
    citing = work(*article["self"])
    for raw, cited in article["cited"]:
        reference, citation = made.add_be(agent), made.add_ci(agent)
        br = work(*cited)
        reference.has_content(raw)
        reference.references_br(br)
        citing.contains_in_reference_list(reference)
        citing.has_citation(br)
        citation.has_citing_entity(citing)
        citation.has_cited_entity(br)
    triples += sum(map(len, made.graphs()))
    with tempfile.TemporaryDirectory() as folder:
        Storer(made, output_format="nquads").store_graphs_in_file(folder + "/dump.nq")
print(json.dumps([triples, time.process_time() - before]))
"""


def ocdm(python: str, number: int) -> None:
    """Print the rate of oc-ocdm on the bare facts of some articles: title, year, people, DOI, references."""
    facts = []
    for article in synthetic.articles(number):
        cited = [(line.raw, _facts(line.work)) for line in article.references if line.work]
        people = [(c.agent.family, c.agent.given) for c in article.contributions]
        own = (article.title.value, str(article.published), people, article.identifier("doi"))
        facts.append({"self": own, "cited": cited})
    done = subprocess.run([python, "-c", OCDM], input=json.dumps(facts), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"oc-ocdm did not run: {done.stderr.strip().splitlines()[-1]}")
    triples, seconds = json.loads(done.stdout.splitlines()[-1])
    report("oc-ocdm GraphSet and N-Quads file", triples, seconds)
    print(f"{'milliseconds for one article':<42}{seconds / number * 1000:>10.0f}")


def _facts(work: object) -> tuple[str, str, list[tuple[str, str]], str]:
    from jopsrdf.records import Work

    assert isinstance(work, Work)
    people = [(c.agent.family, c.agent.given) for c in work.contributions if c.role == "author"]
    return work.title, str(work.issued), people, work.identifier("doi")


def main() -> None:
    """Read the options and measure."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--articles", type=int, default=100)
    options.add_argument("--memory", type=int, default=0, metavar="N")
    options.add_argument("--ocdm", default="", metavar="PYTHON")
    chosen = options.parse_args()
    if chosen.memory:
        memory(chosen.memory)
    elif chosen.ocdm:
        ocdm(chosen.ocdm, min(chosen.articles, 10))
    else:
        seed()
        compare(chosen.articles)


if __name__ == "__main__":
    main()
