"""This room settles where the names at the head of a reference end and where its title begins."""

from __future__ import annotations

import re

from jopsrdf.references.family_first import is_family_first
from jopsrdf.references.name_parts import CJK, is_initials, is_particle
from jopsrdf.references.organisations import is_organisation
from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.given_names import GIVEN
from jopsrdf.references.words.name_words import AND, NAME_SUFFIXES
from jopsrdf.references.words.places import KNOWN

#: Cities that print a river or a state behind a stroke or in short form: "Frankfurt/M.", "Frankfurt a. M.".
_CITY = re.compile(r"(?:Frankfurt|Halle|Freiburg|Mülheim|Offenbach)(?:/| a\.| am | i\.)")
_CONSTITUTION = re.compile(r"Constitui(?:ção|ções)|Constituci[óo]n(?:es)?|Constitution", re.IGNORECASE)
#: Last words of what bodies call the texts that they pass.
_SORTS = frozenset("recommendation note draft standard report".split())
#: Words before initials that are no family names.
_NO_FAMILY = GIVEN | AND
#: So many fragments may a list of names have that is looked through.
_HEAD = 24


def _is_name(text: str) -> bool:
    """Say whether words have the look of a full name: two to five, with capitals but for particles."""
    words = text.split()
    is_long = 2 <= len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper()
    return is_long and all(word[0].isupper() or is_particle(word) or word == "y" for word in words)


def _joined_names(sheet: Sheet) -> None:
    """Names in reading order go on to "X and Y" before a comma, if a title follows: "A. Name, B. Name and C. Name,"."""
    labels = sheet.labels
    first = sheet.stretch(0)
    if labels[0] != "A" or (sheet.fragments[0].words < 2 and sheet.gaps[1][:1] == ","):
        return
    for index in range(first, min(first + 4, len(labels) - 1)):
        if labels[index] != "t" or sheet.gaps[index] not in (", ", " ", ". ") or sheet.fragments[index].kind != "w":
            return
        words = sheet.raw[sheet.fragments[_start_of_name(sheet, index)].start : sheet.fragments[index].end].split()
        if any(_is_pair(words, place) for place, word in enumerate(words) if word in AND):
            if labels[index + 1] == "t" and sheet.gaps[index + 1].startswith(", "):
                sheet.put(first, index + 1, "A")
            elif labels[index + 1] == "c" and "t" not in labels[index + 1 :] and sheet.gaps[index + 1] == ", ":
                _title_from_container(sheet, first, index + 1)
            return
        if not _is_name(" ".join(words)):
            return


def _start_of_name(sheet: Sheet, index: int) -> int:
    """Return the fragment in which the name begins whose end a fragment holds: initials cut names in pieces."""
    while index > 0 and (
        sheet.gaps[index] == " " or (sheet.gaps[index] == ". " and _ends_in_initial(sheet, index - 1))
    ):
        index -= 1
    return index


def _ends_in_initial(sheet: Sheet, index: int) -> bool:
    return len(sheet.text(index).rpartition(" ")[2]) < 3


def _is_pair(words: list[str], joint: int) -> bool:
    return _is_name(" ".join(words[:joint])) and _is_name(" ".join(words[joint + 1 :]))


def _title_from_container(sheet: Sheet, first: int, title: int) -> None:
    """Where the last name was taken for the title, the first words of the container are it."""
    journal = next((i for i in range(title + 1, sheet.stretch(title)) if sheet.gaps[i] == ", "), 0)
    if journal:
        sheet.put(first, title, "A")
        sheet.put(title, journal, "t")


def _title_in_names(sheet: Sheet) -> None:
    """Where initials go with each name, what has none is the title: "N. Elias, Über den Prozeß … (1939), Frankfurt"."""
    labels, fragments = sheet.labels, sheet.fragments
    stop = sheet.stretch(0) if labels[0] == "A" else 0
    if not 1 < stop <= _HEAD or "t" in labels or not any(letter in "yLPcET" for letter in labels[stop : stop + 1]):
        return
    if labels[stop] in "ET" and (sheet.fragments[stop].words < 2 or sheet.gaps[stop] != ", "):
        return
    first = _first_without_initials(sheet, stop)
    if not first or any(fragment.initials for fragment in fragments[first : stop - 1]):
        return
    last = stop
    while last - 1 > first and _is_city(sheet, last - 1):
        last -= 1
    sheet.put(first, last, "t")
    sheet.put(last, stop, "L")


def _city_behind_year(sheet: Sheet) -> None:
    """A city of two words behind the year of the original is no title: "(1939), Frankfurt/M. 1976"."""
    labels = sheet.labels
    for place in range(1, len(labels) - 1):
        is_behind = labels[place - 1] == "y" and labels[place] in "tn" and sheet.gaps[place] == "), "
        if is_behind and sheet.fragments[place + 1].kind == "Y" and _CITY.match(sheet.text(place)):
            labels[place : place + 2] = "Ly"


def _first_without_initials(sheet: Sheet, stop: int) -> int:
    """Return the first fragment behind a name with initials that has neither initials nor a joint, 0 if none has."""
    head = sheet.text(0).split()
    leads, ends = "." in head[0] and is_initials(head[0]), len(head) > 1 and is_initials(head[-1])
    if leads == ends or "." not in sheet.raw[: sheet.fragments[min(stop, 2) - 1].end + 1]:
        return 0
    for index in range(1, stop):
        if leads and index == 1 and len(head) == 1 and sheet.gaps[1] == " ":
            continue
        text = sheet.text(index)
        is_apart = sheet.gaps[index].endswith(", ") and not sheet.fragments[index].initials
        if is_apart and text.split()[0] not in AND and text.strip(".").casefold() not in NAME_SUFFIXES:
            return 0 if any(is_initials(word) and "." in word for word in text.split()) else index
    return 0


def _is_city(sheet: Sheet, index: int) -> bool:
    return bool(_CITY.match(sheet.text(index))) or sheet.text(index).rstrip(".").lower() in KNOWN


def _title_word(sheet: Sheet) -> None:
    """A single word that ends the names before a title is its beginning: "C. Ginzburg, Spie. Radici di un …"."""
    labels = sheet.labels
    stop = sheet.stretch(0) if labels[0] == "A" else 0
    if not 1 < stop < len(labels) or labels[stop] != "t" or not sheet.gaps[stop].startswith(". "):
        return
    last = sheet.fragments[stop - 1]
    is_given = stop == 2 and not sheet.fragments[0].initials
    if is_given or last.words != 1 or last.initials or CJK.match(sheet.raw, last.start):
        return
    if _is_third(sheet, stop) or _is_sentence(sheet, stop - 1) or _first_without_initials(sheet, stop) == stop - 1:
        labels[stop - 1] = "t"


def _is_third(sheet: Sheet, stop: int) -> bool:
    """Say whether one inverted name is before a third single word: "Ginzburg, Carlo, Nondimanco. Machiavelli, …"."""
    is_plain = all(fragment.words == 1 and not fragment.initials for fragment in sheet.fragments[:stop])
    is_row = stop == 3 and sheet.gaps[1] == sheet.gaps[2] == ", "
    return is_row and is_plain and not is_organisation(sheet.text(0))


def _is_sentence(sheet: Sheet, place: int) -> bool:
    """Say whether a full stop that ends no initial is before a word: "Harari, Yuval Noah. Sapiens. Een kleine …"."""
    if place < 2 or sheet.gaps[place] != ". " or sheet.gaps[1][:1] != ",":
        return False
    before = sheet.text(place - 1).rpartition(" ")[2]
    is_word = len(before) > 3 and before[1:].islower() and not is_initials(sheet.text(place))
    return is_word and not is_organisation(sheet.raw[: sheet.fragments[place].end])


def _initial_in_title(sheet: Sheet) -> None:
    """An initial before a colon belongs to the name before it: "Adorno, Th. W.: Minima Moralia"."""
    stop = sheet.stretch(0) if sheet.labels[0] == "A" else 0
    if 1 < stop < len(sheet.labels) - 1 and sheet.labels[stop] == "t" and sheet.gaps[stop] in (" ", ". "):
        until = sheet.text(stop) + sheet.gaps[stop + 1]
        if len(sheet.text(stop)) < 4 and is_initials(sheet.text(stop)) and ".:" in until:
            sheet.labels[stop] = "A"


def _family_behind_initials(sheet: Sheet) -> None:
    """Initials alone are no name: "W. E. B. Du Bois. The Souls of …"; a title follows the family name."""
    labels = sheet.labels
    stop = sheet.stretch(0) if labels[0] == "A" else 0
    if not 0 < stop < len(labels) - 1 or labels[stop : stop + 2] != ["t", "t"] or sheet.gaps[stop] != " ":
        return
    words = sheet.text(stop).split()
    is_name = len(words) < 5 and all(word[0].isupper() or is_particle(word) or word == "y" for word in words)
    given = sheet.raw[sheet.fragments[0].start : sheet.fragments[stop - 1].end].split()
    if is_name and sheet.gaps[stop + 1] in (". ", ", ", ", “") and all(map(is_initials, given)):
        labels[stop] = "A"


def _items_of_container(sheet: Sheet) -> None:
    """A host that seems to open with "and" begins where its colon's sentence does: "X: Theories, and Policies"."""
    labels = sheet.labels
    place = labels.index("c") if "c" in labels else 0
    if place < 2 or labels[place - 1] != "t" or sheet.fragments[place].first not in AND or sheet.gaps[place] != ", ":
        return
    colon = next((i for i in range(place, 1, -1) if labels[i - 1] == "t" and sheet.gaps[i][:1] == ":"), 0)
    if colon > 1 and labels[colon - 2 : colon] == ["t", "t"] and sheet.gaps[colon - 1][:2] in (", ", "? "):
        sheet.put(colon - 1, place, "c")


def _title_behind_initials(sheet: Sheet) -> None:
    """Behind initials that end a name only a comma leads to another one: "Schumpeter J. A. Capitalism, Socialism".

    A given name with one initial may want its family name: "John R. Commons".
    """
    labels = sheet.labels
    for index in range(1, min(sheet.stretch(0), _HEAD) if labels[0] == "A" else 0):
        if sheet.gaps[index] != " " or sheet.raw[sheet.fragments[index - 1].end - 1] != ".":
            continue
        family, *initials = sheet.text(index - 1).split()
        is_whole = len(initials) > 1 and all(map(is_initials, initials)) and family.lower() not in _NO_FAMILY
        if not is_whole or len(family) < 3 or is_initials(family):
            continue
        text, following = sheet.text(index), labels[index + 1 : index + 2]
        is_word = not sheet.fragments[index].initials and text[0].isupper() and text.split()[0] not in AND
        if is_word and following == ["t"] and text.strip(".").casefold() not in NAME_SUFFIXES:
            labels[index] = "t"
        return


def _title_behind_colon(sheet: Sheet) -> None:
    """A colon closes the first names, and the title begins behind it: "Kierkegaard, Søren: Enten – Eller. Et …".

    So it is behind an inverted name, and behind the bracket of editors: "Harth, Dietrich (Hg.): Mnemosyne. Formen …".
    """
    labels = sheet.labels
    names = sheet.stretch(0) if labels[0] in "AE" else 0
    stop = sheet.stretch(names) if labels[0] == "E" and labels[names : names + 1] == ["A"] else names
    place = next((i for i in range(1, min(stop, _HEAD)) if sheet.gaps[i].endswith(": ")), 0)
    if not place or labels[place] != "A" or labels[stop : stop + 1] != ["t"]:
        return
    is_shut = place == names and sheet.gaps[place].endswith("): ")
    is_inverted = place > 1 and sheet.gaps[1] == ", " and not is_organisation(sheet.text(0))
    is_listed = any(set(sheet.gaps[i]) & set(",;/&") for i in range(place + 1, stop))
    if (is_shut or is_inverted) and not is_listed and not any(one.initials for one in sheet.fragments[place:stop]):
        sheet.put(place, stop, "t")


def _dashed_names(sheet: Sheet) -> None:
    """Names of one custom with a dash between them are both authors: "Gyáni Gábor – Kövér György: Magyarország …"."""
    labels = sheet.labels
    is_pair = labels[:2] == ["A", "t"] and sheet.gaps[1] in (" – ", " — ", " - ") and len(labels) > 2
    if is_pair and sheet.gaps[2].startswith(":") and labels[2] == "t":
        names = sheet.text(0).split(), sheet.text(1).split()
        if all(1 < len(words) < 5 and is_family_first(words) for words in names):
            labels[1] = "A"


def _title_before_slashes(sheet: Sheet) -> None:
    """Right before GOST's "//" stands the title, behind it may stand the authors again, and the host's title."""
    labels = sheet.labels
    place = next((index for index in range(1, len(labels)) if "//" in sheet.gaps[index]), 0)
    if not place:
        return
    if place > 1 and labels[:place] == ["A"] * place and sheet.fragments[place - 2].initials:
        labels[place - 1] = "A" if "." in sheet.text(place - 1) else "t"
    if sheet.text(place) == sheet.text(0) and sheet.fragments[place].initials and place + 1 < len(labels):
        labels[place] = "n"
        if labels[place + 1] in "tcEAn" and "c" not in labels[place + 1 :]:
            sheet.put(place + 1, max(place + 2, sheet.stretch(place + 1)), "c")


def _constitution(sheet: Sheet) -> None:
    """The heading "Constituição (1988)" behind a country is no name."""
    if sheet.labels[:2] == ["A", "A"] and sheet.gaps[1] == ". " and _CONSTITUTION.fullmatch(sheet.text(1)):
        sheet.labels[1] = "n"


def _year_of_original(sheet: Sheet) -> None:
    """A year in brackets behind a title is the original's, if another one ends the reference: "… (1939), Frankfurt"."""
    labels, fragments = sheet.labels, sheet.fragments
    if labels[0] != "A" or sheet.gaps[sheet.stretch(0)] != ", ":
        return
    for index in range(2, len(labels) - 2):
        is_year = fragments[index].kind == "Y" and sheet.gaps[index] == " (" and sheet.gaps[index + 1] == "), "
        if not is_year or labels[index - 1] != "t" or labels[index] not in "ty":
            continue
        later = next((place for place in range(index + 2, len(labels)) if fragments[place].kind == "Y"), 0)
        is_open = "(" not in sheet.raw[fragments[index].end : fragments[later].start]
        if later and is_open and sheet.text(later) > sheet.text(index) and labels[later] in "ynt" and "c" not in labels:
            labels[index] = labels[later] = "y"
            if labels[later - 1] == "t" and sheet.gaps[later] == " ":
                labels[later - 1] = "L"
        return


def _year_of_title(sheet: Sheet) -> None:
    """Of two years one that opens a title's sentence, or that a dash ties to the title, belongs to it."""
    labels, fragments = sheet.labels, sheet.fragments
    years = [place for place, letter in enumerate(labels) if letter == "y" and fragments[place].kind == "Y"]
    for place in years if len(years) > 1 else ():
        opens = 1 < place < len(labels) - 1 and labels[place - 1 : place + 2] == ["y", "y", "t"]
        opens = opens and sheet.gaps[place].endswith(". ") and sheet.gaps[place + 1] == " "
        ends = place > 1 and labels[place - 1] == "t" and sheet.gaps[place] in (" – ", " — ") and place != years[-1]
        labels[place] = "t" if opens or ends else "y"


def _title_before_statement(sheet: Sheet) -> None:
    """Before GOST's "/" and its editors stands a title, one word before a colon too: "Политология: курс / под ред."."""
    labels = sheet.labels
    if labels[:1] != ["A"] or sheet.gaps[1].strip() != ":" or sheet.fragments[0].initials:
        return
    statement = next((place for place in range(1, len(labels)) if sheet.gaps[place].endswith(" / ")), 0)
    is_russian = labels[1] == "t" and sheet.fragments[0].words == 1 and "Ѐ" < sheet.text(0)[0] < "ӿ"
    if statement and labels[statement] == "E" and (is_russian or sheet.gaps[1] == " : "):
        labels[0] = "t"


def _edited_title(sheet: Sheet) -> None:
    """What editors at the head edited is the title: "Bobbio, Norberto … (a cura di), Dizionario di politica, …"."""
    labels = sheet.labels
    if labels[0] != "E" or "t" in labels or labels.count("x") or {"v", "i", "p", "u"} & set(labels):
        return
    place = sheet.stretch(0)
    stop = sheet.stretch(place) if place < len(labels) else place
    if any(fragment.flags & BITS["conference"] for fragment in sheet.fragments[place:stop]):
        return
    if labels[place : place + 1] == ["c"] and {"L", "P"} & set(labels[place:]):
        sheet.put(place, stop, "t")
        cities = [i for i in range(stop, len(labels)) if labels[i] == "L"]
        if len(cities) == 2 and "P" not in labels and _is_city(sheet, cities[0]) and not _is_city(sheet, cities[1]):
            labels[cities[1]] = "P"


def _edited_page(sheet: Sheet) -> None:
    """What editors at the head edited is the first sentence, a kind of report the second: "… W3C Recommendation"."""
    labels = sheet.labels
    first = sheet.stretch(0)
    if labels[0] != "E" or labels[first : first + 1] != ["c"] or labels[first - 1] != "E":
        return
    stop = sheet.stretch(first)
    sentence = next((i for i in range(first + 1, stop) if sheet.gaps[i].startswith(". ")), stop)
    if sentence < stop and sheet.fragments[stop - 1].last in _SORTS:
        sheet.put(first, sentence, "t")
        sheet.put(sentence, stop, "s")


def _title_behind_role(sheet: Sheet) -> None:
    """What stands behind the bracket of "(red.)" at the head is the title: "Tomczyk M. (red.), Socjologia, wyd. 3"."""
    labels = sheet.labels
    stop = sheet.stretch(0)
    if labels[0] != "E" or {"t", "c"} & set(labels):
        return
    for index in range(2, stop):
        is_behind = ")" in sheet.gaps[index] and sheet.fragments[index - 1].flags & BITS["editor"]
        if is_behind and sheet.gaps[index - 1].endswith("("):
            sheet.put(index, stop, "t")
            return


def _small_capitals(sheet: Sheet) -> None:
    """What lawyers print in small capitals is a book: "JOHN RAWLS, A THEORY OF JUSTICE 3 (1971)"; the page follows."""
    labels = sheet.labels
    if labels[:4] != ["A", "c", "v", "y"] or sheet.gaps[1:4] != [", ", " ", " ("]:
        return
    if sheet.text(0).isupper() and sheet.text(1).isupper() and sheet.fragments[1].words > 2:
        labels[1:3] = "tp"


RULES: tuple[Rule, ...] = (
    Rule(_small_capitals, "^wA, cw$", without="tP"),
    Rule(_joined_names, r"^(?:.A(?:, | )|[VIG]A\. )tw$"),
    Rule(_city_behind_year, r"^.y\), [tn].$", word="frankfurt halle freiburg mülheim offenbach"),
    Rule(_title_in_names, "^.A.*, A.$", without="t"),
    Rule(_title_word, r"^wA\. .*t.$"),
    Rule(_family_behind_initials, "^.A t.$"),
    Rule(_initial_in_title, r"^.t\.?: "),
    Rule(_items_of_container, "^.t, c.$", word=" ".join(sorted(AND))),
    Rule(_title_behind_initials, r"^.A A.$"),
    Rule(_title_behind_colon, r"^.[AE]\W*: A.$"),
    Rule(_dashed_names, "^.A [–—-] t.$"),
    Rule(_title_before_slashes, "//"),
    Rule(_constitution, r"^.A\. A.$", word="constituição constituições constitución constituciones constitution"),
    Rule(_year_of_original, r"^.t \([ty]Y$"),
    Rule(_year_of_title, r"^.y.*\. yY$|^.t [–—] yY$"),
    Rule(_title_before_statement, " / E"),
    Rule(_title_behind_role, r"^.E\W*\)\W*E", without="tc"),
    Rule(_edited_page, r"^.E.*c.$", without="txvip"),
    Rule(_edited_title, "^.E.*c.$", without="txvipu"),
)
