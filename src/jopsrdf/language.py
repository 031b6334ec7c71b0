"""This room tells the language of a text from its script, its letters and its function words; doubt gives None."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Language:
    """A language as a BCP 47 code, and the evidence for it in words."""

    code: str
    method: str


#: Scripts, as the first word of a Unicode character name, that one language of our journals is written in.
SCRIPTS = {
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "HANGUL": "ko",
    "KANA": "ja",
    "CJK": "zh",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
}
#: Letters that only some languages of a script have: the first row that the text holds decides; Bulgarian has none.
LETTERS = {
    "CYRILLIC": (
        ("uk", "їєґ"),
        ("be", "ў"),
        ("kk", "әғқңұһ"),
        ("ky", "өү"),
        ("mk", "ѓќѕ"),
        ("sr", "ђћ"),
        ("ru", "ыэ"),
        ("bg", ""),
    ),
    "ARABIC": (("ur", "ٹڈڑں"), ("ckb", "ڵۆێ"), ("fa", "پچژگکی"), ("ar", "ةيىكأإ")),
}
#: Function words of languages in Latin and Cyrillic script; a word may belong to several.
WORDS = {
    "en": "the of and in to is that for with as are by on this which from was be an it",
    "fr": "le la les des et du un une dans est que pour par sur avec qui au cette sont ce",
    "es": "el la lo los las de del y en que un una por con para se es como su al más",
    "pt": "o a os as de da do dos das e em que um uma por com para no na ao não se são",
    "it": "il lo la gli le di del della dei e in che un una per con nel nella è sono al",
    "de": "der die das und in den von zu mit des im für ist auf dem eine als nicht sich werden",
    "nl": "de het een van en in dat op te voor met zijn is aan niet door als deze worden",
    "pl": "i w na z do się jest że nie to oraz jako przez od dla są po który która które tym tego co ich lub",
    "cs": "a v na se je že s z do ve k o jako pro jsou od které který nebo však",
    "tr": "ve bir bu ile için olarak olan da de daha olduğu en gibi kadar sonra ise çok ne üzerinde arasında",
    "az": "və bir bu ilə üçün olan kimi da də olaraq daha edilir olduğu həm sonra onun edir arasında",
    "id": "dan yang di dengan untuk dari pada ini dalam adalah sebagai oleh tidak itu juga terhadap bahwa antara akan",
    "ro": "și în de la a cu pe un o din că este pentru care ale mai sunt prin acest",
    "hu": "a az és hogy egy is nem ez volt de mint meg csak már vagy között szerint",
    "fi": "ja on ei se että oli joka ovat tai kuin myös sekä mutta ole jotka",
    "sv": "och i att det som en på är av för med till den har de inte om ett",
    "da": "og i at det er en af til på som for med den der de ikke et har",
    "hr": "i u je na se da su za od s te kao koji koje iz ili između kroz ovaj",
    "vi": "và của là các trong cho được có những với một này không đã về",
    "ru": "и в не на что с по как из к для это также от при его или был",
    "uk": "і в та на що з у як до не за для про це також від при його або",
    "bg": "и на в да се за с от са е като по не през което които или",
}
_FUNCTION_WORDS = {code: frozenset(words.split()) for code, words in WORDS.items()}
#: Each word with its languages; a word that many languages share says little for any of them.
_WEIGHTS = {
    word: [
        (code, 1 / sum(word in other for other in _FUNCTION_WORDS.values()))
        for code, own in _FUNCTION_WORDS.items()
        if word in own
    ]
    for word in set().union(*_FUNCTION_WORDS.values())
}
_WORD = re.compile(r"[^\W\d_]+")
#: The same in a text of ASCII in small letters, which has no other letters: found twice as fast.
_PLAIN_WORD = re.compile(r"[a-z]+")
#: A word that nothing is hung on: no part of "k-mer", "V-Dem", "Tesla’s", "v13", "U.S.", "av. J.-C.".
_FREE = re.compile(r"(?<![\w'’/.-])[^\W\d_]+(?![\w/-]|\.)")
#: In a text longer than a title some letters that are hung on words, or are initials, do not matter.
_TITLE = 300
#: Longer words are hung on nothing, and no initials.
SHORT = 3
#: How many letters of a text are looked at; an abstract has fewer.
_SAMPLE = 4000
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
#: Fewer letters of an alphabet tell no language.
_LEAST = 12
#: So few function words, those of a title, come again in the same order: what they say is remembered.
_SHORT = 8


def detect(text: str) -> Language | None:
    """Return the language of a text, or None when it is too short or its evidence too even.

    >>> detect("The article analyzes the dynamics of relations after the war")
    Language(code='en', method='function words: the, of')
    >>> detect("Հոդվածը վերլուծում է հարաբերությունների դինամիկան").code
    'hy'
    >>> detect("NATO, Iran") is None
    True
    """
    sample = text[:_SAMPLE]
    lowered = sample.lower()
    words = words_of(lowered)
    if sample.isascii():  # most titles: no character needs to be looked up
        return _by_words(words, sample, lowered) if sum(map(len, words)) >= _LEAST else None
    name = _clear_script(sample)
    if not name:
        return None
    if name in SCRIPTS:
        return Language(SCRIPTS[name], f"{name.lower()} script")
    return _by_letters(lowered, name) or _by_words(words, sample, lowered)


def words_of(lowered: str) -> list[str]:
    """Return the words of a text in small letters."""
    return (_PLAIN_WORD if lowered.isascii() else _WORD).findall(lowered)


def stands_free(word: str, text: str, lowered: str) -> bool:
    """Say whether a short word of a text may say something as such: it is no initial, no short form, no part of a word.

    >>> title = "The U.S. and NATO: V-Dem v13, k-mer models by D. W. Winnicott"
    >>> [stands_free(word, title, title.lower()) for word in ("and", "by", "s", "v", "k", "w")]
    [True, True, False, False, False, False]
    """
    if len(text) > _TITLE or lowered.startswith(f"{word} "):
        return True
    return f" {word} " in (text if len(word) == 1 else lowered) or word in _free_words(text)


@lru_cache(16)
def _free_words(text: str) -> frozenset[str]:
    words = _FREE.findall(text)
    kept = words if text.isupper() else [word for word in words if not word.isupper()]
    return frozenset(map(str.lower, kept))


def is_possible(text: str, code: str) -> bool:
    """Say whether a short text may be in a language: its script is right, and no words speak for another language.

    >>> is_possible("Dil ve tarih", "tr"), is_possible("Old State, New Society in Perspective", "id")
    (True, False)
    """
    counts = _counts(text)
    if not counts:
        return True
    name = max(counts, key=counts.__getitem__)
    if not _is_written_in(code, name):
        return False
    words = set(_WORD.findall(text.lower()))
    own = words & _FUNCTION_WORDS.get(code, frozenset())
    return bool(own) or not any(words & common for common in _FUNCTION_WORDS.values())


def _is_written_in(code: str, name: str) -> bool:
    if name in SCRIPTS:
        return SCRIPTS[name] == code or (name, code) == ("CJK", "ja")
    rows = {script: {row[0] for row in letters} for script, letters in LETTERS.items()}
    return (
        code in rows[name] if name in rows else not any(code in codes for codes in (*rows.values(), SCRIPTS.values()))
    )


def _counts(text: str) -> dict[str, int]:
    """Count letters by script; Chinese characters among Japanese syllables are Japanese."""
    counts: dict[str, int] = {}
    for char, count in Counter(text).items():
        if name := _script(char):
            counts[name] = counts.get(name, 0) + count
    if "KANA" in counts:
        counts["KANA"] += counts.pop("CJK", 0)
    return counts


@lru_cache(4096)
def _script(char: str) -> str:
    """Return the script of a letter, "" for any other character."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "").split(" ")[0].split("-")[0]
    return "KANA" if name in ("HIRAGANA", "KATAKANA") else name


def _clear_script(text: str) -> str:
    """Return the script of a text that has enough letters and few of other scripts, else ""."""
    plain = len(text.encode("ascii", "ignore").translate(None, _NO_LETTERS))
    if plain >= _LEAST and plain * 10 >= 6 * len(text):  # no further character needs to be looked up
        return "LATIN"
    counts = _counts(text)
    if not counts:
        return ""
    name = max(counts, key=counts.__getitem__)
    enough = 4 if name in ("CJK", "KANA", "HANGUL") else _LEAST
    return name if counts[name] >= enough and counts[name] * 10 >= 6 * sum(counts.values()) else ""


def _by_letters(text: str, name: str) -> Language | None:
    for code, letters in LETTERS.get(name, ()):
        found = [letter for letter in letters if letter in text]
        if sum(map(text.count, found)) * 250 > len(text):  # one word of a neighbour's language is a quotation
            return Language(code, f"letters of its own: {', '.join(found[:3])}")
    return None


def _by_words(words: list[str], text: str, lowered: str) -> Language | None:
    """Weigh function words; the best language must have enough of them for a text of so many words."""
    known = tuple(
        [word for word in words if word in _WEIGHTS and (len(word) > SHORT or stands_free(word, text, lowered))]
    )
    weight, language = (_remembered if len(known) <= _SHORT else _weighed)(known)
    return language if weight * 12 >= len(words) else None


def _weighed(known: tuple[str, ...]) -> tuple[float, Language | None]:
    """Return the language that function words speak for, clearly more than for the second one, with their weight."""
    counts = Counter(known)
    scores: dict[str, float] = {}
    for word, count in counts.items():
        for code, weight in _WEIGHTS[word]:
            scores[code] = scores.get(code, 0) + count * weight
    second, best = [0.0, 0.0, *sorted(scores.values())][-2:]
    if best < 1 or best * 10 < 12 * second:
        return best, None
    code = max(scores, key=scores.__getitem__)
    found = sorted(_FUNCTION_WORDS[code] & counts.keys(), key=lambda word: (-counts[word], word))
    method = f"function words: {', '.join(found[:3])}"
    is_enough = len(found) > 1 or (best > 1 and len(found[0]) > 1)
    return best, Language(code, method) if is_enough else None


_remembered = lru_cache(4096)(_weighed)
