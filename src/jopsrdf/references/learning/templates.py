"""This room is the language in which styles are written: templates of references, and how their names are printed.

A template is text with fields in braces: A authors, E editors, T translators, y year, t title, c container, h event, s
series, v volume, i issue, p pages, q article number, P publisher, L place, e edition, x extent, g kind of thesis (its
publisher is then a university, as U always is), f full date, j the same with the year first, a date of access, u
address, d DOI, S authors in the statement behind a title, B authors of the host. `{E|(Hrsg.)~(Hg.)}` prints one of the
texts between its tildes as a part of the editors; words of the language are in capitals (IN, ED, EDS, EDBY, TR, VOL,
NO, PP, P, ACC, AVAIL, EDN, MED), see `phrases`. What stands between < and > is left out when one of its fields is
empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.references.learning.name_styles import NameStyle


@dataclass(frozen=True, slots=True)
class Style:
    """One row: the languages it is used in, its names, its templates by type of work, and the dash of its ranges."""

    name: str
    languages: str
    names: NameStyle
    editors: NameStyle
    templates: dict[str, str]
    dash: str = "–"


#: Names as several styles print them.
GIVEN = NameStyle("given", "given", last=" AND ")
GIVEN_INITIALS = NameStyle("given", "given", ". ", last=" AND ")
CHICAGO = NameStyle("family", "given")
