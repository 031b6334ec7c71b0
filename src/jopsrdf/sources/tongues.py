"""This room gives the texts of an article their languages, which a landing page never states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from jopsrdf import language
from jopsrdf.records import Article, Contribution, Text
from jopsrdf.sources.blocks import Blocks


def paragraphs(page: Blocks, block: str) -> Iterator[Text]:
    """Yield the texts of a block: paragraphs of one language are one text, a change of language begins another.

    Journals print the abstract in two or three languages under one heading.
    """
    lines = page[block]
    told = [(line, _code(line.text) if len(line.text) > 80 else "") for line in lines]
    codes = [code for _, code in told]
    filled = [code or next(filter(None, (*reversed(codes[:n]), *codes[n:])), "") for n, code in enumerate(codes)]
    for code, group in groupby(zip(filled, lines, strict=True), key=lambda pair: pair[0]):
        members = [line for _, line in group]
        if len(members) > 1:
            page.add("lines-joined", f"{len(members)} paragraphs of the {block} were joined", members[1])
        yield Text(" ".join(line.text for line in members), code)


def _code(text: str) -> str:
    found = language.detect(text)
    return found.code if found else ""


def _told(article: Article, page: Blocks) -> str:
    """Tell the language of an article, with a note on the evidence, or on the lack of it."""
    found = language.detect(" ".join((article.title.value, *(text.value for text in article.abstracts[:1]))))
    if not found:
        page.add("language-unknown", "the language of title and abstract could not be told")
        return ""
    page.add("language-detected", f"the language is {found.code}: {found.method}", next(iter(page["title"]), None))
    return found.code


def label(article: Article, page: Blocks, stated: str = "") -> Article:
    """Return the article with its language, stated or else told from title and first abstract, and that of each text.

    A text whose own words do not tell takes the article's language, unless they speak against it.
    """
    code = stated or _told(article, page)
    if not code:
        return article

    def labelled(text: Text) -> Text:
        fallback = code if language.is_possible(text.value, code) else ""
        return replace(text, language=text.language or _code(text.value) or fallback)

    return replace(
        article,
        language=code,
        title=labelled(article.title),
        abstracts=tuple(map(labelled, article.abstracts)),
        keywords=tuple(tuple(map(labelled, concept)) for concept in article.keywords),
        section=labelled(article.section) if article.section else None,
        contributions=tuple(_with_language(person, code) for person in article.contributions),
    )


def _with_language(person: Contribution, code: str) -> Contribution:
    if not person.biography:
        return person
    text = person.biography
    return replace(person, biography=replace(text, language=_code(text.value) or code))
