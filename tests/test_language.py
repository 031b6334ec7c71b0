"""The language of a text: told by script, letters and function words, or not told at all."""

from __future__ import annotations

import pytest

from jopsrdf import language

#: One word of a neighbour's language in a Russian text.
QUOTING = (
    "Статья упоминает слово «Київ» один раз, а все остальные слова этого длинного предложения русские, и их много, "
    "так что ни одна чужая буква не должна решать за весь текст, который к тому же написан по правилам русского "
    "языка и занимает больше двух строк на странице."
)
#: One row: a text, and the language that it must be told as; "" for none.
TEXTS = (
    ("The article asks whether the aim of having no problems with any neighbor could be reached.", "en"),
    ("В статье вводится понятие семиосферы как пространства, вне которого невозможно существование языков.", "ru"),
    ("У статті розглянуто, як українські історики пояснюють творення нації.", "uk"),
    ("Հոդվածում քննարկվում են Հարավային Կովկասի անվտանգության հիմնախնդիրները:", "hy"),
    ("Bu makale gerçekçi teorinin kökenini, kapsamını ve ona yöneltilen eleştirileri ele almaktadır.", "tr"),
    ("El artículo explica por qué los frutos del progreso técnico no llegan por igual a los países.", "es"),
    ("O artigo argumenta que o pensamento moderno traça linhas que dividem o que existe do que não existe.", "pt"),
    ("L’article soutient que les sciences sociales ont besoin du temps long, et que l’histoire peut le donner.", "fr"),
    ("Der Aufsatz zeigt, dass die Gleichungen der Elektrodynamik für bewegte Körper ohne einen Äther auskommen.", "de"),
    ("Il saggio propone di seguire il nome delle persone nelle fonti, perché il nome è il filo della vita.", "it"),
    ("Autor przedstawia logikę, która oprócz prawdy i fałszu zna trzecią wartość, i pyta, co z tego wynika.", "pl"),
    ("تتناول هذه المقالة العلاقات التركية الروسية بعد الحرب وتأثيرها على المنطقة", "ar"),
    ("این مقاله روابط ترکیه و روسیه را پس از جنگ و پیامدهای آن بررسی می‌کند", "fa"),
    ("本文提出改良文学须从八事入手，主张不摹仿古人。", "zh"),
    ("この論文はトルコとロシアの関係を論じる。", "ja"),
    ("Artikel ini menjelaskan bagaimana negara kolonial hidup terus dalam Orde Baru, dan apa artinya bagi kita.", "id"),
    ("ამ სტატიაში განხილულია რეგიონული უსაფრთხოება", "ka"),
    (QUOTING, "ru"),
    ("NATO, Iran", ""),
    ("2025", ""),
    ("", ""),
)


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_the_language_is_told_with_its_evidence(text: str, code: str) -> None:
    """Two lines of an abstract are enough, two keywords are not; the evidence is said."""
    found = language.detect(text)
    assert (found.code if found else "") == code
    assert found is None or found.method


@pytest.mark.parametrize(
    ("text", "code", "is_possible"),
    [
        ("soft power", "en", True),
        ("Dil ve tarih", "tr", True),
        ("Old State, New Society in Perspective", "id", False),
        ("مقالات", "en", False),
        ("Статьи", "uk", True),
        ("NATO", "ru", False),
        ("1991", "hy", True),
    ],
)
def test_a_short_text_may_speak_against_a_language(text: str, code: str, *, is_possible: bool) -> None:
    """A keyword proves no language, but its script or its words can rule one out."""
    assert language.is_possible(text, code) is is_possible
