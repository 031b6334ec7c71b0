"""The site in a real browser: what people see, do and copy; nothing breaks, and nothing is fetched from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser
from werkzeug.wrappers import Response

import site_dataset
import site_server
from browser.watching import VENDOR, Watched, violations
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
    f"{JOURNAL}/volume/4",
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
    f"network/coupling/{site_dataset.SEED}",
    f"data/{site_dataset.SEED}?_profile=alt",
    "doubts",
    "dataset",
    "sparql",
    "sparql?query=SELECT%20*%20%7B?s%20?p%20?o%7D%20LIMIT%203",
    "page/vocab",
)
#: Where the hostile article, or a part of it, is shown.
HOSTILE_PAGES = (
    HURT,
    "",
    "articles",
    "people",
    "keywords",
    "organisations",
    "works",
    "search?q=script",
    f"person?name={quote(site_dataset.HOSTILE)}",
    f"{JOURNAL}/volume/3/issue/2",
    f"pictures/{site_dataset.HURT}",
    f"network/citations/{site_dataset.HURT}",
    f"sparql?query={quote('SELECT ?title { ?s <http://purl.org/dc/terms/title> ?title }')}",
    f"page/work/{quote(site_dataset.HOSTILE)}",
)
#: The page of a 404 is one of them; and the editor purifies values in a document that runs nothing, where the policy
#: names the handlers that it throws out.
EXPECTED = ("Failed to load resource: the server responded with a status of 404", "Executing inline event handler")
needs_editor = pytest.mark.skipif(not VENDOR.is_dir(), reason="setup/frontend could not fetch the editor")


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


def test_a_mark_says_what_it_is(watched: Watched) -> None:
    """Pointing at characters of the line marks the whole field, a name in two pieces too, and names it above them."""
    page = watched.open(SEED)
    page.locator("#r4-authors").hover()
    marked = page.locator("#reference-4 .raw .marked").all_inner_texts()
    assert [text.rstrip(".") for text in marked] == ["Aydın-Düzgit, Senem", "Bahar Rumelili"]
    assert page.locator(".chip").inner_text() == "Authors"
    page.locator("h1").hover()
    assert page.locator(".chip, .marked").count() == 0


def test_marks_by_keyboard(watched: Watched) -> None:
    """With the tab key one goes through what was read, and each value lights up in the line."""
    page = watched.open(SEED)
    page.locator("#reference-57 summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.locator("#reference-57 .raw .marked").first.inner_text().startswith("Vardazaryan, Marut")
    page.keyboard.press("Tab")
    assert page.locator("#reference-57 .raw .marked").all_inner_texts() == ["2024"]


def test_a_doubt_is_explained(watched: Watched) -> None:
    """From a doubt a link leads to what doubts of its kind mean."""
    page = watched.open(SEED)
    page.locator("summary", has_text="How the journal’s page was read").click()
    page.locator(".doubt a").last.click()
    assert "/doubts#" in page.url
    assert page.locator("li:target p").first.is_visible()


def test_pictures_in_the_page(watched: Watched) -> None:
    """Article, issue and journal have their charts with tables; the network is drawn when it is asked for."""
    for path in (SEED, f"{JOURNAL}/volume/4/issue/1", JOURNAL):
        page = watched.open(path)
        assert page.locator("#cited ~ .pictures svg.chart").count() == 3
        page.locator("figure#years summary").click()
        assert page.locator("figure#years tbody tr").count() >= 4
    page.locator("summary", has_text="The citation network").click()
    page.wait_for_selector("#network[data-drawn]")


@needs_editor
def test_network_by_keyboard(watched: Watched) -> None:
    """The arrow keys go from work to work and name each; Enter opens its page."""
    page = watched.open(f"network/citations/{site_dataset.SEED}")
    page.wait_for_selector("#network[data-drawn]")
    page.locator("#network").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#named a").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator("#named a").inner_text()
    assert first != second
    page.keyboard.press("Enter")
    page.wait_for_url("**/page/**")
    assert page.locator("h1").inner_text() == second


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


@pytest.mark.parametrize("width", [1440, 390])
def test_hostile_text_runs_nowhere(browser: Browser, address: str, width: int) -> None:
    """Scripts in titles, names, references and addresses are text on every page: nothing runs, nothing sticks out."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    watched = Watched(context.new_page(), address)
    watched.page.on("dialog", lambda dialog: watched.faults.append(f"dialog {dialog.message}"))
    for path in HOSTILE_PAGES:
        page = watched.open(path)
        assert page.locator("main img, main script, main iframe").count() == 0, path
        assert page.locator("[href^='javascript' i], [src^='javascript' i], [onerror], [onload]").count() == 0, path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").count() == 1, path
    assert [fault for fault in watched.faults if not fault.startswith(EXPECTED)] == []
    context.close()


def test_hostile_text_is_copied_as_text(watched: Watched) -> None:
    """What is marked, hovered and copied of hostile text is the text itself."""
    page = watched.open(HURT)
    page.locator("#reference-1 summary").click()
    page.locator("#r1-title").hover()
    assert page.locator("#reference-1 .chip").inner_text() == "Title"
    page.get_by_role("button", name="Copy the citation").click()
    assert "<script>alert(1)" in page.evaluate("navigator.clipboard.readText()")


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


#: What a page may weigh over the wire with all that it fetches, in bytes, and in how many answers.
BUDGET, REQUESTS = 60_000, 4
MEASURES = """() => new Promise((done) => {
  let shift = 0, paint = 0;
  const watch = (type, add) =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({type, buffered: true});
  watch("layout-shift", (entry) => { shift += entry.value; });
  watch("largest-contentful-paint", (entry) => { paint = entry.startTime; });
  const fetched = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const bytes = fetched.reduce((sum, entry) => sum + entry.transferSize, 0);
  setTimeout(() => done({shift, paint, bytes, requests: fetched.length}), 300);
})"""


@pytest.mark.parametrize("path", ["", SEED, JOURNAL])
@pytest.mark.parametrize("width", [1440, 390])
def test_weight(browser: Browser, address: str, path: str, width: int) -> None:
    """Pages weigh little over the wire, all that they fetch included, and nothing moves while they load."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = Watched(context.new_page(), address).open(path)
    measured = page.evaluate(MEASURES)
    context.close()
    assert measured["shift"] == 0
    assert measured["paint"] > 0
    assert 5_000 < measured["bytes"] < BUDGET
    assert measured["requests"] <= REQUESTS


def test_print(watched: Watched, tmp_path: Path) -> None:
    """On paper there is the article, and no menu."""
    page = watched.open(SEED)
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator("h1").is_visible()
