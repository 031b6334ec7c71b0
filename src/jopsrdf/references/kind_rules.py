"""This room settles labels by what a work calls itself: a law, a treaty, "Working Paper 12", a patent."""

from __future__ import annotations

import re

from jopsrdf.references.cues import LAW, TREATY
from jopsrdf.references.places import KNOWN
from jopsrdf.references.sheet import Rule, Sheet

_REPORT = re.compile(
    r"(?:[\w.&-]+ ){0,4}(?:working|discussion|occasional|policy|technical|research) (?:papers?|reports?)"
    r"(?:,? (?:series )?(?:no|nr|n)\b\.?)? (?:[\w/-]*\d)(?!\w|[,:(])|RFC \d+|"
    r"(?:U\.?S\.? )?patent (?:no\. )?[A-Z]*[\d,]+\d",
    re.IGNORECASE,
)


def _name_of_law(sheet: Sheet) -> None:
    """What begins as laws and treaties do has no author: its first words are the title."""
    fragments, labels, raw = sheet.fragments, sheet.labels, sheet.raw
    start = fragments[0].start
    if labels[0] != "A" or not (LAW.match(raw[start : start + 200]) or TREATY.match(raw, start)):
        return
    for index, fragment in enumerate(fragments):
        if labels[index] != "A":
            return
        is_place = index and fragment.before[:1] == "," and sheet.text(index).lower() in KNOWN
        is_carried_on = not index or fragment.before[:1] in "_(:-"
        labels[index] = "L" if is_place else "t" if is_carried_on else "c" if index else "t"


def _numbered_report(sheet: Sheet) -> None:
    """A report, a request for comments or a patent that prints its number is named by it, not contained in it."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments):
        if labels[index] not in "nscvt" or (labels[index] == "t" and fragment.before[:1] != "("):
            continue
        match = _REPORT.match(sheet.raw, fragment.start)
        if not match:
            continue
        for later in range(index, len(labels)):
            if fragments[later].start >= match.end():
                if labels[later] == "c" and not {"v", "p"} & set(labels):
                    labels[later] = "P"
                break
            labels[later] = "g"
        return


RULES: tuple[Rule, ...] = (
    Rule(_name_of_law),
    Rule(_numbered_report, ("paper", "report", "rfc", "patent")),
)
