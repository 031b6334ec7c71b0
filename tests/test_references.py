"""Each reference of `tests/references/*.txt` is read into the fields written under it, each list into its entries.

A case is three blocks between lines that hold a single full stop: its title, the reference, the expected fields
(`tests/references/README.md` explains them). Cases that the grammar cannot read yet stand in `KNOWN_FAILURES.txt`;
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
from jopsrdf.errors import Where
from jopsrdf.records import Reference

FOLDER = Path(__file__).parent / "references"
KNOWN_FAILURES = FOLDER / "KNOWN_FAILURES.txt"
LISTS = FOLDER / "lists.txt"
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
    """One printed text and what it says: `expected` is the third block as it is written."""

    file: str
    title: str
    raw: str
    expected: str

    @property
    def id(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def fields(self) -> dict[str, str]:
        """The expected fields of a single reference, one in each line."""
        return _pairs(self.expected.splitlines())

    @property
    def entries(self) -> list[dict[str, str]]:
        """The expected entries of a list: one line each, its fields parted by ` · `."""
        return [_pairs(line.split(" · ")) for line in self.expected.splitlines()]


def _pairs(lines: list[str]) -> dict[str, str]:
    pairs = [line.partition(":") for line in lines]
    fields = {key: value.strip() for key, _, value in pairs}
    assert len(fields) == len(pairs), f"a field is stated twice: {lines}"
    return fields


def cases_of(path: Path) -> Iterator[Case]:
    """Yield the cases of one file; lines before a title that begin with `#` are comments."""
    blocks = re.split(r"^\.\n", path.read_text(encoding="utf-8") + "\n", flags=re.MULTILINE)
    assert len(blocks) % 3 == 1, f"{path.name}: a case has a title, a reference and its fields, with a stop after each"
    assert not blocks[-1].strip(), f"{path.name}: text after the last case"
    for title, raw, expected in zip(blocks[0:-1:3], blocks[1:-1:3], blocks[2:-1:3], strict=True):
        lines = [line for line in title.splitlines() if line and not line.startswith("#")]
        assert len(lines) == 1, f"{path.name}: a title is one line: {lines}"
        yield Case(path.name, lines[0], raw.removesuffix("\n"), expected)


SINGLE = [
    case for path in sorted(FOLDER.glob("*.txt")) if path not in (KNOWN_FAILURES, LISTS) for case in cases_of(path)
]
WHOLE = list(cases_of(LISTS))


def known_failures() -> set[str]:
    """Return the ids of the cases that are expected to fail."""
    return {line for line in KNOWN_FAILURES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")}


def plain(value: object) -> str:
    """Return a value as it is compared: NFC with white space collapsed, otherwise as printed."""
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def name_of(agent: Mapping[str, str]) -> str:
    """Return a read name in the spelling of the cases.

    >>> name_of({"family": "Beauvoir", "particle": "de", "given": "Simone"})
    'de | Beauvoir, Simone'
    >>> name_of({"literal": "World Bank"})
    '{World Bank}'
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


def same_notes(expected: str, found: list[str]) -> bool:
    """Say whether the expected codes are among the notes; `+` asks for any note."""
    codes = {note.partition(":")[0] for note in found}
    return bool(codes) if expected == "+" else set(expected.split()) <= codes


def agrees(key: str, expected: str, found: Fields) -> bool:
    """Say whether one field agrees; `*` leaves it open, `||` parts alternatives, nothing means absent."""
    value = found.get(key)
    if expected == "*":
        return True
    if key in NAMES:
        return any(same_names(choice.strip(), value or []) for choice in expected.split("||"))
    if key == "intents":
        return (value or []) == expected.split()
    if key == "notes":
        return same_notes(expected, value or [])
    choices = {plain(choice) for choice in expected.split("||")}
    if key == "edition":
        return edition_of(plain(value or "")) in {edition_of(choice) for choice in choices}
    return plain("" if value is None else value) in choices


def with_pages(fields: dict[str, str]) -> dict[str, str]:
    """Return the fields with the shorthand `pages` put into its two ends."""
    if "pages" not in fields:
        return fields
    first, _, last = fields["pages"].partition("-")
    return {key: value for key, value in fields.items() if key != "pages"} | {"page_first": first, "page_last": last}


def spelled_out(expected: dict[str, str], found: Fields) -> dict[str, str]:
    """Return the expected fields with shorthands resolved and the closed fields that are not stated as absent.

    `site` is a name that may be container or publisher, because practice differs; a university may stand as the
    publisher of its thesis too.
    """
    fields = dict.fromkeys(CLOSED, "") | with_pages(expected)
    if "site" in fields:
        place = "publisher" if found.get("publisher") and not found.get("container_title") else "container_title"
        fields[place] = fields.pop("site")
    if fields["university"] and not fields["publisher"]:
        fields["publisher"] = f"|| {fields['university']}"
    return fields


def disagreements(expected: dict[str, str], found: Fields) -> list[str]:
    """Return two lines for each field that is not as expected, in the order of writing."""
    wrong = []
    for key, value in expected.items():
        if not agrees(key, value, found):
            read = "; ".join(map(name_of, found.get(key, []))) if key in NAMES else found.get(key)
            wrong.append(f"{key:>16}: expected {value or '(absent)'}\n{'':>16}  but read {read or '(absent)'}")
    return wrong


def single_differences(case: Case) -> list[str]:
    """Return what is wrong with the reading of one reference."""
    found = references.as_json(references.read(case.raw))
    return disagreements(spelled_out(case.fields, found), found)


def whole_differences(case: Case) -> list[str]:
    """Return what is wrong with the reading of a list: lost characters, other entries, other fields."""
    lines = case.raw.splitlines()
    given = [Reference(raw=line, position=number) for number, line in enumerate(lines, 1)]
    found = references.read_list(given, Where(case.file))
    if "".join("".join(reference.raw for reference in found).split()) != "".join("".join(lines).split()):
        return [f"the list is not kept: {[reference.raw for reference in found]}"]
    if len(found) != len(case.entries):
        return [f"expected {len(case.entries)} entries but read {[reference.raw for reference in found]}"]
    return [line for pair in zip(found, case.entries, strict=True) for line in _entry_differences(*pair)]


def _entry_differences(reference: Reference, entry: dict[str, str]) -> list[str]:
    wrong = [] if (entry.pop("work", "yes") == "no") is (reference.work is None) else ["whether a work is cited"]
    wrong += disagreements(with_pages(entry), references.as_json(reference))
    return [f"in {reference.raw}", *wrong] if wrong else []


def differences(case: Case) -> list[str]:
    """Return what is wrong with the reading of a case."""
    return whole_differences(case) if case.file == LISTS.name else single_differences(case)


@pytest.mark.parametrize("case", SINGLE + WHOLE, ids=lambda case: case.id)
def test_a_text_is_read_as_its_case_says(case: Case) -> None:
    """A reference or list says what is written under it, and nothing else that counts."""
    wrong = differences(case)
    if case.id in known_failures():
        assert wrong, "this case passes: take it off KNOWN_FAILURES.txt"
        pytest.xfail(f"known failure: {wrong[0]}")
    assert not wrong, "\n".join([case.raw, *wrong])


def test_cases_have_ids_of_their_own() -> None:
    """No two cases share their id, and every known failure is the id of a case."""
    counts = Counter(case.id for case in SINGLE + WHOLE)
    assert [name for name, count in counts.items() if count > 1] == []
    assert known_failures() - counts.keys() == set()


def relist() -> None:
    """Write `KNOWN_FAILURES.txt` anew and print the passing cases of each file; a reader that raises stops it."""
    cases = SINGLE + WHOLE
    failing = [case for case in cases if differences(case)]
    total, bad = Counter(case.file for case in cases), Counter(case.file for case in failing)
    head = "# Cases that the grammar does not read yet; written by `python tests/test_references.py`.\n"
    KNOWN_FAILURES.write_text(head + "".join(f"{case.id}\n" for case in failing), encoding="utf-8")
    for name, count in sorted(total.items()):
        sys.stdout.write(f"{count - bad[name]:4} of {count:3}  {name}\n")
    sys.stdout.write(f"{len(cases) - len(failing):4} of {len(cases):3}  in all\n")


if __name__ == "__main__":
    relist()
