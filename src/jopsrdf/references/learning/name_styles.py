"""This room prints lists of names as styles do."""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.records import Agent


@dataclass(frozen=True, slots=True)
class NameStyle:
    """How a style prints a list of names.

    `first` and `rest` are the orders of the first and the further names; `initials` says what is between the initials
    ("" keeps whole given names, "-" prints "JM"); `comma` stands between family and given name.
    """

    first: str = "family"
    rest: str = "family"
    initials: str = ""
    comma: str = ", "
    sep: str = ", "
    last: str = ", AND "
    caps: bool = False
    most: int = 99


def format_names(agents: tuple[Agent, ...], style: NameStyle, conjunction: str = "and", others: str = "et al.") -> str:
    """Return a list of names as a style prints it.

    >>> people = (Agent(family="Watson", given="James Dewey"), Agent(family="Crick", given="F. H. C."))
    >>> format_names(people, NameStyle(initials=". ", last=", & "))
    'Watson, J. D., & Crick, F. H. C.'
    >>> format_names(people, NameStyle(initials="-", comma=" "))
    'Watson JD, and Crick FHC'
    """
    names = [
        _name(agent, style, style.rest if index else style.first) for index, agent in enumerate(agents[: style.most])
    ]
    if len(agents) > style.most:
        return (
            style.sep.join(names) + style.sep.rstrip("; ") + " " + others
            if style.sep.strip() == ","
            else "; ".join(names[:1]) + " " + others
        )
    last = style.last.replace("AND", conjunction)
    if len(names) == 2 and last.startswith(", ") and style.rest == "given" and style.first == "given":
        last = last[1:]
    return last.join([style.sep.join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _name(agent: Agent, style: NameStyle, order: str) -> str:
    if agent.literal:
        return agent.literal
    family = " ".join(part for part in (agent.particle, agent.family) if part)
    family = family.upper() if style.caps else family
    given = _initials(agent.given, style.initials)
    if order == "given":
        return f"{given}{' ' if style.comma else ''}{family}" if style.comma else f"{family}{given}"
    return f"{family}{style.comma}{given}" if given else family


def _initials(given: str, between: str) -> str:
    if not between or not given:
        return given
    parts = [part for part in given.replace(".", " ").replace("-", " ").split() if part]
    parts = list(given) if len(parts) == 1 and given.isupper() and len(given) < 4 else parts
    if between == "-":
        return "".join(part[0] for part in parts)
    return between.join(part if part[0].islower() else part[0] for part in parts) + "."
