"""Write the tables of the docs from the rows of the code; `make docs` runs it, and a test sees that it was run.

A table stands between `<!-- table: name -->` and `<!-- end -->`; everything else on a page is written by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from jopsrdf import config, exports, formats, notes
from jopsrdf.graph import tables

DOCS = Path(__file__).parent
_TABLE = re.compile(r"(<!-- table: ([\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def _notes() -> str:
    rows = [notes.table_row(row) for _, row in sorted(notes.CODES.items())]
    return "\n".join(["| code | severity | meaning | for example |", "|---|---|---|---|", *rows])


def _formats() -> str:
    rows = [
        f"| `{row.name}` | {row.label} | `{row.media_type}` | `.{row.suffix}` |" for row in formats.FORMATS.values()
    ]
    return "\n".join(["| name | format | media type | suffix |", "|---|---|---|---|", *rows])


def _exports() -> str:
    rows = [
        f"| `{row.name}` | {row.label} | `{row.media_type}` | `.{row.suffix}` |" for row in exports.EXPORTS.values()
    ]
    return "\n".join(["| name | format | media type | suffix |", "|---|---|---|---|", *rows])


TABLES: dict[str, Callable[[], str]] = {
    "notes": _notes,
    "formats": _formats,
    "exports": _exports,
    "own-terms": tables.own_terms,
    "mapping": tables.mapping,
    "journal": lambda: config.table("journal"),
    "site": lambda: config.table("site"),
    "server": lambda: config.table("server"),
}


def rendered(page: str) -> str:
    """Return a page with its tables as the code has them today."""
    return _TABLE.sub(lambda match: f"{match[1]}\n{TABLES[match[2]]()}\n\n{match[3]}", page)


def main() -> None:
    """Rewrite the pages whose tables are out of date."""
    for path in sorted(DOCS.rglob("*.md")):
        before = path.read_text(encoding="utf-8")
        after = rendered(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
