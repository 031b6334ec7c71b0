"""This room is the table of reference styles: how each prints an article, a chapter, a book, a thesis, a web page.

The model learns from references that these rows render, and a test formats records in every row and reads them back.
To teach the grammar a style, add a row and train again.

A template is text with fields in braces: A authors, E editors, T translators, y year, t title, c container, s series,
v volume, i issue, p pages, P publisher, L place, e edition, g kind of thesis, a date of access, u address, d DOI;
words of the language in capitals (IN, ED, EDS, TR, VOL, NO, PP, ACC, AVAIL, EDN), see `phrases`. What stands between
< and > is left out when one of its fields is empty.
"""

from __future__ import annotations

from dataclasses import dataclass

from jopsrdf.references.name_styles import NameStyle


@dataclass(frozen=True, slots=True)
class Style:
    """One row: the languages it is used in, its names, its templates by type of work, and its marks of quotation."""

    name: str
    languages: str
    names: NameStyle
    editors: NameStyle
    templates: dict[str, str]
    dash: str = "–"


_GIVEN = NameStyle("given", "given", last=" AND ")
_GIVEN_INITIALS = NameStyle("given", "given", ". ", last=" AND ")
_CHICAGO = NameStyle("family", "given")
_APA = NameStyle(initials=". ", last=", & ")
_HARVARD = NameStyle(initials=".", last=" AND ")
_VANCOUVER = NameStyle(initials="-", comma=" ", last=", ", most=6)
_ABNT = NameStyle(initials=". ", sep="; ", last="; ", caps=True, most=3)
_GOST = NameStyle(initials=". ", comma=" ", last=", ", most=3)
_BIOLOGY_CAPS = NameStyle(initials=".", last=" & ", caps=True)
_LATIN = "en de fr es pt it tr id pl"

STYLES: tuple[Style, ...] = (
    Style("chicago-author-date", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. {y}. “{t}.” {c} {v}< ({i})>: {p}.< https://doi.org/{d}.>",
        "chapter": "{A}. {y}. “{t}.” IN {c}, EDBY {E}, {p}. {L}: {P}.< https://doi.org/{d}.>",
        "book": "{A}. {y}. {t}.< {e} EDN> {L}: {P}.",
        "thesis": "{A}. {y}. “{t}.” {g}, {P}.",
        "web": "{A}. {y}. “{t}.” {c}. ACC {a}. {u}.",
        "series": "{A}. {y}. “{t}.” {s} {x}. {L}: {P}.",
        "newspaper": "{A}. {y}. “{t}.” {c}, {f}. {u}.",
        "month": "{A}. {y}. “{t}.” {c} {v}< ({i})> (June): {p}.",
        "online": "{A}. {y}. “{t}.” {c}. https://doi.org/{d}.",
        "onlinebook": "{A}. {y}. {t}. ACC {a}. {u}.",
        "site": "{A}. {y}. “{t}.” {P}, {f}. ACC {a}. {u}.",
        "genre": "{A}. {y}. “{t}.” Chapter. In {c}. {L}: {P}, pp. {p}.< https://doi.org/{d}.>",
        "translated": "{A}. {y}. {t}. TR {T}. {L}: {P}.",
        "reprint": "{A}. {y} [1931]. {t}. {L}: {P}.",
    }),
    Style("chicago-publisher-first", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. {y}. “{t}.” {c} {v}< ({i})>: {p}.< https://doi.org/{d}.>",
        "chapter": "{A}. {y}. “{t}.” IN: {c}, EDBY {E}, {p}. {P}, {L}.< https://doi.org/{d}.>",
        "book": "{A}. {y}. {t}. {P}.",
        "unquoted": "{A}. {y}. {t}. IN: {c}. {P}, {L}, PP {p}.< https://doi.org/{d}.>",
    }, "-"),
    Style("chicago-notes", _LATIN, NameStyle("given", "given", last=" AND "), _GIVEN, {
        "article": "{A}, “{t},” {c} {v}<, NO {i}> ({y}): {p}<, https://doi.org/{d}>.",
        "chapter": "{A}, “{t},” IN {c}, ED {E} ({L}: {P}, {y}), {p}.",
        "book": "{A}, {t}<, {e} EDN> ({L}: {P}, {y})<, {p}>.",
        "thesis": "{A}, “{t}” ({g}, {P}, {y}).",
        "web": "{A}, “{t},” {c}, {f}, {u}.",
    }),
    Style("chicago-bibliography", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. “{t}.” {c} {v}<, NO {i}> ({y}): {p}.< https://doi.org/{d}.>",
        "chapter": "{A}. “{t}.” IN {c}, EDBY {E}, {p}. {L}: {P}, {y}.",
        "book": "{A}. {t}.< TR {T}.> {L}: {P}, {y}.",
        "edited": "{E}, EDS {t}. {L}: {P}, {y}.",
        "thesis": "{A}. “{t}.” {g}, {P}, {y}.",
        "web": "{A}. “{t}.” {c}, {f}. {u}.",
    }),
    Style("apa", _LATIN, _APA, NameStyle("given", "given", ". ", last=" & "), {
        "article": "{A} ({y}). {t}. {c}, {v}<({i})>, {p}.< https://doi.org/{d}>",
        "chapter": "{A} ({y}). {t}. IN {E} (EDS), {c} (PP {p}). {P}.",
        "book": "{A} ({y}). {t}< ({e} EDN)>. {P}.",
        "book6": "{A} ({y}). {t}< ({e} EDN)>. {L}: {P}.",
        "edited": "{E} (EDS). ({y}). {t}. {P}.",
        "thesis": "{A} ({y}). {t} [{g}, {P}].< {u}>",
        "web": "{A} ({f}). {t}. {c}. {u}",
        "webtitle": "{A} ({y}). {t}. {u}",
        "chapter6": "{A} ({y}). {t}. IN {E} (EDS), {c} (PP {p}). {L}: {P}.<doi:{d}>",
        "software": "{A} ({y}). {t} (Version {e}.1) [Computer software]. {P}. {u}",
        "video": "{A} ({f}). {t} [Video]. {c}. {u}",
        "report": "{A} ({y}). {t} (Report No. {x}). {P}. {u}",
        "newspaper": "{A} ({f}). {t}. {c}. {u}",
        "conference": "{A} ({f}). {t} [Paper presentation]. {h}, {L}.",
        "issueless": "{A} ({y}). {t}. {c}, {v}, Article {q}. https://doi.org/{d}",
        "cityfirst": "{A}. ({y}). {t}. {c}, VOL {v}<, NO {i}>, pp. {p}.",
    }),
    Style("harvard", _LATIN, _HARVARD, _HARVARD, {
        "article": "{A} ({y}) '{t}', {c}, {v}<({i})>, PP {p}.",
        "chapter": "{A} ({y}) '{t}', IN {E} (EDS) {c}. {L}: {P}, PP {p}.",
        "book": "{A} ({y}) {t}.< {e} EDN.> {L}: {P}.",
        "web": "{A} ({y}) {t}. AVAIL {u} (ACC: {a}).",
        "thesis": "{A} ({y}) {t}. {g}. {P}.",
        "plain": "{A}, {y}. {t}. {c}, {v}<({i})>, PP {p}.",
        "plainbook": "{A}, {y}. {t}. {P}, {L}.",
    }),
    Style("harvard-elsevier", _LATIN, NameStyle(initials=".", last=", "), _HARVARD, {
        "article": "{A}, {y}. {t}. {c} {v}<({i})>, {p}.< https://doi.org/{d}>",
        "chapter": "{A}, {y}. {t}, IN: {E} (EDS), {c}. {P}, {L}, PP {p}.",
        "book": "{A}, {y}. {t}. {P}, {L}.",
    }),
    Style("mla", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. “{t}.” {c}, VOL {v}<, NO {i}>, {y}, PP {p}.",
        "chapter": "{A}. “{t}.” {c}, EDBY {E}, {P}, {y}, PP {p}.",
        "book": "{A}. {t}. {P}, {y}.",
        "book7": "{A}. {t}. {L}: {P}, {y}. Print.",
        "web": "{A}. “{t}.” {c}, {f}, {u}. ACC {a}.",
        "straight": "{A}. \"{t}.\" {c} {v}<.{i}> ({y}): {p}. Print.",
    }),
    Style("mhra", _LATIN, NameStyle("family", "given", last=" AND "), _GIVEN, {
        "article": "{A}, ‘{t}’, {c}, {v}<.{i}> ({y}), {p}",
        "chapter": "{A}, ‘{t}’, IN {c}, ED by {E} ({L}: {P}, {y}), PP {p}",
        "book": "{A}, {t}<, {e} EDN> ({L}: {P}, {y})",
    }),
    Style("abnt", "pt es", _ABNT, _ABNT, {
        "article": "{A} {t}. {c}, <{L}, >VOL {v}<, NO {i}>, PP {p}, {y}.< AVAIL {u}. ACC {a}.>",
        "chapter": "{A} {t}. IN: {E} (ED). {c}. {L}: {P}, {y}. PP {p}.",
        "book": "{A} {t}.< {e}. EDN> {L}: {P}, {y}.",
        "thesis": "{A} {t}. {y}. {g} – {P}, {L}, {y}.",
        "web": "{A} {t}. {c}, {y}. AVAIL {u}. ACC {a}.",
    }),
    Style("abnt-full", "pt es", NameStyle(sep="; ", last="; ", caps=True), NameStyle(sep="; ", last="; ", caps=True), {
        "article": "{A}. {t}. {c}, VOL {v}<, NO {i}>, PP {p}, {y}.",
        "chapter": "{A}. {t}. IN: {E} (EDS). {c}. {L}: {P}, {y}. PP {p}.",
        "book": "{A}. {t}.< TR {T}.> {L}: {P}, {y}.",
        "thesis": "{A}. {t}. {y}. {g}, {P}, {L}.",
    }, "-"),
    Style("vancouver", "en pt es fr", _VANCOUVER, _VANCOUVER, {
        "article": "{A}. {t}. {c}. {y};{v}<({i})>:{p}.< doi: {d}>",
        "chapter": "{A}. {t}. IN: {E}, editors. {c}.< {e} EDN> {L}: {P}; {y}. P {p}.",
        "book": "{A}. {t}.< {e} EDN> {L}: {P}; {y}.",
        "web": "{A}. {t} MED. {L}: {P}; {y} [cited {a}]. Available from: {u}",
        "thesis": "{A}. {t} [{g}]. {L}: {P}; {y}.",
        "month": "{A}. {t}. {c}. {f};{v}<({i})>:{p}.",
        "conference": "{A}. {t}. In: {E}, editors. {c}; {f}; {L}. {L}: {P}; {y}. p. {p}.",
        "edited": "{E}, editors. {t}.< {e} EDN> {L}: {P}; {y}.",
        "ahead": "{A}. {t}. {c}. {y}. doi: {d}",
        "number": "{A}. {t}. {c}. {y};{v}:e{q}.",
        "link": "{A}. {t}. {c} MED. {f} [cited {a}];{v}<({i})>:{p}. Available from: {u}",
    }, "-"),
    Style("ama", "en", _VANCOUVER, _VANCOUVER, {
        "article": "{A}. {t}. {c}. {y};{v}<({i})>:{p}.< doi:{d}>",
        "book": "{A}. {t}. {e} EDN {L}: {P}; {y}.",
        "colon": "{A}: {t}. {c} {v}<({i})>:{p}, {y}",
    }),
    Style("ieee", _LATIN, _GIVEN_INITIALS, _GIVEN_INITIALS, {
        "article": "{A}, “{t},” {c}, VOL {v}<, NO {i}>, PP {p}, {y}.",
        "chapter": "{A}, “{t},” in {c}, {E}, Eds. {L}: {P}, {y}, PP {p}.",
        "book": "{A}, {t}<, {e} EDN> {L}: {P}, {y}.",
        "conference": "{A}, “{t},” in {c}, {L}, {y}, PP {p}.",
        "web": "{A}, “{t},” {c}, {y}. [Online]. Available: {u}. [Accessed: {a}].",
        "thesis": "{A}, “{t},” {g}, {P}, {L}, {y}.",
        "month": "{A}, “{t},” {c}, VOL {v}<, NO {i}>, PP {p}, {f}, doi: {d}.",
        "patent": "{A}, “{t},” {c}, VOL {v}, Art. no. {q}, {f}.",
        "report": "{A}, “{t},” {P}, {L}, Tech. Rep. {x}, {y}.",
        "doi": "{A}, “{t},” {c}, VOL {v}<, NO {i}>, PP {p}, {y}, doi: {d}.",
        "online": "{A}. ({y}). {t}. [Online]. Available: {u}",
    }),
    Style("acm", "en", _GIVEN, _GIVEN, {
        "article": "{A}. {y}. {t}. {c} {v}<, {i}> ({y}), {p}.< https://doi.org/{d}>",
        "chapter": "{A}. {y}. {t}. IN {c}. {P}, {L}, {p}.",
        "book": "{A}. {y}. {t}. {P}, {L}.",
    }),
    Style("ams", _LATIN, _GIVEN_INITIALS, _GIVEN_INITIALS, {
        "article": "{A}, {t}, {c} {v} ({y})<, NO {i}>, {p}.",
        "chapter": "{A}, {t}, {c} ({E}, EDS), {P}, {L}, {y}, PP {p}.",
        "book": "{A}, {t}<, {e} EDN>, {s}, VOL {v}, {P}, {L}, {y}.",
        "bibtex": "{A}. {t}. {c}, {v}<({i})>:{p}, {y}.",
        "bibtexbook": "{A}. {t}. {P}, {L}, {y}.",
        "proceedings": "{A}. {t}. IN {E}, editors, {c}, volume {v} of {s}, pages {p}. {P}, {y}.",
        "procplain": "{A}. {t}. IN {c}, pages {p}, {L}, {y}. {P}.",
        "thesis": "{A}. {t}. {g}, {P}, {y}.",
        "inproc": "{A}. {t}. In {c}, {L}, {f}.",
        "report": "{A}. {t}. Technical Report {x}, {P}, {y}.",
        "numeric": "{A}, {t}. {c} {v} ({y}), {p}.",
        "mr": "{A}, {t}, {c} {v} ({y}), no. {i}, {p}. MR{q}",
    }),
    Style("physics", "en pt de fr", _GIVEN_INITIALS, _GIVEN_INITIALS, {
        "article": "{A}, {c} {v}, {q} ({y}).",
        "titled": "{A}, {t}, {c} {v}, {q} ({y}).",
        "book": "{A}, {t} ({P}, {L}, {y}).",
        "astro": "{A} {y}, {c}, {v}, {q}",
    }),
    Style("acs", "en", NameStyle(initials=". ", sep="; ", last="; "), NameStyle(initials=". ", sep="; ", last="; "), {
        "article": "{A} {t}. {c} {y}, {v}<, ({i})>, {p}.",
        "untitled": "{A} {c} {y}, {v}, {p}.",
        "book": "{A} {t}; {P}: {L}, {y}.",
        "chapter": "{A} {t}. In {c}; {E}, Eds.; {P}: {L}, {y}; PP {p}.",
    }),
    Style("nature", "en", NameStyle(initials=". ", last=" & ", most=5), NameStyle(initials=". ", last=" & "), {
        "article": "{A} {t}. {c} {v}, {p} ({y}).",
        "book": "{A} {t} ({P}, {y}).",
        "chapter": "{A} {t}. in {c} (EDS {E}) {p} ({P}, {y}).",
    }),
    Style("biology", "en pt es", NameStyle(initials=".", last=" & "), NameStyle("given", "given", ".", last=" & "), {
        "article": "{A} {y}. {t}. {c} {v}<({i})>: {p}.",
        "chapter": "{A} {y}. {t}. In: {E} (EDS). {c}. {P}, {L}, PP {p}.",
        "book": "{A} {y}. {t}.< {e} EDN> {P}, {L}.",
        "bookplace": "{A} {y}. {t}. {L}: {P}.",
    }, "-"),
    Style("biology-caps", "en pt es", _BIOLOGY_CAPS, NameStyle("given", "given", ".", last=" & "), {
        "article": "{A} {y}. {t}. {c} {v}<({i})>:{p}.< https://doi.org/{d}>",
        "chapter": "{A} {y}. {t}. In {c} ({E}, EDS). {P}, {L}, PP {p}.",
        "book": "{A} {y}. {t}. {P}, {L}.",
    }, "-"),
    Style("sociology", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. {y}. “{t}.” {c} {v}<({i})>:{p}.",
        "chapter": "{A}. {y}. “{t}.” PP {p} in {c}, edited by {E}. {L}: {P}.",
        "book": "{A}. {y}. {t}. {L}: {P}.",
    }),
    Style("linguistics", _LATIN, _CHICAGO, _GIVEN, {
        "article": "{A}. {y}. {t}. {c} {v}<({i})>. {p}.",
        "chapter": "{A}. {y}. {t}. IN {E} (EDS), {c}, {p}. {L}: {P}.",
        "book": "{A}. {y}. {t}. {L}: {P}.",
        "series": "{A}. {y}. {t} ({s} {v}). {L}: {P}.",
    }),
    Style("german", "de", NameStyle(sep="; ", last="; "), NameStyle(sep="; ", last="; "), {
        "article": "{A} ({y}): {t}. In: {c} {v}< ({i})>, S. {p}.",
        "chapter": "{A} ({y}): {t}. In: {E} (Hrsg.): {c}. {L}: {P}, S. {p}.",
        "book": "{A} ({y}): {t}.< {e}. Aufl.> {L}: {P}.",
        "comma": "{A}: {t}, in: {c} {v} ({y})<, H. {i}>, S. {p}.",
        "bookcomma": "{A}: {t}, {L}: {P} {y}.",
        "bookplace": "{A}: {t}, {L} {y}.",
        "thesis": "{A} ({y}): {t}. {g}, {P}.",
        "chaptercomma": "{A}: {t}, in: {E} (Hg.), {c}, {L} {y}, S. {p}.",
        "edited": "{E} (Hrsg.) ({y}): {t}. {L}: {P}.",
        "editedcomma": "{E} (Hrsg.): {t}, {L} {y}.",
        "edition": "{A}: {t}, {e}. Aufl., {L} {y}.",
        "online": "{A} ({y}): {t}. Online verfügbar unter {u}, zuletzt geprüft am {a}.",
        "journal": "{A}: {t}. In: {c}, Jg. {v} ({y}), H. {i}, S. {p}.",
        "slash": "{A}: {t}. In: {c} {i}/{y}, S. {p}.",
    }),
    Style("german-initials", "de", NameStyle(initials=". ", last=" & "), NameStyle(initials=". ", last=" & "), {
        "article": "{A} ({y}). {t}. {c}, {v}< ({i})>, {p}.",
        "chapter": "{A} ({y}). {t}. In {E} (Hrsg.), {c} (S. {p}). {L}: {P}.",
        "book": "{A} ({y}). {t}< ({e}. Aufl.)>. {L}: {P}.",
    }),
    Style("french", "fr", NameStyle(caps=True, last=" et "), NameStyle(caps=True, last=" et "), {
        "article": "{A}, « {t} », {c}, VOL {v}<, n° {i}>, {y}, p. {p}.",
        "chapter": "{A}, « {t} », in {E} (dir.), {c}, {L}, {P}, {y}, p. {p}.",
        "book": "{A}, {t}, {L}, {P}, {y}<, {x} p>.",
        "colon": "{A}. {t}. {L} : {P}, {y}.< {x} p.>",
        "dated": "{A}. {c}. {t}. {f}, n°{i}, p. {p}",
        "initials": "{A} {y}. « {t} », {c}, n° {i}, p. {p}.",
        "sous": "{A}, {t}, sous la direction de {E}, {L}, {P}, coll. « {s} », {y}.",
        "inbook": "{A}, « {t} », IN {E} (dir.), {c}, {L} : {P}, {y}, pp. {p}.",
        "online": "{A}, « {t} », {c} [En ligne], {v} | {y}, mis en ligne le {f}, consulté le {a}. URL : {u}",
        "given": "{A} ({y}), « {t} », {c}, vol. {v}, n° {i}, p. {p}.",
        "bookdated": "{A} ({y}), {t}, {L}, {P}.",
    }, "-"),
    Style("spanish", "es", NameStyle(last=" y "), _GIVEN, {
        "article": "{A} ({y}), “{t}”, {c}, vol. {v}<, núm. {i}>, pp. {p}.",
        "chapter": "{A} ({y}), “{t}”, en {E} (coords.), {c}, {L}, {P}, pp. {p}.",
        "book": "{A} ({y}), {t}, {L}, {P}.",
        "dated": "{A}. {y}. «{t}». {c} {v}<({i})>: {p}.",
        "apa": "{A} ({y}). {t}. {c}, {v}<({i})>, {p}.",
        "thesis": "{A} ({y}). {t}. {g}. {P}, {L}.",
        "online": "{A} ({y}). {t}. AVAIL {u} (ACC {a}).",
        "notes": "{A}, {t}, {L}, {P}, {y}, p. {v}.",
    }, "-"),
    Style("italian", "it", NameStyle("given", "given", last=", "), NameStyle("given", "given", last=", "), {
        "article": "{A}, «{t}», {c}, {v} ({y})<, {i}>, pp. {p}.",
        "chapter": "{A}, {t}, in {c}, a cura di {E}, {P}, {L} {y}, pp. {p}.",
        "book": "{A}, {t}, {P}, {L} {y}.",
        "bookcomma": "{A}, {t}, {L}, {P}, {y}.",
    }),
    Style("turkish", "tr", NameStyle(last=" ve "), _GIVEN, {
        "article": "{A}. “{t}”. {c} {v}/{i} ({y}), {p}.",
        "apa": "{A} ({y}). {t}. {c}, {v}<({i})>, {p}.",
        "book": "{A}. {t}. {L}: {P}, {y}.",
        "bookdated": "{A} ({y}). {t}. {L}: {P}.",
        "chapter": "{A}. “{t}”. {c}. ed. {E}. {p}. {L}: {P}, {y}.",
        "thesis": "{A}. {t}. {L}: {P}, {g}, {y}.",
        "full": "{A}, “{t}”, {c}, Cilt: {v}<, Sayı: {i}>, {y}, s. {p}.",
        "isnad": "{A}. “{t}”. {c} {v}/{i} ({f}), {p}. https://doi.org/{d}",
        "bookcomma": "{A}, {t}, {P}, {L} {y}.",
        "bookvol": "{A}, {t}, C. {v}, {P}, {L}, {y}, s. {p}.",
        "thesisdated": "{A} ({y}). {t} ({g}). {P}, {L}.",
        "web": "{A} ({y}). {t}. Erişim adresi: {u} (Erişim Tarihi: {a}).",
    }, "-"),
    Style("gost", "ru uk", _GOST, NameStyle("given", "given", ". ", last=", "), {
        "article": "{A} {t} // {c}. {y}.< VOL {v}.>< № {i}.> С. {p}.",
        "dashes": "{A} {t} // {c}. – {y}. –< Т. {v}. –>< № {i}. –> С. {p}.",
        "chapter": "{A} {t} // {c} / под ред. {E}. {L}: {P}, {y}. С. {p}.",
        "book": "{A} {t}. {L}: {P}, {y}.< {x} с.>",
        "bookdash": "{A} {t}. – {L}: {P}, {y}.< – {x} с.>",
        "thesis": "{A} {t}: {g}. {L}, {y}.< {x} с.>",
        "web": "{A} {t} [Электронный ресурс] // {c}. URL: {u} (дата обращения: {a}).",
        "short": "{A} {t} // {c}. {y}. № {i}.",
        "placeonly": "{A} {t}. {L}, {y}.",
        "edition": "{A} {t}. {e}-е изд. {L}: {P}, {y}.",
        "comma": "{A} {t} // {c}, {y}, т. {v}, № {i}, с. {p}.",
        "slash": "{A} {t} / {A}. – {L}: {P}, {y}. – {x} с.",
        "slasharticle": "{A} {t} / {A} // {c}. – {y}. – № {i}. – С. {p}.",
        "resource": "{A} {t} [Электронный ресурс]. – Режим доступа: {u} (дата обращения: {a}).",
        "collection": "{t} / под ред. {E}. {L}: {P}, {y}.",
        "translated": "{A} {t} / TR {T}. {L}: {P}, {y}.",
        "nostop": "{A} {t} // {c}. {y}. Т. {v}, вып. {i}. С. {p}.",
    }),
    Style("cyrillic-author-date", "ru uk", NameStyle(initials=". ", comma=" ", last=", "), _GIVEN, {
        "article": "{A} ({y}). {t}. {c}, {v}<({i})>, {p}.",
        "book": "{A} ({y}). {t}. {L}: {P}.",
        "dotted": "{A} {y}. {t}. {c}.< Т. {v}.> № {i}. С. {p}.",
    }),
    Style("armenian", "hy", NameStyle(initials=". ", comma=" ", last=", "), _GIVEN, {
        "article": "{A}, {t}, «{c}», {y}, N {i}, էջ {p}:",
        "plain": "{A}, {t} // {c}, {y}, թիվ {i}, էջ {p}։",
        "book": "{A}, {t}, {L}, «{P}», {y}, {x} էջ:",
        "bookplain": "{A}, {t}, {L}, {P}, {y}։",
        "bookvol": "{A}, {t}, հ. {v}, {L}, {y}, էջ {p}:",
        "apostrophe": "{A}, {t}, {c}, {y}, N {i}, էջ {p}։",
        "quoted": "{A}, «{t}», {c}, № {i}, {y}, էջ {p}:",
        "placefirst": "{A}, {t}, {L}, {y}, {x} էջ:",
        "given": "{A} ({y}). {t}. {L}: {P}:",
    }, "-"),
    Style("arabic", "ar fa", NameStyle(last=" و"), _GIVEN, {
        "article": "{A}، «{t}»، {c}، VOL {v}، NO {i}، {y}، PP {p}.",
        "apa": "{A} ({y}). {t}. {c}، {v}({i})، {p}.",
        "book": "{A}، {t}، {L}: {P}، {y}.",
        "booklist": "{A} ({y}). {t}. {L}: {P}.",
        "given": "{A}، {t}، {P}، {L}، {y}، ص {p}.",
    }, "-"),
    Style("chinese", "zh", NameStyle("given", "given", comma="", sep=", ", last=", "), _GIVEN, {
        "article": "{A}. {t}[J]. {c}, {y}, {v}({i}): {p}.",
        "noissue": "{A}. {t}[J]. {c}, {y}({i}): {p}.",
        "book": "{A}. {t}[M]. {L}: {P}, {y}.",
        "thesis": "{A}. {t}[D]. {L}: {P}, {y}.",
        "quoted": "{A}：《{t}》，《{c}》{y}年第{i}期，第{p}页。",
        "bookquoted": "{A}：《{t}》，{L}：{P}，{y}年。",
        "wide": "{A}．{t}．{c}，{y}，{v}（{i}）：{p}．",
        "web": "{A}. {t}[EB/OL]. ({f})[{a}]. {u}.",
        "chapter": "{A}. {t}[C]//{E}. {c}. {L}: {P}, {y}: {p}.",
        "newspaper": "{A}. {t}[N]. {c}, {y}-03-12({i}).",
    }, "-"),
    Style("japanese", "ja", NameStyle("given", "given", comma="", sep="・", last="・"), _GIVEN, {
        "article": "{A}「{t}」『{c}』{v}巻{i}号、{y}年、{p}頁。",
        "book": "{A}『{t}』{P}、{y}年。",
        "dated": "{A}（{y}）「{t}」『{c}』{v}（{i}）、{p}。",
        "bookdated": "{A}（{y}）『{t}』{P}。",
    }, "-"),
    Style("korean", "ko", NameStyle("given", "given", comma="", sep="·", last="·"), _GIVEN, {
        "article": "{A}. {y}. 「{t}」. 『{c}』 {v}({i}): {p}.",
        "apa": "{A} ({y}). {t}. {c}, {v}({i}), {p}.",
        "book": "{A}. {y}. 『{t}』. {L}: {P}.",
        "bookapa": "{A} ({y}). {t}. {L}: {P}.",
    }, "-"),
    Style("polish", "pl", NameStyle("family", "family", ". ", comma=" ", last=", "), _GIVEN_INITIALS, {
        "article": "{A}, {t}, „{c}” {y}<, t. {v}><, nr {i}>, s. {p}.",
        "chapter": "{A}, {t}, [w:] {c}, red. {E}, {P}, {L} {y}, s. {p}.",
        "book": "{A}, {t}, {P}, {L} {y}.",
    }),
    Style("indonesian", "id", NameStyle(last=", dan "), _GIVEN, {
        "article": "{A}. ({y}). {t}. {c}, Vol. {v}<, No. {i}>, hlm. {p}.",
        "book": "{A}. ({y}). {t}. {L}: {P}.",
        "quoted": "{A}. {y}. “{t}”. {c}, {v}<({i})>: {p}.",
        "thesis": "{A}. ({y}). {t}. {g}. {P}.",
    }, "-"),
)  # fmt: skip
