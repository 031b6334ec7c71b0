"""What the scripts of this folder know of npm: a package's tarball, by the version and digest of a lock file."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import tarfile
import urllib.request
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REGISTRY = (
    os.environ.get("npm_config_registry") or os.environ.get("NPM_CONFIG_REGISTRY") or "https://registry.npmjs.org/"
)


def locked(folder: Path) -> dict[str, dict[str, str]]:
    """Return the packages of a folder's lock file by the path that they are installed at."""
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    return {path: row for path, row in lock["packages"].items() if path}


def got(address: str) -> bytes:
    """Return what stands at an address."""
    with urllib.request.urlopen(address, timeout=60) as answer:
        data: bytes = answer.read()
        return data


def fetch(name: str, version: str, integrity: str, get: Callable[[str], bytes] = got) -> tarfile.TarFile:
    """Return a package's tarball; raise `ValueError` when its digest is not the lock file's."""
    data = get(f"{REGISTRY.rstrip('/')}/{name}/-/{name.rpartition('/')[2]}-{version}.tgz")
    algorithm, _, expected = integrity.partition("-")
    if base64.b64encode(hashlib.new(algorithm, data).digest()).decode() != expected:
        raise ValueError(f"{name} {version} is not what the lock file says")
    return tarfile.open(fileobj=io.BytesIO(data))
