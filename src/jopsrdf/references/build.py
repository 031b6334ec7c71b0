"""This room turns the labelled stretches of a reference into the record of the cited work.

Each field is read from its stretch by rules; every value keeps the range of characters that it was read from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import compress
from operator import attrgetter
from typing import Any

from jopsrdf.errors import Note
from jopsrdf.identifiers import Found, Identifier
from jopsrdf.language import Language
from jopsrdf.notes import note
from jopsrdf.records import Issue, Pages, Span, Work, WorkType
from jopsrdf.references import date_fields, legal_fields, patterns, people_fields, title_fields
from jopsrdf.references.grammar import Run
from jopsrdf.references.kinds import Clues, tell
from jopsrdf.references.locators import VOLUME_AND_PAGES, part_volume, read_issue, read_pages, read_volume
from jopsrdf.references.remainders import remainder
from jopsrdf.references.state import State
from jopsrdf.references.title_language import tell_language
from jopsrdf.references.words.cues import THESIS, THESIS_MARKS
from jopsrdf.references.words.named_words import PAPER
from jopsrdf.references.words.places import ABBREVIATED, RIVER

_IN_ORDER = attrgetter("start", "end", "label")
#: In Turkish the word for a department stands last: "Dil ve Tarih-Coğrafya Fakültesi".
_UNIT = re.compile(r"(?:Fakültesi|Enstitüsü|Bölümü|Anabilim Dalı|Yüksekokulu)$")
_STOPS = " .,;:()[]"
#: Fields whose presence tells the sort of a work, whatever they say.
_TELLING = ("title", "container_title", "publisher_place", "edition", "event", "number")


@dataclass(frozen=True, slots=True)
class Built:
    """The work, the span of each of its values, what no field took, the doubts, and why its language is stated."""

    work: Work
    spans: tuple[Span, ...]
    remainder: tuple[str, ...]
    notes: tuple[Note, ...]
    more: bool = False
    is_repeated: bool = False
    language: Language | None = None


def build(
    text: str, groups: dict[str, list[Run]], found: tuple[Found, ...] = (), start: int = 0, end: int | None = None
) -> Built:
    """Return the work that the labelled stretches of `text` describe, by name; `found` are its identifiers.

    `start` and `end` bound the reference: before it stands its number, behind it an annotation.
    """
    state = State(text, groups, is_clean=text.isprintable() and "  " not in text)
    people = people_fields.people(state)
    genre = state.take("genre")
    issued, submitted = date_fields.dates(state, is_thesis=_is_thesis(genre))
    chapter, title, interviewers = title_fields.title(state)
    container, is_inside = title_fields.container(state)
    issue, supplement = _issue(state)
    pages, issue = _pages(state, issue)
    collection, number = _collection(state, genre)
    number = number or legal_fields.number(state)
    publisher, university, department = _publishers(state, genre)
    place = _place(state)
    if len(groups.get("publisher", ())) > 1 and len(groups.get("publisher_place", ())) > 1:
        further = groups["publisher_place"][1].start, groups["publisher"][1].end
        state.notes.append(note("further-publisher", f"“{text[further[0] : further[1]]}” was not taken"))
    if container and not issue.volume and issue.number and (match := patterns.ROMAN_VOLUME.search(container)):
        container, issue = container[: match.start()], replace(issue, volume=match["v"])
    if publisher and place and container and issue.volume and not (is_inside or pages or issue.number or collection):
        container, collection, number, issue = "", container, issue.volume, Issue()
        names = {"container_title": "collection_title", "volume": "number"}
        state.spans = [Span(span.start, span.end, names.get(span.label, span.label)) for span in state.spans]
    fields: dict[str, Any] = {
        "title": title,
        "contributions": (*people, *interviewers),
        "issued": issued.value,
        "original": issued.original,
        "issued_text": issued.text,
        "submitted": submitted,
        "container_title": container,
        "collection_title": collection,
        "number": number,
        "issue": issue,
        "supplement": supplement,
        "pages": pages,
        "chapter_number": chapter or state.chapter,
        "edition": _edition(state),
        "publisher": publisher,
        "publisher_place": place,
        "university": university,
        "department": department,
        "degree": _degree(genre),
        "accessed": date_fields.accessed(state),
        "medium": state.medium or state.take("medium"),
        "event": title_fields.event(state),
        "part": title_fields.part(state),
        "identifiers": _identifiers(state, found),
    }
    # A record has two dozen fields, so it is made once, when all that it says is known.
    kind = _type(text, fields, genre, is_inside=is_inside)
    if kind in ("dataset", "software") and container and not (publisher or issue or pages):
        fields |= {"container_title": "", "publisher": container}
        state.spans = [_published(span) for span in state.spans]
    is_decision = kind == "document" and legal_fields.is_decision(title, container)
    if is_decision or kind in ("legislation", "treaty"):
        fields["issued"] = legal_fields.dated(state, title, issued.value)
    elif number and not (issued.value or issued.text):
        fields["issued"] = legal_fields.signed(state)
    is_named_only = is_decision and legal_fields.names_parties(title)
    language = tell_language(title, text) if title and not is_named_only else None
    work = Work(**fields, type=kind, language=language.code if language else "")
    if kind == "document":
        told = (
            "no type is there for decisions of courts"
            if is_decision
            else "no printed cue says what sort of work this is"
        )
        state.notes.append(note("type-unstated", told))
    if issued.text and not issued.value and issued.text[:4].isdecimal():
        state.notes.append(note("hijri-year", f"the year {issued.text} is not a Gregorian one"))
    kept = tuple(sorted([span for span in state.spans if span.start < span.end], key=_IN_ORDER))
    left = remainder(text, kept, start, len(text) if end is None else end)
    return Built(work, kept, left, tuple(state.notes), state.more, state.is_repeated, language)


def _published(span: Span) -> Span:
    """Return the span of a repository's name as that of a publisher: who keeps data or programs publishes them."""
    return replace(span, label="publisher") if span.label == "container_title" else span


def _issue(state: State) -> tuple[Issue, str]:
    volume = state.take("volume")
    printed = state.take("issue")
    if not (volume or printed):
        return Issue(), ""
    if volume and not printed:
        volume, printed = part_volume(volume)
        if printed:
            both = state.spans[-1]
            state.spans[-1] = Span(both.start, both.start + len(volume), "volume")
            state.spans.append(Span(both.end - len(printed), both.end, "issue"))
    supplement = ""
    if match := patterns.SUPPLEMENT.search(printed or volume):
        supplement = match["n"] or "yes"
        printed = printed.replace(match[0], "").strip(" .,") if printed else ""
    number, whole = read_issue(printed) if printed else ("", "")
    is_open = printed.endswith(")") and state.text[state.spans[-1].start - 1] == "(" and not _is_shut(state)
    if printed.count("(") > printed.count(")") or is_open:
        state.notes.append(note("issue-bracket", f"read “{printed}” as issue {number}, whole number {whole}"))
    return Issue(
        volume=read_volume(volume), number=number, whole_number=whole
    ), supplement if supplement != "yes" else ""


def _is_shut(state: State) -> bool:
    """Say whether the bracket in front of the last value is closed behind it."""
    return state.text[state.spans[-1].end : state.spans[-1].end + 1] == ")"


def _pages(state: State, issue: Issue) -> tuple[Pages | None, Issue]:
    """Return the pages, and the issue with the volume that ISNAD prints before them: 2/471-498."""
    printed = state.take("pages")
    if printed and not issue.volume and (match := VOLUME_AND_PAGES.match(printed)):
        span = state.spans[-1]
        state.spans[-1] = Span(span.start + match.start("pages"), span.end, "pages")
        state.spans.append(Span(span.start, span.start + match.end("volume"), "volume"))
        return read_pages(match["pages"]), replace(issue, volume=match["volume"])
    return (read_pages(printed) if printed else None), issue


def _collection(state: State, genre: str) -> tuple[str, str]:
    """Return the series and the number in it; a report's number counts when no series is named."""
    series = state.take("collection_title").removeprefix("of ")
    if series and (match := patterns.SERIES_NUMBER.match(series)):
        return match["title"].strip(" ,;.("), match["n"]
    if genre and not series and (paper := PAPER.search(genre)) and any(map(str.isdecimal, genre[paper.end() :])):
        name, printed = genre[: paper.end()], genre[paper.end() :].strip(" ,;.(#")
        return ("" if patterns.GENERIC.fullmatch(name) else name), legal_fields.bare(printed)
    match = patterns.SERIES_NUMBER.match(genre) if genre and not series else None
    if not match:
        return series, ""
    name = match["title"].strip(" ,;.(")
    return ("" if patterns.GENERIC.fullmatch(name) else name), match["n"]


def _publishers(state: State, genre: str) -> tuple[str, str, str]:
    """Return publisher, university and department: a thesis names the last two where a book names the first."""
    stretches = state.groups.get("publisher", [])
    if not _is_thesis(genre) or not stretches:
        return state.take("publisher"), "", ""
    first = state.value(stretches[0], "university")
    publisher = state.value(stretches[1], "publisher") if len(stretches) > 1 else ""
    university, _, department = first.partition(", ")
    if patterns.DEPARTMENT.match(department) or _UNIT.search(department):
        return publisher, university, department
    department, _, university = first.rpartition(", ")
    if department and patterns.DEPARTMENT.match(department) and patterns.UNIVERSITY.search(university):
        return publisher, university, department
    return publisher, first, ""


def _place(state: State) -> str:
    """Return the place; the stop of a short form (`М.`, `Cambridge, Mass.`) belongs to it."""
    place = state.take("publisher_place")
    if place and (place.replace(";", ",").split(", ")[-1].strip() in ABBREVIATED or RIVER.match(place)):
        span = state.spans[-1]
        if state.text[span.end : span.end + 1] == ".":
            state.spans[-1] = Span(span.start, span.end + 1, span.label)
            return place + "."
    return place


def _is_thesis(genre: str) -> bool:
    return genre in THESIS_MARKS or bool(genre and THESIS.search(genre))


def _degree(genre: str) -> str:
    return genre if genre and THESIS.search(genre) else ""


def _edition(state: State) -> str:
    printed = state.take("edition")
    return patterns.EDITION.sub(" ", printed).strip(_STOPS) if printed else ""


def _identifiers(state: State, found: tuple[Found, ...]) -> tuple[Identifier, ...]:
    kept: dict[Identifier, None] = {}
    for item in found:
        kept.setdefault(item.identifier)
        state.spans.append(Span(item.start, item.end, item.identifier.scheme))
    return tuple(kept)


def _type(text: str, fields: dict[str, Any], genre: str, *, is_inside: bool) -> WorkType:
    title, container, issue, issued = fields["title"], fields["container_title"], fields["issue"], fields["issued"]
    publisher = fields["publisher"] or fields["university"]
    has = [name for name in _TELLING if fields[name]]
    said = (genre, publisher, issue.volume, issue.number, fields["pages"], is_inside, issued and issued.day)
    has += compress(("genre", "publisher", "volume", "issue", "page_first", "in", "day"), said)
    has += [item.scheme for item in fields["identifiers"]]
    for one in fields["contributions"]:
        has += (one.role, one.agent.kind)
    outside = text.replace(title, " ", 1).replace(container, " ", 1) if title else text
    clues = Clues(
        outside,
        title,
        container,
        publisher,
        genre,
        fields["collection_title"],
        frozenset(has),
        str(issued.year) if issued else "",
        fields["medium"],
        text,
    )
    return tell(clues)
