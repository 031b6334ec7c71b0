"""This room reads the title of a work and of what contains it, and what both of them name: chapter, medium, event."""

from __future__ import annotations

import re

from jopsrdf.records import Contribution, Span
from jopsrdf.references import patterns
from jopsrdf.references.edges import trim
from jopsrdf.references.names import read_names
from jopsrdf.references.state import State
from jopsrdf.references.words.cues import PRESENTED_AT
from jopsrdf.references.words.vocabulary import CUES

#: "In: Ders.: Titel": the host has the author of its part.
_SAME_AUTHOR = re.compile(
    r"(?:ders|dies|id|idem|eadem|uő|týž|tenże|tegoż|tejże|он же|она же|его же|її ж|його ж|aynı yazar)\.?\s?[:,]\s",
    re.IGNORECASE,
)
#: Words between a gazette and its date.
_BEFORE_DATE = (" du", " vom", " del", " от", " від", " z dnia", " Tahun")
_IN_WORDS = frozenset(CUES["in"]["*"].split())


def title(state: State) -> tuple[str, str, list[Contribution]]:
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


def container(state: State) -> tuple[str, bool]:
    """Return the container's title, and whether it stands behind a word for "in"."""
    stretches = state.groups.get("container_title", [])
    if not stretches:
        return "", False
    value = state.take("container_title")
    span = state.spans[-1]
    if value.endswith(" içinde"):  # Turkish prints its word for "in" behind the host
        value = value.removesuffix(" içinde")
        span = state.spans[-1] = Span(span.start, span.start + len(value), span.label)
    if value.endswith(_BEFORE_DATE):
        value = value.rpartition(" ")[0]
        span = state.spans[-1] = Span(span.start, span.start + len(value), span.label)
    is_short = value.count(".") * 2 >= value.count(" ") + 1 > 1 or patterns.ACRONYM.fullmatch(value)
    if is_short and state.text[span.end : span.end + 1] == "." and value[-1] != ".":
        span = state.spans[-1] = Span(span.start, span.end + 1, span.label)
        value += "."
    if match := patterns.CHAPTER_IN.match(value):
        state.spans[-1] = Span(span.start + match.end(), span.end, span.label)
        state.spans.append(Span(span.start + match.start("n"), span.start + match.end("n"), "chapter_number"))
        state.chapter = match["n"]
        return value[match.end() :], True
    match = patterns.IN.match(value)
    if match:
        state.spans[-1] = Span(span.start + match.end(), span.end, span.label)
        return value[match.end() :], True
    if same := _SAME_AUTHOR.match(value):
        state.spans[-1] = Span(span.start + same.end(), span.end, span.label)
        return value[same.end() :], True
    return value, _is_behind_in(state, span.start)


def _is_behind_in(state: State, start: int) -> bool:
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


def event(state: State) -> str:
    """Return the name of the event that a paper was read at, without "presented at the"."""
    value = state.take("event")
    match = PRESENTED_AT.match(value) if value else None
    if not match:
        return value
    span = state.spans[-1]
    state.spans[-1] = Span(span.start + match.end(), span.end, span.label)
    return value[match.end() :]


def part(state: State) -> str:
    """Return the number or letter of a part, without its word."""
    value = state.take("part")
    if not value:
        return ""
    words = value.replace(".", ". ").split()
    told = [word.strip(".") for word in words if any(map(str.isdecimal, word))] or [
        *filter(str.isupper, words[1:]),
        value,
    ]
    number = told[0]
    if number != value:
        start = state.text.index(number, state.spans[-1].start)
        state.spans[-1] = Span(start, start + len(number), "part")
    return number
