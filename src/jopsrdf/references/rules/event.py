"""This room settles what the model has no label for: the event of a paper, the part of a work, an interviewer."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.cues import CONFERENCE, PRESENTED_AT

#: A talk in square brackets: what stands behind it is the event.
_SESSION = re.compile(
    r"(?:conference session|conference paper|paper presentation|poster presentation|poster session|symposium|keynote|"
    r"panel|comunicação oral|ponencia|sesión de conferencia|vortrag)",
    re.IGNORECASE,
)
_ANAIS = re.compile(r"(?:Anais|Proceedings|Actas|Atas|Resumos|Memorias)\b")
_PART = re.compile(
    r"(?:(?:part|pt|teil|tl|parte|partie|kısım|ч|часть|cz|część)\.?\s(?:[A-Z]|\d{1,3}|[IVX]{1,5})|"
    r"(?:\d{1,2}(?:re|er|e|ème|ª|a)|première|deuxième|troisième|primera|segunda)\s(?:partie|parte))(?!\w)",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"(?:interview(?:ed)?(?: conducted)? by\s|interview:|entrevista(?:do|da)? por\s|entretien réalisé par\s|"
    r"propos recueillis par\s|das (?:gespräch|interview) führten?\s|интервью взял[аи]?\s|беседовал[аи]?\s)",
    re.IGNORECASE,
)


def _presented(sheet: Sheet) -> None:
    """Behind "paper presented at" stands the event, neither a journal nor a publisher, and behind that its place."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] not in "ncgtPx" or not PRESENTED_AT.match(sheet.raw, sheet.fragments[index].start):
            continue
        letter, stop = labels[index], index + 1
        while stop < len(labels) and labels[stop] == letter and set(sheet.gaps[stop]) <= set(' :-–()"“”'):
            stop += 1
        sheet.put(index, stop, "h")
        if labels[stop : stop + 2] == ["P", "L"] and sheet.gaps[stop] == sheet.gaps[stop + 1] == ", ":
            labels[stop] = "L"
        return


def _is_event(text: str) -> bool:
    return text.isupper() and text.count(" ") > 1 and bool(CONFERENCE.search(text))


def _event_in_capitals(sheet: Sheet) -> None:
    """ABNT prints the event in capitals behind "In:", its place and year, and then "Anais", which holds the papers."""
    labels = sheet.labels
    anais = next((i for i in range(2, len(labels)) if labels[i] in "sctPn" and _ANAIS.match(sheet.text(i))), 0)
    first = next((i for i in range(1, anais) if labels[i - 1] == "x" and _is_event(sheet.text(i))), 0)
    if not first:
        return
    labels[first], labels[anais] = "h", "c"
    for index in range(first + 1, anais):
        labels[index] = "n" if labels[index] != "y" or labels.count("y") > 1 else "y"


def _session(sheet: Sheet) -> None:
    """Behind "[Conference session]" stands the event."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if "[" in sheet.gaps[index] and _SESSION.match(sheet.text(index)) and "]" in sheet.gaps[index + 1]:
            labels[index] = "n"
            if labels[index + 1] in "ncPs":
                labels[index + 1] = "h"
            return


def _part(sheet: Sheet) -> None:
    """A part with its number behind a volume, an issue or a title is a field of its own: "vol. 5, part 7"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        is_apart = labels[index] in "neivpts" and sheet.gaps[index][:1] in (",", ".", ";", "(")
        match = _PART.match(sheet.raw, fragments[index].start) if is_apart else None
        if not match or labels[index - 1 : index + 1] == ["t", "t"]:
            continue
        ends = [place for place in range(index, min(index + 2, len(labels))) if fragments[place].end == match.end()]
        if ends:
            sheet.put(index, ends[0] + 1, "r")
            return


def _interviewer(sheet: Sheet) -> None:
    """Names behind "Interview by" in a sentence of its own are those of the interviewer."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] not in "tcnE" or not _INTERVIEW.match(sheet.raw, sheet.fragments[index].start):
            continue
        letter, stop = labels[index], index + 1
        while stop < len(labels) and labels[stop] == letter and "." not in sheet.gaps[stop]:
            stop += 1
        if stop < len(labels) or "t" in labels[:index]:
            sheet.put(index, stop, "q")
        return


RULES: tuple[Rule, ...] = (
    Rule(
        _presented,
        "[ncgtPx].$",
        word="invited unpublished paper papers poster posters talk talks lecture lectures comunicação comunicaçãos "
        "trabalho trabalhos artigo artigos ponencia ponencias communication communications keynote keynotes "
        "presented delivered given apresentado apresentada presentado presentada présenté présentée vortrag gehalten",
    ),
    Rule(_event_in_capitals, "^.x", word="anais proceedings actas atas resumos memorias"),
    Rule(_session, r"\["),
    Rule(
        _part,
        "^..[.,;(].*[neivpts].$",
        word="part pt teil tl parte partie kısım ч часть cz część première deuxième troisième primera segunda",
    ),
    Rule(
        _interviewer,
        "[tcnE].$",
        word="interview interviewed entrevista entrevistado entrevistada entretien propos das интервью беседовал "
        "беседовала беседовали",
    ),
)
