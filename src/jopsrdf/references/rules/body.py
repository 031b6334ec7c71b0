"""This room settles the names of bodies at the head of a reference, which the model takes for titles or publishers."""

from __future__ import annotations

import re

from jopsrdf.references.organisations import is_organisation
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS

_WIKI = re.compile(
    r"(?:Wikipedia|Wikimedia|Wikidata) (?:contributors|editors|authors)|Contributeurs de Wikipédia|Wikipedia-Autoren|"
    r"Colaboradores de Wikipedia|Contribuidores da Wikipédia|Участники Википедии"
)
#: Last words of the names of bodies that many authors write for.
_BODIES = frozenset(
    "collaboration collaborations collab collaborators consortium group team investigators study".split()
)
#: What a name at the head may have been taken for.
_MISTAKEN = frozenset("tPncg")


def _before_date(sheet: Sheet) -> None:
    """What stands before a date in brackets, behind which a title stands, is who wrote: "UN Women. (2020). …"."""
    labels = sheet.labels
    if len(labels) < 3 or labels[0] not in _MISTAKEN or labels[1] != "y" or labels[2] not in "tPng":
        return
    is_titled = labels[2] == "t" or sheet.fragments[2].words > 2
    is_apart = sheet.gaps[1] in (". (", " (", ". ") and sheet.fragments[0].kind == "w"
    if is_titled and is_apart and "A" not in labels and is_organisation(sheet.text(0)):
        labels[0] = "A"
        if "t" not in labels:
            sheet.put(2, sheet.stretch(2), "t")


def _publishes_itself(sheet: Sheet) -> None:
    """A name at the head that publishes as well wrote the work: "Associated Press. Stylebook. Associated Press"."""
    labels = sheet.labels
    if len(labels) < 3 or labels[0] not in _MISTAKEN or "A" in labels or sheet.gaps[1] not in (". ", ", ", ": "):
        return
    name = sheet.text(0)
    again = next((place for place in range(2, len(labels)) if labels[place] in "Pc" and sheet.text(place) == name), 0)
    if again:
        labels[0], labels[again] = "A", "P"
        if "t" not in labels:
            sheet.put(1, max(2, min(sheet.stretch(1), again)), "t")


def _title_behind_date(sheet: Sheet) -> None:
    """What alone follows names and date is the title, no publisher: "Reporters … (2021). World Press … Index."."""
    labels = sheet.labels
    if "P" not in labels or {"t", "c", "s", "g"} & set(labels) or labels[0] not in "AE":
        return
    place = labels.index("P")
    if labels[place - 1] == "y" and all(letter in "Pua" for letter in labels[place:]) and ")" in sheet.gaps[place]:
        sheet.put(place, sheet.stretch(place), "t")


def _contributors(sheet: Sheet) -> None:
    """Those who write a wiki wrote its page: "Wikipedia contributors. Citation analysis."."""
    labels = sheet.labels
    if labels[:2] == ["t", "t"] and sheet.gaps[1] == ". " and "A" not in labels and _WIKI.fullmatch(sheet.text(0)):
        labels[0] = "A"


def _journal_in_press(sheet: Sheet) -> None:
    """What stands alone behind the title of a text in press, and is called a journal, is no publisher."""
    labels = sheet.labels
    if "P" not in labels or {"c", "L", "s", "g"} & set(labels) or "t" not in labels:
        return
    place = labels.index("P")
    dates = [fragment for fragment, letter in zip(sheet.fragments, labels, strict=True) if letter == "y"]
    is_undated = bool(dates) and not any(map(str.isdecimal, sheet.raw[dates[0].start : dates[-1].end]))
    if is_undated and labels[place - 1] == "t" and sheet.fragments[place].flags & BITS["journal"]:
        sheet.put(place, sheet.stretch(place), "c")


def _year_in_body(sheet: Sheet) -> None:
    """A year may be part of a group's name: "Global Burden of Disease Study 2013 Collaborators. Global, …"."""
    labels = sheet.labels
    is_year = labels[:3] == ["A", "y", "t"] and sheet.fragments[1].kind == "Y" and sheet.gaps[1:3] == [" ", " "]
    if is_year and sheet.fragments[2].last in _BODIES and sheet.gaps[3].startswith(". "):
        sheet.put(0, 3, "A")


def _site_behind_title(sheet: Sheet) -> None:
    """A name in capitals between a title's sentence and the address is the site: "… staff. Virtual Herbarium. At <"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(2, len(labels)):
        is_last = labels[index - 1 : index + 1] == ["t", "t"] and labels[index + 1 : index + 2] in (["x"], ["u"])
        is_name = fragments[index].words > 2 and fragments[index].capitals > fragments[index].words // 2
        if is_last and is_name and sheet.gaps[index] == ". " and sheet.gaps[index + 1].startswith(". "):
            is_plain = fragments[index - 1].capitals * 2 < fragments[index - 1].words
            labels[index] = "c" if is_plain and fragments[index].kind == "w" else "t"


def _publisher_behind_bracket(sheet: Sheet) -> None:
    """A body between a report's bracket and its address publishes it: "(W3C Recommendation). World Wide Web … ."."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_between = labels[index - 1] in "tg" and labels[index : index + 2] == ["c", "u"]
        if is_between and sheet.gaps[index].startswith(").") and is_organisation(sheet.text(index)):
            labels[index] = "P"


def _collaboration(sheet: Sheet) -> None:
    """For whom authors wrote stands in brackets behind them: "B. P. Abbott et al. (LIGO Scientific Collaboration)"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_bracketed = labels[index - 1] == "A" and sheet.gaps[index].endswith("(") and labels[index] in "tPc"
        if is_bracketed and sheet.gaps[index + 1].startswith(")") and sheet.fragments[index].last in _BODIES:
            labels[index] = "n"
            return


RULES: tuple[Rule, ...] = (
    Rule(_year_in_body, r"^wA yY$", word=" ".join(sorted(_BODIES))),
    Rule(_site_behind_title, r"^wt\. [xu]", without="cP"),
    Rule(_collaboration, r"A\W*\([tPc]w$"),
    Rule(_publisher_behind_bracket, r"[tg]\)\. cw$", without="P"),
    Rule(_before_date, r"^w[tPncg](?:\. \(| \(|\. )y", without="A"),
    Rule(_publishes_itself, "^[tPncg].$", without="A"),
    Rule(_title_behind_date, r"^.y.*\).*P.$", without="tcsg"),
    Rule(
        _contributors,
        r"t\. t",
        word="wikipedia wikimedia wikidata contributeurs wikipedia-autoren colaboradores contribuidores участники",
        without="A",
    ),
    Rule(_journal_in_press, "t.*P.$", without="cLsg"),
)
