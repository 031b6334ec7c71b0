"""The list of references: a line is a reference, unless saving the page has cut it; and the page of the docs."""

from __future__ import annotations

from pathlib import Path

from jopsrdf.sources import SOURCES, blocks, decoding, reference_lines, refusals

DOCS = Path(__file__).parents[1] / "docs" / "sources.md"
ONE = "Bakhtin, M. Problemas da poética de Dostoiévski. Rio de Janeiro: Forense, 2008."
TWO = "Brait, B. Análise e teoria do discurso. São Paulo: Contexto, 2006."
THREE = "Sobral, A. Do dialogismo ao gênero. Campinas: Mercado de Letras, 2009."


def read(body: str) -> tuple[list[str], list[tuple[str, int]]]:
    """Return the references of a list, and codes and lines of the notes."""
    page = blocks.split(f"A title\n\nReferences\n\n{body}\n", "page.txt")
    raw = [reference.raw for reference in reference_lines.read(page)]
    return raw, [(note.code, note.where.line) for note in page.notes if note.where]


def test_blank_lines_between_references_do_not_matter() -> None:
    """OJS prints paragraphs or line breaks; both give the same lines."""
    assert read(f"{ONE}\n{TWO}\n{THREE}") == ([ONE, TWO, THREE], [])
    assert read(f"{ONE}\n\n{TWO}\n\n{THREE}") == ([ONE, TWO, THREE], [])


def test_a_wrapped_line_is_joined_with_a_note() -> None:
    """In a list divided by blank lines, a line that goes on in the middle of a sentence was cut by the saving."""
    cut = TWO.replace(" do discurso", "\ndo discurso")
    assert read(f"{ONE}\n\n{cut}\n\n{THREE}") == ([ONE, TWO, THREE], [("lines-joined", 8)])


def test_two_references_without_a_blank_line_are_not_joined() -> None:
    """An end and a beginning meet: these are two references, whatever divides the others."""
    assert read(f"{ONE}\n\n{TWO}\n{THREE}\n\n{ONE}")[0] == [ONE, TWO, THREE, ONE]


def test_a_line_that_an_author_cut_is_left_alone() -> None:
    """Without blank lines nothing tells a wrapped line from what an author pasted: both halves are kept."""
    cut = TWO.replace(" do discurso", "\ndo discurso")
    assert len(read(f"{ONE}\n{cut}\n{THREE}")[0]) == 4


def test_a_second_list_is_joined_with_a_note() -> None:
    """Journals print "Литература" and then "References", the same list in Latin letters."""
    raw, notes = read(f"{ONE}\n\nЛитература\n\n{TWO}")
    assert raw == [ONE, TWO]
    assert notes == [("two-reference-lists", 7)]


def test_the_docs_name_every_source_every_refusal_and_the_limit() -> None:
    """What is read, what is refused, and how large it may be stands in the docs."""
    text = DOCS.read_text("utf-8")
    assert all(f"`{source.name}`" in text for source in SOURCES)
    assert all(look.name in text for look in refusals.LOOKS)
    assert f"{decoding.LIMIT // 2**20} MiB" in text
