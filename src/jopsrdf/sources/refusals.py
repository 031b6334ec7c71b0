"""This room names what an input looks like that is no landing page, so that the refusal helps."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jopsrdf.sources import headings


@dataclass(frozen=True, slots=True)
class Look:
    """One row: what it looks like, what to do instead, and the test of a text's head."""

    name: str
    advice: str
    test: Callable[[str], bool]


_ANYWHERE = re.IGNORECASE | re.MULTILINE
#: Headings that only the full text of an article has, and that a landing page never prints.
_BODY = re.compile(
    r"^\s*(?:(?:\d+|[IVX]+)\.?\s+)?(?:introduction|conclusions?|discussion|results and discussion|methods|"
    r"введение|заключение|выводы|вступ|висновки|ներածություն|եզրակացություն|giriş|sonuç|introducción|conclusiones|"
    r"introdução|conclusão|considerações finais|einleitung|fazit|introduzione|conclusioni|wstęp|zakończenie|"
    r"المقدمة|الخاتمة|引言|结论|結論|pendahuluan|kesimpulan|مقدمه|نتیجه‌گیری)\s*[.:]?\s*$",
    _ANYWHERE,
)
#: Blocks that OJS prints beside an article and no galley has.
_OUTSIDE = frozenset(
    ("published", "how_to_cite", "downloads", "section", "licence", "similar", "same_author", "versions")
)
_ACCOUNT = frozenset(("username", "user name", "password", "remember me", "keep me logged in"))
_RESULTS = re.compile(r"^\s*(?:search results|advanced filters|results? found|\d+ (?:results|items) found)", _ANYWHERE)
_CONTENTS = re.compile(
    r"^\s*(?:table of contents|full issue|содержание|зміст|sommaire|inhalt|sumario|sumário|içindekiler)\s*$", _ANYWHERE
)
_GALLEY_LINK = re.compile(r"^\s*(?:[•*-]\s*)?(?:PDF|HTML|EPUB|XML)(?:\s*\([^)\n]*\))?\s*$", re.MULTILINE)
_ERROR = re.compile(
    r"^\s*(?:error\s*:?\s*)?(?:40[034]|50[0234])\b|^\s*(?:page )?not found\s*\.?$|"
    r"requested url was not found|internal server error|service unavailable|access denied|bad gateway|"
    r"страница не найдена|сторінку не знайдено|sayfa bulunamadı|página no encontrada|página não encontrada",
    _ANYWHERE,
)


def _starts(pattern: str) -> Callable[[str], bool]:
    """Return a test of how a file begins, after an XML declaration and comments."""
    prologue = r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<\?[^>]*\?>\s*)*"
    begins = re.compile(prologue + pattern, re.IGNORECASE | re.DOTALL)
    return lambda head: begins.match(head) is not None


def _is_login(head: str) -> bool:
    lines = [line.strip(" *:").casefold() for line in head.split("\n") if line.strip()]
    return len(lines) < 60 and "password" in lines and len(_ACCOUNT.intersection(lines)) >= 2


def _is_error(head: str) -> bool:
    return len(head) < 4000 and _ERROR.search(head) is not None


def _is_search(head: str) -> bool:
    return _RESULTS.search(head) is not None


def _is_contents(head: str) -> bool:
    return _CONTENTS.search(head) is not None or len(_GALLEY_LINK.findall(head)) >= 4


def _is_galley(head: str) -> bool:
    found = {heading.block for line in head.split("\n") if (heading := headings.find(line.strip()))}
    return len(head) > 3000 and not found & _OUTSIDE and _BODY.search(head) is not None


_SAVE_PAGE = "save the article's landing page, as text or as HTML"
_SAVE_AGAIN = "open the article in a browser and save its page again"
_SAVE_ONE = "open one article of it and save the page of that article"

#: In the order of asking: what the first characters show, then what the words show.
LOOKS = (
    Look("an OAI-PMH answer", "harvest the records of the journal instead of saving one answer", _starts("<OAI-PMH")),
    Look("an RSS or Atom feed", _SAVE_ONE, _starts(r"<(?:rss|feed|rdf:RDF)\b")),
    Look("JATS XML, a full text", _SAVE_PAGE, _starts(r"(?:<!doctype article[^>]*>\s*)?<article[\s>]")),
    Look("an HTML page of something else", _SAVE_PAGE, _starts(r"<(?:!doctype html|html|head|body|div)")),
    Look("an XML file", _SAVE_PAGE, _starts(r"<[a-z!][^>]*>")),
    Look("JSON data", _SAVE_PAGE, _starts(r"[\[{]\s*[\"{\[]")),
    Look("BibTeX", _SAVE_PAGE, _starts(r"@\w+\s*\{")),
    Look("a RIS file", _SAVE_PAGE, _starts(r"TY  - ")),
    Look("a login page", f"log in, then {_SAVE_AGAIN}", _is_login),
    Look("an error page", f"the address is wrong or the journal was down; {_SAVE_AGAIN}", _is_error),
    Look("a list of search results", _SAVE_ONE, _is_search),
    Look("the table of contents of an issue", _SAVE_ONE, _is_contents),
    Look("the full text of an article", f"{_SAVE_PAGE}: it has the DOI and the list of references", _is_galley),
)
UNKNOWN = Look("text without the headings of an article page", _SAVE_PAGE, lambda _: True)


def look(head: str) -> Look | None:
    r"""Return what an input looks like when it is no landing page, or None when nothing speaks against it.

    >>> look("<?xml version='1.0'?>\n<OAI-PMH xmlns='…'>").name
    'an OAI-PMH answer'
    >>> look("404 Not Found").name
    'an error page'
    """
    return next((row for row in LOOKS if row.test(head)), None)
