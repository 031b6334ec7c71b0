"""Where things are: the project, the seed page, and the gold data beside the project."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEED = ROOT / "data" / "000_70d8d36de8897886.txt"
