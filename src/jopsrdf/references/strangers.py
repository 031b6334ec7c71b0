"""This room knows what stands in a list of references and is none: headings, figure credits, page numbers."""

from __future__ import annotations

import re

#: Words of headings, by language.
HEADINGS: dict[str, str] = {
    "en": "references|reference list|bibliography|works cited|literature|literature cited|sources|primary "
    "sources|secondary sources|secondary literature|primary literature|further reading|"
    "books|articles|archives|archival sources|internet sources|online sources|electronic sources|web "
    "sources|notes|books and articles|newspapers|interviews|cited works|reports|documents|legal acts",
    "de": "literatur|literaturverzeichnis|quellen|quellenverzeichnis|bibliographie|primärquellen|"
    "sekundärliteratur|primärliteratur|internetquellen|archivalien|quellen und literatur",
    "fr": "références|références bibliographiques|bibliographie|sources|sources primaires|sources "
    "secondaires|ouvrages cités|ouvrages|articles|sitographie|webographie",
    "es": "referencias|referencias bibliográficas|bibliografía|fuentes|fuentes primarias|obras citadas|"
    "literatura citada",
    "pt": "referências|referências bibliográficas|bibliografia|fontes|fontes primárias|obras citadas|"
    "literatura citada|legislação",
    "it": "riferimenti bibliografici|bibliografia|fonti|opere citate|sitografia|riferimenti",
    "tr": "kaynakça|kaynaklar|bibliyografya|birincil kaynaklar|ikincil kaynaklar|internet kaynakları|"
    "kitaplar|makaleler|arşiv belgeleri",
    "ru": "литература|список литературы|источники|библиография|библиографический список|источники и "
    "литература|список источников|список использованной литературы|архивные материалы|"
    "интернет-ресурсы|references",
    "uk": "література|список літератури|джерела|список використаних джерел|бібліографія",
    "hy": "գրականություն|գրականության ցանկ|աղբյուրներ|մատենագիտություն|օգտագործված գրականության ցանկ|"
    "աղբյուրներ և գրականություն",
    "ar": "المراجع|المصادر|المصادر والمراجع|قائمة المراجع|المراجع العربية|المراجع الأجنبية",
    "fa": "منابع|فهرست منابع|کتابنامه|منابع فارسی|منابع انگلیسی",
    "id": "daftar pustaka|referensi|bibliografi|sumber",
    "pl": "bibliografia|literatura|źródła|wykaz literatury|netografia|literatura przedmiotu|akty prawne",
    "cs": "literatura|použitá literatura|prameny|seznam literatury",
    "nl": "literatuur|bronnen|bibliografie|literatuurlijst",
    "zh": "参考文献|參考文獻|引用文献",
    "ja": "参考文献|引用文献",
    "ko": "참고문헌|참고 문헌",
}
_HEADING = frozenset(word for words in HEADINGS.values() for word in words.split("|"))
_CREDIT = re.compile(
    r"\s*(?:(?:figure|fig|table|tab|abb|abbildung|tabelle|рис|рисунок|таблица|табл|мал|şekil|tablo|"
    r"resim|harita|նկ|նկար|աղյուսակ|figura|tabela|tabla|quadro|gráfico|gambar|rys|obr|map|photo|image|"
    r"illustration|شكل|جدول|图|圖|表|図)"
    r"\.?\s?[\dIVX]+\s?[.:։、 ]|(?:source|photo|image|photograph|credit|foto|bildnachweis|quelle|fonte|"
    r"kaynak|фото|источник)s?(?: by)?\s?:|©)",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"[\W\d_]*(?:page|seite|стр|p)?[\W\d_]*", re.IGNORECASE)
_EDGES = " .:;*•–—-_#\u200f\u200e"


def strangeness(line: str) -> str:
    """Return what a line is when it is no reference, or "".

    >>> strangeness("Secondary literature:"), strangeness("Fig. 2: Map of Armenia"), strangeness("141")
    ('a heading', 'a caption or credit', 'no words')
    >>> strangeness("Erdoğan, Recep T. 2021. A Fairer World is Possible. Turkuvaz Kitap")
    ''
    """
    if len(line) < 40 and _FURNITURE.fullmatch(line):
        return "no words"
    if _CREDIT.match(line):
        return "a caption or credit"
    if len(line) <= 80:
        bare = re.sub(r"^(?:[\divxIVX]{1,4}[.)]\s*)+", "", line.strip(_EDGES)).strip(_EDGES).lower()
        if bare in _HEADING or _looks_like_heading(line):
            return "a heading"
    return ""


def _looks_like_heading(line: str) -> bool:
    """Say whether a short line without a date, a name or a stop is all that it says: a heading."""
    bare = line.strip()
    if any(char.isdigit() or char in '.,;"“«()[]/—' for char in bare.rstrip(":")):
        return False
    words = bare.rstrip(":").split()
    return 1 <= len(words) <= 5 and bare[0].isupper() and (bare.endswith(":") or (bare.isupper() and len(words) > 1))
