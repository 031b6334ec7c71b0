"""This room reads who wrote an article: names with affiliations, and biographies, in the two lists that a page has.

OJS prints `Name, Affiliation` over a biography and `Name` with `Affiliation` beside it in the list of authors; taken as
text they run together, with no comma or one too many. *How to Cite* knows where a name ends, so it is asked first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from jopsrdf import identifiers
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Contribution, Text, organisation
from jopsrdf.sources.blocks import Blocks, Line
from jopsrdf.sources.institutions import is_institution_word, names_institution
from jopsrdf.sources.short_names import ShortName, begins, locate, name_words
from jopsrdf.text import fold


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list: the line with the name, and the paragraphs under it."""

    line: Line
    text: str
    body: tuple[str, ...] = ()


_SMALL_WORDS = "de da do das dos del della di von van der den ter ten la le du des y e ibn bin al el"
_PARTICLES = frozenset(_SMALL_WORDS.split())
_SEPARATOR = re.compile(r"\s*[,،]\s*|\s+[-–—]\s+|\s*[;|]\s*|\s*[（(]\s*")
_UKRAINIAN = re.compile(r"автор\s+(?P<name>.+?),\s*афіліація\s+(?P<rest>.+)", re.IGNORECASE)
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
#: Chinese family names of two characters; every other one has a single character.
_TWO_CHARACTERS = "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 长孙 宇文"
_LONG_HAN = frozenset(_TWO_CHARACTERS.split())
_PATRONYMIC = re.compile(r".+(?:ович|евич|ич|овна|евна|ична|инична|івна|йович)$", re.IGNORECASE)


def read(blocks: Blocks, short: tuple[ShortName, ...], language: str = "") -> tuple[Contribution, ...]:
    """Return the authors in order, with affiliations and biographies from both lists.

    Where the list of authors is empty (as on the first page this was written for) the biographies give the names.
    """
    listed = [_contribution(entry, short, blocks) for entry in entries(blocks["authors"], short)]
    described = [_described(entry, short, blocks, language) for entry in entries(blocks["biographies"], short)]
    authors = [author for author in listed if author]
    known = [person for person in described if person]
    if not authors and known:
        blocks.add("authors-from-biographies", "the list of authors is empty; names were read from the biographies")
        return _checked(known, short, blocks)
    return _checked([_with_biography(author, known) for author in authors], short, blocks)


def entries(lines: list[Line], short: tuple[ShortName, ...]) -> list[Entry]:
    """Group the lines of a list: a bullet, or the line of a known name, opens an entry."""
    if any(line.bullet for line in lines):
        return list(_bulleted(lines))
    return list(_plain(lines, short))


def _bulleted(lines: list[Line]) -> Iterator[Entry]:
    current: Entry | None = None
    for line in lines:
        if line.bullet:
            if current:
                yield current
            current = Entry(line, line.text[line.bullet :])
        elif current and not line.is_apart and not current.body:
            current = replace(current, text=f"{current.text} {line.text}")
        elif current:
            current = replace(current, body=(*current.body, line.text))
        else:
            current = Entry(line, line.text)
    if current:
        yield current


def _plain(lines: list[Line], short: tuple[ShortName, ...]) -> Iterator[Entry]:
    opens = [_opens_entry(line.text, short) for line in lines]
    if short and not any(opens):
        opens = [not index for index in range(len(lines))]
    current: Entry | None = None
    for line, is_name in zip(lines, opens, strict=True):
        if is_name or not current:
            if current:
                yield current
            current = Entry(line, line.text)
        else:
            current = replace(current, body=(*current.body, line.text))
    if current:
        yield current


def _opens_entry(text: str, short: tuple[ShortName, ...]) -> bool:
    if short:
        return any(begins(text, name) for name in short) and len(text) < 300
    words = text.split()
    return len(words) <= 5 and not names_institution(text) and not identifiers_in(text)


def identifiers_in(text: str) -> tuple[Identifier, ...]:
    """Return the ORCID iDs in a text."""
    return tuple(found.identifier for found in identifiers.find(text) if found.identifier.scheme == "orcid")


def _contribution(entry: Entry, short: tuple[ShortName, ...], blocks: Blocks) -> Contribution | None:
    agent, rest = _read_head(entry, short, blocks)
    if not agent:
        return None
    bodies = [text for text in entry.body if not identifiers_in(text)]
    names = [part for part in ([rest] if rest else []) + bodies if part.strip(" ,.;-")]
    found = identifiers_in(" ".join((entry.text, *entry.body)))
    return Contribution(
        agent=replace(agent, identifiers=found), affiliations=tuple(organisation(name) for name in names)
    )


def _described(entry: Entry, short: tuple[ShortName, ...], blocks: Blocks, language: str) -> Contribution | None:
    person = _contribution(replace(entry, body=()), short, blocks)
    if not person or not entry.body:
        return person
    return replace(person, biography=Text(" ".join(entry.body), language))


def _read_head(entry: Entry, short: tuple[ShortName, ...], blocks: Blocks) -> tuple[Agent | None, str]:
    """Split "Name, Affiliation" or "Name Affiliation"; placeholders ("-, -.") give no person."""
    text = entry.text
    for found in reversed(list(identifiers.find(text))):
        if found.identifier.scheme == "orcid":
            text = (text[: found.start] + text[found.end :]).strip(" ()")
    if not re.search(r"[^\W\d_]", text):
        blocks.add("author-placeholder", f"“{entry.text}” stands for an author who is not named", entry.line)
        return None, ""
    by_match = next((split for name in short if (split := _split_known(text, name))), None)
    return by_match or _split_unknown(entry, text, blocks)


def _split_known(text: str, short: ShortName) -> tuple[Agent, str] | None:
    found = locate(name_words(text), short)
    if not found:
        return None
    words = name_words(text)
    whole = " ".join(words[: found.end])
    if not short.given or _HAN.fullmatch(whole):
        return person(whole), _after(text, found.end)
    given, particle = _particle(words[slice(*found.given)], short)
    agent = Agent(family=" ".join(words[slice(*found.family)]), given=given, particle=particle)
    return agent, _after(text, found.end)


def _particle(given: list[str], short: ShortName) -> tuple[str, str]:
    """Split small words off the end of the given names when the short name does not count them among the initials."""
    cut = len(given)
    while cut > 1 and given[cut - 1] in _PARTICLES:
        cut -= 1
    initials = len(re.findall(r"[^\W\d_]+", short.given))
    return (" ".join(given[:cut]), " ".join(given[cut:])) if initials <= cut else (" ".join(given), "")


def _after(text: str, words: int) -> str:
    """Return what follows the first so many words, without the separator."""
    match = re.match(rf"\s*(?:[^\s,،;(（]+[\s,،;(（]*){{{words}}}", text)
    return text[match.end() :].strip(" ,،;-–—()（）") if match else ""


def _split_unknown(entry: Entry, text: str, blocks: Blocks) -> tuple[Agent | None, str]:
    ukrainian = _UKRAINIAN.fullmatch(text)
    if ukrainian:
        return person(ukrainian["name"]), ukrainian["rest"]
    separator = _SEPARATOR.search(text)
    if separator:
        return person(text[: separator.start()]), text[separator.end() :].strip(" )）")
    words = text.split()
    start = next((n for n, word in enumerate(words) if n and is_institution_word(word)), 0)
    if start:
        blocks.add(
            "author-split-guessed",
            f"“{text}” was split before “{words[start]}”: nothing marks where the name ends",
            entry.line,
        )
        return person(" ".join(words[:start])), " ".join(words[start:])
    return person(text), ""


def person(name: str) -> Agent:
    """Return a person from a whole name, by the order that its script and form suggest.

    A Chinese name keeps its whole form too, because it is never printed in the other order.

    >>> person("Gevorg Harutyunyan").family, person("Иванов Иван Иванович").given, person("欧阳修").family
    ('Harutyunyan', 'Иван Иванович', '欧阳')
    """
    words = name.split()
    if _HAN.fullmatch(name):
        cut = 2 if name[:2] in _LONG_HAN and len(name) > 2 else 1
        return Agent(family=name[:cut], given=name[cut:], literal=name)
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]):
        return Agent(family=words[0], given=" ".join(words[1:]))
    given, particle = _particle(words[:-1], ShortName("", ""))
    return Agent(family=words[-1], given=given, particle=particle)


def _with_biography(author: Contribution, described: list[Contribution]) -> Contribution:
    for other in described:
        if fold(other.agent.name) == fold(author.agent.name):
            affiliations = author.affiliations or other.affiliations
            return replace(author, biography=other.biography, affiliations=affiliations)
    return author


def _checked(authors: list[Contribution], short: tuple[ShortName, ...], blocks: Blocks) -> tuple[Contribution, ...]:
    """Compare the authors with *How to Cite*: it fills an empty list, and a difference becomes a note."""
    if not authors and short:
        named = [name for name in short if re.search(r"[^\W\d_]", name.family)]
        if named:
            blocks.add("authors-from-how-to-cite", "the page lists no authors; names were read from How to Cite")
        return tuple(Contribution(agent=Agent(family=name.family, given=name.given)) for name in named)
    for number, name in enumerate(short):
        agent = authors[number].agent if number < len(authors) else Agent()
        if fold(name.family) not in (fold(agent.family), fold(agent.name)):
            printed = f"{name.family}, {name.given}".strip(", ")
            blocks.add("author-differs", f"How to Cite names “{printed}” as author {number + 1}, the page does not")
            break
    return tuple(authors)
