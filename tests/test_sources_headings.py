"""The table of headings: what OJS prints in the languages of our pages is found, and nothing clashes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jopsrdf.sources import headings, issue_line
from jopsrdf.sources.locales import LOCALES
from jopsrdf.text import fold

FACTS = Path(__file__).parents[2] / "shared" / "samples" / "ojs_headings.json"
#: Blocks, and the keys of OJS's user interface that head them.
KEYS = {
    "authors": ("article.authors",),
    "doi": ("doi.readerDisplayName",),
    "keywords": ("article.subject",),
    "abstract": ("article.abstract",),
    "biographies": ("submission.authorBiography", "submission.authorBiographies"),
    "references": ("submission.citations",),
    "downloads": ("submission.downloads",),
    "published": ("submissions.published",),
    "issue": ("issue.issue",),
    "section": ("section.section",),
    "licence": ("submission.license",),
    "how_to_cite": ("submission.howToCite",),
    "similar": ("plugins.generic.recommendBySimilarity.heading",),
    "same_author": ("plugins.generic.recommendByAuthor.heading",),
}
LANGUAGES = ("en", "ru", "uk", "hy", "tr", "es", "pt", "fr", "de", "it", "pl", "ar", "zh", "id", "fa")


@pytest.fixture(scope="module")
def facts() -> dict[str, Any]:
    """The strings of OJS's user interface by key, locale and version."""
    if not FACTS.is_file():
        pytest.skip("the strings of OJS are not here")
    return dict(json.loads(FACTS.read_text("utf-8")))


@pytest.mark.shared
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_heading_of_ojs_is_found(facts: dict[str, Any], language: str) -> None:
    """Each form of each heading, of any version and region, is found as its block, with and without a colon."""
    for block, keys in KEYS.items():
        forms = [
            form
            for key in keys
            for locale, strings in facts[key].items()
            if locale.replace("@", "_").split("_")[0] == language
            for form in strings
        ]
        for form in forms:
            for dressed in (form, f"{form}:", f"{form} :", f"{form}\u00a0:", f"{form}-:", f"{form}："):
                found = headings.find(dressed)
                assert found, (language, block, dressed)
                assert found.block == block, (language, block, dressed)


def test_a_form_heads_one_block_only() -> None:
    """A heading of one language is never a heading of another block in a second one."""
    blocks: dict[str, set[str]] = {}
    for block in headings.BLOCKS:
        for form in headings.cells(block):
            blocks.setdefault(fold(form), set()).add(block)
    assert {form: found for form, found in blocks.items() if len(found) > 1} == {}


def test_rows_are_whole() -> None:
    """A row of the page's main languages says at least what an article page cannot do without."""
    for row in LOCALES:
        if row.language in LANGUAGES:
            for block in ("authors", "keywords", "abstract", "references", "published", "issue", "section"):
                assert getattr(row, block), (row.language, block)


@pytest.mark.parametrize(
    "text",
    [
        "Keywords in context",
        "Abstraction",
        "The abstract of this article",
        "References to earlier work are few.",
        "Issues of the day",
        "https://example.org/Downloads",
    ],
)
def test_a_sentence_is_no_heading(text: str) -> None:
    """A heading is a whole line, or is told by case, script or colon: never a word in a sentence."""
    assert headings.find(text) is None
    assert headings.leading(text) is None
    assert list(headings.glued(text)) == []


#: Issue lines as OJS prints them: the line, then volume, number, whole number, year, title.
ISSUE_LINES = (
    ("Vol. 39 (2023)", "39", "", "", "2023", ""),
    ("Vol. 28 No. 2 (2018)", "28", "2", "", "2018", ""),
    ("Vol. 4 No. 1(10) (2025)", "4", "1", "10", "2025", ""),
    ("Vol. 4 No. 1(10 (2025)", "4", "1", "10", "2025", ""),
    ("Vol. 3 No. 1 (7) (2024): Security Policy", "3", "1", "7", "2024", "Security Policy"),
    ("Vol.  (2023)", "", "", "", "2023", ""),
    ("No 79 (2007)", "", "79", "", "2007", ""),
    ("Том 4 № 1 (10) (2025)", "4", "1", "10", "2025", ""),
    ("Том 17 (1984)", "17", "", "", "1984", ""),
    ("Հտ․ 4 Հմր․ 1(10) (2025)", "4", "1", "10", "2025", ""),
    ("Cilt 3 Sayı 2 (2024)", "3", "2", "", "2024", ""),
    ("v. 28 n. 2 (2018)", "28", "2", "", "2018", ""),
    ("Vol. 16 Núm. 63 (1949)", "16", "63", "", "1949", ""),
    ("v. 46 n.º 3-4 (2021): Dossiê", "46", "3-4", "", "2021", "Dossiê"),
    ("Bd. 322 Nr. 10 (1905)", "322", "10", "", "1905", ""),
    ("Tom 5 Nr 2 (1920)", "5", "2", "", "1920", ""),
    ("卷 2 期 5 (1917)", "2", "5", "", "1917", ""),
    ("第2卷第5号（1917）", "2", "5", "", "1917", ""),
    ("مجلد 70 عدد 6 (2018)", "70", "6", "", "2018", ""),
    ("دوره 14 شماره 2 (2013)", "14", "2", "", "2013", ""),
    ("Vol. XIV No. 2 (2013)", "XIV", "2", "", "2013", ""),
    ("Vol. 12 No. S1 (2020): Supplement", "12", "S1", "", "2020", "Supplement"),
)


@pytest.mark.parametrize(("line", "volume", "number", "whole", "year", "title"), ISSUE_LINES)
def test_issue_lines_of_many_languages(line: str, volume: str, number: str, whole: str, year: str, title: str) -> None:
    """Volume, number, whole number, year and title of an issue, whatever the labels are called."""
    issue, _ = issue_line.read(line)
    assert (issue.volume, issue.number, issue.whole_number, issue.year, issue.title) == (
        volume,
        number,
        whole,
        year,
        title,
    )
