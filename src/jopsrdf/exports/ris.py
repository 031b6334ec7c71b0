"""This room writes RIS from CSL items (the format of Reference Manager; tags as EndNote and Zotero read them)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jopsrdf.exports.csl import Item

#: CSL types as RIS types; everything else is GEN.
TYPES: dict[str, str] = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "motion_picture": "VIDEO",
    "paper-conference": "CPAPER",
    "report": "RPRT",
    "software": "COMP",
    "thesis": "THES",
    "webpage": "ELEC",
}
#: RIS tag and CSL variable, in the order of writing.
TAGS: tuple[tuple[str, str], ...] = (
    ("TI", "title"),
    ("T2", "container-title"),
    ("T3", "collection-title"),
    ("VL", "volume"),
    ("IS", "issue"),
    ("M1", "number"),
    ("ET", "edition"),
    ("ET", "version"),
    ("PB", "publisher"),
    ("CY", "publisher-place"),
    ("SN", "ISBN"),
    ("SN", "ISSN"),
    ("DO", "DOI"),
    ("UR", "URL"),
    ("AB", "abstract"),
    ("LA", "language"),
)
ROLES: tuple[tuple[str, str], ...] = (("AU", "author"), ("ED", "editor"), ("A4", "translator"))


def write(items: Iterable[Item]) -> str:
    """Return the items as RIS, a blank line between two."""
    return "\n".join(
        "".join(f"{tag}  - {value}\n" for tag, value in _lines(item) if value or tag == "ER") for item in items
    )


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(item["type"], "GEN")
    for tag, role in ROLES:
        yield from ((tag, _name(person)) for person in item.get(role, ()))
    yield from _dates(item)
    yield from ((tag, item[variable]) for tag, variable in TAGS if variable in item)
    yield from zip(("SP", "EP"), item.get("page", "").split("-", 1), strict=False)
    yield from (("KW", keyword) for keyword in item.get("keyword", "").split(", "))
    yield "ER", ""


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    for parts in item.get("issued", {}).get("date-parts", ()):
        yield "PY", str(parts[0])
        if len(parts) > 1:
            yield "DA", "/".join(f"{part:02}" for part in parts) + "/" * (4 - len(parts))


def _name(person: dict[str, str]) -> str:
    family = " ".join(part for part in (person.get("non-dropping-particle"), person.get("family")) if part)
    return person.get("literal") or ", ".join(p for p in (family, person.get("given"), person.get("suffix")) if p)
