"""This room answers OAI-PMH 2.0 from values: arguments and a catalogue go in, an XML document comes out.

Rules: http://www.openarchives.org/OAI/2.0/openarchivesprotocol.htm. Three decisions of ours:

- A record's datestamp is the time since when its generation serves. Whatever changes makes another one serve, so an
  incremental harvest never misses a change; a build without changes makes none, so nothing is harvested twice.
- A resumption token is the request itself, its position and a check digit. It needs no memory and survives a restart;
  one that was cut or invented is refused. It is also good after a new generation: what moved meanwhile has a newer
  datestamp, and the next harvest brings it.
- What was withdrawn, has departed or has another IRI stays as a deleted record for good (`deletedRecord` is
  `persistent`).
"""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NoReturn, Protocol

from jopsrdf.text import digest
from jopsrdf.web.channels.xml import HEAD, Xml, join, legal, tag

OAI = "http://www.openarchives.org/OAI/2.0/"
PAGE = 100
#: What stands for the administrator's address, which the protocol demands, where the owner has set none.
NOBODY = "nobody@invalid.invalid"
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_NAME = r"[A-Za-z0-9\-_.!~*'()]+"
#: A URI reference (RFC 3986) with letters of all scripts, in time that grows with its length only.
_LEGAL = r"(?:[^\x00-\x20\x7f<>\"{}|\\^`\[\]%#:/?@]|%[0-9A-Fa-f]{2})"
#: A scheme, or no colon before the path; then the authority, the path with the query, the fragment.
_URI = (
    r"(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))"
    f"(?://{_LEGAL}+(?::[0-9]+)?(?=[/?#]|$))?(?!//|:)(?:[:/?@]|{_LEGAL})*(?:#{_LEGAL}*)?"
)
#: What the schema of the protocol lets stand in an argument, and how that is told; the rest is no argument at all.
_SYNTAX = {
    "metadataPrefix": (re.compile(_NAME), "the name of a format, like oai_dc"),
    "identifier": (re.compile(_URI), "a URI"),
    "set": (re.compile(f"{_NAME}(?::{_NAME})*"), "the name of a set"),
}
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


@dataclass(frozen=True, slots=True)
class Metadata:
    """One row: a metadata format as OAI-PMH names it."""

    prefix: str
    namespace: str
    schema: str

    @property
    def location(self) -> str:
        """What `xsi:schemaLocation` of a record's metadata says (section 3.4)."""
        return f"{self.namespace} {self.schema}"


FORMATS: dict[str, Metadata] = {
    row.prefix: row
    for row in (
        Metadata("oai_dc", f"{OAI}oai_dc/", f"{OAI}oai_dc.xsd"),
        Metadata("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", f"{OAI}rdf.xsd"),
    )
}


class Item(Protocol):
    """An article or the grave of one, as a harvester sees it; `metadata` returns the XML of a format's prefix."""

    @property
    def identifier(self) -> str: ...
    @property
    def is_deleted(self) -> bool: ...
    def metadata(self, prefix: str) -> Xml: ...


class Catalogue(Protocol):
    """What can be harvested, in an order that a restart does not change."""

    @property
    def modified(self) -> datetime: ...
    def count(self) -> int: ...
    def items(self, offset: int, limit: int) -> Sequence[Item]: ...
    def item(self, identifier: str) -> Item | None: ...


@dataclass(frozen=True, slots=True)
class Repository:
    """What `Identify` says; `address` is where this endpoint is reached, `sample` an identifier of a record."""

    name: str
    address: str
    email: str
    sample: str
    description: str = ""


class Refusal(Exception):
    """An error of OAI-PMH, section 3.6: `code` is one of its table."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Listing:
    """A list request that was understood: what to list, and from where."""

    prefix: str
    since: str = ""
    until: str = ""
    offset: int = 0

    def token(self, offset: int) -> str:
        """Return the resumption token of this list at a position."""
        body = json.dumps([self.prefix, self.since, self.until, offset], separators=(",", ":"))
        return urlsafe_b64encode(f"{body}{_seal(body)}".encode()).decode().rstrip("=")


def answer(
    arguments: Sequence[tuple[str, str]], repository: Repository, catalogue: Catalogue, *, now: datetime
) -> bytes:
    """Return the response document of a request; errors are documents too (and HTTP 200), as the protocol demands."""
    echoed: Mapping[str, str] = {}
    try:
        given, verb = _understood(arguments)
        body = VERBS[verb].answer(given, repository, catalogue)
        echoed = {"verb": verb, **given}
    except Refusal as refusal:
        body = tag("error", str(refusal), code=refusal.code)
        # Section 3.2: after badVerb and badArgument the request element has no attributes.
        echoed = {} if refusal.code in ("badVerb", "badArgument") else dict(arguments)
    root = tag(
        "OAI-PMH",
        tag("responseDate", now.astimezone(UTC).strftime(_STAMP)),
        tag("request", repository.address, **echoed),
        body,
        xmlns=OAI,
        xmlns_xsi="http://www.w3.org/2001/XMLSchema-instance",
        xsi_schemaLocation=f"{OAI} {OAI}OAI-PMH.xsd",
    )
    return f"{HEAD}{root}\n".encode()


def _understood(arguments: Sequence[tuple[str, str]]) -> tuple[dict[str, str], str]:
    given = dict(arguments)
    verb = given.pop("verb", "")
    if verb not in VERBS or [name for name, _ in arguments].count("verb") != 1:
        _refuse("badVerb", f"{verb!r} is no verb; known are {', '.join(VERBS)}" if verb else "one verb is needed")
    row = VERBS[verb]
    if len(given) + 1 != len(arguments):
        _refuse("badArgument", "an argument was given twice")
    if unknown := sorted(set(given) - {*row.required, *row.optional}):
        _refuse("badArgument", f"{verb} takes no {', '.join(unknown)}")
    if "resumptionToken" in given and len(given) > 1:
        _refuse("badArgument", "resumptionToken stands alone")
    for name, (pattern, meaning) in _SYNTAX.items():
        if given.get(name) and not pattern.fullmatch(given[name]):
            _refuse("badArgument", f"{name} is {meaning}, not {legal(given[name])[:50]!r}")
    if "resumptionToken" not in given and (missing := [name for name in row.required if not given.get(name)]):
        _refuse("badArgument", f"{verb} needs {', '.join(missing)}")
    return given, verb


def _identify(_: Mapping[str, str], repository: Repository, catalogue: Catalogue) -> Xml:
    return tag(
        "Identify",
        tag("repositoryName", repository.name),
        tag("baseURL", repository.address),
        tag("protocolVersion", "2.0"),
        tag("adminEmail", repository.email),
        tag("earliestDatestamp", catalogue.modified.strftime(_STAMP)),
        tag("deletedRecord", "persistent"),
        tag("granularity", "YYYY-MM-DDThh:mm:ssZ"),
        tag("compression", "gzip"),
    )


def _list_formats(given: Mapping[str, str], _: Repository, catalogue: Catalogue) -> Xml:
    if "identifier" in given:
        _known(given["identifier"], catalogue)
    return tag("ListMetadataFormats", *(_format(row) for row in FORMATS.values()))


def _format(row: Metadata) -> Xml:
    return tag(
        "metadataFormat",
        tag("metadataPrefix", row.prefix),
        tag("schema", row.schema),
        tag("metadataNamespace", row.namespace),
    )


def _list_sets(_given: Mapping[str, str], _repository: Repository, _catalogue: Catalogue) -> Xml:
    _refuse("noSetHierarchy", "this repository has no sets")


def _get_record(given: Mapping[str, str], _: Repository, catalogue: Catalogue) -> Xml:
    _supported(given["metadataPrefix"])
    item = _known(given["identifier"], catalogue)
    return tag("GetRecord", _record(item, given["metadataPrefix"], catalogue.modified))


def _list_records(given: Mapping[str, str], _: Repository, catalogue: Catalogue) -> Xml:
    listing = _listing(given)
    modified = catalogue.modified
    return tag(
        "ListRecords",
        join(_record(item, listing.prefix, modified) for item in _page(listing, catalogue)),
        _resumption(listing, catalogue),
    )


def _list_identifiers(given: Mapping[str, str], _: Repository, catalogue: Catalogue) -> Xml:
    listing = _listing(given)
    modified = catalogue.modified
    return tag(
        "ListIdentifiers",
        join(_header(item, modified) for item in _page(listing, catalogue)),
        _resumption(listing, catalogue),
    )


def _page(listing: Listing, catalogue: Catalogue) -> Sequence[Item]:
    stamp = catalogue.modified.strftime(_STAMP)
    outside = stamp < _from(listing.since) or stamp > _until(listing.until)
    items = [] if outside else catalogue.items(listing.offset, PAGE)
    if not items and listing.offset:
        _refuse("badResumptionToken", "the list has changed meanwhile; begin it again")
    if not items:
        _refuse("noRecordsMatch", "no record has a datestamp in this range")
    return items


def _resumption(listing: Listing, catalogue: Catalogue) -> Xml:
    """The token of the next page; empty on the last page of a list that had several (section 3.5)."""
    total, end = catalogue.count(), listing.offset + PAGE
    if total <= PAGE and not listing.offset:
        return Xml("")
    token = listing.token(end) if end < total else ""
    return tag("resumptionToken", token, completeListSize=str(total), cursor=str(listing.offset))


def _record(item: Item, prefix: str, modified: datetime) -> Xml:
    if item.is_deleted:
        return tag("record", _header(item, modified))
    return tag("record", _header(item, modified), tag("metadata", item.metadata(prefix)))


def _header(item: Item, modified: datetime) -> Xml:
    return tag(
        "header",
        tag("identifier", item.identifier),
        tag("datestamp", modified.strftime(_STAMP)),
        status="deleted" if item.is_deleted else "",
    )


def _listing(given: Mapping[str, str]) -> Listing:
    if "resumptionToken" in given:
        return _resumed(given["resumptionToken"])
    if given.get("set"):
        _refuse("noSetHierarchy", "this repository has no sets")
    _supported(given["metadataPrefix"])
    since, until = given.get("from", ""), given.get("until", "")
    for name, text in (("from", since), ("until", until)):
        if name in given and not _is_date(text):
            _refuse(
                "badArgument", f"{name} is a date like 2025-07-09 or 2025-07-09T12:00:00Z, not {legal(text)[:50]!r}"
            )
    if since and until and len(since) != len(until):
        _refuse("badArgument", "from and until have different granularities")
    if since and until and since > until:
        _refuse("badArgument", "from is later than until")
    return Listing(given["metadataPrefix"], since, until)


def _resumed(token: str) -> Listing:
    try:
        text = urlsafe_b64decode(token.encode("ascii") + b"=" * (-len(token) % 4)).decode()
        body, seal = text[:-8], text[-8:]
        if seal != _seal(body):
            raise ValueError(seal)
        prefix, since, until, offset = json.loads(body)
    except ValueError:
        _refuse("badResumptionToken", "this token was not given out here")
    return Listing(prefix, since, until, offset)


def _seal(body: str) -> str:
    return digest("oai-pmh", body)


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _from(text: str) -> str:
    return text if len(text) != 10 else f"{text}T00:00:00Z"


def _until(text: str) -> str:
    return f"{text}T23:59:59Z" if len(text) == 10 else text or "9999"


def _supported(prefix: str) -> None:
    if prefix not in FORMATS:
        _refuse("cannotDisseminateFormat", f"{legal(prefix)[:50]!r} is not offered; known are {', '.join(FORMATS)}")


def _known(identifier: str, catalogue: Catalogue) -> Item:
    item = catalogue.item(identifier)
    return item or _refuse("idDoesNotExist", f"{legal(identifier)[:200]!r} is not here")


def _refuse(code: str, message: str) -> NoReturn:
    raise Refusal(code, message)


@dataclass(frozen=True, slots=True)
class Verb:
    """One row: the arguments of a verb (a `resumptionToken` replaces the required ones), and who answers it."""

    answer: Callable[[Mapping[str, str], Repository, Catalogue], Xml]
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


_LIST_OPTIONS = ("from", "until", "set", "resumptionToken")
VERBS: dict[str, Verb] = {
    "Identify": Verb(_identify),
    "ListMetadataFormats": Verb(_list_formats, (), ("identifier",)),
    "ListSets": Verb(_list_sets, (), ("resumptionToken",)),
    "ListIdentifiers": Verb(_list_identifiers, ("metadataPrefix",), _LIST_OPTIONS),
    "ListRecords": Verb(_list_records, ("metadataPrefix",), _LIST_OPTIONS),
    "GetRecord": Verb(_get_record, ("identifier", "metadataPrefix")),
}
