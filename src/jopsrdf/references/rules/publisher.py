"""This room settles publishers, places and universities: which of two names is which, and where each of them ends."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.tokens import BITS
from jopsrdf.references.words.cues import THESIS
from jopsrdf.references.words.places import KNOWN

_INITIAL = re.compile(r"\b[^\W\d_a-z]\.$")
#: Universities that name their campus behind a comma.
_CAMPUS = re.compile(r"(?:University of (?:California|Wisconsin|Illinois|North Carolina|Texas|Massachusetts|Maryland)|"
                     r"State University of New York)$")  # fmt: skip
_HOME = re.compile(r"(?:Dataverse|Zenodo|Figshare|figshare|Dryad|PANGAEA|ICPSR|OSF)\b")
_DATABASE = re.compile(r"(?:ProQuest|PQDT|UMI)\b")
#: What is printed of a book that was printed again.
_AGAIN = frozenset(("reprint", "repr", "réimpression", "reimpresión", "reimpressão", "nachdruck", "ristampa"))
#: Publishers whose names hold commas.
_PARTNERS = re.compile(
    r"Holt, Rinehart (?:and|&) Winston|Harcourt,? Brace(?:,| &| and) (?:& )?(?:World|Jovanovich|Co(?:mpany|\.)?)|"
    r"Farrar,? Straus,? (?:and|&) (?:Giroux|Cudahy)|Little, Brown(?: (?:and|&) Co(?:mpany|\.)?)?|"
    r"Kegan Paul, Trench(?:, Tr[uü]bner)?(?: (?:and|&) Co\.?)?|Duell, Sloan (?:and|&) Pearce|"
    r"Longmans?, Green(?:,? (?:and|&) Co\.?)?|"
    r"Smith, Elder(?: (?:and|&) Co\.?)?|Ticknor, Reed,? (?:and|&) Fields|"
    r"Appleton,? Century,? Crofts|Dodd, Mead(?: (?:and|&) Co(?:mpany|\.)?)?"
)
_SCHOOL = re.compile(r"univ|inst|college|school|hochschule|academy|\bU$|^U of ", re.IGNORECASE)


def _publisher_initials(sheet: Sheet) -> None:
    """Initials right before a publisher belong to it: "Alfred A. Knopf", "W. W. Norton"."""
    fragments, labels = sheet.fragments, sheet.labels
    for index in range(len(labels) - 1, 0, -1):
        if labels[index] != "P" or labels[index - 1] not in "nL":
            continue
        before = fragments[index - 1]
        is_place = labels[index - 1] == "L" and index > 1 and labels[index - 2] == "L"
        is_named = before.initials and before.kind == "w" and not is_place and sheet.gaps[index] == " "
        if is_named and _INITIAL.search(sheet.raw, before.start, before.end):
            labels[index - 1] = "P"


def _state_behind_place(sheet: Sheet) -> None:
    """A state or country behind a place and its comma is part of the place: "Brasília, DF", "Milwaukee, WI, USA"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_state = labels[index] == "P" and len(sheet.text(index)) == 2 and sheet.text(index).isupper()
        if (
            is_state
            and labels[index - 1] == "c"
            and labels[index + 1 : index + 2] == ["L"]
            and sheet.gaps[index] == ", "
        ):
            is_city = labels[index - 2 : index - 1] == ["c"] and sheet.gaps[index - 1].endswith(", ")
            sheet.put(index - is_city, index + 1, "L")
        if labels[index] != "P" or labels[index - 1] != "L" or sheet.gaps[index] != ", ":
            continue
        is_alone = index + 1 == len(labels) or labels[index + 1] != "P"
        if is_alone and sheet.text(index).rstrip(".").lower() in KNOWN:
            labels[index] = "L"


def _publisher_alone(sheet: Sheet) -> None:
    """Where a date in brackets comes first, publishers have no place: a lonely name at the end is one, if no city."""
    labels = sheet.labels
    if labels.count("L") != 1 or "y" not in labels:
        return
    index, date = labels.index("L"), labels.index("y")
    is_last = all(letter in "uxan" for letter in labels[index + 1 :])
    is_bracketed = sheet.raw[sheet.fragments[date].start - 1] == "(" and date < index
    if is_last and is_bracketed and sheet.gaps[index].endswith(". ") and not _is_known(sheet, index):
        labels[index] = "P"


def _place_in_sentence(sheet: Sheet) -> None:
    """A city in a sentence of its own between title and publisher is the place: "… Nationalism. Ithaca. Cornell"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_between = labels[index - 1] in "tc" and labels[index] == labels[index - 1] and labels[index + 1] == "P"
        if is_between and sheet.gaps[index : index + 2] == [". ", ". "] and _is_known(sheet, index):
            labels[index] = "L"
            return


def _is_known(sheet: Sheet, index: int) -> bool:
    return sheet.text(index).rstrip(".").lower() in KNOWN


def _author_as_publisher(sheet: Sheet) -> None:
    """An organisation that comes again behind its title publishes it: "UNESCO. (1994). … UNESCO."."""
    labels = sheet.labels
    if labels[0] != "A" or "c" not in labels:
        return
    index = labels.index("c")
    author = sheet.raw[sheet.fragments[0].start : sheet.fragments[sheet.stretch(0) - 1].end].rstrip(".")
    is_last = all(letter in "uxanL" for letter in labels[index + 1 :])
    if is_last and "t" in labels[:index] and sheet.text(index).rstrip(".") == author:
        labels[index] = "P"


def _university(sheet: Sheet) -> None:
    """What stands between a degree and the place is the university with its department."""
    labels, fragments = sheet.labels, sheet.fragments
    degree = next((i for i, letter in enumerate(labels) if letter == "g" and fragments[i].flags & BITS["thesis"]), -1)
    if degree < 0 or not THESIS.search(sheet.raw):
        return
    while degree + 1 < len(labels) and labels[degree + 1] == "g" and fragments[degree + 1].flags & BITS["thesis"]:
        degree += 1
    stop = degree + 1
    while (
        stop < len(labels)
        and labels[stop] in "Psgnc"
        and fragments[stop].kind == "w"
        and not set(sheet.gaps[stop]) & set("()[]")
    ):
        stop += 1
    if stop > degree + 1 and {"P"} & set(labels[degree + 1 : stop]):
        named = [place for place in range(degree + 1, stop) if _SCHOOL.search(sheet.text(place))]
        sheet.put(degree + 1, stop if named else degree + 1, "P")
        if stop + 1 < len(labels) and labels[stop : stop + 2] == ["L", "L"] and sheet.gaps[stop] == ". ":
            labels[stop] = "P"
    _campus(sheet, stop)


def _campus(sheet: Sheet, place: int) -> None:
    """A city alone behind a state's university is its campus: "University of California, Berkeley"."""
    is_place = 0 < place < len(sheet.labels) and sheet.labels[place] == "L" and sheet.stretch(place) == place + 1
    if is_place and sheet.gaps[place] == ", " and _CAMPUS.search(sheet.text(place - 1)):
        sheet.labels[place] = "P"


def _degree_in_initials(sheet: Sheet) -> None:
    """Initials right before "thesis" are the degree: "M.S. thesis"."""
    for index in range(len(sheet.labels) - 1):
        is_pair = sheet.labels[index] == "c" and sheet.labels[index + 1] == "g" and sheet.gaps[index + 1] == " "
        if is_pair and sheet.fragments[index].initials and sheet.fragments[index + 1].flags & BITS["thesis"]:
            sheet.labels[index] = "g"


def _university_before_degree(sheet: Sheet) -> None:
    """MLA prints the university before the degree: "2010. Northwestern U, PhD dissertation."."""
    labels = sheet.labels
    for index in range(len(labels) - 1):
        is_pair = labels[index : index + 2] == ["g", "g"] and sheet.gaps[index + 1] == ", "
        if is_pair and not sheet.fragments[index].flags & BITS["thesis"] and _SCHOOL.search(sheet.text(index)):
            labels[index] = "P"


def _publisher_behind_city(sheet: Sheet) -> None:
    """Of two names with a comma between them the city is the place, the other one publishes: "Torino, UTET"."""
    labels = sheet.labels
    if labels.count("L") != 2 or ("c" in labels and "t" in labels):
        return
    index = labels.index("L")
    is_pair = labels[index + 1] == "L" and sheet.gaps[index + 1] == ", "
    if is_pair and _is_known(sheet, index) and not _is_known(sheet, index + 1) and len(sheet.text(index + 1)) > 2:
        labels[index + 1] = "P"


def _database(sheet: Sheet) -> None:
    """A database of theses that is named at the end keeps them, as a publisher does."""
    for index in range(1, len(sheet.labels)):
        is_apart = sheet.labels[index] == "n" and sheet.labels[index - 1] != "P"
        if is_apart and _DATABASE.match(sheet.text(index)) and "." in sheet.gaps[index]:
            sheet.labels[index] = "P"


def _city_before_state(sheet: Sheet) -> None:
    """A name before a state and its comma is a place too: "Englewood, NJ"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_pair = labels[index : index + 2] == ["n", "L"] and sheet.gaps[index + 1] == ", "
        if (
            is_pair
            and sheet.fragments[index].words < 4
            and sheet.text(index + 1).isupper()
            and _is_known(sheet, index + 1)
        ):
            labels[index] = "L"


def _repository(sheet: Sheet) -> None:
    """A repository of data is no place, and a version behind it is none either: "Harvard Dataverse, V8"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] not in "Lns" or not _HOME.search(sheet.text(index)):
            continue
        labels[index] = "P"
        if index + 1 < len(labels) and labels[index + 1] == "L" and any(map(str.isdecimal, sheet.text(index + 1))):
            labels[index + 1] = "n"


def _number_of_publisher(sheet: Sheet) -> None:
    """A number that only a space parts from the publisher at the end is part of its name: "Edições 70"."""
    labels = sheet.labels
    last = max((place for place, letter in enumerate(labels) if letter not in "ua"), default=0)
    if (
        last
        and labels[last - 1 : last + 1] == ["P", "n"]
        and sheet.gaps[last] == " "
        and sheet.fragments[last].kind == "N"
    ):
        labels[last] = "P"


def _marker_as_publisher(sheet: Sheet) -> None:
    """Three words with capitals are neither marker nor number, but a name: "Internet Engineering Task Force"."""
    for index in range(1, len(sheet.labels)):
        words = sheet.text(index).split() if sheet.labels[index] in "xiv" else []
        if len(words) > 2 and all(word[0].isupper() for word in words) and sheet.gaps[index][:1] in (".", ","):
            sheet.labels[index] = "P"
            return


def _acronym_before_place(sheet: Sheet) -> None:
    """A sentence of capitals between the proceedings and the place is the publisher: "(STOC ’71). ACM, New York"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_last = labels[index - 1 : index + 2] == ["c", "c", "L"] and sheet.gaps[index + 1] == ", "
        if is_last and "." in sheet.gaps[index] and sheet.fragments[index].words == 1 and sheet.text(index).isupper():
            labels[index] = "P"


def _part_of_publisher(sheet: Sheet) -> None:
    """A name behind the comma of the publisher, at the end, is its part: "Department of Health, National Institute"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        is_behind = labels[index - 1] + labels[index] == "Pn" and sheet.gaps[index] == ", "
        if is_behind and sheet.fragments[index].capitals > 1 and labels[index + 1 :] in ([], ["u"]):
            labels[index] = "P"


def _name_of_volume(sheet: Sheet) -> None:
    """What stands between a volume and the edition is the volume's name: "vol. 2, Seminumerical Algorithms, 3rd"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_between = labels[index - 1 : index + 2] == ["v", "L", "e"] and "L" in labels[index + 1 :]
        if is_between and sheet.text(index).lower() not in KNOWN:
            labels[index] = "n"


def _reporting_body(sheet: Sheet) -> None:
    """Before the place and the number of a report stands who issued it: "…,” Aerospace Corp., Los Angeles, Tech."."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_behind = labels[index - 1 : index + 2] == ["t", "c", "L"] and sheet.fragments[index - 1].kind == "q"
        stop = sheet.stretch(index + 1) if is_behind else 0
        if is_behind and labels[stop : stop + 1] == ["g"]:
            labels[index] = "P"
            for later in range(stop, len(labels)):
                is_number = labels[later] == "p" and labels[later - 1] == "g" and sheet.gaps[later] == " ("
                labels[later] = "n" if is_number else labels[later]


def _facts_in_brackets(sheet: Sheet) -> None:
    """In brackets a colon stands between place and publisher: "7 vols (Cambridge: University Press, 1959–77), I"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 2):
        is_open = sheet.gaps[index].endswith("(") and labels[index : index + 3] == ["n", "n", "n"]
        is_row = is_open and sheet.gaps[index + 1 : index + 3] == [": ", ", "] and sheet.gaps[index + 3][:1] == ")"
        if is_row and sheet.fragments[index + 2].kind in "YR":
            labels[index : index + 3] = "LPy"


def _and_elsewhere(sheet: Sheet) -> None:
    """Germans print "u. a." behind the first of several places: "3. Aufl., Berlin u. a. 1995"."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        city, _, short = sheet.text(index).rpartition(" ")
        is_short = short == "u" and sheet.text(index + 1) == "a" and sheet.gaps[index + 1] == ". "
        if is_short and city.lower() in KNOWN and labels[index] in "eEtPn":
            sheet.put(index, index + 2, "L")
            return


def _two_firms(sheet: Sheet) -> None:
    """Of two names behind a place, with a colon before each, both publish: "São Paulo: Hucitec: Anpur, 1998"."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_row = labels[index - 2 : index + 1] == ["L", "L", "P"] and sheet.gaps[index - 1] == sheet.gaps[index] == ": "
        if is_row and not _is_known(sheet, index - 1):
            labels[index - 1] = "P"


def _reprint(sheet: Sheet) -> None:
    """What says that a book was printed again is no place: "1936. Reprint, London: Macmillan, 1973"."""
    for index in range(1, len(sheet.labels)):
        if sheet.labels[index] in "LPtc" and sheet.text(index).lower() in _AGAIN and "." in sheet.gaps[index]:
            sheet.labels[index] = "n"


def _partners(sheet: Sheet) -> None:
    """A publisher named by its partners is one name: "Holt, Rinehart and Winston, New York"."""
    match = _PARTNERS.search(sheet.raw)
    for index, fragment in enumerate(sheet.fragments if match else ()):
        if match and match.start() <= fragment.start < match.end() and sheet.labels[index] in "LPtcn":
            sheet.labels[index] = "P"


RULES: tuple[Rule, ...] = (
    Rule(_facts_in_brackets, r"\(nw$", without="LPy"),
    Rule(_and_elsewhere, r"[eEtPn]\. .w$", word="a", without="L"),
    Rule(_two_firms, "^.L: P"),
    Rule(_place_in_sentence, r"^.[tc]\. P", without="L"),
    Rule(_reprint, r"\..*[LPtc]w$", word=" ".join(sorted(_AGAIN))),
    Rule(_partners, word="holt harcourt farrar little kegan duell longmans longman smith ticknor appleton dodd"),
    Rule(_name_of_volume, r"^.v\W*L"),
    Rule(_reporting_body, r"^.L\W*g", without="P"),
    Rule(_part_of_publisher, "P, n"),
    Rule(_acronym_before_place, "c, L", without="P"),
    Rule(_degree_in_initials, "c g"),
    Rule(_university, "g.$"),
    Rule(_university_before_degree, "g, g"),
    Rule(_publisher_initials, "[nL] P"),
    Rule(_state_behind_place, "[cL], P"),
    Rule(_publisher_behind_city, "L, L", without="P"),
    Rule(_publisher_alone, r"\. L.$", without="P"),
    Rule(_author_as_publisher, r"^.c.*[uxanL].$|^.c[\W_]*$", without="P"),
    Rule(_database, r"\..*n.$", word="proquest pqdt umi"),
    Rule(_city_before_state, "n, L"),
    Rule(_repository, "[Lns].$", word="zenodo figshare dryad pangaea icpsr osf", hints=("dataverse",)),
    Rule(_number_of_publisher, "P nN"),
    Rule(_marker_as_publisher, r"^..[.,].*[xiv][^NRYDVIGeu]$", without="P"),
)
