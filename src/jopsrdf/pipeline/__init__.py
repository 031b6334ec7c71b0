"""This room is the only place where the steps are joined: pages to records, records to graphs, graphs to a dataset.

A name is imported when it is first used, so that converting one page does not wait for the stores.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jopsrdf.pipeline.building import Failure, Report, build
    from jopsrdf.pipeline.checking import check
    from jopsrdf.pipeline.converting import convert, mint_for, read_references, settings_for, stated_time
    from jopsrdf.pipeline.history import difference
    from jopsrdf.pipeline.writing import Options, write

__all__ = [
    "Failure",
    "Options",
    "Report",
    "build",
    "check",
    "convert",
    "difference",
    "mint_for",
    "read_references",
    "settings_for",
    "stated_time",
    "write",
]
#: Where each name lives.
_HOMES = {
    "Failure": "building",
    "Options": "writing",
    "Report": "building",
    "build": "building",
    "check": "checking",
    "convert": "converting",
    "difference": "history",
    "mint_for": "converting",
    "read_references": "converting",
    "settings_for": "converting",
    "stated_time": "converting",
    "write": "writing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
