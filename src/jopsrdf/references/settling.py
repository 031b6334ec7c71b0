"""This room settles what the model leaves open: a handful of rules over the labels, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from jopsrdf.references import wordings
from jopsrdf.references.cues import THESIS
from jopsrdf.references.fragments import Fragment
from jopsrdf.references.tokens import BITS

#: A phrase after which names stand, wherever the title before it was thought to end.
_PHRASE = re.compile(
    r"(?:(?P<E>edited by|ed\. by|eds\. by|a cura di|hrsg\. (?:von|v\.)|herausgegeben von|hg\. (?:von|"
    r"v\.)|édité par|sous la (?:direction|dir\.) de|editado por|organizado por|organização(?: de)?:?|"
    r"pod red(?:akcją|\.)|под (?:общ\. )?ред(?:акцией|\.)|отв\. ред\.|за ред\.|ред\.|haz\.|der\.|"
    r"تحرير|تحقيق|به‌?کوشش)"
    r"|(?P<T>translated (?:and edited )?by|trans(?:l)?\. (?:by )?(?=[A-ZÀ-Þ])|übers(?:\.|etzt) von|"
    r"aus dem \w+ (?:übersetzt )?von|traduit (?:de \S+ )?par|trad\. (?:de|par|di|it\. di)|traducción "
    r"de|tradução (?:de|por)|traduzione di|çev(?:iren|\.):?|пер\. с|перевод с|пер\. з|przeł\.|ترجمة|"
    r"ترجمهٔ?))(?!\w)",
    re.IGNORECASE,
)
Labels = list[str]


def _year_in_title(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """A year right behind a title's words belongs to it when another place gives the date: "Censo demográfico 2010"."""
    years = [index for index, letter in enumerate(labels) if letter == "y"]
    for index in years[:-1] if len(years) > 1 else ():
        before = index and labels[index - 1] in "tc" and fragments[index].before == "_"
        if (
            before
            and fragments[index].kind in "YR"
            and fragments[index - 1].kind in "wq"
            and fragments[index].after[:1] in ".:,;"
        ):
            labels[index] = labels[index - 1]
    if (
        len(years) > 1
        and labels[years[-1]] == "y"
        and raw[fragments[years[0]].start - 1] == "("
        and years[-1] > years[0]
    ):
        last = years[-1]
        if labels[last - 1] == "t" and fragments[last].before == "_" and fragments[last].kind == "Y":
            labels[last] = "t"


def _role_phrase(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Names behind "edited by" or "übersetzt von" are no part of the title before them."""
    role = ""
    for index, fragment in enumerate(fragments):
        letter = labels[index]
        if role and letter not in "tc":
            role = ""
        if letter in "tc" and index and fragment.flags & _ROLES and (match := _PHRASE.match(raw, fragment.start)):
            role = match.lastgroup or ""
        if role and index and labels[index - 1] != letter and labels[index - 1] != role:
            role = ""
        if role:
            labels[index] = role


def _stray_volume(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Four digits of a year before ";" and a volume are the date, as Vancouver prints it: "Nature. 1970;227(5259)"."""
    if "y" in labels:
        return
    for index, fragment in enumerate(fragments[:-1]):
        if (
            fragment.kind == "Y"
            and labels[index] in "vntc"
            and fragment.after[:1] == ";"
            and fragments[index + 1].kind in "NR"
        ):
            labels[index] = "y"
            labels[index + 1] = "v"
            for later in range(index + 2, min(index + 4, len(labels))):
                kind = fragments[later].before[:1]
                labels[later] = (
                    "i" if kind == "(" else "p" if kind in ":)" and fragments[later].kind in "NRw" else labels[later]
                )
    del raw


def _quotation_in_title(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """A quotation that a colon or dash carries on opens the title, it is not all of it: “I am …”: Gender and Agency."""
    for index, fragment in enumerate(fragments[:-1]):
        if fragment.kind != "q" or labels[index] != "t" or fragment.after[:2] not in ('":', '"-'):
            continue
        for later in range(index + 1, len(labels)):
            if fragments[later].kind not in "wqYNR":
                break
            labels[later] = "t"
            if "." in fragments[later].after or "(" in fragments[later].after:
                break
    del raw


def _places_in_title(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Places between the commas of a title are part of it when publisher or place come in a later sentence."""
    sentences = _sentences(fragments)
    for number, (start, end) in enumerate(sentences):
        inside = labels[start:end]
        lead = next((letter for letter in inside if letter in "tc"), "")
        if not lead or "L" not in inside or "P" in inside or inside[0] not in "xtcE":
            continue
        if any(letter in "PL" for later, stop in sentences[number + 1 :] for letter in labels[later:stop]):
            first = inside.index("L")
            for index in range(start + first, end):
                if fragments[index].kind == "w" and lead in inside[:first]:
                    labels[index] = lead
    del raw


def _sentences(fragments: list[Fragment]) -> list[tuple[int, int]]:
    """Return the ranges of fragments between full stops."""
    found, start = [], 0
    for index, fragment in enumerate(fragments, 1):
        if "." in fragment.after or index == len(fragments):
            found.append((start, index))
            start = index
    return found


def _editors_without_word(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Names behind a container need a word like "eds."; without one they are the rest of its title."""
    index = 0
    while index < len(labels):
        stop = index
        while stop < len(labels) and labels[stop] == "E":
            stop += 1
        group = fragments[index:stop]
        if group and index and labels[index - 1] in "tc" and fragments[index].before[:1] in ",:_":
            has_word = any(fragment.flags & BITS["editor"] for fragment in group)
            if not has_word and not any(fragment.initials for fragment in group):
                labels[index:stop] = labels[index - 1] * (stop - index)
        index = max(stop, index + 1)
    del raw


def _thesis_in_container(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """What calls itself a thesis is none's container: it is the degree, and the names before it the university."""
    for index, fragment in enumerate(fragments):
        is_thesis = labels[index] == "c" and fragment.flags & BITS["thesis"] and fragment.kind == "w"
        if not is_thesis or not THESIS.search(raw, fragment.start, fragment.end):
            continue
        labels[index] = "g"
        before = index - 1
        while before >= 0 and labels[before] == "c":
            labels[before] = "P"
            before -= 1


_ROLES = BITS["editor"] | BITS["translator"] | BITS["function"]
RULES: tuple[Callable[[list[Fragment], Labels, str], None], ...] = (
    _year_in_title,
    _role_phrase,
    _stray_volume,
    _quotation_in_title,
    _places_in_title,
    _editors_without_word,
    _thesis_in_container,
)


def settle(fragments: list[Fragment], labels: Labels, raw: str) -> Labels:
    """Return the labels after all the rules."""
    for rule in (*RULES, *wordings.RULES) if labels else ():
        rule(fragments, labels, raw)
    return labels
