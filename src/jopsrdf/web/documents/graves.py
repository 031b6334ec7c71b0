"""This room knows which articles are gone, and why: every face of the site asks here, so all of them agree.

The settings name withdrawn articles by DOI and date (`site.withdrawn`), whether or not the dataset still holds them.
The dataset lists those that departed from it by themselves; of these, the ones that only have another IRI now
(`site.moved`) are not gone: their pages lead on. To harvesters, who know records by their IRI, they are deleted too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from jopsrdf.config import Settings
from jopsrdf.graph.iris import Mint, segment
from jopsrdf.graph.moves import moved, moves
from jopsrdf.identifiers import Identifier
from jopsrdf.store import Generation

#: Pairs of a table in the settings, which can be compared.
_Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Graves:
    """Articles by key (the path of the IRI after the base), each with the ISO date since when it is not there.

    `gone` are the withdrawn and the departed, `moved` those of another IRI. `lost` are the keys of both that have no
    record in the generation, sorted.
    """

    withdrawn: Mapping[str, str]
    gone: Mapping[str, str]
    moved: Mapping[str, str]
    lost: tuple[str, ...]

    def epitaph(self, path: str) -> str:
        """Return what to say of a thing by its decoded path, "" for one that is not gone; case does not count."""
        for key in (segment(path), segment(path.lower())):
            if key in self.gone:
                fate = "was withdrawn on" if key in self.withdrawn else "is gone since"
                return f"The article {unquote(key).removeprefix('work/')} {fate} {self.gone[key]}."
        return ""


def graves_of(generation: Generation, settings: Settings) -> Graves:
    """Return what is gone from a generation under given settings; it is worked out once for both."""
    withdrawals, registry = (tuple(settings[name].items()) for name in ("site.withdrawn", "site.moved"))
    return _graves(generation, settings.base, withdrawals, registry if generation.departed else ())


@lru_cache(maxsize=2)
def _graves(generation: Generation, base: str, withdrawals: _Rows, registry: _Rows) -> Graves:
    mint, rows = Mint(base), moves(dict(registry), base)
    named = {mint.identified(Identifier("doi", doi.lower())): date for doi, date in withdrawals}
    withdrawn = {iri.removeprefix(base): date for iri, date in named.items()}
    left = {key: row.date for key, row in generation.departed.items() if key not in withdrawn}
    away = {key: date for key, date in left.items() if moved(unquote(key), rows)}
    return Graves(
        withdrawn,
        gone={key: date for key, date in left.items() if key not in away} | withdrawn,
        moved=away,
        lost=tuple(sorted({*left, *(key for key in withdrawn if generation.article(key) is None)})),
    )
