"""This room renders references for the model to learn from: facts in every style, with the damage of real lists.

Every specimen knows where its fields stand, because it was put together from them. The same seed gives the same
specimens. Other labelled records may lend their titles, names and journals, so that the words are as varied as life.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from jopsrdf.records import Agent
from jopsrdf.references.learning import facts, world_facts
from jopsrdf.references.learning.name_styles import NameStyle, format_names
from jopsrdf.references.learning.styles import STYLES
from jopsrdf.references.learning.templates import Style
from jopsrdf.references.names import parse_names
from jopsrdf.references.organisations import is_organisation
from jopsrdf.references.words.calendar_words import DAYS, ISSUE_MONTHS, MONTHS
from jopsrdf.references.words.phrases import WORDS
from jopsrdf.references.words.world_words import FURTHER

_FIELD = re.compile(
    r"\{(?P<letter>\w)(?:\|(?P<texts>[^{}]*))?\}|\b(?P<word>IN|EDS|EDBY|ED|TR|VOL|NO|PP|P|ACC|AVAIL|EDN|MED)\b|"
    r"<(?P<optional>[^<>]*)>"
)
#: Word of a template → letter of the label that it takes part in.
_WORD_LABEL = {
    "IN": "x",
    "ED": "E",
    "EDS": "E",
    "EDBY": "E",
    "TR": "T",
    "VOL": "v",
    "NO": "i",
    "PP": "p",
    "P": "p",
    "ACC": "a",
    "AVAIL": "x",
    "EDN": "e",
    "MED": "x",
}
_LETTER = {"f": "y", "q": "p", "x": "n", "h": "n", "d": "u", "j": "y", "S": "n", "B": "n", "U": "P"}
#: Languages whose names are printed as they are spoken, family first, without a comma.
_FAMILY_FIRST = ("ru", "uk", "hy", "kk", "az", "hu", "vi")
_WORDS = {**WORDS, **FURTHER}
_DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹"}


def _joined(*tables: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the entries that tables have for each language."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for language, texts in table.items():
            found.setdefault(language, []).extend(texts.split("|"))
    return found


_SERIES = _joined(facts.SERIES, world_facts.SERIES)
_DEGREES = _joined(facts.DEGREES, world_facts.DEGREES)
_UNIVERSITIES = _joined(facts.UNIVERSITIES, world_facts.UNIVERSITIES)


@dataclass(slots=True)
class Pool:
    """The columns of one language, to be mixed."""

    people: list[tuple[Agent, ...]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    journals: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    publishers: list[tuple[str, str]] = field(default_factory=list)


def pools(records: Sequence[Mapping[str, Any]]) -> dict[str, Pool]:
    """Return the columns of every language, from the facts and from other labelled records."""
    found: dict[str, Pool] = {}
    for language, rows in chain(facts.FACTS.items(), world_facts.FURTHER.items(), world_facts.MORE.items()):
        pool = found.setdefault(language, Pool())
        for row in rows.strip().splitlines():
            people, _, title, container, _, _, _, publisher, place = row.split("|")
            pool.people.append(_agents(people, language))
            pool.titles.append(title)
            if publisher:
                pool.publishers.append((publisher, place))
                pool.hosts.append(container or title)
            else:
                pool.journals.append(container)
    for language, lists in facts.PEOPLE.items():
        found[language].people += [_agents(people, language) for people in lists.split("|")]
    for record in records:
        _lend(record, found)
    return found


def _agents(text: str, language: str) -> tuple[Agent, ...]:
    if language in _FAMILY_FIRST:
        return tuple(_family_first(name) for name in text.split("; "))
    if language in ("zh", "ja", "ko"):
        return tuple(Agent(family=name) for name in text.split("; "))
    return tuple(_comma_name(name.replace("،", ",")) for name in text.split("; "))


def _comma_name(name: str) -> Agent:
    is_person = "," in name or (" " not in name and not name.isupper())
    return parse_names(name)[0] if is_person else Agent(kind="organisation", literal=name)


def _family_first(name: str) -> Agent:
    family, _, given = name.partition(" ")
    return Agent(kind="organisation", literal=name) if is_organisation(name) else Agent(family=family, given=given)


def _lend(record: Mapping[str, Any], found: dict[str, Pool]) -> None:
    pool = found.get(str(record.get("lang", "")))
    if not pool or not record.get("title") or not record.get("authors"):
        return
    people = tuple(
        Agent(**person) if "literal" not in person else Agent(kind="organisation", literal=person["literal"])
        for person in record["authors"]
        if person
    )
    if not people or any(len(agent.name) > 60 or not agent.name for agent in people):
        return
    pool.people.append(people)
    pool.titles.append(record["title"])
    if record.get("volume") and record.get("container_title"):
        pool.journals.append(record["container_title"])
    elif record.get("container_title"):
        pool.hosts.append(record["container_title"])
    if record.get("publisher") and record.get("publisher_place"):
        pool.publishers.append((record["publisher"], record["publisher_place"]))


def specimens(
    records: Sequence[Mapping[str, Any]] = (), per_template: int = 8, seed: int = 7
) -> Iterator[dict[str, Any]]:
    """Yield labelled records: `raw` and `ranges` (start, end, letter of the model)."""
    order = random.Random(seed)
    columns = pools(records)
    for style in STYLES:
        languages = style.languages.split()
        for template in style.templates.values():
            for _ in range(per_template * (1 if len(languages) == 1 else 2)):
                language = order.choice(languages if order.random() < 0.6 else languages[:1])
                yield render(style, template, language, draw(columns[language], language, order), order)


def draw(pool: Pool, language: str, order: random.Random) -> dict[str, Any]:
    """Return values for all the fields of a template, put together at random."""
    year = order.choice([order.randint(1880, 1985), order.randint(1986, 2025), order.randint(2005, 2025)])
    first = order.randint(1, 999)
    publisher, place = order.choice(pool.publishers)
    volume = order.choice([order.randint(1, 60), order.randint(1, 500)])
    values: dict[str, Any] = {
        "A": order.choice(pool.people),
        "E": order.choice(pool.people),
        "T": order.choice(pool.people)[:1],
        "y": _year(year, language, order),
        "t": order.choice(pool.titles),
        "c": order.choice(pool.journals),
        "h": order.choice(pool.hosts or pool.titles),
        "s": order.choice(_SERIES.get(language, _SERIES["en"])),
        "v": _roman(volume) if order.random() < 0.05 else str(volume),
        "i": order.choice(["", str(order.randint(1, 12)), str(order.randint(1, 12)), "1-2"]),
        "p": (first, first + order.randint(2, 40)),
        "q": str(order.choice([first, order.randint(10000, 109999)])),
        "P": publisher,
        "L": place,
        "e": order.choice(["", "", "2", "3", "2nd" if language == "en" else "4"]),
        "g": order.choice(_DEGREES.get(language, _DEGREES["en"])),
        "U": order.choice(_UNIVERSITIES.get(language, _UNIVERSITIES["en"])),
        "x": str(order.randint(80, 900)),
        "a": _day(order.randint(2005, 2025), language, order),
        "f": order.choice([_day(year, language, order, is_worded=True), _issue_month(year, language, order)]),
        "j": _year_and_day(year, language, order),
        "u": "https://example.org/" + str(first),
        "d": f"10.1000/x{first}.{year}",
    }
    if language in _DIGITS and order.random() < 0.5:
        digits = str.maketrans("0123456789", _DIGITS[language])
        values |= {key: values[key].translate(digits) for key in "yvixq"}
        values["p"] = tuple(str(page).translate(digits) for page in values["p"])
    return values


def _month(language: str, order: random.Random) -> tuple[int, str]:
    names = MONTHS.get(language, MONTHS["en"]).split()
    number = order.randint(1, 12)
    spellings = names[number - 1].split("/")
    name = spellings[1] if language in ("ru", "uk", "pl", "cs", "el") and len(spellings) > 1 else spellings[0]
    return number, name.title() if language in ("en", "de", "el") or order.random() < 0.3 else name


def _issue_month(year: int, language: str, order: random.Random) -> str:
    number, month = _month(language, order)
    return ISSUE_MONTHS.get(language, "{month} {year}").format(number=number, month=month, year=year)


def _day(year: int, language: str, order: random.Random, *, is_worded: bool = False) -> str:
    """Return a date with its day as the language prints it, at times in figures."""
    number, month = _month(language, order)
    day = order.randint(1, 28)
    if not is_worded and order.random() < 0.5:
        return order.choice(
            [f"{day:02}.{number:02}.{year}", f"{day:02}.{number:02}.{year}", f"{year}-{number:02}-{day:02}"]
        )
    shape = order.choice(DAYS.get(language, "{day} {month} {year}").split("|"))
    return shape.format(day=day, number=number, month=month, year=year)


def _year_and_day(year: int, language: str, order: random.Random) -> str:
    """Return a date as APA prints it, the year first: 2020, May 5."""
    _, month = _month(language, order)
    day = order.randint(1, 28)
    beside = {"en": f"{month} {day}", "es": f"{day} de {month}", "pt": f"{day} de {month}", "de": f"{day}. {month}"}
    return f"{year}, {beside.get(language, f'{day} {month}')}"


def _year(year: int, language: str, order: random.Random) -> str:
    """Return a year as the language prints it: with the era, or in the Islamic calendars."""
    chance = order.random()
    if language == "fa" and chance < 0.6:
        return str(year - 621)
    if language == "ar" and chance < 0.25:
        return order.choice([f"{year}م", f"{int((year - 622) * 1.0307)}هـ/{year}م", f"{int((year - 622) * 1.0307)}هـ"])
    return str(year)


def _roman(number: int) -> str:
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    printed = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        printed += sign * count
    return printed


def render(
    style: Style, template: str, language: str, values: Mapping[str, Any], order: random.Random
) -> dict[str, Any]:
    """Return the labelled record that a template makes of values, perhaps damaged."""
    values = dict(values)
    if "{d}" not in re.sub(r"<[^<>]*>", "", template) and order.random() < 0.5:
        values["d"] = ""
    if "{E" in template or re.search(r"IN:? \{c\}| in \{c\}|\{P\}.*PP|//\{", template):
        values["c"] = values["h"]
    if "{g}" in template:
        values["P"] = values["U"]
    words = {name: order.choice(texts.split("|")) for name, texts in _WORDS.get(language, _WORDS["en"]).items()}
    values["p"] = f"{values['p'][0]}{order.choice([style.dash, style.dash, '-', '–'])}{values['p'][1]}"
    values["S"] = _statement(values["A"], words["ETAL"], order)
    values["B"] = format_names(values["E"][:2], style.names, words["AND"], words["ETAL"])
    for key, names in (("A", style.names), ("E", style.editors), ("T", style.editors)):
        values[key] = format_names(values[key][:8], names, words["AND"], words["ETAL"])
    text, places = "", []
    for part, label in _expand(template, values, words, order):
        if label:
            places.append((len(text), len(text) + len(part), label))
        text += part
    raw, ranges = _tidy(text, places, order)
    return {"raw": raw, "ranges": ranges}


def _statement(people: tuple[Agent, ...], others: str, order: random.Random) -> str:
    """Return the names as GOST repeats them behind the title: initials first, the first ones of many."""
    names = format_names(people[:4], NameStyle("given", "given", order.choice([". ", "."]), last=", "))
    return f"{names} [{others}]" if order.random() < 0.15 else names


def _expand(
    template: str, values: Mapping[str, Any], words: Mapping[str, str], order: random.Random
) -> Iterator[tuple[str, str]]:
    position = 0
    for match in _FIELD.finditer(template):
        yield template[position : match.start()], ""
        position = match.end()
        letter, texts, word, optional = match.group("letter", "texts", "word", "optional")
        if texts:
            yield order.choice(texts.split("~")), _LETTER.get(letter, letter)
        elif letter:
            yield str(values[letter]), _LETTER.get(letter, letter)
        elif word:
            yield words[word], _WORD_LABEL[word]
        elif all(values[name] for name in re.findall(r"\{(\w)\}", optional)):
            yield from _expand(optional, values, words, order)
    yield template[position:], ""


def _tidy(
    text: str, places: list[tuple[int, int, str]], order: random.Random
) -> tuple[str, list[tuple[int, int, str]]]:
    """Drop doubled stops and spaces, and at times damage the text as lists do; the places move along."""
    drop = {
        match.start() + 1
        for match in re.finditer(r"\.\.(?!\.)|  |[?!]\.| [,.](?= )|,,", text)
        if match[0][0] != " " or match[0] == "  "
    }
    drop |= {match.start() for match in re.finditer(r" (?=[,.] )", text)}
    if order.random() < 0.12:
        drop |= (
            {match.start() for match in order.sample(list(re.finditer(r"[(),.“”]", text)), 1)}
            if re.search(r"[(),.“”]", text)
            else set()
        )
    if order.random() < 0.15 and text.endswith("."):
        drop.add(len(text) - 1)
    if order.random() < 0.08:
        drop |= {match.start() for match in re.finditer(r"(?<=[:,;]) ", text)}
    kept = [index for index in range(len(text)) if index not in drop]
    moved = {old: new for new, old in enumerate(kept)}
    shifted = []
    for start, end, label in places:
        inside = [moved[index] for index in range(start, end) if index in moved]
        if inside:
            shifted.append((inside[0], inside[-1] + 1, label))
    return "".join(text[index] for index in kept), shifted
