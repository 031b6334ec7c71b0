"""*How to Cite* is read in every style that OJS offers, in the punctuation of many locales."""

from __future__ import annotations

from pathlib import Path

import pytest

from jopsrdf.sources import how_to_cite

CASES = [
    block.split("\n")
    for block in Path(__file__)
    .with_name("sources")
    .joinpath("how_to_cite.txt")
    .read_text("utf-8")
    .strip()
    .split("\n\n")[1:]
]
LINES = {name: (title, line) for name, title, line, _ in CASES}


@pytest.mark.parametrize(("title", "line", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_every_style_gives_the_same_facts(title: str, line: str, expected: str) -> None:
    """Journal, volume, issue, pages, date and names come out alike, whatever the style and the locale."""
    cited = how_to_cite.read(line, title)
    issue, names = cited.issue, " ".join(name.family for name in cited.names)
    facts = (cited.journal, issue.volume, issue.number, issue.whole_number, cited.pages, cited.published, names)
    assert " | ".join(str(fact or "") for fact in facts) == expected


def test_a_lost_bracket_is_reported() -> None:
    """The repair of "4(1(10)" is known to the reader, which makes a note of it."""
    title, line = LINES["apa, bracket lost"]
    assert how_to_cite.read(line, title).bracket == "1(10"
    title, line = LINES["apa"]
    assert not how_to_cite.read(line, title).bracket


def test_a_line_without_the_title_gives_nothing() -> None:
    """The title is the anchor: a line that does not hold it is kept and not guessed at."""
    assert how_to_cite.read("Online first, 2025.", "A title") == how_to_cite.HowToCite(raw="Online first, 2025.")


def test_the_address_of_the_page_is_kept() -> None:
    """ABNT, Turabian and Vancouver print the address of the landing page."""
    title, line = LINES["abnt"]
    assert how_to_cite.read(line, title).url == "https://journals.ysu.am/index.php/j-pol-sci/article/view/12785"
