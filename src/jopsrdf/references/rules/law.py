"""This room settles laws, treaties, court decisions and the way in which lawyers cite: "10 Harv. L. Rev. 457"."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.cues import ACT, COURT, JOURNAL, LAW, TREATY, TREATY_NAME
from jopsrdf.references.words.legal_words import GAZETTE, GAZETTE_WORDS, LAW_HEAD
from jopsrdf.references.words.places import KNOWN

#: Volume, reporter or review, first page, as lawyers print them; a count of the reporter may stand in brackets.
_CITATION = re.compile(
    r"(?P<v>\d(?<=[,)\]’”.]\s\d)\d{0,3})\s"
    r"(?P<c>[A-Z](?:[\w&’'-]|\.(?!\s(?!\d{4} \([12]\d{3}\))\w{4})|\s(?=[A-Z&(])){1,60}?)\s(?:\(\d+\s\w+\)\s)?"
    r"(?P<p>\d{1,5})(?=\s?[(\[]|[,.;]?\s*$|,)"
)
_YEAR_OF_REPORT = re.compile(
    r"\[(?P<y>[12]\d{3})\]\s(?:\d\s)?(?P<c>[A-Z][A-Za-z ]{1,12}?)\s(?P<p>\d{1,5})(?=\s?\(|[,.;]?\s*$|,)"
)
_SHORT = re.compile(r"[A-Z](?:\.[A-Z0-9]|[A-Z])|\w\.\s[A-Z]|\w\.$|\b(?:Rev|LJ|LR|J|Q|L)\b")
_ARTICLES = frozenset("art arts article articles artículo artigo articolo artikel ст стаття статья".split())
#: Words that the names of laws and treaties begin with.
_LAWS = frozenset(
    """
    law act regulation directive decree constitution code federal basic public constitutional lei decreto portaria
    resolução medida constituição constitución ley real loi décret ordonnance gesetz grundgesetz verordnung kanun
    yönetmelik закон федеральный указ постановление конституция оренда օրենք قانون undang-undang ustawa rozporządzenie
    treaty convention protocol agreement tratado traité договор конвенция antlaşması u unts
    """.split()
)


def _name_of_law(sheet: Sheet) -> None:
    """What begins as laws and treaties do has no author: its first words are the title."""
    fragments, labels, raw = sheet.fragments, sheet.labels, sheet.raw
    start = fragments[0].start
    head = raw[start : start + 200]
    is_law = sheet.firsts[0] in _LAWS and (LAW.match(head) or TREATY.match(head))
    if not (is_law or ACT.match(head) or TREATY_NAME.match(head)):
        return
    for index, fragment in enumerate(fragments):
        if labels[index] not in ("Atcn" if index else "AtcnP") or (labels[index] in "tc" and "." in fragment.before):
            return
        is_place = index and fragment.before[:1] == "," and sheet.text(index).lower() in KNOWN
        is_carried_on = not index or fragment.before[:1] in "_(:-" or labels[index] != "A"
        labels[index] = "L" if is_place else "t" if is_carried_on else "c"
        if is_place:
            return


#: What is said of a treaty between its name and its date, and the series that treaties are printed in.
_SIGNED = re.compile(r"(?:opened for signature|adopted|signed|done|concluded|entered into force)(?!\w)")
_SERIES = re.compile(r"(?:United Nations )?Treaty Series$|U\.?N\.?T\.?S\.?$|I\.?L\.?M\.?$|L\.?N\.?T\.?S\.?$")


def _treaty_series(sheet: Sheet) -> None:
    """The series that treaties are printed in contains them: "United Nations, Treaty Series, vol. 1155, p. 331"."""
    fragments, labels = sheet.fragments, sheet.labels
    for index in range(1, len(labels)):
        if labels[index] in "uy" or not _SERIES.match(sheet.raw, fragments[index].start, fragments[index].end):
            continue
        labels[index] = "c"
        if labels[index - 1] == "P" and sheet.gaps[index] == ", ":
            labels[index - 1] = "c"
        if index + 2 < len(labels) and sheet.text(index + 1).lower() in ("vol", "volume"):
            labels[index + 1 : index + 3] = "vv"


def _said_of_treaty(sheet: Sheet) -> None:
    """Where and how a treaty was signed is no part of its name, nor is a place before its date a journal."""
    labels = sheet.labels
    if labels[0] != "t" or not TREATY_NAME.match(sheet.raw, sheet.fragments[0].start):
        return
    for index in range(1, len(labels)):
        if _SIGNED.match(sheet.text(index)):
            labels[index] = "n"
            is_later = index + 1 < len(labels) and labels.count("y") + labels.count("a") > 1
            if is_later and sheet.text(index).startswith("entered") and labels[index + 1] in "ya":
                labels[index + 1] = "n"
        is_dated = index + 1 < len(labels) and labels[index + 1] == "y"
        if labels[index] == "c" and is_dated and sheet.gaps[index] == ", " and sheet.fragments[index].words < 3:
            labels[index] = "L"


def _uniform_title(sheet: Sheet) -> None:
    """What cataloguers put in brackets before a title is neither author nor date: "[Constituição (1988)]"."""
    labels = sheet.labels
    for index in range(1, min(len(labels), 4)):
        if (
            labels[index] in "An"
            and "[" in sheet.gaps[index]
            and LAW.match(sheet.raw[sheet.fragments[index].start :][:200])
        ):
            labels[index] = "n"
            if index + 1 < len(labels) and labels[index + 1] == "y" and labels.count("y") > 1:
                labels[index + 1] = "n"


def _year_of_act(sheet: Sheet) -> None:
    """The year right behind an act's name is part of the name: "Data Protection Act 2018"."""
    labels = sheet.labels
    is_behind = labels[:2] == ["t", "y"] and sheet.gaps[1] == " "
    if not is_behind or not ACT.match(sheet.raw[sheet.fragments[0].start : sheet.fragments[1].end]):
        return
    later = next((place for place in range(2, len(labels)) if sheet.fragments[place].kind in "YD"), 0)
    if later:
        sheet.put(1, 2, "t")
        sheet.put(2, sheet.stretch(2) if labels[2] == "t" else 2, "n")
        labels[later] = "y"


def _date_of_law(sheet: Sheet) -> None:
    """The date that a law's name states is part of the name: "Lei nº 11.340, de 7 de agosto de 2006"."""
    labels = sheet.labels
    if not LAW.match(sheet.raw[sheet.fragments[0].start : sheet.fragments[0].start + 200]):
        return
    for index in range(1, min(len(labels), 8)):
        is_date = labels[index] == "y" and sheet.fragments[index].kind == "D" and labels[index - 1] == "t"
        if is_date and sheet.fragments[index].before == "_" and sheet.fragments[index - 1].words:
            labels[index] = "t"
            if index + 1 < len(labels) and labels[index + 1] in "nc" and sheet.gaps[index + 1] == " ":
                labels[index + 1] = "t"


def _gazette(sheet: Sheet) -> None:
    """A gazette contains what is cited from it, whatever stands round it."""
    for index in range(1, len(sheet.labels)):
        is_asked = sheet.labels[index] in "tPsn" and sheet.gaps[index][:1] in (".", ",", ";")
        if is_asked and GAZETTE.match(sheet.raw, sheet.fragments[index].start):
            sheet.labels[index] = "c"


def _court(sheet: Sheet) -> None:
    """Two parties with "v." between them are the title of a decision."""
    match = COURT.match(sheet.raw, sheet.fragments[0].start)
    if not match or sheet.labels[0] not in "At":
        return
    for index, fragment in enumerate(sheet.fragments):
        if fragment.start >= match.end("t"):
            return
        sheet.labels[index] = "t"


def _legal_citation(sheet: Sheet) -> None:
    """A number before the name and one behind it are volume and first page: "60 Texas Law Review 527"."""
    if {"v", "i"} <= set(sheet.labels):
        return
    match = _CITATION.search(sheet.raw) or _YEAR_OF_REPORT.search(sheet.raw)
    if not match or not (_SHORT.search(match["c"]) or JOURNAL.search(match["c"])):
        return
    inside = [place for place, fragment in enumerate(sheet.fragments) if match.start() <= fragment.start < match.end()]
    if not inside or not inside[0] or any(sheet.labels[place] in "Eu" for place in inside):
        return
    before = inside[0] - 1
    if "y" not in sheet.labels and sheet.fragments[before].kind == "Y":
        sheet.labels[before] = "y"
    for place, fragment in enumerate(sheet.fragments):
        if place in inside:
            names = ("v", "c", "p", "y")
            name = next((n for n in names if n in match.re.groupindex and _within(match.span(n), fragment.start)), "n")
            sheet.labels[place] = name
        elif sheet.labels[place] == "c":
            sheet.labels[place] = "t" if place < inside[0] and "t" not in sheet.labels[:place] else "n"


def _within(span: tuple[int, int], place: int) -> bool:
    return span[0] <= place < span[1]


def _number_of_law(sheet: Sheet) -> None:
    """The number behind the date of a law belongs to its name: "Закон України від 01.07.2014 р. № 1556-VII"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index - 1] + sheet.labels[index] == "tx" and sheet.fragments[index].kind == "I"
        if is_behind and sheet.gaps[index] in (" ", ". "):
            sheet.labels[index] = "t"


def _bracket_in_law(sheet: Sheet) -> None:
    """What stands in brackets behind the words of a law is its other name: "(Estatuto da Pessoa com Deficiência)"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1 : index + 1] == ["t", "s"] and sheet.gaps[index] == " ("
        if is_behind and LAW.match(sheet.raw[sheet.fragments[0].start : sheet.fragments[0].start + 200]):
            labels[index] = "t"


def _article_of_code(sheet: Sheet) -> None:
    """The number of a law's article is neither year nor volume: "Code civil, art. 1240"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_article = sheet.firsts[index] in _ARTICLES and sheet.fragments[index].words == 1
        is_whole = sheet.fragments[index].kind in "IG" and "." in sheet.gaps[index]
        is_numbered = is_whole or (sheet.gaps[index] == ", " and sheet.fragments[index + 1].kind in "YN")
        if labels[0] == "t" and is_article and is_numbered and LAW_HEAD.match(sheet.raw, sheet.fragments[0].start):
            sheet.put(index, index + 2 - is_whole, "x" if is_whole else "n")
            return


RULES: tuple[Rule, ...] = (
    Rule(_court, "^[At]", hints=(" v. ", " v ", " vs. ")),
    Rule(_uniform_title, r"\[.*[An].$"),
    Rule(_name_of_law, "^[AtcnP]"),
    Rule(_article_of_code, r"[.,] ..$", word=" ".join(sorted(_ARTICLES))),
    Rule(_said_of_treaty, "^t"),
    Rule(_treaty_series, word="united treaty u unts i ilm l lnts"),
    Rule(_year_of_act, "t y"),
    Rule(_date_of_law, r"t\W*yD"),
    Rule(_gazette, "^..[.,;].*[tPsn].$", word=GAZETTE_WORDS),
    Rule(_number_of_law, r"t\.? xI$"),
    Rule(_bracket_in_law, r"t \(s"),
    Rule(_legal_citation, r"^[NYRDVIGge].\s+..$|^Y.\]\s"),
)
