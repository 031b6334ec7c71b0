"""This room settles the signs of documents, resolutions by their numbers, bodies with their names spelt out."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.legal_words import ANNOUNCES

#: What bodies pass and number.
_PASSED = re.compile(
    r"(?:resolution|résolution|resolución|resolução|risoluzione|entschließung|резолюция|резолюція|general comment|"
    r"recommendation|recommandation|advisory opinion|decision)(?:\s(?:no\.?|n[°º]|№))?$",
    re.IGNORECASE,
)


def _sign(sheet: Sheet) -> None:
    """A document's sign is its number, and what only announces it is no part of anything: "UN Doc. S/2004/616"."""
    for index, fragment in enumerate(sheet.fragments):
        if fragment.scheme == "sign":
            is_second = index and sheet.labels[index - 1] == "k"
            sheet.labels[index] = "n" if is_second else "k"
            if index and ANNOUNCES.match(sheet.text(index - 1)):
                sheet.labels[index - 1] = "x"


def _passed(sheet: Sheet) -> None:
    """What a body passed is named by its number, the session's with it: "Resolution 1325 (2000)"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(len(labels) - 1):
        if labels[index] not in "Acng" or sheet.gaps[index + 1] != " " or not _is_passed(sheet, index):
            continue
        stop = index + 2
        while stop < len(labels) and sheet.gaps[stop].endswith("(") and fragments[stop].kind in "YNw":
            stop += 1
        sheet.put(index, stop, "t")
        return


def _is_passed(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment is a word like "Resolution", or at the beginning of a line ends in it."""
    if not index:
        return sheet.firsts[0] in ("united", "un") and sheet.fragments[0].last == "resolution"
    return sheet.fragments[index].kind == "w" and bool(sheet.gaps[index].strip() and _PASSED.match(sheet.text(index)))


def _spelt_out(sheet: Sheet) -> None:
    """The name that an acronym stands for, in brackets behind it, is the same body: "CEPAL (Comisión Económica …)"."""
    labels, fragments = sheet.labels, sheet.fragments
    if len(labels) < 3:
        return
    is_name = fragments[0].words == 1 and sheet.text(0).isupper() and sheet.gaps[1] == " (" and sheet.gaps[2][:1] == ")"
    if not is_name or labels[0] != "A" or labels[1] == "A" or fragments[1].kind != "w":
        return
    initials = iter(word[0] for word in sheet.text(1).upper().split())
    if fragments[1].words > 2 and all(letter in initials for letter in sheet.text(0)):
        labels[1] = "A"
        if "t" not in labels and labels[2] in "cs":
            sheet.put(2, sheet.stretch(2), "t")


def _standard(sheet: Sheet) -> None:
    """What stands before a standard's sign is its title: "IEEE Standard for …, IEEE Std 754-2019"."""
    labels = sheet.labels
    sign = next((i for i, fragment in enumerate(sheet.fragments) if fragment.scheme == "sign"), 0)
    if sign and "Standard" in sheet.text(0).split() and set(labels[:sign]) <= {"c", "A", "n"}:
        sheet.put(0, sign, "t")


RULES: tuple[Rule, ...] = (
    Rule(_standard, word="ieee ansi iso iec", without="t"),
    Rule(_sign, "u"),
    Rule(
        _passed,
        "[Acng]",
        word="united un resolution résolution resolución resolução risoluzione entschließung резолюция резолюція "
        "general advisory recommendation recommandation decision",
        without="t",
    ),
    Rule(_spelt_out, r"^wA \(.w$"),
)
