"""Bad input: what is no page is refused with what it looks like, bad content becomes a note with its place."""

from __future__ import annotations

import gzip
import io
import time
import zipfile
from pathlib import Path

import pytest

from jopsrdf import sources
from jopsrdf.errors import SourceError, Where
from jopsrdf.records import Article

ROOT = Path(__file__).parents[1]
SEED = (ROOT / "data" / "000_70d8d36de8897886.txt").read_bytes()
RUSSIAN = (ROOT / "tests" / "golden" / "landing-ru" / "source.txt").read_text("utf-8")
TURKISH = (ROOT / "tests" / "golden" / "landing-tr" / "source.txt").read_text("utf-8")
PAGE = SEED.decode()


def read(page: bytes | str) -> Article:
    """Return the article of a page."""
    data = page.encode() if isinstance(page, str) else page
    (article,) = sources.read(data, None, Where("page.txt"))
    return article


def codes(article: Article) -> set[str]:
    """Return the codes of an article's notes."""
    return {note.code for note in article.notes}


def zipped(name: str) -> bytes:
    """Return a ZIP archive with one file in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "<x/>")
    return buffer.getvalue()


GALLEY = (
    "A title\n\nAbstract\n\nSome text.\n\nIntroduction\n\n" + "A sentence of the text. " * 200 + "\n\nReferences\n\nX"
)
CONTENTS = "Vol. 4 No. 1 (2025)\n\nArticles\n\n" + "A title\n\nA. Author\n\n5-18\n\nPDF\n\n" * 5
#: One row: the case, its bytes, and what the refusal must say.
REFUSED = (
    ("empty", b"", "the file is empty"),
    ("blank", b" \r\n\r\n", "the file is empty"),
    ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
    ("DOCX", zipped("word/document.xml"), "a Word document"),
    ("ZIP", zipped("page.txt"), "a ZIP archive"),
    ("gzip", gzip.compress(SEED), "a gzip archive"),
    ("PNG", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
    ("JPEG", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    ("noise", bytes(range(256)) * 40, "binary data"),
    (
        "RSS",
        b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Articles</title></channel></rss>',
        "RSS or Atom",
    ),
    ("Atom", b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Articles</title></feed>', "RSS or Atom"),
    (
        "OAI",
        b'<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"></OAI-PMH>',
        "an OAI-PMH answer",
    ),
    ("JATS", b'<?xml version="1.0"?>\n<article article-type="research-article"><front/></article>', "JATS XML"),
    ("JSON", b'{"title": "Dynamics of Russian-Turkish Relations"}', "JSON data"),
    ("BibTeX", b"@article{harutyunyan2025, title = {Dynamics}}", "BibTeX"),
    ("RIS", b"TY  - JOUR\nTI  - Dynamics of Russian-Turkish Relations", "a RIS file"),
    ("login", b"Login\n\nUsername\n\nPassword\n\nForgot your password?\n\nKeep me logged in\n\nLogin", "a login page"),
    ("404", b"404 Not Found\n\nThe requested URL was not found on this server.", "an error page"),
    (
        "search",
        b"Search\n\nAdvanced filters\n\nSearch Results\n\nDynamics of Relations\n\n1 - 1 of 1 items",
        "search results",
    ),
    ("contents", CONTENTS.encode(), "the table of contents of an issue"),
    ("galley", GALLEY.encode(), "the full text of an article"),
    ("prose", b"Some text that is no page of any kind.\n\nAnd more of it.", "text without the headings"),
)


@pytest.mark.parametrize(("data", "looks_like"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_article_page_is_refused_by_name(data: bytes, looks_like: str) -> None:
    """The refusal says what the input looks like, and what to save instead."""
    with pytest.raises(SourceError) as refusal:
        read(data)
    message = str(refusal.value)
    assert message.startswith("page.txt: ")
    assert looks_like in message
    assert any(verb in message for verb in ("save", "harvest", "open")), "it says what to do"


def test_a_file_of_200_megabytes_is_refused_at_once() -> None:
    """The size is looked at before the content; the sentence names both sizes."""
    data = bytes(200 * 1024 * 1024)
    start = time.perf_counter()
    with pytest.raises(SourceError, match=r"200 MiB.*at most 32 MiB"):
        read(data)
    assert time.perf_counter() - start < 0.5


#: One row: an encoding in which an editor may have saved a page, the page, and the name that the note gives.
ENCODINGS = (
    ("cp1251", RUSSIAN, "Windows-1251"),
    ("koi8-r", RUSSIAN, "KOI8-R"),
    ("cp1254", TURKISH, "Windows-1254"),
    ("cp1252", PAGE, "Windows-1252"),
    ("utf-16-le", PAGE, "UTF-16-LE"),
    ("utf-16-be", RUSSIAN, "UTF-16-BE"),
)


@pytest.mark.parametrize(("encoding", "page", "name"), ENCODINGS, ids=[row[0] for row in ENCODINGS])
def test_a_wrong_encoding_is_told_and_noted(encoding: str, page: str, name: str) -> None:
    """A page in an older encoding is read, and the note says which one was guessed and how to be sure."""
    article = read(page.encode(encoding, "ignore"))
    assert article.title == read(page.encode(encoding, "ignore").decode(encoding)).title
    (note,) = [note for note in article.notes if note.code == "encoding-guessed"]
    assert name in note.message
    assert "UTF-8" in note.message


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_certain(encoding: str) -> None:
    """A mark at the beginning names the encoding, so there is nothing to note."""
    article = read(PAGE.encode(encoding))
    assert article.title.value.startswith("Dynamics of Russian-Turkish Relations")
    assert "encoding-guessed" not in codes(article)


@pytest.mark.parametrize(("wrong", "page"), [("cp1252", TURKISH), ("cp1251", RUSSIAN)])
def test_mojibake_is_repaired_and_noted(wrong: str, page: str) -> None:
    """UTF-8 that was read as a one-byte encoding is read again when all of a line goes back."""
    holes = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x98, 0x9D)}
    broken = "".join(holes.get(byte) or bytes((byte,)).decode(wrong) for byte in page.encode())
    article = read(broken)
    assert article.title == read(page).title
    assert "mojibake-repaired" in codes(article)


def test_mojibake_that_lost_bytes_is_left_and_noted() -> None:
    """Where a character is gone nothing is repaired: the line stays and the note says where it is."""
    article = read(PAGE.replace("Türkiye, NATO", "TÃ?rkiye, TÃ¼rkei \ufffd, NATO"))
    (note,) = [note for note in article.notes if note.code == "mojibake"]
    assert note.where
    assert note.where.line == 11


def test_some_bad_bytes_in_utf8_are_replaced_and_noted() -> None:
    """A page that is UTF-8 but for two bytes is not taken for another encoding."""
    article = read(SEED.replace("Türkiye, NATO".encode(), b"T\xfcrkiye, NATO"))
    assert "encoding-damaged" in codes(article)
    assert article.references == read(SEED).references


def test_nul_bytes_are_dropped_and_noted() -> None:
    """NUL bytes do not tear words apart."""
    article = read(SEED.replace(b"Dynamics of", b"Dyna\x00mics of"))
    assert article.title == read(SEED).title
    assert "control-characters" in codes(article)


def test_line_ends_do_not_matter() -> None:
    """CRLF and CR read as LF."""
    expected = read(SEED)
    for end in (b"\r\n", b"\r"):
        article = read(SEED.replace(b"\n", end))
        assert (article.references, article.abstracts, article.notes) == (
            expected.references,
            expected.abstracts,
            expected.notes,
        )


def test_marks_of_direction_do_not_stick_to_values() -> None:
    """Right-to-left marks around a heading, a DOI and a date change nothing that a machine reads."""
    page = PAGE
    for text in ("DOI:", "https://doi.org/10.46991/JOPS/2025.4.10.125\n", "2025-07-09", "References\n"):
        page = page.replace(text, f"\u200f{text.strip()}\u200f" + ("\n" if text.endswith("\n") else ""), 1)
    article, expected = read(page), read(PAGE)
    assert article.identifiers == expected.identifiers
    assert article.published == expected.published
    assert article.references == expected.references


def test_a_page_without_doi_is_noted() -> None:
    """Without a DOI the article is read, and the note says what it is named by."""
    article = read("\n".join(line for line in PAGE.split("\n") if "10.46991/JOPS/2025.4.10.125" not in line))
    assert not article.identifier("doi")
    assert "no-doi" in codes(article)


def test_two_dois_are_noted_and_the_labelled_one_is_taken() -> None:
    """A DOI in How to Cite that is not the page's is said, with its line."""
    line = next(n for n, text in enumerate(PAGE.split("\n"), 1) if text.startswith("Harutyunyan, G."))
    before, after = PAGE.rsplit("10.46991/JOPS/2025.4.10.125", 1)
    article = read(f"{before}10.46991/JOPS/2025.4.10.142{after}")
    assert article.identifier("doi") == "10.46991/jops/2025.4.10.125"
    (note,) = [note for note in article.notes if note.code == "two-dois"]
    assert note.where
    assert note.where.line == line


@pytest.mark.parametrize("title", ["", "Array"])
def test_a_page_without_title_is_noted(title: str) -> None:
    """No title, or a placeholder printed by mistake: the rest is read."""
    article = read(PAGE.replace(PAGE.split("\n", 1)[0], title, 1))
    assert not article.title.value
    assert "no-title" in codes(article)
    assert len(article.references) == 63


def test_a_page_without_references_is_noted() -> None:
    """An empty list is said, because a page saved too early looks like that."""
    start, end = PAGE.index("References\n"), PAGE.index("Downloads\n")
    article = read(PAGE[: start + len("References\n")] + "\n" + PAGE[end:])
    assert not article.references
    assert "no-references" in codes(article)


def test_a_placeholder_is_no_author() -> None:
    """The signs "-, -." stand for nobody."""
    article = read(PAGE.replace("Authors\n", "Authors\n\n  • -, -.\n", 1))
    assert [person.agent.family for person in article.contributions] == ["Harutyunyan", "Vardazaryan", "Jilavyan"]
    assert "author-placeholder" in codes(article)


def test_furniture_is_no_content() -> None:
    """Page numbers of a list and the sentence about a search are no lines of the article."""
    article = read(SEED)
    assert "left-over" not in codes(article)
    assert not any("21-30" in reference.raw for reference in article.references)


def test_what_stands_under_no_heading_is_noted_with_its_place() -> None:
    """A stray line before the first heading is not dropped in silence."""
    article = read(PAGE.replace("Authors\n", "Skip to main content of the site\n\nAuthors\n", 1))
    (note,) = [note for note in article.notes if note.code == "left-over"]
    assert note.where
    assert note.where.line == 3


def test_ten_thousand_references_take_linear_time() -> None:
    """Ten times the references take about ten times the work, and a page of ten thousand is read in seconds."""
    start, end = PAGE.index("References\n"), PAGE.index("Downloads\n")
    lines = [line for line in PAGE[start:end].split("\n") if line][1:]

    def seconds(count: int) -> float:
        body = "\n\n".join(f"{n}. {lines[n % len(lines)]}" for n in range(count))
        page = f"{PAGE[:start]}References\n\n{body}\n\n{PAGE[end:]}"
        begun = time.process_time()
        assert len(read(page).references) == count
        return time.process_time() - begun

    seconds(100)
    few, many = seconds(1000), seconds(10_000)
    assert many < 25 * few
    assert many < 10
