"""This room joins the steps for one page: bytes, to an article with its raw lines, to a complete record, to quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jopsrdf import config, references, sources
from jopsrdf.config import Settings
from jopsrdf.errors import ConfigError, Where
from jopsrdf.graph.iris import Mint
from jopsrdf.records import Article, Journal, Reference
from jopsrdf.text import fold, slug

SETTINGS = "journal.toml"


def settings_for(
    paths: Iterable[str | Path], journal: str | None, environ: Mapping[str, str] | None = None
) -> Settings:
    """Return the settings of a file, else of the `journal.toml` beside the first path that has one, else defaults."""
    if journal:
        return config.load(Path(journal), environ)
    for path in map(Path, paths):
        beside = (path if path.is_dir() else path.parent) / SETTINGS
        if str(path) != "-" and beside.is_file():
            return config.load(beside, environ)
    return config.load(None, environ)


def convert(data: bytes, source: str, settings: Settings) -> Iterator[Article]:
    """Yield the articles of an input as complete records; raise `SourceError` for what is no article page."""
    where = Where(source)
    for article in sources.read(data, settings.journal, where):
        yield complete(article, settings, where)


def complete(article: Article, settings: Settings, where: Where) -> Article:
    """Read the raw lines of an article's references, and add what the journal's owner states and the page does not."""
    doi = article.identifier("doi")
    pattern = str(settings["journal.landing_page"])
    return replace(
        article,
        references=tuple(_placed(r, where) for r in references.read_list(article.references, where)),
        journal=_journal(article.journal, settings.journal),
        licence=article.licence or str(settings["journal.licence"]),
        url=article.url or (pattern.replace("{doi}", doi) if doi else ""),
    )


def _placed(reference: Reference, where: Where) -> Reference:
    """Give the notes of a reference its place, as the page's anchor names it: `page.txt#reference-5`."""
    if all(note.where for note in reference.notes):
        return reference
    here = Where(f"{where.source}#reference-{reference.position}")
    return replace(reference, notes=tuple(replace(n, where=n.where or here) for n in reference.notes))


def _journal(printed: Journal | None, owned: Journal | None) -> Journal | None:
    """Return the owner's record of the journal where the page names the same one or none."""
    if owned and (not printed or fold(printed.title) == fold(owned.title)):
        return owned
    return printed


def read_references(data: bytes, source: str) -> Iterator[dict[str, Any]]:
    """Yield the flat form of each raw reference in a text, one line each; see `references.as_json`.

    Lines are numbered as they are read; empty ones are passed over.
    """
    lines = [line.strip() for line in sources.decode(data, Where(source)).splitlines()]
    raw = [Reference(raw=line, position=n) for n, line in enumerate(filter(None, lines), 1)]
    for reference in references.read_list(raw, Where(source)):
        yield references.as_json(reference)


def stated_time(epoch: str) -> str:
    """Return the ISO time of a `SOURCE_DATE_EPOCH` (seconds since 1970), "" for none; raise `ConfigError` for nonsense.

    >>> stated_time("1767225600")
    '2026-01-01T00:00:00+00:00'
    """
    try:
        return datetime.fromtimestamp(int(epoch), UTC).isoformat() if epoch else ""
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(f"is seconds since 1970, not {epoch!r}", key="SOURCE_DATE_EPOCH") from error


def mint_for(settings: Settings) -> Mint:
    """Return a mint with the owner's base and the journals that the owner knows.

    Titles that the owner gives one ISSN-L share the IRI of the first of them.

    >>> settings = Settings({"journal.titles": {"Turkish Studies": "1468-3849", "Turk. Stud.": "1468-3849"}})
    >>> mint_for(settings).journal("Turk. Stud.")
    'https://w3id.org/jopsrdf/journal/turkish-studies'
    """
    paths: dict[str, str] = {}
    aliases: dict[str, str] = {}
    owned = settings.journal
    if owned:
        paths |= {issn.value: f"journal/{slug(owned.title)}" for issn in owned.identifiers}
    for title, issn in settings.linking_issns.items():
        path = paths.setdefault(issn, f"journal/{slug(title)}")
        aliases[f"journal/{fold(title)}"] = path
    aliases |= {f"issn/{issn}": path for issn, path in paths.items()}
    return Mint(settings.base, aliases)
