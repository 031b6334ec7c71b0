"""A record that is printed in a style and read again is the same record: how often, in each style.

The records are drawn at random from real names, titles, journals and publishers, so that a reader which has
learned a publication by heart gains nothing. `FLOORS` are the rates that were reached; they only rise.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Literal

import pytest

from jopsrdf import references

Kind = Literal["article", "book", "chapter"]
Names = tuple[tuple[str, str], ...]

PEOPLE = """
Granovetter, Mark S.; Finnemore, Martha; Sikkink, Kathryn; Huntington, Samuel P.; Akerlof, George A.; Kahneman, Daniel
Waltz, Kenneth N.; Keohane, Robert O.; Wæver, Ole; Lévi-Strauss, Claude; Wehler, Hans-Ulrich; Öniş, Ziya; Şen, Gülriz
Aydın-Düzgit, Senem; Ünlü Bilgiç, Tuba; García Canclini, Néstor; Ortega y Gasset, José; Ramón y Cajal, Santiago
Le Goff, Jacques; Della Porta, Donatella; Ben-Porath, Yoram; Sørensen, Georg; Gödel, Kurt; Kołakowski, Leszek
Łoś, Jerzy; Kierkegaard, Søren; Sigurðsson, Haraldur; Ostrom, Elinor; Crenshaw, Kimberlé; Spivak, Gayatri Chakravorty
Taylor, A. J. P.; Ioannidis, John P. A.; Watson, James D.; Crick, Francis H. C.; Bengio, Yoshua; Goodfellow, Ian
Minasyan, Sergey; Poghosyan, Benyamin; Aleksanyan, Ashot; Freire, Paulo; Santos, Milton; Holanda, Sérgio Buarque
"""
TITLES = """
The Strength of Weak Ties
International Norm Dynamics and Political Change
The Clash of Civilizations?
Anarchy Is What States Make of It: The Social Construction of Power Politics
Understanding Türkiye’s Entanglement with Russia
US Policy in the South Caucasus Prior to and After the 2020 Karabakh War
Parliamentarization of Popular Contention in Great Britain, 1758–1834
Why Most Published Research Findings Are False
A Theory of the Quasi-Biennial Oscillation
Non-Cooperative Games
Turkey–Iran Affairs since the Arab Uprisings
Can the Subaltern Speak?
Genetical Implications of the Structure of Deoxyribonucleic Acid
Normative Power Europe: A Contradiction in Terms?
Rationalist Explanations for War
Does Money Grow on Trees? Restoring the Economics of Forests
Pedagogia do oprimido
Die Geburt des Gefängnisses
La rebelión de las masas
Histoire et sciences sociales
"""
JOURNALS = """
American Journal of Sociology
International Organization
Foreign Affairs
Nature
Journal of Political Science: Bulletin of Yerevan University
Contemporary Review of the Middle East
Zeitschrift für Physik
Revista de Saúde Pública
Annales
Theory and Society
Southeast European and Black Sea Studies
Journal of the Atmospheric Sciences
Anthropology & Education Quarterly
"""
BOOKS = """
The Invention of Tradition
The Culture of National Security: Norms and Identity in World Politics
Style in Language
Marxism and the Interpretation of Culture
Soziale Ungleichheiten
EU-Turkey Relations: Theories, Institutions, and Policies
The Handbook of Economic Sociology
Crisi della ragione
Modernity and its Futures
"""
PUBLISHERS = """
Cambridge: Cambridge University Press
Oxford: Oxford University Press
New York: Columbia University Press
Princeton, NJ: Princeton University Press
Berlin: Springer
London: Verso
Frankfurt am Main: Suhrkamp
Paris: Gallimard
São Paulo: Atlas
İstanbul: İletişim Yayınları
Buenos Aires: CLACSO
Chicago: University of Chicago Press
Reading, MA: Addison-Wesley
"""


@dataclass(frozen=True)
class Printed:
    """What a line prints; every value is a string, as it is compared."""

    kind: Kind
    authors: Names
    editors: Names
    year: str
    title: str
    container_title: str
    volume: str
    issue: str
    page_first: str
    page_last: str
    publisher: str
    publisher_place: str
    doi: str


def lines_of(pool: str) -> list[str]:
    """Return the entries of a pool."""
    return pool.strip().splitlines()


def pool_of(names: str) -> Names:
    """Return the names of a pool, each as family and given."""
    pairs = [name.strip().partition(", ") for line in lines_of(names) for name in line.split(";")]
    return tuple((family, given) for family, _, given in pairs)


def draw(chance: random.Random, kind: Kind) -> Printed:
    """Return a random record of a kind."""
    people = pool_of(PEOPLE)
    place, _, publisher = chance.choice(lines_of(PUBLISHERS)).partition(": ")
    first = chance.randint(1, 1500)
    volume, issue = chance.randint(1, 120), chance.randint(1, 12)
    return Printed(
        kind=kind,
        authors=tuple(chance.sample(people, chance.choice((1, 1, 1, 2, 2, 3, 4)))),
        editors=tuple(chance.sample(people, chance.choice((1, 2)))),
        year=str(chance.randint(1935, 2025)),
        title=chance.choice(lines_of(TITLES)),
        container_title=chance.choice(lines_of(JOURNALS if kind == "article" else BOOKS)),
        volume=str(volume),
        issue=str(issue),
        page_first=str(first),
        page_last=str(first + chance.randint(2, 40)),
        publisher=publisher,
        publisher_place=place,
        doi=f"10.{chance.randint(1000, 9999)}/{chance.choice('abcdefgh')}.{chance.randint(10, 99999)}",
    )


def in_full(name: tuple[str, str]) -> tuple[str, str]:
    """Print the given names as they are."""
    return name


def with_stops(name: tuple[str, str]) -> tuple[str, str]:
    """Print initials with stops and spaces: `M. S.`, `H.-U.`."""
    return name[0], " ".join("-".join(f"{part[0]}." for part in word.split("-")) for word in name[1].split())


def without_stops(name: tuple[str, str]) -> tuple[str, str]:
    """Print initials as letters only: `MS`, `HU`."""
    return name[0], "".join(part[0] for word in name[1].split() for part in word.split("-"))


def in_capitals(name: tuple[str, str]) -> tuple[str, str]:
    """Print the family name in capitals."""
    return name[0].upper(), name[1]


def inverted(names: Names, sep: str, last: str, comma: str = ", ") -> str:
    """Print every name with the family name first."""
    return _joined([f"{family}{comma}{given}" for family, given in names], sep, last)


def first_inverted(names: Names, sep: str, last: str) -> str:
    """Print the first name with the family name first, the others in reading order."""
    head = [f"{names[0][0]}, {names[0][1]}"]
    return _joined(head + [f"{given} {family}" for family, given in names[1:]], sep, last)


def in_order(names: Names, sep: str, last: str) -> str:
    """Print every name in reading order."""
    return _joined([f"{given} {family}" for family, given in names], sep, last)


def _joined(names: list[str], sep: str, last: str) -> str:
    return names[0] if len(names) == 1 else sep.join(names[:-1]) + last + names[-1]


#: What the templates call by one name.
SHORT = {
    "pages": ("page_first", "page_last"),
    "facts": ("publisher_place", "publisher"),
    "seat": ("publisher", "publisher_place"),
    "title_stop": ("title",),
    "title_comma": ("title",),
}


@dataclass(frozen=True)
class Style:
    """One row: how names are cut down and put in a row, and a template for each kind of work.

    `{title_stop}` and `{title_comma}` are the title with that sign, unless it ends in a question mark; `{ends}` is the
    `s` of several editors.
    """

    shape: Callable[[tuple[str, str]], tuple[str, str]]
    authors: Callable[[Names], str]
    editors: Callable[[Names], str]
    article: str
    book: str
    chapter: str

    def template(self, kind: Kind) -> str:
        return {"article": self.article, "book": self.book, "chapter": self.chapter}[kind]

    def write(self, record: Printed) -> str:
        """Return the printed line."""
        values = {name: getattr(record, name) for name in Printed.__annotations__}
        values["authors"] = self.authors(tuple(map(self.shape, record.authors)))
        values["editors"] = self.editors(tuple(map(self.shape, record.editors)))
        values["title_stop"] = record.title if record.title.endswith("?") else f"{record.title}."
        values["title_comma"] = record.title if record.title.endswith("?") else f"{record.title},"
        values["pages"] = f"{record.page_first}–{record.page_last}"
        values["facts"] = f"{record.publisher_place}: {record.publisher}"
        values["seat"] = f"{record.publisher}, {record.publisher_place}"
        values["ends"] = "s" if len(record.editors) > 1 else ""
        line = self.template(record.kind).format(**values)
        return line.replace("..", ".")


STYLES: dict[str, Style] = {
    "APA": Style(
        with_stops,
        lambda names: inverted(names, ", ", ", & "),
        lambda names: in_order(names, ", ", " & "),
        "{authors} ({year}). {title_stop} {container_title}, {volume}({issue}), {pages}. https://doi.org/{doi}",
        "{authors} ({year}). {title_stop} {publisher}.",
        "{authors} ({year}). {title_stop} In {editors} (Ed{ends}.), {container_title} (pp. {pages}). {publisher}.",
    ),
    "Chicago author-date": Style(
        in_full,
        lambda names: first_inverted(names, ", ", ", and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}. {year}. “{title_stop}” {container_title} {volume} ({issue}): {pages}. https://doi.org/{doi}.",
        "{authors}. {year}. {title_stop} {facts}.",
        "{authors}. {year}. “{title_stop}” In {container_title}, edited by {editors}, {pages}. {facts}.",
    ),
    "Chicago bibliography": Style(
        in_full,
        lambda names: first_inverted(names, ", ", ", and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}. “{title_stop}” {container_title} {volume}, no. {issue} ({year}): {pages}.",
        "{authors}. {title_stop} {facts}, {year}.",
        "{authors}. “{title_stop}” In {container_title}, edited by {editors}, {pages}. {facts}, {year}.",
    ),
    "Chicago note": Style(
        in_full,
        lambda names: in_order(names, ", ", " and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}, “{title_comma}” {container_title} {volume}, no. {issue} ({year}): {pages}.",
        "{authors}, {title} ({facts}, {year}).",
        "{authors}, “{title_comma}” in {container_title}, ed. {editors} ({facts}, {year}), {pages}.",
    ),
    "Harvard": Style(
        with_stops,
        lambda names: inverted(names, ", ", " and "),
        lambda names: inverted(names, ", ", " and "),
        "{authors} ({year}) ‘{title}’, {container_title}, vol. {volume}, no. {issue}, pp. {pages}.",
        "{authors} ({year}) {title_stop} {facts}.",
        "{authors} ({year}) ‘{title}’, in {editors} (ed{ends}.) {container_title}. {facts}, pp. {pages}.",
    ),
    "MLA": Style(
        in_full,
        lambda names: first_inverted(names, ", ", ", and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}. “{title_stop}” {container_title}, vol. {volume}, no. {issue}, {year}, pp. {pages}.",
        "{authors}. {title_stop} {publisher}, {year}.",
        "{authors}. “{title_stop}” {container_title}, edited by {editors}, {publisher}, {year}, pp. {pages}.",
    ),
    "Vancouver": Style(
        without_stops,
        lambda names: inverted(names, ", ", ", ", " "),
        lambda names: inverted(names, ", ", ", ", " "),
        "{authors}. {title_stop} {container_title}. {year};{volume}({issue}):{pages}. doi: {doi}",
        "{authors}. {title_stop} {facts}; {year}.",
        "{authors}. {title_stop} In: {editors}, editor{ends}. {container_title}. {facts}; {year}. p. {pages}.",
    ),
    "IEEE": Style(
        with_stops,
        lambda names: in_order(names, ", ", " and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}, “{title_comma}” {container_title}, vol. {volume}, no. {issue}, pp. {pages}, {year}, doi: {doi}.",
        "{authors}, {title_stop} {facts}, {year}.",
        "{authors}, “{title_comma}” in {container_title}, {editors}, Ed{ends}. {facts}, {year}, pp. {pages}.",
    ),
    "ABNT": Style(
        in_capitals,
        lambda names: inverted(names, "; ", "; "),
        lambda names: inverted(names, "; ", "; "),
        "{authors}. {title_stop} {container_title}, v. {volume}, n. {issue}, p. {pages}, {year}.",
        "{authors}. {title_stop} {facts}, {year}.",
        "{authors}. {title_stop} In: {editors} (org.). {container_title}. {facts}, {year}. p. {pages}.",
    ),
    "GOST": Style(
        with_stops,
        lambda names: inverted(names, ", ", ", ", " "),
        lambda names: in_order(names, ", ", ", "),
        "{authors} {title} // {container_title}. {year}. Vol. {volume}. № {issue}. P. {pages}.",
        "{authors} {title_stop} {facts}, {year}.",
        "{authors} {title} // {container_title} / Ed. by {editors}. {facts}, {year}. P. {pages}.",
    ),
    "German": Style(
        in_full,
        lambda names: inverted(names, "/", "/"),
        lambda names: inverted(names, "/", "/"),
        "{authors} ({year}): {title_stop} In: {container_title}, Jg. {volume}, H. {issue}, S. {pages}.",
        "{authors} ({year}): {title_stop} {facts}.",
        "{authors} ({year}): {title_stop} In: {editors} (Hrsg.): {container_title}. {facts}, S. {pages}.",
    ),
    "AMS": Style(
        in_full,
        lambda names: in_order(names, ", ", " and "),
        lambda names: in_order(names, ", ", " and "),
        "{authors}, {title}, {container_title} {volume} ({year}), no. {issue}, {pages}.",
        "{authors}, {title}, {seat}, {year}.",
        "{authors}, {title}, {container_title} ({editors}, ed{ends}.), {seat}, {year}, pp. {pages}.",
    ),
    "Springer LNCS": Style(
        with_stops,
        lambda names: inverted(names, ", ", ", "),
        lambda names: inverted(names, ", ", ", "),
        "{authors}: {title_stop} {container_title} {volume}({issue}), {pages} ({year}). https://doi.org/{doi}",
        "{authors}: {title_stop} {seat} ({year})",
        "{authors}: {title_stop} In: {editors} (ed{ends}.) {container_title}, pp. {pages}. {seat} ({year})",
    ),
    "ISNAD": Style(
        in_full,
        lambda names: inverted(names, " - ", " - "),
        lambda names: in_order(names, " - ", " - "),
        "{authors}. “{title}”. {container_title} {volume}/{issue} ({year}), {pages}.",
        "{authors}. {title_stop} {facts}, {year}.",
        "{authors}. “{title}”. {container_title}. ed. {editors}. {pages}. {facts}, {year}.",
    ),
}
#: Whole records that come back right, in hundredths, of 150 for each style and kind: article, book, chapter.
FLOORS: dict[str, tuple[int, int, int]] = {
    "APA": (97, 96, 97),
    "Chicago author-date": (97, 96, 95),
    "Chicago bibliography": (97, 96, 97),
    "Chicago note": (95, 97, 89),
    "Harvard": (93, 97, 86),
    "MLA": (97, 96, 94),
    "Vancouver": (97, 97, 96),
    "IEEE": (95, 88, 87),
    "ABNT": (96, 95, 94),
    "GOST": (97, 97, 82),
    "German": (96, 94, 94),
    "AMS": (96, 96, 92),
    "Springer LNCS": (97, 97, 90),
    "ISNAD": (96, 92, 82),
}
KINDS: tuple[Kind, ...] = ("article", "book", "chapter")


def fields_of(template: str) -> set[str]:
    """Return the names of the fields that a template prints."""
    names = [name for _, name, _, _ in Formatter().parse(template) if name]
    return {field for name in names for field in SHORT.get(name, (name,))}


def same_name(agent: dict[str, str], name: tuple[str, str]) -> bool:
    """Say whether a name comes back, as far as the print can tell.

    In reading order nothing shows where a compound family name begins; in `Gödel K. Title` nothing shows whose the stop
    is, the initial's or the sentence's.
    """
    read = " ".join(part for part in (agent.get("particle", ""), agent.get("family", "")) if part)
    family, given = name
    whole = f"{agent.get('given', '')} {read}"
    if " " in family and whole == f"{given} {family}":
        return True
    return read == family and agent.get("given") in ((given, f"{given}.") if len(given) == 1 else (given,))


def missed(style: Style, record: Printed) -> list[str]:
    """Return the names of the fields that do not come back; what the style does not print must be absent."""
    found: dict[str, Any] = references.as_json(references.read(style.write(record)))
    printed = fields_of(style.template(record.kind))
    wrong = []
    for role in ("authors", "editors"):
        agents = found.get(role, [])
        people = [style.shape(name) for name in getattr(record, role)] if role in printed else []
        if len(agents) != len(people) or not all(same_name(*pair) for pair in zip(agents, people, strict=True)):
            wrong.append(role)
    names = sorted(Printed.__annotations__.keys() - {"kind", "authors", "editors"})
    expected = {name: getattr(record, name) if name in printed else "" for name in names}
    return wrong + [name for name in names if str(found.get(name, "")) != expected[name]]


def rate(style: Style, kind: Kind, count: int = 150) -> float:
    """Return the share of random records that come back whole."""
    chance = random.Random(kind)
    return sum(not missed(style, draw(chance, kind)) for _ in range(count)) / count


@pytest.mark.parametrize("name", STYLES)
def test_what_is_printed_is_read(name: str) -> None:
    """Of random records printed in a style, as many come back whole as ever did."""
    rates = [rate(STYLES[name], kind) for kind in KINDS]
    shown = ", ".join(f"{kind} {value:.0%}" for kind, value in zip(KINDS, rates, strict=True))
    sys.stdout.write(f"{name}: {shown}\n")
    assert all(value * 100 >= floor for value, floor in zip(rates, FLOORS[name], strict=True)), shown
