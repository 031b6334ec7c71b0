"""This room tells what the words of a name are: initials, particles, given and family names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jopsrdf.records import Agent
from jopsrdf.references.words.given_names import CHINESE_FAMILIES, GIVEN
from jopsrdf.references.words.name_words import NAME_SUFFIXES, PARTICLES

#: `I` only initials, `FI` a name that ends in initials, `IF` one that opens or holds them, `W` one word, `WN` several.
Shape = Literal["I", "FI", "IF", "W", "WN", ""]
_PARTS = re.compile(r"[.\-‐–]")
_GLUED = re.compile(r"\.(?=[^\W\d_]{3})")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
KANA = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff]")
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
#: Particles that some families write with a capital: `J. Le Goff`.
CAPITAL_PARTICLES = frozenset({"Le", "La", "Du", "Des", "Van", "Von", "Della", "Del", "Dal"})
#: Marks of generation that look like initials.
_GENERATIONS = frozenset({"jr", "sr", "Jr", "Sr", "JR", "SR", "jr.", "sr.", "Jr.", "Sr.", "JR.", "SR."})


@dataclass(frozen=True, slots=True)
class Name:
    """An agent with the half-open range of characters that it was read from."""

    agent: Agent
    start: int
    end: int


@lru_cache(8192)  # the same initials and names come again and again
def is_initials(word: str) -> bool:
    """Say whether a word holds only initials: `J.`, `J.-P.`, `JM`, `Ya.`, `Ю.А.`."""
    if len(word) > 3 and word.isalpha() and not word.isupper():  # most words: a family name
        return False
    if word.endswith(".") and word.count(".") == 1 and len(word) > 3:
        word = word[:-1]
    if "." in word:
        parts = [part for part in _PARTS.split(word) if part]
        return bool(parts) and all(len(part) <= 2 and (part[0].isupper() or _is_georgian(part)) for part in parts)
    core = word.replace("-", "")
    return 0 < len(core) <= 4 and core.isupper() and core.isalpha() and not CJK.match(core)


def _is_georgian(word: str) -> bool:
    """Say whether a word is Georgian, whose names have no capitals."""
    return "ა" <= word[0] <= "ჿ"


def shape_of(words: list[str]) -> Shape:
    if not words:
        return ""
    marks = [is_initials(word) for word in words]
    if len(words) == 1:
        return "I" if marks[0] and ("." in words[0] or len(words[0]) <= 4) else "W"
    is_plain = [not (is_particle(word) or (word in _GENERATIONS and not is_pair(words))) for word in words]
    kept = [mark for mark, plain in zip(marks, is_plain, strict=True) if plain] or marks
    if all(kept):
        return "I" if "." in words[0] or len(words[0]) == 1 else "FI"
    if kept[0]:
        return "IF"
    if kept[-1]:
        return "FI"
    return "IF" if any(kept) else "WN"


def is_pair(words: list[str]) -> bool:
    """Say whether two capitals behind a family name are initials: `Begui JR`, but not `Oliveira Jr`, `VIAN JR`."""
    return (
        len(words) > 1 and words[-1].rstrip(".") in ("JR", "SR") and not words[-2].isupper() and words[-2][0].isupper()
    )


def is_short_family(words: list[str]) -> bool:
    """Say whether four capitals behind a given name are a family name: `Pierre NORA`."""
    last = words[-1]
    return len(words) == 2 and len(last) == 4 and "." not in last and words[0].casefold() in GIVEN


def is_given_behind(words: list[str]) -> bool:
    """Say whether a given name and its initials stand behind a family name: `Morgenthau Hans J.`."""
    return len(words) > 2 and words[1].casefold() in GIVEN and words[0].casefold() not in GIVEN


def is_particle(word: str) -> bool:
    return not word[0].isupper() and word.casefold() in PARTICLES


def words_of(text: str) -> list[str]:
    """Split a name at spaces, and initials from the family name that was set right behind them (`N.P.Menezes`)."""
    return _GLUED.sub(". ", text).split() if "." in text else text.split()


def family_of(words: list[str]) -> tuple[str, str, str]:
    """Split leading particles and a generation's suffix from a family name."""
    suffix = ""
    if len(words) > 1 and words[-1].rstrip(".").casefold() in NAME_SUFFIXES and not is_pair(words):
        suffix = words[-1]
        words = words[:-1]
    cut = 0
    while cut < len(words) - 1 and is_particle(words[cut]):
        cut += 1
    return " ".join(words[:cut]), " ".join(words[cut:]), suffix


def given_of(text: str) -> str:
    """Drop a sentence's stop from a given name, keep the stop of an initial."""
    if not text.endswith("."):
        return text
    last = text.rsplit(None, 1)[-1]
    is_run_together = last.count(".") == 1 and len(last) > 2 and last[:-1].replace("-", "").isupper()
    keeps = (is_initials(last) and not is_run_together) or (len(last.strip(".")) <= 2 and not is_run_together)
    return text if keeps and (last[0].isupper() or _is_georgian(last)) else text.rstrip(".")


def cjk_name(text: str) -> Agent:
    """Split a Chinese or Korean name of two or three characters; leave longer ones and Japanese ones whole.

    A name of three that no Chinese family name opens is a foreign one: 亨廷顿 is Huntington.
    """
    if " " in text:
        family, _, given = text.partition(" ")
        return Agent(family=family, given=given)
    if text[:2] in _TWO_CHARACTERS and len(text) > 2:
        return Agent(family=text[:2], given=text[2:])
    if len(text) == 3 and "\u3400" <= text[0] <= "\u9fff" and text[0] not in CHINESE_FAMILIES:
        return Agent(family=text)
    if 2 <= len(text) <= 3:
        return Agent(family=text[:1], given=text[1:])
    return Agent(family=text)


def japanese_name(text: str) -> Agent:
    """Return a name of a list that holds Japanese syllables: only a space shows where its family name ends."""
    bare = text.strip(". ")
    return cjk_name(bare) if " " in bare else Agent(family=bare)


def is_capital_family(text: str) -> bool:
    """Say whether a piece is a family name of several words in capitals: `LE GOFF`, `DELLA PORTA`."""
    if " " not in text or "." in text or not text.isupper():
        return False
    sizes = [len(word) for word in text.split()]
    return max(sizes) > 4 and min(sizes) > 1
