"""This room says how a text is looked up: what counts as one word in the scripts that print none, and as one letter."""

from __future__ import annotations

import re

from jopsrdf.text import fold

#: Letters that keyboards of one script and another write for the same sound: Persian and Urdu ones as in Arabic.
_SAME = str.maketrans({"ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ہ": "ه", "ە": "ه", "ة": "ه", "ھ": "ه"})
#: Digits as they are typed anywhere; `fold` leaves those of other scripts as they are.
_DIGITS = str.maketrans({start + n: str(n) for start in (0x0660, 0x06F0, 0x0966) for n in range(10)})
#: Han, kana and bopomofo are printed without spaces; each sign is a word, and what is looked up is a run of them.
SIGN = "[\u3041-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"


def indexed(text: str) -> str:
    """Return the words of a text as the index keeps them, between spaces.

    >>> indexed("费孝通. 1948. 乡土中国")
    '费 孝 通 1948 乡 土 中 国'
    >>> indexed("شفیعی کدکنی ۱۳۸۶") == indexed("شفيعي كدكني 1386")
    True
    """
    return " ".join(_spaced(word) for word in fold(text).translate(_SAME).translate(_DIGITS).split())


def phrases(text: str) -> list[str]:
    """Return the words that are asked for, each as a phrase of the index.

    >>> phrases("Türkiye, 中国")
    ['turkiye', '中 国']
    """
    return [_spaced(word) for word in fold(text).translate(_SAME).translate(_DIGITS).split()]


def _spaced(word: str) -> str:
    return " ".join(re.sub(SIGN, r" \g<0> ", word).split())
