"""This room settles what is printed of roles: forewords, editions "established by", "director", "trad. it." alone."""

from __future__ import annotations

import re

from jopsrdf.references.name_parts import is_initials
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.places import KNOWN

#: Words that name who worked on a text: `E` as its editor, `n` in a way that no field of ours has.
_EDITED = (
    r"(?:éd(?:ition|\.)|textes?) (?:établi|choisi|réuni|présenté|annoté)[\w, ]{0,40}? par|"
    r"edited,? (?:and )?with an? [\w ]{0,25}(?:introduction|notes|preface) by|"
    r"yay(?:ına|\.) haz(?:ırlayan|\.)|hazırlayan|"
    r"éd(?:ition|\.)(?: critique)? de(?= (?-i:[A-ZÀ-Þ])\S+ (?-i:[A-ZÀ-Þ]))|"
    r"под (?:общ(?:\.|ей) |науч(?:\.|ной) )?ред(?:\.|акцией)|(?:отв|гл|науч)\. ред\.|сост(?:\.|авители?:?)"
)
_TRANSLATED = (
    r"(?:di(?:ter|alih)[jb]\w+kan oleh|alih bahasa(?: oleh)?|"
    r"přel(?:ožil[ai]?|\.)|preložil[ai]?|תרגום:?|תרגמה|fordította|traducere de|przełożył[ai]?|"
    r"tłum(?:aczył[ai]?|aczenie)|"
    r"övers(?:att|ättning|\.) av|over?sat(?:t)? a[fv]|overs\. af|vertaald door|suom(?:entanut|\.)|μτφρ\.?|μετάφραση:?|"
    r"переклад(?:ач|ено)?|превод(?: от)?|прев\.|prev(?:eo|ela|od)\b|"
    r"(?:présenté|introduit|annoté|établi)e?s?(?:, \w+)?,? et traduite?s? (?:de \S+ )?par)"
)
_ACCOMPANIED = (
    r"(?:with (?:an? )?(?:new )?)?(?:introduction|foreword|preface|afterword|introd\.|intro\.) by|"
    r"illustrat(?:ed|ions) by|"
    r"(?:avec une )?(?:préface|avant-propos|postface|introduction|illustrations) (?:de|d[’'])|"
    r"(?:mit (?:einem|einer) )?(?:vorwort|nachwort|einleitung|geleitwort|einl\.) (?:von|v\.)|"
    r"(?:con )?(?:prólogo|prefacio|introducción|estudio preliminar|epílogo) de|"
    r"(?:com )?(?:prefácio|posfácio|introdução) de|"
    r"(?:con )?(?:introduzione|prefazione|postfazione|presentazione) di|"
    r"(?:вступ(?:\.|ительная) (?:ст(?:\.|атья)|слово)|предисл(?:\.|овие)|послесл(?:\.|овие)|коммент?\.)|"
    r"con un[ao]? (?:saggio|introduzione|nota|prefazione) di|"
    r"wstęp(?:em)?|(?:önsöz|sunuş|giriş)(?=:)|kata pengantar"
)
_WORKED = re.compile(
    rf"(?:(?P<E>{_EDITED})|(?P<T>{_TRANSLATED})|(?P<n>{_ACCOMPANIED}))(?:(?!\w)|(?<=[’']))", re.IGNORECASE
)
_LANGUAGE = (
    r"(?:it|ital|fr|franc|franç|ingl|angl|engl?|esp|spagn|span|cast|ted|all|alem|dt|deutsch|russ?|port|pol|arm|tur|"
    r"italiana|francese|francesa|française|inglese|inglesa|anglaise|española|espanhola|tedesca|alemana|allemande|"
    r"portuguesa|russa)"
)
#: A word for a translation that names a language and nobody: "trad. it. parziale in …", "пер. с англ.".
_NOBODY = re.compile(
    rf"(?:trad|traduzione|traducción|traduction|tradução|transl?|tr)\.? {_LANGUAGE}\b\.?"
    r"(?: parzial[ei]| partielle| parcial)?(?:\.?$|[,;)\]]| in )|"
    rf"{_LANGUAGE}\.? (?:Übers|Übersetzung|transl?|trad)\.?$|"
    r"(?:пер|перевод)\.? (?:с|з) (?:[а-яіїєґ]+\.?)(?:(?: яз\.?)|(?: языка))?$",
    re.IGNORECASE,
)
_SPOKEN = re.compile(rf"{_LANGUAGE}\.?", re.IGNORECASE)
_TRANSLATION = re.compile(r"(?:Übers|Übersetzung|transl?|trad)\.?", re.IGNORECASE)
#: What a maker of a film or recording is called behind the name.
_MAKERS = (
    "director directors producer producers performer performers conductor conductors composer composers host hosts "
    "narrator narrators writer writers screenwriter screenwriters creator creators regisseur regisseurin yönetmen "
    "réalisateur réalisatrice regista realizador cineasta реж режиссер режиссёр"
)
_MAKER = re.compile(
    rf"(?:film |executive |music )?(?:{_MAKERS.replace(' ', '|')})(?: (?:and|&) \w+)?\.?$", re.IGNORECASE
)
_HEAD = 12
_FROM_LANGUAGE = re.compile(r"[сз] [а-яіїє]+\.?$")
_BY = re.compile(
    r"(?:[Ee]ds?\.|[Ee]dited) by |[Hh](?:rs)?g\. (?:von|v\.) |[Tt]r(?:ad)?\. (?:it\. )?di |[Tt]rans(?:lated|\.) by |"
    r"(?:pod )?red\. (?=[A-ZŻŹŚŁĆ])|(?:под|за) ред\. (?=[А-ЯІЇЄ])"
)
#: The same in short, before a whole name: "Illuminations, ed. Hannah Arendt".
_SHORT_BY = re.compile(r"ed\. (?=[A-ZÀ-Þ]\S+ [A-ZÀ-Þ])")
_EDITORS = re.compile(r"editors?|eds?", re.IGNORECASE)
#: No name at the head of a note has more words.
_LONGEST_NAME = 4
_GENERATION = re.compile(r"2nd|3rd|4th|Jr|Sr|II|III")


def _worked(sheet: Sheet) -> None:
    """Names behind "texte établi par" are editors; those behind "préface de" have no field, nor are they a title."""
    labels, fragments = sheet.labels, sheet.fragments
    index = 1
    while index < len(labels):
        match = _WORKED.match(sheet.raw, fragments[index].start) if labels[index] in "tcETneA" else None
        if not match:
            index += 1
            continue
        letter, taken = match.lastgroup or "n", labels[index]
        _part_head(sheet, index)
        while index < len(labels) and (fragments[index].start <= match.end() + 1 or _goes_on(sheet, index, taken)):
            labels[index] = letter
            index += 1


def _goes_on(sheet: Sheet, index: int, taken: str) -> bool:
    """Say whether a fragment belongs to the names: it was taken for the same, or for names without a word of theirs."""
    is_named = sheet.labels[index] in "ET" and not sheet.fragments[index].flags & BITS["translator"]
    return (sheet.labels[index] == taken or is_named) and not _opens(sheet, index)


def _opens(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment opens a sentence or a subtitle: what is before it ends in no initial."""
    gap = sheet.gaps[index]
    last = sheet.text(index - 1).rpartition(" ")[2]
    return ":" in gap or "/" in gap or ("." in gap and not is_initials(f"{last}."))


def _part_head(sheet: Sheet, place: int) -> None:
    """Before such words stand author and title, if all was taken for editors: "Evliya Çelebi, Seyahatname, haz. …"."""
    labels = sheet.labels
    if "/" in sheet.gaps[place] and labels[: place + 1] == ["A"] * (place + 1):
        first = next((i for i in range(place) if not sheet.fragments[i].initials), 0)
        sheet.put(first, place, "t")
        return
    if place > 4 or labels[:place] != ["E"] * place:
        return
    if "/" in sheet.gaps[place] or place == 1:
        sheet.put(0, place, "t")
        return
    is_inverted = place > 2 and sheet.fragments[0].words == 1
    sheet.put(0, 1 + is_inverted, "A")
    sheet.put(1 + is_inverted, place, "t")


def _translators_behind_language(sheet: Sheet) -> None:
    """Names behind "пер. с фр." have translated, up to the semicolon before the editors: "…; под ред. И. Борисовой"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] != "TE" or not _FROM_LANGUAGE.match(sheet.text(index - 1)):
            continue
        stop = sheet.stretch(index)
        editors = next((i for i in range(index, stop) if sheet.gaps[i].strip() == ";"), stop)
        is_named = sheet.fragments[index].initials and not sheet.fragments[index].flags & BITS["editor"]
        if is_named:
            sheet.put(index, editors, "T")
        return


def _nobody(sheet: Sheet) -> None:
    """A translation's language is no translator: "trad. fr.", "engl. Übers.", "trad. it. parziale in …"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        if labels[index] != "T" or labels[index - 1] == "T":
            continue
        stop = sheet.stretch(index)
        end = fragments[stop - 1].end
        if _NOBODY.match(sheet.raw[fragments[index].start : end]):
            sheet.put(index, stop, "n")
        elif _TRANSLATION.fullmatch(sheet.raw, fragments[index].start, end) and _SPOKEN.fullmatch(
            sheet.text(index - 1)
        ):
            sheet.put(index - 1, stop, "n")


def _title_before_phrase(sheet: Sheet) -> None:
    """A sentence before "tr. it. di" is a subtitle, no translator: "La banalità del male. Eichmann a …, tr. it. di"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] != "t" or labels[index] not in "TE" or sheet.gaps[index] != ". ":
            continue
        stop = sheet.stretch(index)
        place = next((i for i in range(index + 1, stop) if _BY.match(sheet.raw, sheet.fragments[i].start)), 0)
        if place and sheet.gaps[place] == ", " and not any(one.initials for one in sheet.fragments[index:place]):
            sheet.put(index, place, "t")
        return


def _names_go_on(sheet: Sheet) -> None:
    """Names behind those of translators or editors, with a comma between them, have the same role."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_behind = labels[index] == "A" and labels[index - 1] in "TE" and "t" in labels[:index]
        if is_behind and sheet.gaps[index] in (", ", " "):
            sheet.put(index, sheet.stretch(index), labels[index - 1])


def _maker(sheet: Sheet) -> None:
    """A maker's role between comma and stop parts the name from the title: "Kurosawa, Akira, director. Rashomon"."""
    labels = sheet.labels
    for index in range(1, min(len(labels) - 1, _HEAD)):
        if sheet.gaps[index] != ", " or "." not in sheet.gaps[index + 1] or not _MAKER.match(sheet.text(index)):
            continue
        if not (set(labels[:index]) <= {"A", "E", "n"} or labels[:index] == ["A", "t"]):
            return
        is_published = "P" in labels
        sheet.put(0, index, "A")
        labels[index] = "n"
        place = index + 1
        if labels[place] == "T" and sheet.gaps[place + 1].startswith(". "):
            sheet.put(place + 1, max(place + 1, sheet.stretch(place)), "P")
            labels[place] = "t"
        elif labels[place] in "nEA" and sheet.fragments[place].kind in "wq":
            sheet.put(place, max(place + 1, sheet.stretch(place)), "t")
        if labels.count("L") == 1 and not is_published:
            lonely = labels.index("L")
            labels[lonely] = "L" if sheet.text(lonely).lower() in KNOWN else "P"
        return


def _further_makers(sheet: Sheet) -> None:
    """Of makers with their roles in brackets each is named: "Korda, A. (Producer), & Reed, C. (Director)"."""
    labels = sheet.labels
    first = next((place for place in range(1, min(len(labels), _HEAD)) if _is_bracketed_role(sheet, place)), 0)
    if not first or labels[first] != "n":
        return
    last = max(place for place in range(first, min(len(labels), _HEAD)) if _is_bracketed_role(sheet, place))
    for place in range(first, last + 1):
        labels[place] = "n" if _is_bracketed_role(sheet, place) else "A"


def _is_bracketed_role(sheet: Sheet, place: int) -> bool:
    return sheet.gaps[place].endswith("(") and bool(_MAKER.match(sheet.text(place)))


def _editors_with_suffix(sheet: Sheet) -> None:
    """A generation's number is no title: "Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, editors. Operative …"."""
    labels = sheet.labels
    role = next((place for place in range(2, min(len(labels), _HEAD)) if _EDITORS.fullmatch(sheet.text(place))), 0)
    if not role or labels[role] != "E" or "E" in labels[:1] or sheet.gaps[role] != ", ":
        return
    suffixes = [place for place in range(1, role) if _GENERATION.fullmatch(sheet.text(place))]
    if suffixes and all(place in suffixes or sheet.fragments[place].initials for place in range(role)):
        sheet.put(0, role + 1, "E")
        if "t" not in labels and role + 1 < len(labels):
            labels[role + 1] = "t"


def _initials_behind_names(sheet: Sheet) -> None:
    """Initials behind a comma open a further name: "пер. с англ. Т. Велимеева, Ю. Новикова"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_open = labels[index - 1] in "TE" and labels[index : index + 2] == ["n", "n"] and sheet.gaps[index] == ", "
        is_name = sheet.fragments[index + 1].words == 1 and sheet.gaps[index + 1] == " "
        if is_open and is_name and is_initials(sheet.text(index)) and sheet.text(index + 1)[0].isupper():
            sheet.put(index, index + 2, labels[index - 1])


def _initials_go_on(sheet: Sheet) -> None:
    """Initials that end a list of translators or editors want a family name: "…, F. Casabianca, P. Rossi, Milano"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_open = labels[index - 1] in "TE" and labels[index] == "P" and sheet.gaps[index - 1] == ", "
        last = sheet.text(index - 1).rpartition(" ")[2]
        is_initial = is_open and is_initials(last) and last[0].isupper()
        is_parted = labels[index + 1] == "L" or (labels[index + 1] == "P" and sheet.gaps[index + 1] == ", ")
        if not is_initial or sheet.gaps[index] != " " or not is_parted:
            continue
        labels[index] = labels[index - 1]
        is_pair = labels[index + 1 : index + 3] == ["L", "L"] and sheet.gaps[index + 2] == ", "
        if is_pair and sheet.text(index + 1).lower() in KNOWN and sheet.text(index + 2).lower() not in KNOWN:
            labels[index + 2] = "P"


def _head_before_phrase(sheet: Sheet) -> None:
    """Before "ed. by" stand author and title: "Leonard Woolf, Letters of Leonard Woolf, ed. by Frederic Spotts"."""
    for place in range(2 - (sheet.fragments[0].words > _LONGEST_NAME), min(len(sheet.labels), 5)):
        is_editor = sheet.labels[place] == "E" and sheet.gaps[place] == ", "
        if is_editor and _BY.match(sheet.raw, sheet.fragments[place].start):
            _part_head(sheet, place)
            return
        if is_editor and _is_short(sheet, place):
            _part_head(sheet, place)
            sheet.labels[place + 1] = "E"
            return


def _is_short(sheet: Sheet, place: int) -> bool:
    """Say whether "ed." stands between a note's title and a whole name: "Walter Benjamin, …, ed. Hannah Arendt ("."""
    is_note = sheet.fragments[0].words > 1 and sheet.gaps[place + 1] == ". " and place + 1 < len(sheet.labels)
    is_name = is_note and sheet.labels[place + 1] in "tE" and sheet.gaps[place + 2] in (", ", " (")
    return is_name and bool(_SHORT_BY.match(sheet.raw, sheet.fragments[place].start))


def _host_before_phrase(sheet: Sheet) -> None:
    """Between "in" and "hg. von" stands the host's title: "in: Der historische Ort …, hg. von Walter H. Pehle"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] != "xE":
            continue
        stop = sheet.stretch(index)
        place = next((i for i in range(index + 1, stop) if _BY.match(sheet.raw, sheet.fragments[i].start)), 0)
        if place and sheet.gaps[place] == ", ":
            sheet.put(index, place, "c")
        return


def _team(sheet: Sheet) -> None:
    """A body in the square bracket of the editors is one of them: "[Core Writing Team, R. K. Pachauri (eds.)]"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index] != "P" or not sheet.gaps[index].endswith("[") or "P" not in labels[index + 1 :]:
            continue
        stop = index + 1
        while labels[stop] == "A" and sheet.gaps[stop] == ", ":
            stop += 1
        if labels[stop] == "E":
            sheet.put(index, stop, "E")


RULES: tuple[Rule, ...] = (
    Rule(_head_before_phrase, "E, E.$", word="ed eds edited hrsg hg red pod под за"),
    Rule(_host_before_phrase, r"^.x\W*E.$", word="ed eds edited hrsg hg red pod под за"),
    Rule(_team, r"\[P"),
    Rule(
        _worked,
        "[tcETneA].$",
        word="отв гл науч présenté présentée présentés introduit introduite annoté annotée établi établie "
        "éd édition texte textes edited yay yayına hazırlayan под сост составитель составители with introduction "
        "foreword preface afterword introd intro illustrated illustrations avec préface avant-propos postface mit "
        "vorwort nachwort einleitung geleitwort einl con prólogo prefacio introducción estudio epílogo com prefácio "
        "posfácio introdução introduzione prefazione postfazione presentazione вступ вступительная предисл "
        "предисловие послесл послесловие коммент комм wstęp wstępem önsöz sunuş giriş kata "
        "diterjemahkan dialihbahasakan alih přel přeložil přeložila přeložili preložil preložila תרגום תרגמה "
        "fordította "
        "traducere przełożył przełożyła tłumaczył tłumaczyła tłumaczenie översatt översättning övers oversat oversatt "
        "overs vertaald suomentanut suom μτφρ μετάφραση переклад перекладач превод прев preveo prevela prevod",
    ),
    Rule(
        _title_before_phrase,
        r"t\. [TE]w$",
        word="ed eds edited hrsg hg tr trad traduzione translated trans red pod под за",
    ),
    Rule(_names_go_on, "^.[TE](?:, | )A"),
    Rule(_initials_behind_names, "^.[TE], n"),
    Rule(_initials_go_on, "^.[TE] P"),
    Rule(_translators_behind_language, "^.TE?.*E.$", word="с з"),
    Rule(_nobody, "T.$"),
    Rule(_maker, ", ..$", word=f"film executive music {_MAKERS}"),
    Rule(_further_makers, r"\(n.$", word=f"film executive music {_MAKERS}"),
    Rule(_editors_with_suffix, ", E.$", word="editor editors ed eds"),
)
