"""This room settles labels by what a work calls itself: a law, a treaty, "Working Paper 12", a patent."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS

_REPORT = re.compile(
    r"(?:[\w.&-]+ ){0,4}(?:(?:working|discussion|occasional|policy|technical|research) (?:papers?|reports?)|"
    r"publication|tech(?:nical|\.)? rep(?:ort|\.)|circular)(?: series)?,?(?: (?:no|nr|n)\b\.?)? "
    r"(?!(?:1[89]|20)\d\d(?![\w/-]))(?:[\w/-]*\d)(?!\w|[,:(])|RFC \d+|"
    r"(?:U\.?S\.? )?patent (?:no\. )?[A-Z]*[\d,]+\d",
    re.IGNORECASE,
)
_PATENT = re.compile(
    r"(?:(?:U\.\s?S\.|US|United States|European|German|Chinese|Japanese|World) )?(?:patent|Patent)(?: application)?"
    r"(?: (?:No\.?|no\.?|US|EP|WO|DE|CN|JP))* (?:[A-Z]{2}\s?)?\d[\d ,/]*\d(?:\s?[AB]\d)?(?!\w)"
)
_STANDARD = re.compile(
    r"(?:ISO(?:/IEC)?|IEC|DIN|ANSI(?:/NISO)?|NISO|BS|EN|ASTM|ГОСТ(?: Р)?|ДСТУ|NF|UNE|(?:ABNT )?NBR|GB/T|ՀՍՏ)"
    r"(?: (?:EN|ISO|IEC|[A-Z]\d?))*[ -]\d[\d.-]*(?::(?:19|20)\d\d)?(?![\w(])"
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
                is_body = labels[later] == "c" or (labels[later] == "g" and not fragments[later].flags & BITS["thesis"])
                if is_body and fragments[later].kind == "w" and not {"v", "p"} & set(labels):
                    labels[later] = "P"
                break
            labels[later] = "g"
        return


def _patent(sheet: Sheet) -> None:
    """A patent's office and number name it, wherever they stand: "U.S. Patent 4 084 217"."""
    match = _PATENT.search(sheet.raw)
    inside = [i for i, f in enumerate(sheet.fragments) if match and match.start() <= f.start < match.end()]
    if inside and inside[0] and not any(sheet.labels[index] in "yu" for index in inside):
        sheet.put(inside[0], inside[-1] + 1, "g")


def _standard(sheet: Sheet) -> None:
    """A standard begins with its own number, which no one wrote: "ISO 690:2021. Information and documentation"."""
    labels, fragments = sheet.labels, sheet.fragments
    match = _STANDARD.match(sheet.raw, fragments[0].start)
    if not match or "A" in labels[2:]:
        return
    for index, fragment in enumerate(fragments):
        if fragment.start >= match.end():
            return
        labels[index] = "y" if fragment.kind == "Y" and labels.count("y") == 1 else "t"


RULES: tuple[Rule, ...] = (
    Rule(_standard),
    Rule(_patent, hints=("patent",)),
    Rule(_numbered_report, hints=("paper", "report", "rep.", "rfc ", "patent", "publication", "circular")),
)
