"""This room finds the files that come with the program: in a checkout beside `src`, in a wheel inside the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def ontology(name: str) -> Path:
    """Return the path of a file of our vocabulary.

    >>> ontology("context.jsonld").name
    'context.jsonld'
    """
    packaged = _PACKAGE / "ontology"
    return (packaged if packaged.is_dir() else _PACKAGE.parents[1] / "ontology") / name
