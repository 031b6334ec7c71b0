"""This room knows the words that names of institutions are made of, in the languages of our pages."""

from __future__ import annotations

from jopsrdf.text import fold

#: Words that begin or make up the name of an institution; the name of a person holds none of them.
_WORDS = """
    university universidad universidade université universität università uniwersytet universitas universiteit
    universiteti üniversitesi universitatea institute institut instituto istituto instytut enstitüsü college school
    escola escuela école academy academia académie akademie accademia akademisi faculty facultad faculdade faculté
    fakultät facoltà fakültesi department departamento centre center centro zentrum centrum hospital ministry ministério
    laboratory federal national state technical polytechnic politecnico politechnika hochschule foundation fundação
    museum library society research commission comisión comissão университет институт академия факультет кафедра центр
    школа государственный национальный федеральный московский університет інститут академія національний державний
    համալսարան համալսարանի ինստիտուտ ակադեմիա պետական جامعة الجامعة دانشگاه پژوهشگاه
"""
INSTITUTIONS = frozenset(fold(_WORDS).split())
#: Words of degrees and posts, with which a biography begins and a name does not.
_POSTS = """
    phd dr doctor doctorate candidate professor prof associate assistant lecturer senior junior head chair director dean
    researcher fellow student postgraduate scholar scientist доктор кандидат профессор доцент преподаватель аспирант
    старший заведующий професор викладач аспірант դոկտոր պրոֆեսոր դոցենտ ասպիրանտ profesör doçent doktor araştırmacı
    profesor doutor doutora professora profesora mestre docteur professeur maître doktorant professore dottore
"""
POSTS = frozenset(fold(_POSTS).split())
#: The same where words are not set apart by spaces.
_ENDINGS = ("大学", "大學", "学院", "學院", "研究所", "研究院", "科学院")


def is_institution_word(word: str) -> bool:
    """Say whether a word belongs to the name of an institution.

    >>> is_institution_word("Universität"), is_institution_word("北京大学"), is_institution_word("Harutyunyan")
    (True, True, False)
    """
    return fold(word) in INSTITUTIONS or word.endswith(_ENDINGS)


def names_institution(text: str) -> bool:
    """Say whether a short text holds such a word."""
    return len(text) < 200 and any(is_institution_word(word.strip(",.;()")) for word in text.split())


def looks_like_person(text: str) -> bool:
    """Say whether a line is a name, alone or with an institution after a comma.

    >>> looks_like_person("Marut Vardazaryan, Yerevan State University"), looks_like_person("Marut Vardazaryan")
    (True, True)
    >>> looks_like_person("Associate Professor, Yerevan State University")
    False
    """
    head, comma, rest = text.partition("," if "," in text else "،")
    words = [fold(word) for word in head.split()]
    has_case = any(char.islower() for char in head)
    is_named = 1 < len(words) <= 5 and not any(word in POSTS or is_institution_word(word) for word in words)
    is_proper = not has_case or all(word[0].isupper() for word in head.split() if len(word) > 3)
    return is_named and is_proper and (not comma or names_institution(rest)) and not text.endswith((".", ","))
