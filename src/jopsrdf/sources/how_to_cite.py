"""This room reads *How to Cite*: one line of CSL output, in any of the styles that OJS offers and in any locale.

In the page that this project began with it is the only place with journal, volume, issue and pages. The title and the
DOI of the article are known by then, so they are the anchors: names stand before the title, locators between the title
and the first address. What is read here never overrides what the page says better elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from jopsrdf import identifiers
from jopsrdf.records import Issue, Pages, PartialDate
from jopsrdf.sources import dates, issue_line
from jopsrdf.sources.short_names import ShortName, read_names


@dataclass(frozen=True, slots=True, kw_only=True)
class HowToCite:
    """What the line says; everything may be empty. `style` is a row of `STYLES`, `bracket` the text of a lost bracket.

    `tail` is what follows the title up to the first address: the characters that the locators were read from.
    """

    raw: str
    style: str = ""
    names: tuple[ShortName, ...] = ()
    journal: str = ""
    issue: Issue = field(default_factory=Issue)
    pages: Pages | None = None
    published: PartialDate | None = None
    bracket: str = ""
    tail: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """One row: how a style sets the part after the title. Groups: journal, volume, number, pages, date."""

    name: str
    tail: re.Pattern[str]


_JOURNAL = r"(?P<journal>.+?)"
_VOLUME = r"(?P<volume>[\w-]*\d[\w-]*|[IVXLCDM]+)"
_NUMBER = r"(?P<number>[^\s,:;][^,:;]*?)"
_PAGES = r"(?P<pages>[A-Za-z]{0,4}\d[\w.]*(?:\s?[-–—‑]\s?[A-Za-z]{0,4}\d[\w.]*)?|[ivxlc]+\s?[-–—]\s?[ivxlc]+)"
_PP = r"(?:(?:pp?|ss?|pag|pág|págs|стр|с|С|S|эт|էջ|ص|صص|hlm|hal)\.?\s*)?"
_DATE = r"(?P<date>[^():;]*?\d{4}[^():;]*?)"


def _style(name: str, tail: str) -> Style:
    return Style(name, re.compile(rf"{tail}\s*[.,;:،]*", re.IGNORECASE))


#: In the order of trying: a pattern with more fixed signs stands before one with fewer.
STYLES = (
    _style(
        "vancouver",
        rf"{_JOURNAL}\.?(?:\s\[[^\]]+\])?\.?\s{_DATE}\s*(?:\[[^\]]*\]\s*)?;\s*(?:{_VOLUME}?\s*(?:\({_NUMBER}\)?)?)?(?:\s*:\s*{_PAGES})?",
    ),
    _style(
        "turabian",
        rf"{_JOURNAL}\s{_VOLUME},\s(?:no|n|№|nr|núm|num|sy|sayı)\.?\s?{_NUMBER}\s\({_DATE}\)(?:\s?:\s?{_PAGES})?",
    ),
    _style("acm", rf"{_JOURNAL}\.\s{_VOLUME},\s{_NUMBER}\s\({_DATE}\)(?:,\s{_PP}{_PAGES})?"),
    _style("chicago", rf"{_JOURNAL},?\s{_VOLUME}\s?\({_NUMBER}\)?\s?:\s?{_PAGES}"),
    _style("chicago", rf"{_JOURNAL}\s{_VOLUME}\s?:\s?{_PAGES}"),
    _style("acs", rf"{_JOURNAL}\s{_DATE},\s{_VOLUME}(?:\s\({_NUMBER}\)?)?(?:,\s{_PAGES})?"),
    _style("apa", rf"{_JOURNAL}[,،]\s{_VOLUME}\s?\({_NUMBER}\)?(?:[,،]\s{_PP}{_PAGES})?"),
    _style("apa", rf"{_JOURNAL}[,،]\s\({_NUMBER}\)(?:[,،]\s{_PP}{_PAGES})?"),
    _style("apa", rf"{_JOURNAL}[,،]\s{_VOLUME}[,،]\s{_PP}{_PAGES}"),
    _style("apa", rf"{_JOURNAL}[,،]\s(?:(?P<volume>\d+)|{_PP}{_PAGES})"),
)
_ADDRESS = re.compile(
    r"\s*(?:\b(?:available\s(?:from|at)|disponível\sem|disponible\sen|disponibile\ssu|retrieved\s[^.]*from|accessed\b[^.]*\.|"
    r"acesso\sem|url|doi)\b\s*:?\s*)?(?:https?://|www\.|\bdoi\s?:|\bDOI\b|\b10\.\d{4,9}/)",
    re.IGNORECASE,
)
_QUOTES = "“”„‟«»\"'‘’「」『』‹›"
_SINCE_TITLE = re.compile(rf"^[\s.,;:!?،{_QUOTES}]+")
_PLACE = re.compile(r",\s*(?:\[[^\]]*\]|[^,\d]+)$")
_EMPTY_TAIL = re.compile(r"(?:\s*[,;:]\s*)+\.?$|[\s.,;:]+$")
_HEAD_YEAR = re.compile(r"[\s,]*\(?(?P<date>\d{4}[^()]{0,30}?)\)?[\s.,:]*$")


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
    tail = _SINCE_TITLE.sub("", tail[: address.start()] if address else tail).strip()
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
    parts = _by_labels(tail) or _by_style(tail) or {"style": "", "journal": _EMPTY_TAIL.sub("", tail)}
    number = issue_line.read_number(parts.get("number", ""))
    dated = dates.find(parts["date"]) if parts.get("date") else None
    date = dated.date if dated and not dated.doubt else None
    return HowToCite(
        raw=raw,
        style=parts["style"],
        names=names,
        journal=parts["journal"].strip(" ,;:").removesuffix(" [Internet]"),
        issue=Issue(volume=parts.get("volume", ""), number=number.number, whole_number=number.whole),
        pages=read_pages(parts.get("pages", "")),
        published=date or published,
        bracket=parts.get("number", "") if number.is_unbalanced else "",
        tail=tail,
        url=next((hit.identifier.value for hit in identifiers.find(raw) if hit.identifier.scheme == "url"), ""),
    )


def _by_style(tail: str) -> dict[str, str] | None:
    for style in STYLES:
        match = style.tail.fullmatch(tail)
        if match:
            return {"style": style.name} | {name: text or "" for name, text in match.groupdict().items()}
    return None


def _by_labels(tail: str) -> dict[str, str] | None:
    """Read locators that carry labels ("v. 4, n. 1(10), p. 125-141, 2025"): ABNT, IEEE and MLA, in any language."""
    labels = {name: issue_line.labelled(name, tail) for name in ("volume", "number", "pages")}
    found = {name: match for name, match in labels.items() if match}
    if not labels["volume"] and not labels["number"]:
        return None
    start = min(match.start() for match in found.values())
    journal = tail[:start].rstrip(" ,;:")
    rest = tail[start:]
    if not journal or not re.search(r"[,;:]\s*$", tail[:start]):
        return None
    for match in sorted(found.values(), key=lambda match: -match.start()):
        rest = rest[: match.start() - start] + rest[match.end() - start :]
    style = "abnt" if _PLACE.search(journal) and re.search(r"\[[^\]]*\]$", journal) else "labelled"
    if style == "abnt":
        journal = _PLACE.sub("", journal)
    return {"style": style, "journal": journal, "date": rest} | {name: match["value"] for name, match in found.items()}


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
