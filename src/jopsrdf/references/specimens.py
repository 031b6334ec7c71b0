"""This room renders references for the model to learn from: facts in every style, with the damage of real lists.

Every specimen knows where its fields stand, because it was put together from them. The same seed gives the same
specimens. Other labelled records may lend their titles, names and journals, so that the words are as varied as life.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jopsrdf.records import Agent
from jopsrdf.references.calendar_words import MONTHS
from jopsrdf.references.facts import DEGREES, FACTS, PEOPLE, SERIES, UNIVERSITIES
from jopsrdf.references.name_styles import NameStyle, format_names
from jopsrdf.references.names import parse_names
from jopsrdf.references.phrases import WORDS
from jopsrdf.references.styles import STYLES, Style

_FIELD = re.compile(r"\{(\w)\}|\b(IN|EDS|EDBY|ED|TR|VOL|NO|PP|P|ACC|AVAIL|EDN|MED)\b|<([^<>]*)>")
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
_LETTER = {"f": "y", "q": "p", "x": "n", "h": "n", "d": "u"}


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
    for language, rows in FACTS.items():
        pool = found[language] = Pool()
        for row in rows.strip().splitlines():
            people, _, title, container, volume, issue, _, publisher, place = row.split("|")
            pool.people.append(_agents(people, language))
            pool.titles.append(title)
            if publisher:
                pool.publishers.append((publisher, place))
                pool.hosts.append(container or title)
            else:
                pool.journals.append(container)
            del volume, issue
        pool.publishers = pool.publishers or [("Nauka", "Moskva")]
    for language, lists in PEOPLE.items():
        found[language].people += [_agents(people, language) for people in lists.split("|")]
    for record in records:
        _lend(record, found)
    return found


def _agents(text: str, language: str) -> tuple[Agent, ...]:
    if language in ("ru", "uk", "hy"):
        return tuple(_slavic(name) for name in text.split("; "))
    if language in ("zh", "ja", "ko"):
        return tuple(Agent(family=name) for name in text.split("; "))
    return tuple(parse_names(name.replace("،", ","))[0] for name in text.split("; "))


def _slavic(name: str) -> Agent:
    family, _, given = name.partition(" ")
    return Agent(kind="organisation", literal=name) if family.endswith("во") else Agent(family=family, given=given)


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
    records: Sequence[Mapping[str, Any]] = (), per_template: int = 6, seed: int = 7
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
    months = [name.split("/")[0] for name in MONTHS.get(language, MONTHS["en"]).split()]
    month = order.choice(months)
    month = month if language in ("ru", "uk", "pt", "es", "fr", "it", "pl", "id", "tr") else month.title()
    day = (
        f"{order.randint(1, 28)} {month}"
        if language != "en" or order.random() < 0.3
        else f"{month} {order.randint(1, 28)},"
    )
    return {
        "A": order.choice(pool.people),
        "E": order.choice(pool.people),
        "T": order.choice(pool.people)[:1],
        "y": str(year),
        "t": order.choice(pool.titles),
        "c": order.choice(pool.journals),
        "h": order.choice(pool.hosts or pool.titles),
        "s": order.choice(SERIES.get(language, SERIES["en"]).split("|")),
        "v": str(order.choice([order.randint(1, 60), order.randint(1, 500)])),
        "i": order.choice(["", str(order.randint(1, 12)), str(order.randint(1, 12)), "1-2"]),
        "p": (first, first + order.randint(2, 40)),
        "q": str(order.choice([first, order.randint(10000, 109999)])),
        "P": publisher,
        "L": place,
        "e": order.choice(["", "", "2", "3", "2nd" if language == "en" else "4"]),
        "g": order.choice(DEGREES.get(language, DEGREES["en"]).split("|")),
        "U": order.choice(UNIVERSITIES.get(language, UNIVERSITIES["en"]).split("|")),
        "x": str(order.randint(80, 900)),
        "a": order.choice(
            [
                f"{day} {order.randint(2005, 2025)}",
                f"{order.randint(1, 28):02}.{order.randint(1, 12):02}.{order.randint(2010, 2025)}",
            ]
        ),
        "f": order.choice([f"{day} {year}", f"{month} {year}"]),
        "u": "https://example.org/" + str(first),
        "d": f"10.1000/x{first}.{year}",
    }


def render(
    style: Style, template: str, language: str, values: Mapping[str, Any], order: random.Random
) -> dict[str, Any]:
    """Return the labelled record that a template makes of values, perhaps damaged."""
    values = dict(values)
    if "{d}" not in re.sub(r"<[^<>]*>", "", template) and order.random() < 0.5:
        values["d"] = ""
    if "{E}" in template or re.search(r"IN:? \{c\}| in \{c\}|\{P\}.*PP|ред", template):
        values["c"] = values["h"]
    if style.name == "gost" and template.count("{A}") == 2:
        template = template.replace("/ {A}", "/ " + _statement(values["A"]))
    if "{g}" in template:
        values["P"] = values["U"]
    words = {name: order.choice(choices.split("|")) for name, choices in WORDS.get(language, WORDS["en"]).items()}
    values["p"] = f"{values['p'][0]}{order.choice([style.dash, style.dash, '-', '–'])}{values['p'][1]}"
    for key, names in (("A", style.names), ("E", style.editors), ("T", style.editors)):
        values[key] = format_names(values[key][:8], names, words["AND"], words["ETAL"])
    text, places = "", []
    for part, label in _expand(template, values, words):
        if label:
            places.append((len(text), len(text) + len(part), label))
        text += part
    raw, ranges = _tidy(text, places, order)
    return {"raw": raw, "ranges": ranges}


def _statement(people: tuple[Agent, ...]) -> str:
    """Return the names as GOST repeats them behind the title, initials first."""
    return format_names(people[:4], NameStyle("given", "given", ". ", last=", "))


def _expand(template: str, values: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    position = 0
    for match in _FIELD.finditer(template):
        yield template[position : match.start()], ""
        position = match.end()
        letter, word, optional = match.groups()
        if letter:
            yield str(values[letter]), _LETTER.get(letter, letter)
        elif word:
            yield words[word], _WORD_LABEL[word]
        elif all(values[name] for name in re.findall(r"\{(\w)\}", optional)):
            yield from _expand(optional, values, words)
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
