"""Names of persons in either order; organisations stay whole."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jopsrdf.references import names
from jopsrdf.references.names import parse_names, read_names

_WORDS = st.sampled_from(
    "Weber Max J. J.P. J.-P. M MB A E JR Jr Neto Dan II V V. Le van der de Li Bo Ya. István WEBER LIMA O’Hara "
    "Smith-Jones Ed Bank".split()
)
_JOINTS = st.sampled_from([", ", ", ", "; ", " and ", ", and ", " & ", " e ", " y ", "; & "])
_NAMES = st.tuples(st.lists(_WORDS, min_size=1, max_size=3), st.sampled_from([" ", ", "]), _JOINTS)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Johnson, Dominic D. P., and Bradley A. Thayer", [("Johnson", "Dominic D. P."), ("Thayer", "Bradley A.")]),
        ("Paim J, Travassos C, Macinko J.", [("Paim", "J"), ("Travassos", "C"), ("Macinko", "J")]),
        ("BARKER LE, GIUGLIANI ERJ", [("BARKER", "LE"), ("GIUGLIANI", "ERJ")]),
        ("Strang, G. and G. Fix", [("Strang", "G."), ("Fix", "G.")]),
        ("N.P.Menezes e S. Santos", [("Menezes", "N.P."), ("Santos", "S.")]),
        ("Зализняк Андрей Анатольевич", [("Зализняк", "Андрей Анатольевич")]),
        ("Ünlü Bilgiç, Tuba", [("Ünlü Bilgiç", "Tuba")]),
        ("Lamy Filho F", [("Lamy", "F")]),
        ("Riordan JR, Rommens JM, Eddy SR.", [("Riordan", "JR"), ("Rommens", "JM"), ("Eddy", "SR")]),
        ("King ML Jr", [("King", "ML")]),
        ("VIAN JR, O", [("VIAN", "O")]),
    ],
)
def test_names_are_split_as_printed(printed: str, expected: list[tuple[str, str]]) -> None:
    """Each name of a list gives its family and given part, whatever the order of the list."""
    assert [(agent.family, agent.given) for agent in parse_names(printed)] == expected


@pytest.mark.parametrize(
    "printed",
    ["Ministério da Educação", "Organização Pan-Americana da Saúde", "World Health Organization", "U.S. Census Bureau"],
)
def test_an_organisation_is_never_a_person(printed: str) -> None:
    """A name with a word that only organisations have stays whole, even where that word could be a role's."""
    (agent,) = parse_names(printed)
    assert (agent.kind, agent.literal) == ("organisation", printed)


@pytest.mark.parametrize("word", ["et al.", "и др.", "u. a.", "vd.", "e outros"])
def test_omitted_names_are_told(word: str) -> None:
    """The words for further names are no name, and are remembered."""
    found = read_names(f"Koselleck, Reinhart, {word}")
    assert ([name.agent.family for name in found.names], found.more) == (["Koselleck"], True)


@pytest.mark.parametrize(
    ("text", "role"), [("edited by Olaf Leiße", "editor"), ("Übers. von Olaf Leiße", "translator")]
)
def test_a_word_before_the_names_gives_their_role(text: str, role: str) -> None:
    """The word is taken off the names, and each name keeps its place in the text."""
    found = read_names(text)
    assert found.role == role
    assert text[found.names[0].start : found.names[0].end] == "Olaf Leiße"


@given(st.lists(_NAMES, min_size=1, max_size=4), st.sampled_from(["", "."]))
def test_usual_lists_are_read_as_the_rules_read_them(parts: list[tuple[list[str], str, str]], stop: str) -> None:
    """The short way for the usual layouts gives what the rules for all of them give, to the character."""
    printed = "".join(chain.from_iterable((between.join(words), joint) for words, between, joint in parts))
    text = printed.removesuffix(parts[-1][2]) + stop
    found = read_names(text, leads=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names, "usual_names", lambda *_: [])
        assert read_names(text, leads=True) == found
