"""Who wrote it: names, affiliations and biographies in the forms that themes and editors print them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jopsrdf.records import Contribution
from jopsrdf.sources import blocks, people
from jopsrdf.sources.short_names import read_names

FIXTURE = Path(__file__).with_name("sources") / "people.txt"


def read(authors: str, cited: str = "", biographies: str = "") -> tuple[tuple[Contribution, ...], set[str]]:
    """Return the people of a page with these two lists, and the codes of the notes."""
    page = blocks.split(f"A title\n\nAuthors\n\n{authors}\n\nAuthor Biographies\n\n{biographies}", "page.txt")
    found = people.read(page, read_names(cited))
    return found, {note.code for note in page.notes}


def flat(person: Contribution) -> str:
    """Return a person on one line: given names, particle, family name, affiliations."""
    agent = person.agent
    places = "; ".join(place.literal for place in person.affiliations)
    return f"{agent.given} | {agent.particle} | {agent.family} | {places}"


#: The blocks of the fixture: what the page prints, the names in How to Cite, the people.
LISTS = [block.partition("\ncited:")[::2] for block in FIXTURE.read_text("utf-8").strip().split("\n\n")[1:]]


@pytest.mark.parametrize(("authors", "answer"), LISTS, ids=[authors[:40] for authors, _ in LISTS])
def test_names_are_told_from_affiliations(authors: str, answer: str) -> None:
    """A comma, a dash, a bracket, a line, How to Cite, or words of institutions tell where a name ends."""
    cited, *expected = answer.split("\n")
    assert [flat(person) for person in read(authors, cited.strip())[0]] == expected


def test_a_guess_is_noted() -> None:
    """Where only a word like "University" ends the name, the note says so; where How to Cite does, there is none."""
    line = "• Ariane Belcavelo Silveira Marques Federal University of Viçosa"
    assert "author-split-guessed" in read(line)[1]
    assert "author-split-guessed" not in read(line, "Marques, A. B. S.")[1]


def test_an_orcid_is_read_from_the_line_or_under_it() -> None:
    """OJS prints the iD as an address after the affiliation."""
    for gap in (" ", "\n\n    "):
        (person,), _ = read(f"• Filipe Almeida Gomes, UEMG{gap}https://orcid.org/0000-0001-7356-3128")
        assert [orcid.value for orcid in person.agent.identifiers] == ["0000-0001-7356-3128"]
        assert flat(person) == "Filipe Almeida |  | Gomes | UEMG"


def test_a_missing_author_is_noted() -> None:
    """How to Cite names two, the page one."""
    assert "author-differs" in read("• Edward Martins Costa UFC", "Costa, E. M., & Mariano, F. Z.")[1]


def test_names_come_from_how_to_cite_when_nothing_else_has_them() -> None:
    """Initials are better than no authors, and the note says whence they are."""
    found, codes = read("", "Costa, E. M., & Mariano, F. Z.")
    assert [flat(person) for person in found] == ["E. M. |  | Costa | ", "F. Z. |  | Mariano | "]
    assert "authors-from-how-to-cite" in codes


@pytest.mark.parametrize("bullet", ["  • ", ""])
def test_biographies_find_their_authors(bullet: str) -> None:
    """A biography belongs to the name over it, not to the author of the same place in the list."""
    text = f"{bullet}Marut Vardazaryan, Yerevan State University\n\n    PhD in History, Associate Professor"
    found, codes = read("• Gevorg Harutyunyan\n• Marut Vardazaryan", biographies=text)
    assert [person.biography.value if person.biography else "" for person in found] == [
        "",
        "PhD in History, Associate Professor",
    ]
    assert [place.literal for place in found[1].affiliations] == ["Yerevan State University"]
    assert "biography-unread" not in codes


def test_the_biography_of_an_only_author_needs_no_name() -> None:
    """Under a single author's page the heading is in the singular and the text stands alone."""
    (person,), _ = read("• Fernand Braudel", biographies="Historian, professor at the Collège de France.")
    assert person.biography
    assert person.biography.value == "Historian, professor at the Collège de France."


def test_a_biography_of_nobody_is_noted() -> None:
    """A text whose author is not on the page is not given to somebody else."""
    found, codes = read("• Carlo Ginzburg\n• Carlo Poni", biographies="  • Fernand Braudel\n\n    Historian")
    assert not any(person.biography for person in found)
    assert "biography-unread" in codes
