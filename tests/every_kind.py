"""An article with all that a page can state, citing a work of every kind; the works are real, the list is ours."""

from __future__ import annotations

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


def by(family: str, given: str, role: Role = "author") -> Contribution:
    """Return a person's contribution."""
    return Contribution(agent=Agent(family=family, given=given), role=role)


def named(scheme: str, value: str) -> tuple[Identifier, ...]:
    """Return one identifier."""
    return (Identifier(scheme, value),)


def work(kind: Any, title: str, year: int, *contributions: Contribution, **more: Any) -> Work:
    """Return a cited work."""
    return Work(type=kind, title=title, issued=PartialDate(year), contributions=contributions, **more)


WORKS = (
    work(
        "article-journal",
        "Software review: COCI, the OpenCitations Index of Crossref open DOI-to-DOI citations",
        2019,
        by("Heibi", "Ivan"),
        by("Peroni", "Silvio"),
        by("Shotton", "David"),
        container_title="Scientometrics",
        issue=Issue(volume="121", number="2"),
        pages=Pages("1213", "1228"),
        identifiers=named("doi", "10.1007/s11192-019-03217-6"),
    ),
    work(
        "article-magazine",
        "The Clash of Civilizations?",
        1993,
        by("Huntington", "Samuel P."),
        container_title="Foreign Affairs",
        issue=Issue(volume="72", number="3"),
        pages=Pages("22", "49"),
        identifiers=named("doi", "10.2307/20045621"),
    ),
    Work(
        type="article-newspaper",
        title="A Friedman Doctrine: The Social Responsibility of Business Is to Increase Its Profits",
        contributions=(by("Friedman", "Milton"),),
        issued=PartialDate(1970, 9, 13),
        container_title="The New York Times",
        pages=Pages("17"),
    ),
    work(
        "interview",
        "Nur noch ein Gott kann uns retten",
        1976,
        by("Heidegger", "Martin"),
        by("Augstein", "Rudolf", "interviewer"),
        container_title="Der Spiegel",
        issue=Issue(number="23"),
        pages=Pages("193", "219"),
        language="de",
    ),
    work(
        "interview-article",
        "Eurasianism as a Non-Western Episteme for Russian Humanities",
        2022,
        by("Dugin", "Alexander"),
        by("Barannik", "M.A.", "interviewer"),
        container_title="Vestnik RUDN. International Relations",
        issue=Issue(volume="22", number="1"),
        pages=Pages("142", "152"),
        identifiers=named("doi", "10.22363/2313-0660-2022-22-1-142-152"),
    ),
    work(
        "book",
        "Social Theory of International Politics",
        1999,
        by("Wendt", "Alexander"),
        collection_title="Cambridge Studies in International Relations",
        number="67",
        publisher="Cambridge University Press",
        publisher_place="Cambridge",
    ),
    work(
        "book",
        "Discipline and Punish: The Birth of the Prison",
        1977,
        by("Foucault", "Michel"),
        by("Sheridan", "Alan", "translator"),
        original=PartialDate(1975),
        edition="1st American ed.",
        publisher="Pantheon Books",
        publisher_place="New York",
        identifiers=named("isbn", "9780394499420"),
    ),
    work(
        "chapter",
        "Russlands hybrider Einfluss auf die europäische Integration Armeniens durch den 44-Tage-Krieg",
        2025,
        by("Aleksanyan", "Ashot"),
        by("Leiße", "Olaf", "editor"),
        container_title="Russische Schockwellen",
        pages=Pages("219", "235"),
        chapter_number="11",
        publisher="Springer VS",
        publisher_place="Wiesbaden",
        identifiers=named("doi", "10.1007/978-3-658-46812-5_11"),
        language="de",
    ),
    work(
        "thesis",
        "Lev Gumilev, Ethnogenesis and Eurasianism",
        2014,
        by("Titov", "Alexander S."),
        university="University College London",
        department="School of Slavonic and Eastern European Studies",
        degree="Doctor of Philosophy",
        submitted=PartialDate(2005, 3),
        publisher="ProQuest LLC",
        identifiers=named("url", "https://discovery.ucl.ac.uk/id/eprint/1446515/1/U602440.pdf"),
    ),
    work(
        "report",
        "Turkey’s Presidential System after Four and a Half Years",
        2022,
        Contribution(agent=organisation("Stiftung Wissenschaft und Politik")),
        collection_title="SWP Comment",
        number="9",
        identifiers=named("doi", "10.18449/2022c09"),
    ),
    work(
        "paper-conference",
        "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
        2019,
        by("Devlin", "Jacob"),
        by("Chang", "Ming-Wei"),
        by("Lee", "Kenton"),
        by("Toutanova", "Kristina"),
        container_title="Proceedings of the 2019 Conference of the North American Chapter of the ACL",
        event="NAACL-HLT 2019",
        pages=Pages("4171", "4186"),
        publisher="Association for Computational Linguistics",
        identifiers=named("doi", "10.18653/v1/n19-1423"),
    ),
    work(
        "preprint",
        "Attention Is All You Need",
        2017,
        by("Vaswani", "Ashish"),
        container_title="arXiv",
        identifiers=named("arxiv", "1706.03762"),
    ),
    Work(
        type="webpage",
        title="Understanding Türkiye’s Entanglement with Russia",
        contributions=(by("Coşkun", "Alper"), by("Gabuev", "Alexander")),
        issued=PartialDate(2024, 10, 15),
        container_title="Carnegie Endowment for International Peace",
        accessed=PartialDate(2025, 3, 16),
        identifiers=named(
            "url",
            "https://carnegieendowment.org/research/2024/10/understanding-turkiyes-entanglement-with-russia?lang=en",
        ),
    ),
    work(
        "legislation",
        "General Data Protection Regulation",
        2016,
        Contribution(agent=organisation("European Parliament and Council of the European Union")),
        container_title="Official Journal of the European Union",
        number="2016/679",
        issue=Issue(volume="L 119"),
        pages=Pages("1", "88"),
    ),
    work(
        "treaty",
        "Vienna Convention on the Law of Treaties",
        1969,
        container_title="United Nations Treaty Series",
        issue=Issue(volume="1155"),
        pages=Pages("331"),
    ),
    work("archive", "Great Domesday Book", 1086, container_title="The National Archives, Kew", number="E 31/2"),
    work(
        "dataset",
        "V-Dem Country-Year Dataset v13",
        2023,
        by("Coppedge", "Michael"),
        container_title="Varieties of Democracy Project",
        publisher="University of Gothenburg",
        identifiers=named("doi", "10.23696/vdemds23"),
    ),
    work(
        "software",
        "R: A Language and Environment for Statistical Computing",
        2021,
        Contribution(agent=organisation("R Core Team")),
        publisher="R Foundation for Statistical Computing",
        publisher_place="Vienna",
        identifiers=named("url", "https://www.r-project.org/"),
    ),
    work("audiovisual", "Bronenosets Potyomkin", 1925, by("Eisenstein", "Sergei"), publisher="Goskino"),
    work("document", "The Charge in the Soviet Union", 1946, by("Kennan", "George")),
)

ARTICLE = Article(
    title=Text("OpenCitations, an infrastructure organization for open scholarship", "en"),
    translated_titles=(Text("OpenCitations, un’organizzazione per la scienza aperta", "it"),),
    subtitle="A community service",
    contributions=(
        Contribution(
            agent=Agent(family="Peroni", given="Silvio", identifiers=named("orcid", "0000-0003-0530-4305")),
            affiliations=(organisation("University of Bologna", Identifier("ror", "01111rn36")),),
            biography=Text("Associate Professor at the University of Bologna", "en"),
        ),
        Contribution(
            agent=Agent(family="Shotton", given="David", identifiers=named("orcid", "0000-0001-5506-523X")),
            affiliations=(organisation("University of Oxford"),),
        ),
    ),
    identifiers=named("doi", "10.1162/qss_a_00023"),
    keywords=((Text("bibliographic references", "en"), Text("riferimenti bibliografici", "it")), (Text("SPAR", "en"),)),
    abstracts=(Text("OpenCitations is an infrastructure organization for open scholarship.", "en"),),
    published=PartialDate(2020, 2, 1),
    received=PartialDate(2019, 6, 30),
    accepted=PartialDate(2019, 12, 15),
    section=Text("Research Article", "en"),
    licence="https://creativecommons.org/licenses/by/4.0/",
    language="en",
    journal=Journal(
        title="Quantitative Science Studies",
        identifiers=named("issn", "2641-3337"),
        publisher="MIT Press",
        language="en",
        url="https://direct.mit.edu/qss",
    ),
    issue=Issue(volume="1", number="1", whole_number="1", title="Inaugural issue"),
    pages=Pages("428", "444"),
    url="https://direct.mit.edu/qss/article/1/1/428/15580",
    references=(
        *(
            Reference(
                raw=f"{work.title}, {work.issued}.",
                position=number,
                work=work,
                confidence=(("record", 0.9),),
                notes=(note("issue-bracket", "read as if it were closed"),) if number == 1 else (),
            )
            for number, work in enumerate(WORKS, 1)
        ),
        Reference(raw="Ibid.", position=len(WORKS) + 1),
    ),
    source="qss_a_00023.html",
    digest="0" * 64,
    retrieved="2026-01-01T00:00:00Z",
)
