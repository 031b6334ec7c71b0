"""This room tells Apache and nginx how to serve the exported files as the site itself does.

A file server knows no weights, so an `Accept` header is ranked by patterns, the best first: each media type at each
tenth of a weight. Both maps are written from the same rows; what they say is tried against the real servers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from jopsrdf.formats import FORMATS
from jopsrdf.web.documents.elsewhere import ROOMS
from jopsrdf.web.documents.links import LINKSET
from jopsrdf.web.site import ascii_path

#: The paths of things under the base.
THINGS = "(?:(?:work|journal|series|organisation|place|keyword|event|identifier|graph|agent)/.*|vocab(?:/.*)?)"
#: What a client is sent to: the suffix of a data document, or one of these.
PAGE, NOTHING = "page", "none"
#: Media types, as patterns, with where they lead; a wildcard comes after what is named.
_NAMED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (PAGE, ("text/html",)),
    *((row.suffix, (row.media_type,)) for row in FORMATS.values()),
    (PAGE, ("application/xhtml+xml",)),
    *((row.suffix, row.aliases) for row in FORMATS.values()),
)
_WILD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (PAGE, ("text/*",)),
    (FORMATS["jsonld"].suffix, ("application/*",)),
    (PAGE, ("*/*", "*")),
)
#: Patterns of weights from 1 down; what has weight 0 is in none of them.
_WEIGHTS = (
    r"(?:;\s*q\s*=\s*1(?:\.0*)?\s*)?",
    *(rf";\s*q\s*=\s*0?\.{tenth}\d*\s*" for tenth in range(9, 0, -1)),
    r";\s*q\s*=\s*0?\.0\d*[1-9]\d*\s*",
)
#: A weight of its own ends the other parameters of a media type.
_PARAMETERS = r"\s*(?>(?:;(?!\s*q\s*=)[^;,]*)*)"
_END = r"\s*(?:,|$|;(?!\s*q\s*=))"
#: The ends of documents about a thing, and what stands below it.
_REST = r"(?:/.*|\.[a-z.]+)?"
_ROOM = "(?:" + "|".join(room.before for room in ROOMS) + ")(?:graph/)?"


@dataclass(frozen=True, slots=True)
class Copy:
    """What the maps depend on: where the files are under the host, and the paths that moved or are gone, as in IRIs."""

    prefix: str = "/"
    moved: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def ranking() -> Iterator[tuple[str, str]]:
    """Yield the patterns of an `Accept` header with where each leads, the best first.

    >>> next(target for pattern, target in ranking() if re.search(pattern, "text/html;q=0.5, text/turtle;q=0.8"))
    'ttl'
    """
    for weight in _WEIGHTS:
        for target, names in (*_NAMED, *_WILD):
            types = "|".join(map(re.escape, names))
            yield rf"(?:^|,)\s*(?:{types}){_PARAMETERS}{weight}{_END}", target
    yield "^$", PAGE
    yield "/", NOTHING
    yield "", PAGE


def apache(copy: Copy) -> str:
    """Return an `.htaccess` for Apache 2.4; it needs mod_rewrite, mod_setenvif, and mod_headers where that is there."""
    types = "".join(f'AddType "{_type(row.media_type)}" .{row.suffix}\n' for row in FORMATS.values())
    accepted = "".join(f'SetEnvIfNoCase Accept "{p}" jopsrdf={t}\n' for p, t in reversed([*ranking()]) if p)
    moved = "".join(
        f'RewriteRule "^({_ROOM}){_path(old)}({_REST})$" "{copy.prefix}$1{_target(new, "%")}$2" [R=301,NE,L]\n'
        for old, new in copy.moved.items()
    )
    gone = "".join(f'RewriteRule "^{_ROOM}{_path(key)}{_REST}$" - [G,L]\n' for key in copy.gone)
    here = f"%{{DOCUMENT_ROOT}}{copy.prefix}"
    # The path as it was asked for: what the server hands on is decoded, and a `?` or `#` in it would end a redirect.
    raw = f'RewriteCond %{{THE_REQUEST}} "^[A-Z]+ (?:https?://[^/]+)?{re.escape(copy.prefix)}([^? ]+)"\n'
    return (
        f"{types}AddType application/atom+xml .atom\nAddDefaultCharset utf-8\n"
        f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(copy.prefix)}linkset/#">\n  ForceType {LINKSET}\n</If>\n'
        f'<Files "void">\n  ForceType "{_type(FORMATS["turtle"].media_type)}"\n</Files>\n'
        f"ErrorDocument 404 {copy.prefix}404.html\nOptions -Indexes\nDirectorySlash On\n"
        "<IfModule mod_headers.c>\n  Header always set Access-Control-Allow-Origin *\n"
        "  Header always merge Vary Accept\n</IfModule>\n"
        f"SetEnvIf Request_URI . jopsrdf={PAGE}\n{accepted}RewriteEngine On\n{gone}{moved}"
        f"RewriteCond {here}page/$0/index.html !-f\nRewriteCond {here}data/$0 -f\n{raw}"
        f"RewriteRule ^{THINGS}$ {copy.prefix}data/%1 [R=303,NE,L]\n"
        f"RewriteCond {here}page/$0/index.html -f\nRewriteCond %{{ENV:jopsrdf}} ={NOTHING}\n"
        f"RewriteRule ^{THINGS}$ - [R=406,L]\n"
        f"RewriteCond {here}page/$0/index.html -f\nRewriteCond %{{ENV:jopsrdf}} ={PAGE}\n{raw}"
        f"RewriteRule ^{THINGS}$ {copy.prefix}page/%1/ [R=303,NE,L]\n"
        f"RewriteCond {here}page/$0/index.html -f\n{raw}"
        f"RewriteRule ^{THINGS}$ {copy.prefix}data/%1.%{{ENV:jopsrdf}} [R=303,NE,L]\n"
    )


def nginx(copy: Copy) -> str:
    """Return what goes into nginx: a file to include in `http`, whose second part belongs into `server`."""
    rows = "".join(f'    "~*{pattern}" {target};\n' for pattern, target in ranking() if pattern)
    types = "".join(f"    {row.media_type} {row.suffix};\n" for row in FORMATS.values())
    textual = " ".join(row.media_type for row in FORMATS.values() if row.media_type.startswith("text/"))
    moved = "".join(
        f'location ~ "^{copy.prefix}(?<room>{_ROOM}){_path(old)}(?<rest>{_REST})$" {{\n'
        f'    return 301 "{copy.prefix}${{room}}{_target(new)}$rest";\n}}\n'
        for old, new in copy.moved.items()
    )
    gone = "".join(f'location ~ "^{copy.prefix}{_ROOM}{_path(key)}{_REST}$" {{ return 410; }}\n' for key in copy.gone)
    return (
        f"# {HTTP}\nmap $http_accept $jopsrdf_target {{\n    default {PAGE};\n{rows}}}\n"
        "# The path as it was asked for: what a location matches is decoded.\n"
        f'map $request_uri $jopsrdf_thing {{\n    default "";\n'
        f'    "~^{re.escape(copy.prefix)}(?<path>[^?]+)" $path;\n}}\n'
        f"types {{\n{types}    application/atom+xml atom;\n}}\n"
        f"# {SERVER}\nerror_page 404 {copy.prefix}404.html;\nabsolute_redirect off;\n"
        f"charset utf-8;\ncharset_types {textual} text/plain text/css text/javascript application/javascript;\n"
        f"add_header Access-Control-Allow-Origin * always;\nadd_header Vary Accept always;\n"
        f"location {copy.prefix}linkset/ {{ types {{ }} default_type {LINKSET}; }}\n"
        f"location = {copy.prefix}.well-known/void {{ types {{ }} default_type {FORMATS['turtle'].media_type}; }}\n"
        f"{gone}{moved}"
        f'location ~ "^{copy.prefix}(?<thing>{THINGS})$" {{\n'
        "    set $jopsrdf_to $jopsrdf_target;\n"
        f"    if (-f $document_root{copy.prefix}data/$thing) {{ set $jopsrdf_to file; }}\n"
        f"    if (-f $document_root{copy.prefix}page/$thing/index.html) {{ set $jopsrdf_to $jopsrdf_target; }}\n"
        f"    if (!-e $document_root{copy.prefix}page/$thing/index.html) {{ set $jopsrdf_to $jopsrdf_to-; }}\n"
        f"    if ($jopsrdf_to = file-) {{ return 303 {copy.prefix}data/$jopsrdf_thing; }}\n"
        "    if ($jopsrdf_to ~ -$) { return 404; }\n"
        f"    if ($jopsrdf_to = {NOTHING}) {{ return 406; }}\n"
        f"    if ($jopsrdf_to = {PAGE}) {{ return 303 {copy.prefix}page/$jopsrdf_thing/; }}\n"
        f"    return 303 {copy.prefix}data/$jopsrdf_thing.$jopsrdf_to;\n}}\n"
    )


#: The two parts of the file for nginx: which block each belongs into.
HTTP, SERVER = "into http { }:", "into server { }:"


def _type(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _target(key: str, special: str = "") -> str:
    """Return a path that a redirect leads to; a dollar, and what else is special to a server, stands for itself."""
    written = ascii_path(key).replace("$", "%24")
    return written.replace(special, f"\\{special}") if special else written


def _path(key: str) -> str:
    """Return the pattern of a path as a server sees it: decoded."""
    return re.escape(unquote(key)).replace('"', '["]').replace("\\ ", "[ ]")
