"""What a page embeds: the hand-written example comes out, and no text can break out of its script element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_cases import BASE, EXAMPLE
from jopsrdf.graph import Mint, embed, embed_script
from jopsrdf.records import Article, Text
from places import SHARED

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
#: Where the example and the record differ, and why.
EXCEPTIONS = {
    "/abstract": "the record of the tests has the first sentence only",
    "/keywords": "and two keywords of ten",
    "/url": "the example prints the DOI as the page does; ours is canonical",
    "/mainEntityOfPage": "likewise",
}


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    """The hand-written JSON-LD."""
    path: Path = SHARED / "design" / "embed-example.jsonld"
    if not path.is_file():
        pytest.skip("the hand-written example (../shared/design) is not here")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def missing(expected: Any, made: Any, path: str = "") -> Iterator[str]:
    """Yield the paths of what the expected value has and ours has not; one member and an array of it are the same."""
    if isinstance(expected, dict) and isinstance(made, dict):
        for key, value in expected.items():
            yield from missing(value, made.get(key), f"{path}/{key}")
    elif isinstance(expected, list) or isinstance(made, list):
        ours, theirs = as_list(made), as_list(expected)
        if len(ours) != len(theirs):
            yield path
        for number, (one, other) in enumerate(zip(theirs, ours, strict=False)):
            yield from missing(one, other, f"{path}[{number}]")
    elif masked(expected) != masked(made):
        yield path


def as_list(value: Any) -> list[Any]:
    """Return an array as it is, and anything else as the one member of an array."""
    return value if isinstance(value, list) else [value]


def masked(value: Any) -> Any:
    """Return an IRI without the digest of its work."""
    return re.sub(r"(work/[a-z][^#]*)-[a-z2-7]{8}(?=#|$)", r"\1", value) if isinstance(value, str) else value


@pytest.mark.shared
def test_the_example_comes_out(example: dict[str, Any]) -> None:
    """Every value of the example is in our embed, at its place."""
    made = embed(EXAMPLE, Mint(BASE), licence=LICENCE)
    assert {path.partition("[")[0] for path in missing(example, made)} == set(EXCEPTIONS)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON value, at any depth."""
    for member in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(member)
    if isinstance(value, dict):
        yield value


def test_every_node_has_its_name_and_class() -> None:
    """No object is anonymous, so a consumer can join what it reads to the graph."""
    found = list(nodes(embed(EXAMPLE, Mint(BASE))))
    assert len(found) > 20
    assert all("@id" in node and "@type" in node for node in found)


def test_lists_stay_lists() -> None:
    """Authors and editors are arrays even where there is one."""
    made = embed(EXAMPLE, Mint(BASE))
    chapter = made["citation"][0]
    assert [person["name"] for person in chapter["author"]] == ["Ashot Aleksanyan"]
    assert [person["name"] for person in chapter["isPartOf"]["editor"]] == ["Olaf Leiße"]


def test_a_cited_work_is_told_in_short() -> None:
    """Identifier nodes, abstracts and keywords are left to the work's own page."""
    made = embed(EXAMPLE, Mint(BASE))
    assert "identifier" in made
    assert not any({"identifier", "keywords", "abstract", "citation"} & set(node) for node in made["citation"])


class Scripts(HTMLParser):
    """Collects what a browser takes for the content of script elements, and every other tag."""

    def __init__(self) -> None:
        super().__init__()
        self.content = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, _: Any) -> None:
        """Take a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.content += data


@given(st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028", "&lt;"]))
def test_no_text_leaves_its_script_element(title: str) -> None:
    """Whatever a title holds, the element ends where we end it, and the JSON reads back the same."""
    made = embed(Article(title=Text(title)), Mint(BASE))
    page = Scripts()
    page.feed(f'<script type="application/ld+json">{embed_script(made)}</script>')
    page.close()
    assert page.tags == ["script"]
    assert json.loads(page.content) == made


def test_the_landing_page_is_the_address() -> None:
    """Where the journal states it; else the DOI."""
    known = replace(EXAMPLE, url="https://journals.ysu.am/index.php/j-pol-sci/article/view/12785")
    assert embed(known, Mint(BASE))["url"] == known.url
    assert embed(EXAMPLE, Mint(BASE))["url"] == "https://doi.org/10.46991/jops/2025.4.10.125"
