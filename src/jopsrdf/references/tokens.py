"""This room knows tokens: what a word can announce, and the classes of marks between words."""

from __future__ import annotations

import re

from jopsrdf.references.dates import MONTH
from jopsrdf.references.words.vocabulary import CUES

#: What a word can announce, as one bit each, in the order of `vocabulary.CUES`.
BITS: dict[str, int] = {name: 1 << place for place, name in enumerate([*CUES, "month"])}
VOLUME, NUMBER, PAGE, EDITION, IN, MONTHS = (
    BITS[name] for name in ("volume", "number", "page", "edition", "in", "month")
)
LOCATOR = VOLUME | NUMBER | PAGE
#: Words that may begin a fragment of another kind.
ANNOUNCING = LOCATOR | MONTHS | IN
#: Word → the bits of everything that it can announce.
FLAGS: dict[str, int] = {}
for _name, _languages in CUES.items():
    for _words in _languages.values():
        for _word in _words.split():
            FLAGS[_word] = FLAGS.get(_word, 0) | BITS[_name]
for _word in MONTH:
    FLAGS[_word] = FLAGS.get(_word, 0) | MONTHS

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0670\u0900-\u0903\u093a-\u094f\u0962-\u0963\u200c\u200d"
#: White space, and the word, the number or the mark behind it, or the end. The first line of tokens has the common
#: cases of those that follow it: they are found twice as fast so.
TOKEN = re.compile(
    r"(\s*+)("
    r"[A-Za-z]++(?=[ .,:)])|[,:;()]|\.(?!\.)"
    rf"|第(?=\d+(?:[期号號호卷巻권页頁쪽]|[-~–—]))|[^\W\d_]\w*(?:[{_MARKS}][\w{_MARKS}]*)?(?:[-'’‐‑ʼ][\w{_MARKS}]+)*"
    r"|(?:1[5-9]|20)\d\d(?=/(?:\d|1[0-2])(?![\d/]))|\d+(?:[-./]\d+)*(?:[^\W\d_第]+)?(?:-[^\W\d_][\w-]*)?"
    r"|//|\.\.+|''|``|--+|[^\w\s]|_+"
    r"|\Z)"
)


class _Kinds(dict[str, str]):
    """First character of a token → its kind: w word, n number, p mark; remembered for letters of the alphabets."""

    def __missing__(self, first: str) -> str:
        kind = "n" if first.isdecimal() else "w" if first.isalnum() else "p"
        if first < "\u2e80":
            self[first] = kind
        return kind


KIND = _Kinds()
LETTERED = re.compile(r"[A-Za-z]{1,3}\d+")
ROMAN = re.compile(r"[IVXLC]+(?:-[IVXLC]+)?$|[ivxlc]+(?:-[ivxlc]+)?$")
CLOSES = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』", "《": "》", "``": "''", "‹": "›"}
SINGLE_CLOSE = re.compile(r"[’'](?=[,.;:)\]]|\s*$|\s[([]|\s[Ii]n\s)|(?<=[.,?!])[’']")
#: What may close one that nothing else closes: the mark before a name in capitals, where a comma is missing.
LATE_CLOSE = re.compile(r"(?<=[a-zà-ÿ?!])’(?=\s[A-ZÀ-Þ][a-zà-ÿ]*\s[A-ZÀ-Þa-z])")
QUOTES = frozenset('“”„«»「」『』《》"‹›') | {"``", "''"}
DASHES = frozenset("-–—‐‑‒―−~～") | {"--", "---"}
ENDS = frozenset(",;:?!…،؛，；：。．、？！|։․·•*") | {"//", "..", "..."}
OPENS, SHUTS = frozenset("([（［【{<"), frozenset(")]）］】}>")
#: Abbreviations after which a full stop does not end anything.
NEVER_END = frozenset("vs st dr mr mrs prof sr sta cf dra jan resp ca nr bzw gen im им ім".split()) - {"jan"}
#: How separators are told apart: quotation marks, dashes and full-width signs are folded first.
_FOLD = str.maketrans(
    dict.fromkeys("“”„«»「」『』《》‘’‹›`", '"')
    | dict.fromkeys("–—‐‑‒―−", "-")
    | {
        "（": "(",
        "）": ")",
        "［": "[",
        "］": "]",
        "【": "[",
        "】": "]",
        "，": ",",
        "；": ";",
        "：": ":",
        "。": ".",
        "．": ".",
        "、": ",",
        "،": ",",
        "؛": ";",
        "’": '"',
        " ": None,
        "\u00a0": None,
        "\u200f": None,
        "\u200e": None,
    }
)
#: Chinese, Japanese and Korean counters behind a number say what it counts, whatever stands before it: 第3期.
COUNTERS = dict.fromkeys("期号號호", "I") | dict.fromkeys("卷巻권", "V") | dict.fromkeys("页頁쪽면", "G")
#: Kinds of what was found before the cutting; everything else is an identifier.
MASKED = {"repeat": "r", "undated": "Y"}
LONGEST_QUOTE = 600
#: Gap between two fragments → its folded form; a memory of the gaps that have been seen, bounded in size.
SEPARATORS: dict[str, str] = {}


def separator(gap: str) -> str:
    """Return the folded form of what stands between two fragments."""
    folded = gap.translate(_FOLD).replace('""', '"')[:4] or "_"
    if len(SEPARATORS) < 5000 and len(gap) < 12:
        SEPARATORS[gap] = folded
    return folded


def is_initials(word: str, words: int, initials: int) -> bool:
    """Say whether what could be a short form of `NEVER_END` is none: initials behind a family name, or California.

    `words` and `initials` count those of the fragment that it ends.

    >>> is_initials("SR", 2, 1), is_initials("St", 2, 0)  # Newcomer SR. - Die St. Petersburger Hungerjahre
    (True, False)
    """
    return len(word) == 2 and word.isupper() and (word == "CA" or (words > 1 and initials == 1))
