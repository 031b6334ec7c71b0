"""This room is the table of what a work can be, and of what can hold works, in both vocabularies.

FaBiO's Work, Expression, Manifestation and Item are disjoint, so every class here is an Expression: a working paper,
a report, a data set and a sound recording *as works* (`fabio:Report`, `fabio:Dataset` …) must not be used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jopsrdf.terms import FABIO, SCHEMA, Term

#: What the container of a work is taken for: a row of `HOLDERS`, a kind of host book, or the publisher of a site.
Held = Literal["journal", "magazine", "newspaper", "periodical", "book", "proceedings", "series", "collection", "site"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the FaBiO classes beside `fabio:Expression`, the schema.org class, and what `container_title` names."""

    name: str
    fabio: tuple[Term, ...]
    schema: Term
    held_by: Held
    genre: str = ""
    paged: bool = False


@dataclass(frozen=True, slots=True)
class Holder:
    """One row for what holds works: its classes, and those of its volumes and issues ("" where it has none)."""

    name: str
    fabio: Term
    schema: Term
    volume: Term = ""
    issue: Term = ""


#: The rows follow `records.WorkType`; the last two are hosts. `paged`: in the domain of schema:pageStart.
KINDS: dict[str, Kind] = {
    row.name: row
    for row in (
        Kind("article-journal", (FABIO["JournalArticle"],), SCHEMA["ScholarlyArticle"], "journal", paged=True),
        Kind("article-magazine", (FABIO["MagazineArticle"],), SCHEMA["Article"], "magazine", paged=True),
        Kind("article-newspaper", (FABIO["NewspaperArticle"],), SCHEMA["NewsArticle"], "newspaper", paged=True),
        # There is no fabio:Interview, and COAR's concept was withdrawn: schema:genre says it.
        Kind(
            "interview-article",
            (FABIO["JournalArticle"],),
            SCHEMA["ScholarlyArticle"],
            "journal",
            genre="interview",
            paged=True,
        ),
        Kind("interview", (), SCHEMA["Article"], "periodical", genre="interview", paged=True),
        Kind("book", (FABIO["Book"],), SCHEMA["Book"], "collection"),
        Kind("chapter", (FABIO["BookChapter"],), SCHEMA["Chapter"], "book", paged=True),
        Kind("thesis", (FABIO["Thesis"],), SCHEMA["Thesis"], "collection"),
        Kind("report", (FABIO["ReportDocument"],), SCHEMA["Report"], "series", paged=True),
        Kind("paper-conference", (FABIO["ConferencePaper"],), SCHEMA["ScholarlyArticle"], "proceedings", paged=True),
        Kind("preprint", (FABIO["Preprint"],), SCHEMA["ScholarlyArticle"], "site", genre="preprint", paged=True),
        Kind("webpage", (FABIO["WebContent"],), SCHEMA["WebPage"], "site"),
        # A law is neither a policy nor a report, and FaBiO has no class for it.
        Kind("legislation", (), SCHEMA["Legislation"], "periodical"),
        Kind("treaty", (), SCHEMA["Legislation"], "periodical", genre="treaty"),
        Kind("archive", (FABIO["ArchivalDocument"],), SCHEMA["ArchiveComponent"], "collection"),
        Kind("dataset", (FABIO["DataFile"],), SCHEMA["Dataset"], "site"),
        Kind("software", (FABIO["ComputerProgram"],), SCHEMA["SoftwareApplication"], "site"),
        # Film and sound recording have classes, but a reference seldom says which of them it means.
        Kind("audiovisual", (), SCHEMA["MediaObject"], "collection"),
        Kind("document", (), SCHEMA["CreativeWork"], "collection"),
        Kind("proceedings", (FABIO["ConferenceProceedings"],), SCHEMA["Book"], "collection"),
    )
}

DOCTOR, MASTER, BACHELOR = FABIO["DoctoralThesis"], FABIO["MastersThesis"], FABIO["BachelorsThesis"]

HOLDERS: dict[str, Holder] = {
    row.name: row
    for row in (
        Holder("journal", FABIO["Journal"], SCHEMA["Periodical"], FABIO["JournalVolume"], FABIO["JournalIssue"]),
        Holder("magazine", FABIO["Magazine"], SCHEMA["Periodical"], FABIO["PeriodicalVolume"], FABIO["MagazineIssue"]),
        Holder(
            "newspaper", FABIO["Newspaper"], SCHEMA["Newspaper"], FABIO["PeriodicalVolume"], FABIO["NewspaperIssue"]
        ),
        Holder(
            "periodical", FABIO["Periodical"], SCHEMA["Periodical"], FABIO["PeriodicalVolume"], FABIO["PeriodicalIssue"]
        ),
        Holder("series", FABIO["Series"], SCHEMA["CreativeWorkSeries"]),
        Holder("collection", FABIO["ExpressionCollection"], SCHEMA["Collection"]),
        Holder("site", FABIO["ExpressionCollection"], SCHEMA["WebSite"]),
    )
}
SERIALS = frozenset(name for name, row in HOLDERS.items() if row.volume)

#: Stems of the words that tell the level of a thesis, in the languages of our journals; the first row that fits
#: decides. A habilitation has no class of its own and stays `fabio:Thesis`.
DEGREES: tuple[tuple[str, Term], ...] = (
    ("habilit", ""),
    ("doctor|docteur|dokto|doutor|dottor|candidat|доктор|кандидат|դոկտոր|թեկնածու|دكتوراه|دکتری|博士", DOCTOR),
    (r"\bph\.?\s?d\b|\bd\.?\s?phil|\bd\.?\s?sc\b|\bed\.?\s?d\b", DOCTOR),
    (
        "master|máster|maestr|magist|mestr|maîtrise|laurea|магист|магіст|մագիստրոս|yüksek lisans|ماجستير|ارشد|硕士",
        MASTER,
    ),
    (r"\bm\.?\s?(?:a|sc|phil|ed|res)\b", MASTER),
    ("bachelor|bachiller|licenciat|licencjat|бакалавр|բակալավր", BACHELOR),
    (r"\bb\.?\s?(?:a|sc|ed)\b", BACHELOR),
)
