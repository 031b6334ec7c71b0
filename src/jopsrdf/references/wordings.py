"""This room settles labels where a printed wording leaves no doubt: a law's name, "Working Paper 12", "Article 160018".

Each rule is one reason; all of them look only at short stretches, so that the whole stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jopsrdf.references.cues import LAW, TREATY
from jopsrdf.references.fragments import Fragment
from jopsrdf.references.places import KNOWN

Labels = list[str]

_EDITORS = re.compile(
    r"[(\[]\s?(?:eds?|editors?|hrsg|hg|hgg|orgs?|organizadore?s?|dirs?|coords?|comps?|éds?|a cura di|red|ред|haz|der)"
    r"\.?\s?[)\]]",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:[\w.&-]+ ){0,4}(?:working|discussion|occasional|policy|technical|research) (?:papers?|reports?)"
    r"(?:,? (?:series )?(?:no|nr|n)\b\.?)? (?:[\w/-]*\d)(?!\w|[,:(])|RFC \d+|"
    r"(?:U\.?S\.? )?patent (?:no\. )?[A-Z]*[\d,]+\d",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:article|art)\b(?!\w|\s\w{3})", re.IGNORECASE)
_VOLUME = re.compile(r"(?:vol|volume|bd|tome|том|т)\b\.?\s[A-Z]{0,3}-?\d", re.IGNORECASE)
_EDITION = re.compile(r"(?:edisi|édition|auflage|edición|edição)\s\w+$", re.IGNORECASE)
_TRANSLATED_FROM = re.compile(r"(?:de l[’']|du |from |aus dem |dal |с |з )", re.IGNORECASE)
_PAGE_MARK = re.compile(r"(?:С|с|S|s|pp?|P)\.?$")


def _name_of_law(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """What begins as laws and treaties do has no author: its first words are the title."""
    start = fragments[0].start
    if labels[0] != "A" or not (LAW.match(raw[start : start + 200]) or TREATY.match(raw, start)):
        return
    for index, fragment in enumerate(fragments):
        if labels[index] != "A":
            return
        is_place = index and fragment.before[:1] == "," and raw[fragment.start : fragment.end].lower() in KNOWN
        is_carried_on = not index or fragment.before[:1] in "_(:-"
        labels[index] = "L" if is_place else "t" if is_carried_on else "c" if index else "t"


def _publisher_initials(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Initials right before a publisher belong to it: "Alfred A. Knopf", "W. W. Norton"."""
    for index in range(len(labels) - 1, 0, -1):
        before = fragments[index - 1]
        is_pair = labels[index] == "P" and labels[index - 1] in "nL" and before.initials and before.kind == "w"
        if is_pair and raw[before.end : fragments[index].start] == ". " and raw[before.end - 1].isupper():
            labels[index - 1] = "P"


def _numbered_report(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """A report, a request for comments or a patent that prints its number is named by it, not contained in it."""
    for index, fragment in enumerate(fragments):
        if labels[index] not in "nscvt" or (labels[index] == "t" and fragment.before[:1] != "("):
            continue
        match = _REPORT.match(raw, fragment.start)
        if not match:
            continue
        for later in range(index, len(labels)):
            if fragments[later].start >= match.end():
                if labels[later] == "c" and not {"v", "p"} & set(labels):
                    labels[later] = "P"
                break
            labels[later] = "g"
        return


def _worded_locators(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """A word before a locator says what it is, whatever its place: "Article 160018", "Vol. IT-22", "(Edisi 9)"."""
    for index, fragment in enumerate(fragments):
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


def _series_of_journal(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """A figure in brackets behind a journal's title is its series when a volume follows: "Ann. of Math. (2) 141"."""
    for index in range(1, len(labels) - 1):
        series, volume = fragments[index], fragments[index + 1]
        is_bracketed = raw[series.start - 1] == "(" and raw[series.end : volume.start] == ") "
        if labels[index - 1 : index + 2] == ["c", "v", "i"] and is_bracketed and series.end - series.start == 1:
            labels[index : index + 2] = ["c", "v"]


def _translators(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """Names are translators when the word stands behind them in their brackets, or before the language."""
    for index in range(len(labels) - 1):
        here, later = fragments[index], fragments[index + 1]
        pair = labels[index] + labels[index + 1]
        if pair == "ET" and later.words == 1 and later.before[:1] == "," and raw[here.start - 1] == "(":
            labels[index] = "T"
        elif pair == "Tn" and here.words == 1 and _TRANSLATED_FROM.match(raw, later.start):
            labels[index + 1] = "T"


def _given_in_brackets(fragments: list[Fragment], labels: Labels, raw: str) -> None:
    """French lists print `BRAUDEL (Fernand)`: a word in brackets behind capitals is the given name."""
    if len(labels) > 1 and labels[0] == "A" and labels[1] in "yn" and fragments[1].kind == "w":
        is_name = raw[fragments[0].start : fragments[0].end].isupper() and fragments[1].before[-1:] == "("
        if is_name and raw[fragments[1].start].isupper() and not _EDITORS.match(raw, fragments[1].start - 1):
            labels[1] = "A"


RULES: tuple[Callable[[list[Fragment], Labels, str], None], ...] = (
    _name_of_law,
    _publisher_initials,
    _numbered_report,
    _worded_locators,
    _series_of_journal,
    _translators,
    _given_in_brackets,
)
