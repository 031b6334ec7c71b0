"""This room turns a reference whose fields are known into labels for its fragments: what the model learns from."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import Any

from jopsrdf.references.fragments import Fragment
from jopsrdf.references.tokens import BITS

#: Field of a labelled record → letter of the model, in the order in which fields look for their place.
_FIELDS = (
    ("authors_raw", "A"),
    ("editors_raw", "E"),
    ("translators_raw", "T"),
    ("title", "t"),
    ("container_title", "c"),
    ("collection_title", "s"),
    ("publisher", "P"),
    ("publisher_place", "L"),
    ("genre", "g"),
    ("note", "n"),
    ("edition", "e"),
    ("accessed_raw", "a"),
    ("date_raw", "y"),
)
#: What a fragment of few words that no field took is for, by what its words announce.
_BY_FLAGS = ((BITS["access"], "a"), (BITS["available"], "x"), (BITS["editor"], "E"), (BITS["edition"], "e"))
_EDITOR, _TRANSLATOR, _THESIS = BITS["editor"], BITS["translator"], BITS["thesis"]
_BY_KIND = {"V": "v", "I": "i", "G": "p", "g": "n", "e": "e", "i": "x", "u": "u"}

Range = tuple[int, int, str]
#: No list of names goes on behind a year.
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def ranges(record: Mapping[str, Any]) -> list[Range]:
    """Return where the values of a record stand in its raw text, longest first, without overlaps."""
    raw = record["raw"]
    found: list[Range] = []
    values = [(str(record[field]), letter) for field, letter in _FIELDS if record.get(field)]
    values += [
        (text, letter)
        for field, letter in (("authors", "A"), ("editors", "E"))
        if field + "_raw" not in record
        for text in _people(raw, record, field)
    ]
    for value, letter in sorted(values, key=lambda pair: -len(pair[0])):
        _place(raw, value.strip(" .,;:"), letter, found)
    if record.get("page_first"):
        first, last = re.escape(str(record["page_first"])), re.escape(str(record.get("page_last", "")))
        if last:
            _match(raw, rf"(?<!\w){first}\s*[-–—−]+\s*{last[-2:]}", "p", found)
        _match(raw, rf"(?<!\w){first}(?:\s*[-–—−]+\s*\w+)?(?!\w)", "p", found)
    for field, letter in (("volume", "v"), ("issue", "i")):
        if record.get(field):
            _match(
                raw,
                rf"(?<![\w]){re.escape(str(record[field]))}(?!\w)",
                letter,
                found,
                after=_end(found, "c") or _end(found, "t"),
            )
    if record.get("year") and "date_raw" not in record:
        _match(raw, rf"(?<!\d){record['year']}[a-z]?(?!\d)", "y", found)
    return found


def _people(raw: str, record: Mapping[str, Any], field: str) -> list[str]:
    """Return the stretch of text from the first name to the last: each stands right behind the one before.

    Editors of a host stand behind the title, where there are authors too; they may be the same people.
    """
    title = raw.find(str(record.get("title") or "\n")) if field == "editors" and record.get("authors") else -1
    first, last = len(raw), max(0, title)
    for person in record.get(field, ()):
        places = _find_person(raw, person, last)
        is_near = places and (first > last or (places[0] <= last + 60 and not _YEAR.search(raw, last, places[0])))
        if not places or not is_near:
            continue
        first, last = min(first, places[0]), max(last, places[1])
    return [raw[first:last]] if first < last else []


def _find_person(raw: str, person: Mapping[str, str], last: int) -> tuple[int, int] | None:
    """Return where a name stands behind the one before: its family name, and its other parts close to that."""
    family = str(person.get("family") or person.get("literal") or "")
    place = _find_name(raw, family, last) if family else None
    if not place:
        return None
    start, end = place
    for part in (person.get("given"), person.get("suffix")):
        reach = len(part) + 12 if part else 0
        found = part and (
            _find_name(raw, str(part), end, end + reach) or _find_name(raw, str(part), max(last, start - reach), start)
        )
        if found:
            start, end = min(start, found[0]), max(end, found[1])
    return start, end


def _find_name(raw: str, name: str, start: int, stop: int = sys.maxsize) -> tuple[int, int] | None:
    """Return where a name stands in a part of the text; initials may have lost their stops and spaces."""
    exact = re.escape(name.rstrip("."))
    pattern = r"\.?[ -]?".join(name.replace(".", "").replace(" ", "")) if len(name) < 10 and name.isupper() else exact
    match = re.compile(rf"(?<![^\W_])(?:{exact}|{pattern})(?![^\W_])").search(raw, start, min(stop, len(raw)))
    return match.span() if match else None


def _end(found: list[Range], letter: str) -> int:
    return max((end for _, end, label in found if label == letter), default=0)


def _place(raw: str, value: str, letter: str, found: list[Range]) -> None:
    start = raw.find(value) if value else -1
    while start >= 0:
        if _free(start, start + len(value), found):
            found.append((start, start + len(value), letter))
            return
        start = raw.find(value, start + 1)


def _match(raw: str, pattern: str, letter: str, found: list[Range], after: int = 0) -> None:
    if any(label == letter for _, _, label in found):
        return
    for match in re.compile(pattern).finditer(raw, after):
        if _free(match.start(), match.end(), found):
            found.append((match.start(), match.end(), letter))
            return


def _free(start: int, end: int, found: list[Range]) -> bool:
    return all(end <= other[0] or start >= other[1] for other in found)


def align(record: Mapping[str, Any], fragments: list[Fragment], offset: int = 0) -> str:
    """Return one label for each fragment of a record's raw text, which was cut from `offset` on.

    A record that was rendered brings its `ranges`; for others they are looked for.
    """
    placed = record["ranges"] if "ranges" in record else ranges(record)
    titles = [place for place in placed if place[2] == "t"]
    if (
        titles
        and record.get("type") == "article-journal"
        and record.get("volume")
        and not any(label == "c" for *_, label in placed)
    ):
        placed = [(start, end, "c" if label == "t" else label) for start, end, label in placed]
    labels: list[str] = []
    for fragment in fragments:
        start, end = fragment.start + offset, fragment.end + offset
        cover = max(placed, key=lambda place: min(end, place[1]) - max(start, place[0]), default=(0, 0, ""))
        overlap = min(end, cover[1]) - max(start, cover[0])
        label = cover[2] if overlap * 2 >= end - start and overlap > 0 else ""
        labels.append(_settle(fragment, label, labels, cover, start))
        if label == "v" and fragment.kind == "Y" and fragment.after[:1] == ";":
            labels[-1] = "y"  # `2013;17(6)`, taken for a volume
    _complete(fragments, labels)
    return "".join(labels)


def _complete(fragments: list[Fragment], labels: list[str]) -> None:
    """Name what the record leaves out but the text says: editors after "In", a volume before pages, "et al."."""
    for index, fragment in enumerate(fragments):
        if labels[index] != "n":
            continue
        before = labels[index - 1] if index else ""
        after = labels[index + 1] if index + 1 < len(labels) else ""
        if fragment.kind == "w" and fragment.flags & _THESIS and fragment.words < 16 and before != "A":
            labels[index] = "g"
        elif before == "A" and fragment.first in ("et", "e", "&", "and") and fragment.words <= 3:
            labels[index] = "A"
        elif fragment.flags & _TRANSLATOR and fragment.kind == "w" and before in ("t", "c", "T"):
            labels[index] = "T"
        elif letter := _counted(fragment, before, after):
            labels[index] = letter
        elif before in ("x", "c") and (stop := _editors_end(fragments, labels, index)):
            labels[index:stop] = "E" * (stop - index)


def _counted(fragment: Fragment, before: str, after: str) -> str:
    """Return the letter of a number that no field took, by the labels and marks beside it, or ""."""
    mark = fragment.before[:1]
    if fragment.kind in "NR" and before in ("v", "i") and mark in (":", ",", ")", "_", ";"):
        return "p"
    if fragment.kind != "N":
        return ""
    if before == "p" and mark == "-":
        return "p"
    is_counter = after in ("p", "i") or (after == "n" and fragment.after[:1] in ":(,")
    return "v" if (before in ("c", "y") and is_counter) or (before == "y" and mark == ";") else ""


def _editors_end(fragments: list[Fragment], labels: list[str], start: int) -> int:
    """Return the place after the word for "editor" that closes a list of names from `start` on, or 0."""
    for index in range(start, min(start + 14, len(fragments))):
        if labels[index] != "n" or fragments[index].words > 5:
            return 0
        if fragments[index].flags & _EDITOR and fragments[index].words <= 2 and fragments[index].capitals <= 1:
            return index + 1
    return 0


def _settle(fragment: Fragment, label: str, before: list[str], cover: Range, start: int) -> str:
    last = before[-1] if before else ""
    if fragment.kind == "u":
        return "u"
    if fragment.kind == "i" and (label in ("", "E") or (label == "c" and cover[0] == start)):
        return "x"
    if fragment.kind == "Y" and label and label in "LP":
        return "y"
    return label if label and label != "n" else _announced(fragment, label, last)


def _announced(fragment: Fragment, label: str, last: str) -> str:
    """Name a fragment that no field took, by what its words or the label before it announce."""
    if fragment.kind in "YDN" and last == "a":
        return "a"
    if fragment.kind == "w" and fragment.words <= 4:
        for flags, letter in _BY_FLAGS:
            if fragment.flags & flags and (letter != "E" or last == "E"):
                return letter
    if label:
        return label
    if fragment.kind == "Y" and last and last in "vi" and fragment.before[:1] in (",", ":"):
        return "p"
    return "y" if fragment.kind in "YD" else _BY_KIND.get(fragment.kind, "n")
