"""The site in a real browser: what people see, do and copy; nothing breaks, and nothing is fetched from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.wrappers import Response

import site_dataset
import site_server
from browser.watching import VENDOR, Watched
from jopsrdf import formats
from jopsrdf.terms import iri

pytestmark = pytest.mark.browser

SEED, HURT = f"page/{site_dataset.SEED}", f"page/{site_dataset.HURT}"
JOURNAL = "page/journal/journal-of-political-science-bulletin-of-yerevan-university"
PAGES = (
    "",
    SEED,
    HURT,
    JOURNAL,
    f"{JOURNAL}/volume/4/issue/1",
    "page/work/10.1007/978-3-658-46812-5_11",
    "page/work/isbn/9783658468125",
    "page/organisation/yerevan-state-university",
    "page/keyword/south-caucasus",
    "articles",
    "works",
    "journals",
    "people",
    "person?name=Marut+Vardazaryan",
    "organisations",
    "keywords",
    "search?q=turkiye",
    "pictures",
    f"pictures/{site_dataset.SEED}",
    f"network/citations/{site_dataset.SEED}",
    "dataset",
    "sparql",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
needs_editor = pytest.mark.skipif(not VENDOR.is_dir(), reason="setup/frontend could not fetch the editor")


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds, each with the first element that breaks the rule."""
    page.evaluate(axe)
    found = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(found => found.violations)")
    return [f"{row['id']}: {row['nodes'][0]['html'][:200]}" for row in found]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_pages_are_accessible(browser: Browser, address: str, axe: str, path: str, width: int, scheme: str) -> None:
    """On a desk in the light and on a telephone in the dark, axe-core finds nothing and nothing sticks out."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type] # a literal
    watched = Watched(context.new_page(), address)
    page = watched.open(path)
    assert violations(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.faults == []
    context.close()


def test_without_script(browser: Browser, address: str) -> None:
    """Without JavaScript the pages say the same: references, what was read, pictures, tables, the query form."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SEED)
    assert page.locator(".reference").count() == 63
    page.locator("#reference-57 summary").click()
    page.locator("#reference-57 dd a[href='#r57-title']").click()
    assert page.url.endswith("#r57-title")
    page.goto(f"{address}pictures")
    assert page.locator("svg.chart").count() >= 3
    page.goto(f"{address}network/citations/{site_dataset.SEED}")
    assert page.locator("tbody tr").count() >= 60
    page.goto(f"{address}sparql")
    page.locator("textarea").fill("SELECT (21 * 2 AS ?answer) {}")
    page.get_by_role("button", name="Run").click()
    assert page.locator("tbody td").inner_text() == "42"
    context.close()


def test_fields_are_marked(watched: Watched) -> None:
    """Hovering what was read marks the characters it was read from, and in this reference only."""
    page = watched.open(SEED)
    page.locator("#reference-57 summary").click()
    page.locator("#reference-57 dd", has_text="2024").first.hover()
    marked = page.locator(".raw .marked")
    assert marked.all_inner_texts() == ["2024"]
    assert marked.evaluate("node => node.closest('.reference').id") == "reference-57"


def test_a_tap_marks_too(browser: Browser, address: str) -> None:
    """On a touch screen a tap on the text marks the field, there and in the list of what was read."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(address + SEED)
    page.locator("#reference-57 summary").tap()
    page.locator("#r57-year").tap()
    assert page.locator("#reference-57 dd.marked").inner_text() == "2024"
    context.close()


def test_search(watched: Watched) -> None:
    """A word without its accents finds the reference, marks it, and leads to it."""
    page = watched.open("")
    page.get_by_role("searchbox").fill("coskun turkiyes")
    page.get_by_role("searchbox").press("Enter")
    assert page.locator("mark").all_inner_texts()[:1] == ["Coşkun"]
    page.get_by_role("link", name="Reference 11").click()
    assert page.url.endswith("#reference-11")
    assert page.locator("#reference-11").is_visible()


def test_search_while_typing(watched: Watched) -> None:
    """On the search page the hits follow the typing, and the address with them."""
    page = watched.open("search")
    page.locator("#search input").press_sequentially("dugin", delay=20)
    page.wait_for_selector("#hits mark")
    assert set(page.locator("#hits mark").all_inner_texts()) == {"Dugin"}
    assert page.url.endswith("search?q=dugin")


def test_copy_buttons(watched: Watched) -> None:
    """The buttons bring the citation and the JSON-LD to the clipboard, and say so."""
    page = watched.open(SEED)
    page.get_by_role("button", name="Copy the citation").click()
    assert "2025" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_text("Put this description on").click()
    button = page.get_by_role("button", name="Copy this article’s JSON-LD")
    button.click()
    assert page.get_by_role("button", name="Copied").count() >= 1
    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert copied["@id"] == f"https://w3id.org/jopsrdf/{site_dataset.SEED}"


@needs_editor
def test_network_picture(watched: Watched) -> None:
    """The picture shows every work of the table, can be enlarged, and names what is pointed at."""
    page = watched.open(f"network/citations/{site_dataset.SEED}")
    page.wait_for_selector("#network[data-drawn]")
    assert int(page.locator("#network").get_attribute("data-drawn") or 0) == 64
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Whole").click()
    box = page.locator("#network").bounding_box()
    assert box is not None
    for step in range(0, 400, 3):
        page.mouse.move(box["x"] + 300 + step, box["y"] + box["height"] / 2)
        if page.locator("#named a").count():
            break
    assert page.locator("#named a").count() == 1


@needs_editor
def test_editor_runs_an_example(watched: Watched) -> None:
    """A question of ours fills the editor, runs, and shows as a table and as a chart; its address can be shared."""
    page = watched.open("sparql")
    page.get_by_role("link", name="Which journals are cited most?").click()
    page.wait_for_selector(".yasr table tbody tr")
    assert page.locator(".yasr table tbody tr").count() >= 5
    page.get_by_role("button", name="Chart").click()
    page.wait_for_selector(".chart-list li")
    assert page.locator(".chart-list li").count() >= 5
    page.goto(page.url, wait_until="networkidle")
    page.wait_for_selector(".yasr table tbody tr")


@needs_editor
def test_editor_completes_from_our_data(watched: Watched) -> None:
    """Completion offers classes of this dataset, and asks nobody else."""
    page = watched.open(f"sparql?query={'SELECT * { ?s a <http://purl.org/spar/fabio/Journal> } LIMIT 1'}")
    page.wait_for_selector(".CodeMirror")
    page.evaluate(
        "() => { const e = document.querySelector('.CodeMirror').CodeMirror;"
        "e.setValue('SELECT * { ?s a <http://purl.org/spar/fabio/Jour> }'); e.focus();"
        "e.setCursor({line: 0, ch: 48}); e.autocomplete(false); }"
    )
    page.wait_for_selector(".CodeMirror-hint")
    assert any("JournalArticle" in text for text in page.locator(".CodeMirror-hint").all_inner_texts())


@needs_editor
def test_editor_says_what_is_wrong(watched: Watched) -> None:
    """A query that is refused shows the reason of the endpoint."""
    page = watched.open("sparql")
    page.evaluate(
        "query => document.querySelector('.CodeMirror').CodeMirror.setValue(query)",
        "SELECT * { SERVICE <http://e.org/> { ?s ?p ?o } }",
    )
    page.get_by_role("button", name="Run query").click()
    page.wait_for_selector(".yasr .errorResult")
    assert "asks no other server" in page.locator(".yasr").inner_text()
    watched.faults = [fault for fault in watched.faults if "403" not in fault]


@needs_editor
def test_editor_says_when_an_answer_is_cut(browser: Browser, tmp_path: Path) -> None:
    """An answer that was cut at the server's limit says so above the table; a whole one does not."""
    with site_server.address(tmp_path, server__rows=3) as address:
        page = browser.new_page()
        page.goto(f"{address}sparql?query=SELECT * {{ ?s ?p ?o }}")
        page.wait_for_selector(".yasr table tbody tr")
        page.wait_for_selector("#cut", state="visible")
        page.goto(f"{address}sparql?query=SELECT * {{ ?s ?p ?o }} LIMIT 2")
        page.wait_for_selector(".yasr table tbody tr")
        assert not page.locator("#cut").is_visible()
        page.close()


def test_hostile_text_runs_nowhere(watched: Watched) -> None:
    """Scripts in titles, names, references and addresses are text: no dialog opens, no image is asked for."""
    watched.page.on("dialog", lambda dialog: watched.faults.append(f"dialog {dialog.message}"))
    for path in (HURT, "", "people", "keywords", "search?q=script", f"network/citations/{site_dataset.HURT}"):
        page = watched.open(path)
        assert page.locator("img").count() == 0
    assert watched.page.locator("a[href^='javascript' i]").count() == 0


def test_right_to_left(watched: Watched) -> None:
    """An Arabic reference runs from right to left in its language; the page around it does not."""
    page = watched.open(HURT)
    raw = page.locator("#reference-2 .raw")
    assert raw.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert raw.get_attribute("lang") == "ar"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_embedding_elsewhere(browser: Browser, address: str) -> None:
    """One line in a page of the journal's own puts the description of its article there."""
    html = (
        '<!doctype html><meta name="citation_doi" content="10.46991/JOPS/2025.4.10.125">'
        f'<script src="{address}embed.js" async></script>'
    )
    with site_server.served(Response(html, content_type="text/html")) as port:
        page = browser.new_page()
        page.goto(f"http://localhost:{port}/")
        page.wait_for_selector("script[data-from=jopsrdf]", state="attached")
        embedded = json.loads(page.locator("script[data-from=jopsrdf]").text_content() or "")
        page.close()
    assert embedded["@type"] == "ScholarlyArticle"
    assert len(embedded["citation"]) == 63


def test_jsonld_is_read_elsewhere(watched: Watched, jsonld: str) -> None:
    """Another implementation reads the JSON-LD of a thing as the very triples of its Turtle."""
    page = watched.open("dataset")
    page.evaluate(jsonld)
    path = "data/work/isbn/9783658468125"
    read = page.evaluate(
        "async (path) => jsonld.toRDF(await (await fetch(path)).json(), {format: 'application/n-quads'})",
        f"/{path}.jsonld",
    )
    turtle = page.request.get(f"{watched.address}{path}.ttl").body()
    own = iri(f"https://w3id.org/jopsrdf/{path}.jsonld")
    theirs = {quad[:3] for quad in formats.read(read.encode(), "nquads") if quad[0] != own}
    ours = {quad[:3] for quad in formats.read(turtle, "turtle")}
    assert theirs == {triple for triple in ours if not triple[0].endswith(".ttl>")}
    assert len(theirs) > 10


def test_weight(watched: Watched) -> None:
    """Front page and article page weigh under 100 kB over the wire, with style and script, and do not jump about."""
    for path in ("", SEED):
        page = watched.open(path)
        sizes = page.evaluate(
            "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
            ".reduce((sum, entry) => sum + entry.transferSize, 0)"
        )
        assert sizes < 100_000
        shift = page.evaluate(
            """new Promise((done) => {
              let sum = 0;
              const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
              new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
              setTimeout(() => done(sum), 300);
            })"""
        )
        assert shift < 0.01


def test_print(watched: Watched, tmp_path: Path) -> None:
    """On paper there is the article, and no menu."""
    page = watched.open(SEED)
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator("h1").is_visible()
