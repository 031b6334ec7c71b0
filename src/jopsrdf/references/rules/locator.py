"""This room settles volumes, issues, pages, editions and dates of access where a printed word says what they are."""

from __future__ import annotations

import re

from jopsrdf.references.dates import is_span_of_years
from jopsrdf.references.rules.sheet import Rule, Sheet

_ARTICLE = re.compile(r"(?:article|art)(?![\w-]|\s[^\W\d]{3})", re.IGNORECASE)
_VOLUME = re.compile(r"(?:vol|volume|bd|tome|том|т)\b\.?\s[A-Z]{0,3}-?\d+", re.IGNORECASE)
_EDITION = re.compile(r"(?:edisi|édition|auflage|edición|edição)\s\w+$", re.IGNORECASE)
_PAGES_OF_PART = re.compile(r"(?:pages?|pp?|págs?)\.?\s[A-Z]{1,4}-?\d", re.IGNORECASE)
_PAGE_MARK = re.compile(r"(?:С|с|S|s|pp?|P)\.?$")
_ACCESSED = re.compile(
    r"(?:(?:last )?accessed|retrieved|viewed|visited|consultée?|consultad[oa]|consultato|citado|cited|acesso|acessado|"
    r"acedido|abgerufen|aufgerufen|(?:letzter )?zugriff|recuperado|erişim(?: tarihi)?|дата (?:обращения|звернення)|"
    r"diakses|դիտվել|dostęp|geraadpleegd|hämtad|cit)\b",
    re.IGNORECASE,
)
#: A page of a newspaper: its section's letter and a number.
_SECTION_PAGE = re.compile(r"[A-Z]{1,2}\d{1,2}$")
_SEASONS = frozenset("spring summer fall autumn winter frühjahr sommer herbst printemps été automne hiver".split())
_TIME = re.compile(r"\d{1,2}[:h]\d\d(?:[:m]\d\d)?")
_NUMBERED = re.compile(r"[a-z]{1,5}\d{3,8}")
#: Three capitals or more, one of which no numeral has.
_LETTERS = re.compile(r"(?=[A-Z]{3})[CDILMVX]*[ABE-HJKN-UWYZ][A-Z]*")
#: Words that count the volumes of a work.
_VOLUMES = ("voll", "vols", "tt", "tomi", "tomos", "bde", "bände")
_ROMAN_PAGES = re.compile(r"[ivxl]+\s?[–-]\s?[ivxl]+$")
#: What newspapers call their sections.
_SECTIONS = ("caderno", "cuaderno", "cuerpo", "sección", "seção", "secção", "section", "sec", "sezione", "buch")


def _stray_volume(sheet: Sheet) -> None:
    """Four digits of a year before ";" and a volume are the date, as Vancouver prints it: "Nature. 1970;227(5259)"."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments[:-1]):
        is_date = fragment.kind == "Y" and labels[index] in "vntc" and fragment.after[:1] == ";"
        if not is_date or fragments[index + 1].kind not in "NR":
            continue
        labels[index : index + 2] = "yv"
        for later in range(index + 2, min(index + 4, len(labels))):
            mark, kind = fragments[later].before[:1], fragments[later].kind
            labels[later] = "i" if mark == "(" else "p" if mark in ":)" and kind in "NRw" else labels[later]


def _is_paged(sheet: Sheet, index: int, later: int) -> bool:
    """Say whether a fragment is the mark of the pages behind it, or pages that count anew in each part."""
    labels, fragment = sheet.labels, sheet.fragments[index]
    if labels[index] == "i" and labels[later] == "p":
        return bool(_PAGE_MARK.fullmatch(sheet.raw, fragment.start, fragment.end))
    return labels[index] == "n" and "p" not in labels and bool(_PAGES_OF_PART.match(sheet.raw, fragment.start))


def _worded_locators(sheet: Sheet) -> None:
    """A word before a locator says what it is, whatever its place: "Article 160018", "Vol. IT-22", "(Edisi 9)"."""
    labels, raw = sheet.labels, sheet.raw
    for index, fragment in enumerate(sheet.fragments):
        letter = labels[index]
        if letter not in "inp":
            continue
        later = index + 1 if index + 1 < len(labels) else index
        if _ARTICLE.match(raw, fragment.start, fragment.end + 2) and "p" not in labels and letter in "in":
            labels[index] = "p"
            labels[later] = "p" if labels[later] == "i" else labels[later]
        elif _is_paged(sheet, index, later):
            labels[index] = "p"
        elif letter in "np" and "v" not in labels and (match := _VOLUME.match(raw, fragment.start)):
            labels[index] = "v"
            if match.end() > fragment.end and labels[later] == "n":
                labels[later] = "v"
        elif letter == "n" and "e" not in labels:
            last = later if labels[later] == "n" and sheet.gaps[later] == " " else index
            if _EDITION.match(raw, fragment.start, sheet.fragments[last].end):
                sheet.put(index, last + 1, "e")


def _page_mark(sheet: Sheet) -> None:
    """A single "S." before a range is no initial and no publisher: "Suhrkamp, S. 1336–1340"."""
    for index in range(1, len(sheet.labels)):
        mark = sheet.fragments[index - 1]
        if sheet.labels[index] == "p" and sheet.fragments[index].kind == "R" and sheet.gaps[index] == " ":
            is_mark = mark.kind == "w" and _PAGE_MARK.fullmatch(sheet.raw, mark.start, mark.end)
            sheet.labels[index - 1] = "p" if is_mark else sheet.labels[index - 1]


def _bare_marker(sheet: Sheet) -> None:
    """What follows a bare "vol." is the volume, whatever it looks like: "vol. IT-22"."""
    labels = sheet.labels
    for index in range(len(labels) - 1):
        is_marker = labels[index] in "vn" and sheet.text(index).lower() in ("vol", "volume", "bd")
        if is_marker and sheet.gaps[index + 1] in (". ", " ") and len(sheet.text(index + 1)) < 8:
            labels[index : index + 2] = "vv"


def _volume_behind_title(sheet: Sheet) -> None:
    """A volume in words that ends a title's stretch is the volume: "… Age of Philip II. Vol. 1. Translated by"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_last = labels[index - 1 : index + 1] == ["t", "t"] and labels[index + 1] in "TELPy"
        if is_last and "v" not in labels and sheet.fragments[index].kind == "V" and sheet.gaps[index] in (". ", ", "):
            labels[index] = "v"


def _volume_in_title(sheet: Sheet) -> None:
    """So is one between a title and the volume's own name, which has no field: "…, t. 1 : Arts de faire, Paris"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_inside = labels[index - 1 : index + 2] == ["t", "t", "t"] and sheet.fragments[index].kind == "V"
        if is_inside and sheet.gaps[index] == ", " and sheet.gaps[index + 1] in (" : ", ": "):
            stop = sheet.stretch(index)
            if labels[stop : stop + 1] == ["L"]:
                labels[index] = "v"
                sheet.put(index + 1, stop, "n")
            return


def _number_behind_volume(sheet: Sheet) -> None:
    """A letter and a number behind a volume and a colon are the article's number: "2021;372:n71"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index] in "ni" and sheet.labels[index - 1] in "vi" and sheet.gaps[index].endswith(":")
        if is_behind and "p" not in sheet.labels and any(map(str.isdecimal, sheet.text(index))):
            sheet.labels[index] = "p"


def _bare_volume(sheet: Sheet) -> None:
    """A number right behind a container, with nothing between, is its volume: "SWP Comment 9. Berlin: …"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] + labels[index] == "cn" and sheet.gaps[index] == " "
        if is_behind and sheet.fragments[index].kind == "N":
            labels[index] = "v"
            return


def _edition(sheet: Sheet) -> None:
    """A number with the word for an edition names no editor: "(3rd ed.)"."""
    for index, fragment in enumerate(sheet.fragments):
        if fragment.kind == "e" and sheet.labels[index] in "EnP":
            sheet.labels[index] = "e"


def _series_of_journal(sheet: Sheet) -> None:
    """A figure in brackets behind a journal's title is its series when a volume follows: "Ann. of Math. (2) 141"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        if labels[index - 1 : index + 2] != ["c", "v", "i"]:
            continue
        series, volume = sheet.fragments[index], sheet.fragments[index + 1]
        is_bracketed = sheet.raw[series.start - 1] == "(" and sheet.raw[series.end : volume.start] == ") "
        if is_bracketed and series.end - series.start == 1:
            labels[index : index + 2] = ["c", "v"]


def _access_word(sheet: Sheet) -> None:
    """What "Retrieved" or "citado" opens is the date of access, as far as its brackets or its sentence go."""
    fragments, labels = sheet.fragments, sheet.labels
    for index, fragment in enumerate(fragments):
        if labels[index] not in "nxayt" or fragment.kind != "w":
            continue
        later = index + 1
        is_dated = later < len(labels) and labels[later] in "nya" and fragments[later].kind in "DYN"
        is_dated = is_dated and set(sheet.gaps[later]) <= set(" :.,")
        if labels[index] != "a" and not (is_dated or labels[index] == "n"):
            continue
        if not _ACCESSED.match(sheet.raw, fragment.start):
            continue
        if is_dated:
            labels[index : later + 1] = "aa"
        elif labels[index] == "n":
            labels[index] = "a"


def _time_of_access(sheet: Sheet) -> None:
    """A time of day behind the day of access counts nothing: "Acesso em: 10 jan. 2002, 16:30:30"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] == "a" and labels[index] in "vinpy" and sheet.fragments[index].kind == "N"
        match = _TIME.match(sheet.raw, sheet.fragments[index].start) if is_behind else None
        if match:
            stop = index
            while stop < len(labels) and sheet.fragments[stop].start < match.end():
                stop += 1
            sheet.put(index, stop, "n")
            return


def _cited_after_update(sheet: Sheet) -> None:
    """Of two dates in the same brackets the one behind "cited" is that of access, the other that of a change."""
    for index in range(len(sheet.labels)):
        if sheet.labels[index] == "a" and sheet.text(index).lower() in ("updated", "modified", "atualizado", "revised"):
            sheet.put(index, min(index + 2, len(sheet.labels)), "n")


def _pages_of_newspaper(sheet: Sheet) -> None:
    """A letter and a number behind a newspaper of a certain day are pages: "The Washington Post, A1, A4"."""
    labels = sheet.labels
    if not any(label == "y" and sheet.fragments[place].kind == "D" for place, label in enumerate(labels)):
        return
    for index, letter in enumerate(labels):
        if letter == "v" and _SECTION_PAGE.match(sheet.text(index)):
            labels[index] = "p"


def _section_of_newspaper(sheet: Sheet) -> None:
    """Behind a day, the number of a newspaper's section is no volume: "28 jun. 1999. …, Caderno 8, p. 13"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_section = sheet.firsts[index - 1] in _SECTIONS and sheet.fragments[index - 1].words == 1
        is_numbered = labels[index - 1] in "nc" and labels[index] in "vi" and sheet.gaps[index] == " "
        if is_section and is_numbered and any(part.kind == "D" for part in sheet.fragments[:index]):
            labels[index - 1 : index + 1] = "nn"


def _roman_pages(sheet: Sheet) -> None:
    """Small Roman numerals with a dash between them are pages, behind whatever title: ", vii–ix."."""
    for index, letter in enumerate(sheet.labels):
        is_short = letter in "tcnE" and 0 < sheet.fragments[index].words < 3
        if is_short and index and _ROMAN_PAGES.fullmatch(sheet.text(index)) and "," in sheet.gaps[index]:
            sheet.labels[index] = "p"


def _first_pages(sheet: Sheet) -> None:
    """Of two ranges with a comma between them both are pages: "32–33, 122–124"."""
    for index in range(len(sheet.labels) - 1):
        is_pair = sheet.labels[index] in "ni" and sheet.labels[index + 1] == "p" and sheet.gaps[index + 1] == ", "
        if is_pair and sheet.fragments[index].kind == "R":
            sheet.labels[index] = "p"


def _words_for_pages(sheet: Sheet) -> None:
    """Words without a number are no pages; behind a title they carry it on: "…, and the Reimagining of Politics"."""
    for index in range(2, len(sheet.labels)):
        fragment = sheet.fragments[index]
        if sheet.labels[index] == "p" and fragment.kind == "w" and fragment.words > 2 and sheet.gaps[index] == ", ":
            lead = next((letter for letter in reversed(sheet.labels[:index]) if letter in "tc"), "")
            sheet.labels[index] = "p" if any(map(str.isdecimal, sheet.text(index))) or not lead else lead


def _bracketed_count(sheet: Sheet) -> None:
    """Where a "№" follows, the number in a volume's brackets counts through all series: "Т. 12 (54), № 2"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_pair = labels[index - 1 : index + 2] == ["v", "i", "i"] and sheet.fragments[index + 1].kind == "I"
        if is_pair and sheet.gaps[index].endswith("(") and sheet.gaps[index + 1] == "), ":
            labels[index] = "n"


def _count_of_volumes(sheet: Sheet) -> None:
    """A number before the word for volumes is no page: "Einaudi, 1975, 4 voll."."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_count = sheet.firsts[index] in _VOLUMES and sheet.fragments[index - 1].kind == "N"
        if is_count and labels[index - 1] == "p" and sheet.gaps[index] == " ":
            labels[index - 1 : index + 1] = "nn"


def _season(sheet: Sheet) -> None:
    """A season in the brackets behind a volume counts nothing: "International Organization 49 (Summer): 379–414"."""
    for index, letter in enumerate(sheet.labels):
        if letter == "i" and sheet.gaps[index].endswith("(") and sheet.text(index).lower() in _SEASONS:
            sheet.labels[index] = "n"


def _years_of_title(sheet: Sheet) -> None:
    """A span of years between a title and its place is no pages: "…, The First Year, 1918–1919. Berkeley: …".

    Nor is it where pages with their word follow.
    """
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_behind = labels[index - 1] in "tc" and labels[index] == "p" and sheet.gaps[index] == ", "
        is_between = is_behind and (labels[index + 1] == "L" or "G" in _kinds_of_pages(sheet, index + 1))
        if is_between and "y" in labels and is_span_of_years(sheet.text(index)):
            labels[index] = labels[index - 1]


def _kinds_of_pages(sheet: Sheet, first: int) -> set[str]:
    """Return the kinds of what was taken for pages from a fragment on; those with their own word are `G`."""
    return {
        part.kind for part, letter in zip(sheet.fragments[first:], sheet.labels[first:], strict=True) if letter == "p"
    }


def _article_number(sheet: Sheet) -> None:
    """Letters and digits behind an issue and a comma are the article's number: "Science, 349(6251), aac4716"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index] == "n" and sheet.labels[index - 1] in "iv" and "," in sheet.gaps[index]
        if is_behind and "p" not in sheet.labels and _NUMBERED.fullmatch(sheet.text(index)):
            sheet.labels[index] = "p"


def _extent(sheet: Sheet) -> None:
    """A number before "p." counts the pages of a book, where no journal is named: "1995. 220 p. ISBN …"."""
    if not set("cvi") & set(sheet.labels):
        for index, fragment in enumerate(sheet.fragments):
            if sheet.labels[index] == "p" and fragment.kind == "g" and " " in sheet.text(index):
                sheet.labels[index] = "n"


def _page_behind_journal(sheet: Sheet) -> None:
    """Lawyers print the volume before the journal and the page behind it: "(2005) 16(4) Public Law Review 279"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_behind = labels[index - 1 : index + 1] == ["c", "n"] and sheet.gaps[index] == " "
        if is_behind and sheet.fragments[index].kind == "N" and "v" in labels[:index]:
            labels[index] = "p"


def _word_for_volume(sheet: Sheet) -> None:
    """Letters that are no numeral are no volume: "season 1, episode 1, WBEZ, 3 Oct. 2014"."""
    for index, letter in enumerate(sheet.labels):
        is_word = letter == "v" and sheet.fragments[index].kind == "w" and sheet.fragments[index].words == 1
        if is_word and _LETTERS.fullmatch(sheet.text(index)) and sheet.gaps[index] == ", ":
            sheet.labels[index] = "n" if "P" in sheet.labels else "P"


RULES: tuple[Rule, ...] = (
    Rule(_word_for_volume, ", vw$"),
    Rule(_page_behind_journal, "c nN$", without="p"),
    Rule(_years_of_title, "[tc], pR$"),
    Rule(_article_number, r"[iv]\)?, nw$", without="p"),
    Rule(_extent, "pg$", without="cvi"),
    Rule(_count_of_volumes, "^N. .w$|^Np ", word=" ".join(_VOLUMES)),
    Rule(_bracketed_count, r"i\), iI$"),
    Rule(_season, r"\(iw$", word=" ".join(sorted(_SEASONS))),
    Rule(_words_for_pages, ", pw"),
    Rule(_stray_volume, "^Y[vntc] *;.*[NR]$", without="y"),
    Rule(
        _worded_locators,
        "[inp][^NRYDGu]$",
        word="article art vol volume bd tome том т edisi édition auflage edición edição p pp s с page pages págs pág",
    ),
    Rule(_page_mark, "[A-Za-z] pR", word="s с p pp"),
    Rule(_bare_marker, r"^[wq][vn](?:\. | )..$", word="vol volume bd"),
    Rule(_bare_volume, "c nN", without="v"),
    Rule(_volume_behind_title, r"t(?:\. |, )tV", without="v"),
    Rule(_volume_in_title, r"t, tV", without="vc"),
    Rule(_number_behind_volume, "^.[vi].*:[ni].$", without="p"),
    Rule(_series_of_journal, r"v\) i"),
    Rule(_access_word, "[na]w$|^w[xyt][ :.,]*[nya][DYN]$"),
    Rule(_time_of_access, r"a\W*[vinpy]N$"),
    Rule(_cited_after_update, "a.$", word="updated modified atualizado revised"),
    Rule(_pages_of_newspaper, "yD$"),
    Rule(_section_of_newspaper, "^.[nc] [vi]N$", word=" ".join(_SECTIONS)),
    Rule(_roman_pages, ",.*[tcnE][wq]$"),
    Rule(_first_pages, "R[ni], p"),
)
#: What is asked when everything else is settled.
LAST: tuple[Rule, ...] = (Rule(_edition, "[EnP]e$"),)
