"""This room finds the signs that institutions give their documents: `A/RES/70/1`, `COM(2019) 640 final`, `ECLI:EU:C:…`.

A sign is one piece before anything is cut: its slashes, stops and brackets part nothing, and its digits are no locator.
"""

from __future__ import annotations

import re

#: What every sign holds, looked for first: a capital letter, and behind it what few sentences have there.
_SUSPECT = re.compile(
    r"[A-Z](?:[/:(][A-Z\d]|-\d|\s\d{3}|\s\d{1,2}/\d|\s\((?:19|20)\d\d\)\s\d|ub\. ?L|ases? \d| Standard| Std)"
)
#: The organs of the United Nations and of others whose signs begin with letters of their own.
_ORGANS = (
    "CCPR|CEDAW|CRC|CAT|CERD|CRPD|CMW|CED|HRI|LC|DP|TD|ST|UNEP|FCCC|CBD|WHA|WT|IP|GC|INFCIRC|ISBA|SPLOS|NPT|BWC|IDB|"
    "OEA|EB|PC|ICCD|ECE|IOC|DIPL|CTOC|CAC"
)
_PARTS = "RES|HRC|CONF|CN|C\\.|AC|PRST|PV|INF|DEC|ES-|S-|SPEC|ICEF|WG|ECE|ESCAP|\\d{2,4}/"
_SIGN = re.compile(
    r"(?<![\w/.:@-])(?:"
    # United Nations and its family: two letters of the organ or one, and then what sort of document it is
    rf"(?:[ASET]/(?:{_PARTS})|(?:{_ORGANS})/)(?=[^\s,;]*\d)[A-Za-z0-9./()-]*[A-Za-z0-9)](?:\s\((?:19|20)\d\d\))?"
    # European Union: proposals and communications, recommendations of the Council of Europe, cases, numbers of EUR-Lex
    r"|(?:COM|SEC|SWD|JOIN|CM/Rec|CM/Res)\s?\((?:19|20)\d\d\)\s?\d+(?:\s(?:final|definitivo|endg\.?|def\.))?"
    r"|[CTF]-\d{1,4}/\d{2}(?:\sP(?!\w))?(?:\s(?:and|et|und|y|e)\s[CTF]-\d{1,4}/\d{2}(?:\sP(?!\w))?)?"
    r"|(?<=[Cc]ase )\d{1,3}/\d{2}|P\d_TA(?:-PROV)?\((?:19|20)\d\d\)\d{4}"
    r"|ECLI:[A-Z]{2}:\w+:\d{4}:[\w.]*\w|EU:[CT]:\d{4}:\d+|(?<=CELEX )\d{5}[A-Z]{1,2}\d{4}|"
    r"(?<=CELEX: )\d{5}[A-Z]{1,2}\d{4}"
    # offices and standards, files of the British state
    r"|(?:FO|CO|WO|CAB|PREM|ADM|HO|DO|FCO)\s\d{1,4}/\d{1,6}(?:/\d+)*"
    r"|Pub\. ?L\.(?: No\.)? \d+-\d+"
    r"|GAO[-/](?:[A-Z]+-)?\d\d-\d+(?:[A-Z]+)?|R(?:M|R|AND)-\d{3,5}(?:-[A-Z]+)?"
    r"|(?:IEEE|ANSI)(?:/[A-Z]+)? Std\.? [A-Z]?\d[\w.]*(?:-\d+)?"
    r"|ISO(?:/IEC)?(?: Standard| TR| TS)?(?: No\.)? \d{3,6}(?:-\d+)?:(?:19|20)\d\d|IEC \d{4,6}(?:-\d+)*:(?:19|20)\d\d"
    r")(?![\w/])"
)


def signs(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the places of the signs in a range of a text.

    >>> text = "Transforming our world (A/RES/70/1). UN Doc. S/RES/1325 (2000). See http://x.org/A/RES/1."
    >>> [text[one:two] for one, two in signs(text, 0, len(text))]
    ['A/RES/70/1', 'S/RES/1325 (2000)']
    """
    if not _SUSPECT.search(raw, start, end):
        return []
    found = []
    for match in _SIGN.finditer(raw, start, end):
        first, last = match.span()
        if raw[last - 1] == ")" and raw.count("(", first, last) < raw.count(")", first, last):
            last -= 1
        found.append((first, last))
    return found
