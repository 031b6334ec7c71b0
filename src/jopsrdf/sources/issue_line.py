"""This room reads where in its journal an article stands: "Vol. 4 No. 1 (2025)", "Том 4 № 1 (10)", "第4卷第1期"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jopsrdf.records import Issue
from jopsrdf.sources.headings import cells
from jopsrdf.text import fold

#: Issue numbers of OJS are free text: "1(10)" is number 1, whole number 10; the closing bracket may be lost.
_NUMBER = re.compile(
    r"(?P<number>[^\s()\[\]]+(?:\s?[-–/]\s?[^\s()\[\]]+)?)?\s*[(\[]\s*(?:№\s*)?(?P<whole>\d+)\s*(?P<close>[)\]]?)"
)
_SIGN = re.compile(r"^\s*(?:№|no?[.º°]+|nr\.?\s)\s*", re.IGNORECASE)
#: A number as it stands after a label: digits, Roman numerals, double numbers, a letter of a series.
_VALUE = r"(?:\d+[\w.]*(?:\s?[-–/&]\s?\d+[\w.]*)?(?:\s?\(\s?\d+\s?\)?)?|(?-i:[IVXLCDM]+)\b|[^\W\d_]*\d[\w-]*)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """An issue number: the number in its volume, the number through all volumes, and whether a bracket was lost."""

    number: str
    whole: str = ""
    is_unbalanced: bool = False


def read_number(text: str) -> Numbered:
    """Split an issue number into its two counts.

    >>> read_number("1(10"), read_number("№ 1 (10)")
    (Numbered(number='1', whole='10', is_unbalanced=True), Numbered(number='1', whole='10', is_unbalanced=False))
    >>> read_number("3-4").number
    '3-4'
    """
    bare = _SIGN.sub("", text).strip(" ,.:;")
    match = _NUMBER.fullmatch(bare)
    if not match:
        return Numbered(bare)
    return Numbered(match["number"] or "", match["whole"], not match["close"])


def _labelled(name: str) -> re.Pattern[str]:
    """Return the pattern of a label of any language with its value after it."""
    forms = sorted({re.escape(form.rstrip(".․")) for form in cells(name)}, key=lambda form: (-len(form), form))
    gap = r"(?:[.․]\s*|\s*[:№]\s*|\s+|(?=\d))"
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)}){gap}(?P<value>{_VALUE})", re.IGNORECASE)


_LABELLED = {name: _labelled(name) for name in ("volume", "number", "pages")}
#: Chinese, Japanese and Korean put the label after the value.
_AFTER = {
    "volume": re.compile(r"第?\s*(?P<value>\d+)\s*[卷巻권]"),
    "number": re.compile(r"第?\s*(?P<value>\d+(?:\s?[-–/]\s?\d+)?)\s*[期号號호]"),
}
_BARE = frozenset(fold(form) for name in ("volume", "number") for form in cells(name))
_YEAR = re.compile(r"[(（]\s*(\d{4})\s*[)）]|(?<![\d(])(\d{4})\s*年|[,;]\s*(\d{4})\s*(?=$|:)")


def labelled(name: str, text: str) -> re.Match[str] | None:
    """Return the first labelled value of `volume`, `number` or `pages` in a text (group `value`), or None.

    >>> labelled("number", "Journal, vol. 4, no. 1(10), 2025")["value"]
    '1(10)'
    """
    after = _AFTER[name].search(text) if name in _AFTER else None
    return after or _LABELLED[name].search(text)


def is_bare(text: str) -> bool:
    """Say whether a line has the labels of an issue and a year, but no values between them, as for online first.

    >>> is_bare("Vol.  (2023)"), is_bare("Volume of 2023")
    (True, False)
    """
    words = [fold(word) for word in text.split()[:-1]]
    return bool(words) and set(words) <= _BARE and re.fullmatch(r"\(\d{4}\)", text.rsplit(maxsplit=1)[-1]) is not None


def read(text: str) -> tuple[Issue, bool]:
    """Return the issue that a line names, and whether a bracket in its number was lost.

    >>> read("Vol. 28 No. 2 (2018): Special Issue")[0]
    Issue(volume='28', number='2', whole_number='', title='Special Issue', year='2018')
    >>> read("Том 4 № 1 (10) (2025)")[0]
    Issue(volume='4', number='1', whole_number='10', title='', year='2025')
    >>> read("Cilt 3 Sayı 2 (2024)")[0].number, read("第4卷第1期 (2025)")[0].volume, bool(read("Vol.  (2023)")[0])
    ('2', '4', False)
    """
    year = _YEAR.search(text)
    numbers = text[: year.start()] + " " + text[year.end() :] if year else text
    volume = labelled("volume", numbers)
    rest = numbers[: volume.start()] + " , " + numbers[volume.end() :] if volume else numbers
    number = labelled("number", rest)
    split = read_number(number["value"]) if number else Numbered("")
    title = text.partition(":")[2].strip()
    issue = Issue(
        volume=volume["value"] if volume else "",
        number=split.number,
        whole_number=split.whole,
        title=title,
        year=next(filter(None, year.groups()), "") if year else "",
    )
    return issue, split.is_unbalanced
