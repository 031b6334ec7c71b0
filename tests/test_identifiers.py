"""Identifiers in every dress have one value, and a text is searched without a look at every pattern."""

from __future__ import annotations

import pytest

from jopsrdf import identifiers


@pytest.mark.parametrize(
    "dress",
    [
        "doi:10.1093/ia/iiab094",
        "DOI 10.1093/ia/iiab094.",
        "https://doi.org/10.1093/ia/iiab094",
        "http://dx.doi.org/10.1093/IA/iiab094,",
        "(10.1093/ia/iiab094)",
        "https://doi.org/10.1093%2Fia%2Fiiab094",
    ],
)
def test_a_doi_has_one_value_in_every_dress(dress: str) -> None:
    """Resolver, prefix, case and the sentence's punctuation are no part of a DOI."""
    assert [found.identifier.value for found in identifiers.find(f"See {dress}")] == ["10.1093/ia/iiab094"]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("ISBN 978-3-658-46812-5", "isbn"),
        ("ISSN 1829-4480", "issn"),
        ("arXiv:1301.3781", "arxiv"),
        ("PMID: 33206855", "pmid"),
        ("PMC1234567", "pmcid"),
        ("https://hdl.handle.net/10722/55", "handle"),
        ("urn:nbn:de:101:1-2019", "urn"),
        ("www.w3.org/TR/", "url"),
        ("ORCID 0000-0002-1825-0097", "orcid"),
    ],
)
def test_every_scheme_is_found_by_its_hint(text: str, scheme: str) -> None:
    """The strings that a scheme is looked up by are in every text that holds one."""
    lowered = text.lower()
    matching = identifiers.SCHEMES[scheme].pattern.search(text)
    assert matching
    assert any(hint in lowered for hint in identifiers.SCHEMES[scheme].hints)
