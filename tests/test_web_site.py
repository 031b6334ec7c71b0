"""The pages as values: references cut at their fields, pictures that count right, questions that have answers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

import site_dataset
from jopsrdf import codec
from jopsrdf.records import Reference, Span
from jopsrdf.web.pages.examples import EXAMPLES, Example
from jopsrdf.web.pages.pictures import PICTURES, Bar, svg
from jopsrdf.web.pages.reading import FIELDS, pieces, values

SEED = site_dataset.SEED
#: Questions that these articles give no occasion for.
UNANSWERED = {"Which works do two articles share?"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[site_dataset.Site]:
    with site_dataset.site(
        tmp_path_factory.mktemp("dataset"), site__withdrawn={site_dataset.WITHDRAWN_DOI: "2025-12-24"}
    ) as made:
        yield made


@pytest.fixture(scope="module")
def client(site: site_dataset.Site) -> FlaskClient:
    return site.app.test_client()


@given(
    st.text(max_size=60), st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from([*FIELDS, "x"])))
)
def test_pieces_make_the_line_again(raw: str, spans: list[tuple[int, int, str]]) -> None:
    """Whatever the spans are, the pieces joined are the verbatim line."""
    reference = Reference(raw=raw, spans=tuple(Span(*span) for span in spans))
    assert "".join(piece.text for piece in pieces(reference)) == raw


def test_every_label_has_a_name(site: site_dataset.Site) -> None:
    """Each field that was read from the seed is one that a page can name and colour."""
    record = site.dataset.article(SEED)
    assert record is not None
    references = codec.article(record.record).references
    labels = {span.label for reference in references for span in reference.spans}
    assert labels - {"marker", "note"} <= {*FIELDS, "identifier"}
    assert len([value for reference in references for value in values(reference)]) > 500


def test_fields_on_the_page(client: FlaskClient) -> None:
    """A reference shows its raw line whole, and its fields as marked pieces of it."""
    page = client.get(f"/page/{SEED}").text
    line = re.search(r'<li class="reference" id="reference-57">.*?<p class="raw"[^>]*>(.*?)</p>', page, re.DOTALL)
    assert line is not None
    assert re.sub(r"<[^>]+>", "", line[1]).startswith("Vardazaryan, Marut. 2024. “The Second Karabakh War")
    assert {"authors", "year", "title", "container_title"} <= set(re.findall(r'id="r57-(\w+)"', line[1]))


def test_decades_are_counted_right(client: FlaskClient, site: site_dataset.Site) -> None:
    """The picture of the decades, drawn from SPARQL, says what the records say."""
    record = site.dataset.article(SEED)
    assert record is not None
    works = [reference.work for reference in codec.article(record.record).references if reference.work]
    expected = Counter(f"{work.issued.year // 10}0s" for work in works if work.issued)
    page = client.get(f"/pictures/{SEED}").text
    figure = page[page.index('<figure id="years">') :].partition("</figure>")[0]
    shown = re.findall(r'<td dir="auto">(\d+s)</td><td class="number">(\d+)</td>', figure)
    assert {label: int(count) for label, count in shown} == expected


def test_a_chart_speaks() -> None:
    """A chart is an image with a sentence, and nothing in a label becomes an element."""
    picture = next(row for row in PICTURES if row.shape == "bars")
    drawn = svg([Bar("<b>Insight</b>", 4), Bar("Cities", 1)], picture)
    assert 'role="img"' in drawn
    assert "&lt;b&gt;Insight&lt;/b&gt; 4, Cities 1" in drawn
    assert "<b>" not in drawn


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.question)
def test_examples_have_answers(client: FlaskClient, example: Example) -> None:
    """Every question that the query page offers is one that the endpoint answers, with rows."""
    answer = client.get("/sparql", query_string={"query": example.text})
    assert answer.status_code == 200
    assert json.loads(answer.data)["results"]["bindings"] or example.question in UNANSWERED


def test_examples_are_on_the_page(client: FlaskClient) -> None:
    """The query page lists each question as a link that works without script."""
    page = client.get("/sparql", headers={"Accept": "text/html"}).text
    for example in EXAMPLES:
        assert example.question.replace("’", "’") in page


def test_also_cited_by(client: FlaskClient) -> None:
    """A reference names the other articles that cite its work; withdrawn ones are not among them."""
    page = client.get(f"/page/{SEED}").text
    first = page[page.index('id="reference-1"') :].partition('id="reference-2"')[0]
    assert f'href="/page/{site_dataset.HURT}"' in first
    assert "withdrawn" not in first


def test_completion_knows_what_is_there(client: FlaskClient) -> None:
    """The editor completes classes, properties and prefixes that the dataset uses, the commonest first."""
    known = client.get("/completion.json").json
    assert known is not None
    assert "http://purl.org/spar/fabio/JournalArticle" in known["class"]
    assert "http://purl.org/spar/cito/cites" in known["property"]
    assert known["prefixes"]["fabio"] == "http://purl.org/spar/fabio/"
    assert "sh" not in known["prefixes"]


@pytest.mark.parametrize(
    "path", ["/works/0", "/articles/99", "/network/nonsense", "/pictures/work/none", "/cite/x.doc"]
)
def test_what_is_not_there(client: FlaskClient, path: str) -> None:
    """A page, network or export that does not exist is a 404, never an empty page."""
    assert client.get(path).status_code == 404


def test_near_matches_on_the_error_page(client: FlaskClient) -> None:
    """The page of a 404 offers what comes near, and a search."""
    answer = client.get("/page/work/10.46991/jops/2025.4.10.125.", headers={"Accept": "text/html"})
    assert answer.status_code in (301, 404)
    page = client.get("/page/work/dynamics-of-russian-turkish", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert f"/page/{SEED}" in page.text
    assert 'type="search"' in page.text
