"""This room reads the layouts that most lists of names have, in one look at each name.

`Weber, M., & Simmel, G.`, `Weber M, Simmel G`, `Weber, Max`, `M. Weber and Georg Simmel`: whole names in Latin letters,
none of whose words has a meaning in lists. What is read here, the rules of `names` read in the same way; every other
list is left to them.
"""

from __future__ import annotations

import re

from jopsrdf.records import Agent
from jopsrdf.references.family_first import FAMILY_ENDINGS, FAMILY_FIRST
from jopsrdf.references.name_parts import CAPITAL_PARTICLES, Name
from jopsrdf.references.organisations import is_body
from jopsrdf.references.words.given_names import UNSHARED
from jopsrdf.references.words.name_words import AND, NAME_SUFFIXES, ORGANISATION, PARTICLES, SAME

#: Latin letters; those that fold in ways of their own are left out.
_LATIN = [chr(code) for code in range(ord("A"), 0x180) if chr(code).isalpha() and chr(code) not in "ªºİıŉſ"]
_U, _L = ("".join(filter(test, _LATIN)) for test in (str.isupper, str.islower))
#: `Max`, `McKay`, `O’Hara`: a small letter keeps it apart from initials.
_WORD = rf"(?:[{_U}]['’])?[{_U}]+[{_L}][{_U}{_L}]*"
_FAMILY = rf"(?:{_WORD}|[{_U}]{{5,}})(?:-[{_U}{_L}]+)?"
#: `J. P.`, `J.P.`, `J.-P.`
_INITIALS = rf"(?:[{_U}]\.[ -]?)*[{_U}]\."
_AND = "|".join(sorted(word for word in AND if word.isalpha() and word != "y"))
_PARTICLES = r"(?:[a-z]{2,4} ){0,3}"
#: Two words are a family name where initials follow.
_FAMILIES = rf"{_FAMILY}(?: {_FAMILY}(?=, [{_U}](?:\.|[{_U}]{{0,2}}[,;])))?"
_GIVEN = rf"{_INITIALS}|[{_U}]{{1,3}}(?=[,;]|$)|{_WORD}(?: {_WORD})*(?: {_INITIALS})?"
#: A "V" may be a number.
_BEHIND = rf"(?!V)(?:{_INITIALS}|[{_U}](?:-?[{_U}]){{0,2}})"
_FORE = rf"{_INITIALS}|{_WORD}(?: {_WORD})?(?: (?:{_INITIALS}|[{_U}]{{1,3}}))?"
#: The stop behind a shorter word may be its own.
_STOP = rf"(?:(?<=\w\w\w)\.|(?<= [{_U}][{_U}])\.)?$"
_NAME = re.compile(
    rf"(?:(?P<of>{_PARTICLES})(?P<family>{_FAMILIES})(?:, (?P<given>{_GIVEN})| (?P<behind>{_BEHIND}))"
    rf"|(?P<fore>{_FORE}) (?P<de>{_PARTICLES})(?P<last>{_FAMILY}))"
    rf"(?:(?P<joint>[,;] (?:(?:{_AND}|&) )?| (?:{_AND}|&) )(?=\S)|{_STOP})"
)
#: Layouts of a list, a letter for each name: `I` "Weber, M.", `G` "Weber, Max", `B` "Weber M.", `C` "Weber M",
#: `D` "WEBER MC", `F` "M. Weber", `W` "Max Weber", `w` the same before a comma. In these a comma may be inside a name.
_MISLEADING = re.compile(r"[BCDFWw]+G|w.?$|w[GI]|.*D[^D]")
#: Layouts that say too little where semicolons part the names.
_LOOSE = re.compile(r"[CDWw]")
#: Words that may be more than a name, or stand elsewhere than names do.
_SPECIAL = (AND | NAME_SUFFIXES | ORGANISATION | FAMILY_FIRST | {word.casefold() for word in CAPITAL_PARTICLES}).union(
    *(phrase.split() for phrase in SAME)
)


def usual_names(text: str, start: int) -> list[Name]:
    """Return the names of a list, whose places begin at `start`; none when any of them is not as most are.

    >>> [name.agent.name for name in usual_names("Weber, Max, G. Simmel, and Ernst P. Cassirer", 0)]
    ['Max Weber', 'G. Simmel', 'Ernst P. Cassirer']
    >>> usual_names("Max Weber, Georg Simmel", 0)
    []
    """
    names: list[Name] = []
    position, layout = 0, ""
    while position < len(text):
        match = _NAME.match(text, position)
        read = _read(match) if match else None
        if not (match and read):
            return []
        agent, end, letter = read
        names.append(Name(agent, start + position, start + end))
        position, layout = match.end(), layout + letter
    return [] if _MISLEADING.match(layout) or (";" in text and _LOOSE.search(layout)) else names


def _read(match: re.Match[str]) -> tuple[Agent, int, str] | None:
    """Return a name, the end of it and its layout; None where its words may be something else."""
    particles, family, given, behind, fore, de, last, joint = match.groups()
    end = match.start("joint") if joint else match.end()
    if fore:
        if (
            last.casefold() in UNSHARED
            or fore.endswith(FAMILY_ENDINGS)
            or ("." not in fore and is_body(f"{fore} {de}{last}"))
        ):
            return None
        particles, family, given = de, last, fore
        letter = "F" if "." in fore else "w" if joint == ", " else "W"
    elif behind:
        given, letter = behind, "B" if "." in behind else "D" if match[0].isupper() and len(behind) > 1 else "C"
    else:
        end, letter = match.end("given"), "I" if given.isupper() else "G"
    if not _SPECIAL.isdisjoint(f"{family} {given}".casefold().split()):
        return None
    if particles and (letter == "G" or not PARTICLES.issuperset(particles.split())):
        return None
    return Agent(family=family, given=given, particle=particles.rstrip()), end, letter
