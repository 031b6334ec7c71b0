"""One article, three layouts: labels alone on their lines, glued to their neighbours, or dropped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jopsrdf import codec, sources
from jopsrdf.errors import Where
from jopsrdf.records import Article
from jopsrdf.sources import headings

GOLDEN = Path(__file__).with_name("golden")
PAGES = sorted(GOLDEN.glob("landing-*/source.txt"))
#: The pages that are in layout A to the letter, so that a test can take their labels away.
LABELLED = [path for path in PAGES if path.parent.name != "landing-whole-window"]
#: Chinese sets no word apart and knows no case: without its colon a label there cannot be told from a sentence.
CASED = [path for path in LABELLED if path.parent.name != "landing-zh"]
SAMPLES = sorted((Path(__file__).parents[2] / "shared" / "samples" / "landing").glob("*.txt"))
SEED = Path(__file__).parents[1] / "data" / "000_70d8d36de8897886.txt"


def read(text: str) -> Article:
    """Return the article of a page."""
    (article,) = sources.read(text.encode(), None, Where("page.txt"))
    return article


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a page in layout A."""
    return [part for part in text.strip().split("\n\n") if part.strip()]


def glue(text: str) -> str:
    """Return a page in layout B: a label stands at the end of the line before it."""
    lines: list[str] = []
    for part in paragraphs(text):
        if lines and len(lines) > 1 and headings.find(part.strip()):
            lines[-1] += part.strip()
        else:
            lines.append(part)
    return "\n\n".join(lines)


def press(text: str) -> str:
    """Return a page in the worst of layout B: labels stand between two values, and nothing is between them."""
    lines: list[str] = []
    was_label = False
    for part in paragraphs(text):
        is_label = bool(headings.find(part.strip()))
        if len(lines) > 1 and (is_label or was_label) and not part.startswith(" "):
            lines[-1] += part.strip()
        else:
            lines.append(part)
        was_label = is_label
    return "\n".join(lines)


def drop(text: str) -> str:
    """Return a page in layout C: values without labels."""
    kept = [part for part in paragraphs(text) if not headings.find(part.strip())]
    return "\n\n\n".join(kept)


def facts(article: Article) -> dict[str, object]:
    """Return what must not depend on the layout."""
    return {
        "title": article.title.value,
        "doi": article.identifier("doi"),
        "keywords": [concept[0].value for concept in article.keywords],
        "abstract": " ".join(text.value for text in article.abstracts),
        "authors": [(person.agent.family, person.agent.given) for person in article.contributions],
        "published": article.published,
        "journal": article.journal,
        "issue": article.issue,
        "pages": article.pages,
        "references": [reference.raw for reference in article.references],
    }


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*/source.*")), ids=lambda path: path.parent.name)
def test_a_page_reads_as_its_golden_record(path: Path, regold: bool) -> None:
    """Pages of fifteen languages, and two saved as HTML, read as the records beside them, notes included."""
    (article,) = sources.read(path.read_bytes(), None, Where(path.name))
    record, golden = codec.as_dict(article), path.with_name("page.json")
    if regold:
        golden.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert record == json.loads(golden.read_text("utf-8"))


@pytest.mark.parametrize("path", [SEED, *LABELLED], ids=lambda path: path.parent.name)
def test_glued_labels_change_nothing(path: Path) -> None:
    """A label at the end of a value belongs to neither the DOI nor the last keyword before it."""
    text = path.read_text("utf-8")
    assert facts(read(glue(text))) == facts(read(text))


@pytest.mark.parametrize("path", [SEED, *CASED], ids=lambda path: path.parent.name)
def test_pressed_labels_change_nothing(path: Path) -> None:
    """A label between two values, with nothing between them, is found by its letter case, script or colon."""
    text = path.read_text("utf-8")
    assert facts(read(press(text))) == facts(read(text))


@pytest.mark.parametrize("path", [SEED, *LABELLED], ids=lambda path: path.parent.name)
def test_dropped_labels_change_nothing(path: Path) -> None:
    """Lines without labels are told by what they look like."""
    text = path.read_text("utf-8")
    assert facts(read(drop(text))) == facts(read(text))


@pytest.mark.shared
@pytest.mark.skipif(not SAMPLES, reason="the folder with the samples is absent")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("layout", [glue, press, drop])
def test_real_pages_read_alike_in_every_layout(path: Path, layout: Callable[[str], str]) -> None:
    """Real reference lists in four styles survive a page whose labels are glued, pressed between values, or gone."""
    text = path.read_text("utf-8")
    assert facts(read(layout(text))) == facts(read(text))
