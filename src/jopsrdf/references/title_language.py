"""This room tells the language of a title, which is often too short for function words alone.

Evidence is weighed: a function word that few languages share or an ending counts two, a letter that few alphabets have
one, and so do a word that the list prints between its parts and a place. The language needs three, two of them from
the title, and every other one must have less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from jopsrdf.language import SHORT, WORDS, Language, detect, stands_free, words_of
from jopsrdf.references.words.phrases import WORDS as PHRASES
from jopsrdf.references.words.places import PLACES
from jopsrdf.references.words.world_words import FURTHER

#: Language → endings of words of five letters and more that its neighbours do not share.
_ENDINGS = {
    "en": "ing ings tion tions ness ment ments ity ities ical ous ously ism isms ship ally ance ence ences",
    "de": "ung ungen heit heiten keit keiten schaft schaften isches ischen ischer lichen liche tums",
    "fr": "ique iques tion tions ment ence ences aire aires ité ités eur eurs euse aux ières isme ismes ement ements",
    "es": "ción ciones dad dades ismo miento mientos ía ías eza",
    "pt": "ção ções dade dades ência ências mento mentos ismo ões",
    "it": "zione zioni ità aggio aggi ismo ezza delle degli",
    "ro": "ilor elor ului ției ție ții ească ești iei",
    "pl": "ość ości ństwo ństwa ństwie owanie owania cja cji cje ego ych ński ńskiego ska skie skiej",
    "cs": "ství stvo ckého ckých ských ského ní ních ové ého osti",
    "tr": "ların lerin ları leri lık lik lığı liği lılarda larda lerde ının inin mesi ması sının sinin sal sel nün nun",
    "az": "ların lərin ları ləri lıq lik əti sının nın nin ətin",
    "id": "isasi asi kan nya pendidikan penelitian kebijakan masyarakat tif",
    "hu": "ság ség ságok ségek sága sége ának ének ban ben ról ről tól től nak nek ása ése",
    "nl": "heid heden schap lijke lijk ische tie ties",
    "sv": "ningar ningen het heter tioner ska iska ande ende arna erna",
    "fi": "minen misen ssa ssä sta stä lla llä isuus uus yys ksen",
    "ru": "ого его ому ение ении ению ения ость ости ции ция ций ский ские ской ских ющий ющие ыми ных ные ная",
    "uk": "ння нню ість ості ції ція цій ський ські ської ських ими ого них",
    "bg": "ият ите ето ата ост ция ски ските ската то",
    "kk": "лық лік дың дің ның нің лары лері ғы тың тің сы сі",
}
#: Letters that the alphabets of few languages have; a title of another language has them in names alone.
_LETTERS = {
    "de": "ßäöü", "fr": "çèêîœùû", "es": "ñ¿¡", "pt": "ãõ", "pl": "łąęśżźń", "cs": "řěůď", "tr": "ğışİ",
    "az": "ə", "ro": "șțăâî", "hu": "őűö", "sv": "å", "vi": "ơưạảấầẩậắằặẹẻếềểễệịọỏốồổỗộớờởợụủứừửữựđ",
    "uk": "іїєґ", "kk": "әғқңұһ", "be": "ўі", "ru": "ыэъё", "bg": "ъ",
}  # fmt: skip
#: Letters that no other language has: two of them decide.
_VIETNAMESE = frozenset(_LETTERS["vi"]) - {"đ"}
_ELISION = re.compile(r"(?<!\w)(?:[lLdD]|[qQ]u|[nN]|[cC]|[sS])[’'](?=\w{3})")
#: Turkish hangs its endings on proper names behind an apostrophe.
_TURKISH = re.compile(r"(?<=[^\W\d_])[’'](?:[nydt]?[iıuü]n|[dt][ea]n?|y[ea]|n[iıuü]n)(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
#: Languages whose texts of some length always have a letter of their own.
_NEVER_WITHOUT = frozenset({"uk", "kk"})
#: Belarusian alone has both of these letters.
_BELARUSIAN = ("і", "ы")
_HAN = re.compile(r"[\u3400-\u9fff]{2}")
_KANA = re.compile(r"[\u3040-\u30ff]")
_JAPANESE = re.compile(r"[\u3040-\u30fa\u30fc-\u30ff]|出版会|書房|書店|文庫|新書|巻|号、|頁|『")
_CHINESE = re.compile(r"《|\[[MJDRCN](?:/OL)?\]|出版社|书|国|论|学报|印书馆|年第")
_LIST_WORDS = {
    language: frozenset(
        word
        for key, texts in words.items()
        if key in ("EDBY", "TR", "ACC", "EDN", "EDS", "NO")
        for text in texts.lower().split("|")
        for word in _WORD.findall(text)
        if len(word) > 3
    )
    for language, words in {**PHRASES, **FURTHER}.items()
}


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, entries in table.items():
        for entry in entries:
            found.setdefault(entry, []).append(code)
    return found


_LISTED_BY = _inverted(_LIST_WORDS)
#: Function words that no more than two languages share; single letters are initials and what an apostrophe cuts off.
_SHARED = 2
_COUNTS = Counter(word for words in WORDS.values() for word in set(words.split()))
_SINGLE = frozenset("yiweиківзоу")
_WORD_OF = _inverted(
    {
        code: [word for word in words.split() if _COUNTS[word] <= _SHARED and (len(word) > 1 or word in _SINGLE)]
        for code, words in WORDS.items()
    }
)
_ENDING_OF = _inverted({code: endings.split() for code, endings in _ENDINGS.items()})
_SIZES = sorted({len(ending) for ending in _ENDING_OF})
_LETTER_OF = _inverted(_LETTERS)
#: What a piece of evidence counts, and how much states a language.
_STRONG, _WEAK, _ENOUGH = 2, 1, 3
#: Shorter words have no ending to speak of.
_LONG = 5


@cache
def _place(language: str) -> re.Pattern[str]:
    """Return a pattern for the places that references in a language name, in small letters."""
    names = "|".join(map(re.escape, PLACES[language].replace("/", "+").lower().split()))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)".replace("\\+", " "))


def tell_language(title: str, text: str) -> Language | None:
    """Return the language of a title that stands in the reference `text`, or None where the evidence is weak.

    >>> tell_language("L’illusion biographique", "").code, tell_language("Estado y democratización", "").code
    ('fr', 'es')
    >>> tell_language("Erdoğan", ""), tell_language("En torno a lo político", "trad. de Soledad Laclau")
    (None, None)
    """
    if not title.isascii() and _HAN.search(title) and not _KANA.search(title):
        return _of_characters(text)
    found = detect(title)
    if found and found.code not in ("ru", "bg"):
        return found
    evidence = _evidence(title)
    ranked = sorted(((sum(pieces.values()), code) for code, pieces in evidence.items()), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return found
    weight, code = ranked[0]
    pieces = list(evidence[code])
    if _STRONG <= weight < _ENOUGH:
        around = _around(code, text.replace(title, " ").lower())
        weight, pieces = weight + _WEAK * len(around), pieces + around
    return Language(code, f"endings, letters and words: {', '.join(pieces[:3])}") if weight >= _ENOUGH else found


def _around(code: str, text: str) -> list[str]:
    """Return what the list says in a language round the title: at most one word between its parts, and one place."""
    own = _LIST_WORDS.get(code, frozenset())
    said = [word for word in _WORD.findall(text) if word in own and len(_LISTED_BY[word]) <= _SHARED][:1]
    place = _place(code).search(text) if code in PLACES else None
    return [*said, place[0]] if place else said


def _of_characters(text: str) -> Language | None:
    """Return Chinese or Japanese for a title in Chinese characters, by the signs of the reference around it."""
    signs = _JAPANESE.search(text), _CHINESE.search(text)
    if signs[0] and not (signs[1] and signs[0][0] == "『"):
        return Language("ja", f"Japanese signs: {signs[0][0]}")
    return Language("zh", f"Chinese signs: {signs[1][0]}") if signs[1] else None


def _evidence(title: str) -> dict[str, dict[str, int]]:
    """Return the pieces of evidence for each language that has any, with their weights."""
    lowered = title.lower()
    words = list(dict.fromkeys(words_of(lowered)))
    found: dict[str, dict[str, int]] = {}
    for word in words:
        for code in _speaking(word) if len(word) > SHORT or stands_free(word, title, lowered) else ():
            found.setdefault(code, {})[word] = _STRONG
    if not title.isascii():
        _add_letters(found, words)
    if "’" in title or "'" in title:
        if "fr" in found and (match := _ELISION.search(title)):
            found["fr"][match[0]] = _WEAK
        if match := _TURKISH.search(title):
            found.setdefault("tr", {})[match[0]] = _STRONG
    if all(letter in title for letter in _BELARUSIAN):
        found["be"] = dict.fromkeys(_BELARUSIAN, _WEAK)
    for code in _NEVER_WITHOUT & found.keys():
        if set(_LETTERS[code]).isdisjoint(lowered):
            del found[code]
    return found


def _add_letters(found: dict[str, dict[str, int]], words: list[str]) -> None:
    """Add one letter as evidence for each language of few that have it, where no other word of its own has it."""
    for letter in sorted(set("".join(words)) & _LETTER_OF.keys()):
        for code in _LETTER_OF[letter]:
            pieces = found.get(code, {})
            if _WEAK not in pieces.values() and any(letter in word for word in words if word not in pieces):
                found.setdefault(code, pieces)[letter] = _WEAK
    if len(own := _VIETNAMESE.intersection("".join(words))) > 1:
        found["vi"] = dict.fromkeys(sorted(own), _STRONG)


@lru_cache(8192)
def _speaking(word: str) -> frozenset[str]:
    """Return the languages that a word speaks for: as a function word, or by its ending."""
    codes = set(_WORD_OF.get(word, ()))
    if len(word) >= _LONG:
        for size in _SIZES:
            codes.update(_ENDING_OF.get(word[-size:], ()))
    return frozenset(codes)
