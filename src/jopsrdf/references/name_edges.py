"""This room takes off what stands round a list of names: words of roles before and behind it, "et al.", brackets."""

from __future__ import annotations

import re
from typing import NamedTuple

from jopsrdf.references.name_parts import CJK
from jopsrdf.references.words.name_words import ET_AL, ROLES

_ET_AL = re.compile(
    r"[\s,;،(\[]*(?<!\w)(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s?") for w in ET_AL) + r")(?!\w)[\s.)\]]*$",
    re.IGNORECASE,
)
_ROLE = "|".join(re.escape(w).replace(r"\ ", r"\.?\s") for w in sorted(ROLES, key=len, reverse=True))
#: Phrases of translators with the language that was translated from.
_FROM = (
    r"aus dem \w+ (?:übersetzt |übertragen )?von|(?:trad(?:uit|\.)?\s)?(?:de l[’']\w+|du \w+)(?: "
    r"\([^)]*\))? par|(?:пер(?:евод|\.)?)\s[сз]\s\w+\.?(?:\sяз\.)?|отв\.\s?ред|под общ\.\s?ред|ترجمهٔ|"
    r"(?:translated|trans\.) (?:from the (?:[\w-]+ ){1,4})?by|(?:selected|introduced|translated|edited)(?:, "
    r"\w+)?,? and (?:edited|translated) by|trad(?:uzione|\.)? (?:it\.|dal \w+) di|übers\. v\.|"
    r"tradução[^:]{0,30}:|trad(?:ução|ucción|uzione|uction|utor[ae]?s?|uctor[ae]?s?)(?=\s(?-i:[A-ZÀ-Þ]))|"
    r"organiza(?:ção|ción)(?=\s(?-i:(?!Mundial|Pan|Internacional|Meteorol|Mar|Latino|Ibero|Nacional)[A-ZÀ-Þ])\w+\s"
    r"(?-i:[A-ZÀ-Þ]))|(?:éd(?:ition|\.)|textes?) (?:établi|choisi|réuni|présenté|annoté)[\w, ]{0,40}? par|"
    r"yay(?:ına|\.) haz(?:ırlayan|\.)|hazırlayan|éd(?:ition|\.)(?: critique)? de|"
    r"(?:présenté|introduit|annoté|établi)e?s?(?:, \w+)?,? et traduite?s? par|"
    r"(?:übersetzt|herausgegeben|eingeleitet|kommentiert)(?:, \w+){0,2},? und \w+ von|"
    r"(?:translated|edited),? (?:and )?with an? [\w ]{0,25} by|(?:ed|trans|transl)\.,? and (?:ed|trans|transl)\. by|"
    r"di(?:ter|alih)[jb]\w+kan oleh|alih bahasa(?: oleh)?|"
    r"přel(?:ožil[ai]?|\.)|preložil[ai]?|תרג(?:ום:?|מה)|przełożył[ai]?|tłumacz(?:ył[ai]?|enie)|preveo|prevela|"
    r"övers(?:att|ättning) av|over?satt? a[fv]|overs\. af|suom(?:entanut|\.)|переклад(?:ач|ено)|превод от|"
    r"(?:tr\.|trad(?:uzione|uction|ucción|ução|\.)?) (?:it|fr|ingl|esp|ted|all|port)\.(?: (?:di|de|par|por))?"
)
#: Before names a long word is a role's only when a mark or a preposition follows: "Organização Pan-Americana" is none.
_ROLE_BEFORE = re.compile(
    rf"^[\s(\[,/]*(?:(?:{_FROM}|(?:{_ROLE})(?!\w)(?:(?<=\s[^\W\d_]{{2}})|(?<=\s[^\W\d_]{{3}})|"
    rf"(?<![^\W\d_]{{6}})|(?=\s?[.:)\]])))[.:]?[\s)\]]*)+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
#: Last words of what stands for further names or for a role: behind any other word neither is looked for. A letter
#: alone says nothing, two may: `u. a.`
_LAST_WORDS = frozenset(
    word
    for phrase in (*ET_AL, *ROLES)
    for words in [_WORD.findall(phrase.casefold())]
    for word in ("".join(words), words[-1] if len(words[-1]) > 1 else "".join(words[-2:]))
)
_LONGEST_WORD = max(map(len, _LAST_WORDS))
_ROLE_AFTER = re.compile(
    rf"[\s,(\[]+(?:(?:{_ROLE})(?!\w)[.:]?[\s)\],]*(?:(?:&|and|und|et|e|y)\s(?=[^\W\d_]{{2,10}}\.?[\s)\],]*$))?)+$",
    re.IGNORECASE,
)
#: The role of one name inside a list: `SILVA, T. (org.); HALL, S.`
_ROLE_INSIDE = re.compile(rf"\((?:{_ROLE})\.?\)(?=\s?;)", re.IGNORECASE)
#: The particle of `Waerden, B. L. van der`, which is an editor's mark in Turkish lists.
_PARTICLE_DER = re.compile(r"\b(?:van|von|in|uit|op) der\W*$")
#: Initials without stops somewhere in a list: then the last stop ends the list, not an initial.
_UNDOTTED = re.compile(r"(?<=\s)[^\W\d_a-zà-ÿа-я]{1,3}(?=[,;]|\s(?:[^\W\d_a-zà-ÿа-я]|[JS]r)\.$)")
#: Chinese, Japanese and Korean put a role right behind the last name: `戴可景译`.
_CJK_ROLE = re.compile(r"[\s,，]*(?:等\s?)?(?:主编|編著|编|編|著|译|譯|訳|옮김|역|편)[\s.。）)]*$")
#: "I" is "in" in the north, where no stop follows it but its neighbours have theirs: "I R. A. Dahl (Red.)".
_NORTHERN_IN = re.compile(r"I (?:[A-ZÅÄÖØÆ]\.[ -]?){1,3} ?[A-ZÅÄÖØÆ][^().]+\((?:[Rr]ed|[Ee]d|[Uu]tg)")


class Bare(NamedTuple):
    """A list of names alone: its text, where it starts, the role that a word gives it, whether "et al." follows.

    `is_announced` says that a word before the names told of them.
    """

    text: str
    start: int
    role: str
    more: bool
    is_announced: bool


def bared(text: str, start: int, end: int, *, leads: bool) -> Bare:
    """Return the names in a range of `text` without what stands round them; `leads` bars a word before them.

    >>> bared("edited by A. Smith and B. Jones et al.", 0, 38, leads=False)
    Bare(text='A. Smith and B. Jones', start=10, role='editor', more=True, is_announced=True)
    """
    part = text[start:end].partition(" [@")[0]
    before = None if leads else _ROLE_BEFORE.match(part)
    if before:
        start += before.end()
        part = part[before.end() :]
    if part.startswith("I ") and _NORTHERN_IN.match(part):
        start, part = start + 2, part[2:]
    may_end = _may_end(part)
    more = bool(found := _ET_AL.search(part, max(0, len(part) - 40)) if may_end else None)
    part = part[: found.start()] if found else part
    after = _ROLE_AFTER.search(part, max(0, len(part) - 48)) if may_end else None
    after = after if not (after and _PARTICLE_DER.search(part)) else None
    after = after or (_CJK_ROLE.search(part) if CJK.search(part) else None)
    part = part[: after.start()] if after else part
    if not more and after and (found := _ET_AL.search(part, max(0, len(part) - 40))):
        more, part = True, part[: found.start()]
    role = (before and _role(before[0])) or (after and _role(after[0].replace("等", ""))) or ""
    if ";" in part and (inside := _ROLE_INSIDE.search(part)):
        role = role or _role(inside[0])
        part = _ROLE_INSIDE.sub(lambda match: " " * len(match[0]), part)
    part = part.rstrip(" ,;:،([")
    part = (part[:-1] if part.endswith(")") and "(" not in part else part).lstrip("([ ")
    start = text.find(part, start)
    if part.endswith(".") and part.count(".") == 1 and _UNDOTTED.search(part):
        part = part[:-1]
    return Bare(part, start, role, more, bool(before and before[0]))


def _may_end(text: str) -> bool:
    """Say whether names may end in "et al." or a role, by the last word."""
    *_, before, last = "", "", *_WORD.findall(text.rstrip(" .:,)]")[-_LONGEST_WORD - 2 :].casefold())
    return last in _LAST_WORDS or (len(last) == 1 and before + last in _LAST_WORDS)


def _role(text: str) -> str:
    """Return the role that a word or phrase gives, or ""."""
    words = re.sub(r"[^\w\s’']+", " ", text).casefold().split()
    return next(
        (
            ROLES[phrase]
            for size in (4, 3, 2, 1)
            for at in range(len(words))
            if (phrase := " ".join(words[at : at + size])) in ROLES
        ),
        "",
    )
