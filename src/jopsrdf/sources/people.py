"""This room reads who wrote an article: names with affiliations, and biographies, in the two lists that a page has.

OJS prints `Name, Affiliation` over a biography and `Name` with `Affiliation` beside it in the list of authors; taken as
text they run together, with no comma or one too many. *How to Cite* knows where a name ends, so it is asked first.
"""

from __future__ import annotations

import re
from dataclasses import replace

from jopsrdf import identifiers
from jopsrdf.records import Agent, Contribution, Text, organisation
from jopsrdf.sources import entries
from jopsrdf.sources.blocks import Blocks
from jopsrdf.sources.entries import Entry, orcids
from jopsrdf.sources.institutions import is_institution_word
from jopsrdf.sources.short_names import ShortName, begins, locate, name_words
from jopsrdf.text import fold

_SMALL_WORDS = "de da do das dos del della di von van der den ter ten la le du des y e ibn bin al el"
_PARTICLES = frozenset(_SMALL_WORDS.split())
_OF = frozenset(("of", "de", "do", "da", "di", "degli", "fur", "des", "del", "for"))
_SEPARATOR = re.compile(r"\s*[,،]\s*|\s+[-–—]\s+|\s*[;|]\s*|\s*[（(]\s*")
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
#: Chinese family names of two characters; every other one has a single character.
_TWO_CHARACTERS = "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 夏侯 长孙 宇文"
_LONG_HAN = frozenset(_TWO_CHARACTERS.split())
_PATRONYMIC = re.compile(r".+(?:ович|евич|ич|овна|евна|ична|инична|івна|йович)$", re.IGNORECASE)


def read(page: Blocks, short: tuple[ShortName, ...]) -> tuple[Contribution, ...]:
    """Return the authors in order, with affiliations and biographies from both lists.

    Where the list of authors is empty (as on the first page this was written for) the biographies give the names.
    """
    authors = [
        author for entry in entries.read("authors", page, short) if (author := _contribution(entry, short, page))
    ]
    if authors or not page["biographies"]:
        return _checked(_with_biographies(authors, short, page), short, page)
    known = [person for entry in entries.read("biographies", page, short) if (person := _described(entry, short, page))]
    page.add("authors-from-biographies", "the list of authors is empty; names were read from the biographies")
    return _checked(known, short, page)


def _contribution(entry: Entry, short: tuple[ShortName, ...], page: Blocks) -> Contribution | None:
    agent, rest = _read_head(entry, short, page)
    if not agent:
        return None
    found = orcids(" ".join((entry.text, *entry.body)))
    lines = [part for text in (rest, *entry.body) if not orcids(text) for part in re.split(r"\s*;\s*", text)]
    places = tuple(organisation(name) for name in lines if re.search(r"\w", name))
    return Contribution(agent=replace(agent, identifiers=found), affiliations=places)


def _described(entry: Entry, short: tuple[ShortName, ...], page: Blocks) -> Contribution | None:
    person = _contribution(replace(entry, body=()), short, page)
    return replace(person, biography=Text(" ".join(entry.body))) if person and entry.body else person


def _with_biographies(authors: list[Contribution], short: tuple[ShortName, ...], page: Blocks) -> list[Contribution]:
    """Give each author the biography under that name; the only author needs no name over it."""
    lines = page["biographies"]
    names = short or tuple(ShortName(author.agent.family, author.agent.given) for author in authors)
    described = entries.read("biographies", page, names) if lines else []
    if len(authors) == 1 and lines and not any(begins(entry.text, name) for entry in described for name in names):
        return [replace(authors[0], biography=Text(page.text("biographies")))]
    told = dict(enumerate(authors))
    for entry in described:
        person = _described(entry, names, page)
        number = next((n for n, author in told.items() if person and _is_same(author, person)), None)
        if person is None or number is None:
            page.add("biography-unread", f"whose biography is “{entry.text[:60]}”? No author has that name", entry.line)
        else:
            places = told[number].affiliations or person.affiliations
            told[number] = replace(told[number], biography=person.biography, affiliations=places)
    return list(told.values())


def _is_same(author: Contribution, other: Contribution) -> bool:
    return fold(author.agent.name) == fold(other.agent.name)


def _read_head(entry: Entry, short: tuple[ShortName, ...], page: Blocks) -> tuple[Agent | None, str]:
    """Split "Name, Affiliation" or "Name Affiliation"; placeholders ("-, -.") give no person."""
    text = entry.text
    for found in reversed(list(identifiers.find(text))):
        if found.identifier.scheme == "orcid":
            text = (text[: found.start] + text[found.end :]).strip(" ()")
    if not re.search(r"[^\W\d_]", text):
        page.add("author-placeholder", f"“{entry.text}” stands for an author who is not named", entry.line)
        return None, ""
    by_match = next((split for name in short if (split := _split_known(text, name))), None)
    return by_match or _split_unknown(entry, text, page)


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
    rest = text[match.end() :].lstrip(" ,،;-–—)）").rstrip(" ,،;-–—") if match else ""
    return rest.rstrip(")）") if rest.count(")") > rest.count("(") or rest.count("）") > rest.count("（") else rest


def _split_unknown(entry: Entry, text: str, page: Blocks) -> tuple[Agent | None, str]:
    separator = _SEPARATOR.search(text)
    if separator:
        return person(text[: separator.start()]), text[separator.end() :].strip(" )）")
    words = text.split()
    start = next((n for n, word in enumerate(words) if n and is_institution_word(word)), 0)
    # "Federal University of Viçosa" begins with such a word; "Yerevan State University" has its place before it.
    if start > 2 and not _OF & {fold(word) for word in words[start:]}:
        start -= 1
    if start:
        page.add(
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


def _checked(authors: list[Contribution], short: tuple[ShortName, ...], page: Blocks) -> tuple[Contribution, ...]:
    """Compare the authors with *How to Cite*: it fills an empty list, and a difference becomes a note."""
    if not authors and short:
        named = [name for name in short if re.search(r"[^\W\d_]", name.family)]
        if named:
            page.add("authors-from-how-to-cite", "the page lists no authors; names were read from How to Cite")
        return tuple(Contribution(agent=Agent(family=name.family, given=name.given)) for name in named)
    for number, name in enumerate(short):
        agent = authors[number].agent if number < len(authors) else Agent()
        if fold(name.family) not in (fold(agent.family), fold(agent.name)):
            printed = f"{name.family}, {name.given}".strip(", ")
            page.add("author-differs", f"How to Cite names “{printed}” as author {number + 1}, the page does not")
            break
    return tuple(authors)
