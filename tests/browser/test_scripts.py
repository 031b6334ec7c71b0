"""Pages and search in the scripts of the world: direction, marks, and words as they are typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

import many_scripts
import site_server
from browser.watching import Watched, violations
from jopsrdf.config import Settings

pytestmark = pytest.mark.browser

#: What is typed, and what of the text is marked.
TYPED = (
    ("المقدمة", "المقدمة"),
    ("الْمُقَدِّمَة", "المقدمة"),
    ("البرت", "ألبرت"),
    ("شفيعي", "شفیعی"),
    ("زرینکوب", "زرین‌کوب"),
    ("1386", "۱۳۸۶"),
    ("גרשם", "גרשם"),
    ("դրվագներ", "Դրվագներ"),
    ("երեւան", "Երևան"),
    ("ДАНИЛЕВСКИЙ", "Данилевский"),
    ("中国", "中国"),
    ("乡土", "乡土"),
    ("bacilar", "Bacılar"),
    ("BACILAR", "Bacılar"),
    ("ıstanbul", "İstanbul"),
    ("αριστοτελης", "Ἀριστοτέλης"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site of journals in Arabic, Persian and Hebrew."""
    with site_server.address(tmp_path_factory.mktemp("scripts"), many_scripts.articles(Settings({}))) as address:
        yield address


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize("key", [many_scripts.ARABIC, many_scripts.PERSIAN, many_scripts.HEBREW])
def test_blocks_run_their_own_way(browser: Browser, home: str, key: str, width: int, scheme: str) -> None:
    """Title, abstract and lines run by most of their letters, whatever they begin with; the page keeps its own way."""
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type] # a literal
    watched = Watched(context.new_page(), home)
    page = watched.open(f"page/{key}")
    ways = "nodes => nodes.map(node => getComputedStyle(node).direction)"
    assert page.locator("h1, .prose").evaluate_all(ways) == ["rtl", "rtl"]
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.faults == []
    context.close()


def test_lines_of_both_directions(browser: Browser, home: str) -> None:
    """A Latin line between Arabic ones runs from left to right, and so does an address in an Arabic one."""
    page = browser.new_page()
    page.goto(f"{home}page/{many_scripts.ARABIC}")
    ways = page.locator(".raw").evaluate_all("nodes => nodes.map(node => getComputedStyle(node).direction)")
    assert ways == ["rtl", "rtl", "ltr", "rtl", "rtl", "ltr"]
    assert page.locator(".raw .name").first.evaluate("node => getComputedStyle(node).direction") == "ltr"
    page.close()


def test_marks_in_a_line_from_right_to_left(browser: Browser, home: str) -> None:
    """A field of an Arabic line is marked where it stands, and its name stays inside the window."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{home}page/{many_scripts.ARABIC}")
    page.locator("#r2-title").hover()
    assert page.locator("#reference-2 .marked").first.inner_text() == "تكوين العقل العربي"
    box = page.locator("#reference-2 .chip").bounding_box()
    assert box is not None
    assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
    page.close()


@pytest.mark.parametrize(("typed", "marked"), TYPED)
def test_search_in_any_script(browser: Browser, home: str, typed: str, marked: str) -> None:
    """Words are found as they are typed: without points and accents, in the other case, with the other digits."""
    page = browser.new_page()
    page.goto(f"{home}search")
    page.locator("#search input").fill(typed)
    page.wait_for_selector("#hits mark")
    assert marked in page.locator("#hits mark").all_inner_texts()
    page.close()


def test_accessible_in_arabic(browser: Browser, home: str, axe: str) -> None:
    """axe-core finds nothing on a page whose texts run from right to left."""
    page = browser.new_page()
    page.goto(f"{home}page/{many_scripts.ARABIC}")
    assert violations(page, axe) == []
    page.close()
