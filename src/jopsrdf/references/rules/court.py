"""This room settles decisions of courts: the parties or the court's words name them, a reporter holds them."""

from __future__ import annotations

import re

from jopsrdf.references.rules.reporters import printed
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.legal_words import (
    ANNOUNCES,
    BY_YEAR,
    COURT_NAME,
    DECIDED,
    DECISION_HEAD,
    DECISION_WORDS,
    NAMED_FIRST,
    PARTIES,
    STATES,
)

#: Countries that ABNT prints before their courts.
_COUNTRIES = ("BRASIL", "BRAZIL", "PORTUGAL")
#: The judge who reports, and when it was decided.
_RAPPORTEUR = re.compile(
    r"(?:Magistrad[oa]s? [Pp]onentes?|M\.\s?P|Rel|Relatora?|Min|[Jj]ulgad[oa]|[Jj]ulgamento|j\.)(?!\w)"
)
#: First words of the courts.
_COURT_WORDS = frozenset("supremo superior tribunal corte suprema consejo conselho".split())
_COURT_BODY = re.compile(
    r"(?:Supremo Tribunal|Superior Tribunal|Tribunal (?:\w+ )?(?:de|da|Superior|Constitucional|Supremo)|Corte \w+|"
    r"Suprema Corte|Consejo de Estado|Conselho Nacional de Justiça)"
)


def _parties(sheet: Sheet) -> None:
    """Two parties with "v." between them are a decision's title; reporter, number and date stand behind them."""
    labels = sheet.labels
    court = _court(sheet)
    start = court or _behind_number(sheet)
    match = PARTIES.match(sheet.raw, sheet.fragments[start].start)
    if not match:
        return
    forms = printed(sheet, match.end())
    anchor = next((place for place, letter in enumerate(forms) if letter), 0)
    stop = next((i for i in range(start, len(labels)) if sheet.fragments[i].start >= match.end()), len(labels))
    while stop < anchor and sheet.fragments[stop].kind == "w" and DECIDED.fullmatch(sheet.text(stop)):
        stop += 1
    if not (anchor or start or _is_bare(sheet, stop)):
        return
    if court:
        labels[0] = "A"
        _write(sheet, [""] * court, 1, court)
    sheet.put(start, stop, "t")
    _write(sheet, forms, stop, len(labels))


def _country_and_court(sheet: Sheet) -> None:
    """Behind a country stands its court, and behind that the decision: "BRASIL. Supremo Tribunal Federal. ADI 4277"."""
    labels = sheet.labels
    first = _behind_court(sheet)
    if not first or sheet.fragments[first].kind != "w":
        return
    stop = first + 1
    while stop < len(labels) and not _leaves(sheet, [""] * len(labels), stop, is_sentence=True) and labels[stop] != "L":
        stop += 1
    while stop > first + 1 and sheet.fragments[stop - 1].kind == "D":
        stop -= 1
    sheet.put(0, first, "A")
    sheet.put(first, stop, "t")
    for index in range(stop, len(labels)):
        if sheet.fragments[index].kind == "D" and "y" not in labels[stop:index]:
            labels[index] = "y"
        elif labels[index] not in "uLy" and (labels[index] != "a" or _is_said(sheet, index)):
            labels[index] = "n"


def _behind_court(sheet: Sheet) -> int:
    """Return the fragment behind a country and its court, or behind a court with its country; 0 where there is none."""
    if len(sheet.labels) < 4 or sheet.gaps[1] != ". ":
        return 0
    if sheet.text(0).casefold() in STATES and _COURT_BODY.match(sheet.text(1)):
        return 2
    is_court = _COURT_BODY.match(sheet.text(0)) and DECISION_HEAD.match(sheet.raw, sheet.fragments[1].start)
    return 1 if is_court else 0


def _behind_number(sheet: Sheet) -> int:
    """Return the fragment behind "Case C-26/62,", the first one where no number of a case opens the line."""
    start = 0
    while start < len(sheet.labels) - 1 and (
        sheet.fragments[start].scheme == "sign" or ANNOUNCES.match(sheet.text(start))
    ):
        start += 1
    return start


def _court(sheet: Sheet) -> int:
    """Return the fragment behind the court that opens a line, with its date and its word for a judgment; 0 for none."""
    court = int(bool(COURT_NAME.match(sheet.text(0))))
    while (
        court
        and court < len(sheet.labels) - 1
        and (sheet.fragments[court].kind != "w" or DECIDED.match(sheet.text(court)))
    ):
        court += 1
    return court


def _is_bare(sheet: Sheet, stop: int) -> bool:
    """Say whether nothing of another sort of work stands behind the parties: no subtitle, no journal, no publisher."""
    labels = sheet.labels
    if "vcp" in "".join(labels[stop:]):
        return True
    words = [i for i in range(stop, len(labels)) if sheet.fragments[i].kind == "w"]
    told = {labels[i] for i in words if not DECIDED.match(sheet.text(i))}
    return told <= set("nuaAk") and not (told and sheet.gaps[stop].strip()[:1] in set(":?-–—"))


def _court_line(sheet: Sheet) -> None:
    """A decision without parties is named by its court, its sort and its date: "BVerfG, Urteil vom 15. Januar 1958"."""
    start = 2 if sheet.text(0) in _COUNTRIES and len(sheet.labels) > 3 else 0
    place = sheet.fragments[start].start
    reporter = NAMED_FIRST.match(sheet.raw, place)
    if (
        sheet.firsts[start] not in DECISION_WORDS
        or _behind_court(sheet) == 1
        or "//" in sheet.raw
        or not (reporter or DECISION_HEAD.match(sheet.raw, place))
    ):
        return
    sheet.put(0, start, "A")
    forms = printed(sheet, place)
    if reporter:
        first = next((i for i in range(len(forms)) if not forms[i]), len(forms))
        _write(sheet, forms, 0, len(forms))
        sheet.put(first, first + (first < len(forms) and sheet.fragments[first].kind in "wq"), "t")
        return
    stop = start + 1
    while stop < len(forms) and not _leaves(sheet, forms, stop, is_sentence=bool(start)):
        stop += 1
    while stop > start + 1 and sheet.fragments[stop - 1].kind in "DY" and sheet.gaps[stop - 1][:1] in ",(":
        stop -= 1
    sheet.put(start, stop, "t")
    _write(sheet, forms, stop, len(forms))


def _leaves(sheet: Sheet, forms: list[str], index: int, *, is_sentence: bool) -> bool:
    """Say whether the name of a decision ends before a fragment."""
    gap = sheet.gaps[index]
    return (
        bool(forms[index] and gap.strip(" /-"))
        or sheet.fragments[index].kind == "u"
        or sheet.labels[index] == "x"
        or (is_sentence and ". " in gap)
        or bool(_RAPPORTEUR.match(sheet.text(index)))
    )


def _opinion(sheet: Sheet) -> None:
    """What an international court reports is named up to its reports: "…, Advisory Opinion, I.C.J. Reports 2004"."""
    match = BY_YEAR.search(sheet.raw) if {"reports", "recueil"} & set(sheet.firsts) else None
    if not match or not DECIDED.search(sheet.raw, 0, match.start()):
        return
    forms = printed(sheet, match.start())
    stop = next((i for i, letter in enumerate(forms) if letter), 0)
    sheet.put(0, stop, "t")
    _write(sheet, forms, stop, len(forms))


def _judgment(sheet: Sheet) -> None:
    """The word for a judgment before its date contains nothing: "Caso … vs. Honduras. Sentencia de 29 de julio"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_word = labels[index] in "csP" and sheet.fragments[index].words < 3 and DECIDED.match(sheet.text(index))
        if is_word and labels[index + 1] == "y":
            labels[index] = "n"


def _write(sheet: Sheet, forms: list[str], first: int, stop: int) -> None:
    """Label what stands beside the name of a decision: what a form says, dates, and else nothing of a name or title."""
    labels = sheet.labels
    is_reported = any(forms)
    for index in range(first, stop):
        kind, letter = sheet.fragments[index].kind, labels[index]
        if kind == "u" or letter == "k" or (letter == "a" and kind != "D"):
            continue
        if kind == "D" or (kind == "Y" and not forms[index] and "y" not in labels[:index]):
            labels[index] = "y"
        elif forms[index]:
            labels[index] = forms[index]
        elif letter in "Ati" or (letter in "ETvcps" and is_reported) or _is_rapporteur(sheet, index):
            labels[index] = "n"


def _is_rapporteur(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment that was taken for host, place or publisher names the judge, or what was done."""
    letter = sheet.labels[index]
    return (letter in "LP" and _is_said(sheet, index)) or (letter == "c" and index > 0 and _is_said(sheet, index - 1))


def _is_said(sheet: Sheet, index: int) -> bool:
    return bool(DECIDED.match(sheet.text(index)) or _RAPPORTEUR.match(sheet.text(index)))


RULES: tuple[Rule, ...] = (
    Rule(_country_and_court, word=" ".join(sorted(STATES | _COURT_WORDS))),
    Rule(_parties, hints=(" v. ", " v ", " vs. ", " c/ ")),
    Rule(_court_line, word=" ".join(sorted(DECISION_WORDS))),
    Rule(_opinion, word="reports recueil"),
    Rule(_judgment, word="judgment judgement order arrêt avis advisory sentencia sentenza sentença"),
)
