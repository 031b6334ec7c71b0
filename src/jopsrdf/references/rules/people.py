"""This room settles who did what: editors, translators, and names that the model gave to a title or a publisher."""

from __future__ import annotations

import re

from jopsrdf.references.fragments import Fragment
from jopsrdf.references.name_parts import is_particle
from jopsrdf.references.rules.looks import LONGEST, ROLES, could_be_names, is_sentence
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.name_words import AND

#: A phrase after which names stand, wherever the title before it was thought to end.
_PHRASE = re.compile(
    r"(?:(?P<E>edited (?:and \w+ )?by|ed\. by|eds\. by|a cura di|hrsg\. (?:von|v\.)|herausgegeben von|hg\. (?:von|"
    r"v\.)|édité par|sous la (?:direction|dir\.) de|editado por|organizado por|organização(?: de)?:?|"
    r"(?:compilad|coordinad|coordenad|recopilad)[oa] por|(?:coordonné|dirigé)e? par|compiled by|"
    r"pod red(?:akcją|\.)|под (?:общ\. )?ред(?:акцией|\.)|отв\. ред\.|за ред\.|ред\.|haz\.|der\.|"
    r"تحرير|تحقيق|به‌?کوشش)"
    r"|(?P<T>translated (?:and edited |from the (?:[\w-]+ ){1,4})?by|transl?\. by|übers(?:\.|etzt) von|"
    r"aus dem \w+ (?:übersetzt )?von|traduit (?:de \S+ )?par|trad\. (?:de|par|di|it\. di)|traducción "
    r"de|tradução (?:de|por)|traduzione di|çev(?:iren|\.):?|пер\. с|перевод с|пер\. з|przeł\.|ترجمة|"
    r"ترجمهٔ?))(?!\w)",
    re.IGNORECASE,
)
#: First words of those phrases.
_OPENING = (
    "edited ed eds hrsg herausgegeben hg édité sous compilado compilada coordinado coordinada coordenado coordenada "
    "recopilado recopilada coordonné coordonnée dirigé dirigée compiled editado organizado organização pod под отв за "
    "ред haz der "
    "تحرير تحقيق به‌کوشش بهکوشش translated transl trans übers übersetzt aus traduit trad traducción tradução traduzione "
    "çev çeviren пер перевод przeł ترجمة ترجمه ترجمهٔ"
)
_FIRST_WORDS = frozenset(_OPENING.split())
_WORDS = (
    r"(?:eds?|editors?|hrsg|hgg?|orgs?|organizador[ae]?s?|dirs?|coords?|coordinador[ae]?s?|comps?|éds?|a cura di|"
    r"red|ред)"
)
#: A word that makes editors of the names before it: in brackets, or between commas.
_EDITORS = re.compile(
    rf"[(\[]\s?(?:{_WORDS}|haz|der)\.?\s?[)\]]|,\s(?P<bare>{_WORDS})(?=\.?,|\.?:|\.\s|\s\()"
    r"(?!\.?\s(?:and|by|von|par|por|de|di)\b)",
    re.IGNORECASE,
)
_EDITOR_WORDS = (
    "ed eds editor editors hrsg hg hgg org orgs organizador organizadora organizadores organizadoras dir dirs coord "
    "coords coordinador coordinadora coordinadores coordinadoras comp comps éd éds red ред haz der"
)
_IN_BRACKETS = re.compile(r"\([^()\d]{3,90}?, (?:[Tt]ransl?|[Tt]rads?|[Üü]bers|[Çç]ev|[Пп]ер)\.(?=[);])")
#: Short words of roles that open a sentence of their own: "Ed. Hannah Arendt. Trans. Harry Zohn."
_SHORT_PHRASE = re.compile(r"(?P<E>Eds?)\. (?=[A-ZÀ-Þ])|(?P<T>Trans)\. (?=[A-ZÀ-Þ])")
_TRANSLATED_FROM = re.compile(r"(?:de l[’']|du |from |aus dem |dal |с |з )", re.IGNORECASE)


def _role_phrase(sheet: Sheet) -> None:
    """Names behind "edited by" or "übersetzt von" are no part of the title before them."""
    fragments, labels = sheet.fragments, sheet.labels
    role, letter, end = "", "", 0
    for index, fragment in enumerate(fragments):
        is_word = fragment.flags & ROLES or fragment.first in _FIRST_WORDS
        match = _phrase(sheet, index) if is_word and fragment.start >= end else None
        if match:
            role, letter = (match.lastgroup or "")[:1], labels[index]
            end = match.end()
            _edition_before(sheet, index)
        elif role and fragment.start > end and _leaves(sheet, index, letter):
            role = ""
        if role:
            labels[index] = role


def _leaves(sheet: Sheet, index: int, letter: str) -> bool:
    """Say whether a fragment goes on with no names: another label was given, a sentence or a subtitle opens."""
    return sheet.labels[index] != letter or is_sentence(sheet, index) or ":" in sheet.fragments[index].before


def _edition_before(sheet: Sheet, index: int) -> None:
    """What holds a year before "edited by" is no editor: "(Spring 2021 Edition), edited by Edward N. Zalta"."""
    first = index
    while first > 1 and sheet.labels[first - 1] == "E" and index - first < LONGEST:
        first -= 1
    if first == index or not any(
        map(str.isdecimal, sheet.raw[sheet.fragments[first].start : sheet.fragments[index].start])
    ):
        return
    is_undated = "y" not in sheet.labels
    for place in range(first, index):
        is_year = is_undated and any(map(str.isdecimal, sheet.text(place)))
        sheet.labels[place] = "y" if is_year else "n"


def _phrase(sheet: Sheet, index: int) -> re.Match[str] | None:
    fragment = sheet.fragments[index]
    if not index or sheet.labels[index] not in "tcETn":
        return None
    is_apart = "." in sheet.gaps[index] and not {"v", "i"} & set(sheet.labels)
    short = _SHORT_PHRASE.match(sheet.raw, fragment.start) if is_apart else None
    return short or (_PHRASE.match(sheet.raw, fragment.start) if sheet.labels[index] != "n" else None)


def _editors_without_word(sheet: Sheet) -> None:
    """Names behind a container need a word like "eds."; without one they are the rest of its title.

    Initials speak for names, unless one of them is as long as a phrase: "NATO Challenges, and the Reimagining of …".
    """
    fragments, labels = sheet.fragments, sheet.labels
    index = 0
    while index < len(labels):
        stop = sheet.stretch(index)
        if index and labels[index] == "E" and labels[index - 1] in "tc" and fragments[index].before[:1] in ",:_":
            group = fragments[index:stop]
            has_word = any(fragment.flags & BITS["editor"] for fragment in group)
            has_word = has_word or bool(_PHRASE.match(sheet.raw, group[0].start))
            has_initials = any(fragment.initials for fragment in group)
            has_phrase = any(fragment.words > 5 for fragment in group)
            goes_on = stop < len(labels) and labels[stop] == labels[index - 1]
            if not has_word and (has_phrase or goes_on or not has_initials):
                sheet.put(index, stop, labels[index - 1])
        index = stop


def _first_editors(sheet: Sheet) -> None:
    """A word like "(Eds.)" or ", eds." behind the first names makes editors of them all."""
    fragments, labels = sheet.fragments, sheet.labels
    match = _EDITORS.search(sheet.raw, fragments[0].start, fragments[0].start + 300) if labels[0] in "AE" else None
    if not match:
        return
    for index, fragment in enumerate(fragments):
        if fragment.start <= match.start() + 2 and fragment.end > match.start():
            if not {"t", "c", "E"} & set(labels[index + 1 :]):
                return
            sheet.put(0, index + 1, "E")
            if index + 1 < len(labels) and labels[index + 1] == "E" and "t" not in labels:
                sheet.put(index + 1, sheet.stretch(index + 1), "t")
            return
        if fragment.start > match.end() or fragment.after[:1] in ('"', ":") or not _is_named(sheet, index):
            return


def _is_named(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment before the word of a role belongs to the list of names."""
    if sheet.labels[index] in "AE" or sheet.fragments[index].initials:
        return sheet.labels[index] not in "yqx"
    return could_be_names(sheet, index) and not is_sentence(sheet, index)


def _given_names(sheet: Sheet) -> None:
    """Behind `; FAMILY,` stands a given name, and so it does before a colon: `Riehl, Wilhelm Heinrich: Die Familie`."""
    labels = sheet.labels
    for index in range(len(labels) - 1):
        if labels[index] not in "AE" or labels[index + 1] not in "tc" or sheet.gaps[index + 1] != ", ":
            continue
        later = sheet.fragments[index + 1]
        is_given = later.kind == "w" and later.words <= 4 and could_be_names(sheet, index + 1)
        if is_given and index + 2 < len(labels) and _wants_given(sheet, index, later):
            labels[index + 1] = labels[index]


def _wants_given(sheet: Sheet, index: int, later: Fragment) -> bool:
    """Say whether the family name at `index` has no given name yet, and what follows shows that this is one."""
    before = sheet.gaps[index]
    text = sheet.text(index)
    opens = index == 0 or ";" in before or sheet.labels[index - 1] not in "AE"
    if not opens or sheet.fragments[index].words > 3:
        return False
    is_single = all(is_particle(word) for word in text.split()[:-1])
    follows = sheet.labels[index + 2] in "tc" or sheet.labels[index + 2] == sheet.labels[index]
    if later.after[:1] == ".":
        return follows and (";" in before or (text.isupper() and len(text) > 3))
    return follows and later.after[:1] == ":" and is_single


def _authors_in_title(sheet: Sheet) -> None:
    """Two full names joined by "and" before a comma are authors: "Ben Green and Terence Tao, The primes contain …"."""
    labels = sheet.labels
    if labels[:2] != ["t", "t"] or sheet.gaps[1] != ", ":
        return
    words = sheet.text(0).split()
    joint = next((place for place, word in enumerate(words) if word in AND), 0)
    if 2 <= joint <= 4 and 2 <= len(words) - joint - 1 <= 4 and could_be_names(sheet, 0):
        labels[0] = "A"


def _bracketed_translators(sheet: Sheet) -> None:
    """Names in brackets before "Trans." are translators: "(M. Cook, Trans.)"."""
    match = _IN_BRACKETS.search(sheet.raw)
    if not match or "u" in sheet.labels[:1]:
        return
    for index, fragment in enumerate(sheet.fragments):
        if match.start() < fragment.start < match.end():
            sheet.labels[index] = "T"


def _translators(sheet: Sheet) -> None:
    """Names are translators when the word stands behind them in their brackets, or before the language."""
    fragments, labels = sheet.fragments, sheet.labels
    for index in range(len(labels) - 1):
        later = fragments[index + 1]
        if labels[index] == "E" and later.words == 1 and later.flags & BITS["translator"] and later.before[:1] == ",":
            first = index
            while first and labels[first - 1] == "E" and "(" not in sheet.gaps[first]:
                first -= 1
            if "(" in sheet.gaps[first]:
                sheet.put(first, index + 2, "T")
        elif labels[index] + labels[index + 1] == "Tn" and _TRANSLATED_FROM.match(sheet.raw, later.start):
            labels[index + 1] = "T" if fragments[index].words == 1 else "n"


def _given_in_brackets(sheet: Sheet) -> None:
    """French lists print `BRAUDEL (Fernand)`: a word in brackets behind capitals is the given name."""
    fragments, labels, raw = sheet.fragments, sheet.labels, sheet.raw
    if len(labels) > 1 and labels[0] == "A" and labels[1] in "yn" and fragments[1].kind == "w":
        is_name = sheet.text(0).isupper() and fragments[1].before[-1:] == "("
        if is_name and raw[fragments[1].start].isupper() and not _EDITORS.match(raw, fragments[1].start - 1):
            labels[1] = "A"


def _opening_words(sheet: Sheet) -> None:
    """Words that no field took before the year and the title are its authors; before a day they name a letter."""
    labels = sheet.labels
    year = labels.index("y") if "y" in labels else 0
    if not year or labels[0] != "n" or not set(labels[:year]) <= {"n", "P"}:
        return
    kind = sheet.fragments[year].kind
    if kind == "Y" and labels[year + 1 : year + 2] == ["t"]:
        sheet.put(0, year, "A")
    elif kind == "D" and "t" not in labels and " to " in sheet.text(0):
        sheet.put(0, year, "t")


def _editors_in_front(sheet: Sheet) -> None:
    """Names that open a reference are no editors' where no word says so."""
    short = [fragment for fragment in sheet.fragments if fragment.words < 5]
    if sheet.labels[0] == "E" and not any(fragment.flags & BITS["editor"] for fragment in short):
        sheet.put(0, sheet.stretch(0), "A")


def _work_before_editors(sheet: Sheet) -> None:
    """Several words that open a reference without a title are it where editors follow: "Les Lieux, sous la"."""
    head = sheet.fragments[0]
    is_first = sheet.labels[:2] == ["A", "E"] and sheet.gaps[1] == ", "
    if is_first and head.words > 2 and not head.initials:
        sheet.labels[0] = "t"


def _numbered_translator(sheet: Sheet) -> None:
    """No translator has a number: "RM-3420-PR"."""
    for index, letter in enumerate(sheet.labels):
        if letter == "T" and any(map(str.isdecimal, sheet.text(index))):
            sheet.labels[index] = "n"


RULES: tuple[Rule, ...] = (
    Rule(_opening_words, r"[nP]\W*y", without="A"),
    Rule(_editors_in_front, "^E", without="A"),
    Rule(_numbered_translator, "T"),
    Rule(_authors_in_title, "t, t", without="A"),
    Rule(_given_names, "[AE], [tc]w$"),
    Rule(_role_phrase, "[tcETn].$", word=_OPENING, hints=("a cura di",)),
    Rule(_work_before_editors, "A, E", without="t"),
    Rule(_editors_without_word, "^.[tc].*E.$"),
    Rule(_first_editors, "^[AE]", word=_EDITOR_WORDS, hints=("a cura di",)),
    Rule(_bracketed_translators, word="trans transl trad trads übers çev пер"),
    Rule(_translators, r"^.E\W*..$|^.T.*n.$"),
    Rule(_given_in_brackets, "^.A.*[(（].*[yn]w$"),
)
