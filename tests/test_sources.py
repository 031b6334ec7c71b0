"""Landing pages: the seed against its gold, five other articles against their metadata, and what both share."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from jopsrdf import codec, sources
from jopsrdf.errors import Where
from jopsrdf.records import Article
from jopsrdf.sources import headings, unlabelled
from jopsrdf.text import clean, fold

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = ROOT / "data" / "000_70d8d36de8897886.txt"
SAMPLES = sorted((SHARED / "samples" / "landing").glob("*.txt"))
NO_SHARED = "the folder with the gold data is absent"


def read(path: Path) -> Article:
    """Return the article of a file."""
    (article,) = sources.read(path.read_bytes(), None, Where(path.name))
    return article


@pytest.fixture(scope="module")
def article() -> Article:
    """The article of the page that the project begins with."""
    return read(SEED)


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    """The same article, read by a person."""
    path = SHARED / "gold" / "seed-article-gold.json"
    if not path.is_file():
        pytest.skip(NO_SHARED)
    return dict(json.loads(path.read_text("utf-8")))


def test_the_seed_agrees_with_its_gold(article: Article, gold: dict[str, Any]) -> None:
    """Every field of the gold record, degrees and positions apart, is read as a person reads it."""
    pages = article.pages
    assert pages
    read_back = {
        "language": article.language,
        "title": article.title.value,
        "doi": article.identifier("doi"),
        "keywords": [concept[0].value for concept in article.keywords],
        "abstract": article.abstracts[0].value,
        "published": str(article.published),
        "container_title": article.journal.title if article.journal else "",
        "volume": article.issue.volume,
        "issue": article.issue.number,
        "issue_whole": article.issue.whole_number,
        "page_first": pages.first,
        "page_last": pages.last,
        "section": article.section.value if article.section else "",
        "reference_count": len(article.references),
    }
    assert read_back == {key: gold[key] for key in read_back}
    assert article.how_to_cite == gold["how_to_cite"]["raw"]


def test_the_seeds_authors_agree_with_the_gold(article: Article, gold: dict[str, Any]) -> None:
    """Names, affiliations and biographies come from the biographies, because the list of authors is empty."""
    people = [
        {
            "family": person.agent.family,
            "given": person.agent.given,
            "affiliation": "; ".join(place.literal for place in person.affiliations),
            "biography": person.biography.value if person.biography else "",
        }
        for person in article.contributions
    ]
    assert people == [{key: author[key] for key in people[0]} for author in gold["authors"]]


def test_the_seeds_references_are_its_lines(article: Article) -> None:
    """All 63 references are there, byte for byte and in order."""
    lines = SEED.read_text("utf-8").split("\n")
    block = [line for line in lines[lines.index("References") + 1 : lines.index("Downloads")] if line]
    assert [reference.raw for reference in article.references] == block
    assert [reference.position for reference in article.references] == list(range(1, 64))


def test_the_lost_bracket_is_noted_with_its_place(article: Article) -> None:
    """Reading "4(1(10)" as volume 4, number 1, whole number 10 is a repair, so it is said."""
    (note,) = [note for note in article.notes if note.code == "issue-bracket"]
    assert note.where
    line = SEED.read_text("utf-8").split("\n")[note.where.line - 1]
    assert "4(1(10), 125-141" in line


def test_the_method_of_the_language_is_noted(article: Article) -> None:
    """The page states no language: what it was told from stands in a note."""
    (note,) = [note for note in article.notes if note.code == "language-detected"]
    assert "function words" in note.message


def test_an_article_knows_its_source(article: Article) -> None:
    """Digest and name of the input are on the record."""
    assert article.digest == hashlib.sha256(SEED.read_bytes()).hexdigest()
    assert article.source == SEED.name


@pytest.mark.shared
@pytest.mark.skipif(not SAMPLES, reason=NO_SHARED)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_agrees_with_its_metadata(path: Path) -> None:
    """Title, DOI, keywords, abstract and date of articles of other journals agree with their XML."""
    article, known = read(path), json.loads(path.with_suffix(".json").read_text("utf-8"))
    language = known["lang"]
    keywords = [concept[0].value for concept in article.keywords]
    assert article.title.value == clean(known["title"])
    assert article.identifier("doi") == known["doi"].lower()
    assert keywords == [word.strip(" .") for word in known["keywords"].get(language, [])]
    assert [text.value for text in article.abstracts] == [
        clean(text) for text in [known["abstract"].get(language)] if text
    ]
    assert article.licence == known["licence"]
    assert article.journal
    assert article.journal.title == known["journal"]


@pytest.mark.shared
@pytest.mark.skipif(not SAMPLES, reason=NO_SHARED)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_authors_are_split_from_their_affiliations(path: Path) -> None:
    """Name and affiliation run together on these pages; How to Cite tells where one ends."""
    known = json.loads(path.with_suffix(".json").read_text("utf-8"))["authors"]
    authors = read(path).contributions
    assert [(a.agent.name, a.agent.family) for a in authors] == [
        (clean(f"{k['given']} {k['family']}"), k["family"]) for k in known
    ]
    printed = [[place.literal for place in author.affiliations] for author in authors]
    assert printed == [[clean(place["orgname"]) for place in k["affiliations"]] for k in known]


@pytest.mark.shared
@pytest.mark.skipif(not SAMPLES, reason=NO_SHARED)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_samples_references_are_complete(path: Path) -> None:
    """Every reference of the article's XML is a line of the list, in order."""
    known = json.loads(path.with_suffix(".json").read_text("utf-8"))["references"]
    printed = [reference.raw for reference in read(path).references]
    # The XML has spaces that the page has not ("Cities , 134"): spaces do not count here.
    assert [line.replace(" ", "") for line in printed] == ["".join(k["raw"].split()) for k in known]


@pytest.mark.shared
@pytest.mark.skipif(not SAMPLES, reason=NO_SHARED)
@pytest.mark.parametrize("path", [SEED, *SAMPLES], ids=lambda path: path.stem)
def test_every_line_of_a_page_is_accounted_for(path: Path) -> None:
    """A line is in a field of the record, in a note, a heading, or a sentence about the page itself."""
    article = read(path)
    labels = " ".join((*headings.cells("volume"), *headings.cells("number")))
    haystack = fold(f"{codec.to_json(article)} {labels}")
    noted = {note.where.line for note in article.notes if note.where}
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        bare = fold(line)
        is_known = all(word in haystack for word in bare.split()) or number in noted or headings.find(line.strip())
        assert is_known or unlabelled.FURNITURE.search(line), line
