"""The exports carry what the records hold, in the words of each format."""

from __future__ import annotations

import json

import pytest

from jopsrdf import exports
from jopsrdf.identifiers import Identifier
from jopsrdf.records import Agent, Article, Contribution, Issue, Journal, Pages, PartialDate, Reference, Text, Work
from jopsrdf.records import organisation as an_organisation

THESIS = Work(
    type="thesis",
    title="Lev Gumilev, Ethnogenesis & Eurasianism",
    contributions=(Contribution(agent=Agent(family="Titov", given="Alexander S.")),),
    issued=PartialDate(2014),
    university="University College London",
)
ARTICLE = Article(
    title=Text("Turkey and Turkic Nations", "en"),
    contributions=(
        Contribution(agent=Agent(family="Beauvoir", particle="de", given="Simone")),
        Contribution(agent=an_organisation("World Bank")),
    ),
    identifiers=(Identifier("doi", "10.1080/14683849.2013.802925"),),
    keywords=((Text("Turkic nations"),), (Text("trade"),)),
    published=PartialDate(2013, 6, 5),
    journal=Journal(title="Turkish Studies"),
    issue=Issue(volume="14", number="2"),
    pages=Pages("256", "271"),
    references=(Reference(raw="…", work=THESIS), Reference(raw="…", work=THESIS), Reference(raw="no work")),
)
BIBTEX = """\
@article{beauvoir2013turkey,
  author = {de Beauvoir, Simone and {World Bank}},
  journal = {Turkish Studies},
  year = {2013},
  month = {6},
  title = {Turkey and Turkic Nations},
  volume = {14},
  number = {2},
  pages = {256-271},
  doi = {10.1080/14683849.2013.802925},
  keywords = {Turkic nations, trade}
}

@phdthesis{titov2014gumilev,
  author = {Titov, Alexander S.},
  year = {2014},
  title = {Lev Gumilev, Ethnogenesis \\& Eurasianism},
  school = {University College London}
}

@phdthesis{titov2014gumilevb,
"""
RIS = """\
TY  - JOUR
AU  - de Beauvoir, Simone
AU  - World Bank
PY  - 2013
DA  - 2013/06/05/
TI  - Turkey and Turkic Nations
T2  - Turkish Studies
VL  - 14
IS  - 2
DO  - 10.1080/14683849.2013.802925
SP  - 256
EP  - 271
KW  - Turkic nations
KW  - trade
ER  -\x20

TY  - THES
"""


@pytest.mark.parametrize(("name", "beginning"), [("bibtex", BIBTEX), ("ris", RIS)])
def test_an_export_reads_as_its_format_asks(name: str, beginning: str) -> None:
    """Names, dates, pages and clashing keys come out as reference managers read them."""
    assert exports.EXPORTS[name].write(exports.items(ARTICLE, references=True)).startswith(beginning)


def test_csl_has_no_empty_variables() -> None:
    """What a record does not hold is not there; what it holds has CSL's name and shape."""
    article, thesis, _ = json.loads(exports.EXPORTS["csl"].write(exports.items(ARTICLE, references=True)))
    assert article["issued"] == {"date-parts": [[2013, 6, 5]]}
    assert article["author"][0] == {"family": "Beauvoir", "given": "Simone", "non-dropping-particle": "de"}
    assert thesis["publisher"] == "University College London"
    assert all(value for item in (article, thesis) for value in item.values())
