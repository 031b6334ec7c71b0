"""This room writes BibTeX from CSL items, in UTF-8 as BibLaTeX and current BibTeX styles read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from jopsrdf.exports.csl import Item

#: CSL types as BibTeX entry types; everything else is `misc`.
ENTRIES: dict[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
#: BibTeX field and CSL variable; `container-title` is a journal or a book by the entry's type.
FIELDS: tuple[tuple[str, str], ...] = (
    ("title", "title"),
    ("series", "collection-title"),
    ("volume", "volume"),
    ("number", "issue"),
    ("number", "number"),
    ("pages", "page"),
    ("chapter", "chapter-number"),
    ("edition", "edition"),
    ("version", "version"),
    ("publisher", "publisher"),
    ("address", "publisher-place"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("url", "URL"),
    ("abstract", "abstract"),
    ("keywords", "keyword"),
    ("language", "language"),
)
#: Fields that have another name in some entries.
RENAMED: dict[tuple[str, str], str] = {("phdthesis", "publisher"): "school", ("techreport", "publisher"): "institution"}
#: Characters that mean something to TeX; addresses are left as they are.
_ESCAPES = str.maketrans(
    {char: f"\\{char}" for char in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}"}
)
_VERBATIM = {"doi", "url"}


def write(items: Iterable[Item]) -> str:
    """Return the items as BibTeX; keys that would clash get a letter: `yilmaz2022b`."""
    seen: Counter[str] = Counter()
    return "\n".join(_entry(item, seen) for item in items)


def _entry(item: Item, seen: Counter[str]) -> str:
    kind = ENTRIES.get(item["type"], "misc")
    seen[item["id"]] += 1
    count = seen[item["id"]]
    letter = chr(ord("a") + count - 1) if 1 < count <= 26 else f"-{count}" if count > 26 else ""
    fields: dict[str, str] = {}
    for name, value in _fields(item, kind):
        fields.setdefault(name, value)
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return f"@{kind}{{{item['id']}{letter},\n" + ",\n".join(lines) + "\n}\n"


def _fields(item: Item, kind: str) -> Iterator[tuple[str, str]]:
    for role in ("author", "editor", "translator"):
        if role in item:
            yield role, " and ".join(_name(person) for person in item[role])
    if "container-title" in item:
        yield "journal" if kind == "article" else "booktitle", _escaped(item["container-title"])
    yield from _date(item)
    for name, variable in FIELDS:
        if variable in item:
            yield RENAMED.get((kind, name), name), item[variable] if name in _VERBATIM else _escaped(item[variable])


def _name(person: dict[str, str]) -> str:
    if "literal" in person:
        return f"{{{_escaped(person['literal'])}}}"
    family = " ".join(part for part in (person.get("non-dropping-particle"), person.get("family")) if part)
    return _escaped(", ".join(part for part in (family, person.get("suffix"), person.get("given")) if part))


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _date(item: Item) -> Iterator[tuple[str, str]]:
    parts = item.get("issued", {}).get("date-parts")
    if parts:
        yield "year", str(parts[0][0])
        if len(parts[0]) > 1:
            yield "month", str(parts[0][1])
