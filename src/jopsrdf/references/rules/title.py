"""This room settles where titles begin and end: years, quotations and places in them, and what only looks like one."""

from __future__ import annotations

from jopsrdf.references.dates import roman_year
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.cues import THESIS
from jopsrdf.references.words.places import KNOWN

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
_AND = frozenset(("and", "und", "et", "y", "e", "ve", "и"))
#: Quotation marks, as they stand in a set of characters.
_QUOTES = '"“”„«»「」『』《》‘’‹›`'
_BEFORE_YEAR = frozenset(("ca", "c", "circa", "um", "released", "published", "около", "ок"))


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
    places = [index for index, letter in enumerate(labels) if letter in "LP"]
    between = sheet.fragments[places[0] + 1 : places[-1] + 1] if places else []
    if not any("." in fragment.before for fragment in between):
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


def _subtitle(sheet: Sheet) -> None:
    """A colon parts a title from its subtitle, not from a journal, where neither volume nor pages are printed."""
    labels = sheet.labels
    if "c" not in labels:
        return
    index = labels.index("c")
    stop = sheet.stretch(index)
    is_behind = index and labels[index - 1] == "t" and sheet.gaps[index] in (": ", " : ")
    goes_on = stop < len(labels) and labels[stop] == "t" and sheet.gaps[stop] in (": ", " : ")
    if (is_behind and "x" not in labels[index:]) or (goes_on and "t" not in labels[:index]):
        sheet.put(index, stop, "t")


def _carried_on(sheet: Sheet) -> None:
    """No journal begins with "and": what does so behind a comma carries the title on."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if (
            labels[index - 1 : index + 1] == ["t", "c"]
            and sheet.gaps[index] == ", "
            and sheet.fragments[index].first in _AND
        ):
            sheet.put(index, sheet.stretch(index), "t")


def _date_wanted(sheet: Sheet) -> None:
    """Where no date was found, a year in brackets of its own is it, or a day that stands between commas."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        after = sheet.gaps[index + 1] if index + 1 < len(labels) else "."
        is_year = fragments[index].kind == "Y" and sheet.gaps[index].endswith("(") and after[:1] == ")"
        is_day = (
            fragments[index].kind == "D"
            and labels[index] in "tc"
            and (", " in sheet.gaps[index] or labels[index - 1] == "n")
        )
        is_alone = fragments[index].kind == "Y" and labels[index] == "c" and labels[index - 1] not in "ct"
        is_year |= is_alone and sheet.gaps[index].endswith(", ") and after[:1] == ","
        if labels[index] in "tcn" and (is_year or (is_day and after[:1] in ",.")):
            labels[index] = "y"
            return


def _title_wanted(sheet: Sheet) -> None:
    """Without a title the book before place and publisher is it, or the first sentence behind the names."""
    labels = sheet.labels
    if labels[0] not in "AE":
        return
    first = next((place for place, letter in enumerate(labels) if letter not in "AEyT"), len(labels))
    if first == len(labels) or sheet.fragments[first].kind not in "wq":
        return
    is_book = labels[first] == "c" and {"P", "L"} <= set(labels) and not {"i", "p"} & set(labels)
    if is_book or (
        labels[first] == "n" and "c" not in labels and "." in sheet.gaps[first] and sheet.text(first)[0].isupper()
    ):
        sheet.put(first, sheet.stretch(first), "t")


def _parted_from_names(sheet: Sheet) -> None:
    """Only a space never parts names from a title: in "TÉCNICAS. NBR 6023: …" the title begins behind the stop."""
    labels = sheet.labels
    for index in range(2, min(len(labels), 12)):
        is_edge = labels[index - 1 : index + 1] == ["A", "t"] and sheet.gaps[index] == " "
        is_apart = sheet.gaps[index - 1] == ". " and sheet.raw[sheet.fragments[index - 1].end - 1] != "."
        if is_edge and is_apart and len(sheet.text(index - 2).split()[-1].strip(".")) > 2:
            labels[index - 1] = "t"


def _year_of_edition(sheet: Sheet) -> None:
    """A year before "Edition" dates the work where nothing else does: "(Spring 2021 Edition)"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 1):
        is_dated = fragments[index].kind in "YD" and labels[index] in "ceE" and sheet.gaps[index + 1] == " "
        if is_dated and fragments[index + 1].first == "edition":
            sheet.put(index, index + 2, "y")
            labels[index + 1] = "n"
            if sheet.gaps[index - 1].endswith("(") and fragments[index - 1].words == 1:
                labels[index - 1] = "y"
            return


def _title_of_year(sheet: Sheet) -> None:
    """Of two dates in a row the second opens the title whose words go on behind it: "1980. 1848 and After"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 1):
        is_second = labels[index - 1 : index + 2] == ["y", "y", "t"] and fragments[index].kind == "Y"
        if is_second and sheet.gaps[index + 1] == " " and "." in sheet.gaps[index]:
            labels[index] = "t"


def _word_before_year(sheet: Sheet) -> None:
    """A word like "ca." or "Released" before the year is no name."""
    labels = sheet.labels
    for index in range(1, min(len(labels) - 1, 12)):
        if labels[index] in "Atn" and sheet.fragments[index + 1].kind in "YR":
            text = sheet.text(index).strip(".")
            if text.lower() in _BEFORE_YEAR and (text[0].islower() or len(text) > 4):
                labels[index : index + 2] = "ny"


def _roman_year(sheet: Sheet) -> None:
    """A year in Roman numerals is a year where no other is printed."""
    for index in range(1, min(len(sheet.labels), 12)):
        if sheet.labels[index] in "Atn" and roman_year(sheet.text(index).strip(".")):
            sheet.labels[index] = "y"
            return


def _volume_title(sheet: Sheet) -> None:
    """Behind a volume and a colon stands the volume's own title, no series: "Bd. 22, Teil 4: Herrschaft".

    French prints a comma between them: "t. I, La République, Paris, Gallimard".
    """
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_behind = labels[index] in "cs" and labels[index - 1] in "vr"
        is_tome = sheet.gaps[index] == ", " and sheet.text(index - 1)[:2].lower() in ("t.", "to")
        is_behind = is_behind and (sheet.gaps[index] == ": " or is_tome)
        if is_behind and {"P", "L"} & set(labels[index:]) and (is_tome or not {"i", "p"} & set(labels)):
            sheet.put(index, sheet.stretch(index), "n")
            return


def _behind_quotation(sheet: Sheet) -> None:
    """A quotation that ends in a stop is the whole title; the words behind it name what it stands in."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels)):
        before = fragments[index - 1]
        is_edge = labels[index - 1 : index + 1] == ["t", "t"] and before.kind == "q"
        is_plain = fragments[index].kind == "w" and not set(sheet.gaps[index]) & set("[(“")
        if not (is_edge and is_plain and sheet.raw[before.end] in ".," and sheet.text(index)[0].isupper()):
            continue
        stop = sheet.stretch(index)
        following = labels[stop] if stop < len(labels) else ""
        sheet.put(index, stop, following if following == "P" else "c")
        return


def _before_date(sheet: Sheet) -> None:
    """A word that says what the date behind it is of belongs to no title: "Effective March 31, 2020"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_dated = labels[index] in "tcnP" and labels[index + 1] == "y" and sheet.gaps[index + 1] in (" ", ": ")
        if is_dated and sheet.text(index).lower() in _OF_DATE:
            labels[index] = "n"


def _medium_as_title(sheet: Sheet) -> None:
    """A medium like "[Internet]" is no title; what stands before it is one."""
    labels = sheet.labels
    for index in range(1, min(len(labels), 6)):
        is_medium = labels[index] == "t" and sheet.gaps[index].endswith("[") and sheet.text(index).lower() in _ONLINE
        if is_medium and labels.count("t") == 1 and labels[index - 1] in "nA":
            labels[index - 1 : index + 1] = "tx"
    is_site = len(labels) > 1 and labels[0] in "nE" and sheet.gaps[1].endswith("[") and sheet.text(1).lower() in _ONLINE
    if is_site:
        labels[:2] = "tx"


def _said_of_work(sheet: Sheet) -> None:
    """A word like "preprint" behind a title's comma says what the work is, it is no part of its name."""
    for index in range(1, len(sheet.labels)):
        is_word = sheet.labels[index] == "t" and sheet.gaps[index] == ", "
        if is_word and sheet.text(index).lower() in (
            "preprint",
            "manuscript",
            "unpublished",
            "mimeo",
            "unpublished manuscript",
        ):
            sheet.labels[index] = "n"


def _rest_of_title(sheet: Sheet) -> None:
    """What brackets in brackets part from the title goes on with it: "the 2(-Delta C(T)) Method. Methods"."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, len(labels) - 1):
        is_between = labels[index : index + 2] == ["c", "c"] and fragments[index].kind == "w"
        if not is_between or sheet.gaps[index] != ")) " or "." not in sheet.gaps[index + 1]:
            continue
        last = next((place for place in range(index - 1, -1, -1) if labels[place] == "t"), index)
        if set(labels[last + 1 : index]) <= {"A", "L", "n", "s", "c"}:
            sheet.put(last, index + 1, labels[last] if last < index else "c")


def _host_behind_date(sheet: Sheet) -> None:
    """Behind a title and its day in brackets stands the periodical: "Six sites … (2006, November). OJJDP News."."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_behind = labels[index - 1] + labels[index] == "yt" and sheet.gaps[index].startswith("). ")
        if is_behind and "t" in labels[: index - 1] and sheet.fragments[index - 1].kind == "D":
            sheet.put(index, sheet.stretch(index), "c")
            return


def _number_in_title(sheet: Sheet) -> None:
    """The number of a part between a title and the part's own name is no name: "История. Кн. 1. Философия"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index - 1 : index + 2] == ["t", "A", "t"] and sheet.fragments[index].kind in "VI":
            labels[index] = "n"


def _degrees(sheet: Sheet) -> None:
    """A degree sign parts nothing: the title goes on to its sentence's end: "Global warming of 1.5°C: Summary"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] == "t" and "°" in sheet.gaps[index] and labels[index] != "u":
            stop = index + 1
            while stop < len(labels) and "." not in sheet.gaps[stop] and labels[stop] not in "yu":
                stop += 1
            sheet.put(index, stop, "t")
            return


def _place_of_page(sheet: Sheet) -> None:
    """A city in a sentence of its own behind a page's title is the place: "… Erwerbstätigkeit. Wiesbaden. Online"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_last = labels[index - 1 : index + 1] == ["t", "t"] and labels[index + 1] in "xua"
        is_sentence = is_last and sheet.gaps[index] == ". " and sheet.gaps[index + 1].startswith(". ")
        if is_sentence and sheet.text(index).lower() in KNOWN:
            labels[index] = "L"


def _degree_in_note(sheet: Sheet) -> None:
    """What a thesis says about its degree is no note: "In fulfilment of the requirements for the degree of …"."""
    for index, fragment in enumerate(sheet.fragments):
        if sheet.labels[index] in "na" and fragment.kind == "w" and fragment.flags & BITS["thesis"]:
            is_degree = "g" not in sheet.labels and THESIS.search(sheet.raw, fragment.start, fragment.end)
            sheet.labels[index] = "g" if is_degree else sheet.labels[index]


def _subtitle_behind_colon(sheet: Sheet) -> None:
    """What stands behind a title's colon is its subtitle, where no locator tells of a journal."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] == "tc" and sheet.gaps[index] in (": ", "): "):
            sheet.put(index, sheet.stretch(index), "t")
            return


RULES: tuple[Rule, ...] = (
    Rule(_year_in_title, r"[tc]\W*y[YR]"),
    Rule(_title_of_year, "y tw"),
    Rule(_year_of_edition, word="edition", without="y"),
    Rule(_quotation_in_title, rf"^qt\W*[{_QUOTES}]\W*[:：–—‐‑‒―−-]"),
    Rule(_places_in_title, "[^LP](?:[^.]*|.{6,})[LP].$"),
    Rule(_host_behind_date, r"^Dy\)\. t", without="cA"),
    Rule(_number_in_title, "A[VI]$"),
    Rule(_degrees, "t ?°"),
    Rule(_place_of_page, r"^.t\. [xua].$", without="LP"),
    Rule(_degree_in_note, "[na]w$"),
    Rule(_rest_of_title, r"\)\) cw"),
    Rule(_behind_quotation, r'^qt[.,]\W*[”"»’].*tw$', without="c"),
    Rule(_before_date, "[tcnP](?: |: )y", word="effective last updated modified posted published stand"),
    Rule(_medium_as_title, r"\["),
    Rule(_said_of_work, "., t", word="preprint manuscript unpublished mimeo"),
    Rule(_parted_from_names, "A t"),
    Rule(_word_before_year, "^.[Atn].*[YR]$", word=" ".join(_BEFORE_YEAR)),
    Rule(_roman_year, "[Atn].$", without="y"),
    Rule(_subtitle, "t ?: c|c ?: t", without="vip"),
    Rule(_carried_on, "t, c", word=" ".join(_AND)),
    Rule(_volume_title, "[vr][:,] [cs]"),
)
#: What is asked when everything else is settled.
LAST: tuple[Rule, ...] = (
    Rule(_subtitle_behind_colon, r"t\)?: c", without="xvip"),
    Rule(_date_wanted, "[tcn][YD]$", without="y"),
    Rule(_title_wanted, "^[AE]", without="t"),
)
