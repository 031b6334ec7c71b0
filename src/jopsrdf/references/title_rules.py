"""This room settles where titles begin and end: years, quotations and places in them, and what only looks like one."""

from __future__ import annotations

from jopsrdf.references.cues import THESIS
from jopsrdf.references.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS


def _year_in_title(sheet: Sheet) -> None:
    """A year right behind a title's words belongs to it when another place gives the date: "Censo demográfico 2010"."""
    fragments, labels = sheet.fragments, sheet.labels
    years = [index for index, letter in enumerate(labels) if letter == "y"]
    if len(years) < 2:
        return
    for index in years[:-1]:
        before = index and labels[index - 1] in "tc" and fragments[index].before == "_"
        is_behind_words = fragments[index].kind in "YR" and fragments[index - 1].kind in "wq"
        if before and is_behind_words and fragments[index].after[:1] in ".:,;":
            labels[index] = labels[index - 1]
    last = years[-1]
    is_dated = labels[last] == "y" and sheet.raw[fragments[years[0]].start - 1] == "("
    if is_dated and labels[last - 1] == "t" and fragments[last].before == "_" and fragments[last].kind == "Y":
        labels[last] = "t"


def _quotation_in_title(sheet: Sheet) -> None:
    """A quotation that a colon or dash carries on opens the title, it is not all of it: “I am …”: Gender and Agency."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments[:-1]):
        if fragment.kind != "q" or labels[index] != "t" or fragment.after[:2] not in ('":', '"-'):
            continue
        for later in range(index + 1, len(labels)):
            if fragments[later].kind not in "wqYNR":
                break
            labels[later] = "t"
            if "." in fragments[later].after or "(" in fragments[later].after:
                break


def _places_in_title(sheet: Sheet) -> None:
    """Places between the commas of a title are part of it when publisher or place come in a later sentence."""
    labels = sheet.labels
    if "L" not in labels:
        return
    sentences = _sentences(sheet)
    for number, (start, end) in enumerate(sentences):
        inside = labels[start:end]
        lead = next((letter for letter in inside if letter in "tc"), "")
        if not lead or "L" not in inside or "P" in inside or inside[0] not in "xtcE":
            continue
        if any(letter in "PL" for later, stop in sentences[number + 1 :] for letter in labels[later:stop]):
            first = inside.index("L")
            for index in range(start + first, end):
                if sheet.fragments[index].kind == "w" and lead in inside[:first]:
                    labels[index] = lead


def _sentences(sheet: Sheet) -> list[tuple[int, int]]:
    """Return the ranges of fragments between full stops."""
    found, start = [], 0
    for index, fragment in enumerate(sheet.fragments, 1):
        if "." in fragment.after or index == len(sheet.fragments):
            found.append((start, index))
            start = index
    return found


def _thesis_in_container(sheet: Sheet) -> None:
    """What calls itself a thesis is none's container: it is the degree, and the names before it the university."""
    labels = sheet.labels
    for index, fragment in enumerate(sheet.fragments):
        is_thesis = labels[index] == "c" and fragment.flags & BITS["thesis"] and fragment.kind == "w"
        if not is_thesis or not THESIS.search(sheet.raw, fragment.start, fragment.end):
            continue
        labels[index] = "g"
        before = index - 1
        while before >= 0 and labels[before] == "c":
            labels[before] = "P"
            before -= 1


RULES: tuple[Rule, ...] = (
    Rule(_year_in_title),
    Rule(_quotation_in_title),
    Rule(_places_in_title),
    Rule(_thesis_in_container),
)
