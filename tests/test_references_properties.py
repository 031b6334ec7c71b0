"""Laws of the reference reader: what holds for any text, however damaged, long or hostile."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from time import process_time
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jopsrdf import identifiers, references
from jopsrdf.errors import Where
from jopsrdf.records import PartialDate, Reference
from jopsrdf.references import entry
from jopsrdf.references.entry import LONGEST
from jopsrdf.text import clean

#: The same examples on each run: a law that breaks, breaks for everyone.
lawful = settings(derandomize=True, deadline=None, max_examples=250)

#: Pieces that references are made of, parted by ` ¦ `; strung together they give lines that no style ever printed.
PIECES = """
Granovetter, Mark S. ¦ and ¦ Kathryn Sikkink ¦ van der Waerden, B. L. ¦ World Bank ¦ et al. ¦ ——— ¦ Ders. ¦ & ¦ ;
1973 ¦ (1992) ¦ [1859] ¦ n.d. ¦ in press ¦ 2021-05-11 ¦ March 3, 2020 ¦ 1401هـ ¦ (o. J.) ¦ 1590–1600 ¦ 0000
“The Strength of Weak Ties.” ¦ «Histoire et sciences sociales» ¦ Social Theory ¦ 『無縁・公界・楽』 ¦ 乡土中国[M].
American Journal of Sociology ¦ Vestnik RUDN. ¦ In: ¦ In ¦ // ¦ / ¦ edited by ¦ (Hrsg.) ¦ Translated by ¦ ed. ¦ red.
78 (6): 1360–1380 ¦ 3 (1(7): 24-36 ¦ vol. 12, no. 3, pp. 1-9 ¦ Т. 1. № 2. С. 3–11 ¦ 16(5): 366-370 ¦ S. 12 f. ¦ e124
Cambridge, MA: ¦ Harvard University Press ¦ М.: Наука, ¦ Springer, Cham ¦ 2nd ed. ¦ NBER Working Paper 12741 ¦ PhD diss.
https://doi.org/10.1086/225469 ¦ doi:10.1175/1520-0469(1968)025<1095:ATOTQB>2.0.CO;2 ¦ https://www.w3.org/TR/ ¦ xii–xiv
ISBN 978-0-300-07815-2 ¦ Accessed May 4, 2021. ¦ [cito:extends] ¦ [12]
"""
SIGNS = [piece for line in PIECES.splitlines() for piece in line.split(" ¦ ") if piece]
SIGNS += [*"•.,:()[]“”«»\"'", "\u200f", "\u00ad", "\u00a0", "\t", "\n"]
LINES = st.lists(st.sampled_from(SIGNS), max_size=14).map(" ".join)
TEXTS = st.one_of(LINES, st.text(max_size=120), st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))

#: Words that only say what comes next: they need not stand in any value, because they hold none.
MARKERS = set(
    """
    in en em dans nel w и and y e et i ve und al others vd vb др та дкк dkk u a by ed eds edited editor editors
    editado hrsg hg herausgegeben von org orgs dir coord comp red ред haz trans translated translator trad
    tradução traducción übers tłum çev пер przeł penerj ترجمة ترجمهٔ cura di de der del the from with at
    available disponível disponible erişim adresi url online internet электронный ресурс ligne accessed
    retrieved cito 等 译 interview interviewed
    """.split()
)
#: Fields whose value is what was printed, but for the white space.
VERBATIM = ("title", "container_title", "collection_title", "publisher", "publisher_place", "university", "edition")


def read(raw: str) -> Reference:
    """Read one line, and check what holds for every answer: the line is kept and the answer is JSON."""
    reference = references.read(raw)
    assert reference.raw == raw
    json.dumps(references.as_json(reference))
    return reference


def words(text: str) -> Counter[str]:
    """Return the words of a text, without case, and how often each stands in it."""
    return Counter(re.findall(r"\w+", text.casefold()))


@given(raw=TEXTS)
@lawful
def test_any_text_is_read(raw: str) -> None:
    """No text makes the reader fail, and nothing of the text is changed."""
    read(raw)


@given(raw=TEXTS)
@lawful
def test_spans_lie_in_the_text(raw: str) -> None:
    """Each span holds characters of the line, spans are in order, and two of one field never overlap."""
    spans = read(raw).spans
    assert list(spans) == sorted(spans)
    assert all(0 <= span.start < span.end <= len(raw) for span in spans)
    for label in {span.label for span in spans}:
        assert all(a.end <= b.start for a, b in pairwise(span for span in spans if span.label == label))


@given(raw=TEXTS)
@lawful
def test_no_word_is_lost(raw: str) -> None:
    """What neither a value nor the remainder holds is a word that only announces a value, and never a number."""
    reference = read(raw)
    taken = [" "] * len(raw)
    for number, char in enumerate(raw):
        if not any(span.start <= number < span.end for span in reference.spans):
            taken[number] = char
    kept = words(" ".join((*reference.remainder, reference.label, *reference.intents)))
    lost = words("".join(taken)) - kept
    assert {word for word in lost if word not in MARKERS and any(char.isalnum() for char in word)} == set()


@given(raw=LINES)
@lawful
def test_nothing_is_made_up(raw: str) -> None:
    """A title, a name or a place stands in the line as it is read; nothing is respelt or completed."""
    found = references.as_json(read(raw))
    printed = clean(raw)
    values = [found[field] for field in VERBATIM if field in found]
    people = [agent for role in ("authors", "editors", "translators") for agent in found.get(role, [])]
    values += [part for agent in people for part in agent.values()]
    assert [value for value in values if value not in printed] == []


@given(raw=TEXTS)
@lawful
def test_dates_are_dates(raw: str) -> None:
    """Every date that is read is a date of the calendar."""
    found = references.as_json(read(raw))
    for field in ("date", "accessed", "submitted"):
        assert field not in found or str(PartialDate.parse(found[field])) == found[field]
    assert 0 < found.get("year", 1) < 10000


@given(raw=TEXTS)
@lawful
def test_confidences_are_probabilities(raw: str) -> None:
    """Every confidence lies between 0 and 1, and a line that cites a work has one for the whole record."""
    reference = read(raw)
    confidence = dict(reference.confidence)
    assert "record" in confidence or reference.work is None
    assert all(0 <= value <= 1 for value in confidence.values())


@given(raw=TEXTS)
@lawful
def test_a_read_identifier_reads_as_itself(raw: str) -> None:
    """The value of an identifier, parsed again under its scheme, is the same identifier."""
    work = read(raw).work
    for identifier in work.identifiers if work else ():
        assert identifiers.parse(identifier.url or identifier.value, identifier.scheme) == identifier


@given(lines=st.lists(TEXTS, max_size=8))
@lawful
def test_lines_read_together_say_what_each_of_them_says(lines: list[str]) -> None:
    """Reading lines three by three gives what each of them gives behind the last one that cites a work."""
    alone: list[Reference] = []
    for number, line in enumerate(lines, 1):
        previous = next((one for one in reversed(alone) if one.work), None)
        alone.append(references.read(line, position=number, previous=previous))
    with patch.object(entry, "TOGETHER", 3):
        assert entry.read_all(lines) == alone


@given(lines=st.lists(TEXTS.filter(str.strip), max_size=8))
@lawful
def test_a_list_loses_no_line(lines: list[str]) -> None:
    """The entries of a list hold all its characters, in their order."""
    given_lines = [Reference(raw=line, position=number) for number, line in enumerate(lines, 1)]
    found = references.read_list(given_lines, Where("any"))
    assert "".join("".join(entry.raw for entry in found).split()) == "".join("".join(lines).split())


@given(raw=LINES)
@lawful
def test_composition_does_not_count(raw: str) -> None:
    """A line in decomposed letters gives the same title as the composed one."""
    composed = references.as_json(read(unicodedata.normalize("NFC", raw)))
    decomposed = references.as_json(read(unicodedata.normalize("NFD", raw)))
    assert unicodedata.normalize("NFC", decomposed.get("title", "")) == composed.get("title", "")


#: What an attacker or a broken export may send, `n` characters of it.
HOSTILE: dict[str, Callable[[int], str]] = {
    "opening brackets": lambda n: "(" * n,
    "closing brackets": lambda n: ")" * n,
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "mixed brackets": lambda n: "([{<" * (n // 4),
    "straight quotation marks": lambda n: '"' * n,
    "opening quotation marks": lambda n: "“" * n,
    "apostrophes": lambda n: "'" * n,
    "digits": lambda n: "1" * n,
    "years": lambda n: "1973 " * (n // 5),
    "page ranges": lambda n: "1-2, " * (n // 5),
    "numbers with dots": lambda n: "1." * (n // 2),
    "commas": lambda n: "," * n,
    "semicolons": lambda n: ";" * n,
    "full stops": lambda n: "." * n,
    "initials": lambda n: "A. " * (n // 3),
    "letters with stops": lambda n: "a." * (n // 2),
    "spaces": lambda n: " " * n,
    "dashes": lambda n: "—" * n,
    "hyphens between letters": lambda n: "a-" * (n // 2),
    "one word": lambda n: "a" * n,
    "capital words": lambda n: "Aa " * (n // 3),
    "names": lambda n: "Weber, Max, " * (n // 12),
    "names joined by and": lambda n: "Max Weber and " * (n // 14),
    "et al.": lambda n: "et al. " * (n // 7),
    "In:": lambda n: "In: " * (n // 4),
    "edited by": lambda n: "edited by " * (n // 10),
    "marks of direction": lambda n: "\u200f" * n,
    "combining marks": lambda n: "e" + "\u0301" * n,
    "line breaks": lambda n: "\n" * n,
    "slashes": lambda n: "/" * n,
    "addresses": lambda n: "http://a.b/c " * (n // 13),
    "one long address": lambda n: "http://a.b/" + "c/" * (n // 2),
    "DOI prefixes": lambda n: "10.1000/" * (n // 8),
    "doi:": lambda n: "doi:" * (n // 4),
    "percent signs": lambda n: "https://doi.org/10.1000/" + "%2F" * (n // 3),
    "ISBNs": lambda n: "ISBN 978 " * (n // 9),
    "annotations": lambda n: "[cito:extends] " * (n // 15),
    "Chinese": lambda n: "中" * n,
    "Arabic digits": lambda n: "١٩٨١ " * (n // 5),
    "issue brackets": lambda n: "3 (1(7): " * (n // 9),
    "Roman numerals": lambda n: "MDCLXVI" * (n // 7),
    "tags": lambda n: "<i>" * (n // 3),
    "months": lambda n: "March 3, " * (n // 9),
    "spaces between words": lambda n: "a" + " " * (n - 2) + "b",
    "spaces before an identifier": lambda n: "a. " + " " * (n - 13) + "10.1000/x",
    "commas of the East": lambda n: "ed. " + "、 " * (n // 2 - 4) + "Hrsg.",
    "apostrophes before digits": lambda n: "'1 " * (n // 3),
}
#: Characters that patterns repeat.
RUNS = "\t \n\xa0\u3000\u200b.,;:-–—/()[]{}«»“”\"'‘’0aA№&#*…。、،=+_~|<>%@!?"


def seconds(text: str) -> float:
    """Return the processor time that reading a text takes, the better of two runs."""
    times = []
    for _ in range(2):
        start = process_time()
        references.read(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_line_costs_little(name: str) -> None:
    """A hostile line of 100 kB costs less than 50 ms of processor time."""
    assert seconds(HOSTILE[name](100_000)) < 0.05


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear_in_length(name: str) -> None:
    """The longest line that is read at all takes 50 ms at most, or twenty times what a tenth of it takes."""
    long = seconds(HOSTILE[name](LONGEST))
    assert long < 0.05 or long < 20 * seconds(HOSTILE[name](LONGEST // 10))
    assert long < 1


@pytest.mark.parametrize("frame", ["a{}b", "Weber, M. 1922. {} Tübingen: Mohr.", "In: {} (Eds.)"])
def test_a_run_of_one_character_costs_little(frame: str) -> None:
    """A run of any character, alone or with blanks, costs at most 50 ms within the longest line that is read."""
    texts = [frame.format(run * ((LONGEST - 40) // len(run))) for mark in RUNS for run in (mark, f"{mark} ")]
    assert not [text[:40] for text in texts if seconds(text) > 0.05]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lists_are_read(name: str) -> None:
    """A list with a hostile line between two references still has these two, and the line."""
    lines = [
        "Gellner, Ernest. 1983. Nations and Nationalism. Ithaca, NY: Cornell University Press.",
        HOSTILE[name](2_000),
    ]
    found = references.read_list(
        [Reference(raw=line, position=n) for n, line in enumerate([*lines, lines[0]], 1)], Where("x")
    )
    assert references.as_json(found[0]).get("year") == references.as_json(found[-1]).get("year") == 1983
