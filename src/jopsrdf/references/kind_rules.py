"""This room settles labels by what a work calls itself: a law, a treaty, "Working Paper 12", a patent."""

from __future__ import annotations

import re

from jopsrdf.references.sheet import Rule, Sheet

_REPORT = re.compile(
    r"(?:[\w.&-]+ ){0,4}(?:(?:working|discussion|occasional|policy|technical|research) (?:papers?|reports?)|"
    r"publication|tech(?:nical|\.)? rep(?:ort|\.)|circular)(?: series)?,?(?: (?:no|nr|n)\b\.?)? "
    r"(?!(?:1[89]|20)\d\d(?![\w/-]))(?:[\w/-]*\d)(?!\w|[,:(])|RFC \d+|"
    r"(?:U\.?S\.? )?patent (?:no\. )?[A-Z]*[\d,]+\d",
    re.IGNORECASE,
)


def _numbered_report(sheet: Sheet) -> None:
    """A report, a request for comments or a patent that prints its number is named by it, not contained in it."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments):
        if labels[index] not in "nscvtg" or (labels[index] == "t" and fragment.before[:1] != "("):
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


RULES: tuple[Rule, ...] = (Rule(_numbered_report, ("paper", "rep", "rfc", "patent", "publication", "circular")),)
