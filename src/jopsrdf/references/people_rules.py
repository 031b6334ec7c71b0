"""This room settles who did what: editors, translators, and names that the model gave to a title or a publisher."""

from __future__ import annotations

import re

from jopsrdf.references.sheet import Rule, Sheet
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
#: A word in brackets that makes editors of the names before it.
_EDITORS = re.compile(
    r"[(\[]\s?(?:eds?|editors?|hrsg|hg|hgg|orgs?|organizadore?s?|dirs?|coords?|comps?|éds?|a cura di|red|ред|haz|der)"
    r"\.?\s?[)\]]",
    re.IGNORECASE,
)
_EDITOR_HINTS = tuple(
    bracket + word
    for bracket in "(["
    for word in ("ed", "hrsg", "hg", "org", "dir", "coord", "comp", "éd", "a cura", "red", "ред", "haz", "der", " ")
)
_TRANSLATED_FROM = re.compile(r"(?:de l[’']|du |from |aus dem |dal |с |з )", re.IGNORECASE)
_ROLES = BITS["editor"] | BITS["translator"] | BITS["function"]


def _role_phrase(sheet: Sheet) -> None:
    """Names behind "edited by" or "übersetzt von" are no part of the title before them."""
    fragments, labels = sheet.fragments, sheet.labels
    role = ""
    for index, fragment in enumerate(fragments):
        letter = labels[index]
        if role and letter not in "tc":
            role = ""
        if letter in "tc" and index and fragment.flags & _ROLES and (match := _PHRASE.match(sheet.raw, fragment.start)):
            role = match.lastgroup or ""
        if role and index and labels[index - 1] != letter and labels[index - 1] != role:
            role = ""
        if role:
            labels[index] = role


def _editors_without_word(sheet: Sheet) -> None:
    """Names behind a container need a word like "eds."; without one they are the rest of its title."""
    fragments, labels = sheet.fragments, sheet.labels
    index = 0
    while index < len(labels):
        stop = sheet.stretch(index)
        if index and labels[index] == "E" and labels[index - 1] in "tc" and fragments[index].before[:1] in ",:_":
            group = fragments[index:stop]
            if not any(fragment.initials or fragment.flags & BITS["editor"] for fragment in group):
                sheet.put(index, stop, labels[index - 1])
        index = stop


def _first_editors(sheet: Sheet) -> None:
    """A word like "(Eds.)" behind the first names makes editors of them all."""
    fragments, labels = sheet.fragments, sheet.labels
    if labels[0] not in "AE":
        return
    match = _EDITORS.search(sheet.raw, fragments[0].start, fragments[0].start + 300)
    if not match:
        return
    for index, fragment in enumerate(fragments):
        is_role = fragment.start <= match.start() + 2 and fragment.end > match.start()
        if fragment.start > match.end() or (labels[index] in "tcs" and not fragment.initials and not is_role):
            return
        if (index and labels[index] in "yqx" and not is_role) or fragment.after[:1] == '"':
            return
        if is_role:
            sheet.put(0, index + 1, "E")
            return


def _publisher_initials(sheet: Sheet) -> None:
    """Initials right before a publisher belong to it: "Alfred A. Knopf", "W. W. Norton"."""
    fragments, labels = sheet.fragments, sheet.labels
    for index in range(len(labels) - 1, 0, -1):
        if labels[index] != "P" or labels[index - 1] not in "nL":
            continue
        before = fragments[index - 1]
        is_named = before.initials and before.kind == "w" and sheet.raw[before.end - 1].isupper()
        if is_named and sheet.gap(index) == ". ":
            labels[index - 1] = "P"


def _translators(sheet: Sheet) -> None:
    """Names are translators when the word stands behind them in their brackets, or before the language."""
    labels = sheet.labels
    for index in range(len(labels) - 1):
        pair = labels[index] + labels[index + 1]
        if pair not in ("ET", "Tn"):
            continue
        here, later = sheet.fragments[index], sheet.fragments[index + 1]
        if pair == "ET" and later.words == 1 and later.before[:1] == "," and sheet.raw[here.start - 1] == "(":
            labels[index] = "T"
        elif pair == "Tn" and here.words == 1 and _TRANSLATED_FROM.match(sheet.raw, later.start):
            labels[index + 1] = "T"


def _given_in_brackets(sheet: Sheet) -> None:
    """French lists print `BRAUDEL (Fernand)`: a word in brackets behind capitals is the given name."""
    fragments, labels, raw = sheet.fragments, sheet.labels, sheet.raw
    if len(labels) > 1 and labels[0] == "A" and labels[1] in "yn" and fragments[1].kind == "w":
        is_name = sheet.text(0).isupper() and fragments[1].before[-1:] == "("
        if is_name and raw[fragments[1].start].isupper() and not _EDITORS.match(raw, fragments[1].start - 1):
            labels[1] = "A"


RULES: tuple[Rule, ...] = (
    Rule(_role_phrase),
    Rule(_editors_without_word),
    Rule(_first_editors, _EDITOR_HINTS),
    Rule(_publisher_initials),
    Rule(_translators),
    Rule(_given_in_brackets, ("(",)),
)
