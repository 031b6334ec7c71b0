"""What a labelled reference teaches: which fragment of its text each of its values stands in."""

from __future__ import annotations

from typing import Any

import pytest

from jopsrdf.references.fragments import cut
from jopsrdf.references.learning.align import align

CASES: list[tuple[str, dict[str, Any], str]] = [
    (
        "Bourdieu, P. 1983. O campo científico. In: R. Ortiz & P. Bourdieu (orgs.). Pierre Bourdieu.",
        {
            "authors": [{"family": "Bourdieu", "given": "P."}],
            "editors": [{"family": "Ortiz", "given": "R."}, {"family": "Bourdieu", "given": "P."}],
            "title": "O campo científico",
            "container_title": "Pierre Bourdieu",
            "year": 1983,
        },
        "AAytxEEEEc",
    ),
    (
        "Eddy SR. Profile hidden Markov models. Bioinformatics. 1998;14(9):755-63.",
        {
            "authors": [{"family": "Eddy", "given": "SR"}],
            "title": "Profile hidden Markov models",
            "container_title": "Bioinformatics",
            "volume": "1998",
            "issue": "9",
            "page_first": "755",
            "page_last": "63",
        },
        "Atcyvip",
    ),
    (
        "Bourdieu, P. (1983). O campo científico. In R. Ortiz. Pierre Bourdieu.",
        {
            "authors": [{"family": "Bourdieu", "given": "P."}, {"family": "Ortiz", "given": "R."}],
            "title": "O campo científico",
            "container_title": "Pierre Bourdieu",
            "year": 1983,
        },
        "AAytxnnc",
    ),
]


@pytest.mark.parametrize(("raw", "values", "labels"), CASES)
def test_values_are_found_where_they_stand(raw: str, values: dict[str, Any], labels: str) -> None:
    """Editors stand behind the title, a year in a volume's place is a year, and no list of names crosses a date."""
    assert align({"raw": raw, **values}, cut(raw)) == labels
