"""This room settles labels by what a work calls itself: a law, a treaty, "Working Paper 12", a patent."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS

_REPORT = re.compile(
    r"(?:[\w.&-]+ ){0,4}(?:(?:working|discussion|occasional|policy|technical|research) (?:papers?|reports?)|"
    r"publication|tech(?:nical|\.)? rep(?:ort|\.)|circular)(?: series)?,?(?: (?:no|nr|n)\b\.?)? "
    r"(?!(?:1[89]|20)\d\d(?![\w/-]))(?:[\w/-]*\d)(?!\w|[:(]|,(?!\s(?-i:[A-ZÀ-Þ][^\W\d_])))|RFC \d+|"
    r"(?:U\.?S\.? )?patent (?:no\. )?[A-Z]*[\d,]+\d",
    re.IGNORECASE,
)
_PATENT = re.compile(
    r"(?:(?:U\.\s?S\.|US|United States|European|German|Chinese|Japanese|World) )?(?:patent|Patent)(?: application)?"
    r"(?: (?:No\.?|no\.?|US|EP|WO|DE|CN|JP))* (?:[A-Z]{2}\s?)?\d[\d ,/]*\d(?:\s?[AB]\d)?(?!\w)"
)
_INVENTORS = frozenset(("inventor", "inventors"))
_RESOLUTION = re.compile(
    r"(?:Resolution|Resolución|Résolution|Resolução|Резолюция) (?:No\. )?\d[\d/]*(?: [A-Z]{1,2})?"
    r"(?: \([IVXLC]+\))?(?=[.,;]|$)"
)
_SHORT_RESOLUTION = re.compile(r"(?:UN(?:SC|GA|HRC)|WHA) Res(?:olution)?\.? \d[\d/]*")
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


def _inventors(sheet: Sheet) -> None:
    """Words say who invented a patent and who owns it, which has no field: "Mullis KB, inventor; Cetus …, assignee"."""
    labels = sheet.labels
    word = next((i for i in range(1, len(labels)) if sheet.text(i).lower() in _INVENTORS), 0)
    if not word or "u" in labels[: word + 1] or sheet.gaps[word] != ", ":
        return
    sheet.put(0, word, "A")
    stop = word
    while stop < len(labels) and labels[stop] != "u" and (stop == word or not sheet.gaps[stop].startswith(". ")):
        labels[stop] = "n"
        stop += 1
    if "t" not in labels and stop < len(labels) and sheet.fragments[stop].kind in "wq":
        sheet.put(stop, max(stop + 1, sheet.stretch(stop)), "t")


def _days_of_patent(sheet: Sheet) -> None:
    """A patent is as old as its issue, not as its filing: "filed June 26, 1984, and issued May 6, 1986"."""
    labels, fragments = sheet.labels, sheet.fragments
    days = {
        fragments[index - 1].last: index
        for index in range(1, len(labels))
        if labels[index] in "ya" and fragments[index].kind in "DY"
    }
    issued = days.get("issued") or days.get("granted")
    if issued:
        labels[issued - 1 : issued + 1] = "ny"
        filed = days.get("filed", 0)
        labels[max(filed - 1, 0) : filed + 1] = "nn" if filed else labels[:1]


def _resolution(sheet: Sheet) -> None:
    """A resolution's number in a sentence behind its name is its number: "… Rights. Resolution 217 A (III). Paris"."""
    for index in range(1, len(sheet.labels)):
        is_asked = sheet.labels[index - 1 : index + 1] == ["t", "t"] and sheet.gaps[index] == ". "
        match = _RESOLUTION.match(sheet.raw, sheet.fragments[index].start) if is_asked else None
        if match:
            stop = index
            while stop < len(sheet.labels) and sheet.fragments[stop].start < match.end():
                stop += 1
            sheet.put(index, stop, "k")
            return


def _short_resolution(sheet: Sheet) -> None:
    """Lawyers name a resolution by its council and number: "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373"."""
    match = _SHORT_RESOLUTION.match(sheet.raw, sheet.fragments[0].start)
    for index, fragment in enumerate(sheet.fragments if match else ()):
        if not match or fragment.start >= match.end():
            return
        sheet.labels[index] = "t"


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
    Rule(_short_resolution, word="unsc unga unhrc wha"),
    Rule(_inventors, ", ..$", word="inventor inventors"),
    Rule(_days_of_patent, "[ya][DY]$", hints=("patent",)),
    Rule(_resolution, r"^.t\. tw$", word="resolution resolución résolution resolução резолюция"),
    Rule(_patent, hints=("patent",)),
    Rule(_numbered_report, hints=("paper", "report", "rep.", "rfc ", "patent", "publication", "circular")),
)
