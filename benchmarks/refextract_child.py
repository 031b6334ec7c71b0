"""Read the references of a JSON list with refextract; runs under its interpreter, for `reference_peers.py`."""

from __future__ import annotations

import json
import sys
import time

from refextract import extract_references_from_string  # type: ignore[import-not-found] # lives in another environment


def found(line: str) -> list[dict[str, list[str]]]:
    return [dict(part) for part in extract_references_from_string(line, is_only_references=True)]


if __name__ == "__main__":
    lines = json.load(sys.stdin)
    found("A. Einstein, Ann. Phys. 17 (1905) 891")  # its tables are read once
    started = time.process_time()
    everything = [found(line) for line in lines]
    json.dump({"seconds": time.process_time() - started, "found": everything}, sys.stdout)
