"""DOIs that a line's end broke are made whole, and nothing else is drawn into them."""

from __future__ import annotations

import pytest

from jopsrdf import references


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("DOI: 10.1590/ S0103-73312007000100006", "10.1590/s0103-73312007000100006"),
        ("doi: 10.1016/S0140- 6736(11)60054-8.", "10.1016/s0140-6736(11)60054-8"),
        ("https://doi. org/10.1126/science.162.3859.1243", "10.1126/science.162.3859.1243"),
        ("https://doi.org/10.1371/journal. pmed.0020124", "10.1371/journal.pmed.0020124"),
        ("doi: 10. 1093/ia/iiab094", "10.1093/ia/iiab094"),
        ("doi:10.1175/1520- 0469(1969)026<0570:ATFTDO>2.0.CO;2", "10.1175/1520-0469(1969)026<0570:atftdo>2.0.co;2"),
    ],
)
def test_a_broken_doi_is_mended(text: str, value: str) -> None:
    """A space where no DOI can end is taken out of it, with a note; the printed line stays."""
    found = references.read(f"Hardin, G. 1968. The tragedy of the commons. Science 162: 1243–1248. {text}")
    assert found.work
    assert found.work.identifier("doi") == value
    assert found.raw.endswith(text)
    assert "doi-mended" in {note.code for note in found.notes}


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1093/ia/iiab094. Accessed 3 May 2021.",
        "doi:10.1093/ia/iiab094 pp. 12-15",
        "https://doi.org/10.1093/ia/iiab094. PMid:26932913.",
        "https://doi.org/ 10.1093/ia/iiab094",
        "doi:10.1093/ia/iiab094. 2nd ed. 2021",
    ],
)
def test_what_follows_a_whole_doi_is_not_drawn_into_it(text: str) -> None:
    """A DOI that may well be whole is left as it is printed."""
    found = references.read(f"Hardin, G. 1968. The tragedy of the commons. Science 162: 1243–1248. {text}")
    assert found.work
    assert found.work.identifier("doi") == "10.1093/ia/iiab094"
    assert "doi-mended" not in {note.code for note in found.notes}
