"""What the browser tests share: a page that is watched for mistakes."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request

FRONTEND = Path(__file__).parents[2] / "src/jopsrdf/web/frontend/node_modules"
#: The rules of axe-core that hold here.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VENDOR = Path(__file__).parents[2] / "src/jopsrdf/web/static/vendor"


class Watched:
    """A page with what went wrong on it: messages of the console, and requests to other hosts."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.set_default_timeout(10_000)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"asked {request.url}")

    def open(self, path: str) -> Page:
        """Go to a path of the site and wait until it is quiet."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page


def violations(page: Page, axe: str) -> list[str]:
    """Return what axe-core finds, each with the first element that breaks the rule."""
    page.evaluate(axe)
    found = page.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(found => found.violations)")
    return [f"{row['id']}: {row['nodes'][0]['html'][:200]}" for row in found]
