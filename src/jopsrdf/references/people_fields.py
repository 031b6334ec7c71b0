"""This room reads who made a work: authors, editors, translators, interviewers, from their stretches."""

from __future__ import annotations

import re

from jopsrdf.records import Agent, Contribution, Role, Span
from jopsrdf.references.grammar import Run
from jopsrdf.references.name_parts import Name
from jopsrdf.references.names import read_names
from jopsrdf.references.organisations import is_host
from jopsrdf.references.state import State
from jopsrdf.references.words.legal_words import COURT_NAME, STATES

_ROLE_OF: dict[str, Role] = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "interviewer": "interviewer",
}
_KEY_OF: dict[str, str] = {
    "author": "authors",
    "editor": "editors",
    "translator": "translators",
    "interviewer": "interviewer",
}
#: Words that give the names behind them two roles at once.
_BOTH = re.compile(
    r"\W*(?:(?:edited|ed\.)[\w, ]{0,20} and (?:translated|transl?\.)|"
    r"(?:translated|trans\.)[\w, ]{0,20} and (?:edited|ed\.)|hrsg\. und übers|"
    r"übersetzt und (?:herausgegeben|hrsg)|herausgegeben und übersetzt|"
    r"éd\. et trad|ed\. e trad|edición y traducción|organização e tradução)",
    re.IGNORECASE,
)
#: A family name with initials at the end of a list, and how years stand in the lists that print no stops there.
_BARE = re.compile(r"[^\W\d_]{2} [A-ZÀ-Þ]{1,3}\.$")
_VANCOUVER = re.compile(r"(?<=[.\s][12]\d{3});\s?\d|(?<=\w); ?[12]\d{3}[.;]|[12]\d{3} \w{3}(?: \d{1,2})?;\s?\d")
#: The same behind the names: "(Ed. & Trans.)".
_BOTH_BEHIND = re.compile(
    r",? \(?(?:eds?\.?|editors?|hrsg\.) (?:&|and|und|et|e|y) (?:trans\w*|übers\w*|trad\w*)", re.IGNORECASE
)


def people(state: State) -> list[Contribution]:
    people: list[Contribution] = []
    for label, usual in _ROLE_OF.items():
        for stretch in state.groups.get(label, ()):
            end = _end_of_names(state.text, stretch)
            names = read_names(state.text, stretch.start, end, leads=label == "authors")
            state.more |= names.more and label in ("authors", "editors")
            state.is_repeated |= names.is_repeated and label == "authors"
            role = names.role or (_role_behind(state, stretch) if label == "authors" else "")
            role = role if role in ("editor", "translator", "interviewer") else usual
            both = label in ("editors", "translators") and (
                _BOTH.match(state.text, stretch.start)
                or (names.names and _BOTH_BEHIND.match(state.text, names.names[-1].end))
            )
            agents = [name.agent for name in names.names]
            if len(agents) == 1 and label == "authors" and _is_shown_as_body(state, names.names[0]):
                printed = state.text[names.names[0].start : names.names[0].end]
                agents = [Agent(kind="organisation", literal=" ".join(printed.rstrip(".").split()))]
            for one in ("editor", "translator") if both else (role,):
                people += [Contribution(agent=agent, role=one) for agent in agents]
                state.spans += [Span(name.start, name.end, _KEY_OF[one]) for name in names.names]
    return people


def _is_shown_as_body(state: State, name: Name) -> bool:
    """Say whether the only author is a state or court, publishes the work as well, or has its page's host's name."""
    printed = state.text[name.start : name.end].rstrip(".")
    if printed.casefold() in STATES or COURT_NAME.match(printed):
        return True
    if name.agent.literal or "," in printed or "." in printed:
        return False
    if state.text.find(printed, name.end) >= 0:
        for span in state.groups.get("publisher", ()):
            if state.text.startswith(printed, span.start) and state.text[span.start + len(printed) :][:1] in " .,":
                return True
    return ("://" in state.text or "www." in state.text) and is_host(printed, state.text)


def _role_behind(state: State, stretch: Run) -> str:
    """Return the role that a stretch of nothing but a word like "eds." gives to the names right before it."""
    for span in (*state.groups.get("editors", ()), *state.groups.get("translators", ())):
        if 0 <= span.start - stretch.end <= 4:
            behind = read_names(state.text, span.start, _with_stop(state.text, span.end))
            return behind.role if not behind.names else ""
    return ""


def _end_of_names(text: str, stretch: Run) -> int:
    """Return where names end; no stop belongs to initials in lists that print "2011;144(5)" or "; 2002."."""
    end = _with_stop(text, stretch.end)
    if ";" in text and text.count(".", stretch.start, end) == 1 and _BARE.search(text, stretch.start, end):
        end -= bool(_VANCOUVER.search(text, end))
    return end


def _with_stop(text: str, end: int) -> int:
    """Take in the stop that follows a stretch of names, which may belong to an initial, and the bracket of `(BR)`."""
    return end + 1 if text[end : end + 1] in (".", ")") else end
