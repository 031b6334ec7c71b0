"""This room reads the names in *How to Cite* ("Vardazaryan, M.") and finds them again in the names of the page.

The page prints `Name Affiliation` with nothing between them and never says which word is the family name; the short
name knows both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jopsrdf.text import fold


@dataclass(frozen=True, slots=True)
class ShortName:
    """A name as a reference style sets it: `given` may be initials, the whole given names, or ""."""

    family: str
    given: str = ""


_AND = re.compile(r"(?:,\s*|\s+)(?:&|and|und|et|e|y|i|и|і|та|և|ve|dan|و|和|及|en|och|og|és|a|și|в)\s+", re.IGNORECASE)
_OTHERS = re.compile(
    r"[,;]?\s*(?:…|\.\.\.|\bet al\.?|\bи др\.?|\bта ін\.?|\be outros|\by otros|\bvd\.|\bد?یگران|وآخرون).*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"^\s*(?:\[\d+\]|\(\d+\)|\d+[.)])\s*")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}[.․](?:\s?-\s?|\s?))+|[^\W\d_a-zа-яё]{1,3}")
_LEADING_INITIALS = re.compile(r"(?P<given>(?:[^\W\d_]{1,2}\.[\s-]?)+)\s*(?P<family>[^\W\d_].+)")
_VANCOUVER = re.compile(r"(?P<family>[^.]*[^\W\d_]{2}[^.]*?)\s(?P<given>[^\W\d_a-zа-яё]{1,4})")
_TRAILING_INITIALS = re.compile(r"(?P<family>[^.]*[^\W\d_]{2}[^.]*?)\s(?P<given>(?:[^\W\d_]{1,2}\.\s?-?)+)")


def read_names(text: str) -> tuple[ShortName, ...]:
    """Read the names before the title, in any of the orders that styles use.

    >>> read_names("Harutyunyan, G., Vardazaryan, M., & Jilavyan, S.")[1]
    ShortName(family='Vardazaryan', given='M.')
    >>> read_names("[1]G. Harutyunyan, M. Vardazaryan, and S. Jilavyan, ")[2]
    ShortName(family='Jilavyan', given='S.')
    >>> read_names("Harutyunyan, Gevorg, Marut Vardazaryan, and Svetlana Jilavyan. ")[1]
    ShortName(family='Vardazaryan', given='Marut')
    >>> read_names("Harutyunyan G, Vardazaryan M. ")[0]
    ShortName(family='Harutyunyan', given='G')
    """
    bare = _OTHERS.sub("", _NUMBERING.sub("", text)).strip(" ,;:“”„«»\"'‘’")
    if not re.search(r"[^\W\d_]", bare):
        return ()
    if ";" in bare:
        return tuple(_inverted(part) for part in bare.split(";") if part.strip(" .,"))
    parts = [part.strip() for part in re.split(r"[,،、]\s*", _AND.sub(", ", bare)) if part.strip(" .")]
    return tuple(_walk(parts))


def _inverted(text: str) -> ShortName:
    family, _, given = text.strip().partition(",")
    return ShortName(family.strip(), given.strip())


def _walk(parts: list[str]) -> Iterator[ShortName]:
    """Yield names from the parts between commas: a part of initials belongs to the family name before it."""
    index = 0
    is_inverted_first = len(parts) > 1 and not _alone(parts[0])
    while index < len(parts):
        part, following = parts[index], parts[index + 1] if index + 1 < len(parts) else ""
        direct = _alone(part)
        if direct and not _INITIALS.fullmatch(following):
            yield direct
            index += 1
        elif following and (_INITIALS.fullmatch(following) or (index == 0 and is_inverted_first)):
            yield ShortName(part, re.sub(r"(?<=[^\W\d_]{3})\.$", "", following))
            index += 2
        else:
            yield _direct(part)
            index += 1


def _alone(part: str) -> ShortName | None:
    """Return the name if the part is one by itself: initials first (IEEE) or last (Vancouver, GOST)."""
    trailing = _TRAILING_INITIALS.fullmatch(part)
    match = trailing or _LEADING_INITIALS.fullmatch(part) or _VANCOUVER.fullmatch(part.rstrip("."))
    return ShortName(match["family"].rstrip("."), match["given"].strip()) if match else None


def _direct(part: str) -> ShortName:
    given, _, family = part.rstrip(".").rpartition(" ")
    return ShortName(family, given)


@dataclass(frozen=True, slots=True)
class Located:
    """Where a short name stands in a list of words: the ranges of given names and of the family name."""

    given: tuple[int, int]
    family: tuple[int, int]

    @property
    def end(self) -> int:
        return max(self.given[1], self.family[1])


def locate(words: list[str], short: ShortName) -> Located | None:
    """Find a short name at the beginning of some words: the words of the name, then perhaps an affiliation.

    >>> words = "Ariane Belcavelo Silveira Marques Federal University of Viçosa".split()
    >>> locate(words, ShortName("Marques", "A. B. S."))
    Located(given=(0, 3), family=(3, 4))
    >>> locate("Иванов Иван Иванович".split(), ShortName("Иванов", "И. И."))
    Located(given=(1, 3), family=(0, 1))
    """
    family, given = _words(short.family), _given_parts(short.given)
    folded = [fold(word) for word in words]
    for start in range(len(words) - len(family) + 1):
        if [part for word in folded[start : start + len(family)] for part in word.split()] != [
            part for word in family for part in word.split()
        ]:
            continue
        end = start + len(family)
        if start and (not given or _agree(words[:start], given)):
            return Located((0, start), (start, end))
        if not start:
            length = next((n for n in range(len(given), 0, -1) if _agree(words[end : end + n], given)), 0)
            if length or not given:
                return Located((end, end + length), (0, end))
    return None


def name_words(text: str) -> list[str]:
    """Return the words of a text that may begin with a name, the commas that stand around names taken off."""
    return re.sub(r"[,،;(（]", " ", text).split()


def begins(text: str, short: ShortName) -> bool:
    """Say whether a text begins with a name, after a bullet."""
    return locate(name_words(text.lstrip("•*·–- ")), short) is not None


def _words(text: str) -> list[str]:
    return [fold(word) for word in text.split() if fold(word)]


def _given_parts(text: str) -> list[str]:
    """Return given names or initials, folded; "AB" without stops is two initials."""
    parts: list[str] = []
    for part in re.findall(r"[^\W\d_]+", text):
        parts += [fold(letter) for letter in part] if part.isupper() and len(part) <= 3 else [fold(part)]
    return parts


def _agree(words: list[str], given: list[str]) -> bool:
    """Say whether given names begin with these initials, in order; small words ("de") may have none."""
    left = list(given)
    for word in re.findall(r"[^\W\d_]+", " ".join(words)):
        if left and fold(word).startswith(left[0]):
            left.pop(0)
        elif word[0].isupper() and left:
            return False
    return not left
