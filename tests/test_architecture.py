"""Imports point downwards, and rooms side by side do not know each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "jopsrdf"
#: Each floor may import from the floors below it, and a room from itself; what stands on one floor is side by side.
FLOORS = (
    {"errors", "text", "resources"},
    {"identifiers", "language", "notes"},
    {"records", "terms"},
    {"codec", "config", "formats"},
    {"sources", "references", "graph", "exports", "store"},
    {"pipeline"},
    {"web"},
    {"cli"},
    {"__main__"},
)
#: Who asks the rules of the reader: what labels, what names the labels in the record, what learns them.
KNOW_RULES = {"grammar", "entry", "learning"}
#: The floors inside the site.
WEB_FLOORS = (
    {"http"},
    {"endpoint", "server"},
    {"front", "site"},
    {"documents"},
    {"application", "channels", "operations"},
    {"pages"},
    {"app"},
    {"__init__"},
    {"export_site", "serve"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
#: Packages that touch the outside world, or weigh much, and the rooms that may import them.
SHELL = {"web", "store", "formats", "pipeline", "cli"}
SHELL_ONLY = {"flask", "http", "httptools", "pyoxigraph", "requests", "socket", "sqlite3", "urllib.request", "werkzeug"}
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    """Return the room that a module belongs to."""
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imports_of(path: Path) -> set[str]:
    """Return the absolute names that a module imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are absolute here"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_point_downwards(path: Path) -> None:
    """A module imports only rooms on lower floors, or modules of its own room."""
    room = room_of(path)
    if room == "__init__":
        return
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "jopsrdf" and parts[1] not in (room, "__version__"):
            assert FLOOR[parts[1]] < FLOOR[room], f"{room} may not know {parts[1]}"


@pytest.mark.parametrize("path", sorted((SOURCE / "web").rglob("*.py")), ids=lambda path: path.stem)
def test_the_site_has_floors(path: Path) -> None:
    """Inside the site too, imports point downwards or stay in the room."""
    floor = {room: number for number, rooms in enumerate(WEB_FLOORS) for room in rooms}
    room = path.relative_to(SOURCE / "web").with_suffix("").parts[0]
    for name in imports_of(path):
        parts = [*name.split("."), "__init__"]
        if parts[:2] == ["jopsrdf", "web"] and parts[2] in floor and parts[2] != room:
            assert floor[parts[2]] < floor[room], f"{room} may not know {parts[2]}"


@pytest.mark.parametrize("path", sorted((SOURCE / "references").rglob("*.py")), ids=lambda path: path.stem)
def test_the_reader_has_floors(path: Path) -> None:
    """Words know no other room of the reader, rules only what cuts and labels, and what learns is known by nobody."""
    room = path.relative_to(SOURCE / "references").with_suffix("").parts[0]
    known = {name.split(".")[2] for name in imports_of(path) if name.startswith("jopsrdf.references.")} - {room}
    assert room != "words" or not known
    assert "learning" not in known
    assert "rules" not in known or room in KNOW_RULES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_core_is_pure(path: Path) -> None:
    """The network, the web framework and the stores are imported only in the shell."""
    if room_of(path) in SHELL:
        return
    for name in imports_of(path):
        assert not any(name == banned or name.startswith(f"{banned}.") for banned in SHELL_ONLY), name


@pytest.mark.parametrize("package", ["sources", "references", "graph", "exports", "formats", "web", "store"])
def test_rooms_never_import_their_own_front_door(package: str) -> None:
    """The modules of a package import each other, never the package itself."""
    for path in (SOURCE / package).glob("*.py"):
        if path.name != "__init__.py":
            names = {name for name in imports_of(path) if name.startswith(f"jopsrdf.{package}.")}
            modules = {p.stem for p in (SOURCE / package).iterdir()}
            assert all(name.split(".")[2] in modules for name in names), path


def test_every_room_has_its_floor() -> None:
    """A new room is given a floor here, so that it cannot slip past the other tests."""
    assert {room_of(path) for path in MODULES} - {"__init__"} <= set(FLOOR)
