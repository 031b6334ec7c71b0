"""This room turns `journal.toml` into settings: every key is a row, and an unknown one is an error.

What the journal's owner states here (publisher, ISSN, licence, addresses) is published as theirs; a key that is left
out is left unsaid. Environment variables `JOPSRDF_<SECTION>_<KEY>` override the file, for containers.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from jopsrdf import identifiers
from jopsrdf.errors import ConfigError, IdentifierError
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Journal

Value = str | int | float | bool | list[str] | dict[str, str]
BASE = "https://w3id.org/jopsrdf/"


@dataclass(frozen=True, slots=True)
class Key:
    """One row: where it stands in the file, its default (whose type it must have), and what it means."""

    section: str
    name: str
    default: Value
    meaning: str

    @property
    def path(self) -> str:
        return f"{self.section}.{self.name}"


KEYS: dict[str, Key] = {
    row.path: row
    for row in (
        Key("journal", "title", "", "Full title; pages that name another journal keep theirs."),
        Key("journal", "abbreviation", "", "Abbreviated title."),
        Key("journal", "issn", [], "ISSNs, print and electronic; check digits are verified."),
        Key("journal", "issn_l", "", "The linking ISSN; it then identifies the journal in its IRI."),
        Key("journal", "publisher", "", "Name of the publisher."),
        Key("journal", "language", "", "BCP 47 language of the journal's own title."),
        Key("journal", "url", "", "Home page."),
        Key("journal", "licence", "", "Licence of the articles as an address; used where a page states none."),
        Key("journal", "landing_page", "", "Address of an article with `{doi}` in it; used where a page states none."),
        Key("journal", "titles", {}, "Other spellings of a journal's title in references, each with its ISSN-L."),
        Key("site", "base", BASE, "What minted IRIs begin with; ends with a slash."),
        Key("site", "title", "", "Name of the site; the journal's title where it is left out."),
        Key("site", "description", "", "A sentence for the front page and for catalogues."),
        Key("site", "contact", "", "Address for questions, `mailto:` or `https:`; OAI-PMH shows it."),
        Key("site", "licence", "https://creativecommons.org/publicdomain/zero/1.0/", "Licence of the metadata."),
        Key("site", "cite_as", "local", "What Signposting's `cite-as` names: `local` IRIs, or the `doi`."),
        Key("site", "moved", {}, "IRIs that changed: old path and new path; the old one answers 301."),
        Key("site", "withdrawn", {}, "DOIs of withdrawn articles, each with the date; they answer 410."),
        Key("server", "deadline", 10.0, "Seconds that a query may take."),
        Key("server", "rows", 100_000, "Rows that an answer may have; a cut is announced."),
        Key("server", "bytes", 64_000_000, "Bytes that an answer may have; a cut is announced."),
        Key("server", "memory", 1_000_000_000, "Bytes of memory for a query."),
        Key("server", "processes", 0, "Processes that speak HTTP; 0: as many as there are cores, four at most."),
        Key("server", "workers", 2, "Processes that answer queries, for each that speaks HTTP."),
        Key(
            "server", "queue", 32, "Queries that may wait for the workers of a process; more are answered 503 at once."
        ),
        Key("server", "request_bytes", 1_000_000, "Bytes that a request may have."),
        Key("server", "cache_bytes", 64_000_000, "Bytes of answers that each process keeps."),
        Key("server", "trusted_proxies", 0, "Reverse proxies in front whose forwarding headers are believed."),
        Key("server", "services", [], "SPARQL endpoints that `SERVICE` may ask; none by default."),
    )
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What `journal.toml` says, with the defaults filled in; one attribute for each section.

    >>> Settings().base, Settings().server["deadline"]
    ('https://w3id.org/jopsrdf/', 10.0)
    """

    values: Mapping[str, Value] = field(default_factory=dict)

    def __getitem__(self, path: str) -> Any:
        """Return the value of `section.key`; asking for a key without a row is a bug and raises `KeyError`."""
        return self.values.get(path, KEYS[path].default)

    def section(self, name: str) -> dict[str, Any]:
        """Return a section's keys and values."""
        return {key.name: self[key.path] for key in KEYS.values() if key.section == name}

    @property
    def server(self) -> dict[str, Any]:
        return self.section("server")

    @property
    def site(self) -> dict[str, Any]:
        return self.section("site")

    @property
    def base(self) -> str:
        return str(self["site.base"])

    @property
    def licence(self) -> str:
        """The licence of the metadata."""
        return str(self["site.licence"])

    @property
    def journal(self) -> Journal | None:
        """The journal as its owner states it, None where the file names none."""
        if not self["journal.title"]:
            return None
        return Journal(
            title=self["journal.title"],
            abbreviation=self["journal.abbreviation"],
            identifiers=self.issns,
            publisher=self["journal.publisher"],
            language=self["journal.language"],
            url=self["journal.url"],
        )

    @property
    def issns(self) -> tuple[Identifier, ...]:
        """The journal's ISSNs, ISSN-L first."""
        first = [self["journal.issn_l"]] if self["journal.issn_l"] else []
        return tuple(dict.fromkeys(identifiers.parse(text, "issn") for text in first + self["journal.issn"]))

    @property
    def linking_issns(self) -> dict[str, str]:
        """Titles of journals whose ISSN-L the owner knows: the alias registry of journal IRIs."""
        own = {self["journal.title"]: self["journal.issn_l"]} if self["journal.issn_l"] else {}
        return {**self["journal.titles"], **own}


def load(path: Path | None, environ: Mapping[str, str] | None = None) -> Settings:
    """Read a settings file (None: only the defaults) and the environment; raise `ConfigError` with path and key.

    >>> load(None, {"JOPSRDF_SERVER_DEADLINE": "2.5"})["server.deadline"]
    2.5
    """
    values = {**(_from_file(path) if path else {}), **_from_environment(environ or {})}
    _verify(values, str(path or "environment"))
    return Settings(values)


def table(section: str) -> str:
    """Return the Markdown table of a section's keys, for the docs."""
    rows = [f"| `{k.name}` | {shown(k.default)} | {k.meaning} |" for k in KEYS.values() if k.section == section]
    return "\n".join(["| key | default | meaning |", "|---|---|---|", *rows])


def shown(default: Value) -> str:
    """Return a default as it is written in TOML, for the docs.

    >>> shown(""), shown(2.5), shown([])
    ('–', '`2.5`', '–')
    """
    return f"`{default}`" if default else "–"


def _from_file(path: Path) -> dict[str, Value]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"is not valid TOML: {error}", path=str(path)) from error
    values: dict[str, Value] = {}
    for section, entries in document.items():
        if not isinstance(entries, dict):
            raise _unknown(section, {key.section for key in KEYS.values()}, path)
        for name, value in entries.items():
            dotted = f"{section}.{name}"
            if dotted not in KEYS:
                raise _unknown(dotted, KEYS, path)
            values[dotted] = _typed(value, KEYS[dotted], str(path))
    return values


def _unknown(name: str, known: Mapping[str, Key] | set[str], path: Path) -> ConfigError:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.4)
    hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(sorted(known))}"
    return ConfigError(f"is not a key of this file{hint}", path=str(path), key=name)


def _typed(value: object, key: Key, path: str) -> Value:
    if isinstance(key.default, float) and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if type(value) is not type(key.default) or not _has_text_inside(value):
        raise ConfigError(f"must be {_NAMES[type(key.default)]}, not {value!r}", path=path, key=key.path)
    return value


_NAMES: dict[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    list: "a list of texts",
    dict: "a table of texts",
}


def _has_text_inside(value: object) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return all(isinstance(item, str) for item in inside)


def _from_environment(environ: Mapping[str, str]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for key in KEYS.values():
        name = f"JOPSRDF_{key.section}_{key.name}".upper()
        if name in environ and isinstance(key.default, get_args(str | int | float)):
            values[key.path] = _number_or_text(environ[name], key, name)
    return values


def _number_or_text(text: str, key: Key, name: str) -> Value:
    try:
        return type(key.default)(text)  # type: ignore[arg-type] # str, int or float, each of a text
    except ValueError as error:
        raise ConfigError(f"must be {_NAMES[type(key.default)]}, not {text!r}", path="environment", key=name) from error


#: An address as OAI-PMH lets it stand, or that of a page.
_CONTACT = re.compile(r"mailto:[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+|https?://\S+")


def _verify(values: Mapping[str, Value], path: str) -> None:
    """Check what a type cannot say; each complaint names its key."""
    settings = Settings(values)
    base = settings.base
    if not base.startswith(("http://", "https://")) or not base.endswith("/"):
        raise ConfigError(f"must begin with http(s):// and end with a slash, not {base!r}", path=path, key="site.base")
    contact = settings["site.contact"]
    if contact and not _CONTACT.fullmatch(contact):
        raise ConfigError(f"is mailto: and an address, or https:, not {contact!r}", path=path, key="site.contact")
    if settings["site.cite_as"] not in ("local", "doi"):
        raise ConfigError(f"is local or doi, not {settings['site.cite_as']!r}", path=path, key="site.cite_as")
    for key in KEYS.values():
        value = settings[key.path]
        if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
            raise ConfigError(f"must not be negative: {value}", path=path, key=key.path)
    issns = [("journal.issn", text) for text in settings["journal.issn"]]
    issns += [("journal.issn_l", settings["journal.issn_l"])] * bool(settings["journal.issn_l"])
    issns += [("journal.titles", text) for text in settings["journal.titles"].values()]
    for name, text in issns:
        try:
            identifiers.parse(text, "issn")
        except IdentifierError as error:
            raise ConfigError(str(error), path=path, key=name) from error


def cores() -> int:
    """Return how many cores this process may use: what a setting means that leaves the number of processes open."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
