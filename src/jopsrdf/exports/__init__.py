"""This room writes what reference managers read; every export starts from CSL-JSON, and a new one is a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jopsrdf.exports import bibtex, csl, ris
from jopsrdf.exports.csl import Item
from jopsrdf.records import Article

__all__ = ["EXPORTS", "Export", "csl", "items"]


@dataclass(frozen=True, slots=True)
class Export:
    """One row: `write` turns CSL items into text."""

    name: str
    label: str
    media_type: str
    suffix: str
    write: Callable[[Iterable[Item]], str]


EXPORTS: dict[str, Export] = {
    row.name: row
    for row in (
        Export("csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json", csl.write),
        Export("bibtex", "BibTeX", "application/x-bibtex", "bib", bibtex.write),
        Export("ris", "RIS", "application/x-research-info-systems", "ris", ris.write),
    )
}


def items(article: Article, *, references: bool = False) -> list[Item]:
    """Return the article as a CSL item, and after it the works it cites when they are asked for."""
    cited = [csl.of_work(reference.work) for reference in article.references if reference.work] if references else []
    return [csl.of_article(article), *cited]
