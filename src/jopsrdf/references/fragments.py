"""This room cuts a reference into fragments: the pieces between its punctuation that the grammar then names.

A fragment is a run of words, a quoted text, a number, a date, a locator with its marker ("vol. 34"), an identifier.
Cutting too finely is harmless, because neighbours of one label are joined again; cutting too coarsely is not.
One pass over the tokens, each of which is looked at a bounded number of times: linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from jopsrdf.references.date_tokens import date_end, day_before, is_city, is_day, month_behind
from jopsrdf.references.dates import is_year
from jopsrdf.references.quotes import closed_single, matched
from jopsrdf.references.tokens import (
    ANNOUNCING,
    COUNTERS,
    DASHES,
    EDITION,
    ENDS,
    FLAGS,
    IN,
    KIND,
    LETTERED,
    LOCATOR,
    MASKED,
    MONTHS,
    NEVER_END,
    NUMBER,
    OPENS,
    PAGE,
    QUOTES,
    ROMAN,
    SEPARATORS,
    SHUTS,
    TOKEN,
    VOLUME,
    is_initials,
    separator,
)


@dataclass(slots=True)
class Fragment:
    """A piece of a reference. `kind`: w words, q quoted, Y year, D date, R range, N number, V I G locators with their
    marker (volume, issue, page), g extent, e edition, i the word "in", r a sign that repeats the authors, u identifier.
    `before` and `after` are the folded separators, `inside` the open bracket, `first` and `last` words in lower case.
    """

    start: int
    end: int
    kind: str
    flags: int = 0
    words: int = 0
    capitals: int = 0
    initials: int = 0
    first: str = ""
    last: str = ""
    inside: str = ""
    before: str = ""
    after: str = ""
    scheme: str = ""


class Cutter:
    """The state of one pass over one reference."""

    def __init__(self, text: str, masks: list[tuple[int, int, str]], start: int, end: int) -> None:
        self.text = text
        self.fragments: list[Fragment] = []
        self.open: Fragment | None = None
        self.inside = ""
        self.tokens: list[tuple[str, int, int, str]] = []
        self.masks = masks
        position = start
        for first, last, scheme in masks:
            self._scan(position, first)
            self.tokens.append(("u", first, last, scheme))
            position = last
        self._scan(position, end)
        self.tokens.append(("", end, end, ""))
        self.quotes = matched(self.tokens, text) if any(map(text.__contains__, QUOTES)) else {}

    def _scan(self, position: int, end: int) -> None:
        """Take in the tokens of a stretch; what stands between them is measured, so that their places are known."""
        tokens = self.tokens
        for gap, token in TOKEN.findall(self.text, position, end):
            if token:
                start = position + len(gap)
                position = start + len(token)
                tokens.append((KIND[token[0]], start, position, token))

    def run(self) -> list[Fragment]:
        tokens = self.tokens
        index, last = 0, len(tokens) - 1
        while index < last:
            kind, start, end, mark = tokens[index]
            if kind == "w":
                index = self._words(index)
            elif kind == "n":
                index = self._number(index)
            elif kind == "u":
                self.open = None
                self._add(Fragment(start, end, MASKED.get(mark, "u"), scheme=mark))
                index += 1
            elif mark == ".":
                index = self._stop(index)
            elif mark in ENDS:
                self.open = None
                index += 1
            else:
                index = self._mark(index)
        self._separators()
        return self.fragments

    def _add(self, fragment: Fragment) -> None:
        fragment.inside = self.inside
        self.fragments.append(fragment)

    def _words(self, index: int) -> int:
        """Append words to the open fragment, or to a new one, until one announces something else."""
        tokens, fragment, flags_of = self.tokens, self.open, FLAGS.get
        kind, start, end, word = tokens[index]
        while kind == "w":
            lower = word.lower()
            flags = flags_of(lower, 0)
            if word > "\u2e80":
                flags |= flags_of(word[-2:], 0) | flags_of(word[-3:], 0) | flags_of(word[-1:], 0)
            if flags & ANNOUNCING and (after := self._announced(index, flags)):
                return after
            if fragment is None:
                if word[0] in "eEsSCLArR" and not word.isalpha() and LETTERED.match(word):
                    self._add(Fragment(start, end, "N", flags, 1, 1))
                    return index + 1
                fragment = self.open = Fragment(start, end, "w", 0, 0, 0, 0, lower)
                self._add(fragment)
            fragment.end = end
            fragment.last = lower
            fragment.words += 1
            if flags:
                fragment.flags |= flags
            if word[0] != lower[0]:
                fragment.capitals += 1
                if len(word) == 1 or (len(word) <= 4 and word.isupper()):
                    fragment.initials += 1
            index += 1
            kind, start, end, word = tokens[index]
        return index

    def _announced(self, index: int, flags: int) -> int:
        """Read the locator, the date or the "in" that a word announces; return the token after it, 0 if it is none."""
        if flags & LOCATOR and (after := self._locator(index, flags)):
            return after
        _, start, end, word = self.tokens[index]
        if flags & MONTHS and not is_city(self.text, start) and (after := self._date(index)):
            return after
        if flags & IN and self.open is None and self._is_in(index, word):
            lower = word.lower()
            self._add(Fragment(start, end, "i", flags, 1, 0, 0, lower, lower))
            return index + 1
        return 0

    def _append(self, start: int, end: int, word: str) -> None:
        """Append a number or a sign that belongs to the words beside it."""
        fragment = self.open
        if fragment is None:
            fragment = self.open = Fragment(start, end, "w", 0, 0, 0, 0, word)
            self._add(fragment)
        fragment.end, fragment.last = end, word
        fragment.words += 1

    def _is_in(self, index: int, word: str) -> bool:
        following = self.tokens[index + 1]
        if following[3] in (":", "：") or (following[3] == "." and self.tokens[index + 2][3] == ":"):
            return True
        before = self.fragments[-1] if self.fragments else None
        if before is None or following[3][:1] in ("-", "'", "’", "."):
            return False
        gap = self.text[before.end : self.tokens[index][1]].strip()
        return bool(gap) or word[0].isupper() or before.kind in "qYD"

    def _locator(self, index: int, flags: int) -> int:
        """Read "vol. 34", "№ 3", "pp. 5–9" as one fragment; return the token after it, 0 if it is none."""
        after = index + 1
        if flags & PAGE and self.text[self.tokens[index][1] - 1 : self.tokens[index][1]] == ".":
            return 0
        for _ in range(2):
            if self.tokens[after][3] in (".", ":", "º", "°", "#", "..", "="):
                after += 1
        kind, _, end, number = self.tokens[after]
        roman = kind == "w" and bool(ROMAN.match(number)) and (number.isupper() or bool(flags & PAGE))
        lettered = kind == "w" and len(number) < 10 and bool(LETTERED.match(number))
        if not (kind == "n" or roman or lettered) or (
            number.isdecimal() and is_year(number) and (not flags & PAGE or self.tokens[index][3].isupper())
        ):
            return 0
        if (
            len(self.tokens[index][3]) > 4
            and self.open
            and self.text[self.open.end] == " "
            and self.tokens[index][3].islower()
            and not flags & PAGE
            and self.open.words > 2
            and self.tokens[after + 1][0] == "w"
        ):
            return 0
        end, after = self._range(after)
        name = COUNTERS.get(self.text[end - 1], "G" if flags & PAGE else "V" if flags & VOLUME else "I")
        self.open = None
        start = self.tokens[index][1]
        lower = self.tokens[index][3].lower()
        self._add(Fragment(start, end, name, flags, 1, 0, 0, lower, lower))
        return after

    def _range(self, index: int) -> tuple[int, int]:
        """Return the end of the number at a token and the token after it, a range's second half included."""
        end = self.tokens[index][2]
        dash, second = self.tokens[index + 1], self.tokens[min(index + 2, len(self.tokens) - 1)]
        if dash[3] in DASHES and (
            second[0] == "n" or (second[0] == "w" and (LETTERED.match(second[3]) or ROMAN.match(second[3])))
        ):
            return second[2], index + 3
        return end, index + 1

    def _date(self, index: int) -> int:
        """Read a month with the day and the year beside it as one fragment; 0 when nothing is beside it."""
        start, after = self.tokens[index][1], date_end(self.tokens, index)
        has_number = any(token[0] == "n" for token in self.tokens[index + 1 : after])
        day = day_before(self.tokens, index)
        if day and (has_number or is_year(self.tokens[day - 2][3])):
            start = self._cut_off(day)
        elif self.open is None and self._is_joined(start):
            start = self.fragments.pop().start
        else:
            following, name = self.tokens[after][3], self.tokens[index][3]
            is_alone = self.open is None and following in (",", ")", ":", ";", "") and name[0].isupper()
            if not (has_number or is_alone):
                return 0
        self.open = None
        self._add(Fragment(start, self.tokens[after - 1][2], "D", MONTHS, 1))
        return after

    def _is_joined(self, start: int) -> bool:
        """Say whether the last fragment is the day or the year of a date whose month starts there."""
        before = self.fragments[-1] if self.fragments else None
        if before is None or before.kind not in "NYR":
            return False
        gap = self.text[before.end : start].strip(" .,ºª°/-–").lower()
        number = self.text[before.start : before.end].replace("–", "-").replace("—", "-")
        return gap in ("", "de", "of") and (before.kind == "Y" or is_day(number) or is_year(number[:4]))

    def _cut_off(self, index: int) -> int:
        """Take a token and what follows it from the fragments; return where it starts."""
        start = self.tokens[index][1]
        while self.fragments and self.fragments[-1].start >= start:
            self.fragments.pop()
        if self.fragments and self.fragments[-1].end > start:
            kept, before = self.fragments[-1], self.tokens[index - 1]
            kept.end, kept.last, kept.words = before[2], before[3].lower(), kept.words - 2
        return start

    def _number(self, index: int) -> int:
        _, start, _, number = self.tokens[index]
        previous, following = self.open, self.tokens[index + 1]
        if previous is not None and not self._stands_apart(index, previous, following):
            self._append(start, self.tokens[index][2], number)
            return index + 1
        end, after = self._range(index)
        self.open = None
        fragment = Fragment(start, end, "N", first="", last="")
        self._add(fragment)
        if after > index + 2 or ("-" in number and number.count("-") == 1 and number.replace("-", "").isdecimal()):
            fragment.kind = "R"
        elif is_year(number[:4]) and (len(number) == 4 or (len(number) == 5 and number[4].isalpha())):
            fragment.kind = "Y"
        elif number.count("-") + number.count("/") + number.count(".") == 2:
            fragment.kind = "D"
        elif number[-1].isalpha():
            self._suffixed(fragment, number)
        if number[-1] == "年" and (month := month_behind(self.tokens, after)) > after:
            fragment.kind, fragment.end, after = "D", self.tokens[month - 1][2], month
        return self._marker_after(fragment, after)

    def _stands_apart(self, index: int, previous: Fragment, following: tuple[str, int, int, str]) -> bool:
        """Say whether a number is a fragment of its own, not a word of a title ("the 376 areas of")."""
        number = self.tokens[index][3]
        if not number[0].isdecimal() or (number[-1].isalpha() and len(number) > 3 and not is_year(number[:4])):
            return False
        if following[0] == "w" and self.text[following[1] - 1] == " ":
            lower = following[3].lower()
            return not (following[3].islower() and not FLAGS.get(lower, 0) & (LOCATOR | EDITION | MONTHS))
        return self.text[previous.end : self.tokens[index][1]] not in ("-", "–", ".", "/", "’", "'")

    def _suffixed(self, fragment: Fragment, number: str) -> None:
        letters = number.lstrip("0123456789").lower()
        flags = FLAGS.get(letters, 0)
        if flags & PAGE:
            fragment.kind = "g"
        elif letters in ("nd", "rd", "th", "st", "ª", "º", "a", "e", "er", "ème"):
            fragment.first = "ordinal"

    def _marker_after(self, fragment: Fragment, after: int) -> int:
        """Take in the marker that follows its number: "2nd ed.", "406 p.", "3 vols."."""
        step = after
        while self.tokens[step][3] in (".", "ª", "º", "°", "-"):
            step += 1
        kind, start, end, word = self.tokens[step]
        flags = FLAGS.get(word.lower(), 0) if kind == "w" and start - fragment.end < 4 else 0
        if not flags or [token[0] for token in self.tokens[step + 1 : step + 3] if token[3] != "."][:1] == ["n"]:
            return after
        if flags & EDITION and fragment.kind == "N":
            fragment.kind, fragment.end, fragment.flags = "e", end, flags
            return step + 1
        is_extent = flags & PAGE and not flags & EDITION and fragment.kind in "NY" and len(word) < 8 and word.islower()
        is_volumes = flags & VOLUME and word in ("vols", "vol", "v", "bde", "тт", "tomes")
        if is_extent or (fragment.kind == "N" and (word == "S" or is_volumes)):
            fragment.kind, fragment.end, fragment.flags = "g", end, flags
            return step + 1
        return after

    def _mark(self, index: int) -> int:
        _, start, end, mark = self.tokens[index]
        if mark in OPENS or mark in SHUTS:
            self.open, self.inside = None, mark if mark in OPENS else ""
        elif mark in QUOTES or mark in "‘'":
            return self._quote(index)
        elif (mark in DASHES or mark == "/") and self._is_spaced(start, end):
            self.open = None
        elif mark == "№" and (after := self._locator(index, NUMBER)):
            return after
        elif self.open is not None:
            self.open.end = end
        elif mark in "&#№":
            self._append(start, end, mark)
        return index + 1

    def _is_spaced(self, start: int, end: int) -> bool:
        return (not start or self.text[start - 1] == " ") and self.text[end : end + 1] in (" ", "")

    def _quote(self, index: int) -> int:
        start = self.tokens[index][1]
        closing = self.quotes.get(index)
        end = self.tokens[closing][1] if closing else 0
        if not closing and self.open is None:
            closing, end = closed_single(self.tokens, self.text, index)
        if not closing:
            if self.open is not None and self.tokens[index][3] in "‘’'":
                self.open.end = self.tokens[index][2]
            else:
                self.open = None
            return index + 1
        start += len(self.tokens[index][3])
        inner = self.text[start:end]
        lead = len(inner) - len(inner.lstrip())
        self.open = None
        if inner := inner.strip(" .,;:"):
            self._add(Fragment(start + lead, start + lead + len(inner), "q", 0, inner.count(" ") + 1, 0))
        return closing + 1

    def _stop(self, index: int) -> int:
        """End the fragment at a full stop, unless it belongs to an initial, an acronym or an abbreviation."""
        fragment, tokens = self.open, self.tokens
        if fragment is None:
            return index + 1
        word, end = tokens[index - 1][3], tokens[index][2]
        kind, start, _, following = tokens[index + 1]
        if start == end and kind == "w":
            if not ((len(word) > 2 or word == "al") and word[len(word) > 6 :].islower() and following[0].isupper()):
                return index + 1
        elif len(word) == 1:
            is_initial = len(following) == 1 and following.isupper() and tokens[index + 2][3] == "."
            if (is_initial and not "а" <= word <= "я") or following in ("-", "‐"):
                return index + 1
        elif word.lower() in NEVER_END and not is_initials(word, fragment.words, fragment.initials):
            return index + 1
        if len(word) <= 2 and word[0].isupper():
            fragment.end = end
        self.open = None
        return index + 1

    def _separators(self) -> None:
        text, fragments = self.text, self.fragments
        if not fragments:
            return
        fragments[0].before, fragments[-1].after = "^", "$"
        for before, fragment in pairwise(fragments):
            gap = text[before.end : fragment.start]
            before.after = fragment.before = SEPARATORS.get(gap) or separator(gap)


def cut(
    text: str, masks: list[tuple[int, int, str]] | None = None, start: int = 0, end: int | None = None
) -> list[Fragment]:
    """Return the fragments of `text` in order; `masks` are the places of identifiers, with their schemes.

    >>> [text[f.start:f.end] for text in ["Koch, J. Notes. In: Ars 12 (3): 4–9."] for f in cut(text)]
    ['Koch', 'J.', 'Notes', 'In', 'Ars', '12', '3', '4–9']
    """
    return Cutter(text, masks or [], start, len(text) if end is None else end).run()
