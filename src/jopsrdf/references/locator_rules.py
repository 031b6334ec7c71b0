"""This room settles volumes, issues, pages, editions and dates of access where a printed word says what they are."""

from __future__ import annotations

import re

from jopsrdf.references.sheet import Rule, Sheet

_ARTICLE = re.compile(r"(?:article|art)\b(?!\w|\s\w{3})", re.IGNORECASE)
_VOLUME = re.compile(r"(?:vol|volume|bd|tome|том|т)\b\.?\s[A-Z]{0,3}-?\d", re.IGNORECASE)
_EDITION = re.compile(r"(?:edisi|édition|auflage|edición|edição)\s\w+$", re.IGNORECASE)
_PAGE_MARK = re.compile(r"(?:С|с|S|s|pp?|P)\.?$")
_ACCESSED = re.compile(
    r"(?:accessed|retrieved|viewed|consulté|consultado|citado|cited|acesso|acessado|abgerufen|recuperado|erişim)\b",
    re.IGNORECASE,
)


def _stray_volume(sheet: Sheet) -> None:
    """Four digits of a year before ";" and a volume are the date, as Vancouver prints it: "Nature. 1970;227(5259)"."""
    fragments, labels = sheet.fragments, sheet.labels
    if "y" in labels:
        return
    for index, fragment in enumerate(fragments[:-1]):
        is_date = fragment.kind == "Y" and labels[index] in "vntc" and fragment.after[:1] == ";"
        if not is_date or fragments[index + 1].kind not in "NR":
            continue
        labels[index : index + 2] = "yv"
        for later in range(index + 2, min(index + 4, len(labels))):
            mark, kind = fragments[later].before[:1], fragments[later].kind
            labels[later] = "i" if mark == "(" else "p" if mark in ":)" and kind in "NRw" else labels[later]


def _worded_locators(sheet: Sheet) -> None:
    """A word before a locator says what it is, whatever its place: "Article 160018", "Vol. IT-22", "(Edisi 9)"."""
    labels, raw = sheet.labels, sheet.raw
    for index, fragment in enumerate(sheet.fragments):
        letter = labels[index]
        if letter not in "inp":
            continue
        later = index + 1 if index + 1 < len(labels) else index
        if _ARTICLE.match(raw, fragment.start, fragment.end + 2) and "p" not in labels and letter in "in":
            labels[index] = "p"
            labels[later] = "p" if labels[later] == "i" else labels[later]
        elif letter == "i" and labels[later] == "p" and _PAGE_MARK.fullmatch(raw, fragment.start, fragment.end):
            labels[index] = "p"
        elif letter in "np" and _VOLUME.match(raw, fragment.start, fragment.end) and "v" not in labels:
            labels[index] = "v"
        elif letter == "n" and _EDITION.match(raw, fragment.start, fragment.end) and "e" not in labels:
            labels[index] = "e"


def _series_of_journal(sheet: Sheet) -> None:
    """A figure in brackets behind a journal's title is its series when a volume follows: "Ann. of Math. (2) 141"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index - 1 : index + 2] != ["c", "v", "i"]:
            continue
        series, volume = sheet.fragments[index], sheet.fragments[index + 1]
        is_bracketed = sheet.raw[series.start - 1] == "(" and sheet.raw[series.end : volume.start] == ") "
        if is_bracketed and series.end - series.start == 1:
            labels[index : index + 2] = ["c", "v"]


def _access_word(sheet: Sheet) -> None:
    """What "Retrieved" or "citado" opens is the date of access, and so is the date behind it in the same brackets."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments):
        if labels[index] != "n" or not _ACCESSED.match(sheet.raw, fragment.start):
            continue
        labels[index] = "a"
        if index + 1 < len(labels) and labels[index + 1] == "y" and fragments[index + 1].before == "_":
            labels[index + 1] = "a" if labels.count("y") > 1 else "y"


RULES: tuple[Rule, ...] = (
    Rule(_stray_volume, (";",)),
    Rule(_worded_locators),
    Rule(_series_of_journal, (") ",)),
    Rule(_access_word),
)
