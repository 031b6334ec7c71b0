"""Each reference of `tests/references/*.txt` is read into the fields written under it.

A case is three blocks between lines that hold a single full stop: its title, the reference, the expected fields
(`tests/references/README.md` shows them all). Cases that the grammar cannot read yet stand in `KNOWN_FAILURES.txt`;
a listed case that passes is a failure, so that the list can only shrink. `python tests/test_references.py` writes
the list anew and prints how many cases of each file pass.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jopsrdf import references

FOLDER = Path(__file__).parent / "references"
KNOWN_FAILURES = FOLDER / "KNOWN_FAILURES.txt"
LIST_FILES = {"lists.txt"}
NAMES = ("authors", "editors", "translators", "interviewer")
#: Fields that must be absent when a case does not state them: a spurious value is a misreading too.
CLOSED = (
    *NAMES,
    *("year", "date", "title", "container_title", "collection_title", "number", "volume", "issue", "issue_whole"),
    *("page_first", "page_last", "publisher", "publisher_place", "doi", "url", "accessed", "chapter_number"),
    *("edition", "university", "isbn"),
)

Fields = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One reference and the fields that it says; `expected` holds the right-hand sides as they are written."""

    file: str
    title: str
    raw: str
    expected: Mapping[str, str]

    @property
    def id(self) -> str:
        return f"{self.file}: {self.title}"


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of one file; lines before a title that begin with `#` are comments."""
    blocks = re.split(r"^\.\n", path.read_text(encoding="utf-8") + "\n", flags=re.MULTILINE)
    assert len(blocks) % 3 == 1, f"{path.name}: a case has a title, a reference and its fields, with a stop after each"
    assert not blocks[-1].strip(), f"{path.name}: text after the last case"
    for title, raw, fields in zip(blocks[0:-1:3], blocks[1:-1:3], blocks[2:-1:3], strict=True):
        lines = [line for line in title.splitlines() if line and not line.startswith("#")]
        assert len(lines) == 1, f"{path.name}: a title is one line: {lines}"
        pairs = [line.partition(":") for line in fields.splitlines()]
        expected = {key: value.strip() for key, _, value in pairs}
        assert len(expected) == len(pairs), f"{path.name}: a field is stated twice: {lines[0]}"
        yield Case(path.name, lines[0], raw.removesuffix("\n"), expected)


CASES = [case for path in sorted(FOLDER.glob("*.txt")) if path != KNOWN_FAILURES for case in cases_of(path)
         if path.name not in LIST_FILES]  # fmt: skip


def known_failures() -> set[str]:
    """Return the ids of the cases that are expected to fail."""
    if not KNOWN_FAILURES.exists():
        return set()
    return {line for line in KNOWN_FAILURES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def plain(value: object) -> str:
    """Return a value as it is compared: NFC, white space collapsed, dashes between pages and quotes as printed."""
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def name_of(agent: Mapping[str, str]) -> str:
    """Return a read name in the spelling of the cases, its particle with the family name.

    >>> name_of({"family": "Beauvoir", "particle": "de", "given": "Simone"})
    'de | Beauvoir, Simone'
    """
    if agent.get("literal"):
        return f"{{{agent['literal']}}}"
    particle = f"{agent['particle']} | " if agent.get("particle") else ""
    parts = (particle + agent.get("family", ""), agent.get("given", ""), agent.get("suffix", ""))
    return plain(", ".join(parts if parts[2] else parts[:2] if parts[1] else parts[:1]))


def same_names(expected: str, found: list[Mapping[str, str]]) -> bool:
    """Say whether names agree; a case that writes no `|` leaves open whether the particle belongs to the family."""
    wanted = [plain(name) for name in expected.split(";")] if expected else []
    read = [name_of(agent) for agent in found]
    return len(wanted) == len(read) and all(
        want == (got if "|" in want else got.replace(" | ", " ")) for want, got in zip(wanted, read, strict=True)
    )


def edition_of(text: str) -> str:
    """Return the number of an edition where it has one: `2nd`, `2.` and `2` are one edition."""
    number = re.search(r"\d+", text)
    return number[0] if number else text


def agrees(key: str, expected: str, found: Fields) -> bool:
    """Say whether one field agrees; `*` leaves it open, `||` parts alternatives, nothing means absent."""
    if expected == "*":
        return True
    value = found.get(key)
    if key in NAMES:
        return any(same_names(choice.strip(), value or []) for choice in expected.split("||"))
    choices = {plain(choice) for choice in expected.split("||")}
    if key == "edition":
        return edition_of(plain(value or "")) in {edition_of(choice) for choice in choices}
    if key == "notes":
        return set(expected.split()) <= {note.partition(":")[0] for note in value or []}
    return plain("" if value is None else value) in choices


def spelled_out(expected: Mapping[str, str], found: Fields) -> dict[str, str]:
    """Return the expected fields with shorthands resolved and the closed fields that are not stated as absent.

    `pages` stands for its two ends; `site` is a name that may be container or publisher, because the field's
    conventions differ; a university may stand as the publisher of its thesis too, and a publisher be left open.
    """
    fields = {**dict.fromkeys(CLOSED, ""), **expected}
    if "pages" in fields:
        fields["page_first"], _, fields["page_last"] = fields.pop("pages").partition("-")
    if "site" in fields:
        place = "publisher" if found.get("publisher") and not found.get("container_title") else "container_title"
        fields[place] = fields.pop("site")
    if fields["university"] and not fields["publisher"]:
        fields["publisher"] = f"|| {fields['university']}"
    return fields


def differences(case: Case) -> list[str]:
    """Return one line for each field that is not as the case says, in the order of the case."""
    found = references.as_json(references.read(case.raw))
    wrong = []
    for key, expected in spelled_out(case.expected, found).items():
        if not agrees(key, expected, found):
            value = found.get(key)
            shown = "; ".join(map(name_of, value or [])) if key in NAMES else value
            wrong.append(f"{key:>16}: expected {expected or '(absent)'}\n{'':>16}  but read {shown or '(absent)'}")
    return wrong


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_reference_is_read_into_its_fields(case: Case) -> None:
    """A reference says what is written under it, and nothing else that counts."""
    wrong = differences(case)
    if case.id in known_failures():
        assert wrong, "this case passes: take it off KNOWN_FAILURES.txt"
        pytest.xfail(f"known failure: {wrong[0]}")
    assert not wrong, "\n".join([case.raw, *wrong])


def test_ids_are_unique() -> None:
    """No two cases share their id."""
    assert not [name for name, count in Counter(case.id for case in CASES).items() if count > 1]


def test_known_failures_exist() -> None:
    """Every known failure is the id of a case."""
    assert known_failures() <= {case.id for case in CASES}


def is_failing(case: Case) -> bool:
    """Say whether a case fails; a reader that raises fails too, and its test stays red although it is listed."""
    try:
        return bool(differences(case))
    except Exception:  # noqa: BLE001 -- the list is to be written however broken the grammar is today
        return True


def relist() -> None:
    """Write `KNOWN_FAILURES.txt` anew and print the passing cases of each file."""
    failing = [case for case in CASES if is_failing(case)]
    total, bad = Counter(case.file for case in CASES), Counter(case.file for case in failing)
    head = "# Cases that the grammar does not read yet; written by `python tests/test_references.py`.\n"
    KNOWN_FAILURES.write_text(head + "".join(f"{case.id}\n" for case in failing), encoding="utf-8")
    for name, count in sorted(total.items()):
        sys.stdout.write(f"{count - bad[name]:4} of {count:3}  {name}\n")
    sys.stdout.write(f"{len(CASES) - len(failing):4} of {len(CASES):3}  in all\n")


if __name__ == "__main__":
    relist()
