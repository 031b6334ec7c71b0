"""This room settles what the model leaves open: a handful of rules over the labels, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from jopsrdf.references.fragments import BITS, Fragment

#: A phrase after which names stand, wherever the title before it was thought to end.
_PHRASE = re.compile(
    r"(?:(?P<E>edited by|ed\. by|eds\. by|a cura di|hrsg\. (?:von|v\.)|herausgegeben von|hg\. (?:von|v\.)|édité par|sous la (?:direction|dir\.) de|editado por|organizado por|organização(?: de)?:?|pod red(?:akcją|\.)|под (?:общ\. )?ред(?:акцией|\.)|отв\. ред\.|за ред\.|ред\.|haz\.|der\.|تحرير|تحقيق|به‌?کوشش)"
    r"|(?P<T>translated (?:and edited )?by|trans(?:l)?\. (?:by )?(?=[A-ZÀ-Þ])|übers(?:\.|etzt) von|aus dem \w+ (?:übersetzt )?von|traduit (?:de \S+ )?par|trad\. (?:de|par|di|it\. di)|traducción de|tradução (?:de|por)|traduzione di|çev(?:iren|\.):?|пер\. с|перевод с|пер\. з|przeł\.|ترجمة|ترجمهٔ?))(?!\w)",
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
        if labels[last - 1] in "t" and fragments[last].before == "_" and fragments[last].kind == "Y":
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


_ROLES = BITS["editor"] | BITS["translator"] | BITS["function"]
RULES: tuple[Callable[[list[Fragment], Labels, str], None], ...] = (_year_in_title, _role_phrase, _stray_volume)


def settle(fragments: list[Fragment], labels: Labels, raw: str) -> Labels:
    """Return the labels after all the rules."""
    for rule in RULES:
        rule(fragments, labels, raw)
    return labels
