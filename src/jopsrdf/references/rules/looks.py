"""This room says what fragments look like to the rules of names: like names, like sentences, like words of roles."""

from __future__ import annotations

import re

from jopsrdf.references.name_parts import is_particle
from jopsrdf.references.rules.sheet import Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.name_words import AND

#: What words of roles announce.
ROLES = BITS["editor"] | BITS["translator"] | BITS["function"]
#: So many fragments are looked through before a role's word.
LONGEST = 24
_ORDINAL = re.compile(r"(?:2nd|3rd|[45]th)$")


def could_be_names(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment has the look of a name or a part of one: few words, all with capitals but the joints."""
    fragment = sheet.fragments[index]
    if fragment.kind != "w" or fragment.words > 8:
        return fragment.kind == "N" and bool(_ORDINAL.match(sheet.text(index)))
    return all(word[0].isupper() or is_particle(word) or word in AND for word in sheet.text(index).split())


def is_sentence(sheet: Sheet, index: int) -> bool:
    """Say whether a fragment opens a sentence: a stop is before it, and that of no initial."""
    return "." in sheet.gaps[index] and not sheet.fragments[index - 1].initials
