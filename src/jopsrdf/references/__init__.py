"""This room reads the reference lists of articles: each printed line becomes a record with spans, doubts and all.

`read` is for one line, `read_list` for a whole list; `as_json` gives the flat form that the command line prints.
"""

from __future__ import annotations

from jopsrdf.references.entry import read
from jopsrdf.references.lists import read_list
from jopsrdf.references.output import as_json

__all__ = ["as_json", "read", "read_list"]
