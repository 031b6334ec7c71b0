"""This room reads personal names in either order, and leaves organisations whole.

Nothing is respelt: a name keeps its capitals, its initials and their stops as they were printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from jopsrdf.records import Agent
from jopsrdf.references.family_first import is_family_first
from jopsrdf.references.name_edges import bared
from jopsrdf.references.name_parts import (
    CAPITAL_PARTICLES,
    CJK,
    KANA,
    Name,
    Shape,
    cjk_name,
    family_of,
    given_of,
    is_capital_family,
    is_given_behind,
    is_initials,
    is_pair,
    is_particle,
    is_short_family,
    japanese_name,
    shape_of,
    words_of,
)
from jopsrdf.references.organisations import is_body, is_organisation
from jopsrdf.references.usual_names import usual_names
from jopsrdf.references.words.given_names import GIVEN, KOREAN_FAMILIES
from jopsrdf.references.words.name_words import AND, NAME_SUFFIXES, SAME

Order = Literal["family-first", "given-first"]

_AND = "|".join(re.escape(word) for word in sorted(AND, key=len, reverse=True) if word.isalpha())
_HELPED = r"with the (?:assistance|collaboration|help) of|in collaboration with"
_FIRST = re.escape("".join(sorted({word[0] for word in AND} | {"w"})))
#: The first look is at one character, so that letters are passed by; a dot parts no syllables of a foreigner's name.
#: Few blanks are gone over before a mark, or a long run would be from each place; without case, compiling is faster.
_SEPARATOR = re.compile(
    r"(?:(?=[\s;；/,،、，．&＆·・ㆍ])|(?<=\.))(?:"
    rf"(?P<semi>\s{{0,4}}[;；]\s*(?:(?:{_AND})\s)?\s*"
    r"|(?<=[\w.])(?:\s?/\s?|\s[-–]\s)(?=(?-i:[^\W\d_a-zа-я])))"
    rf"|(?P<and>(?:[\s,،、，]|(?<=\.)){{1,6}}(?=[{_FIRST}])(?!(?-i:[A-ZА-Я]\s(?![A-ZÀ-ÞА-Я]{{2}})))(?:{_AND}|{_HELPED}|&)(?=\s)\s*"
    r"|\s{0,4}[&＆]\s*)"
    r"|(?P<comma>\s?[,،、，．]+\s*"
    r"|(?-i:(?<=[\uac00-\ud7af])[·・ㆍ](?=[\uac00-\ud7af])|(?<=[\u30a0-\u30ff])・(?=[\u3040-\u309f\u3400-\u9fff])"
    r"|(?<=[\u3040-\u309f\u3400-\u9fff])・(?=[\u3040-\u9fff]))))",
    re.IGNORECASE,
)
#: French lists print `BRAUDEL (Fernand)`; the replacement has the same length.
_GIVEN_IN_BRACKETS = re.compile(r" \(([^\W\d_a-z][^()\d,]{1,30})\)")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|инична|ьич|йович|івна|їв)$", re.IGNORECASE)
#: The end of an organisation's name whose stop belongs to it: `Aerospace Corp.`, `U.S.`.
_SHORTENED = re.compile(
    r"(?:\.\w{1,2}|\b(?:inc|corp|co|ltd|bros|dept|assn?|soc|inst|univ|acad|nat|lab|min))\.$", re.IGNORECASE
)
_DASHES = re.compile(r"^[-–—―_‒⸺⸻\s.]{2,}$")


@dataclass(frozen=True, slots=True)
class Names:
    """The agents of a text in order; `more` says that the printed list ends in "et al.".

    `role` is the role that a word before or after the names gives them; `is_repeated` says that a dash or a word
    stands for the names of the entry before.
    """

    names: tuple[Name, ...]
    more: bool = False
    role: str = ""
    is_repeated: bool = False


@dataclass(slots=True)
class _Piece:
    text: str
    start: int
    joint: str
    shape: Shape = ""


def format_name(agent: Agent, order: Order = "given-first") -> str:
    """Return a name for a list of references; particles stay with the family name.

    >>> format_name(Agent(family="Beauvoir", particle="de", given="Simone"), "family-first")
    'de Beauvoir, Simone'
    """
    if agent.literal or order == "given-first":
        return agent.name
    family = f"{agent.particle} {agent.family}".strip()
    return ", ".join(part for part in (family, agent.given, agent.suffix) if part)


def parse_names(text: str) -> tuple[Agent, ...]:
    """Return the agents that `text` lists, in either order and with any usual separator.

    >>> [agent.name for agent in parse_names("Johnson, Dominic D. P., and Bradley A. Thayer")]
    ['Dominic D. P. Johnson', 'Bradley A. Thayer']
    >>> [(a.particle, a.family, a.given) for a in parse_names("SILVA, J. M. de; van Goozen SHM et al.")]
    [('', 'SILVA', 'J. M. de'), ('van', 'Goozen', 'SHM')]
    >>> parse_names("Ministério da Educação")[0].literal
    'Ministério da Educação'
    """
    return tuple(name.agent for name in read_names(text).names)


def read_names(text: str, start: int = 0, end: int | None = None, *, leads: bool = False) -> Names:
    """Return the agents that stand in a range of `text`, with their places in the whole text.

    `leads` says that the names open the reference, where a role's word stands only behind them.
    """
    end = len(text) if end is None else end
    part, start, role, more, is_announced = bared(text, start, end, leads=leads)
    if usual := usual_names(part, start):
        return Names(tuple(usual), more, role)
    if not part or _DASHES.match(part) or part.strip(" .,").casefold() in SAME:
        return Names((), more, role, is_repeated=bool(part))
    if is_organisation(part):
        return Names((_organisation(part, start),), more, role)
    if "(" in part and not is_announced:
        part = _GIVEN_IN_BRACKETS.sub(lambda match: f", {match[1]} ", part)
    if CJK.match(part) and KANA.search(part):
        pieces = _pieces(part, start)
        return Names(tuple(Name(japanese_name(p.text), p.start, p.start + len(p.text)) for p in pieces), more, role)
    return Names(tuple(_assemble(_pieces(part, start), listed=is_announced)), more, role)


def _organisation(text: str, start: int) -> Name:
    lead = len(text) - len(text.lstrip(" .,").removeprefix("the "))
    kept = text.strip(" ,").removeprefix("the ")
    kept = kept if _SHORTENED.search(kept) else kept.rstrip(".")
    return Name(
        Agent(kind="organisation", literal=" ".join(kept.split())), start + lead, start + lead + len(kept.strip())
    )


def _pieces(text: str, start: int) -> list[_Piece]:
    pieces: list[_Piece] = []
    position, joint = 0, ""
    for match in _SEPARATOR.finditer(text):
        if position == match.start() and not pieces:
            position = match.end()
            continue
        pieces.append(_piece(text[position : match.start()], start + position, joint))
        position, joint = match.end(), match.lastgroup or ""
    pieces.append(_piece(text[position:], start + position, joint))
    return _with_compounds([piece for piece in pieces if piece.text], text, start)


def _with_compounds(pieces: list[_Piece], text: str, start: int) -> list[_Piece]:
    """Join the halves of a Spanish family name (`Ortega y Gasset, José`) where `y` parts no whole names.

    The half before `y` is no whole name, and the half behind it is one word.
    """
    joined: list[_Piece] = []
    for index, piece in enumerate(pieces):
        before = joined[-1] if joined else None
        is_joint = before and text[before.start - start + len(before.text) : piece.start - start].strip().lower() == "y"
        if before and is_joint and before.shape == "W" and piece.shape == "FI":
            whole = text[before.start - start : piece.start - start + len(piece.text)]
            joined[-1] = _Piece(whole, before.start, before.joint, "FI")
            continue
        if before and is_joint and piece.shape == "W":
            following = pieces[index + 1].joint if index + 1 < len(pieces) else ""
            is_family = before.shape == "W" and following == "comma"
            opens = before.joint != "comma" or (len(joined) > 1 and joined[-2].shape == "I")
            if (is_family and opens) or (before.shape in ("IF", "WN") and (following != "comma" or len(joined) == 1)):
                whole = text[before.start - start : piece.start - start + len(piece.text)]
                joined[-1] = _Piece(whole, before.start, before.joint, "W" if is_family else before.shape)
                continue
        joined.append(piece)
    return joined


def _piece(text: str, start: int, joint: str) -> _Piece:
    lead = len(text) - len(text.lstrip(" ….*"))
    piece = _Piece(text[lead:].rstrip(" …*"), start + lead, joint)
    piece.shape = shape_of(words_of(piece.text))
    return piece


def _assemble(pieces: list[_Piece], *, listed: bool) -> list[Name]:
    names: list[Name] = []
    index, inverted = 0, False
    parted = any(piece.joint == "semi" for piece in pieces)
    turned = len(pieces) > 1 and any(piece.shape == "WN" and is_family_first(words_of(piece.text)) for piece in pieces)
    while index < len(pieces):
        piece, following = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
        given = _is_given(piece, following, first=not index, alone=len(pieces) == 2 and not listed, inverted=inverted)
        given = given or (parted and _fills_part(pieces, index))
        if given and following:
            inverted = True
            index += 1
            suffix = None
            if index + 1 < len(pieces) and _is_generation(pieces[index + 1]):
                index += 1
                suffix = pieces[index]
            names.append(_inverted(piece, following, suffix))
        elif following and following.joint == "comma" and _is_generation(following):
            index += 1
            names.append(_with_suffix(_single(piece), following))
        else:
            names.append(_single(piece, turned=turned))
        index += 1
    return names


def _is_generation(piece: _Piece) -> bool:
    return piece.text.rstrip(".").casefold() in NAME_SUFFIXES


def _with_suffix(name: Name, suffix: _Piece) -> Name:
    """Return a name in reading order with the suffix that stands behind its comma: `Oliver Wendell Holmes, Jr.`."""
    return replace(name, agent=replace(name.agent, suffix=suffix.text), end=suffix.start + len(suffix.text))


def _fills_part(pieces: list[_Piece], index: int) -> bool:
    """Say whether this piece and the next are all between two semicolons: `LE GOFF, Jacques; …`."""
    joints = [piece.joint for piece in pieces[index : index + 3]] + ["semi"]
    is_family = not CJK.match(pieces[index].text) and "." not in pieces[index].text
    return is_family and (not index or joints[0] != "comma") and joints[1] == "comma" and joints[2] != "comma"


def _is_given(piece: _Piece, following: _Piece | None, *, first: bool, alone: bool, inverted: bool) -> bool:
    """Say whether the piece after a comma is the given name of this one."""
    if following is None or following.joint != "comma" or (CJK.match(piece.text) and not _is_foreign(piece, alone)):
        return False
    if _is_generation(following):
        return False
    if piece.shape == "I" and (first is False and "." in piece.text):
        return False
    if (
        is_capital_family(piece.text)
        and (first or inverted)
        and (following.shape == "I" or not following.text.isupper())
    ):
        return True
    if following.shape == "I":
        return piece.shape in ("W", "WN", "I") or (piece.shape == "FI" and "." not in piece.text)
    if piece.shape == "I":
        return "." not in piece.text and following.shape in ("W", "WN", "FI") and piece.text.isupper()
    if piece.shape == "W":
        return first or inverted
    if piece.shape == "WN":
        if piece.text[0].islower() and all(map(is_particle, words_of(piece.text)[:-1])):
            return first or inverted
        return first and (following.shape == "W" or alone or (piece.text.isupper() and not following.text.isupper()))
    return False


def _is_foreign(piece: _Piece, alone: bool) -> bool:
    """Say whether a family name is a foreigner's in Korean letters, parted from the given one: 앤더슨, 베네딕트."""
    return alone and "\uac00" <= piece.text[0] <= "\ud7af" and piece.text[0] not in KOREAN_FAMILIES


def _inverted(family: _Piece, given: _Piece, suffix: _Piece | None) -> Name:
    particle, name, inner = family_of(words_of(family.text))
    text = given_of(" ".join(given.text.split()))
    last = suffix or given
    kept = suffix.text if suffix else inner
    end = last.start + len(last.text.rstrip() if suffix or text.endswith(".") else last.text.rstrip("."))
    return Name(Agent(family=name, particle=particle, given=text, suffix=kept), family.start, end)


def _is_numbered(words: list[str]) -> bool:
    """Say whether a name is an acronym with its number: `APG IV`."""
    is_pair = len(words) == 2 and words[0].isupper() and "." not in words[0]
    return is_pair and words[1].rstrip(".") in ("II", "III", "IV", "V")


def _single(piece: _Piece, *, turned: bool = False) -> Name:
    """Return the name that a piece is alone; `turned` says that the family name leads in another name of the list."""
    words = words_of(piece.text)
    if _is_numbered(words) or is_body(piece.text):
        return _organisation(piece.text, piece.start)
    if len(words) == 3 and _PATRONYMIC.search(words[2].rstrip(".")):
        return Name(
            Agent(family=words[0], given=" ".join(words[1:]).rstrip(".")), piece.start, piece.start + len(piece.text)
        )
    span = (piece.start, piece.start + len(piece.text))
    if CJK.match(piece.text):
        return Name(cjk_name(piece.text.strip(". ")), *span)
    is_marked = len(words) > 2 and words[-1].rstrip(".").casefold() in NAME_SUFFIXES and not is_pair(words)
    suffix = words.pop() if is_marked else ""
    look = shape_of(words) if suffix else piece.shape
    capitals = [len(word) > 3 and word.isupper() and "." not in word for word in words]
    if len(words) > 1 and capitals[0] and any(len(word) > 2 and not word.isupper() for word in words[1:]):
        cut = capitals.index(False)
        given = given_of(" ".join(words[cut:]))
        return Name(Agent(family=" ".join(words[:cut]), given=given, suffix=suffix), *span)
    if look == "FI" and not is_short_family(words):
        cut = max((i for i, one in enumerate(words) if not (is_initials(one) or is_particle(one))), default=0) + 1
        cut = cut if cut < len(words) and not is_given_behind(words) else 1
        particle, family, inner = family_of(words[:cut])
        given = given_of(" ".join(words[cut:]))
        return Name(Agent(family=family, particle=particle, given=given, suffix=suffix or inner), *span)
    if look == "I" or len(words) == 1:
        return Name(Agent(family=" ".join(words).rstrip(".") if look != "I" else " ".join(words), suffix=suffix), *span)
    if turned and len(words) == 2 and words[0].casefold() not in GIVEN:
        return Name(Agent(family=words[0], given=words[1].rstrip(".")), *span)
    return Name(_in_reading_order(words, suffix), *span)


def _in_reading_order(words: list[str], suffix: str) -> Agent:
    """Return a name of several words: the last one is the family name, with its particles, save where it leads."""
    if is_family_first(words) or (CJK.match(words[-1]) and not CJK.match(words[0])):  # Fei Xiaotong 費孝通
        return Agent(family=words[0], given=given_of(" ".join(words[1:])), suffix=suffix)
    cut = len(words) - 1
    if cut > 2 and words[cut - 1].lower() == "y" and not words[cut].isupper():
        cut -= 2
    while cut > 1 and (is_particle(words[cut - 1]) or words[cut - 1] in CAPITAL_PARTICLES):
        cut -= 1
    if cut == 1 and is_particle(words[0]):
        cut = 0
    particle, family, _ = family_of([*words[cut:-1], words[-1].rstrip(".")])
    return Agent(family=family, particle=particle, given=" ".join(words[:cut]), suffix=suffix)
