"""This room knows who prints the family name first without a comma: Hungarians, Vietnamese, and French lists.

A Hungarian name is known by its given name, a Vietnamese one by the family name; all are the common ones of a closed
set. A French list is known by a given name that is no family name and stands last. A name that fits none of the
tables is left to the usual order.
"""

from __future__ import annotations

from jopsrdf.references.words.given_names import GIVEN, UNSHARED

#: The common given names of Hungarians, in lower case.
_HUNGARIAN = frozenset(
    "ádám ágnes ákos andrás andrea anikó anna antal árpád attila balázs bálint béla bence csaba dániel dávid "
    "dénes  dezső domokos edit elemér elek endre erika ernő erzsébet éva ferenc frigyes gábor gáspár géza "
    "gergely gizella  gyöngyi györgy györgyi gyula ignác ildikó ilona imre irén istván iván jános jenő józsef "
    "judit júlia kálmán károly katalin  klára kornél krisztina lajos lászló levente lóránt márta márton mária "
    "máté mátyás mihály miklós mór nándor  orsolya ottó ödön pál péter piroska rezső róbert rudolf sándor sára "
    "szabolcs szilvia tamás tibor tivadar vilmos viktor  vince zoltán zsigmond zsófia zsolt zsuzsa zsuzsanna".split()
)
#: Spellings that other languages share: they decide nothing on their own.
_SHARED = frozenset("andrea anna antal edit erika rudolf viktor iván klára júlia mária dávid dániel".split())
#: The common family names of the Vietnamese.
_VIETNAMESE = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Trịnh Trương Lương Mai Tô "
    "Tạ Hà Cao Lâm Phùng Quách Thái Tăng Vương".split()
)
#: Words, in lower case, that may make a name one of the first two, read in whatever order.
FAMILY_FIRST = (_HUNGARIAN - _SHARED) | {name.casefold() for name in _VIETNAMESE}
#: How family names of Slavs and Georgians end, and given names never do.
FAMILY_ENDINGS = ("ić", "ић", "ски", "ский", "ская", "ski", "ecki", "ycki", "енко", "enko", "швили", "shvili",
                   "შვილი", "ძე")  # fmt: skip
_TONED = frozenset("ăâđêôơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹ")


def is_family_first(words: list[str]) -> bool:
    """Say whether a name in reading order begins with the family name.

    >>> is_family_first(["Bibó", "István"]), is_family_first(["István", "Bibó"]), is_family_first(["Trần", "Thêm"])
    (True, False, True)
    >>> is_family_first(["Rosanvallon", "Pierre"]), is_family_first(["DBC", "Pierre"])
    (True, False)
    """
    first, last = words[0].casefold(), words[-1].rstrip(".").casefold()
    if words[0] in _VIETNAMESE:
        return any(char in _TONED for word in words for char in word.casefold())
    if len(words) == 2 and first.endswith(FAMILY_ENDINGS) and len(first) > 4:
        return not last.endswith(FAMILY_ENDINGS) and len(last) > 2
    if last in UNSHARED:
        return len(words) == 2 and first not in GIVEN and words[0][1:].islower()
    return last in _HUNGARIAN and last not in _SHARED and first not in _HUNGARIAN and len(words) < 4
