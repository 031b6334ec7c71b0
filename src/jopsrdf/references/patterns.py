"""This room is the table of patterns that fields are read with."""

from __future__ import annotations

import re

from jopsrdf.references.words.hinted import Hinted

IN = re.compile(r"^(?:(?:in|em|en|dans|nel|в|у|i|w)\s*:\s*|In\s+(?=[A-ZÀ-Þ«“\"])|//\s*)", re.IGNORECASE)
#: A title in quotation marks that ends as a sentence does: what follows is no part of it.
QUOTED_TITLE = re.compile(
    r"(?:[“«](?P<t>[^“”«»]{12,}(?:[“«][^“”«»]*[”»][^“”«»]*){0,4}[.?!,])[”»]\s|\"(?P<s>[^\"]{12,}[.?!,])\"\s)"
)
#: A medium in brackets behind a title.
MEDIUM = re.compile(
    r"\.?\s*\[(?P<m>internet|online|on-?line|e-?book|print|impreso|impresso|en ligne|"
    r"en línea|em linha|video(?: file)?|vídeo|film|dvd|"
    r"cd|audio|podcast|computer software|software|data ?set|conjunto de dados|electronic resource|"
    r"электронный ресурс|електронний ресурс|web ?page|blog|motion picture|tv series|j|m|d|c|n|eb/ol|"
    r"j/ol|m/ol|db/ol|r|s|p)\]?\s*$",
    re.IGNORECASE,
)
CHAPTER = re.compile(
    r"^(?:chapter|kapitel|capítulo|chapitre|глава|bölüm|chap\.|ch\.)\s*(?P<n>\d+|[ivxlc]+)\s*[.:,]\s*", re.IGNORECASE
)
CHAPTER_IN = re.compile(
    r"^(?:chap(?:ter|\.)?|kap(?:itel|\.)?|cap(?:ítulo|\.)?|ch\.)\s(?P<n>\d+|[ivxlc]+),?\s(?:in|en|em)\s", re.IGNORECASE
)
#: A volume in Roman numerals that ends a journal's title: `Mind LIX`.
ROMAN_VOLUME = re.compile(r"\s(?P<v>[IVXLC]{1,8})$")
#: Letters with a stop behind each but the last: `U.N.T.S`, `Dz.U`; and reporters that are always shortened.
ACRONYM = re.compile(r"(?:[A-Z]z?\.\s?)+[A-Z]|Stat|BGBl|RGBl|GVBl|Rec|Dz\. U")
SERIES_NUMBER = re.compile(
    r"^(?P<title>.*?\D)[\s,(]*(?:(?:no|nr|n|vol|bd|sv|#|№|n°|nº)\.?\s*)?"
    r"(?P<n>(?:[A-Z]{1,5}-)?[A-Z]?\d[\d./-]*(?:[, ]\d{3})*[A-Za-z]?)\)?$",
    re.IGNORECASE,
)
EDITION = re.compile(
    r"[\s,]*\b(?:edition|edn|edisi|edição|edición|édition|edizione|auflage|aufl|ed|éd|eds|изд(?:ание)?|"
    r"baskı|bs|basım|wyd(?:anie)?|vyd(?:ání)?|druk|cetakan|ط|հրատ(?:արակություն)?|uppl(?:agan)?|version|versión|versão|版)\b\.?[\s,]*",
    re.IGNORECASE,
)
INTERVIEW = Hinted(
    r"(?:interviewed by|interview(?:ed)? by|conducted by|entrevista (?:feita |concedida )?(?:por|a)|"
    r"entrevistado por|entretien (?:réalisé|mené) par|propos recueillis par|"
    r"das (?:gespräch|interview) führten?|interview:|беседовал[аи]?|интервью взял[аи]?|"
    r"röportaj:)\s+(?P<name>[^.;:()\[\]”]*?[^.;:()\[\]”\s]{3,}|[^;:()\[\]”]{3,60})\.?$",
    "interview",
    "conducted",
    "entrevist",
    "entretien",
    "recueillis",
    "gespräch",
    "беседовал",
    "интервью",
    "röportaj",
)
SUPPLEMENT = re.compile(r"\(?\bsuppl?(?:ement)?\.?(?:\s?(?P<n>\w+))?\)?", re.IGNORECASE)
DEPARTMENT = re.compile(
    r"(?:dep(?:artment|t)|school|faculty|institut|centre|center|college|fakultät|faculté|facultad|"
    r"faculdade|programa|graduate)",
    re.IGNORECASE,
)
#: Words for a report that name no series.
GENERIC = re.compile(
    r"(?:(?:technical|tech\.?|research|annual|final|internal|working|discussion|occasional|"
    r"unpublished)\s)*(?:reports?|rep\.?|papers?|memo(?:randum)?|tr|bericht|rapport|informe|relatório|"
    r"(?:u\.?\s?s\.? |united states |european )?patent(?: application)?(?: (?:us|ep|wo))?|препринт)"
    r"(?:\s?(?:no|nr|n|#)\.?)?",
    re.IGNORECASE,
)
UNIVERSITY = re.compile(
    r"univers|univ\b|\binst\b|college|hochschule|école|üniversite|университет|університет|համալսարան|جامعة|دانشگاه|大学|대학교",
    re.IGNORECASE,
)
FIRST_PUBLISHED = Hinted(
    r"(?:original(?:ly)?(?: work)? published(?: in)?|first published(?: in)?|originalausgabe|erstausgabe|publicado "
    r"originalmente en|(?:(?:obra|texto|trabajo|trabalho) )?original publicad[oa] e[nm])\s(?P<y>[12]\d{3})",
    "publi",
    "ausgabe",
)
#: Between these brackets stands the year of the first edition: "(1re éd. 1962)", "(ed. orig. 1983)".
FIRST_EDITION = re.compile(
    r"[(\[](?:1(?:re|ère|st|\.\s?ª|ª|a|\.|-е|-ше)\s?(?:éd|ed|изд|Aufl|ediz|edn|baskı|basım|uppl|wyd|вид)|"
    r"(?:ed|éd)\.?\s?or(?:ig)?\b|(?:first|prima|primera|première|primeira) (?:ed|éd)|orig\.|zuerst|erstausgabe|ilk bas)"
    r"[^()\[\]\d]{0,16}(?P<y>1[4-9]\d\d|20\d\d)[)\]]",
    re.IGNORECASE,
)
#: The first digit is looked for before its left side is looked at: a search for digits is fast, one for edges is not.
EXTENT = re.compile(r"\d(?<!\w\d)\d*\s?(?:(?:p|pp|pages|s|S|с|стр)\b\.?(?!\s?\d)|vols?\b)")
