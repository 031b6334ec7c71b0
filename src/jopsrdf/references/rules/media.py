"""This room settles films, recordings, software, data, preprints and archival items by what their brackets say."""

from __future__ import annotations

import re

from jopsrdf.references.rules.sheet import Rule, Sheet
from jopsrdf.references.words.cues import FOND, MEDIA, PREPRINT_SERVER
from jopsrdf.references.words.periodicals import MAGAZINE, NEWSPAPER

#: What a maker did, in brackets behind the name.
_MAKER = re.compile(
    r"(?:executive )?(?:director|producer|creator|host|writer|composer|artist|photographer|speaker|performer|guest|"
    r"narrator|inventor|assignee|developer|distributor|director and \w+|writer (?:and|&) director|regie|diretora?)s?$",
    re.IGNORECASE,
)
_PACKAGE = re.compile(r"\b(?:R|Python|Stata|Julia) package version [\d.]+\d")
_DIRECTED = re.compile(
    r"(?:directed by|dir\. by|direção|dirección(?: de)?|dirigid[oa] por|regie|réalisé par|réalisation|regia di|"
    r"режисс?[её]р)(?!\w)",
    re.IGNORECASE,
)


#: What stands before a colon and the name of who had a part in a film.
_CREDITS = frozenset(
    "direção dirección direction regie réalisation regia produção producción production produktion roteiro guion guión "
    "scénario drehbuch intérpretes elenco interpreti fotografia fotografía música режиссёр режиссер yönetmen".split()
)
#: What recordings are kept on.
_CARRIERS = "lp cd dvd vinyl cassette vhs"
#: Last words of the names of those who publish recordings.
_FIRMS = frozenset(("records", "recordings"))
#: What MLA prints behind a title of the sort of text that it is.
_SORTS = frozenset(("Editorial", "Letter", "Review", "Interview", "Comment", "Blog", "Blog post", "Advertisement"))


def _carrier(sheet: Sheet) -> None:
    """What a recording is kept on, behind its year, publishes nothing: "Abbey Road. Apple Records, 1969. LP"."""
    last = len(sheet.labels) - 1
    is_behind = last > 1 and sheet.labels[last - 1] == "y" and sheet.labels[last] in "Pct"
    if is_behind and sheet.text(last).rstrip(".").lower() in _CARRIERS.split():
        sheet.labels[last] = "n"


def _medium(sheet: Sheet) -> None:
    """What stands in square brackets behind a title and names a medium is neither title nor publisher."""
    labels = sheet.labels
    for index in range(1, len(labels) - 1):
        is_bracketed = sheet.gaps[index].endswith("[") and sheet.gaps[index + 1].startswith("]")
        if not is_bracketed or not {"t", "A"} & set(labels[:index]) or not MEDIA.match(sheet.text(index)):
            continue
        labels[index] = "m"
        _title_before(sheet, index)
        _publisher_behind(sheet, index + 1)
        return


def _title_before(sheet: Sheet, medium: int) -> None:
    """A title goes on until the bracket that names its medium, when the date stands elsewhere."""
    labels = sheet.labels
    first = next(
        (place for place in range(medium) if labels[place] in "tn" and sheet.fragments[place].kind in "wq"), medium
    )
    later = {"y"} & set(labels[medium:]) or {"y"} & set(labels[:first])
    if later and "(" not in "".join(sheet.gaps[first:medium]):
        sheet.put(first, medium, "t")


def _publisher_behind(sheet: Sheet, index: int) -> None:
    """The sentence behind such a bracket names the publisher, if nothing else does."""
    labels = sheet.labels
    if "P" in labels or labels[index] not in "nscL" or not sheet.gaps[index].startswith("]. "):
        return
    stop = index + 1
    while stop < len(labels) and labels[stop] == labels[index] and sheet.gaps[stop] in (" ", ", ", " & "):
        stop += 1
    if (
        stop < len(labels)
        and labels[stop] == "L"
        and labels[index] != "L"
        and sheet.gaps[stop] == ", "
        and stop == index + 1
    ):
        labels[index] = "L" if len(sheet.text(stop)) == 2 else "P"
    elif sheet.text(index)[0].isupper():
        sheet.put(index, stop, "P")


def _maker(sheet: Sheet) -> None:
    """A role in brackets behind the first names is no date; years in the brackets behind it are."""
    labels, fragments = sheet.labels, sheet.fragments
    for index in range(1, min(len(labels) - 1, 12)):
        if not sheet.gaps[index].endswith("(") or not _MAKER.match(sheet.text(index)):
            continue
        labels[index] = "n"
        if set(labels[:index]) <= {"n", "E", "A"}:
            sheet.put(0, index, "A")
        place = index + 1
        if fragments[place].kind in "YR" and sheet.gaps[place].endswith("("):
            labels[place] = "y"
            place += 1
            if place < len(labels) and sheet.text(place).lower() in ("present", "heute", "presente"):
                labels[place] = "y"
                place += 1
            if place < len(labels) and labels[place] == "n" and "t" not in labels:
                labels[place] = "t"
        return


def _directed(sheet: Sheet) -> None:
    """A film that is named first has no author before "Directed by"."""
    labels = sheet.labels
    for index in range(1, len(labels)):
        if labels[index] not in "tcnAE" or not _DIRECTED.match(sheet.raw, sheet.fragments[index].start):
            continue
        if labels[0] == "A" and "t" not in labels[:index]:
            sheet.put(0, sheet.stretch(0) if labels[index] != "A" else index, "t")
        stop = index + 1
        if stop < len(labels) and sheet.gaps[stop] in (": ", " ") and labels[stop] == labels[index]:
            stop += 1
        is_company = stop < len(labels) - 1 and labels[stop] in "Av" and "P" not in labels and sheet.gaps[stop] == ", "
        if is_company and sheet.fragments[stop].kind in "wN" and labels[stop + 1] == "y":
            labels[stop] = "P"
        sheet.put(index, stop, "n")
        return


def _credits(sheet: Sheet) -> None:
    """Who made a film stands behind words of their own: "Direção: Walter Salles. Produção: …"; firms follow them."""
    labels = sheet.labels
    first = next((i for i in range(1, len(labels)) if _is_credit(sheet, i)), 0)
    if not first:
        return
    index = first
    while index < len(labels) and (_is_credit(sheet, index) or not _opens_sentence(sheet, index)):
        if sheet.fragments[index].kind in "YDu":
            break
        labels[index] = "n"
        index += 1
    sheet.put(0, first, "t")
    while index < len(labels) and labels[index] not in "yu":
        if labels[index] not in "LP":
            labels[index] = "P" if sheet.fragments[index].kind == "w" else "n"
        index += 1


def _is_credit(sheet: Sheet, index: int) -> bool:
    is_word = sheet.text(index).lower() in _CREDITS and sheet.gaps[index + 1].startswith(":")
    return is_word and "." in sheet.gaps[index]


def _opens_sentence(sheet: Sheet, index: int) -> bool:
    return "." in sheet.gaps[index] and not sheet.fragments[index - 1].initials


def _firm_behind_host(sheet: Sheet) -> None:
    """The sentence behind the series of an episode names its publisher: "In This American life. WBEZ Chicago."."""
    labels = sheet.labels
    for index in range(2, len(labels)):
        is_edge = labels[index - 1 : index + 1] == ["c", "c"] and sheet.gaps[index] == ". " and "m" in labels[:index]
        if is_edge and labels[sheet.stretch(index) :] in ([], ["u"]) and "x" in labels[:index]:
            sheet.put(index, sheet.stretch(index), "P")
            return


def _firm_of_records(sheet: Sheet) -> None:
    """A firm of records contains nothing: "Abbey Road. Apple Records, 1969"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index - 1] + sheet.labels[index] == "tc" and sheet.stretch(index) == index + 1
        if is_behind and sheet.fragments[index].last in _FIRMS and sheet.fragments[index].kind == "w":
            sheet.labels[index] = "P" if sheet.text(index)[0].isupper() and "." in sheet.gaps[index] else "c"


def _web_medium(sheet: Sheet) -> None:
    """MLA's "Web" between two stops is the medium, the day behind it that of access, a site before it contains."""
    labels = sheet.labels
    for index in range(2, len(labels) - 1):
        is_medium = sheet.text(index) == "Web" and labels[index] != "u" and sheet.fragments[index + 1].kind == "D"
        if not is_medium or sheet.gaps[index + 1] != ". ":
            continue
        labels[index : index + 2] = "na"
        site = next((i + 1 for i in range(index - 1) if labels[i] == "t" and sheet.fragments[i].kind == "q"), index)
        if "c" not in labels and labels[site] in "gn" and site < index - 1:
            labels[site] = "c"
        if "y" not in labels and sheet.fragments[index - 1].kind in "DY":
            labels[index - 1] = "y"
        return


def _firm_of_site(sheet: Sheet) -> None:
    """Of two sentences behind a page's title the site is first, its publisher second: "… Chili.” eHow. Demand Media".

    MLA prints it so before the date and the day of access; a newspaper publishes nothing, but has sections.
    """
    labels = sheet.labels
    for index in range(2, len(labels) - 2):
        stop = sheet.stretch(index)
        is_row = labels[index - 2] + labels[index] == "tc" and sheet.fragments[index - 2].kind == "q"
        is_row = is_row and (labels[index - 1] == "t" or (labels[index - 1] == "c" and "web" in sheet.firsts[stop:]))
        is_dated = labels[stop : stop + 1] == ["y"] and sheet.gaps[stop] == ", " and "a" in labels[stop:]
        if is_row and is_dated and sheet.gaps[index] == ". " and sheet.gaps[index - 1][:1] in set(".?!"):
            name = sheet.raw[sheet.fragments[index].start : sheet.fragments[stop - 1].end]
            if sheet.text(index - 1) not in _SORTS and not (NEWSPAPER.search(name) or MAGAZINE.search(name)):
                labels[index - 1] = "c"
                sheet.put(index, stop, "P")
            return


def _preprint_server(sheet: Sheet) -> None:
    """The name of a preprint server in a sentence of its own is where the text stands: "… learners. arXiv."."""
    for index in range(1, len(sheet.labels)):
        is_asked = sheet.labels[index] in "tnP" and sheet.gaps[index][-2:] in (". ", ", ", "? ")
        text = sheet.text(index)
        is_alone = index + 1 == len(sheet.labels) or sheet.gaps[index + 1][:1] != ":"
        if (
            is_asked
            and is_alone
            and PREPRINT_SERVER.match(text)
            and (sheet.labels[index] == "t" or "preprint" not in text.lower())
        ):
            sheet.labels[index] = "c"


def _package(sheet: Sheet) -> None:
    """The version of a package contains nothing: "R package version 3.3.0"."""
    match = _PACKAGE.search(sheet.raw)
    for index, fragment in enumerate(sheet.fragments if match else ()):
        if match and match.start() <= fragment.start < match.end() and sheet.labels[index] != "u":
            sheet.labels[index] = "n"


def _archival_mark(sheet: Sheet) -> None:
    """From its fond on an archival item has only shelf marks, which no field takes."""
    match = FOND.search(sheet.raw)
    if not match:
        return
    for index, fragment in enumerate(sheet.fragments):
        if fragment.start >= match.start() and sheet.labels[index] != "y":
            sheet.labels[index] = "n"


def _class_of_preprint(sheet: Sheet) -> None:
    """The class in brackets behind a number of arXiv is no name: "arXiv:1706.03762 [cs.CL]"."""
    for index in range(1, len(sheet.labels)):
        is_behind = sheet.labels[index - 1] == "u" and sheet.fragments[index - 1].scheme == "arxiv"
        if is_behind and sheet.gaps[index] == " [":
            sheet.labels[index] = "n"


RULES: tuple[Rule, ...] = (
    Rule(_credits, r"\..*w$", word=" ".join(sorted(_CREDITS)), without="cvp"),
    Rule(_carrier, word=_CARRIERS),
    Rule(_firm_of_records, r"^.t.*\..*cw$", hints=("record",), without="Pvip"),
    Rule(_web_medium, r"^w.\. .D$", word="web"),
    Rule(_firm_of_site, r"^.[tc]\. cw$", without="Pvip"),
    Rule(_maker, r"\(.[wq]$"),
    Rule(
        _directed,
        "[tcnAE].$",
        word="directed dir direção dirección dirigido dirigida regie réalisé réalisation regia режисер режиссер "
        "режисёр режиссёр",
    ),
    Rule(_medium, r"\[..$"),
    Rule(
        _preprint_server,
        "[.,?] [tnP].$",
        word="arxiv biorxiv medrxiv psyarxiv socarxiv chemrxiv edarxiv techrxiv lawarxiv osf preprints ssrn research "
        "hal",
    ),
    Rule(_package, hints=("package version",)),
    Rule(_archival_mark, hints=("оп.", "op.", "inv."), without="u"),
    Rule(_class_of_preprint, r"u \["),
    Rule(_firm_behind_host, r"^.c\. cw$", without="Pvip"),
)
