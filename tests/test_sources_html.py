"""Pages saved as HTML: what the head knows better, what only the body has, and broken markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jopsrdf import sources
from jopsrdf.errors import SourceError, Where
from jopsrdf.records import Article, Journal

GOLDEN = Path(__file__).with_name("golden")
DEFAULT = (GOLDEN / "html-default" / "source.html").read_text("utf-8")
BOOTSTRAP = (GOLDEN / "html-bootstrap3" / "source.html").read_text("utf-8")
SEED = Path(__file__).parents[1] / "data" / "000_70d8d36de8897886.txt"


def read(page: str, journal: Journal | None = None) -> Article:
    """Return the article of a page."""
    (article,) = sources.read(page.encode(), journal, Where("page.html"))
    return article


def without(page: str, pattern: str) -> str:
    """Return a page without the tags of its head that match."""
    return re.sub(rf"\t<meta name=\"{pattern}[^>]*/>\n", "", page)


def test_the_same_article_as_text_and_as_html() -> None:
    """Whoever saves the page as HTML gets the node that the text gave, with the same facts."""
    (text,) = sources.read(SEED.read_bytes(), None, Where("page.txt"))
    html = read(DEFAULT)
    for name in ("title", "identifiers", "published", "section", "issue", "pages", "how_to_cite", "language"):
        assert getattr(html, name) == getattr(text, name), name
    assert [person.agent for person in html.contributions] == [person.agent for person in text.contributions]
    assert html.journal
    assert text.journal
    assert html.journal.title == text.journal.title


def test_the_body_stands_in_for_an_old_head() -> None:
    """OJS before 3.2 gives no references in the head, nor the DOI: the body has them, `<br>` between the lines."""
    article = read(BOOTSTRAP)
    assert article.identifier("doi") == "10.1590/s0101-33002007000300004"
    assert len(article.references) == 3
    assert article.references[2].raw == "FANON, F. Les damnés de la terre. Paris: Maspero, 1961."


def test_a_body_without_any_head_is_read() -> None:
    """A page whose head is lost reads as its text would."""
    article, whole = read(re.sub(r"<head>.*?</head>", "", DEFAULT, flags=re.DOTALL)), read(DEFAULT)
    for name in ("title", "identifiers", "published", "section", "issue", "pages", "references", "contributions"):
        assert getattr(article, name) == getattr(whole, name), name


def test_the_head_is_enough() -> None:
    """A page whose body is one of an unknown theme gives what its head knows."""
    article, whole = read(re.sub(r"<body.*</body>", "<body><p>…</p></body>", DEFAULT, flags=re.DOTALL)), read(DEFAULT)
    for name in ("title", "identifiers", "keywords", "published", "pages", "references"):
        assert getattr(article, name) == getattr(whole, name), name
    assert (article.issue.volume, article.issue.number, article.issue.whole_number) == ("4", "1", "10")


def test_languages_of_the_head_are_kept() -> None:
    """A translated title and the ISSN stand only in the head."""
    article = read(BOOTSTRAP)
    assert [(text.value[:14], text.language) for text in article.translated_titles] == [("Beyond abyssal", "en")]
    assert article.journal
    assert [issn.value for issn in article.journal.identifiers] == ["0101-3300"]


def test_a_difference_in_the_number_of_references_is_noted() -> None:
    """Head and body are counted against each other."""
    article = read(without(DEFAULT, 'citation_reference" content="Askerov'))
    assert len(article.references) == 2
    assert "value-differs" in {note.code for note in article.notes}


def test_menus_and_lists_of_other_articles_are_not_read() -> None:
    """Only the element of the article is read: no menu, no breadcrumbs, no similar articles."""
    assert {note.code for note in read(DEFAULT).notes} == {"issue-bracket"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda page: page.replace("</section>", ""),
        lambda page: page.replace("</li>", "").replace("</p>", ""),
        lambda page: page.replace("</head>", "</head><div>"),
        lambda page: page.replace("<article", "<!-- saved from url --><article"),
    ],
    ids=["sections left open", "items left open", "a stray element", "a comment"],
)
def test_broken_markup_is_survived(damage: object) -> None:
    """Elements that are never closed change nothing that the head or the text says."""
    assert callable(damage)
    article, whole = read(damage(DEFAULT)), read(DEFAULT)
    assert article.references == whole.references
    assert [person.agent for person in article.contributions] == [person.agent for person in whole.contributions]


def test_html_of_something_else_is_refused() -> None:
    """A journal's front page is no article."""
    with pytest.raises(SourceError, match="an HTML page of something else"):
        read("<!DOCTYPE html><html><head><title>Current Issue</title></head><body><h1>Journal</h1></body></html>")
