"""This room is the table of archives and of the forms of their shelf marks, by country."""

from __future__ import annotations

import re

#: Country → archives that are cited by their letters.
ACRONYMS: dict[str, str] = {
    "ru": "ГАРФ|РГАСПИ|РГАНИ|РГВИА|РГВА|РГИА|РГАЛИ|РГАЭ|РГАДА|АВП РФ|АВПРФ|АВПРИ|ЦАМО",
    "uk": "ЦДІАК України|ЦДІАК|ЦДІАЛ України|ЦДАВО України|ЦДАВО|ЦДАГО України|ЦДАГО",
    "hy": "ՀԱԱ|НАА",
    "de": "BArch|PA AA|PAAA|GStA PK|GStA|HHStA|ÖStA",
    "fr": "AN|AMAE|SHD|CADN|ANOM",
    "en": "TNA|PRO|NARA|NAUK|Public Record Office",
    "tr": "BOA|BCA|DAGM",
    "es": "AGI|AHN|AGA|AGN|AGS",
    "pt": "ANTT|AHU",
    "it": "ACS|ASV|AAV|ASMAE",
    "pl": "AAN|AGAD|AIPN",
    "hu": "MNL OL|MOL",
}
#: A word for an archive with the words before it; nothing that is said *of* archives.
_NAMED = (
    r"(?:[^\W\d_][\w.’'-]*\s){0,6}?(?:(?:National|State|Central|Federal|Imperial|Ottoman|Royal|Presidential|Municipal|"
    r"Historical) "
    r"Archives?|(?:Bundes|Staats|Landes|Haupt|Stadt|Reichs)archiv|Politisches Archiv|Archives (?:nationales|"
    r"diplomatiques|"
    r"départementales|du [Mm]inistère)|Archivo (?:General|Histórico|Nacional)|Arquivo (?:Nacional|Histórico|Público)|"
    r"Archivio (?:di Stato|"
    r"Centrale|Segreto|Apostolico)|Archiwum (?:Akt|Główne|Państwowe)|Országos Levéltár|"
    r"Osmanlı Arşivi|"
    r"(?:[Гг]осударственный|[Нн]ациональный|[Цц]ентральный|[Вв]оенный|[Ии]сторический)(?:\s\w+){0,3} архив|"
    r"(?:[Дд]ержавний|[Цц]ентральний|[Нн]аціональний)(?:\s\w+){0,4} архів|ազգային արխիվ)"
)
ACRONYM = re.compile(rf"(?:{'|'.join(ACRONYMS.values())})(?=[\s,.;:]|$)")
#: The first words of those letters, in small letters.
FIRST_WORDS = frozenset(name.split()[0].lower() for names in ACRONYMS.values() for name in names.split("|"))
ARCHIVE_NAME = re.compile(_NAMED)
#: What the names of archives have in common, in small letters.
STEMS = ("archiv", "arquivo", "архив", "архів", "արխիվ", "arşiv", "levéltár")
#: Words before the leaves of a file.
LEAVES = re.compile(r"(?:[Лл]{1,2}|[Bb]l|fols?|ff|[Аа]рк|թթ?|թերթ|fls?|fl|k)\.?\s\d")
#: The forms of shelf marks, for where they stand apart from the archive's name.
SHELF_MARK = re.compile(
    r"(?<![\w/])(?:(?:FO|CO|WO|CAB|PREM|ADM|AIR|HO|DO|FCO|KV|BT|DEFE|POWE|INF|HW)\s\d{1,4}/\d{1,6}(?:/\d+)*|"
    r"(?:RG|Record Group)\s\d+(?:,\s(?:[Bb]ox|[Ee]ntry|[Ff]older)\s\d+)*|R\s\d+(?:\s[IVX]+)?/\d+)(?!\w)"
)
BOX = re.compile(
    r"(?<!\w)(?:[Bb]ox|[Cc]arton|[Cc]aja|[Kk]utu)\s\d+,?\s(?:[Ff]older|[Ff]ile|[Ee]xp\.|[Dd]osya)\s\d+(?!\w)"
)
