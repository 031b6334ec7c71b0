"""This room reads the licence under an article: an address, or the sentence that OJS prints in its place."""

from __future__ import annotations

import re

#: The names of the Creative Commons deeds as OJS prints them, folded to letters, with the part of the address.
DEEDS = {
    "attribution": "by",
    "attributionsharealike": "by-sa",
    "attributionnoderivatives": "by-nd",
    "attributionnoderivs": "by-nd",
    "attributionnoncommercial": "by-nc",
    "attributionnoncommercialsharealike": "by-nc-sa",
    "attributionnoncommercialnoderivatives": "by-nc-nd",
    "attributionnoncommercialnoderivs": "by-nc-nd",
}
_ADDRESS = re.compile(r"https?://(?:www\.)?creativecommons\.org/[^\s,;)\]]+[^\s,;.)\]]")
_SENTENCE = re.compile(r"Creative Commons\s+(?P<name>Attribution[\w\s–-]*?)\s+(?P<version>\d\.\d)", re.IGNORECASE)
_SHORT = re.compile(r"\bCC[ -](?P<name>BY(?:-(?:NC|ND|SA))*)[ -](?P<version>\d\.\d)\b", re.IGNORECASE)


def read(text: str) -> str:
    """Return the address of a licence, or the words of one that is not known.

    >>> read("This work is licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.")
    'https://creativecommons.org/licenses/by-nc/4.0/'
    >>> read("CC BY 4.0"), read("All rights reserved")
    ('https://creativecommons.org/licenses/by/4.0/', 'All rights reserved')
    """
    address = _ADDRESS.search(text)
    if address:
        return address[0]
    sentence, short = _SENTENCE.search(text), _SHORT.search(text)
    deed = DEEDS.get(re.sub(r"\W", "", sentence["name"]).lower(), "") if sentence else ""
    if sentence and deed:
        return f"https://creativecommons.org/licenses/{deed}/{sentence['version']}/"
    if short:
        return f"https://creativecommons.org/licenses/{short['name'].lower()}/{short['version']}/"
    return text
