"""The page about the endpoint says what the tables of the code say."""

from __future__ import annotations

import re

import pytest

from jopsrdf.config import KEYS, Key
from jopsrdf.web.endpoint.protocol import REPEATED, SINGLE
from jopsrdf.web.http.offers import GRAPH_DOCUMENTS, RESULTS, Offer
from jopsrdf.web.http.problems import KINDS
from places import ROOT

PAGE = (ROOT / "docs" / "endpoint.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [key for key in KEYS.values() if key.section == "server"], ids=lambda key: key.name)
def test_limits(key: Key) -> None:
    """Every key of the server is on the page with its default."""
    default = "none" if key.default == [] else key.default
    assert f"| `{key.name}` | {default} |" in PAGE


@pytest.mark.parametrize("offer", RESULTS + GRAPH_DOCUMENTS, ids=lambda offer: offer.name)
def test_formats(offer: Offer) -> None:
    """Every format is on the page with its media type and its aliases."""
    aliases = ", ".join(f"`{alias}`" for alias in offer.aliases)
    assert f"| `{offer.name}` | `{offer.media_type}` | {aliases} |".replace("|  |", "| |") in PAGE


def test_statuses() -> None:
    """Every status that an exception leads to is on the page."""
    documented = {
        int(number) for row in re.findall(r"^\| ([\d, ]+) \|", PAGE, re.MULTILINE) for number in row.split(", ")
    }
    assert {kind.status for kind in KINDS.values()} <= documented


@pytest.mark.parametrize("name", [*REPEATED, *SINGLE])
def test_parameters(name: str) -> None:
    """Every parameter is on the page."""
    assert f"`{name}`" in PAGE
