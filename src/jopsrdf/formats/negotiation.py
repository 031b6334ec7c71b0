"""This room chooses among offers by an `Accept` header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Range(NamedTuple):
    """One element of an `Accept` header: type and subtype, `*` for any, and its weight."""

    type: str
    subtype: str
    quality: float

    @property
    def specificity(self) -> int:
        return (self.type != "*") + (self.subtype != "*")

    def covers(self, media_type: str) -> bool:
        main, _, sub = media_type.partition("/")
        return self.type in ("*", main) and self.subtype in ("*", sub)


def negotiate(accept: str, offered: Sequence[str]) -> str | None:
    """Return the best of the media types offered (in the server's order of preference), None if none will do.

    The most specific range decides an offer's weight. The greatest weight wins, then what was named more exactly, then
    the server's order. A header that is missing, empty or cannot be read at all accepts the first offer.

    >>> negotiate("text/html;q=0.8, text/turtle", ["text/html", "text/turtle"])
    'text/turtle'
    >>> negotiate("text/*;q=0.5, text/html;q=0", ["text/html", "text/turtle"])
    'text/turtle'
    >>> negotiate("text/turtle, */*", ["text/html", "text/turtle"])
    'text/turtle'
    >>> negotiate("image/png", ["text/html"]) is None
    True
    """
    ranges = list(parse_accept(accept))
    if not ranges:
        return offered[0] if offered else None
    best, best_weight = None, (0.0, 0)
    for media_type in offered:
        weight = _weight_of(media_type, ranges)
        if weight[0] > 0 and (best is None or weight > best_weight):
            best, best_weight = media_type, weight
    return best


def _weight_of(media_type: str, ranges: Sequence[Range]) -> tuple[float, int]:
    """Return the quality that the most specific range gives an offer, and how specific that range is."""
    covering = [r for r in ranges if r.covers(media_type)]
    if not covering:
        return 0.0, 0
    closest = max(r.specificity for r in covering)
    return max(r.quality for r in covering if r.specificity == closest), closest


def parse_accept(accept: str) -> Iterator[Range]:
    """Yield the ranges of a header; what is malformed is passed over, parameters but `q` are ignored."""
    for element in accept.split(","):
        media_range, *parameters = (part.strip().lower() for part in element.split(";"))
        main, slash, sub = media_range.partition("/")
        if main == "*" and not slash:
            sub = "*"
        if main and sub:
            yield Range(main, sub, _weight(parameters))


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
