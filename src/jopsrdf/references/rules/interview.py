"""This room settles interviews that the author held, and what was said in person: the words are the title."""

from __future__ import annotations

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.named_words import HELD, HELD_LAST, HELD_WORDS, TOLD, TOLD_WORDS
from jopsrdf.references.words.places import KNOWN


def _held(sheet: Sheet) -> None:
    """An interview that opens a line has no author; place and day follow: "Interview with Dean Acheson, Washington"."""
    labels, fragments = sheet.labels, sheet.fragments
    if not (sheet.firsts[0] in HELD_WORDS or any(map(sheet.raw.lower().__contains__, HELD_LAST))):
        return
    if not HELD.match(sheet.raw, fragments[0].start) or {"v", "i"} & set(labels) or "//" in sheet.raw:
        return
    stop = 1
    while stop < len(labels) and not set(sheet.gaps[stop]) & set(',;(:“"') and fragments[stop].kind in "wNR":
        stop += 1
    sheet.put(0, stop, "t")
    for index in range(stop, len(labels)):
        if fragments[index].kind in "DY" and labels[index] != "a":
            labels[index] = "y"
        elif labels[index] in "ALct" and fragments[index].kind == "w":
            is_place = sheet.text(index).lower() in KNOWN or labels[index] == "L"
            labels[index] = "L" if is_place else labels[index] if labels[index] == "c" else "n"


def _told(sheet: Sheet) -> None:
    """What was said to the author in person is called so: "Dahl, Robert A. Personal communication, 12 June 1998"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        fragment = sheet.fragments[index]
        if sheet.firsts[index] not in TOLD_WORDS or fragment.kind != "w" or "t" in labels[:index]:
            continue
        is_apart = sheet.raw[: fragment.start].rstrip()[-1:] in set('.,;:(“")')
        if is_apart and TOLD.match(sheet.text(index)):
            labels[index] = "t" if "interview" in sheet.text(index).lower() or HELD.match(sheet.text(index)) else "m"
            for later in range(index + 1, len(labels)):
                is_date = sheet.fragments[later].kind in "DY" and labels[later] != "a"
                labels[later] = "y" if is_date else "n" if labels[later] in "tq" else labels[later]
            return


RULES: tuple[Rule, ...] = (
    Rule(_held, word=" ".join(sorted(HELD_WORDS)), hints=HELD_LAST),
    Rule(_told, word=" ".join(sorted(TOLD_WORDS))),
)
