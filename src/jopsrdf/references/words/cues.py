"""This room is the table of words and phrases that give away what sort of work a reference cites."""

from __future__ import annotations

import re

from jopsrdf.references.words.hinted import Hinted, words

THESIS = words(
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
    "proefschrift",
    "masterscriptie",
    "(?:disertační|diplomová|kandidátská) práce",
    "teză de (?:doctorat|licență)",
    "(?:phd|doktori) disszertáció",
    "(?:phd|doktori) értekezés",
    "szakdolgozat",
    "(?:doktors)?avhandling",
    "luận (?:án|văn) (?:tiến|thạc) sĩ",
    "διδακτορική διατριβή",
    "дисертация",
    "диссертациясы",
    "dissertasiya",
    "修士論文",
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
#: GB/T 7714 marks theses so, in square brackets behind the title.
THESIS_MARKS = frozenset({"D", "D/OL", "D/CD"})
LAW = re.compile(
    r"^[“\"]?(?:(?:federal|basic|public|constitutional)\s)?(?:law|act|regulation|directive|decree|"
    r"constitution|code|lei|decreto|portaria|resolução|medida provisória|constituição|constitución|"
    r"ley|"
    r"real decreto|loi|décret|ordonnance|gesetz|grundgesetz|verordnung|kanun|yönetmelik|закон|"
    r"федеральный закон|указ|постановление|конституция|оренда|օրենք|قانون|undang-undang|ustawa|"
    r"rozporządzenie)(?!\w)"
    r"(?=.*(?:\d|of the|da república|del|sobre|dispõe|no\.|№))",
    re.IGNORECASE,
)
TREATY = words(
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
#: A treaty by its own name: `Vienna Convention on …`; the name of a party or a place may stand first.
TREATY_NAME = re.compile(
    r"(?:(?:The )?(?:[A-Z][\w-]+ ){0,5}(?:Treaty|Convention|Protocol|Covenant|Statute|Charter|Agreement|Accords?)"
    r" (?:of|on|for|to|between|relating|concerning|establishing|against|regarding)(?!\w))"
)
#: An act by its own name, with its year: `Data Protection Act 2018`, `Americans With Disabilities Act of 1990`.
ACT = re.compile(
    r"(?:[A-Z][\w’'-]*,?\s(?:\(\w+\)\s)?(?:(?:and|of|for|the|with|to|on|in)\s){0,2}){1,10}?"
    r"(?:Act|Bill|Ordinance|Order|Regulations)(?:\s\([A-Z]\w+\))?(?:,?\s(?:of\s)?[12]\d{3}|,\s\d+\s)"
)
#: The parties of a court's decision.
COURT = re.compile(
    r"(?P<t>[^\W\d_][^\d\[(“\",;:]{1,70}?\svs?\.?\s[^\W\d_a-z][^\d\[(“\";:]{1,90}?)(?:,?\s(?=[\[(]?\d)|\.\s|\.?$)"
)
ARCHIVE = words(
    r"ф(?:онд)?\.\s?[\w-]+[.,]?\s+оп\.\s?\d+",
    r"f(?:ond)?\.\s?\d+,?\s+op\.\s?\d+",
    r"box \d+,? folder \d+",
    "national archives?",
    r"\w+ papers, (?:box|manuscripts?|special collections|library)",
    "manuscript division",
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
#: Shelf marks and divisions of archives, which may stand where a title was looked for.
SHELF = re.compile(r"\b(?:box \d+,? folder \d+|manuscript division|papers, (?:box|manuscript))", re.IGNORECASE)
DATA = Hinted(
    r"\[(?:data ?set|data ?base|data ?file|conjunto de dados|datensatz|jeu de données|base de (?:datos|dados)|"
    r"набор данных)[^\]]{0,40}\]|(?<!\w)data ?set\b(?=[\]).,])",
    "data",
    "dados",
    "daten",
    "données",
    "datos",
)
DATA_TITLE = Hinted(r"(?<!\w)data ?set(?: v| version|$)|^data from: ", "data")
#: Repositories that keep nothing but data.
DATA_HOME = words("dryad", "pangaea", "dataverse", "icpsr", "uk data (?:service|archive)", "gbif", "genbank")
#: Proceedings of learned societies, which are journals and report no conference.
LEARNED = re.compile(
    r"proc(?:eedings|\.|(?=\s))?\s?(?:of the )?(?:[\w-]+[. ]{1,2}){0,3}(?:acad(?:emy|\.| )|soc(?:iety|\.| )|royal |"
    r"r\. |ieee$|institution |entomol)|"
    r"an(?:ais|ales) d[aeo]s?(?: la)? (?:academia|sociedade?|museu|museo|instituto|facul)",
    re.IGNORECASE,
)
FOND = re.compile(r"[ФфFf](?<!\w.)(?:(?<=f)ond)?\.\s?[\w-]+[.,;]?\s+(?:Оп|оп|Op|op|inv)\.\s?[\w-]+")
PRESENTED = Hinted(
    r"(?<!\w)(?:paper|poster|talk|lecture|comunicação|trabalho|artigo|ponencia|palestra|"
    r"communication)s? (?:presented|presentation|delivered|apresentad[oa]|presentada|présentée|"
    r"ministrada)|presented at|\[(?:paper|conference) presentation\]|palestra ministrada",
    "present",
    "deliver",
    "apresenta",
    "présent",
    "ministrada",
)
#: What says that a paper was read, with the article before the name of the event.
PRESENTED_AT = re.compile(
    r"(?:(?:invited |unpublished )?"
    r"(?:paper|poster|talk|lecture|comunicação|trabalho|artigo|ponencia|communication|keynote)s? )?"
    r"(?:presented|delivered|given|apresentad[oa]|presentad[oa]|présentée?|vortrag|gehalten)\s?"
    r"(?:at|to|before|no|na|nos|nas|em|en|au|aux|à|auf)\b:?\s?(?:(?:the|el|la|le|les|der|dem|das)\s)?|"
    r"vortrag auf (?:der|dem) ",
    re.IGNORECASE,
)
#: What square brackets behind a title say of its medium.
MEDIA = re.compile(
    r"(?:(?:unpublished |audio |video |motion |computer |mobile |short |documentary |archival |online |silent |tv |"
    r"photo )?"
    r"(?:film|picture|video|vídeo|podcast|audio|song|album|cd|dvd|series|episode|broadcast|programme|program|software|"
    r"app|"
    r"code|data ?set|database|datafile|painting|photograph|sculpture|map|drawing|lithograph|webinar|lecture|speech|"
    r"tweet|post|preprint|blog|game|filme|película|filmed lecture|slides|powerpoint slides|conjunto de dados|datensatz|"
    r"base de (?:datos|dados)|jeu de données|видео|фильм|карта|набор данных))"
    r"(?:\s(?:file|recorded by|episode|series|archive|collection)\b.*)?(?:, .*)?$",
    re.IGNORECASE,
)
PREPRINT_SERVER = re.compile(
    r"(?:arxiv|biorxiv|medrxiv|psyarxiv|socarxiv|chemrxiv|edarxiv|techrxiv|lawarxiv|osf preprints|preprints\.org|ssrn|"
    r"ssrn electronic journal|research square|hal)(?:\s[\d.]+(?:v\d)?)?(?: preprint)?$",
    re.IGNORECASE,
)
ONLINE = Hinted(r"\[(?:internet|online|en ligne|en línea|электронный ресурс|em linha|on-line)\]", "[")
SOFTWARE = Hinted(
    r"\[(?:computer |mobile )?(?:software|program|code|app|programa de computador|logiciel)[^\]]*\]|"
    r"\bcomputer software(?=[\].)])|\br package version\b|\bversion \d[\d.]* \[",
    "[",
    "software",
    "version",
)
VIEWED = Hinted(
    r"\[(?:film|motion picture|video|vídeo|video file|audio|podcast|tv |television|radio|lied|webinar|"
    r"song|album|cd|dvd|filme|película|радиопередача|видео)[^\]]*\]|(?<!\w)(?:youtube|vimeo|dvd|"
    r"documentary film|directed by|dir\. by|podcast)(?!\w)|"
    r"season \d+, episode \d+|[.,] (?:lp|cd)\.?$|\d (?:filme|película|videocasset?te|dvd|fita de vídeo)s? \(|"
    r"(?:, |\()(?:film )?(?:director|producer|performer|conductor|yönetmen|réalisateur|regista|режиссёр)s?[.)]",
    "[",
    "episode",
    " lp",
    " cd",
    "youtube",
    "vimeo",
    "dvd",
    "film",
    "directed",
    "dir. by",
    "podcast",
    "director",
    "producer",
    "performer",
    "conductor",
    "yönetmen",
    "réalisateur",
    "regista",
    "режиссёр",
)
PREPRINT = words("preprint", "arxiv", "biorxiv", "medrxiv", "ssrn", "psyarxiv", "osf preprints", "препринт", "socarxiv")
CONFERENCE = words(
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
JOURNAL = words(
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
    r"(?:monats|vierteljahr(?:e?s)?)(?:hefte?|schrift)",
    "annalen",
    "archiv für",
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
REPORT = words(
    "(?:technical|research|annual|final|progress|policy|country|special) report",
    "tech(?:nical)?\\.? rep(?:ort)?s?",
    r"report(?: no)?",
    "rfc",
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
