"""This room reads the places inside a work: volumes, issues, whole numbers, parts, article numbers and pages."""

from __future__ import annotations

import re

from jopsrdf.records import Pages

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RANGE = re.compile(
    r"(?P<first>[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdmIVXLCDM]+)\s*(?:[-‐‑‒–—−~～]+|"
    r"--)\s*(?P<last>[A-Za-z]{0,3}\d+[A-Za-z]?|[ivxlcdmIVXLCDM]+)(?![A-Za-z\d])"
)
#: Pages that count anew in each part: "I-511–I-518".
_IN_PARTS = re.compile(r"(?P<first>[A-Z]{1,4}-\d+)\s?[-–—]{1,2}\s?(?P<last>[A-Z]{1,4}-\d+)")
_SINGLE = re.compile(r"(?<![\w.])(?P<first>[A-Za-z]{0,5}\.?\d+(?:\.\d+)?[A-Za-z]?|[ivxlcdm]+|[IVXLCDM]+)(?![\w])")


def read_pages(text: str) -> Pages | None:
    """Return the page range in a stretch of text, its abbreviated end completed; None when it holds no page.

    >>> str(read_pages("pp. 353–77")), str(read_pages("S. xii-xv")), str(read_pages("e20200413"))
    ('353-377', 'xii-xv', 'e20200413')
    """
    if not text.isascii():
        text = text.removeprefix("第").rstrip("页頁쪽면")
    match = (_IN_PARTS.search(text) if text.count("-") > 1 else None) or _RANGE.search(text)
    if match:
        return Pages(match["first"], complete(match["first"], match["last"]))
    match = _SINGLE.search(text)
    return Pages(match["first"]) if match else None


def complete(first: str, last: str) -> str:
    """Return the last page with the digits that its abbreviated form leaves to the first.

    >>> complete("1085", "97"), complete("S243", "5"), complete("e39", "56"), complete("81", "100")
    ('1097', 'S245', 'e56', '100')
    """
    digits = first.lstrip(_LETTERS)
    if not (digits.isdecimal() and last.isdecimal()):
        return last
    if len(last) < len(digits):
        full = digits[: -len(last)] + last
        last = full if int(full) > int(digits) else last
    return first[: len(first) - len(digits)] + last


_BRACKETED = re.compile(r"([\w.]*\d[\w./–-]*|[IVXLC]+)\s*[(\[]\s*(\d+)")
_NUMBER = re.compile(r"(?<![\w])([A-Za-z]{0,2}\d+(?:\.\d+)?[A-Za-z]?(?:\s?[-–/]\s?\d+)?|[IVXLC]+(?![a-z]))")


def read_issue(text: str) -> tuple[str, str]:
    """Return number and whole (running) number of an issue: `1(7` and `1 (7)` are number 1, whole number 7.

    >>> read_issue("1(7"), read_issue("3-4"), read_issue("no. 12"), read_issue("№ 136.5")
    (('1', '7'), ('3-4', ''), ('12', ''), ('136.5', ''))
    """
    text = text.removeprefix("第")
    match = _BRACKETED.search(text)
    if match:
        return match[1], match[2]
    found = _NUMBER.search(text)
    return (found[1].replace("–", "-"), "") if found else (text.strip(" .,:;()"), "")


_VOLUME_ISSUE = re.compile(
    r"(?:^|\D)(?P<volume>\d+)(?:[/.](?P<whole>\d+)\s*|[.,]\s*(?:вып|№|no|nr|n|núm|fasc|heft|h|sayı|s)\.?\s*(?P<issue>\d+))$",
    re.IGNORECASE,
)


#: An encyclopaedia's volume and the pages in it: 2/471-498.
VOLUME_AND_PAGES = re.compile(r"(?P<volume>\d{1,3}|[IVXLC]+)/(?P<pages>\d+\s?[-–]\s?\d+)$")


def part_volume(text: str) -> tuple[str, str]:
    """Return a volume and the issue that is printed with it; a pair of neighbours is one double volume.

    >>> part_volume("23/92"), part_volume("7.1"), part_volume("Т. 5, вып. 1"), part_volume("23/24")
    (('23', '92'), ('7', '1'), ('Т. 5', '1'), ('23/24', ''))
    """
    match = _VOLUME_ISSUE.search(text)
    if not match or (match["whole"] and int(match["whole"]) == int(match["volume"]) + 1):
        return text, ""
    return text[: match.end("volume")], match["whole"] or match["issue"]


#: A marker of a letter or a word before a number or the letter of a volume.
_MARKED = re.compile(
    r"(?:(?:[CTVctv]|[Bb]d|[Cc]ilt|[Tt]om[eo]?)\.\s?(?=\d)|(?:հ|հատ|հատոր|մաս|ტ|ტომი|τόμ|τ|т|том|кн|ч|ج|جلد|جزء)[.\s]\s?)"
    r"(?P<n>\d+(?:\s?[-–/]\s?\d+)?|[^\W\d_]{1,2}'?)$"
)


_VOLUME = re.compile(
    r"(?<![\w])((?:[A-Z]{1,3}-)?[A-Za-z]{0,2}\d+[A-Za-z]?(?:\s?[-–—/]\s?\d+)?|[IVXLCDM]+(?![\w])|[ivxl]+$)"
)


def read_volume(text: str) -> str:
    """Return the number of a volume without its marker.

    >>> read_volume("vol. XXIII"), read_volume("111–112"), read_volume("Т. 2"), read_volume("27(spe)")
    ('XXIII', '111–112', '2', '27')
    >>> read_volume("C. 102"), read_volume("հ. Ա"), read_volume("II. kötet")
    ('102', 'Ա', 'II')
    """
    text = text.removeprefix("第")
    marked = _MARKED.match(text)
    if marked:
        return marked["n"]
    found = _VOLUME.search(text)
    return found[1] if found else text.strip(" .,:;()")
