"""This room settles where titles begin and end: years, quotations and places in them, and what only looks like one."""

from __future__ import annotations

import re

from jopsrdf.references.cues import NEWSPAPER, THESIS
from jopsrdf.references.dates import roman_year
from jopsrdf.references.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS

_SITE = re.compile(r"(?:Wikipedia|YouTube|Vimeo|Facebook|Twitter|GitHub|Medium|Flickr)\b")
_OF_DATE = frozenset(
    (
        "effective",
        "last modified",
        "last updated",
        "updated",
        "modified",
        "posted",
        "published",
        "last revised",
        "stand",
    )
)
_ONLINE = frozenset(("internet", "online", "on line", "en ligne", "en línea", "on-line", "электронный ресурс"))
#: Series of proceedings that are known by their letters.
_LECTURE_NOTES = frozenset(("LNCS", "LNAI", "LNBIP", "LNEE", "LNM", "CCIS", "AISC", "IFIP", "LIPIcs"))
#: Words before the number of a part of the work itself, which is no series.
_PARTS = frozenset(("part", "vol", "volume", "book", "teil", "band", "bd", "tome", "t", "no", "parte", "том", "ч"))
_AND = frozenset(("and", "und", "et", "y", "e", "ve", "и"))
_CHAPTER = re.compile(r"(?:chap(?:ter|\.)?|kap|cap|ch)\b\.?\s(?:\d+|[ivxlc]+)$", re.IGNORECASE)
_BEFORE_YEAR = frozenset(("ca", "c", "circa", "um", "released", "published", "около", "ок"))
#: Letters of a title, a "publisher", a place and what only periodicals have behind it: a volume, an issue, a day.
_PUBLISHED_AT = re.compile(r"(?<=t)(?P<P>P+)L+[viy]")


def _year_in_title(sheet: Sheet) -> None:
    """A year right behind a title's words belongs to it when another place gives the date: "Censo demográfico 2010"."""
    fragments, labels = sheet.fragments, sheet.labels
    years = [index for index, letter in enumerate(labels) if letter == "y"]
    if len(years) < 2:
        return
    for index in years[:-1]:
        before = index and labels[index - 1] in "tc" and fragments[index].before == "_"
        is_behind_words = fragments[index].kind in "YR" and fragments[index - 1].kind in "wq"
        if before and is_behind_words and fragments[index].after[:1] in ".:,;":
            labels[index] = labels[index - 1]
    last = years[-1]
    is_dated = labels[last] == "y" and sheet.raw[fragments[years[0]].start - 1] == "("
    if is_dated and labels[last - 1] == "t" and fragments[last].before == "_" and fragments[last].kind == "Y":
        labels[last] = "t"


def _quotation_in_title(sheet: Sheet) -> None:
    """A quotation that a colon or dash carries on opens the title, it is not all of it: “I am …”: Gender and Agency."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments[:-1]):
        if fragment.kind != "q" or labels[index] != "t" or fragment.after[:2] not in ('":', '"-'):
            continue
        for later in range(index + 1, len(labels)):
            if fragments[later].kind not in "wqYNR":
                break
            labels[later] = "t"
            if "." in fragments[later].after or "(" in fragments[later].after:
                break


def _places_in_title(sheet: Sheet) -> None:
    """Places between the commas of a title are part of it when publisher or place come in a later sentence."""
    labels = sheet.labels
    if "L" not in labels:
        return
    sentences = _sentences(sheet)
    for number, (start, end) in enumerate(sentences):
        inside = labels[start:end]
        lead = next((letter for letter in inside if letter in "tc"), "")
        if not lead or "L" not in inside or inside[0] not in "xtcE":
            continue
        later = {letter for begin, stop in sentences[number + 1 :] for letter in labels[begin:stop]}
        if later & {"P", "L"} and ("P" not in inside or {"P", "L"} <= later):
            first = min(inside.index(letter) for letter in "LP" if letter in inside)
            for index in range(start + first, end):
                if sheet.fragments[index].kind == "w" and lead in inside[:first]:
                    labels[index] = lead


def _sentences(sheet: Sheet) -> list[tuple[int, int]]:
    """Return the ranges of fragments between full stops."""
    found, start = [], 0
    for index, fragment in enumerate(sheet.fragments, 1):
        if "." in fragment.after or index == len(sheet.fragments):
            found.append((start, index))
            start = index
    return found


def _thesis_in_container(sheet: Sheet) -> None:
    """What calls itself a thesis is none's container: it is the degree, and the names before it the university."""
    labels = sheet.labels
    for index, fragment in enumerate(sheet.fragments):
        is_thesis = labels[index] == "c" and fragment.flags & BITS["thesis"] and fragment.kind == "w"
        if not is_thesis or not THESIS.search(sheet.raw, fragment.start, fragment.end):
            continue
        labels[index] = "g"
        before = index - 1
        while before >= 0 and labels[before] == "c":
            labels[before] = "P"
            before -= 1


def _journal_behind_title(sheet: Sheet) -> None:
    """Where volume and pages are printed there is a journal: the last sentence before them, when nothing else is it."""
    labels, fragments = sheet.labels, sheet.fragments
    if "c" in labels or "s" in labels or "v" not in labels or not {"i", "p"} & set(labels):
        return
    place = min(labels.index("v"), labels.index("y") if "y" in labels else len(labels))
    last = place - 1
    if last < 1 or labels[last - 1 : last + 1] != ["t", "t"] or fragments[last].kind != "w":
        return
    is_titled = fragments[last].words <= 6 and sheet.text(last)[0].isupper()
    is_apart = ("." in sheet.gap(last) or "?" in sheet.gap(last)) and sheet.raw[fragments[last - 1].end - 1] != "."
    if is_titled and is_apart:
        labels[last] = "c"


def _journal_before_place(sheet: Sheet) -> None:
    """A "publisher" before its place and a volume or a day is a journal: "Physis, Rio de Janeiro, v. 17"."""
    labels = sheet.labels
    letters = "".join(labels)
    match = _PUBLISHED_AT.search(letters)
    if not match or "c" in letters[: match.start()]:
        return
    is_day = letters[match.end() - 1] == "y" and sheet.fragments[match.end() - 1].kind == "D"
    if letters[match.end() - 1] != "y" or (
        is_day
        and NEWSPAPER.search(sheet.raw, sheet.fragments[match.start("P")].start, sheet.fragments[match.end("P")].start)
    ):
        sheet.put(*match.span("P"), "c")
        later = letters.find("c", match.end())
        if later >= 0:
            sheet.put(later, sheet.stretch(later), "n")


def _subtitle(sheet: Sheet) -> None:
    """A colon parts a title from its subtitle, not from a journal, where neither volume nor pages are printed."""
    labels = sheet.labels
    if "c" not in labels or {"v", "i", "p"} & set(labels):
        return
    index = labels.index("c")
    stop = sheet.stretch(index)
    is_behind = index and labels[index - 1] == "t" and sheet.gap(index) in (": ", " : ")
    goes_on = stop < len(labels) and labels[stop] == "t" and sheet.gap(stop) in (": ", " : ")
    if (is_behind and "x" not in labels[index:]) or (goes_on and "t" not in labels[:index]):
        sheet.put(index, stop, "t")


def _carried_on(sheet: Sheet) -> None:
    """No journal begins with "and": what does so behind a comma carries the title on."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if (
            labels[index - 1 : index + 1] == ["t", "c"]
            and sheet.gap(index) == ", "
            and sheet.fragments[index].first in _AND
        ):
            sheet.put(index, sheet.stretch(index), "t")


def _date_wanted(sheet: Sheet) -> None:
    """Where no date was found, a year in brackets of its own is it, or a day that stands between commas."""
    labels, fragments = sheet.labels, sheet.fragments
    if "y" in labels:
        return
    for index in range(1, len(labels)):
        after = sheet.gap(index + 1) if index + 1 < len(labels) else "."
        is_year = fragments[index].kind == "Y" and sheet.gap(index).endswith("(") and after[:1] == ")"
        is_day = (
            fragments[index].kind == "D"
            and labels[index] in "tc"
            and (", " in sheet.gap(index) or labels[index - 1] == "n")
        )
        if labels[index] in "tcn" and (is_year or (is_day and after[:1] in ",.")):
            labels[index] = "y"
            return


def _place_of_journal(sheet: Sheet) -> None:
    """A place in brackets behind a journal's title tells it from another one: "Einstein (São Paulo)"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_behind = (
            labels[index - 1 : index + 1] == ["c", "L"] and sheet.gap(index) == " (" and ")" in sheet.gap(index + 1)
        )
        if is_behind and labels[index + 1] in "yv" and "P" not in labels:
            labels[index] = "c"


def _chapter_of(sheet: Sheet) -> None:
    """The number of a chapter before "in" and the book opens the book's stretch: "Chap. 12 in The General Theory"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_pair = labels[index - 1] in "nitxv" and labels[index] in "cx" and sheet.gap(index) == " "
        if is_pair and _CHAPTER.match(sheet.text(index - 1)) and sheet.fragments[index].first == "in":
            labels[index - 1] = "c"
            labels[index] = "c"


def _title_wanted(sheet: Sheet) -> None:
    """Without a title the book before place and publisher is it, or the first sentence behind the names."""
    labels = sheet.labels
    if "t" in labels or labels[0] not in "AE":
        return
    first = next((place for place, letter in enumerate(labels) if letter not in "AEyT"), len(labels))
    if first == len(labels) or sheet.fragments[first].kind not in "wq":
        return
    is_book = labels[first] == "c" and {"P", "L"} <= set(labels) and not {"i", "p"} & set(labels)
    if is_book or (
        labels[first] == "n" and "c" not in labels and "." in sheet.gap(first) and sheet.text(first)[0].isupper()
    ):
        sheet.put(first, sheet.stretch(first), "t")


def _parted_from_names(sheet: Sheet) -> None:
    """Only a space never parts names from a title: in "TÉCNICAS. NBR 6023: …" the title begins behind the stop."""
    labels = sheet.labels
    for index in range(2, min(len(labels), 12)):
        is_edge = labels[index - 1 : index + 1] == ["A", "t"] and sheet.gap(index) == " "
        is_apart = sheet.gap(index - 1) == ". " and sheet.raw[sheet.fragments[index - 1].end - 1] != "."
        if is_edge and is_apart and len(sheet.text(index - 2).split()[-1].strip(".")) > 2:
            labels[index - 1] = "t"


def _words_before_year(sheet: Sheet) -> None:
    """A word like "ca." or "Released" before the year is no name; a year in Roman numerals is a year."""
    labels = sheet.labels
    for index in range(1, min(len(labels), 12)):
        if labels[index] not in "Atn":
            continue
        text = sheet.text(index).strip(".")
        is_word = text.lower() in _BEFORE_YEAR and (text[0].islower() or len(text) > 4)
        if is_word and index + 1 < len(labels) and sheet.fragments[index + 1].kind in "YR":
            labels[index], labels[index + 1] = "n", "y"
        elif "y" not in labels and roman_year(sheet.text(index).strip(".")):
            labels[index] = "y"


def _volume_title(sheet: Sheet) -> None:
    """Behind a volume and a colon stands the volume's own title, no series: "Bd. 22, Teil 4: Herrschaft"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_behind = labels[index] in "cs" and labels[index - 1] in "vr" and sheet.gap(index) == ": "
        if is_behind and {"P", "L"} & set(labels[index:]) and not {"i", "p"} & set(labels):
            sheet.put(index, sheet.stretch(index), "n")
            return


def _behind_quotation(sheet: Sheet) -> None:
    """A quotation that ends in a stop is the whole title; the words behind it name what it stands in."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        before = fragments[index - 1]
        is_edge = labels[index - 1 : index + 1] == ["t", "t"] and before.kind == "q" and "c" not in labels
        is_plain = fragments[index].kind == "w" and not set(sheet.gap(index)) & set("[(“")
        if not (is_edge and is_plain and sheet.raw[before.end] in ".," and sheet.text(index)[0].isupper()):
            continue
        stop = sheet.stretch(index)
        following = labels[stop] if stop < len(labels) else ""
        sheet.put(index, stop, following if following == "P" else "c")
        return


def _site(sheet: Sheet) -> None:
    """A site of many authors that opens a sentence contains the page: "Citation analysis. Wikipedia, The …"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] in "tn" and _SITE.match(sheet.text(index)) and sheet.gap(index)[:1] in (".", "”", '"'):
            sheet.put(index, max(index + 1, sheet.stretch(index)) if labels[index] == "t" else index + 1, "c")
            return


def _before_date(sheet: Sheet) -> None:
    """A word that says what the date behind it is of belongs to no title: "Effective March 31, 2020"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_dated = labels[index] in "tcnP" and labels[index + 1] == "y" and sheet.gap(index + 1) in (" ", ": ")
        if is_dated and sheet.text(index).lower() in _OF_DATE:
            labels[index] = "n"


def _medium_as_title(sheet: Sheet) -> None:
    """A medium like "[Internet]" is no title; what stands before it is one."""
    labels = sheet.labels
    for index in range(1, min(len(labels), 6)):
        is_medium = labels[index] == "t" and sheet.gap(index).endswith("[") and sheet.text(index).lower() in _ONLINE
        if is_medium and labels.count("t") == 1 and labels[index - 1] in "nA":
            labels[index - 1 : index + 1] = "tx"
    is_site = len(labels) > 1 and labels[0] in "nE" and sheet.gap(1).endswith("[") and sheet.text(1).lower() in _ONLINE
    if is_site:
        labels[:2] = "tx"


def _numbered_series(sheet: Sheet) -> None:
    """The last sentence before the place is a series when it ends in a small number: "… Social Sciences 8. London"."""
    labels, fragments = sheet.labels, sheet.fragments
    if "L" not in labels or {"c", "s", "p"} & set(labels):
        return
    stop = labels.index("L")
    index = stop - 2 if fragments[stop - 1].kind == "N" and sheet.gap(stop - 1) == " " else stop - 1
    is_last = index > 0 and labels[index - 1 : stop] == ["t"] * (stop - index + 1) and fragments[index].kind == "w"
    words = sheet.raw[fragments[index].start : fragments[stop - 1].end].split() if is_last else []
    is_numbered = len(words) > 2 and words[-1].isdecimal() and len(words[-1]) < 4 and "." in sheet.gap(index)
    if is_numbered and words[-2].lower().strip(".") not in _PARTS and not fragments[index - 1].initials:
        sheet.put(index, stop, "s")


def _volume_of_series(sheet: Sheet) -> None:
    """A volume behind a series is its number: "Graduate Texts in Mathematics, vol. 52", "LNCS, vol. 4825"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] != "v" or sheet.gap(index) not in (", ", " "):
            continue
        if labels[index - 1] == "s" and "c" not in labels:
            labels[index] = "s"
        elif labels[index - 1] == "c" and sheet.text(index - 1) in _LECTURE_NOTES and "x" in labels[:index]:
            sheet.put(index - 1, index + 1, "s")


def _short_journal(sheet: Sheet) -> None:
    """The head of a shortened journal belongs to its tail: ", Tôhoku Math. J. (2) 9" is no title's end."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    if place < 2 or labels[place - 2 : place] != ["t", "t"] or not sheet.gap(place).startswith(". "):
        return
    stop = sheet.stretch(place)
    is_short = len(sheet.text(place).rstrip(".")) <= 5 and sheet.fragments[place].words == 1
    is_located = stop < len(labels) and labels[stop] == "v"
    head = sheet.fragments[place - 1]
    if is_short and is_located and head.words <= 4 and head.kind == "w" and sheet.gap(place - 1)[:1] in (",", "."):
        labels[place - 1] = "c"


def _said_of_work(sheet: Sheet) -> None:
    """A word like "preprint" behind a title's comma says what the work is, it is no part of its name."""
    for index in range(1, len(sheet.labels)):
        is_word = sheet.labels[index] == "t" and sheet.gap(index) == ", "
        if is_word and sheet.text(index).lower() in (
            "preprint",
            "manuscript",
            "unpublished",
            "mimeo",
            "unpublished manuscript",
        ):
            sheet.labels[index] = "n"


def _journal_in_names(sheet: Sheet) -> None:
    """Behind the initials of a list with families first no further name stands: "Sham, L. J. Phys. Rev. 1965"."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    if place < 2 or labels[place - 2 : place] != ["A", "A"] or sheet.gap(place) != ". ":
        return
    is_word = not sheet.fragments[place - 1].initials and sheet.fragments[place - 1].words == 1
    is_inverted = sheet.gap(1)[:1] == ","
    if is_word and is_inverted and sheet.fragments[place - 2].initials and sheet.gap(place - 1) == " ":
        labels[place - 1] = "c"


def _rest_of_title(sheet: Sheet) -> None:
    """What a closing bracket alone parts from the title goes on with it: "the 2(-Delta C(T)) Method. Methods"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 1):
        is_between = labels[index - 1 : index + 2] == ["t", "c", "c"] and fragments[index].kind == "w"
        if is_between and set(sheet.gap(index)) == {")", " "} and "." in sheet.gap(index + 1):
            labels[index] = "t"


def _degree_in_note(sheet: Sheet) -> None:
    """What a thesis says about its degree is no note: "In fulfilment of the requirements for the degree of …"."""
    for index, fragment in enumerate(sheet.fragments):
        if sheet.labels[index] in "na" and fragment.kind == "w" and fragment.flags & BITS["thesis"]:
            is_degree = "g" not in sheet.labels and THESIS.search(sheet.raw, fragment.start, fragment.end)
            sheet.labels[index] = "g" if is_degree else sheet.labels[index]


RULES: tuple[Rule, ...] = (
    Rule(_year_in_title),
    Rule(_quotation_in_title),
    Rule(_places_in_title),
    Rule(_thesis_in_container),
    Rule(_degree_in_note),
    Rule(_journal_behind_title),
    Rule(_journal_before_place),
    Rule(_rest_of_title, (")) ",)),
    Rule(_behind_quotation, ("”", '"', "»")),
    Rule(_site, ("wikipedia", "youtube", "vimeo", "facebook", "twitter", "github", "medium", "flickr")),
    Rule(_before_date, tuple(_OF_DATE)),
    Rule(_medium_as_title, ("[",)),
    Rule(_place_of_journal, (" (",)),
    Rule(_chapter_of, (" in ", " en ", " em ")),
    Rule(_numbered_series),
    Rule(_volume_of_series),
    Rule(_journal_in_names),
    Rule(_short_journal),
    Rule(_said_of_work, ("preprint", "manuscript", "unpublished", "mimeo")),
    Rule(_parted_from_names),
    Rule(_words_before_year),
    Rule(_subtitle, (": ", " : ")),
    Rule(_carried_on, (", and ", ", und ", ", et ", ", y ", ", e ", ", ve ", ", и ")),
    Rule(_volume_title, (": ",)),
)
#: What is asked when everything else is settled.
LAST: tuple[Rule, ...] = (Rule(_date_wanted), Rule(_title_wanted))
