"""This room settles numbers whose counter stands behind them, or that two counts share: "78호", "2. sz. 45–56"."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet

#: Counter behind a number → the label of what it counts.
_COUNTERS = (
    dict.fromkeys("호号號期", "i") | dict.fromkeys("권卷巻集", "v") | dict.fromkeys("쪽页頁", "p")
)  # fmt: skip

_IN_VOLUME = re.compile(r"\d{1,3}/\d{1,4}[-–]\d{1,4}")


def _counter(sheet: Sheet) -> None:
    """A counter behind a number says what it counts: "『창작과비평』 78호, 288-309쪽"."""
    for index, fragment in enumerate(sheet.fragments):
        if sheet.labels[index] in "vip" and fragment.kind == "N":
            sheet.labels[index] = _COUNTERS.get(sheet.raw[fragment.end - 1], sheet.labels[index])


def _pages_behind_counter(sheet: Sheet) -> None:
    """In Hungarian a number stands before what it counts: behind "12. évf. 2. sz." follow the pages "45–56"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index] == "i" and sheet.labels[index - 1] in "vi" and sheet.firsts[index] == "sz"
        if is_behind and sheet.fragments[index].kind == "I" and set(sheet.text(index)) & set("-–—"):
            sheet.labels[index] = "p"


def _year_of_host(sheet: Sheet) -> None:
    """A year cut short behind an apostrophe belongs to the host's name: "In Proceedings of OSDI '06. 335–350"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] == "c" and labels[index] in "vin" and sheet.fragments[index].kind == "N"
        if is_behind and not sheet.gaps[index] and sheet.raw[sheet.fragments[index].start - 1] in "'’":
            labels[index] = "c"


def _volume_and_pages(sheet: Sheet) -> None:
    """Of an encyclopaedia a stroke parts the volume from the pages; they are no date: "1991, 4/373-374"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_second = labels[index] == "y" and "y" in labels[:index] and sheet.fragments[index].kind == "D"
        if is_second and "p" not in labels and _IN_VOLUME.fullmatch(sheet.text(index)):
            labels[index] = "p"


def _whole_number(sheet: Sheet) -> None:
    """The number in brackets behind "№ 15" counts through all years, it is no volume: "2009. № 15 (4)"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] == "i" and labels[index] in "vp" and sheet.fragments[index - 1].kind == "I"
        if is_behind and sheet.fragments[index].kind == "N" and sheet.gaps[index] in ("(", " ("):
            labels[index] = "i"


RULES: tuple[Rule, ...] = (
    Rule(_counter, "[vip]N$", hints=tuple(_COUNTERS)),
    Rule(_pages_behind_counter, r"^.[vi]\W*iI$", word="sz", without="p"),
    Rule(_volume_and_pages, "yD$", without="p"),
    Rule(_year_of_host, "^.c[vin]N$"),
    Rule(_whole_number, r"^Ii ?\([vp]N$"),
)
