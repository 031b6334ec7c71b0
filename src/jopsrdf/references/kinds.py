"""This room tells what sort of work a reference cites, from what is printed and from nothing else.

The first row of `KINDS` that fits decides; where none fits the work is a `document`, and a note says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from jopsrdf.records import WorkType


@dataclass(frozen=True, slots=True)
class Clues:
    """What the rows look at: the fields that were found, and the text they were found in.

    `text` is the reference without title and container; `has` holds names of fields of the flat JSON form, and "in" where the container stands behind a word for "in".
    """

    text: str
    title: str
    container: str
    publisher: str
    genre: str
    series: str
    has: frozenset[str]
    day: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """One row: the type and the test for it."""

    type: WorkType
    fits: Callable[[Clues], bool]


def _words(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)


THESIS = _words(
    r"(?:ph\.?\s?d\.?|doctoral|master(?:['’]?s)?|m\.?\s?sc\.?|m\.?a\.?|bachelor(?:['’]s)?|diploma|"
    r"unpublished)[ ,]+(?:\w+ )?(?:thesis|dissertation)",
    r"ph\.?d\.? thesis",
    "degree of doctor of philosophy",
    "doctor of philosophy",
    r"thesis \(?ph\.?d",
    "dissertation",
    "thesis",
    "diss",
    "inaugural-dissertation",
    "habilitationsschrift",
    "doktorarbeit",
    "masterarbeit",
    "diplomarbeit",
    "thèse de doctorat",
    "thèse",
    "mémoire de (?:maîtrise|master)",
    "tesis doctoral",
    "tesis de (?:maestría|licenciatura|doctorado|grado)",
    "tese",
    "dissertação",
    "tesis",
    "trabalho de conclusão de curso",
    "tesi di (?:laurea|dottorato)",
    "(?:yüksek lisans|doktora) tezi",
    "tezi",
    r"дис(?:с)?",
    "диссертация",
    "автореф(?:ерат)?",
    "дисертація",
    "ատենախոսություն",
    "skripsi",
    "disertasi",
    "rozprawa doktorska",
    "praca (?:doktorska|magisterska)",
    "رسالة (?:ماجستير|دكتوراه)",
    "أطروحة",
    "پایان‌نامه",
    "رساله",
    "博士(?:学位)?论文",
    "硕士(?:学位)?论文",
    "博士論文",
    "박사학위논문",
    "석사학위논문",
)
_LAW = re.compile(
    r"^[“\"]?(?:(?:federal|basic|public|constitutional)\s)?(?:law|act|regulation|directive|decree|"
    r"constitution|code|lei|decreto|portaria|resolução|medida provisória|constituição|constitución|"
    r"ley|"
    r"real decreto|loi|décret|ordonnance|gesetz|grundgesetz|verordnung|kanun|yönetmelik|закон|"
    r"федеральный закон|указ|постановление|конституция|оренда|օրենք|قانون|undang-undang|ustawa|"
    r"rozporządzenie)(?!\w)"
    r"(?=.*(?:\d|of the|da república|del|sobre|dispõe|no\.|№))",
    re.IGNORECASE,
)
_TREATY = _words(
    r"treaty (?:of|on|between|establishing)",
    r"convention (?:on|for|relating|concerning)",
    "protocol (?:to|on) ",
    r"agreement (?:between|on|establishing)",
    "tratado (?:de|sobre|entre)",
    "traité (?:de|sur)",
    "договор (?:о|между)",
    "конвенция (?:о|об)",
    "antlaşması",
    "u\\.?n\\.?t\\.?s",
)
_ARCHIVE = _words(
    r"ф(?:онд)?\.\s?[\w-]+[.,]?\s+оп\.\s?\d+",
    r"f(?:ond)?\.\s?\d+,?\s+op\.\s?\d+",
    r"box \d+,? folder \d+",
    "national archives?",
    "state archives?",
    "archives nationales",
    "bundesarchiv",
    "record group",
    r"rg \d+",
    "başbakanlık osmanlı arşivi",
    "boa",
    "archivo general",
    "arquivo (?:nacional|histórico|público)",
    "archivio di stato",
    "государственный архив",
    "рга(?:спи|ни)",
    "гарф",
    "հայաստանի ազգային արխիվ",
    "հաա",
)
_DATA = re.compile(
    r"\[(?:data ?set|dataset|conjunto de dados|datensatz|jeu de données|base de datos)\]|(?<!\w)data ?set\b(?=[\]).,])",
    re.IGNORECASE,
)
_DATA_TITLE = re.compile(r"(?<!\w)data ?set(?: v| version|$)", re.IGNORECASE)
_FOND = re.compile(r"(?<!\w)(?:Ф|ф|F|f|fond)\.\s?[\w-]+[.,;]?\s+(?:Оп|оп|Op|op|inv)\.\s?[\w-]+")
_PRESENTED = re.compile(
    r"(?<!\w)(?:paper|poster|talk|lecture|comunicação|trabalho|artigo|ponencia|palestra|"
    r"communication)s? (?:presented|presentation|delivered|apresentad[oa]|presentada|présentée|"
    r"ministrada)|presented at|\[(?:paper|conference) presentation\]|palestra ministrada",
    re.IGNORECASE,
)
_ONLINE = re.compile(r"\[(?:internet|online|en ligne|en línea|электронный ресурс|em linha|on-line)\]", re.IGNORECASE)
_SOFTWARE = re.compile(
    r"\[(?:computer )?(?:software|program|code|programa de computador|logiciel)[^\]]*\]|\bcomputer "
    r"software\b|\br package version\b|\bversion \d[\d.]* \[",
    re.IGNORECASE,
)
_VIEWED = re.compile(
    r"\[(?:film|motion picture|video|vídeo|video file|audio|podcast|tv series|television[^\]]*|lied|"
    r"song|album|cd|dvd|filme|película|радиопередача|видео)[^\]]*\]|(?<!\w)(?:youtube|vimeo|dvd|"
    r"documentary film|directed by|dir\. by|podcast)(?!\w)",
    re.IGNORECASE,
)
_PREPRINT = _words(
    "preprint", "arxiv", "biorxiv", "medrxiv", "ssrn", "psyarxiv", "osf preprints", "препринт", "socarxiv"
)
_NEWSPAPER = _words(
    "times",
    "the guardian",
    "guardian",
    "washington post",
    "post",
    "newspaper",
    "herald",
    "tribune",
    "daily",
    "gazette",
    "wall street journal",
    "le monde",
    "figaro",
    "libération",
    "el país",
    "la nación",
    "folha de s(?:\\.|ão) paulo",
    "o globo",
    "estadão",
    "o estado de s(?:\\.|ão) paulo",
    "público",
    "frankfurter allgemeine(?: zeitung)?",
    "faz",
    "süddeutsche zeitung",
    "die zeit",
    "neue zürcher zeitung",
    "der tagesspiegel",
    "corriere della sera",
    "la repubblica",
    "la stampa",
    "hürriyet",
    "milliyet",
    "cumhuriyet",
    "sabah",
    "известия",
    "правда",
    "коммерсантъ",
    "независимая газета",
    "российская газета",
    "газета",
    "kompas",
    "gazeta wyborcza",
    "rzeczpospolita",
    "haaretz",
    "boston globe",
    "telegraph",
    "independent",
    "chronicle",
    "news",
    "الأهرام",
    "人民日报",
    "朝日新聞",
    "jornal",
)
_MAGAZINE = _words(
    "magazine",
    "newsweek",
    "time",
    "the economist",
    "economist",
    "new yorker",
    "the new yorker",
    "der spiegel",
    "spiegel",
    "the atlantic",
    "veja",
    "harper['’]s",
    "national geographic",
    "wired",
    "nation",
    "new republic",
)
_CONFERENCE = _words(
    "proceedings",
    r"proc\.?",
    "conference",
    "conf",
    "symposium",
    "workshop",
    "congress",
    "colloquium",
    "annual meeting",
    "tagung",
    "tagungsband",
    "kongress",
    "colloque",
    "congrès",
    "actes du",
    "congreso",
    "simposio",
    "jornadas",
    "congresso",
    "simpósio",
    "anais",
    "encontro nacional",
    "seminário",
    "convegno",
    "atti del",
    "kongresi",
    "sempozyumu",
    "bildiriler",
    "конференци[ия]",
    "материалы",
    "симпозиум",
    "prosiding",
    "seminar nasional",
    "konferencja",
    "مؤتمر",
    "会议",
    "论文集",
    "poster presented",
    "paper presented",
    "presented at",
)
_JOURNAL = _words(
    "journal",
    "j",
    "review",
    "bulletin",
    "annals",
    "transactions",
    "quarterly",
    "letters",
    "archives",
    "zeitschrift",
    "jahrbuch",
    "revue",
    "annales",
    "cahiers",
    "revista",
    "cadernos",
    "cuadernos",
    "boletim",
    "boletín",
    "rivista",
    "annali",
    "dergisi",
    "журнал",
    "вестник",
    "известия",
    "вопросы",
    "записки",
    "вісник",
    "հանդես",
    "լրաբեր",
    "բանբեր",
    "مجلة",
    "مجله",
    "فصلنامه",
    "jurnal",
    "przegląd",
    "časopis",
    "tijdschrift",
    r"\w*学报",
    r"\w*杂志",
    r"\w*研究",
    "studies",
)
_REPORT = _words(
    "(?:technical|research|annual|final|progress|policy|country|special) report",
    "tech(?:nical)?\\.? rep(?:ort)?s?",
    r"report(?: no)?",
    "working papers?",
    "discussion papers?",
    "policy (?:brief|paper)",
    "white paper",
    "occasional papers?",
    "memo(?:randum)?",
    "swp[- ](?:comment|studie|aktuell|research paper)",
    "rapport",
    "informe",
    "relatório",
    "nota técnica",
    "bericht",
    "arbeitspapier",
    "diskussionspapier",
    "отчет",
    "доклад",
    "raporu",
    "laporan",
    "raport",
    "تقرير",
)


def _is_periodical(clues: Clues) -> bool:
    if "container_title" not in clues.has or ("publisher" in clues.has and not clues.has & {"volume", "issue"}):
        return False
    return (
        bool(clues.has & {"volume", "issue"})
        or bool(_JOURNAL.search(clues.container))
        or bool("in" not in clues.has and clues.has & {"page_first", "doi"})
    )


#: In the order of asking.
KINDS: tuple[Kind, ...] = (
    Kind("thesis", lambda c: bool(THESIS.search(c.genre) or ("volume" not in c.has and THESIS.search(c.text)))),
    Kind("interview-article", lambda c: "interviewer" in c.has and "container_title" in c.has),
    Kind("interview", lambda c: "interviewer" in c.has),
    Kind("dataset", lambda c: bool(_DATA.search(c.text) or ("volume" not in c.has and _DATA_TITLE.search(c.title)))),
    Kind("software", lambda c: bool("[" in c.text and _SOFTWARE.search(c.text))),
    Kind("audiovisual", lambda c: not c.has & {"volume", "doi"} and bool(_VIEWED.search(c.text))),
    Kind(
        "archive",
        lambda c: (
            not c.has & {"volume", "doi", "issue", "isbn", "in"}
            and bool(_ARCHIVE.search(c.text) or _FOND.search(c.text))
        ),
    ),
    Kind("treaty", lambda c: bool(_TREATY.match(c.title)) and "issue" not in c.has),
    Kind("legislation", lambda c: bool(_LAW.match(c.title)) and not c.has & {"doi"} and "in" not in c.has),
    Kind(
        "preprint",
        lambda c: (
            "volume" not in c.has
            and ("arxiv" in c.has or bool(_PREPRINT.search(f"{c.container} {c.genre} {c.publisher}")))
        ),
    ),
    Kind(
        "paper-conference",
        lambda c: (
            not ("volume" in c.has and "in" not in c.has and _JOURNAL.search(c.container))
            and bool(_CONFERENCE.search(f"{c.container} {c.genre}") or _PRESENTED.search(c.text))
        ),
    ),
    Kind("article-newspaper", lambda c: c.day and "volume" not in c.has and bool(_NEWSPAPER.search(c.container))),
    Kind(
        "article-magazine",
        lambda c: (
            "doi" not in c.has
            and (c.day or "volume" not in c.has)
            and "in" not in c.has
            and bool(_MAGAZINE.search(c.container))
        ),
    ),
    Kind(
        "chapter",
        lambda c: (
            "container_title" in c.has
            and bool(c.has & {"in", "editors"})
            and not ("issue" in c.has and not c.has & {"publisher", "editors"})
        ),
    ),
    Kind("report", lambda c: bool(_REPORT.search(f"{c.genre} {c.series}")) and "issue" not in c.has),
    Kind("article-journal", _is_periodical),
    Kind(
        "webpage",
        lambda c: (
            "url" in c.has
            and "container_title" in c.has
            and not c.has & {"publisher", "isbn", "edition", "doi", "page_first"}
        ),
    ),
    Kind("chapter", lambda c: "container_title" in c.has and "page_first" in c.has),
    Kind(
        "article-journal",
        lambda c: "container_title" in c.has and "publisher" not in c.has and bool(c.has & {"doi", "pmid", "issn"}),
    ),
    Kind(
        "webpage",
        lambda c: (
            "url" in c.has
            and not c.has & {"isbn", "edition", "doi", "container_title", "extent"}
            and ("publisher_place" not in c.has or _ONLINE.search(c.text) is not None)
        ),
    ),
    Kind(
        "book",
        lambda c: "title" in c.has and bool(c.has & {"publisher", "publisher_place", "isbn", "edition", "extent"}),
    ),
)


def tell(clues: Clues) -> WorkType:
    """Return the type that the printed cues give, `document` where there are none.

    >>> tell(Clues("", "Russia and Europe", "", "N. Strakhov", "", "", frozenset({"title", "publisher"})))
    'book'
    >>> tell(Clues("", "Russia and Europe", "", "", "", "", frozenset({"title"})))
    'document'
    """
    return next((kind.type for kind in KINDS if kind.fits(clues)), "document")
