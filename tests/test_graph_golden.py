"""Golden Turtle: a change of the tables shows as a diff that a person reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from every_kind import ARTICLE
from graph_cases import BASE, EXAMPLE
from jopsrdf import formats
from jopsrdf.graph import VOCABULARIES, Mint, Run, profiled, quads
from jopsrdf.records import Article
from jopsrdf.terms import Triple

GOLDEN = Path(__file__).with_name("golden")
CASES = {"graph-example": EXAMPLE, "graph-every-kind": ARTICLE}
ABOUT = ("links", "quality", "provenance")


def made(article: Article, part: str) -> list[Triple]:
    """Return a part of an article's graph: a vocabulary, or what is said about the data."""
    mint = Mint(BASE)
    whole = list(quads(article, mint, run=Run(program="jopsrdf golden")))
    about = {f"<{mint.graph(name)}>" for name in ABOUT}
    if part == "about":
        return [(s, p, o) for s, p, o, g in whole if g in about]
    return [(s, p, o) for s, p, o, g in profiled(whole, part) if g not in about]


@pytest.mark.parametrize("part", [*VOCABULARIES, "about"])
@pytest.mark.parametrize("case", CASES)
def test_the_graph_is_the_golden_one(case: str, part: str, regold: bool) -> None:
    """Each vocabulary's triples are those of the file beside the case, no more and no less."""
    triples = made(CASES[case], part)
    path = GOLDEN / case / f"{part}.ttl"
    if regold:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(formats.write(triples, "turtle", base=BASE, first=f"<{Mint(BASE).article(CASES[case])}>"))
    golden = {(s, p, o) for s, p, o, *_ in formats.read(path.read_bytes(), "turtle")}
    assert set(triples) == golden
