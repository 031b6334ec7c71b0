"""This room settles editions in many languages, first editions in brackets, and what stands round publishers."""

from __future__ import annotations

import re

from jopsrdf.references.patterns import FIRST_EDITION
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.cues import SOFTWARE
from jopsrdf.references.words.periodicals import NEWSPAPER

#: How an edition is said to differ from the one before.
_RU = r"(?:испр|перераб|доп|стер|стереотип|расш|переработ|исправл|дополн)[а-я]*"
_PL = r"(?:popr|zm|rozsz|uzup|uzupeł|przejrz|przerob)[a-zńó]*"
_CS = r"(?:přeprac|dopl|rozš|upr|aktualiz|opr)[a-zíěáé]*"
_DE = r"(?:überarb|erw|verb|durchges|aktual|vollst|unveränd|neu bearb|erg|korr|ergänz|erweit)[a-zäöü]*"
_ES = r"(?:rev|corr|aum|ampl|atual|actual|ed)[a-zçãáéíóú]*"
_TR = r"(?:genişletilmiş|geliştirilmiş|gözden geçirilmiş|güncellenmiş|düzeltilmiş|yenilenmiş)"
_EDITION = re.compile(
    r"(?:"
    r"edisi (?:revisi|pertama|kedua|ketiga|keempat|kelima|terbaru|ke-?\s?\d+)|"
    r"cetakan (?:pertama|kedua|ketiga|ke-?\s?\d+)|"
    rf"(?:\d+-е изд(?:ание|\.)|изд(?:ание|\.)? \d+-е)(?:,? {_RU}\.?(?:,? (?:и )?{_RU})*)?|"
    rf"(?:вид(?:ання|\.)? \d+-е|\d+-е вид\.?)(?:,? [а-яіїє]+\.? (?:та|і) [а-яіїє]+)?|"
    rf"wyd(?:anie|\.)? (?:\d+|[IVX]+)(?:,? {_PL}\.?)*(?: i {_PL})?|"
    rf"\d+\.,? {_CS}\.?(?:,? (?:a )?{_CS}\.?)* vyd(?:ání|\.)?|"
    rf"\d+\., (?:(?:völlig|vollständig|stark) )?{_DE}\.?(?:,? (?:und |u\. )?{_DE}\.?)* Aufl(?:age|\.)?|"
    rf"{_TR}(?: ve {_TR})? \d+\.? ?(?:baskı|basım|bs)|\d+\. {_TR}(?: ve {_TR})? (?:baskı|basım|bs)|"
    r"(?:nuova|seconda|terza|quarta|quinta|sesta) ed(?:izione|\.)?(?: (?:ampliata|riveduta|aggiornata)(?: e \w+)?)?|"
    r"(?:nouv(?:elle|\.)|deuxième|troisième) éd(?:ition|\.)?(?: (?:revue|augmentée|corrigée)(?: et \w+)?)?|"
    rf"\d+\.?[ªº]? ed\. {_ES}\.?(?: (?:e|y) {_ES})?|"
    r"(?:edición|edição) (?:corregida|revisada|revista|ampliada|aumentada)(?: [ye] \w+)?|"
    r"\d+:[ae] uppl(?:agan|\.)?|\d+\. (?:udg(?:ave|\.)?|oppl(?:ag|\.)?|utg(?:ave|åva|\.)?|painos)|"
    r"\d+e,? (?:herz\. )?druk|ط\.?\s?\d+|الطبعة [^\W\d_]+|"
    r"\d+(?:-րդ|֊րդ) հրատ(?:արակություն|\.)?"
    r")(?!\w)",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?:versione?|versión|versão|версия|wersja|sürüm|v\.?) ?\d[\w.]*\)", re.IGNORECASE)
_COUNT = re.compile(r"(?:[IVXLC]+|\d+)\.?", re.IGNORECASE)
_VOLUMES = frozenset("kötet köt évfolyam évf".split())
#: What an edition opens with, if not with a figure.
_OPENING = frozenset(
    "edisi cetakan изд издание вид видання wyd wydanie genişletilmiş geliştirilmiş gözden güncellenmiş düzeltilmiş "
    "yenilenmiş nuova seconda terza quarta quinta sesta nouvelle nouv deuxième troisième edición edição "
    "ط الطبعة".split()
)
_PART = re.compile(r"Teil(?:bd|band)?|Tl|Halbband|partie|parte|part|часть|ч|kısım", re.IGNORECASE)
_NAMED_PART = re.compile(r"(?:մաս|part|teil|часть|parte|partie|kısım) (?:[Ա-Ֆ]|[A-Z]|\d+|[IVX]+)\.?", re.IGNORECASE)
_TRANSLATED_OR_EDITED = re.compile(
    r"(?:(?P<E>[Ee]dited by|[Ee]d\. by|[Hh]rsg\. von|[Hh]erausgegeben von|[Hh]az\.|[Yy]ay\. [Hh]az\.|[Oo]prac\.)|"
    r"(?P<T>[Tt]ranslated by|[Tt]rans\. by|[Üü]bers\. von|[Çç]ev\.|[Tt]łum\.|[Pp]rzeł\.)) (?=[^\W\d_a-z])",
)


def _edition_phrase(sheet: Sheet) -> None:
    """An edition is one with what it says of itself: "Edisi Revisi", "wyd. 2 popr.", "Genişletilmiş 3. baskı"."""
    for index in range(1, len(sheet.labels)):
        if sheet.firsts[index] in _OPENING and _is_edition(sheet, index):
            return


def _numbered_edition(sheet: Sheet) -> None:
    """So is one that a figure opens: "3-е изд., испр. и доп.", "2., přeprac. vyd."."""
    kinds = [fragment.kind for fragment in sheet.fragments]
    for index in range(1, len(kinds)):
        is_figure = kinds[index] == "e" or kinds[index : index + 2] == ["N", "w"]
        if is_figure and _is_edition(sheet, index):
            return


def _is_edition(sheet: Sheet, index: int) -> bool:
    """Label the edition that a fragment opens, if it does and no other one is known; say whether it does."""
    labels, fragments = sheet.labels, sheet.fragments
    match = _EDITION.match(sheet.raw, fragments[index].start) if labels[index] != "u" else None
    if not match:
        return False
    stop = index + 1
    while stop < len(labels) and fragments[stop].start < match.end():
        stop += 1
    is_date = labels[stop - 1] == "y" and fragments[stop - 1].kind in "YD"
    if "e" not in (*labels[:index], *labels[stop:]) and labels[stop - 1] != "u" and not is_date:
        sheet.put(index, stop, "e")
    return True


def _first_edition(sheet: Sheet) -> None:
    """The first edition in brackets behind the year is none that was used: "2004 (1re éd. 1962)"."""
    for index in range(1, len(sheet.labels)):
        gap = sheet.gaps[index]
        if sheet.labels[index - 1] != "y" or gap.strip()[:1] not in ("(", "["):
            continue
        match = FIRST_EDITION.match(sheet.raw, sheet.fragments[index].start - 1)
        for later in range(index, len(sheet.labels) if match else 0):
            if match and sheet.fragments[later].start < match.end() and sheet.labels[later] != "u":
                sheet.labels[later] = "n"


def _version(sheet: Sheet) -> None:
    """The version of a program in brackets is its edition, and never a part of a title: "Python (Version 3.11)"."""
    for index in range(1, len(sheet.labels)):
        match = _VERSION.match(sheet.raw, sheet.fragments[index].start) if sheet.gaps[index].endswith("(") else None
        if match:
            stop = index
            while stop < len(sheet.labels) and sheet.fragments[stop].start < match.end():
                stop += 1
            if SOFTWARE.search(sheet.raw):
                sheet.put(index, stop, "e")
            elif sheet.labels[index] == "t":
                sheet.put(index, stop, "n")
            return


def _extent(sheet: Sheet) -> None:
    """The number of volumes is no name: "ed. by H. W. Turnbull, 7 vols"."""
    for index, fragment in enumerate(sheet.fragments):
        if fragment.kind == "g" and sheet.labels[index] in "ETA":
            sheet.labels[index] = "n"


def _counted_volume(sheet: Sheet) -> None:
    """A number before the word for a volume is the volume: "II. kötet"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index] in "vn" and sheet.fragments[index + 1].kind == "V" and sheet.firsts[index + 1] in _VOLUMES:
            labels[index : index + 2] = "vi"  # "24. évf. 3. sz.": the number behind the word counts what follows it
            return
        is_pair = (
            labels[index] in "Entc" and sheet.firsts[index + 1] in _VOLUMES and sheet.gaps[index + 1] in (" ", ". ")
        )
        if is_pair and "v" not in labels and _COUNT.fullmatch(sheet.text(index)):
            sheet.put(index, index + 2, "v")


def _volume_behind_king(sheet: Sheet) -> None:
    """A volume behind a title that ends in a number and a stop is no part of it: "… Age of Philip II. Vol. 1."."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_edge = labels[index - 1 : index + 1] == ["t", "t"] and sheet.fragments[index].kind == "V"
        is_sentence = is_edge and sheet.gaps[index] == " " and sheet.raw[sheet.fragments[index - 1].end - 1] == "."
        if is_sentence and labels[index + 1] in "TELP" and "v" not in labels:
            labels[index] = "v"


def _part_of_volume(sheet: Sheet) -> None:
    """A part behind a volume is no container, nor is what that part is called: "Bd. 22, Teil 4: Herrschaft"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 2):
        is_part = labels[index] in "cnsL" and labels[index - 1] == "v" and _PART.fullmatch(sheet.text(index))
        if is_part and sheet.fragments[index + 1].kind in "NR" and sheet.gaps[index + 1] in (" ", ". "):
            stop = sheet.stretch(index)
            sheet.put(index, index + 2, "r")
            sheet.put(index + 2, max(stop, index + 2), "n")


def _part_of_title(sheet: Sheet) -> None:
    """A part behind a book's title is not what the book stands in: "… ըստ «Աշխարհացոյց»-ի, մաս Ա, Եր."."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index] in "cn" and labels[index - 1] == "t" and sheet.gaps[index] == ", "
        if is_behind and _NAMED_PART.fullmatch(sheet.text(index)):
            labels[index] = "r"


def _further_publisher(sheet: Sheet) -> None:
    """Behind a semicolon stand a second place and publisher: "São Paulo: Edusp; Porto Alegre: Zouk"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_pair = sheet.gaps[index].strip() == ";" and sheet.gaps[index + 1].strip() == ":" and labels[index] in "nLPc"
        if is_pair and labels[index - 1] == "P" and "L" in labels[:index] and labels[index + 1] in "nPLc":
            labels[index : index + 2] = "LP"


def _initials_of_publisher(sheet: Sheet) -> None:
    """Initials right before a publisher are its own: "Alfred A. Knopf" has not translated anything."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_named = labels[index] in "TE" and labels[index - 1] not in "TEA" and labels[index + 1] == "P"
        roles = BITS["translator"] | BITS["editor"]
        is_plain = is_named and sheet.gaps[index + 1] == " " and not sheet.fragments[index].flags & roles
        if is_plain and sheet.fragments[index].initials:
            labels[index] = "P"


def _publisher_behind_editors(sheet: Sheet) -> None:
    """Behind the host's title and its editors no second host stands: "Crisi (A. Gargani, ed.), Einaudi, Torino"."""
    labels = sheet.labels
    if "E" not in labels or labels.count("c") < 2 or "P" in labels or "L" not in labels:
        return
    place = labels.index("L") - 1
    if place > 0 and labels[place] == "c" and "c" in labels[:place] and labels[place - 1] == "E":
        labels[place] = "P"


def _role_in_note(sheet: Sheet) -> None:
    """Names behind "edited by" are editors wherever they stand, behind an edition too."""
    for index in range(1, len(sheet.labels)):
        match = (
            _TRANSLATED_OR_EDITED.match(sheet.raw, sheet.fragments[index].start) if sheet.labels[index] == "n" else None
        )
        if not match:
            continue
        stop = index + 1
        while stop < len(sheet.labels) and sheet.labels[stop] == "n":
            if sheet.fragments[stop].start > match.end() and sheet.gaps[stop] != " ":
                break
            stop += 1
        if sheet.fragments[stop - 1].end > match.end():
            sheet.put(index, stop, match.lastgroup or "E")


def _newspaper_in_names(sheet: Sheet) -> None:
    """A newspaper has translated nothing: "Folha de S. Paulo"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] in "TE" and labels[index - 1] not in "TEx" and "c" not in labels[:index]:
            stop = sheet.stretch(index)
            text = sheet.raw[sheet.fragments[index].start : sheet.fragments[stop - 1].end]
            if NEWSPAPER.pattern.fullmatch(text):
                sheet.put(index, stop, "c")


def _behind_university(sheet: Sheet) -> None:
    """A database behind the bracket of a thesis is no part of its university: "…, Pepperdine University]. PQDT"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        if (
            labels[index - 1 : index + 1] == ["P", "P"]
            and sheet.gaps[index].startswith("]. ")
            and "g" in labels[:index]
        ):
            sheet.put(index, sheet.stretch(index), "n")
            return


def _series_of_journal(sheet: Sheet) -> None:
    """A figure in brackets between a short journal and its volume is its series: "Tôhoku Math. J. (2) 9 (1957)"."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    series = sheet.stretch(place) if place else 0
    if not place or series + 2 >= len(labels) or labels[series + 2] != "y" or labels[series + 1] not in "vip":
        return
    is_bracketed = (
        sheet.gaps[series].endswith(" (") and sheet.gaps[series + 1] == ") " and sheet.gaps[series + 2] == " ("
    )
    if not is_bracketed or len(sheet.text(series)) != 1 or labels[series] not in "vin":
        return
    labels[series : series + 2] = "cv"
    head = sheet.fragments[place - 1]
    is_short = len(sheet.text(place).rstrip(".")) < 3 and sheet.gaps[place].startswith(".") and head.words <= 4
    if is_short and labels[place - 2 : place] == ["t", "t"] and sheet.gaps[place - 1][:1] == ",":
        labels[place - 1] = "c"


def _series_before_place(sheet: Sheet) -> None:
    """A sentence between a book's title and its place names a series: "… Science. Studies in Rationality. London"."""
    labels = sheet.labels
    if set("xvipETsu") & set(labels) or not {"t", "c", "L", "P"} <= set(labels):
        return
    place = labels.index("c")
    stop = sheet.stretch(place)
    is_between = labels[place - 1] == "t" and labels[stop : stop + 1] == ["L"] and "P" in labels[stop:]
    is_sentence = "." in sheet.gaps[place] and "." in sheet.gaps[stop] and sheet.fragments[place].kind == "w"
    if is_between and is_sentence and sheet.fragments[place - 1].kind != "q":
        sheet.put(place, stop, "s")


def _first_year(sheet: Sheet) -> None:
    """A year in a sentence before the edition is the first one's: "Syntactic Structures. 1957. 2nd ed., M., 2002"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 2):
        is_sentence = labels[index - 1 : index + 2] == ["t", "y", "e"] and fragments[index].kind == "Y"
        if is_sentence and sheet.gaps[index] == ". " and sheet.gaps[index + 1] == ". " and "y" in labels[index + 2 :]:
            labels[index] = "n"
            return


def _catalogue(sheet: Sheet) -> None:
    """A catalogue is no edition: "Exh. cat."."""
    for index, letter in enumerate(sheet.labels):
        if letter == "e" and sheet.text(index).lower() in ("cat", "kat", "catalogue", "katalog"):
            sheet.labels[index] = "n"


def _publisher_behind_edition(sheet: Sheet) -> None:
    """Between edition and place stands the publisher, where commas part all: "wyd. 2, Zakład Narodowy, Wrocław"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_row = labels[index - 1 : index + 2] == ["e", "t", "L"] and sheet.gaps[index] == sheet.gaps[index + 1] == ", "
        if is_row and sheet.fragments[index].kind == "w":
            labels[index] = "P"


RULES: tuple[Rule, ...] = (
    Rule(_first_year, r"^Yy\. e"),
    Rule(_catalogue, "ew$", word="cat kat catalogue katalog"),
    Rule(_edition_phrase, word=" ".join(sorted(_OPENING))),
    Rule(_numbered_edition, "e$|^N.*w$"),
    Rule(_first_edition, r"^.y\s*[(\[]"),
    Rule(_version, r"\(..$", word="version versione versión versão версия wersja sürüm v"),
    Rule(_extent, "[ETA]g$"),
    Rule(_counted_volume, word=" ".join(sorted(_VOLUMES))),
    Rule(_volume_behind_king, "^.t tV$", without="v"),
    Rule(_part_of_volume, "^.v.*[cnsL].$", word="teil teilbd teilband tl halbband partie parte part часть ч kısım"),
    Rule(_part_of_title, "^.t, [cn].$", word="մաս part teil часть parte partie kısım"),
    Rule(_series_of_journal, r"^.c.* \([vin].$"),
    Rule(_series_before_place, r"^.t.*\..*cw$", without="xvipETsu"),
    Rule(_publisher_behind_edition, "e, tw$", without="P"),
    Rule(_further_publisher, r"^.P\s*;\s*[nLPc]"),
    Rule(_initials_of_publisher, "^.[TE] P"),
    Rule(_publisher_behind_editors, "^.E.*c.$", without="P"),
    Rule(_role_in_note, "n.$", word="edited ed hrsg herausgegeben haz yay oprac translated trans übers çev tłum przeł"),
    Rule(_newspaper_in_names, "^.[^TEx].*[TE].$"),
    Rule(_behind_university, r"^.P\]\. .*P.$"),
)  # fmt: skip
