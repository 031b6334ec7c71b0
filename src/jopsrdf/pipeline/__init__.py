"""This room is the only place where the steps are joined: pages to records, records to graphs, graphs to a dataset."""

from __future__ import annotations

from jopsrdf.pipeline.build import Failure, Report, build, default_processes
from jopsrdf.pipeline.checking import check
from jopsrdf.pipeline.convert import convert, mint_for, read_references, settings_for
from jopsrdf.pipeline.history import difference
from jopsrdf.pipeline.writing import Options, write

__all__ = [
    "Failure",
    "Options",
    "Report",
    "build",
    "check",
    "convert",
    "default_processes",
    "difference",
    "mint_for",
    "read_references",
    "settings_for",
    "write",
]
