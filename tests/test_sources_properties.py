"""Laws of reading a page: nothing is lost, order does not matter, nor do line ends; and who recognises what."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jopsrdf import codec, sources
from jopsrdf.errors import SourceError, Where
from jopsrdf.records import Article
from jopsrdf.sources import headings
from jopsrdf.text import clean

ROOT = Path(__file__).parents[1]
SEED = ROOT / "data" / "000_70d8d36de8897886.txt"
PAGES = sorted((ROOT / "tests" / "golden").glob("*/source.*"))
#: Blocks of the seed, each with its heading, in the order of the page.
PARTS = SEED.read_text("utf-8").split("\n\n")
WORDS = st.text(
    st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po"], exclude_characters="\x00"), min_size=1, max_size=12
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), max_size=12)


def read(text: str) -> Article:
    """Return the article of a page."""
    (article,) = sources.read(text.encode(), None, Where("page.txt"))
    return article


def blocks() -> list[list[str]]:
    """Return the seed as its title and then one list of paragraphs for each heading."""
    groups: list[list[str]] = [[]]
    for part in PARTS:
        if headings.find(part.strip()) and groups[0]:
            groups.append([])
        groups[-1].append(part)
    return groups


@given(st.permutations(blocks()[1:]))
@settings(max_examples=15, deadline=None)
def test_the_order_of_blocks_does_not_matter(order: list[list[str]]) -> None:
    """Themes order the blocks as they like; the record is the same but for the places in its notes."""
    text = "\n\n".join("\n\n".join(block) for block in [blocks()[0], *order])
    article, expected = codec.as_dict(read(text)), codec.as_dict(read("\n\n".join(PARTS)))
    for record in (article, expected):
        record.pop("digest")
        record["notes"] = sorted((note["code"], note["message"]) for note in record["notes"])
    assert article == expected


@given(LINES)
@settings(max_examples=30, deadline=None)
def test_no_line_is_lost(lines: list[str]) -> None:
    """Whatever stands in a list of references is a reference, another field, or the subject of a note."""
    start, end = PARTS.index("References"), PARTS.index("Downloads")
    text = "\n\n".join([*PARTS[: start + 1], *lines, *PARTS[end:]])
    article = read(text)
    kept = codec.to_json(article)
    noted = {note.where.line for note in article.notes if note.where}
    raw = {reference.raw for reference in article.references}
    for number, line in enumerate(text.split("\n"), 1):
        bare = clean(line)
        if bare in map(clean, lines) and bare:
            is_label = headings.find(bare) or headings.leading(bare)
            assert bare in raw or number in noted or is_label or bare.replace('"', '\\"') in kept, line


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No input makes the reader fail otherwise than by a refusal with a reason."""
    with contextlib.suppress(SourceError):
        assert list(sources.read(data, None, Where("page.txt")))


@given(st.text(max_size=400))
@settings(max_examples=40, deadline=None)
def test_any_text_after_the_title_is_survived(text: str) -> None:
    """Odd characters in a page never break the reader."""
    page = "\n\n".join(["A title", text, *PARTS[1:]])
    assert len(read(page).references) >= 63


@pytest.mark.parametrize("path", [SEED, *PAGES], ids=lambda path: path.parent.name + path.suffix)
def test_one_source_recognises_a_page(path: Path) -> None:
    """Of all sources exactly one says that an input is its own."""
    head = sources.decode(path.read_bytes(), Where(path.name))[: sources.HEAD]
    assert [source.name for source in sources.SOURCES if source.recognises(head)] == [
        path.parent.name.split("-")[0].replace("data", "landing")
    ]
