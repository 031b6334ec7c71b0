"""This room is the table of reference styles: how each prints an article, a chapter, a book, a thesis, a web page.

The model learns from references that these rows render, and a test formats records in every row and reads them back.
To teach the grammar a style, add a row and train again; `templates` explains the rows. The conventions of one language
stand in `european_styles` and `world_styles`.
"""

from __future__ import annotations

from jopsrdf.references.learning.european_styles import EUROPEAN
from jopsrdf.references.learning.name_styles import NameStyle
from jopsrdf.references.learning.templates import CHICAGO, GIVEN, GIVEN_INITIALS, Style
from jopsrdf.references.learning.world_styles import WORLD

_APA = NameStyle(initials=". ", last=", & ")
_HARVARD = NameStyle(initials=".", last=" AND ")
_VANCOUVER = NameStyle(initials="-", comma=" ", last=", ", most=6)
_ABNT = NameStyle(initials=". ", sep="; ", last="; ", caps=True, most=3)
_BIOLOGY_CAPS = NameStyle(initials=".", last=" & ", caps=True)
_LATIN = "en de fr es pt it tr id pl"

#: Styles that many languages share, behind them those of one language.
STYLES: tuple[Style, ...] = (
    Style("chicago-author-date", _LATIN, CHICAGO, GIVEN, {
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
    Style("chicago-publisher-first", _LATIN, CHICAGO, GIVEN, {
        "article": "{A}. {y}. “{t}.” {c} {v}< ({i})>: {p}.< https://doi.org/{d}.>",
        "chapter": "{A}. {y}. “{t}.” IN: {c}, EDBY {E}, {p}. {P}, {L}.< https://doi.org/{d}.>",
        "book": "{A}. {y}. {t}. {P}.",
        "unquoted": "{A}. {y}. {t}. IN: {c}. {P}, {L}, PP {p}.< https://doi.org/{d}.>",
    }, "-"),
    Style("chicago-notes", _LATIN, NameStyle("given", "given", last=" AND "), GIVEN, {
        "article": "{A}, “{t},” {c} {v}<, NO {i}> ({y}): {p}<, https://doi.org/{d}>.",
        "chapter": "{A}, “{t},” IN {c}, ED {E} ({L}: {P}, {y}), {p}.",
        "book": "{A}, {t}<, {e} EDN> ({L}: {P}, {y})<, {p}>.",
        "thesis": "{A}, “{t}” ({g}, {P}, {y}).",
        "web": "{A}, “{t},” {c}, {f}, {u}.",
    }),
    Style("chicago-bibliography", _LATIN, CHICAGO, GIVEN, {
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
        "web": "{A} ({j}). {t}. {c}. {u}",
        "webtitle": "{A} ({y}). {t}. {u}",
        "chapter6": "{A} ({y}). {t}. IN {E} (EDS), {c} (PP {p}). {L}: {P}.<doi:{d}>",
        "software": "{A} ({y}). {t} (Version {e}.1) [Computer software]. {P}. {u}",
        "video": "{A} ({f}). {t} [Video]. {c}. {u}",
        "report": "{A} ({y}). {t} (Report No. {x}). {P}. {u}",
        "newspaper": "{A} ({j}). {t}. {c}.< {u}>",
        "daily": "{A} ({j}). {t}. {c}, {v}.",
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
    Style("mla", _LATIN, CHICAGO, GIVEN, {
        "article": "{A}. “{t}.” {c}, VOL {v}<, NO {i}>, {y}, PP {p}.",
        "chapter": "{A}. “{t}.” {c}, EDBY {E}, {P}, {y}, PP {p}.",
        "book": "{A}. {t}. {P}, {y}.",
        "book7": "{A}. {t}. {L}: {P}, {y}. Print.",
        "web": "{A}. “{t}.” {c}, {f}, {u}. ACC {a}.",
        "straight": "{A}. \"{t}.\" {c} {v}<.{i}> ({y}): {p}. Print.",
    }),
    Style("mhra", _LATIN, NameStyle("family", "given", last=" AND "), GIVEN, {
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
    Style("ieee", _LATIN, GIVEN_INITIALS, GIVEN_INITIALS, {
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
    Style("acm", "en", GIVEN, GIVEN, {
        "article": "{A}. {y}. {t}. {c} {v}<, {i}> ({y}), {p}.< https://doi.org/{d}>",
        "chapter": "{A}. {y}. {t}. IN {c}. {P}, {L}, {p}.",
        "book": "{A}. {y}. {t}. {P}, {L}.",
    }),
    Style("ams", _LATIN, GIVEN_INITIALS, GIVEN_INITIALS, {
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
    Style("physics", "en pt de fr", GIVEN_INITIALS, GIVEN_INITIALS, {
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
    Style("sociology", _LATIN, CHICAGO, GIVEN, {
        "article": "{A}. {y}. “{t}.” {c} {v}<({i})>:{p}.",
        "chapter": "{A}. {y}. “{t}.” PP {p} in {c}, edited by {E}. {L}: {P}.",
        "book": "{A}. {y}. {t}. {L}: {P}.",
    }),
    Style("linguistics", _LATIN, CHICAGO, GIVEN, {
        "article": "{A}. {y}. {t}. {c} {v}<({i})>. {p}.",
        "chapter": "{A}. {y}. {t}. IN {E} (EDS), {c}, {p}. {L}: {P}.",
        "book": "{A}. {y}. {t}. {L}: {P}.",
        "series": "{A}. {y}. {t} ({s} {v}). {L}: {P}.",
    }),
    Style("ams-full", _LATIN, GIVEN, GIVEN, {
        "article": "{A}, {t}, {c} {v} ({y}), no. {i}, {p}.",
        "plain": "{A}, {t}, {c} {v} ({y}), {p}.",
        "chapter": "{A}, {t}, {c} ({E}, {E|ed.~eds.}), {P}, {L}, {y}, PP {p}.",
        "inchapter": "{A}, {t}, in {c} ({E}, {E|ed.~eds.}), {P}, {L}, {y}, PP {p}.",
        "book": "{A}, {t}, {P}, {L}, {y}.",
        "bookseries": "{A}, {t}, {s}, vol. {v}, {P}, {L}, {y}.",
        "thesis": "{A}, {t}, {g}, {P}, {y}.",
    }),
    Style("lncs", _LATIN, NameStyle(initials=". ", last=", "), NameStyle(initials=". ", last=", "), {
        "article": "{A}: {t}. {c} {v}<({i})>, {p} ({y}).< https://doi.org/{d}>",
        "chapter": "{A}: {t}. In: {E} ({E|ed.~eds.}) {c}, PP {p}. {P}, {L} ({y})",
        "series": "{A}: {t}. In: {E} ({E|eds.}) {c}. {s}, vol. {v}, PP {p}. {P}, {L} ({y}).< https://doi.org/{d}>",
        "book": "{A}: {t}. {P}, {L} ({y})",
        "bookedition": "{A}: {t}, {e|2nd edn.~3rd edn.}. {P}, {L} ({y})",
        "thesis": "{A}: {t}. {g}, {P} ({y})",
        "web": "{A}: {t}. {u}, last accessed {a}",
    }),
    *EUROPEAN,
    *WORLD,
)  # fmt: skip
