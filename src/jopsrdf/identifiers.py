"""This room knows identifiers: one row for each scheme says how it is printed, checked and addressed."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote, unquote, urlsplit

from jopsrdf.errors import IdentifierError

#: What may stand in an IRI as it is; everything else of an identifier is percent-encoded.
IRI_SAFE = "!#$%&'()*+,-./:;=?@_~"
#: What has a meaning of its own in an address, so that it cannot stand in its path as it is.
_RESERVED = re.compile(r"[#?%]")
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f]')


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A name under a scheme of `SCHEMES`; `value` is its canonical form, never its dress.

    >>> parse("https://doi.org/10.46991/JOPS/2025.4.10.125")
    Identifier(scheme='doi', value='10.46991/jops/2025.4.10.125')
    """

    scheme: str
    value: str

    @property
    def url(self) -> str:
        """The address that resolves the identifier, or "" where the scheme has none.

        >>> Identifier("orcid", "0000-0002-1825-0097").url
        'https://orcid.org/0000-0002-1825-0097'
        """
        return SCHEMES[self.scheme].address(self.value)


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier in a text, with the half-open range of characters it was read from, dress included."""

    identifier: Identifier
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """One row: the dressed form that is looked for in text, the check, and the address.

    `pattern` has one group `v` with the value; `canonical` raises `ValueError` for what only looks like one.
    `hints` are lower-case strings of which every text with such an identifier holds one: most texts hold none, and
    a look for a string is a hundred times faster than a look for a pattern.
    """

    name: str
    pattern: re.Pattern[str]
    canonical: Callable[[str], str]
    template: str = ""
    hints: tuple[str, ...] = ("",)

    def address(self, value: str) -> str:
        """Return the address of a value; what would end its path or begin an escape is percent-encoded.

        RFC 3986, section 3.3, and the DOI Handbook's list of characters that must be encoded.

        >>> SCHEMES["doi"].address("10.1000/456#789?a%b")
        'https://doi.org/10.1000/456%23789%3Fa%25b'
        """
        if self.template == "{}":
            return encode(value)
        path = _RESERVED.sub(lambda char: quote(char[0], safe=""), value)
        return self.template.format(encode(path)) if self.template else ""


def encode(value: str) -> str:
    """Percent-encode what an IRI may not hold, and nothing else (RFC 3987; letters of all scripts stay).

    >>> encode("10.1175/1520-0469(1969)026<0570:ATFTDO>2.0.CO;2")
    '10.1175/1520-0469(1969)026%3C0570:ATFTDO%3E2.0.CO;2'
    """
    return _FORBIDDEN.sub(lambda char: quote(char[0], safe=""), value)


def balanced(text: str) -> str:
    """Cut a trailing run of sentence punctuation and of closing brackets that nothing opened.

    >>> balanced("10.1016/s0140-6736(05)66545-3).")
    '10.1016/s0140-6736(05)66545-3'
    >>> balanced("10.1175/1520-0469(1969)026<0570:ATFTDO>2.0.CO;2>.")
    '10.1175/1520-0469(1969)026<0570:ATFTDO>2.0.CO;2'
    """
    opens = {")": "(", "]": "[", ">": "<", "}": "{"}
    counts = {char: text.count(char) for char in "()[]<>{}"}
    end = len(text)
    while end:
        char = text[end - 1]
        surplus = char in opens and counts[char] > counts[opens[char]]
        if not surplus and char not in ".,;:'\"“”’«»*·":
            break
        counts[char] = counts.get(char, 0) - 1
        end -= 1
    return text[:end]


def _doi(value: str) -> str:
    text = balanced(unescape(unquote(value) if "%" in value else value))
    prefix, slash, suffix = text.partition("/")
    if not (slash and suffix):
        raise ValueError("a DOI has a suffix after the slash")
    return f"{prefix}/{suffix}".lower()


def _isbn(value: str) -> str:
    digits = re.sub(r"[^0-9Xx]", "", value).upper()
    if len(digits) == 10 and sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits)) % 11 == 0:
        body = "978" + digits[:9]
        return body + str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(body)) % 10)
    is_long = len(digits) == 13 and "X" not in digits and digits[:3] in ("978", "979")
    if is_long and sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0:
        return digits
    raise ValueError("the check digit of this ISBN is wrong")


def _issn(value: str) -> str:
    digits = re.sub(r"[^0-9Xx]", "", value).upper()
    if len(digits) != 8 or sum((8 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits)) % 11:
        raise ValueError("the check digit of this ISSN is wrong")
    return f"{digits[:4]}-{digits[4:]}"


def _orcid(value: str) -> str:
    digits = value.replace("-", "").upper()
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    if "0123456789X"[(12 - total % 11) % 11] != digits[-1]:
        raise ValueError("the check digit of this ORCID is wrong")
    return "-".join(digits[i : i + 4] for i in range(0, 16, 4))


def _url(value: str) -> str:
    text = balanced(value)
    address = text if "://" in text else f"http://{text}"
    if not urlsplit(address).hostname:
        raise ValueError("a web address has a host")
    return address


def _lower(value: str) -> str:
    return balanced(value).lower()


def _as_is(value: str) -> str:
    return balanced(value)


def _scheme(name: str, pattern: str, canonical: Callable[[str], str], template: str = "", *hints: str) -> Scheme:
    return Scheme(name, re.compile(pattern, re.IGNORECASE), canonical, template, hints or ("",))


#: What an address goes on with.
_REST = r"[^\s\"“”«»<>]+"
#: Domains that an address without a scheme may end its host in; in small letters, as
#: titles have them otherwise ("ASP.NET/C#").
_DOMAINS = (
    "com|org|net|edu|gov|int|info|eu|io|ac|gob|ar|at|au|be|bg|bo|br|by|ca|ch|cl|cn|co|cr|cu|cz|de|dk|ec|ee|es|fi|fr|ge|gr|"
    "hk|hr|hu|id|ie|il|in|ir|is|it|jp|ke|kr|kz|lt|lv|mx|nl|no|nz|pe|pl|pt|py|ro|rs|ru|se|si|sk|tr|tw|ua|uk|us|uy|ve|za"
)
#: What stands before an address that is nothing but a host: "Available at: w3.org".
_ANNOUNCED = (" at: ", "from: ", " em: ", " en: ", " de: ", "url: ")

#: In the order in which a text is searched: an earlier scheme takes its characters from the later ones.
SCHEMES: dict[str, Scheme] = {
    row.name: row
    for row in (
        _scheme(
            "doi",
            r"(?:(?:https?\s?:\s?//\s?(?:www\.)?(?:dx\.)?doi\.org/\s?|\bdoi(?:\.org/|\s?[:.]?\s?))+|(?<![\w/.]))"
            r"(?P<v>10\.\d{4,9}(?:\.\d+)*(?:/|%2[Ff])[^\s\"“”«»]+)",
            _doi,
            "https://doi.org/{}",
            "10.",
        ),
        _scheme(
            "orcid",
            r"(?:https?://orcid\.org/)?(?<![\w-])(?P<v>\d{4}-\d{4}-\d{4}-\d{3}[\dX])(?![\w-])",
            _orcid,
            "https://orcid.org/{}",
            "0000-",
            "0009-",
        ),
        _scheme(
            "ror", r"https?://ror\.org/(?P<v>0[a-hj-km-np-tv-z0-9]{6}\d{2})\b", _lower, "https://ror.org/{}", "ror.org"
        ),
        _scheme(
            "arxiv",
            r"(?:https?://arxiv\.org/(?:abs|pdf)/|\barxiv\s?:\s?)(?P<v>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)",
            _lower,
            "https://arxiv.org/abs/{}",
            "arxiv",
        ),
        _scheme(
            "pmcid",
            r"(?:\bPMCID\s?:?\s?)?\b(?P<v>PMC\d{3,9})\b",
            str.upper,
            "https://www.ncbi.nlm.nih.gov/pmc/articles/{}",
            "pmc",
        ),
        _scheme(
            "pmid",
            r"\b(?:PMID|PubMed(?:\s?ID)?)\s?:?\s?(?P<v>\d{4,9})\b",
            _as_is,
            "https://pubmed.ncbi.nlm.nih.gov/{}",
            "pmid",
            "pubmed",
        ),
        _scheme(
            "handle",
            r"(?:https?://hdl\.handle\.net/|\bhdl\s?:\s?)(?P<v>\d[\d.]*/[^\s\"“”<>]+)",
            _as_is,
            "https://hdl.handle.net/{}",
            "hdl",
        ),
        _scheme("urn", r"(?P<v>\burn:[a-z0-9][a-z0-9-]{1,31}:[^\s\"“”<>]+)", _as_is, "", "urn:"),
        _scheme(
            "url",
            rf"(?P<v>\b(?:https?|ftp)://{_REST}|(?<![\w@./-])www\.{_REST}\.{_REST}"
            rf"|(?<![\w@./:-])(?-i:(?:[a-z0-9][a-z0-9-]*+\.){{1,5}}(?:{_DOMAINS}))/(?:{_REST})?"
            rf"|(?<=(?:at|om|em|en|de|rl): )(?-i:(?:[a-z0-9][a-z0-9-]*+\.){{1,5}}(?:{_DOMAINS}))(?=[\s.,;)>\]]|$))",
            _url,
            "{}",
            "://",
            "www.",
            *_ANNOUNCED,
        ),
        _scheme(
            "isbn", r"\bISBN(?:-1[03])?\s?:?\s?(?P<v>(?:97[89][ -–]?)?\d[\d –-]{7,15}[\dX])(?![\w-])", _isbn, "", "isbn"
        ),
        _scheme(
            "issn",
            r"\b[ep]?-?ISSN(?:-L)?\s?:?\s?(?P<v>\d{4}[-–]?\d{3}[\dX])(?![\w-])",
            _issn,
            "https://portal.issn.org/resource/ISSN/{}",
            "issn",
        ),
    )
}
_HINTED = tuple((hint, row.name) for row in SCHEMES.values() for hint in row.hints)
#: How the host of an address without a scheme ends; it is looked for where a slash is printed, letters first of all.
_HOST = re.compile(rf"\.(?=[a-z]{{2,4}}/)(?:{_DOMAINS})/")
#: No identifier begins so many characters before its hint.
_LONGEST_DRESS = 80
#: The bare form that `parse` takes when the scheme is known, where it differs from the dressed one.
BARE = {
    "isbn": re.compile(r"(?P<v>[\dXx –-]{10,17})"),
    "issn": re.compile(r"(?P<v>\d{4}[-–]?\d{3}[\dXx])"),
    "pmid": re.compile(r"(?P<v>\d{4,9})"),
    "ror": re.compile(r"(?P<v>0[a-z0-9]{8})"),
    "handle": re.compile(r"(?P<v>\d[\d.]*/\S+)"),
    "arxiv": re.compile(r"(?P<v>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"),
}


def parse(text: str, scheme: str | None = None) -> Identifier:
    """Return the identifier that the whole of `text` is, in any dress; raise `IdentifierError` if it is none.

    >>> parse("ISBN 978-3-658-46812-5").value
    '9783658468125'
    >>> parse("1829-4481", "issn")
    Traceback (most recent call last):
    jopsrdf.errors.IdentifierError: '1829-4481' is no issn: the check digit of this ISSN is wrong
    """
    stripped = text.strip()
    reason = ""
    for row in [SCHEMES[scheme]] if scheme else SCHEMES.values():
        match = row.pattern.fullmatch(stripped) or (scheme and scheme in BARE and BARE[scheme].fullmatch(stripped))
        if not match:
            continue
        try:
            return Identifier(row.name, row.canonical(match["v"]))
        except ValueError as error:
            reason = f": {error}"
    raise IdentifierError(f"{text!r} is no {scheme or 'known identifier'}{reason}", text=text)


def find(text: str) -> Iterator[Found]:
    """Yield the identifiers in `text` from left to right; none overlaps another.

    A sentence's full stop, a closing bracket that nothing opened, and quotation marks are not part of them.

    >>> [found.identifier.value for found in find("(doi:10.1093/ia/iiab094). See https://example.org/a_(b).")]
    ['10.1093/ia/iiab094', 'https://example.org/a_(b)']
    """
    taken: list[Found] = []
    starts: list[int] = []
    for name, first in _searches(text.lower(), len(text)).items():
        row = SCHEMES[name]
        for match in row.pattern.finditer(text, first):
            try:
                identifier = Identifier(row.name, row.canonical(match["v"]))
            except ValueError:
                continue
            end = match.start("v") + len(balanced(match["v"]))
            # What is taken stands in order and apart, so that only the two neighbours can overlap.
            place = bisect(starts, match.start())
            if (place and taken[place - 1].end > match.start()) or (place < len(starts) and starts[place] < end):
                continue
            starts.insert(place, match.start())
            taken.insert(place, Found(identifier, match.start(), end))
    yield from taken


def _searches(lowered: str, length: int) -> dict[str, int]:
    """Return the schemes that a text in small letters has a hint of, and from which character on each is looked for.

    A few capitals are longer in small letters; where one is printed, places in the two texts differ.
    """
    found: dict[str, int] = {}
    for hint, name in _HINTED:
        if hint in lowered:
            first = max(0, lowered.find(hint) - _LONGEST_DRESS) if len(lowered) == length else 0
            found[name] = min(first, found.get(name, first))
    if "/" in lowered and (host := _HOST.search(lowered)):
        first = max(0, host.start() - _LONGEST_DRESS) if len(lowered) == length else 0
        found["url"] = min(first, found.get("url", first))
    return found
