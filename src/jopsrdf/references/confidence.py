"""This room says how likely each field, and the whole record, is right: numbers that were measured, not felt.

The clues are the model's lead at each fragment and a few signs of trouble; their weights come from `calibrate`, which
fits them on what models read that had not learnt from it.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib import resources
from itertools import repeat
from operator import mul

from jopsrdf.records import Work
from jopsrdf.references.build import Built
from jopsrdf.references.grammar import Run
from jopsrdf.references.model import LABELS

#: A lead of so much says all that a lead can say.
MARGIN = 1500
#: Fields that the confidence is stated for: key of the flat form → letter of the model.
FIELDS: dict[str, str] = {name: letter for letter, name in LABELS.items() if letter in "AETytcsvipPLe"}
#: The sorted letters of references in which each field stands once and nothing is missing or left over.
_WHOLE_ARTICLES, _WHOLE_BOOKS = frozenset({"Aciptvy", "Acptvy"}), frozenset({"ALPty", "ALPety"})
#: Letters of what is no field.
_NO_FIELDS = dict.fromkeys(map(ord, "uxn"))
#: Read by rule and check digit: these were measured as right in 99 of 100 cases.
CHECKED = {"doi": 0.99, "url": 0.97, "isbn": 0.99, "issn": 0.99, "pmid": 0.99, "pmcid": 0.99, "arxiv": 0.99}


def clues(work: Work, built: Built, runs: list[Run]) -> dict[str, float]:
    """Return what speaks for and against a record, each between 0 and 1."""
    letters = "".join([run.letter for run in runs])
    leads = [min(run.margin, MARGIN) / MARGIN for run in runs if run.letter != "u"] or [0.0]
    ordered = sorted(leads)
    fields = "".join(sorted(letters.translate(_NO_FIELDS)))
    once = "" if built.remainder else fields
    return {
        "bias": 1.0,
        "least-lead": ordered[0],
        "least-lead-squared": ordered[0] ** 2,
        "mean-lead": sum(leads) / len(leads),
        "second-least": ordered[:2][-1],
        "whole-article": once in _WHOLE_ARTICLES,
        "whole-book": once in _WHOLE_BOOKS,
        "unlabelled": min(letters.count("n"), 3) / 3,
        "remainder": min(len(built.remainder), 3) / 3,
        "repeated": min(len(fields) - len(set(fields)), 4) / 4,
        "document": work.type == "document",
        "article": work.type == "article-journal" and bool(work.issue.volume and work.pages),
        "book": work.type == "book" and bool(work.publisher and work.publisher_place),
        "chapter": work.type in ("chapter", "paper-conference"),
        "web": work.type == "webpage",
        "no-author": "A" not in letters and "E" not in letters,
        "no-year": work.issued is None,
        "no-title": not work.title,
        "quoted": "q" in [part.kind for run in runs if run.letter == "t" for part in run.fragments],
        "in": "x" in letters,
        "editors": "E" in letters,
        "doi": bool(work.identifiers and work.identifier("doi")),
        "length": min(sum([len(run.fragments) for run in runs]), 40) / 40,
        "people": min(len(work.contributions), 12) / 12,
        "omitted": built.more,
        "long-title": min(len(work.title), 300) / 300,
        "parts-of-container": min(sum([len(run.fragments) for run in runs if run.letter == "c"]), 6) / 6,
    }


def judge(work: Work, built: Built, runs: list[Run]) -> tuple[tuple[str, float], ...]:
    """Return pairs of field and probability, the record's own last."""
    leads: dict[str, int] = {}
    for run in runs:
        leads[run.letter] = min(run.margin, leads.get(run.letter, MARGIN))
    found = [
        (name, _remembered(base + slope * leads[letter] / MARGIN))
        for name, letter, base, slope in _fields()
        if letter in leads
    ]
    found += [(item.scheme, CHECKED.get(item.scheme, 0.95)) for item in work.identifiers]
    said = clues(work, built, runs)
    record = logistic(sum(map(mul, map(load().get, said, repeat(0.0)), said.values())))
    return (*found, ("record", record))


@cache
def _fields() -> list[tuple[str, str, float, float]]:
    """Return each field's name and letter, and how its probability grows with the model's least lead in it."""
    get = load().get
    return [(name, letter, get("at-" + name, 1.0), get("lead-" + name, 2.0)) for name, letter in FIELDS.items()]


def logistic(score: float) -> float:
    """Return the probability that a score stands for."""
    return round(1 / (1 + math.exp(-max(-20.0, min(20.0, score)))), 3)


_remembered = lru_cache(4096)(logistic)  # most leads are the greatest that counts


@cache
def load() -> dict[str, float]:
    """Return the weights of the clues; see `calibrate` for how they are made."""
    text = resources.files("jopsrdf.references").joinpath("confidence.txt").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if line)
    return {name: float(value) for name, value in pairs}
