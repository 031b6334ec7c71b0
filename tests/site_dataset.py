"""A dataset for the tests of the site and its channels: the seed page as it is read, and articles written to hurt.

Every record goes through the real graph, so what a page and a channel say is what a build would say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from jopsrdf import config, pipeline, store, web
from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint
from jopsrdf.identifiers import Identifier
from jopsrdf.pipeline.building import entry
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    Pages,
    PartialDate,
    Reference,
    Span,
    Text,
    Work,
    organisation,
)
from jopsrdf.store import Input, Limits, Plan

ROOT = Path(__file__).parents[1]
SEED_FILE = ROOT / "data" / "000_70d8d36de8897886.txt"
SEED = "work/10.46991/jops/2025.4.10.125"
JOURNAL = Journal(title="Journal of Political Science: Bulletin of Yerevan University")
#: Text that would break out of HTML, attributes, scripts, XML, or the direction of a line.
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \" ' & ]]> \u202e\x0bשלום"
HURT = "work/10.5555/hurt"
#: A work that the seed cites too.
SHARED_DOI = "10.1007/978-3-658-46812-5_11"
_RAW = "ابن خلدون. 1377. المقدمة. https://doi.org/10.5555/muqaddimah"

HURTING = Article(
    title=Text(HOSTILE + " long" * 2000, "en"),
    contributions=(
        Contribution(
            agent=Agent(family=HOSTILE, given="<b>", identifiers=(Identifier("orcid", "0000-0002-1825-0097"),)),
            affiliations=(organisation(HOSTILE),),
            biography=Text(HOSTILE),
        ),
    ),
    identifiers=(Identifier("doi", "10.5555/hurt"),),
    keywords=((Text(HOSTILE),),),
    abstracts=(Text(HOSTILE, "ar"),),
    published=PartialDate(2024, 2, 29),
    section=Text(HOSTILE),
    licence="https://creativecommons.org/licenses/by/4.0/",
    journal=JOURNAL,
    issue=Issue(volume="3", number="2"),
    pages=Pages("e1"),
    url="javascript:alert(3)",
    how_to_cite=HOSTILE,
    language="en",
    references=(
        Reference(
            raw=HOSTILE,
            position=1,
            work=Work(title=HOSTILE, identifiers=(Identifier("url", "javascript:alert(4)"),)),
            spans=(Span(0, 9, "title"), Span(5, 20, "year"), Span(30, 9999, "doi")),
        ),
        Reference(
            raw=_RAW,
            position=2,
            work=Work(
                type="book",
                title="المقدمة",
                language="ar",
                issued=PartialDate(1377),
                contributions=(Contribution(agent=organisation("ابن خلدون")),),
            ),
            spans=(Span(0, 9, "authors"), Span(11, 15, "year"), Span(17, 24, "title")),
        ),
        Reference(raw="The seed cites it too.", position=3, work=Work(identifiers=(Identifier("doi", SHARED_DOI),))),
        Reference(raw="", position=4),
    ),
)
#: An article that the settings of some tests withdraw.
WITHDRAWN_DOI = "10.5555/withdrawn"
WITHDRAWN = Article(
    title=Text("An article that is withdrawn"),
    identifiers=(Identifier("doi", WITHDRAWN_DOI),),
    published=PartialDate(2025, 12),
    journal=JOURNAL,
    references=(Reference(raw="Zylinska 2010", position=1, work=Work(identifiers=(Identifier("doi", SHARED_DOI),))),),
)


@dataclass(frozen=True)
class Site:
    """A site under test: the application, the settings it has, and its dataset."""

    app: Flask
    settings: Settings
    dataset: store.Dataset


def articles(settings: Settings) -> Iterator[Article]:
    """Yield the seed, read from its page, and the articles of this module."""
    yield from pipeline.convert(SEED_FILE.read_bytes(), "seed.txt", settings)
    yield from (HURTING, WITHDRAWN)


@contextmanager
def departed(location: Path, /, **values: config.Value) -> Iterator[Site]:
    """Give a site whose last build has lost the article that others withdraw."""
    with site(location, **values) as before:
        stays = [article for article in articles(before.settings) if article != WITHDRAWN]
    with site(location, stays, **values) as after:
        yield after


@contextmanager
def site(location: Path, records: Sequence[Article] = (), /, **values: config.Value) -> Iterator[Site]:
    """Build the dataset (of other `records`) and give the site; `values` are settings, two underscores for the dot."""
    settings = Settings({name.replace("__", "."): value for name, value in values.items()})
    mint = Mint(settings.base)
    made = list(records or articles(settings))
    sources = [Input(f"{number}.txt", f"{number:064x}") for number in range(len(made))]
    with store.building(location, sources, Plan(program="test", settings="", base=settings.base)) as builder:
        if not builder.unchanged:
            for source, article in zip(sources, made, strict=True):
                builder.add(source, entry(article, mint))
    dataset = store.open_dataset(location, Limits.of(settings.server))
    try:
        yield Site(web.create_app(settings, dataset), settings, dataset)
    finally:
        dataset.close()
