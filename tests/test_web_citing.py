"""An article as reference lists print it, checked against what the manuals show."""

from __future__ import annotations

import pytest

from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Article, Contribution, Issue, Journal, Pages, PartialDate, Text, organisation
from jopsrdf.web.pages.citing import styled

#: A real article, with the parts that styles treat in different ways.
ARTICLE = Article(
    title=Text("Critically Assessing the Contours of Relations between the AKP and Islamic Movements"),
    contributions=(Contribution(agent=Agent(family="Aviv", given="Efrat")),),
    identifiers=(Identifier("doi", "10.1080/00263206.2022.2118720"),),
    published=PartialDate(2023),
    journal=Journal(title="Middle Eastern Studies"),
    issue=Issue(volume="59", number="4"),
    pages=Pages("582", "596"),
)
TITLE = "Critically Assessing the Contours of Relations between the AKP and Islamic Movements"
LINES = {
    "APA": f"Aviv, E. (2023). {TITLE}. Middle Eastern Studies, 59(4), 582–596. "
    "https://doi.org/10.1080/00263206.2022.2118720",
    "Chicago": f"Aviv, Efrat. 2023. “{TITLE}.” Middle Eastern Studies 59 (4): 582–596. "
    "https://doi.org/10.1080/00263206.2022.2118720.",
    "MLA": f"Aviv, Efrat. “{TITLE}.” Middle Eastern Studies, vol. 59, no. 4, 2023, pp. 582–596, "
    "https://doi.org/10.1080/00263206.2022.2118720.",
    "Vancouver": f"Aviv E. {TITLE}. Middle Eastern Studies. 2023;59(4):582-96. doi: 10.1080/00263206.2022.2118720",
}
PEOPLE = (
    Agent(family="Beauvoir", particle="de", given="Simone"),
    Agent(family="Sartre", given="Jean-Paul"),
    Agent(family="King", given="Martin Luther", suffix="Jr."),
)
BEGINNINGS = {
    1: ("de Beauvoir, S. (n.d.). ", "Beauvoir, Simone de. n.d. ", "Beauvoir, Simone de. “", "de Beauvoir S. "),
    2: (
        "de Beauvoir, S., & Sartre, J.-P. (n.d.). ",
        "Beauvoir, Simone de, and Jean-Paul Sartre. n.d. ",
        "Beauvoir, Simone de, and Jean-Paul Sartre. “",
        "de Beauvoir S, Sartre JP. ",
    ),
    3: (
        "de Beauvoir, S., Sartre, J.-P., & King, M. L., Jr. (n.d.). ",
        "Beauvoir, Simone de, Jean-Paul Sartre, and Martin Luther King, Jr. n.d. ",
        "Beauvoir, Simone de, et al. “",
        "de Beauvoir S, Sartre JP, King ML Jr. ",
    ),
}


@pytest.mark.parametrize(("name", "line"), LINES.items())
def test_a_whole_article(name: str, line: str) -> None:
    """Each style prints names, date, title, journal, numbers and DOI in its own punctuation."""
    assert dict(styled(ARTICLE))[name] == line


@pytest.mark.parametrize("count", BEGINNINGS)
def test_several_authors(count: int) -> None:
    """Each style joins names in its own way; particles, suffixes and hyphens stay."""
    article = Article(title=Text("T"), contributions=tuple(Contribution(agent=agent) for agent in PEOPLE[:count]))
    for (_, line), beginning in zip(styled(article), BEGINNINGS[count], strict=True):
        assert line.startswith(beginning)


def test_many_authors() -> None:
    """Of a long list of authors each style prints as many as its manual says."""
    people = tuple(Contribution(agent=Agent(family=f"Family{n}", given="Given")) for n in range(1, 26))
    lines = dict(styled(Article(title=Text("T"), contributions=people)))
    assert "Family19, G., … Family25, G. (n.d.)" in lines["APA"]
    assert "Given Family7, et al. n.d." in lines["Chicago"]
    assert lines["MLA"].startswith("Family1, Given, et al. “")
    assert "Family6 G, et al. T." in lines["Vancouver"]


def test_nothing_but_a_title() -> None:
    """An article that states little has no stray punctuation; a title that asks keeps its mark."""
    article = Article(title=Text("Whither Türkiye?"), contributions=(Contribution(agent=organisation("OECD")),))
    assert dict(styled(article)) == {
        "APA": "OECD. (n.d.). Whither Türkiye?",
        "Chicago": "OECD. n.d. “Whither Türkiye?”",
        "MLA": "OECD. “Whither Türkiye?”",
        "Vancouver": "OECD. Whither Türkiye?",
    }
