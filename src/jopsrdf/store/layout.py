"""This room lays out a dataset's folder, and moves its pointer from one generation to another.

dataset/
  current -> generations/k2v…      the pointer: a symbolic link, replaced by a rename; its time is that of the switch
  generations/k2v…/                one generation, never changed once it has this name
    manifest.json  records.sqlite  dump.nq.gz  oxigraph/
  generations/.building-…/         a build at work, or the wreck of one: the next build removes it
  departed.json                    articles of former generations that are gone; see `departures`
  lock                             held (flock) by whoever builds, rolls back or prunes
"""

from __future__ import annotations

import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jopsrdf.errors import StoreError
from jopsrdf.store import departures, manifest
from jopsrdf.store.departures import Departed
from jopsrdf.store.manifest import Manifest

CURRENT = "current"
GENERATIONS = "generations"
BUILDING = ".building-"
REMOVED = ".removed-"


@dataclass(frozen=True, slots=True)
class Listed:
    """A generation in a list: its manifest, when it was built (seconds since 1970), its size, and if it serves."""

    manifest: Manifest
    built: float
    bytes: int
    current: bool


@dataclass(frozen=True, slots=True)
class Pointer:
    """The id of the generation that serves ("" for none), and since when, in nanoseconds since 1970.

    The time grows with every switch, also with one that goes back to an older generation.
    """

    generation: str = ""
    since: int = 0


def folder_of(location: Path, generation: str) -> Path:
    """Return the folder of a generation."""
    return location / GENERATIONS / generation


def current(location: Path) -> str:
    """Return the id of the generation that serves, "" when there is none yet."""
    try:
        return os.readlink(f"{location}/{CURRENT}").rpartition("/")[2]  # noqa: PTH115 - ten times faster
    except OSError:
        return ""


def since(location: Path) -> int:
    """Return when the pointer was moved last, in nanoseconds since 1970; 0 when there is none yet."""
    try:
        return os.lstat(f"{location}/{CURRENT}").st_mtime_ns
    except OSError:
        return 0


def pointer(location: Path) -> Pointer:
    """Return where the pointer leads and since when."""
    # The time first: a switch between the two calls gives an old time, and is noticed at the next look.
    moved = since(location)
    name = current(location)
    return Pointer(name, moved) if name else Pointer()


def generations(location: Path) -> list[Listed]:
    """List the generations of a dataset, newest first; a damaged one is an error that names it."""
    serving = current(location)
    return [
        Listed(manifest.read(path), (path / manifest.NAME).stat().st_mtime, _size(path), path.name == serving)
        for path in _by_age(location)
    ]


def _by_age(location: Path) -> list[Path]:
    folder = location / GENERATIONS
    found = [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []
    return sorted(found, key=lambda path: ((path / manifest.NAME).stat().st_mtime_ns, path.name), reverse=True)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def rollback(location: Path, to: str = "") -> str:
    """Let an older generation serve: `to`, or the next older than the current one. Return its id."""
    with locked(location):
        names = [path.name for path in _by_age(location)]
        serving = current(location)
        if to and to not in names:
            raise StoreError(f"{location} has no generation {to}; it has {', '.join(names) or 'none'}")
        older = names[names.index(serving) + 1 :] if serving in names else names
        if not to and not older:
            raise StoreError(f"{location} has no generation older than {serving or 'none'}")
        point(location, to or older[0])
        return to or older[0]


def prune(location: Path, keep: int = 1) -> list[str]:
    """Remove old generations but the `keep` newest beside the current one; return the ids of the removed.

    A server that has one of them open goes on with it until it looks at the pointer again.
    """
    if keep < 0:
        raise StoreError(f"cannot keep {keep} generations")
    with locked(location):
        clear_wrecks(location)
        others = [path for path in _by_age(location) if path.name != current(location)]
        for path in others[keep:]:
            remove(path)
        return [path.name for path in others[keep:]]


def remove(folder: Path) -> None:
    """Remove a generation's folder; it is renamed first, so that none is ever seen half gone."""
    away = folder.with_name(REMOVED + folder.name)
    folder.rename(away)
    shutil.rmtree(away)


def clear_wrecks(location: Path) -> None:
    """Remove what killed builds and removals left; only for the holder of the lock."""
    for pattern in (f"{BUILDING}*", f"{REMOVED}*"):
        for wreck in (location / GENERATIONS).glob(pattern):
            shutil.rmtree(wreck, ignore_errors=True)


def point(location: Path, generation: str) -> tuple[Departed, ...]:
    """Swap the pointer: whoever looks sees the old generation or the new one, never none.

    Return the articles that depart with that. Nothing is done when the generation serves already.
    """
    before = pointer(location)
    if before.generation == generation:
        return ()
    since = max(time.time_ns(), before.since + 1)  # a clock that was set back must not hide the switch
    date = datetime.fromtimestamp(since // 10**9, UTC).date().isoformat()
    folders = folder_of(location, before.generation or "none"), folder_of(location, generation)
    gone = departures.note(location, *folders, date)
    sync(location)
    fresh = location / f".{CURRENT}-new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(GENERATIONS) / generation)
    os.utime(fresh, ns=(since, since), follow_symlinks=False)
    fresh.replace(location / CURRENT)
    sync(location)
    return gone


def sync(path: Path) -> None:
    """Make sure that a file or folder has reached the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(location: Path) -> Iterator[None]:
    """Hold the dataset's lock; raise `StoreError` when another process has it. A killed holder lets go by itself."""
    try:
        (location / GENERATIONS).mkdir(parents=True, exist_ok=True)
        handle = (location / "lock").open("a+")
    except OSError as error:
        raise StoreError(f"{location}: cannot be written ({error.strerror})") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            handle.seek(0)
            holder = handle.read().strip()
            raise StoreError(
                f"{location}: another build (process {holder}) is at work; wait for it or end it"
            ) from error
        handle.truncate(0)
        handle.write(f"{os.getpid()}\n")
        handle.flush()
        yield
