"""This room turns the labelled stretches of a reference into the record of the cited work.

Each field is read from its stretch by rules; every value keeps the range of characters that it was read from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, cast

from jopsrdf.errors import Note
from jopsrdf.identifiers import Found, Identifier
from jopsrdf.language import Language, detect
from jopsrdf.notes import note
from jopsrdf.records import Contribution, Issue, Pages, PartialDate, Role, Span, Work, WorkType
from jopsrdf.references import patterns
from jopsrdf.references.cues import THESIS
from jopsrdf.references.dates import Date, read_date
from jopsrdf.references.edges import trim
from jopsrdf.references.kinds import Clues, tell
from jopsrdf.references.locators import part_volume, read_issue, read_pages, read_volume
from jopsrdf.references.names import read_names
from jopsrdf.references.places import ABBREVIATED
from jopsrdf.references.remainders import remainder
from jopsrdf.references.vocabulary import CUES

_IN_ORDER = attrgetter("start", "end", "label")
_STOPS = " .,;:()[]"
_IN_WORDS = frozenset(CUES["in"]["*"].split())
_ROLE_OF: dict[str, Role] = {"authors": "author", "editors": "editor", "translators": "translator"}
_KEY_OF: dict[str, str] = {
    "author": "authors",
    "editor": "editors",
    "translator": "translators",
    "interviewer": "interviewer",
}


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


@dataclass(slots=True)
class _State:
    text: str
    groups: dict[str, list[Span]]
    spans: list[Span] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    more: bool = False
    is_repeated: bool = False
    medium: str = ""
    is_clean: bool = True

    def take(self, name: str) -> str:
        """Return the value of a text field: its first stretch, trimmed; later ones go to the remainder."""
        stretches = self.groups.get(name, [])
        return self.value(stretches[0], name) if stretches else ""

    def value(self, stretch: Span, name: str) -> str:
        start, end = trim(self.text, stretch.start, stretch.end)
        self.spans.append(Span(start, end, name))
        return self.text[start:end] if self.is_clean else " ".join(self.text[start:end].split())


def build(
    text: str, spans: tuple[Span, ...], found: tuple[Found, ...] = (), start: int = 0, end: int | None = None
) -> Built:
    """Return the work that the labelled stretches of `text` describe; `found` are its identifiers.

    `start` and `end` bound the reference: before it stands its number, behind it an annotation.
    """
    groups: dict[str, list[Span]] = {}
    for span in spans:
        groups.setdefault(span.label, []).append(span)
    state = _State(text, groups, is_clean=text.isprintable() and "  " not in text)
    people = _people(state)
    genre = state.take("genre")
    issued, submitted = _dates(state, is_thesis=bool(genre and THESIS.search(genre)))
    chapter, title, interviewers = _title(state)
    container, is_inside = _container(state)
    issue, supplement = _issue(state)
    pages = _pages(state)
    collection, number = _collection(state, genre)
    publisher, university, department = _publishers(state, genre)
    place = _place(state)
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
        "chapter_number": chapter,
        "edition": _edition(state),
        "publisher": publisher,
        "publisher_place": place,
        "university": university,
        "department": department,
        "degree": _degree(genre),
        "accessed": _accessed(state),
        "medium": state.medium,
        "identifiers": _identifiers(state, found),
    }
    # A record has two dozen fields, so it is made once, when all that it says is known.
    kind = _type(text, fields, genre, is_inside=is_inside)
    language = detect(title) if title else None
    work = Work(**fields, type=kind, language=language.code if language else "")
    if kind == "document":
        state.notes.append(note("type-unstated", "no printed cue says what sort of work this is"))
    if issued.text and not issued.value and issued.text[:4].isdecimal():
        state.notes.append(note("hijri-year", f"the year {issued.text} is not a Gregorian one"))
    kept = tuple(sorted([span for span in state.spans if span.start < span.end], key=_IN_ORDER))
    left = remainder(text, kept, start, len(text) if end is None else end)
    return Built(work, kept, left, tuple(state.notes), state.more, state.is_repeated, language)


def _people(state: _State) -> list[Contribution]:
    people: list[Contribution] = []
    for label, usual in _ROLE_OF.items():
        for stretch in state.groups.get(label, ()):
            names = read_names(state.text, stretch.start, _with_stop(state.text, stretch.end), leads=label == "authors")
            state.more |= names.more and label == "authors"
            state.is_repeated |= names.is_repeated and label == "authors"
            role = names.role or (_role_behind(state, stretch) if label == "authors" else "")
            role = role if role in ("editor", "translator", "interviewer") else usual
            people += [Contribution(agent=name.agent, role=cast("Role", role)) for name in names.names]
            state.spans += [Span(name.start, name.end, _KEY_OF[role]) for name in names.names]
    return people


def _role_behind(state: _State, stretch: Span) -> str:
    """Return the role that a stretch of nothing but a word like "eds." gives to the names right before it."""
    for span in (*state.groups.get("editors", ()), *state.groups.get("translators", ())):
        if 0 <= span.start - stretch.end <= 4:
            behind = read_names(state.text, span.start, _with_stop(state.text, span.end))
            return behind.role if not behind.names else ""
    return ""


def _with_stop(text: str, end: int) -> int:
    """Take in the stop that follows a stretch of names, which may belong to an initial, and the bracket of `(BR)`."""
    return end + 1 if text[end : end + 1] in (".", ")") else end


def _dates(state: _State, *, is_thesis: bool) -> tuple[Date, PartialDate | None]:
    """Return the date of publication from all the stretches that give one, and for a thesis the date of the degree."""
    issued, submitted = Date(), None
    stretches = state.groups.get("year", [])
    for stretch in stretches:
        end = stretch.end + 1 if state.text[stretch.end : stretch.end + 1] in (")", "]") else stretch.end
        start = stretch.start - 1 if state.text[stretch.start - 1 : stretch.start] in ("(", "[") else stretch.start
        date = read_date(state.text[start:end], issued.value.year if issued.value else 0)
        if date.value is None or issued.value is None:
            if not (date.value or date.text):
                continue
            issued = replace(date if issued.value is None else issued, text=issued.text or date.text)
        elif is_thesis and date.value.year != issued.value.year:
            submitted = date.value
        else:
            follows = state.text[stretches[0].end : stretch.start] == ") "
            brackets = follows or _is_bracketed(state.text, stretches[0]), _is_bracketed(state.text, stretch)
            issued = _with(issued, issued.value, date.value, brackets)
            if date.value.year not in {known.year for known in (issued.value, issued.original) if known}:
                continue
        state.spans.append(Span(*trim(state.text, stretch.start, stretch.end), "year"))
    first = patterns.FIRST_PUBLISHED.search(state.text) if issued.value and not issued.original else None
    if first and issued.value and int(first["y"]) < issued.value.year:
        issued = replace(issued, original=PartialDate(int(first["y"])))
        state.spans.append(Span(*first.span("y"), "year"))
    return issued, submitted


def _with(issued: Date, first: PartialDate, later: PartialDate, brackets: tuple[bool, bool]) -> Date:
    """Return the date of publication in the light of a later date; a bracketed one is the original's."""
    if brackets == (True, False) and later.year > first.year:
        return Date(later, first)
    if later.year - first.year > 500:
        return Date(later)
    if brackets[1] and later.year < first.year and not issued.original:
        return replace(issued, original=later)
    return replace(issued, value=later) if later.year == first.year and later.month else issued


def _is_bracketed(text: str, stretch: Span) -> bool:
    return text[max(0, stretch.start - 1) : stretch.start] == "["


def _accessed(state: _State) -> PartialDate | None:
    stretches = state.groups.get("accessed", ())
    for stretch in stretches:
        if date := read_date(state.text[stretch.start : stretch.end]).value:
            state.spans.append(Span(stretch.start, stretch.end, "accessed"))
            return date
    return None


def _title(state: _State) -> tuple[str, str, list[Contribution]]:
    """Return the chapter number before a title, the title, and the interviewers that it names."""
    title = state.take("title")
    if not title:
        return "", "", []
    span = state.spans[-1]
    if match := patterns.QUOTED_TITLE.match(state.text, span.start - 1, span.end):
        span = state.spans[-1] = Span(*trim(state.text, span.start, match.end(match.lastgroup or "t")), "title")
        title = state.text[span.start : span.end]
    if match := patterns.CHAPTER.match(title):
        state.spans[-1] = Span(span.start + match.end(), span.end, "title")
        state.spans.append(Span(span.start + match.start("n"), span.start + match.end("n"), "chapter_number"))
        return match["n"], title[match.end() :], []
    if "[" in title and (match := patterns.MEDIUM.search(title)):
        state.medium, title = match["m"], title[: match.start()]
        state.spans[-1] = Span(span.start, span.start + match.start(), "title")
    asked = patterns.INTERVIEW.search(title)
    if not asked:
        return "", title, []
    names = read_names(state.text, span.start + asked.start("name"), span.start + asked.end("name")).names
    state.spans += [Span(name.start, name.end, "interviewer") for name in names]
    return "", title, [Contribution(agent=name.agent, role="interviewer") for name in names]


def _container(state: _State) -> tuple[str, bool]:
    """Return the container's title, and whether it stands behind a word for "in"."""
    stretches = state.groups.get("container_title", [])
    if not stretches:
        return "", False
    value = state.take("container_title")
    span = state.spans[-1]
    if (
        value.count(".") * 2 >= value.count(" ") + 1 > 1
        and state.text[span.end : span.end + 1] == "."
        and value[-1] != "."
    ):
        span = state.spans[-1] = Span(span.start, span.end + 1, span.label)
        value += "."
    match = patterns.IN.match(value)
    if match:
        state.spans[-1] = Span(span.start + match.end(), span.end, span.label)
        return value[match.end() :], True
    return value, _is_behind_in(state, span.start)


def _is_behind_in(state: _State, start: int) -> bool:
    """Say whether a word for "in", or GOST's "//", stands before the container or the editors before it."""
    markers = [marker for marker in state.groups.get("marker", ()) if marker.start < start]
    if not markers:
        return False
    word = state.text[markers[-1].start : markers[-1].end].strip(" :").casefold()
    between = [
        span
        for name, spans in state.groups.items()
        if name not in ("editors", "marker", "publisher_place")
        for span in spans
        if markers[-1].end <= span.start < start
    ]
    return word in _IN_WORDS and not between


def _issue(state: _State) -> tuple[Issue, str]:
    volume = state.take("volume")
    printed = state.take("issue")
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
    if printed.count("(") > printed.count(")"):
        state.notes.append(note("issue-bracket", f"read “{printed}” as issue {number}, whole number {whole}"))
    return Issue(
        volume=read_volume(volume), number=number, whole_number=whole
    ), supplement if supplement != "yes" else ""


def _pages(state: _State) -> Pages | None:
    printed = state.take("pages")
    return read_pages(printed) if printed else None


def _collection(state: _State, genre: str) -> tuple[str, str]:
    """Return the series and the number in it; a report's number counts when no series is named."""
    series = state.take("collection_title").removeprefix("of ")
    if match := patterns.SERIES_NUMBER.match(series):
        return match["title"].strip(" ,;.("), match["n"]
    match = patterns.SERIES_NUMBER.match(genre) if genre and not series else None
    if not match:
        return series, ""
    name = match["title"].strip(" ,;.(")
    return ("" if patterns.GENERIC.fullmatch(name) else name), match["n"]


def _publishers(state: _State, genre: str) -> tuple[str, str, str]:
    """Return publisher, university and department: a thesis names the last two where a book names the first."""
    stretches = state.groups.get("publisher", [])
    if not THESIS.search(genre) or not stretches:
        return state.take("publisher"), "", ""
    first = state.value(stretches[0], "university")
    publisher = state.value(stretches[1], "publisher") if len(stretches) > 1 else ""
    university, _, department = first.partition(", ")
    if patterns.DEPARTMENT.match(department):
        return publisher, university, department
    department, _, university = first.rpartition(", ")
    if department and patterns.DEPARTMENT.match(department) and patterns.UNIVERSITY.search(university):
        return publisher, university, department
    return publisher, first, ""


def _place(state: _State) -> str:
    """Return the place; the stop of a short form (`М.`, `Cambridge, Mass.`) belongs to it."""
    place = state.take("publisher_place")
    if place and place.replace(";", ",").split(", ")[-1].strip() in ABBREVIATED:
        span = state.spans[-1]
        if state.text[span.end : span.end + 1] == ".":
            state.spans[-1] = Span(span.start, span.end + 1, span.label)
            return place + "."
    return place


def _degree(genre: str) -> str:
    return genre if genre and THESIS.search(genre) else ""


def _edition(state: _State) -> str:
    return patterns.EDITION.sub(" ", state.take("edition")).strip(_STOPS)


def _identifiers(state: _State, found: tuple[Found, ...]) -> tuple[Identifier, ...]:
    kept: dict[Identifier, None] = {}
    for item in found:
        kept.setdefault(item.identifier)
        state.spans.append(Span(item.start, item.end, item.identifier.scheme))
    return tuple(kept)


def _type(text: str, fields: dict[str, Any], genre: str, *, is_inside: bool) -> WorkType:
    title, container, issue, issued = (fields[name] for name in ("title", "container_title", "issue", "issued"))
    publisher = fields["publisher"] or fields["university"]
    roles = [person.role for person in fields["contributions"]]
    values = {
        "title": title,
        "container_title": container,
        "publisher": publisher,
        "publisher_place": fields["publisher_place"],
        "edition": fields["edition"],
        "volume": issue.volume,
        "issue": issue.number,
        "page_first": fields["pages"],
        "in": is_inside,
        "editors": "editor" in roles,
        "interviewer": "interviewer" in roles,
        "persons": any(person.agent.kind == "person" for person in fields["contributions"]),
        "extent": patterns.EXTENT.search(text),
    }
    has = {name for name, value in values.items() if value} | {item.scheme for item in fields["identifiers"]}
    outside = text.replace(title, " ", 1).replace(container, " ", 1) if title else text
    day, year = bool(issued and issued.day), str(issued.year) if issued else ""
    return tell(
        Clues(outside, title, container, publisher, genre, fields["collection_title"], frozenset(has), day, year)
    )
