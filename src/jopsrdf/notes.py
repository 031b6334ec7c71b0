"""This room is the table of note codes: what each doubt means, and an example of it.

Whoever writes a `Note` takes its code from here; the table becomes a SKOS scheme in the vocabulary and a page in
the docs, so a code is a promise: it is never given another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.errors import Note, Severity, Where


@dataclass(frozen=True, slots=True)
class Code:
    """One row: `code` as it stands on records, the severity, what it means in a sentence, and an example."""

    code: str
    severity: Severity
    meaning: str
    example: str


CODES: dict[str, Code] = {
    row.code: row
    for row in (
        Code(
            "issue-bracket",
            "warning",
            "A bracket in the issue number is not closed; the number was read as if it were.",
            "3 (1(7): 24-36",
        ),
        Code(
            "work-conflict",
            "warning",
            "Two references state different things of one work; the first statement stands.",
            "publication year 2019 and 2020 with one DOI",
        ),
        Code(
            "identifier-conflict",
            "warning",
            "Two works were printed with one identifier; it stays with the first of them.",
            "one web address under two titles",
        ),
        Code(
            "intent-unknown", "warning", "An annotation names an intent of citing that CiTO does not have.", "praises"
        ),
        Code("no-title", "error", "The page has no title, or a placeholder in its place.", "Array"),
        Code("no-doi", "warning", "The page states no DOI, so the article is named by its journal and title.", "DOI:"),
        Code(
            "two-dois", "warning", "The page states two different DOIs; the first was taken.", "10.1590/x and 10.1590/y"
        ),
        Code("empty-section", "info", "A heading with nothing under it.", "Issue"),
        Code(
            "label-missing",
            "info",
            "A line without a label was taken for what it looks like.",
            "soft power, NATO, Iran",
        ),
        Code(
            "lines-joined", "info", "Lines of one paragraph, or paragraphs of one text, were joined.", "Universidade –"
        ),
        Code("two-reference-lists", "info", "The page has two lists of references; they were joined.", "Литература"),
        Code("biography-unread", "warning", "A biography whose author is not known.", "He is a professor."),
        Code("date-unread", "warning", "A date that could not be read in full.", "03/08/2006"),
        Code("updated", "info", "The page was updated after it was published.", "2025-07-09 — Updated on 2025-07-12"),
        Code("how-to-cite-unread", "warning", "The suggested reference could not be read in full.", "Online first."),
        Code(
            "value-differs",
            "warning",
            "Two places of a page state different values; the better one was taken.",
            "39, 40",
        ),
        Code("journal-differs", "warning", "The page names another journal than the settings do.", "Nova Economia"),
        Code("language-detected", "info", "The page states no language; it was told from the text.", "the, of, and"),
        Code("language-unknown", "info", "The language of the text could not be told.", "A title of two words"),
        Code("encoding-guessed", "warning", "The text was no UTF-8 and its encoding was guessed.", "Windows-1251"),
        Code("encoding-damaged", "warning", "Some bytes of the text are no UTF-8 and are lost.", "T\ufffdrkiye"),
        Code("control-characters", "warning", "NUL or other control characters were dropped.", "U+0000"),
        Code("mojibake", "warning", "Text that was read in the wrong encoding and cannot be repaired.", "TÃ?rkiye"),
        Code("mojibake-repaired", "info", "Text that was read in the wrong encoding was read again.", "TÃ¼rkiye"),
        Code("no-references", "warning", "The page lists no references.", "References"),
        Code("left-over", "warning", "A line that belongs to no block of the page; nothing was read from it.", "Login"),
        Code("label-glued", "info", "A label stuck to its neighbours was cut from them.", "10.46991/x.097Keywords:"),
        Code("author-placeholder", "warning", "A sign stands where an author should be named.", "-, -."),
        Code(
            "author-split-guessed",
            "warning",
            "Nothing marks where a name ends and an affiliation begins.",
            "A B State X",
        ),
        Code("author-differs", "warning", "How to Cite names another author than the page does.", "Costa, R. A."),
        Code(
            "authors-from-biographies",
            "info",
            "The list of authors is empty; the biographies gave the names.",
            "Authors",
        ),
        Code("authors-from-how-to-cite", "warning", "Only How to Cite names the authors.", "Costa, R. A."),
        Code(
            "graph-missing",
            "error",
            "A node of the graph lacks a statement that each of its kind has.",
            "a journal without dcterms:title",
        ),
        Code(
            "graph-surplus",
            "error",
            "A node of the graph has two values where there can be one.",
            "two values of prism:publicationDate",
        ),
        Code(
            "graph-value",
            "error",
            "A value in the graph is of the wrong kind, datatype or form, or contradicts another one.",
            'dcterms:language "en"',
        ),
        Code(
            "graph-term",
            "error",
            "A property or class stands where it does not belong.",
            "fabio:hasAccessDate on the work instead of its item",
        ),
        Code(
            "graph-chain",
            "error",
            "The order of roles or of references is broken: not one start, a fork, a gap, or a wrong count.",
            "author 3, to whom no oco:hasNext leads",
        ),
        Code(
            "graph-identity",
            "error",
            "An identifier names two resources, or has two nodes.",
            "the DOI of a chapter on its book as well",
        ),
        Code(
            "graph-citation",
            "error",
            "Citation, reference and the link cito:cites do not agree.",
            "a cito:Citation between two works of which the first does not cite the second",
        ),
        Code(
            "graph-isolated",
            "error",
            "Nothing leads to a node, so that nobody who follows links finds it.",
            "a foaf:Person who holds no role",
        ),
        Code(
            "graph-advice",
            "warning",
            "The graph is sound, and could say more.",
            "an article without a date of publication",
        ),
        Code(
            "graph-foreign",
            "warning",
            "The data hold nothing that our rules are about, so finding nothing wrong means little.",
            "a file in which no node is a fabio:Expression",
        ),
        Code(
            "type-unstated",
            "info",
            "No printed cue says what sort of work a reference cites; it is kept as a document.",
            "Öcal, E. 2019. Notes.",
        ),
        Code(
            "repeated-author",
            "info",
            "A dash or a word like Ders. stands for the authors of the entry before; they were taken from there.",
            "———. 1990. Gender Trouble.",
        ),
        Code(
            "repeated-author-unknown",
            "warning",
            "A dash or a word like Ders. stands for authors, but no entry with authors precedes it.",
            "Ders. (2004): Schriften.",
        ),
        Code(
            "same-work",
            "info",
            "A word like Ebd. or Ibid. stands for the whole entry before; it was read from there.",
            "Ibid., 45.",
        ),
        Code(
            "authors-omitted",
            "info",
            "The printed list of authors ends in “et al.” or its like: there are more than were named.",
            "Paiva KM, Hillesheim D, et al.",
        ),
        Code(
            "language-inferred",
            "info",
            "The language of a title was inferred; the message says from what.",
            "script: Armenian",
        ),
        Code(
            "not-a-reference",
            "warning",
            "An entry of the list is no reference: a heading, a figure credit, a remark; it is kept verbatim.",
            "Secondary literature",
        ),
        Code(
            "reference-joined",
            "warning",
            "One reference was cut over several lines of the list; they were read together.",
            "Danilevsky, N. Russia and / Europe. 1888.",
        ),
        Code(
            "doi-mended",
            "info",
            "A DOI was broken by a space, as at a line's end; it was read without it.",
            "10.1016/S0140- 6736(11)60054-8",
        ),
        Code(
            "identifier-unread",
            "warning",
            "An identifier is printed with a wrong check digit or in no form of its scheme; it was not taken.",
            "ISBN 0-674-27660-5",
        ),
        Code(
            "further-publisher",
            "info",
            "A second place with a publisher is printed; the first one was taken.",
            "São Paulo: Edusp; Porto Alegre: Zouk",
        ),
        Code(
            "reference-split",
            "warning",
            "One line of the list holds two references; each was read for itself.",
            "A. 2001. X. B. 2002. Y.",
        ),
        Code(
            "hijri-year",
            "info",
            "The year is one of the Islamic calendar and no Gregorian year is printed.",
            "1399 هـ",
        ),
        Code(
            "reference-unparsed",
            "warning",
            "A reference is too long or too odd to be read; it is kept verbatim.",
            "(((((((((((((",
        ),
        Code(
            "unlabelled",
            "info",
            "Part of the reference belongs to no field that was found; it is listed as its remainder.",
            "with a foreword by N. N.",
        ),
    )
}


def note(code: str, message: str, where: Where | None = None) -> Note:
    """Return a note with the severity that its code has; an unknown code is a bug and raises `KeyError`.

    >>> note("issue-bracket", "read “1(10” as issue 1, whole number 10").severity
    'warning'
    """
    return Note(code, message, where, CODES[code].severity)


def table_row(row: Code) -> str:
    """Return a code's row of the Markdown table in the docs."""
    example = row.example.replace("|", "\\|")
    return f"| `{row.code}` | {row.severity} | {row.meaning} | {example} |"
