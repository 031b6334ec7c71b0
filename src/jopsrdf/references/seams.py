"""This room parts a title from the journal behind it where no mark stands between them: "… democracy Social Text 25".

Physicists print none, and other lists lose one. A fragment is cut where capitals begin behind words in small letters,
or before the short form of a journal's first word; so its two halves can bear two labels.
"""

from __future__ import annotations

from dataclasses import replace

from jopsrdf.references.fragments import Fragment

#: Short forms that journals begin with and titles never end in.
_HEADS = frozenset(
    "Phys J Proc Ann Nucl Appl Am Chem Math Astrophys Astron Commun Eur Bull Trans Adv Opt Geophys Biol Sov Rep Phil "
    "Mon Mol Curr Environ Mater Sci Theor Rev Int Z Izv Dokl Prog Electron Biochem Biophys Clin Exp Gen Genet".split()
)
#: Words that journals have in their names, and those that stand before them there.
_JOURNALS = frozenset(
    "Journal Review Revista Revue Rivista Zeitschrift Annals Bulletin Proceedings Transactions".split()
)
_JOINTS = frozenset("of and the & de da do du des für in on for et y e".split())
#: A title that is cut off has so many words.
_FEWEST = 3


def parted(
    raw: str, fragments: list[Fragment], letters: str, leads: list[int]
) -> tuple[list[Fragment], str, list[int]]:
    """Return fragments, labels and leads with a journal cut off its title, where there is one.

    >>> from jopsrdf.references.fragments import cut
    >>> text = "Burke K 1996 Generalized gradient approximation Phys. Rev. 77 3865"
    >>> [text[f.start:f.end] for f in parted(text, cut(text), "Aytcvp", [0] * 6)[0]]
    ['Burke K', '1996', 'Generalized gradient approximation', 'Phys', 'Rev', '77', '3865']
    """
    place, start = _seam(raw, fragments, letters)
    if not start:
        return fragments, letters, leads
    whole = fragments[place]
    head, tail = _halves(raw, whole, start)
    return (
        [*fragments[:place], head, tail, *fragments[place + 1 :]],
        f"{letters[:place]}tc{letters[place + 1 :]}",
        [*leads[: place + 1], *leads[place:]],
    )


def _seam(raw: str, fragments: list[Fragment], letters: str) -> tuple[int, int]:
    """Return the fragment to be cut and the place of the cut, 0 where nothing is cut."""
    if "t" not in letters:
        return _behind_year(raw, fragments, letters)
    place = letters.find("tv") if "c" not in letters else letters.find("tc")
    if place < 1 or fragments[place].kind != "w" or fragments[place].words < 2:
        return 0, 0
    gap = raw[fragments[place].end : fragments[place + 1].start]
    if letters[place + 1] == "c":
        return place, _before_short_form(raw, fragments[place]) if gap == ". " else 0
    is_paged = ("p" in letters or "i" in letters) and "L" not in letters and gap in (" ", ", ")
    return place, _before_capitals(raw, fragments, place) if is_paged else 0


def _behind_year(raw: str, fragments: list[Fragment], letters: str) -> tuple[int, int]:
    """Return the same where all behind the year was taken for the journal: "A 1997 Experimental … Nature 390 575"."""
    place = letters.find("ycv") + 1
    if not place or fragments[place].kind != "w" or fragments[place].words < _FEWEST:
        return 0, 0
    gaps = {raw[fragments[i].end : fragments[i + 1].start] for i in (place - 1, place)}
    return place, _before_capitals(raw, fragments, place) if gaps == {" "} else 0


def _before_short_form(raw: str, whole: Fragment) -> int:
    """Return where the last word begins, if it is the short form that a journal begins with."""
    before, _, last = raw[whole.start : whole.end].rpartition(" ")
    is_apart = last in _HEADS and before.rpartition(" ")[2].islower() and before.rpartition(" ")[2] not in _JOINTS
    return whole.end - len(last) if is_apart and whole.words > _FEWEST else 0


def _before_capitals(raw: str, fragments: list[Fragment], place: int) -> int:
    """Return where the capitals begin that a fragment ends in, behind small letters or at a word for a journal."""
    whole = fragments[place]
    words = raw[whole.start : whole.end].split(" ")
    first = len(words)
    while first and (words[first - 1][:1].isupper() or words[first - 1] in _JOINTS):
        first -= 1
    while first < len(words) and words[first] in _JOINTS:
        first += 1
    if not first:
        first = next((i for i, word in enumerate(words) if i and word in _JOURNALS), 0)
    elif first == len(words) or first + (fragments[place - 1].words if place else 0) < _FEWEST:
        return 0
    return whole.end - len(" ".join(words[first:])) if first else 0


def _halves(raw: str, whole: Fragment, start: int) -> tuple[Fragment, Fragment]:
    """Return a fragment's words before a place, and those from there on."""
    head, tail = raw[whole.start : start].split(), raw[start : whole.end].split()
    one = replace(whole, end=start - 1, words=len(head), capitals=_capitals(head), last=head[-1].lower(), after="_")
    two = replace(whole, start=start, words=len(tail), capitals=_capitals(tail), first=tail[0].lower(), before="_")
    return one, two


def _capitals(words: list[str]) -> int:
    return sum(word[0].isupper() for word in words)
