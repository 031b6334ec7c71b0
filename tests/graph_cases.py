"""The article of the hand-written target, with five of its references, as a record typed from the printed lines."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from jopsrdf.identifiers import Identifier
from jopsrdf.notes import note
from jopsrdf.records import (
    Agent,
    Article,
    Contribution,
    Issue,
    Journal,
    Pages,
    PartialDate,
    Reference,
    Role,
    Text,
    Work,
    organisation,
)

BASE = "https://w3id.org/jopsrdf/"
JOPS = "Journal of Political Science: Bulletin of Yerevan University"


def doi(value: str) -> Identifier:
    """Return a DOI."""
    return Identifier("doi", value)


def person(family: str, given: str, role: Role = "author") -> Contribution:
    """Return a person's contribution."""
    return Contribution(agent=Agent(family=family, given=given), role=role)


def author(family: str, given: str, university: str, biography: str) -> Contribution:
    """Return an author of the article as the page presents them."""
    return Contribution(
        agent=Agent(family=family, given=given),
        affiliations=(organisation(university),),
        biography=Text(biography, "en"),
    )


CHAPTER = Work(
    type="chapter",
    title="Russlands hybrider Einfluss auf die europäische Integration Armeniens durch den 44-Tage-Krieg: "
    "Lehren für Armenien",
    contributions=(person("Aleksanyan", "Ashot"), person("Leiße", "Olaf", "editor")),
    issued=PartialDate(2025),
    container_title="Russische Schockwellen. Politik, Wirtschaft und Gesellschaft im Spannungsverhältnis der Regionen "
    "Südosteuropa und Mittlerer Osten",
    pages=Pages("219", "235"),
    publisher="Springer VS",
    publisher_place="Wiesbaden",
    identifiers=(doi("10.1007/978-3-658-46812-5_11"),),
    language="de",
)
WEB_TEXT = Work(
    type="webpage",
    title="Understanding Türkiye’s Entanglement with Russia",
    contributions=(
        person("Coşkun", "Alper"),
        person("Gabuev", "Alexander"),
        person("Pierini", "Marc"),
        person("Siccardi", "Francesco"),
        person("Umarov", "Temur"),
    ),
    issued=PartialDate(2024, 10, 15),
    container_title="Carnegie Endowment for International Peace",
    accessed=PartialDate(2025, 3, 16),
    identifiers=(
        Identifier(
            "url",
            "https://carnegieendowment.org/research/2024/10/understanding-turkiyes-entanglement-with-russia?lang=en",
        ),
    ),
)
INTERVIEW = Work(
    type="interview-article",
    title="Eurasianism as a Non-Western Episteme for Russian Humanities: Interview with Alexander G. Dugin, Dr. of Sc. "
    "(Political Sciences, Social Sciences), Professor, Leader of the International Eurasian Movement. "
    "Interviewed by M.A. Barannik",
    contributions=(person("Dugin", "Alexander"), person("Barannik", "M.A.", "interviewer")),
    issued=PartialDate(2022),
    container_title="Vestnik RUDN. International Relations",
    issue=Issue(volume="22", number="1"),
    pages=Pages("142", "152"),
    identifiers=(doi("10.22363/2313-0660-2022-22-1-142-152"),),
)
THESIS = Work(
    type="thesis",
    title="Lev Gumilev, Ethnogenesis and Eurasianism",
    contributions=(person("Titov", "Alexander S."),),
    issued=PartialDate(2014),
    submitted=PartialDate(2005, 3),
    degree="Doctor of Philosophy",
    university="University College London",
    department="School of Slavonic and Eastern European Studies",
    publisher="ProQuest LLC",
    identifiers=(Identifier("url", "https://discovery.ucl.ac.uk/id/eprint/1446515/1/U602440.pdf"),),
)
SELF_CITED = Work(
    type="article-journal",
    title="The Second Karabakh War and the Dynamics of Relations Between the Republic of Armenia and the "
    "Russian Federation",
    contributions=(person("Vardazaryan", "Marut"),),
    issued=PartialDate(2024),
    container_title=JOPS,
    issue=Issue(volume="3", number="1", whole_number="7"),
    pages=Pages("24", "36"),
    identifiers=(doi("10.46991/jops/2024.3.7.024"),),
)
#: The printed lines, by their number in the list of 63.
LINES: dict[int, tuple[Work, str]] = {
    1: (
        CHAPTER,
        (
            "Aleksanyan, Ashot. 2025. “Russlands hybrider Einfluss auf die europäische Integration Armeniens durch den "
            "44-Tage-Krieg: Lehren für Armenien.” In: Russische Schockwellen. Politik, Wirtschaft und Gesellschaft im "
            "Spannungsverhältnis der Regionen Südosteuropa und Mittlerer Osten, Herausgegeben von Olaf Leiße, 219-235. "
            "Springer VS, Wiesbaden. https://doi.org/10.1007/978-3-658-46812-5_11."
        ),
    ),
    11: (
        WEB_TEXT,
        (
            "Coşkun, Alper, Alexander Gabuev, Marc Pierini, Francesco Siccardi, and Temur Umarov. 2024. “"
            "Understanding Türkiye’s Entanglement with Russia.” Carnegie Endowment for International Peace, "
            "October 15, 2024. Accessed March 16, 2025. "
            "https://carnegieendowment.org/research/2024/10/understanding-turkiyes-entanglement-with-russia"
            "?lang=en."
        ),
    ),
    17: (
        INTERVIEW,
        (
            "Dugin, Alexander. 2022. “Eurasianism as a Non-Western Episteme for Russian Humanities: Interview with "
            "Alexander G. Dugin, Dr. of Sc. (Political Sciences, Social Sciences), Professor, Leader of the "
            "International Eurasian Movement. Interviewed by M.A. Barannik.” Vestnik RUDN. "
            "International Relations 22 (1): 142-152. https://doi.org/10.22363/2313-0660-2022-22-1-142-152."
        ),
    ),
    53: (
        THESIS,
        (
            "Titov, Alexander S. 2014. Lev Gumilev, Ethnogenesis and Eurasianism. University College London, School of "
            "Slavonic and Eastern European Studies: In fulfilment of the requirements for the degree of Doctor of "
            "Philosophy, March, 2005. ProQuest LLC. https://discovery.ucl.ac.uk/id/eprint/1446515/1/U602440.pdf."
        ),
    ),
    57: (
        SELF_CITED,
        (
            "Vardazaryan, Marut. 2024. “The Second Karabakh War and the Dynamics of Relations Between the Republic of "
            "Armenia and the Russian Federation.” Journal of Political Science: Bulletin of Yerevan University 3 "
            "(1(7): 24-36. https://doi.org/10.46991/JOPS/2024.3.7.024."
        ),
    ),
}


def reference(position: int) -> Reference:
    """Return a line of the list; those that the target leaves out are there, unread."""
    if position not in LINES:
        return Reference(raw=f"(line {position})", position=position)
    work, raw = LINES[position]
    unsure = position == 57
    return Reference(
        raw=raw,
        position=position,
        work=work,
        confidence=(("record", 0.93),) if unsure else (),
        notes=(note("issue-bracket", "read “(1(7)” as issue 1, whole number 7"),) if unsure else (),
    )


EXAMPLE = Article(
    title=Text(
        "Dynamics of Russian-Turkish Relations after the Second Karabakh War: New Priorities of National Interests and "
        "Strategies of Struggle in the South Caucasus",
        "en",
    ),
    contributions=(
        author(
            "Harutyunyan",
            "Gevorg",
            "Yerevan State University",
            "PhD in History, Associate Professor of the Chair of International Relations and Diplomacy, as well as a "
            "research fellow at the Center for Russian Studies of the Faculty of International Relations of Yerevan "
            "State University",
        ),
        author(
            "Vardazaryan",
            "Marut",
            "Yerevan State University",
            "PhD in History, Associate Professor of the Chair of International Relations and Diplomacy at Yerevan "
            "State University",
        ),
        author(
            "Jilavyan",
            "Svetlana",
            "Russian-Armenian University",
            "PhD candidate of the Chair of World Politics and International Relations of the Institute of "
            "International Relations and Socio-Political Sciences at Russian-Armenian University",
        ),
    ),
    identifiers=(doi("10.46991/jops/2025.4.10.125"),),
    keywords=((Text("offensive realism", "en"),), (Text("South Caucasus", "en"),)),
    abstracts=(
        Text(
            "The article analyzes the dynamics of Russian-Turkish relations after the Second Karabakh War of 2020.",
            "en",
        ),
    ),
    published=PartialDate(2025, 7, 9),
    section=Text("Security Policy", "en"),
    language="en",
    journal=Journal(title=JOPS, language="en"),
    issue=Issue(volume="4", number="1", whole_number="10"),
    pages=Pages("125", "141"),
    references=tuple(map(reference, range(1, 64))),
    source="page.txt",
    digest="0" * 64,
    retrieved="2026-01-01T00:00:00+00:00",
)


def gold_article(folder: Path) -> Article:
    """Return the seed's article with all 63 references, as the hand annotations have them."""
    page = json.loads((folder / "seed-article-gold.json").read_text(encoding="utf-8"))
    lines = json.loads((folder / "seed-gold.json").read_text(encoding="utf-8"))
    return replace(
        EXAMPLE,
        keywords=tuple((Text(word, "en"),) for word in page["keywords"]),
        abstracts=(Text(page["abstract"], "en"),),
        references=tuple(Reference(raw=line["raw"], position=line["n"], work=_gold_work(line)) for line in lines),
    )


def _gold_work(line: dict[str, Any]) -> Work:
    def date(name: str) -> PartialDate | None:
        return PartialDate.parse(line[name]) if line.get(name) else None

    people = [("author", who) for who in line["authors"]] + [("editor", who) for who in line.get("editors", ())]
    people += [("interviewer", who) for who in line.get("interviewer", ())]
    known = [(scheme, line[scheme]) for scheme in ("doi", "url") if line.get(scheme)]
    return Work(
        type="interview-article" if line.get("interviewer") else line["type"],
        title=line["title"],
        contributions=tuple(person(who["family"], who["given"], role) for role, who in people),  # type: ignore[arg-type]
        issued=date("date") or PartialDate(line["year"]),
        accessed=date("accessed"),
        submitted=date("submitted"),
        container_title=line.get("container_title", ""),
        collection_title=line.get("collection_title", ""),
        number=line.get("number", ""),
        issue=Issue(
            volume=line.get("volume", ""), number=line.get("issue", ""), whole_number=line.get("issue_whole", "")
        ),
        pages=Pages(line["page_first"], line.get("page_last", "")) if line.get("page_first") else None,
        publisher=line.get("publisher", ""),
        publisher_place=line.get("publisher_place", ""),
        university=line.get("university", ""),
        department=line.get("department", ""),
        degree=line.get("genre", ""),
        identifiers=tuple(Identifier(scheme, value) for scheme, value in known),
        language=line.get("language", ""),
    )
