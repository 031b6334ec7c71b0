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
    ("value", "address"),
    [
        ("10.1000/456#789", "https://doi.org/10.1000/456%23789"),
        ("10.1002/(sici)1097-0258(19970228)16:4<385::aid-sim380>3.0.co;2-3",
         "https://doi.org/10.1002/(sici)1097-0258(19970228)16:4%3C385::aid-sim380%3E3.0.co;2-3"),
        ("10.1000/a?b%c", "https://doi.org/10.1000/a%3Fb%25c"),
    ],
)  # fmt: skip
def test_the_address_of_a_doi_leads_to_it(value: str, address: str) -> None:
    """What would end the path of an address or begin an escape is encoded; what is read back is the same DOI."""
    assert identifiers.Identifier("doi", value).url == address
    assert identifiers.parse(address, "doi").value == value


@pytest.mark.parametrize("text", ["https://example.org/a%20b?c=d#e", "http://example.org/?q=1"])
def test_the_address_of_a_page_stays_as_it_is(text: str) -> None:
    """An address has its own escapes, query and fragment."""
    assert identifiers.parse(text, "url").url == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Our World in Data, 2020, ourworldindata.org/coronavirus.", "http://ourworldindata.org/coronavirus"),
        ("Available from: www2.datasus.gov.br/index.php?area=06", "http://www2.datasus.gov.br/index.php?area=06"),
        ("Disponible en: elpais.com. Consultado", "http://elpais.com"),
        ("<bbc.co.uk/news>", "http://bbc.co.uk/news"),
        ("https://example.org/b.com/c", "https://example.org/b.com/c"),
    ],
)
def test_an_address_may_have_no_scheme(text: str, address: str) -> None:
    """A host with a path, or a host that a word announces, is an address."""
    assert [found.identifier.value for found in identifiers.find(text)] == [address]


@pytest.mark.parametrize(
    "text",
    ["Amazon.com: a history", "Lessons from amazon.com", "ASP.NET/MVC", "jo@example.org/x", "e.g./i.e. no.10/12"],
)
def test_a_name_with_a_dot_is_no_address(text: str) -> None:
    """Names of firms and programs, short forms, numbers and e-mail addresses are none."""
    assert list(identifiers.find(text)) == []


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
