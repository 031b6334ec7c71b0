"""This room builds a dataset: it finds the pages, maps what is new, carries over what is not, and reports.

One bad file never stops the rest; it is named in the report, and the exit code says so.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import unquote

from jopsrdf import __version__, codec, config, graph, store
from jopsrdf.config import Settings
from jopsrdf.errors import JopsError, SourceError, Where
from jopsrdf.graph.iris import Mint
from jopsrdf.graph.moves import moved, moves
from jopsrdf.pipeline.converting import SETTINGS, convert, mint_for, stated_time
from jopsrdf.pipeline.ledger import Ledger
from jopsrdf.records import Article
from jopsrdf.store import Departed, Entry, Input, Plan
from jopsrdf.terms import BIRO, Quad

#: Settings that change neither records nor quads: they are not part of a generation's identity.
SERVING = ("server", "site.title", "site.description", "site.contact", "site.cite_as")
#: The files that decide what an input becomes.
MAPPING = ("*.py", "sources/**/*", "references/**/*", "graph/**/*.py", "pipeline/*.py")
#: Below this many new pages one process is faster than starting several.
FEW = 24

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was left out, and why."""

    source: str
    message: str


@dataclass(slots=True)
class Report:
    """What a build did. `carried` and `mapped` count inputs; `notes` counts codes; `generation` is its id.

    `departed` are the articles that the generation before had and this one has not: their IRIs, each with the day.
    What the settings withdraw, or say to have moved, is not among them: somebody wanted that.
    """

    generation: str = ""
    unchanged: bool = False
    articles: int = 0
    references: int = 0
    triples: int = 0
    mapped: int = 0
    carried: int = 0
    notes: dict[str, int] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    departed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapped:
    """What became of one input in a worker: its entries, the keys its IRIs were made from, or the failure."""

    source: Input
    entries: tuple[Entry, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    failure: str = ""


def build(
    paths: Sequence[Path],
    dataset: Path,
    settings: Settings,
    *,
    progress: Progress | None = None,
    processes: int = 1,
    epoch: str = "",
) -> Report:
    """Build the next generation of a dataset from files and folders, and let it serve.

    `progress` is told how many inputs are done, of how many; `epoch` is SOURCE_DATE_EPOCH in seconds, if it is set.
    Raise `StoreError` when the dataset cannot be written, `CollisionError` when two keys ask for one IRI, `SourceError`
    when there is no input at all.
    """
    report = Report()
    inputs = dict(_inputs(paths, report))
    if not inputs and not report.failures:
        raise SourceError("there is no page to read here", where=Where(", ".join(map(str, paths))))
    plan = _plan(settings, epoch)
    with store.building(dataset, inputs, plan) as builder:
        if not builder.unchanged:
            mapper = partial(map_input, settings=settings, run=graph.Run(time=plan.issued))
            with closing(Ledger()) as ledger:
                _fill(builder, inputs, ledger, report, progress, partial(_mapped, mapper, processes))
    _sum_up(report, builder)
    report.departed = dict(_unexplained(builder.departed, settings))
    return report


def _fill(
    builder: store.Builder,
    inputs: dict[Input, Path],
    ledger: Ledger,
    report: Report,
    progress: Progress | None,
    mapped_by: Callable[[Sequence[tuple[Input, Path]]], Iterator[Mapped]],
) -> None:
    fresh = [(source, path) for source, path in inputs.items() if builder.carry(source) is None]
    report.carried = len(inputs) - len(fresh)
    for done, mapped in enumerate(mapped_by(fresh), report.carried + 1):
        ledger.enter(mapped.keys)
        if mapped.failure:
            report.failures.append(Failure(mapped.source.name, mapped.failure))
        else:
            report.mapped += 1
        report.repeated += [
            f"{entry.iri} ({mapped.source.name})" for entry in mapped.entries if not builder.add(mapped.source, entry)
        ]
        if progress:
            progress(done, len(inputs))


def _sum_up(report: Report, builder: store.Builder) -> None:
    made = builder.manifest
    assert made is not None
    report.generation, report.unchanged = made.id, builder.unchanged
    report.articles, report.references, report.triples = made.articles, made.references, made.triples
    report.notes = dict(made.notes)


def _unexplained(departed: Iterable[Departed], settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield IRI and day of the articles that the settings know nothing of."""
    withdrawn, rows = {doi.lower() for doi in settings["site.withdrawn"]}, moves(settings["site.moved"], settings.base)
    for row in departed:
        if row.doi not in withdrawn and not moved(unquote(row.key), rows):
            yield settings.base + row.key, row.date


def _inputs(paths: Iterable[Path], report: Report) -> Iterator[tuple[Input, Path]]:
    """Yield what is to be read, with its digest; hidden files and settings are passed over."""
    for path in sorted(_files(paths)):
        try:
            with path.open("rb") as file:
                yield Input(str(path), hashlib.file_digest(file, "sha256").hexdigest()), path
        except OSError as error:
            report.failures.append(Failure(str(path), f"cannot be read: {error.strerror}"))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from (found for found in path.rglob("*") if found.is_file() and not _is_hidden(found, path))
        else:
            yield path


def _is_hidden(path: Path, root: Path) -> bool:
    return path.name == SETTINGS or any(part.startswith(".") for part in path.relative_to(root).parts)


def _plan(settings: Settings, epoch: str) -> Plan:
    stated = {key: settings[key] for key in config.KEYS if not key.startswith(SERVING)}
    issued = stated_time(epoch)
    return Plan(
        program=f"jopsrdf {__version__}",
        settings=hashlib.sha256(f"{sorted(stated.items())} {issued} {_code()}".encode()).hexdigest(),
        base=settings.base,
        issued=issued,
        settle=partial(graph.settle, mint=mint_for(settings)),
    )


@cache
def _code() -> str:
    """Return a digest of what maps: between two releases the version alone does not tell two programs apart."""
    package = Path(__file__).parents[1]
    files = [
        path for room in MAPPING for path in package.glob(room) if path.is_file() and "__pycache__" not in path.parts
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(files))).hexdigest()


def _mapped(
    mapper: Callable[[Input, Path], Mapped], processes: int, fresh: Sequence[tuple[Input, Path]]
) -> Iterator[Mapped]:
    if processes < 2 or len(fresh) < FEW:
        yield from (mapper(*job) for job in fresh)
        return
    jobs = iter(fresh)
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        while batch := list(islice(jobs, processes * FEW)):  # bounded, so that results do not pile up in memory
            yield from pool.map(mapper, *zip(*batch, strict=True), chunksize=4)


def map_input(source: Input, path: Path, *, settings: Settings, run: graph.Run) -> Mapped:
    """Read and map one input, withdrawn articles left out; runs in a worker, so its result is plain values."""
    mint, withdrawn = mint_for(settings), {doi.lower() for doi in settings["site.withdrawn"]}
    try:
        read = convert(path.read_bytes(), source.name, settings)
        articles = [article for article in read if article.identifier("doi") not in withdrawn]
        entries = tuple(entry(article, mint, run) for article in articles)
    except JopsError as error:
        return Mapped(source, failure=str(error))
    except OSError as error:
        return Mapped(source, failure=f"{source.name}: cannot be read: {error.strerror}")
    return Mapped(source, entries, tuple(mint.keys.items()))


def entry(article: Article, mint: Mint, run: graph.Run = graph.Run()) -> Entry:  # noqa: B008 - it is frozen
    """Return an article as the store keeps it; `run` is what its provenance says of this build."""
    address = mint.article(article)
    quads = list(graph.quads(article, mint, run=run))
    notes = [*article.notes, *(note for reference in article.references for note in reference.notes)]
    return Entry(
        key=address.removeprefix(mint.base),
        iri=address,
        title=article.title.value,
        record=codec.to_json(article),
        graph=mint.graph(address),
        nquads=store.nquads(quads),
        doi=article.identifier("doi"),
        published=str(article.published or ""),
        authors=tuple(c.agent.name for c in article.contributions if c.role == "author"),
        references=_cited(article, address, quads),
        stated=article.retrieved,
        notes=Counter(note.code for note in notes),
    )


def _cited(article: Article, address: str, quads: Iterable[Quad]) -> tuple[tuple[str, str], ...]:
    """Return each raw line with the IRI of the work that its reference denotes, "" where it denotes none."""
    works = {s: o[1:-1] for s, p, o, _ in quads if p == BIRO["references"]}
    return tuple((r.raw, works.get(f"<{address}#reference-{r.position}>", "")) for r in article.references)
