"""This room reads personal names in either order, and leaves organisations whole.

Nothing is respelt: a name keeps its capitals, its initials and their stops as they were printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from jopsrdf.records import Agent
from jopsrdf.references.name_words import AND, ET_AL, NAME_SUFFIXES, ORGANISATION, PARTICLES, ROLES, SAME

#: `I` only initials, `FI` a name that ends in initials, `IF` one that opens or holds them, `W` one word, `WN` several.
Shape = Literal["I", "FI", "IF", "W", "WN", ""]
Order = Literal["family-first", "given-first"]

_AND = "|".join(re.escape(word) for word in sorted(AND, key=len, reverse=True) if word.isalpha())
_SEPARATOR = re.compile(
    rf"(?P<semi>\s*[;；]\s*(?:(?:{_AND})\s)?\s*)|(?P<and>(?:[\s,،、，]|(?<=\.))+(?:{_AND}|&)(?=\s)\s*|\s*[&＆]\s*)"
    r"|(?P<comma>\s?[,،、，．]+\s*|(?<=[\u3040-\u9fff\uac00-\ud7af])[·・ㆍ](?=[\u3040-\u9fff\uac00-\ud7af]))",
    re.IGNORECASE,
)
_ET_AL = re.compile(
    r"[\s,;،(\[]*(?<!\w)(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s?") for w in ET_AL) + r")(?!\w)[\s.)\]]*$",
    re.IGNORECASE,
)
_ROLE = "|".join(re.escape(w).replace(r"\ ", r"\.?\s") for w in sorted(ROLES, key=len, reverse=True))
#: Phrases of translators with the language that was translated from.
_FROM = (
    r"aus dem \w+ (?:übersetzt |übertragen )?von|(?:trad(?:uit|\.)?\s)?(?:de l[’']\w+|du \w+)(?: "
    r"\([^)]*\))? par|(?:пер(?:евод|\.)?)\s[сз]\s\w+\.?(?:\sяз\.)?|отв\.\s?ред|под общ\.\s?ред|ترجمهٔ|"
    r"(?:translated|trans\.) (?:from the \w+ )?by|(?:selected|introduced|translated|edited)(?:, "
    r"\w+)?,? and (?:edited|translated) by|trad(?:uzione|\.)? (?:it\.|dal \w+) di|übers\. v\.|"
    r"tradução[^:]{0,30}:"
)
#: Before names a long word is a role's only when a mark or a preposition follows: "Organização Pan-Americana" is none.
_ROLE_BEFORE = re.compile(
    rf"^[\s(\[,/]*(?:(?:{_FROM}|(?:{_ROLE})(?!\w)(?:(?<=\s[^\W\d_]{{2}})|(?<=\s[^\W\d_]{{3}})|"
    rf"(?<![^\W\d_]{{6}})|(?=\s?[.:)\]])))[.:]?[\s)\]]*)+",
    re.IGNORECASE,
)
_ROLE_AFTER = re.compile(rf"[\s,(\[]+(?:(?:{_ROLE})(?!\w)[.:]?[\s)\],]*)+$", re.IGNORECASE)
#: Initials without stops somewhere in a list: then the last stop ends the list, not an initial.
_UNDOTTED = re.compile(r"(?<=\s)[^\W\d_a-zà-ÿа-я]{1,3}(?=[,;]|\s[^\W\d_a-zà-ÿа-я]\.$)")
#: French lists print `BRAUDEL (Fernand)`; the replacement has the same length.
_GIVEN_IN_BRACKETS = re.compile(r" \(([^\W\d_a-z][^()\d,]{1,30})\)")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|инична|ьич|йович|івна|їв)$", re.IGNORECASE)
_GLUED = re.compile(r"\.(?=[^\W\d_]{3})")
_DASHES = re.compile(r"^[-–—―_‒⸺⸻\s.]{2,}$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Chinese family names of two characters; every other one has a single character.
_TWO_CHARACTERS = {
    "欧阳",
    "歐陽",
    "司马",
    "司馬",
    "诸葛",
    "諸葛",
    "上官",
    "东方",
    "東方",
    "皇甫",
    "尉迟",
    "慕容",
    "司徒",
    "令狐",
    "남궁",
}


@dataclass(frozen=True, slots=True)
class Name:
    """An agent with the half-open range of characters that it was read from."""

    agent: Agent
    start: int
    end: int


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
    part = text[start:end]
    before = None if leads else _ROLE_BEFORE.match(part)
    if before:
        start += before.end()
        part = part[before.end() :]
    more = bool(found := _ET_AL.search(part, max(0, len(part) - 40)))
    part = part[: found.start()] if found else part
    after = _ROLE_AFTER.search(part, max(0, len(part) - 48))
    part = part[: after.start()] if after else part
    if not more and after and (found := _ET_AL.search(part, max(0, len(part) - 40))):
        more, part = True, part[: found.start()]
    role = _role(before[0] if before else "") or _role(after[0] if after else "")
    part = part.rstrip(" ,;:،([")
    lead = len(part) - len(part.lstrip("([ "))
    start, part = start + lead, part[lead:]
    if part.endswith(".") and part.count(".") == 1 and _UNDOTTED.search(part):
        part = part[:-1]
    if not part or _DASHES.match(part) or part.strip(" .,").casefold() in SAME:
        return Names((), more, role, is_repeated=bool(part))
    if is_organisation(part):
        return Names((_organisation(part, start),), more, role)
    if "(" in part and not before:
        part = _GIVEN_IN_BRACKETS.sub(lambda match: f", {match[1]} ", part)
    return Names(tuple(_assemble(_pieces(part, start))), more, role)


def _role(text: str) -> str:
    """Return the role that a word or phrase gives, or ""."""
    words = re.sub(r"[^\w\s’']+", " ", text).casefold().split()
    return next(
        (
            ROLES[phrase]
            for size in (4, 3, 2, 1)
            for at in range(len(words))
            if (phrase := " ".join(words[at : at + size])) in ROLES
        ),
        "",
    )


def is_organisation(text: str) -> bool:
    """Say whether a name is an organisation's: it holds a word that only they have, or is no list of persons."""
    if ";" in text:
        return False
    if _CJK.match(text) and re.search(
        r"(?:大学|学院|研究所|委员会|局|部|中心|协作组|小组|组织|协会|公司|政府|学会|출판부|연구원|위원회|省|庁)$",
        text.strip(" .．"),
    ):
        return True
    words = [word.strip(".,:()[]").casefold() for word in text.split()]
    if any(word in ORGANISATION for word in words):
        return "," not in text or not any(is_initials(word.strip(",;")) and "." in word for word in text.split())
    bare = text.strip(" .")
    if any(char.isdigit() for char in bare):
        return True
    return "," not in bare and " " not in bare and bare.isupper() and 2 <= len(bare) <= 7 and bare.isascii()


def is_initials(word: str) -> bool:
    """Say whether a word holds only initials: `J.`, `J.-P.`, `JM`, `Ya.`, `Ю.А.`."""
    if word.endswith(".") and word.count(".") == 1 and len(word) > 3:
        word = word[:-1]
    if "." in word:
        parts = [part for part in re.split(r"[.\-‐–]", word) if part]
        return bool(parts) and all(len(part) <= 2 and part[0].isupper() for part in parts)
    core = word.replace("-", "")
    return 0 < len(core) <= 4 and core.isupper() and core.isalpha() and not _CJK.match(core)


def _organisation(text: str, start: int) -> Name:
    lead = len(text) - len(text.lstrip(" .,"))
    kept = text.strip(" ,").rstrip(".") if text.count(".") < 2 else text.strip(" ,")
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
    return [piece for piece in pieces if piece.text]


def _piece(text: str, start: int, joint: str) -> _Piece:
    lead = len(text) - len(text.lstrip(" ….*"))
    piece = _Piece(text[lead:].rstrip(" …*"), start + lead, joint)
    piece.shape = _shape(_words(piece.text))
    return piece


def _words(text: str) -> list[str]:
    """Split a name at spaces, and initials from the family name that was set right behind them (`N.P.Menezes`)."""
    return _GLUED.sub(". ", text).split() if "." in text else text.split()


def _shape(words: list[str]) -> Shape:
    if not words:
        return ""
    marks = [is_initials(word) for word in words]
    if len(words) == 1:
        return "I" if marks[0] and ("." in words[0] or len(words[0]) <= 4) else "W"
    kept = [mark for word, mark in zip(words, marks, strict=True) if not _is_particle(word)] or marks
    if all(kept):
        return "I" if "." in words[0] or len(words[0]) == 1 else "FI"
    if kept[0]:
        return "IF"
    if kept[-1]:
        return "FI"
    return "IF" if any(kept) else "WN"


def _assemble(pieces: list[_Piece]) -> list[Name]:
    names: list[Name] = []
    index, inverted = 0, False
    while index < len(pieces):
        piece, following = pieces[index], pieces[index + 1] if index + 1 < len(pieces) else None
        given = _is_given(piece, following, first=not index, alone=len(pieces) == 2, inverted=inverted)
        if given and following:
            inverted = True
            index += 1
            suffix = None
            if index + 1 < len(pieces) and pieces[index + 1].text.rstrip(".").casefold() in NAME_SUFFIXES:
                index += 1
                suffix = pieces[index]
            names.append(_inverted(piece, following, suffix))
        else:
            names.append(_single(piece))
        index += 1
    return names


def _is_given(piece: _Piece, following: _Piece | None, *, first: bool, alone: bool, inverted: bool) -> bool:
    """Say whether the piece after a comma is the given name of this one."""
    if following is None or following.joint != "comma" or _CJK.match(piece.text):
        return False
    if following.text.rstrip(".").casefold() in NAME_SUFFIXES:
        return False
    if piece.shape == "I" and (first is False and "." in piece.text):
        return False
    if following.shape == "I":
        return piece.shape in ("W", "WN", "I") or (piece.shape == "FI" and "." not in piece.text)
    if piece.shape == "I":
        return "." not in piece.text and following.shape in ("W", "WN", "FI") and piece.text.isupper()
    if piece.shape == "W":
        return first or inverted
    if piece.shape == "WN":
        return first and (following.shape == "W" or alone or (piece.text.isupper() and not following.text.isupper()))
    return False


def _inverted(family: _Piece, given: _Piece, suffix: _Piece | None) -> Name:
    particle, name, inner = _family(_words(family.text))
    text = _given(" ".join(given.text.split()))
    last = suffix or given
    kept = suffix.text if suffix else inner
    end = last.start + len(last.text.rstrip() if suffix or text.endswith(".") else last.text.rstrip("."))
    return Name(Agent(family=name, particle=particle, given=text, suffix=kept), family.start, end)


def _single(piece: _Piece) -> Name:
    words = _words(piece.text)
    if len(words) > 1 and any(word.strip(".,").casefold() in ORGANISATION for word in words):
        return _organisation(piece.text, piece.start)
    if len(words) == 3 and _PATRONYMIC.search(words[2].rstrip(".")):
        return Name(
            Agent(family=words[0], given=" ".join(words[1:]).rstrip(".")), piece.start, piece.start + len(piece.text)
        )
    span = (piece.start, piece.start + len(piece.text))
    if _CJK.match(piece.text):
        return Name(_cjk(piece.text.strip(". ")), *span)
    if piece.shape == "FI":
        cut = (
            next(
                (i for i in range(len(words) - 1, -1, -1) if not is_initials(words[i]) and not _is_particle(words[i])),
                0,
            )
            + 1
        )
        cut = cut if cut < len(words) else 1
        particle, family, suffix = _family(words[:cut])
        return Name(Agent(family=family, particle=particle, given=_given(" ".join(words[cut:])), suffix=suffix), *span)
    suffix = words.pop() if len(words) > 2 and words[-1].rstrip(".").casefold() in NAME_SUFFIXES else ""
    if piece.shape == "I" or len(words) == 1:
        return Name(
            Agent(family=" ".join(words).rstrip(".") if piece.shape != "I" else " ".join(words), suffix=suffix), *span
        )
    cut = len(words) - 1
    while cut > 1 and _is_particle(words[cut - 1]):
        cut -= 1
    if cut == 1 and _is_particle(words[0]):
        cut = 0
    particle, family, _ = _family([*words[cut:-1], words[-1].rstrip(".")])
    return Name(Agent(family=family, particle=particle, given=" ".join(words[:cut]), suffix=suffix), *span)


def _is_particle(word: str) -> bool:
    return word.casefold() in PARTICLES and not word[0].isupper()


def _family(words: list[str]) -> tuple[str, str, str]:
    """Split leading particles and a generation's suffix from a family name."""
    suffix = ""
    if len(words) > 1 and words[-1].rstrip(".").casefold() in NAME_SUFFIXES:
        suffix = words[-1]
        words = words[:-1]
    cut = 0
    while cut < len(words) - 1 and _is_particle(words[cut]):
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:]), suffix


def _given(text: str) -> str:
    """Drop a sentence's stop from a given name, keep the stop of an initial."""
    if not text.endswith("."):
        return text
    last = text.rsplit(None, 1)[-1]
    is_run_together = last.count(".") == 1 and len(last) > 2 and last[:-1].replace("-", "").isupper()
    keeps = (is_initials(last) and not is_run_together) or (len(last.strip(".")) <= 2 and not is_run_together)
    return text if keeps and last[0].isupper() else text.rstrip(".")


def _cjk(text: str) -> Agent:
    """Split a Chinese or Korean name of two or three characters; leave longer ones and Japanese ones whole."""
    if " " in text:
        family, _, given = text.partition(" ")
        return Agent(family=family, given=given)
    if text[:2] in _TWO_CHARACTERS and len(text) > 2:
        return Agent(family=text[:2], given=text[2:])
    if 2 <= len(text) <= 3:
        return Agent(family=text[:1], given=text[1:])
    return Agent(family=text)
