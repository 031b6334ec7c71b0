"""This room settles labels where a custom of one country decides: `[D]` in China, `//` in Russia, `C.` in Turkey."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS, MONTHS
from jopsrdf.references.words.periodicals import MAGAZINE, NEWSPAPER
from jopsrdf.references.words.places import KNOWN

#: GB/T 7714 prints what a work is, and its carrier, in square brackets behind the title.
_TYPE_MARK = re.compile(r"(?:M|C|N|J|D|R|S|P|G|Z|A|DB|CP|EB|DS)(?:/(?:OL|CD|MT|DK))?")
_HUNG = re.compile(r"[»”“\"’]-")
#: A name as GOST prints it before the title of the host: "Эйхенбаум Б. М.".
_GOST_NAME = re.compile(r"[^\W\d_][^\W\d_-]+ (?:[^\W\d_]\.\s?){1,2}$")
_ROLE_ALONE = re.compile(r"(?:editors?|eds?|orgs?|organizador(?:es)?|coords?|comps?|Hrsg)\.?", re.IGNORECASE)
#: A lone "ed." stands before its names, unless one of these shows that the list puts such words behind them.
_BEHIND_NAMES = ("editor", "eds", "org", "coord", "hrsg")
_TURKISH_VOLUME = re.compile(r"C(?:ilt)?[.:]?\s?\d+")
_TURKISH_NUMBER = re.compile(r"S(?:ayı)?[.:]?\s?\d+(?:-\d+)?")
_TURKISH_PAGE = re.compile(r"ss?\.")
#: The bracket that closes names as editors: "(A. Name and B. Name, eds.)".
_EDITORS_SHUT = re.compile(r"(?:(?<=[^\W\d_]) |(?<=[^\W\d_],) )\(?(?:eds?|editors?|Hrsg|Hg|dirs?|coords?|red|ред)\.?\)")
#: How far behind its opening the bracket of editors may close.
_LONGEST_EDITORS = 160


def _type_mark(sheet: Sheet) -> None:
    """The mark of a type in square brackets is no word of the title, a thesis's mark is its degree: `[D]`."""
    for index in range(1, len(sheet.labels)):
        is_marked = sheet.gaps[index].endswith("[") and _TYPE_MARK.fullmatch(sheet.text(index))
        if is_marked and sheet.labels[index] != "u":
            sheet.labels[index] = "g" if sheet.text(index)[0] == "D" and sheet.text(index)[:2] != "DB" else "n"
            if "t" not in sheet.labels and sheet.labels[index - 1] == "A":
                sheet.labels[index - 1] = "t"
            for later in range(index + 1, len(sheet.labels)):
                is_date = sheet.fragments[later].kind == "D" and sheet.gaps[later].endswith("[")
                sheet.labels[later] = "a" if is_date else sheet.labels[later]
            return


def _hung_suffix(sheet: Sheet) -> None:
    """A suffix hung on a quotation belongs to what the quotation belongs to: «Աշխարհացոյց»-ի."""
    for index in range(1, len(sheet.labels)):
        if sheet.labels[index] != sheet.labels[index - 1] and _HUNG.fullmatch(sheet.gaps[index]):
            sheet.labels[index] = sheet.labels[index - 1]


def _title_round_quotation(sheet: Sheet) -> None:
    """Before GOST's "//" all that follows the first words of the title is title: Как сделана «Шинель» Гоголя //."""
    labels = sheet.labels
    place = next((index for index in range(1, len(labels)) if "//" in sheet.gaps[index]), 0)
    if place and labels[place - 1] == "c" and "t" in labels[: place - 1]:
        first = place - 1
        while labels[first] == "c":
            first -= 1
        if labels[first] == "t" and "." not in sheet.gaps[first + 1]:
            sheet.put(first + 1, place, "t")


def _host_authors(sheet: Sheet) -> None:
    """Names right behind GOST's "//" are the host's authors, and the words behind them its title."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if "//" not in sheet.gaps[index] or not _GOST_NAME.match(sheet.text(index) + " "):
            continue
        stop = index
        while stop < len(labels) and _GOST_NAME.match(sheet.text(stop) + " "):
            stop += 1
        sheet.put(index, stop, "n")
        while stop < len(labels) and labels[stop] in "EAn" and sheet.fragments[stop].kind in "wq":
            labels[stop] = "c"
            stop += 1
            if stop == len(labels) or "." in sheet.gaps[stop] or "/" in sheet.gaps[stop]:
                return
        return


def _turkish_letters(sheet: Sheet) -> None:
    """In "C. 102, S. 1, 1973, s. 169-190" C. is the volume (cilt), S. the issue (sayı), s. the pages (sayfa)."""
    labels, last = sheet.labels, len(sheet.labels)
    volume = next((i for i in range(last) if _TURKISH_VOLUME.fullmatch(sheet.text(i))), last)
    pages = next((i for i in range(volume + 1, last) if _TURKISH_PAGE.match(sheet.text(i))), 0)
    if not pages:
        return
    labels[volume] = "v"
    for index in range(volume + 1, pages):
        if labels[index] in "pni" and _TURKISH_NUMBER.fullmatch(sheet.text(index)):
            labels[index] = "i"


def _editors_behind_host(sheet: Sheet) -> None:
    """The words before "(… and …, eds.)" are the host's title, parted by a comma from that of the chapter."""
    fragments, labels = sheet.fragments, sheet.labels
    for index in range(2, len(labels)):
        start = fragments[index].start
        is_open = sheet.gaps[index].endswith("(") and fragments[index].kind != "e" and labels[index - 1] in "tc"
        shut = _EDITORS_SHUT.search(sheet.raw, start, start + _LONGEST_EDITORS) if is_open else None
        if not shut or sheet.raw.find(")", start, shut.end() - 1) >= 0:
            continue
        stop = index
        while stop < len(labels) and fragments[stop].start < shut.end():
            stop += 1
        sheet.put(index, stop, "E")
        first = index - 1
        while first and sheet.gaps[first].strip() not in (",", "?,", ".", "?", "!", "!,"):
            first -= 1
        if "c" not in labels[:first] and labels[first:index] == ["t"] * (index - first) and "t" in labels[:first]:
            sheet.put(first, index, "c")
        return


def _behind_slashes(sheet: Sheet) -> None:
    """What follows GOST's "//" is the container, whatever it looks like: // Собрание законодательства РФ. 2012."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        letter = labels[index]
        if "//" in sheet.gaps[index] and letter in "tPn" and sheet.fragments[index].kind in "wq":
            while (
                index < len(labels)
                and labels[index] == letter
                and ("." not in sheet.gaps[index] or "//" in sheet.gaps[index])
            ):
                labels[index] = "c"
                index += 1
            return


def _place_behind_statement(sheet: Sheet) -> None:
    """Behind the statement of who edited a book stand place and publisher: / Отв. ред. … Тарту: Тартуский гос. ун-т."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1 if "/" in sheet.raw else 0):
        is_place = labels[index] == "t" and labels[index - 1] in "ET" and ":" in sheet.gaps[index + 1]
        if is_place and "t" in labels[: index - 1] and not {"P", "L"} & set(labels[:index]):
            stop = sheet.stretch(index)
            if "y" in labels[stop:] and sheet.fragments[index].words <= 2:
                labels[index] = "L"
                sheet.put(index + 1, stop, "P")
            return


def _day_behind_year(sheet: Sheet) -> None:
    """A day and a month behind the year in its brackets belong to the date: (1992, 1 de junio)."""
    for index in range(1, len(sheet.labels)):
        is_day = sheet.fragments[index].flags & MONTHS and sheet.gaps[index] == ", " and sheet.labels[index] in "nL"
        if is_day and sheet.labels[index - 1] == "y" and sheet.fragments[index].words <= 3:
            sheet.labels[index] = "y"


def _newspaper(sheet: Sheet) -> None:
    """What is a newspaper's name, where a day dates the work, is the container and no publisher: El País."""
    labels = sheet.labels
    if "P" not in labels or not any(_is_day(sheet, index) for index in range(len(labels))):
        return
    index = labels.index("P")
    name = NEWSPAPER.search(sheet.text(index))
    if name and sheet.stretch(index) == index + 1 and len(name[0]) + len("The ") >= len(sheet.text(index)):
        labels[index] = "c"


def _periodical_in_title(sheet: Sheet) -> None:
    """So it is where it ends what was taken for the title: "(2014, December 9). The lost world. The New Yorker."."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_last = labels[index - 1 : index + 1] == ["t", "t"] and sheet.stretch(index) == index + 1
        if not is_last or sheet.gaps[index] != ". " or not any(_is_day(sheet, i) for i in range(len(labels))):
            continue
        text = sheet.text(index)
        name = NEWSPAPER.search(text) or MAGAZINE.search(text)
        if name and len(name[0]) + len("The ") >= len(text):
            labels[index] = "c"
        return


def _is_day(sheet: Sheet, index: int) -> bool:
    return sheet.labels[index] == "y" and sheet.fragments[index].kind == "D" and " " in sheet.text(index)


def _host_behind_role(sheet: Sheet) -> None:
    """What follows "editors." in a sentence of its own is the host's title: "In: Wehler HU, editor. Soziale …"."""
    labels, lowered = sheet.labels, sheet.raw.lower()
    for index in range(1, len(labels) - 1 if any(map(lowered.__contains__, _BEHIND_NAMES)) else 0):
        is_role = labels[index] == "E" and _ROLE_ALONE.fullmatch(sheet.text(index)) and "." in sheet.gaps[index + 1]
        if (
            not is_role
            or ";" in sheet.gaps[index + 1]
            or labels[index + 1] != "E"
            or sheet.fragments[index + 1].kind not in "wq"
        ):
            continue
        later = index + 2
        while (
            labels[later : later + 1] == ["E"] and sheet.fragments[later].kind in "wq" and "." not in sheet.gaps[later]
        ):
            later += 1
        if "c" not in labels or labels[later : later + 1] == ["c"]:
            sheet.put(index + 1, later, "c")
        return


def _shortened(sheet: Sheet) -> None:
    """A short word in small letters behind a stop carries a Russian name on: "Рос. газ.", "Худож. лит."."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        text, before = sheet.text(index), sheet.text(index - 1)
        is_open = labels[index - 1] in "cPs" and labels[index] in "nctP" and sheet.gaps[index] == ". "
        is_short = sheet.fragments[index].kind == "w" and " " not in text and 2 < len(text) < 8
        is_word = is_open and is_short and "а" <= text[0] <= "ї" and not sheet.fragments[index].flags
        if is_word and before[0].isupper() and len(before.rpartition(" ")[2]) < 7 and "." in _after(sheet, index):
            labels[index] = labels[index - 1]


def _after(sheet: Sheet, index: int) -> str:
    return sheet.gaps[index + 1][:1]


def _place_behind_sentence(sheet: Sheet) -> None:
    """Of two sentences before a publisher only the last is the place: "Проблемы общей психологии. М.: Педагогика"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_pair = labels[index - 1 : index + 1] == ["L", "L"] and sheet.gaps[index] == ". " and "t" in labels[:index]
        if is_pair and sheet.text(index - 1).lower() not in KNOWN and sheet.text(index).rstrip(".").lower() in KNOWN:
            labels[index - 1] = "n"


def _number_before_slashes(sheet: Sheet) -> None:
    """Before GOST's "//" nothing is a journal's volume or issue: the number there is the law's: "№ 152-ФЗ //"."""
    labels = sheet.labels
    place = next((index for index in range(1, len(labels)) if "//" in sheet.gaps[index]), 0)
    for index in range(1, place):
        if labels[index] == "i" and sheet.fragments[index].kind == "I" and "k" not in labels:
            labels[index] = "k"


def _publisher_to_year(sheet: Sheet) -> None:
    """Between ISBD's spaced colon and the comma before the year all is publisher: "М. : Изд. Моск. о-ва, 1902"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index - 1] + labels[index] != "LP" or sheet.gaps[index].strip(".") != " : ":
            continue
        stop = index + 1
        while stop < len(labels) and sheet.fragments[stop].kind == "w" and sheet.gaps[stop] == ". ":
            stop += 1
        if stop < len(labels) and sheet.fragments[stop].kind == "Y" and sheet.gaps[stop].endswith(", "):
            sheet.put(index, stop, "P")
        return


def _editors_behind_stroke(sheet: Sheet) -> None:
    """What stands before GOST's "/" edits nothing: "Проблемы идеализма : сб. ст. / под ред. П. И. Новгородцева"."""
    labels = sheet.labels
    place = next((index for index in range(1, len(labels)) if sheet.gaps[index].endswith(" / ")), 0)
    if place and labels[place - 1 : place + 1] == ["E", "E"] and sheet.fragments[place].flags & BITS["editor"]:
        first = place
        while first and labels[first - 1] == "E":
            first -= 1
        sheet.put(first, place, "n" if first else "t")


def _turkish_edition(sheet: Sheet) -> None:
    """A number before "b." is the edition (baskı, basım): "Klasik Çağ, çev. Ruşen Sezer, 14. b., İstanbul"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_number = sheet.text(index) == "b" and sheet.fragments[index - 1].kind == "N" and sheet.gaps[index] == ". "
        is_apart = sheet.gaps[index - 1] in (", ", ". ") and "." in _after(sheet, index)
        if is_number and is_apart and labels[index - 1] in "tcnTEPve" and labels[index] != "u":
            labels[index - 1 : index + 1] = "en"
            return


def _role_alone(sheet: Sheet) -> None:
    """Names behind a word like "der." publish nothing where a publisher follows: "der. A. B ve C. D, İstanbul, X"."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_role = labels[index - 1] in "ET" and sheet.fragments[index - 1].words == 1 and sheet.gaps[index] == ". "
        if is_role and labels[index] == "P" and "P" in labels[index + 1 :] and labels[index + 1] in "LP":
            is_word = sheet.fragments[index - 1].flags & (BITS["editor"] | BITS["translator"])
            labels[index] = labels[index - 1] if is_word else "P"


RULES: tuple[Rule, ...] = (
    Rule(_place_behind_sentence, r"^.L\. L"),
    Rule(_number_before_slashes, "//"),
    Rule(_publisher_to_year, r"^.L\.? : P"),
    Rule(_editors_behind_stroke, "E.* / E"),
    Rule(_turkish_edition, r"^N.\. .w$", word="b"),
    Rule(_role_alone, r"^.[ET]\. P"),
    Rule(_day_behind_year, "y, [nL]"),
    Rule(_newspaper, "yD$", without="c"),
    Rule(_periodical_in_title, "yD$", without="c"),
    Rule(_host_behind_role, r"E.*\..*E"),
    Rule(_type_mark, r"\[[^u].$"),
    Rule(_hung_suffix, '[»”“"’]-..$'),
    Rule(_title_round_quotation, "c.*//"),
    Rule(_host_authors, "//"),
    Rule(_behind_slashes, "//.*[tPn][wq]$", without="c"),
    Rule(_place_behind_statement, "^.[ET].*t.$"),
    Rule(_turkish_letters, "G$", word="s ss"),
    Rule(_editors_behind_host, r"^.[tc].*\(.[^eYRDNu]$"),
    Rule(_shortened, r"[cPs]\. [nctP]w$"),
)
