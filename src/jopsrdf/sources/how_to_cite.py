"""This room reads *How to Cite*: one line of CSL output, in any of the styles that OJS offers and in any locale.

In the page that this project began with it is the only place with journal, volume, issue and pages. The title and the
DOI of the article are known by then, so they are the anchors: names stand before the title, locators between the title
and the first address. What is read here never overrides what the page says better elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from jopsrdf import identifiers
from jopsrdf.records import Issue, Pages, PartialDate
from jopsrdf.sources import dates, issue_line
from jopsrdf.sources.short_names import ShortName, read_names


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToCite:
    """What the line says; everything may be empty.

    `style` is a row of `STYLES`, `bracket` an issue number whose bracket was lost, `url` the landing page.
    """

    raw: str
    style: str = ""
    names: tuple[ShortName, ...] = ()
    journal: str = ""
    issue: Issue = field(default_factory=Issue)
    pages: Pages | None = None
    published: PartialDate | None = None
    bracket: str = ""
    url: str = ""


Parts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Style:
    """One row: a way of setting what follows the title, and a reader that gives its parts, or None."""

    name: str
    parts: Callable[[str], Parts | None]


_JOURNAL = r"(?P<journal>.+?)"
_VOLUME = r"(?P<volume>[\w-]*\d[\w-]*|[IVXLCDM]+)"
_NUMBER = r"(?P<number>[^\s,:;][^,:;]*?)"
_NO = r"(?:no|n|№|nr|núm|num|sy|sayı)\.?\s?"
_PAGES = r"(?P<pages>[A-Za-z]{0,4}\d[\w.]*(?:\s?[-–—‑]\s?[A-Za-z]{0,4}\d[\w.]*)?|[ivxlc]+\s?[-–—]\s?[ivxlc]+)"
_PP = r"(?:(?:pp?|ss?|pag|pág|págs|стр|с|էջ|ص|صص|hlm|hal)\.?\s*)?"
_DATE = r"(?P<date>[^():;]*?\d{4}[^():;]*?)"
_DAY = r"(?P<date>(?:\d{1,2}\s(?:de\s)?[^\W\d_]{3,}\.?\s(?:de\s)?)?\d{4}(?:\s[^\W\d_]{3,}\.?(?:\s\d{1,2})?)?)"


def _set(name: str, tail: str) -> Style:
    """Return a row whose parts are set in fixed signs; the groups of the pattern are the parts."""
    pattern = re.compile(rf"{tail}\s*[.,;:،]*", re.IGNORECASE)

    def parts(text: str) -> Parts | None:
        match = pattern.fullmatch(text)
        return {part: value or "" for part, value in match.groupdict().items()} if match else None

    return Style(name, parts)


def _labelled(tail: str) -> Parts | None:
    """Read parts that carry labels ("v. 4, n. 1(10), p. 125-141, 2025"), in any language and order."""
    found = {name: match for name in ("volume", "number", "pages") if (match := issue_line.labelled(name, tail))}
    if not found.keys() & {"volume", "number"}:
        return None
    start = min(match.start() for match in found.values())
    if not re.search(r"[^\s,;:][,;:]\s*$", tail[:start]):
        return None
    rest = "".join(" " if any(m.start() <= n < m.end() for m in found.values()) else c for n, c in enumerate(tail))
    return {"journal": tail[:start], "date": rest[start:]} | {name: match["value"] for name, match in found.items()}


#: In the order of trying: a row with more fixed signs stands before one with fewer. Chicago is Harvard's sister here,
#: and Harvard sets its tail as APA does; "labels" are ABNT, IEEE, MLA and GOST.
STYLES = (
    _set(
        "vancouver",
        rf"{_JOURNAL}\.?(?:\s\[[^\]]+\])?\.?\s{_DAY}\s*(?:\[[^\]]*\]\s*)?;"
        rf"\s*(?:{_VOLUME}?\s*(?:\({_NUMBER}\)?)?)?(?:\s*:\s*{_PAGES})?",
    ),
    _set("turabian", rf"{_JOURNAL}\s{_VOLUME},\s{_NO}{_NUMBER}\s\({_DATE}\)(?:\s?:\s?{_PAGES})?"),
    _set("acm", rf"{_JOURNAL}\.\s{_VOLUME},\s{_NUMBER}\s\({_DATE}\)(?:,\s{_PP}{_PAGES})?"),
    Style("labels", _labelled),
    _set("chicago", rf"{_JOURNAL},?\s{_VOLUME}\s?\({_NUMBER}\)?\s?:\s?{_PAGES}"),
    _set("chicago", rf"{_JOURNAL}\s{_VOLUME}\s?:\s?{_PAGES}"),
    _set("acs", rf"{_JOURNAL}\s(?P<date>\d{{4}}),\s{_VOLUME}(?:\s\({_NUMBER}\)?)?(?:,\s{_PAGES})?"),
    _set("apa", rf"{_JOURNAL}[,،]\s{_VOLUME}\s?\({_NUMBER}\)?(?:[,،]\s{_PP}{_PAGES})?"),
    _set("apa", rf"{_JOURNAL}[,،]\s\({_NUMBER}\)(?:[,،]\s{_PP}{_PAGES})?"),
    _set("apa", rf"{_JOURNAL}[,،]\s{_VOLUME}[,،]\s{_PP}{_PAGES}"),
    _set("apa", rf"{_JOURNAL}[,،]\s(?:(?P<volume>\d+)|{_PP}{_PAGES})"),
    _set("", rf"{_JOURNAL}(?:\s*[,;:])*"),
)
_ADDRESS = re.compile(r"https?\s?://|\bwww\.|\bdoi\s?[:.]|\b10\.\d{4,9}/", re.IGNORECASE)
#: What stands between the locators and an address: a date of access, "Available from:", "Disponible sur :".
_ACCESS = re.compile(
    r"[\s.,;(\[]*\b(?:accessed|consulté|zugegriffen|consultado|accesso|acesso em|erişim|diakses|dostęp|дата обращения|"
    r"дата звернення)\b.*$|(?<=[.;,)\d])\s*[\[(]?[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s?:\s*$",
    re.IGNORECASE,
)
_QUOTES = "“”„‟«»\"'‘’「」『』‹›"
_SINCE_TITLE = re.compile(rf"^[\s.,;:!?،{_QUOTES}]+")
#: ABNT prints a place after the journal, "[S. l.]" for none, perhaps with the two letters of a Brazilian state.
_PLACE = re.compile(r",\s*(?:\[[^\]]*\]|[^,\d]+?(?:,\s[A-Z]{2})?)$")
_HEAD_YEAR = re.compile(r"[\s,]*\(?(?P<date>\d{4}[^()]{0,30}?)\)?[\s.,:“„«\"'‘]*$")


def read(raw: str, title: str) -> HowToCite:
    """Read a line of *How to Cite* for the article with this title.

    >>> line = "Costa, R. A. (2018). Impactos do Programa. Nova Economia, 28(2), 385–416. https://doi.org/10.1590/x"
    >>> cited = read(line, "Impactos do Programa")
    >>> cited.style, cited.journal, cited.issue.volume, cited.issue.number, str(cited.pages), str(cited.published)
    ('apa', 'Nova Economia', '28', '2', '385-416', '2018')
    """
    span = locate(raw, title)
    if not span:
        return HowToCite(raw=raw)
    head, tail = raw[: span[0]], raw[span[1] :]
    address = _ADDRESS.search(tail)
    tail = _ACCESS.sub("", tail[: address.start()]) if address else tail
    tail = _SINCE_TITLE.sub("", tail).strip()
    year = _HEAD_YEAR.search(head)
    names = read_names(head[: year.start()] if year else head)
    published = dates.find(year["date"]) if year else None
    return _locators(raw, tail, names, published.date if published else None)


def locate(raw: str, title: str) -> tuple[int, int] | None:
    """Return the half-open range of characters that the title takes in the line, however CSL has dressed it.

    Quotation marks, case and spacing may differ: MLA capitalises, Vancouver puts a sentence in lower case.

    >>> locate('Aviv, E. “The Furkan Vakfi Case”. Journal', "The Furkan vakfi case")
    (10, 31)
    """
    words = re.findall(r"[^\W_]+(?:['’ʼ‘][^\W_]+)*", title)
    if not words:
        return None
    pattern = r"[\W_]+".join(map(_spelling, words))
    ending = re.escape(title[title.rindex(words[-1]) + len(words[-1]) :].strip())
    match = re.search(rf"(?<!\w){pattern}(?!\w)(?:{ending})?", raw, re.IGNORECASE)
    return match.span() if match else None


def _spelling(word: str) -> str:
    return "['’ʼ‘]?".join(map(re.escape, re.split("['’ʼ‘]", word)))


def _locators(raw: str, tail: str, names: tuple[ShortName, ...], published: PartialDate | None) -> HowToCite:
    style, parts = next(((row.name, found) for row in STYLES if (found := row.parts(tail))), ("", Parts()))
    number = issue_line.read_number(parts.get("number", ""))
    dated = dates.find(parts.get("date", ""))
    if style == "labels" and names and all(name.family.isupper() for name in names):
        style = "abnt"
    return HowToCite(
        raw=raw,
        style=style,
        names=names,
        journal=_journal(parts.get("journal", ""), style),
        issue=Issue(volume=parts.get("volume", ""), number=number.number, whole_number=number.whole),
        pages=read_pages(parts.get("pages", "")),
        published=dated.date if dated and not dated.doubt else published,
        bracket=parts.get("number", "") if number.is_unbalanced else "",
        url=next((hit.identifier.value for hit in identifiers.find(raw) if hit.identifier.scheme == "url"), ""),
    )


def _journal(printed: str, style: str) -> str:
    journal = printed.strip(" ,;:").removesuffix(" [Internet]")
    return _PLACE.sub("", journal) if style == "abnt" else journal


def read_pages(text: str) -> Pages | None:
    """Return first and last page; a last page that was cut short ("125–41") is completed.

    >>> read_pages("125-41"), read_pages("e38419")
    (Pages(first='125', last='141'), Pages(first='e38419', last=''))
    """
    parts = [part.strip(" .") for part in re.split(r"\s?[-–—‑]\s?", text.strip(), maxsplit=1)]
    if not parts[0]:
        return None
    first, last = parts[0], parts[1] if len(parts) > 1 else ""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return Pages(first, last)
