"""This room is the table of what lawyers cite by: gazettes, reporters of courts, words that open laws and decisions."""

from __future__ import annotations

import re

#: Country or union → its gazettes and collections of laws, as patterns; case is left aside.
GAZETTES: dict[str, tuple[str, ...]] = {
    "eu": (
        r"(?:oj|jo|abl|do|gu|dz\.?\s?urz)\.?(?:\s(?:ue|eu|eg))?(?:\s(?:nr\.?|n[.°º]))?\s[lc](?=\s?\d)",
        r"official journal of the european (?:union|communities)",
        r"amtsblatt der europäischen (?:union|gemeinschaften)",
    ),
    "de": (r"(?:bgbl|rgbl|gvbl|gvobl)\.?(?:\siii?(?!\w)|\si(?!\w))?", r"(?:bundes|reichs)gesetzblatt(?:\sii?(?!\w))?"),
    "fr": (r"j\.?o\.?r\.?f\b\.?", r"journal officiel(?: de la république française)?", r"moniteur belge"),
    "es": (r"b\.?o\.?e\b\.?", r"bolet[ií]n oficial(?: del estado)?", r"diario oficial(?: de la \w+)?"),
    "pt": (r"d\.\s?o\.\s?u\.|dou\b", r"diário oficial(?: \[?d[ao] \w+\]?)?", r"diário da república",
           r"lex: colet[âa]nea de legislação(?: e jurisprudência)?"),
    "it": (r"gazzetta ufficiale(?: della repubblica italiana)?", r"g\.\s?u\."),
    "pl": (r"dz\.\s?u\.", r"dziennik ustaw", r"monitor polski"),
    "tr": (r"(?:t\.?c\.? )?resm[iîı] gazete(?:['’]?de)?",),
    "ru": (
        r"собрание законодательства(?: рф| российской федерации)?",
        r"сз рф",
        r"российская газета",
        r"(?:официальные )?ведомости (?:снд|верховного|съезда|ра)(?! совет)[^.,/]{0,60}",
    ),
    "uk": (r"відомості верховної ради(?: україни)?", r"офіційний вісник україни", r"голос україни"),
    "hy": ("հհպտ", "հհ պաշտոնական տեղեկագիր"),
    "nl": (r"(?:belgisch )?staatsblad",),
    "ro": (r"monitorul oficial(?: al româniei)?",),
    "sh": (r"narodne novine", r"službeni (?:glasnik|list)(?: \w+)?"),
    "hu": ("magyar közlöny",),
    "bg": ("държавен вестник",),
    "id": (r"(?:tambahan )?lembaran negara(?: republik indonesia)?",),
    "ar": ("الجريدة الرسمية",),
    "fa": ("روزنامه رسمی",),
    "en": (r"(?:official|government) gazette", r"fed(?:eral|\.) reg(?:ister|\.)"),
}  # fmt: skip
GAZETTE = re.compile(rf"(?<![\w-])(?:{'|'.join(name for names in GAZETTES.values() for name in names)})", re.IGNORECASE)
#: First words of gazettes, in small letters.
GAZETTE_WORDS = (
    "oj jo do gu abl d g amtsblatt bgbl rgbl bundesgesetzblatt reichsgesetzblatt jorf journal moniteur boe "
    "boletín boletin diario diário dou lex gazzetta dz dziennik monitor resmî resmi t собрание сз российская "
    "официальные ведомости відомості офіційний голос հհպտ հհ belgisch staatsblad monitorul narodne službeni "
    "magyar държавен tambahan lembaran الجريدة روزنامه official government federal fed"
)
#: What a gazette's number, page or item is called where the cutter leaves the word alone: letter of the label → words.
LOCATED: dict[str, frozenset[str]] = {
    "p": frozenset("ст poz art hodv հոդ стаття статья item pos s".split()),
    "i": frozenset("n nr núm num sayı no č".split()),
}

#: States that stand before their laws as who made them.
STATES = frozenset(
    """brasil portugal españa méxico chile colombia argentina perú ecuador uruguay paraguay bolivia venezuela cuba
    guatemala honduras nicaragua panamá italia france belgique deutschland österreich schweiz türkiye polska россия
    україна հայաստան""".split()
)

#: How laws begin that `cues.LAW` does not know, by language; a year or a number stands somewhere behind it.
LAW_HEADS: dict[str, tuple[str, ...]] = {
    "en": (
        r"(?:(?:council|commission|framework|delegated|implementing) )+(?:directive|regulation|decision)",
        r"(?:regulation|directive|decision) \((?:eu|ec|eec)\)",
        r"public law (?:no\.? )?\d",
        r"executive order (?:no\.? )?\d",
    ),
    "fr": (
        r"règlement \((?:ue|ce|cee)\)",
        r"arrêté (?:du|n)",
        r"code (?:civil|pénal|de commerce|du travail|de procédure|électoral|général)",
        r"constitution d[ue] ",
        r"loi (?:organique|constitutionnelle)",
    ),
    "es": (
        r"reglamento \((?:ue|ce)\)",
        r"directiva \d",
        r"ley orgánica \d",
        "constitución (?:española|política|nacional)",
        "código (?:civil|penal|de)",
    ),
    "pt": (r"regulamento \((?:ue|ce)\)", "lei complementar", "emenda constitucional", r"decreto-lei (?:n|\d)"),
    "it": (
        r"legge (?:\d|costituzionale|n\.|regionale)",
        r"regolamento \((?:ue|ce)\)",
        "costituzione della",
        "codice (?:civile|penale|di)",
        r"d\.\s?lgs\.",
    ),
    "de": (
        r"verordnung \((?:eu|eg|ewg)\)",
        r"richtlinie (?:\d|\()",
        r"(?:bundes)?gesetz (?:über|zu[rm]|vom|betreffend|für)",
        r"(?:bundes)?verfassung de[rs]",
    ),
    "ru": (
        r"конституция (?:рф|российской|республики|ссср)",
        r"(?:(?:гражданский|уголовный|трудовой|семейный|налоговый|земельный|жилищный|бюджетный) )?кодекс \w+",
        r"(?:гражданский|уголовный) процессуальный кодекс",
        "распоряжение (?:правительства|президента)",
    ),
    "uk": (
        "конституція україни",
        "(?:(?:цивільний|кримінальний|сімейний|земельний|податковий|виборчий|процесуальний) )*кодекс україни",
        "постанова (?:верховної|кабінету)",
        "закон україни",
    ),
    "pl": ("konstytucja rzeczypospolitej", r"ustawa (?:z dnia|z \d)", "rozporządzenie "),
    "cs": (r"(?:ústavní )?zákon č\.", r"vyhláška č\.", r"nařízení vlády č\."),
    "nl": (r"wet van \d", r"koninklijk besluit"),
    "ro": (r"legea nr\.", r"constituția româniei"),
    "tr": (r"\d{3,4} sayılı", "türkiye türk sayılı cumhuriyeti anayasası"),
    "hy": ("հհ (?:սահմանադրություն|քրեական|քաղաքացիական|ընտրական|օրենք)", "հայաստանի հանրապետության սահմանադրություն"),
    "id": (r"undang-undang ", r"peraturan (?:pemerintah|presiden|menteri) "),
}
LAW_HEAD = re.compile(rf"(?:{'|'.join(head for heads in LAW_HEADS.values() for head in heads)})", re.IGNORECASE)
#: The first words of all that begins a law, as a fragment gives them; Turkish begins with the law's number.
LAW_WORDS = frozenset(
    """public executive règlement arrêté constitution loi décret ordonnance reglamento directiva ley real decreto
    constitución regulamento lei emenda decreto-lei portaria resolução medida constituição legge regolamento
    costituzione verordnung richtlinie gesetz bundesgesetz grundgesetz
    bundesverfassung verfassung закон кодекс гражданский уголовный трудовой семейный налоговый
    земельный жилищный бюджетный цивільний кримінальний сімейний земельний податковий виборчий распоряжение конституция
    указ постановление федеральный конституція постанова konstytucja ustawa rozporządzenie zákon ústavní
    vyhláška nařízení legea constituția türkiye türk sayılı հհ հայաստանի undang-undang peraturan law act
    regulation directive decree code código codice federal basic council commission framework wet koninklijk
    kanun օրենք قانون""".split()
)
#: Last words of the names of laws, where the word stands last.
LAST_WORDS = frozenset("anayasası kanunu yönetmeliği օրենք օրենքը օրենսգիրք սահմանադրություն".split())

#: How decisions begin that name no parties, by country: the court, or the sort of decision with its number.
DECISION_HEADS: dict[str, tuple[str, ...]] = {
    "en": (r"(?:Reference re|Ex parte) [A-Z]",),
    "de": (r"(?:BVerfG|BVerwG|BGH|BAG|BSG|BFH|EuGH|EGMR|OLG \w+|VG \w+),\s(?:Urt|Beschl)",
           r"(?:Urteil|Beschluss) des "),
    "fr": (
        r"Cass\.\s(?:civ|crim|soc|com|ass|ch|req|plén)", r"CE,?\s(?:[Aa]ss|[Ss]ect|\d)", r"Cons\. const\.",
        r"Cour de cassation,", r"Conseil (?:d[’']État|constitutionnel),\s",
    ),
    "es": (r"S(?:TC|TS|TSJ|AN)\s\d+/\d{4}",
           r"Sentencia (?:del Tribunal|de la Corte|[CTS]-?\d)", r"Corte Constitucional"),
    "pt": (r"ST[FJ],\s(?:ADI|ADC|ADPF|RE|HC|REsp|MS)",
           r"(?:Ação Direta|Arguição de Descumprimento|Recurso (?:Extraordinário|Especial)|Habeas Corpus) "),
    "it": (r"Corte (?:cost(?:ituzionale|\.)|cass\.|di [Cc]assazione),\s", r"Cass\.\s(?:civ|pen|sez)"),
    "ru": (r"(?:Постановление|Определение|Решение) (?:Конституционного|Верховного|Пленума|Арбитражного)",),
    "uk": (r"(?:Рішення|Постанова|Ухвала) (?:Конституційного|Верховного|Пленуму)",),
    "hy": (r"ՀՀ (?:[Սս]ահմանադրական|վճռաբեկ) դատարան", r"ՍԴՈ-\d"),
    "tr": (r"(?:Anayasa Mahkemesi|AYM|Yargıtay|Danıştay)[^,]{0,30},\s(?:E\.|\d|K\.|B\.)",),
    "pl": (r"(?:Wyrok|Uchwała|Postanowienie) (?:TK|SN|NSA|Trybunału|Sądu)",),
    "cs": (r"(?:Nález|Rozsudek|Usnesení) (?:Ústavního|Nejvyššího|ÚS)",),
}  # fmt: skip
DECISION_HEAD = re.compile("|".join(head for heads in DECISION_HEADS.values() for head in heads))
DECISION_WORDS = frozenset(
    """reference ex bverfg bverwg bgh bag bsg bfh eugh egmr olg vg urteil beschluss cass ce cons cour conseil stc sts
    stsj san sentencia corte stf stj ação arguição recurso habeas постановление определение решение рішення постанова
    ухвала հհ սդո anayasa aym yargıtay danıştay wyrok uchwała postanowienie nález rozsudek usnesení bverfge bghz bghst
    bverwge bge rgz bage""".split()
)
#: Courts that stand before the parties of their decisions.
COURT_NAME = re.compile(
    r"(?:ECtHR|ECHR|CJEU|CJUE|CJCE|TPICE|TPIUE|TUE|ECJ|"
    r"EuGH|EGMR|CEDH|IACtHR|ICJ|PCIJ|ICTY|ICTR|ICC|European Court of|Court of Justice|"
    r"Inter-American Court|Corte (?:Interamericana|IDH|Constitucional|Suprema)|Suprema Corte|"
    r"Cour (?:européenne|internationale|de justice)|"
    r"Tribunal (?:Europeo|de Justicia|Constitucional|Supremo)|Sup(?:remo|erior) Tribunal|Consejo de Estado|"
    r"International Court|Supreme Court|House of Lords)(?!\w)"
)
#: What a decision calls itself, anywhere in its name.
DECIDED = re.compile(
    r"(?:judge?ment|advisory opinion|order|merits|arrêt|avis consultatif|sentencia|sentenza|sentença)(?!\w)",
    re.IGNORECASE,
)
#: Reporters of German and Swiss courts, which hold nothing but decisions.
REPORTERS = frozenset("BVerfGE BVerfGK BVerwGE BGHZ BGHSt BAGE BSGE BFHE RGZ RGSt BGE VfSlg".split())
#: Reporters that print their name first, then the volume, then the page; those that print a year instead.
NAMED_FIRST = re.compile(
    rf"(?<!\w)(?P<c>{'|'.join(sorted(REPORTERS))})\s"
    r"(?P<v>\d{1,3}(?:\s[IV]+[ab]?)?)(?:,\s?(?:S\.\s)?|\s)(?P<p>\d{1,5})(?!\w)"
)
BY_YEAR = re.compile(
    r"(?<!\w)(?P<c>I\.?\s?C\.?\s?J\.?\sRep(?:orts|\.)?|C\.?\s?I\.?\s?J\.?\sRec(?:ueil|\.)?|P\.?C\.?I\.?J\.?|"
    r"Rec(?:ueil|\.)(?: Lebon)?|"
    r"Lebon|NJW|JZ|NVwZ|EuGRZ|Bull\.\s(?:civ|crim)\.(?:\s[IVX]+)?|E\.?C\.?H\.?R\.?|"
    r"RTJ|AIR)\s(?P<y>[12]\d{3})(?:-[IVX]+)?(?:,|\s(?:SC|FC|PC)(?=\s\d))\s?"
    r"(?:(?:p|S|at)\.?\s?)?(?P<p>\d{1,5})(?!\w)"
)
#: The reporter of a year that is known already: "Rec. p. 1141".
BY_PAGE = re.compile(r"(?<!\w)(?P<c>Rec|Lebon)(?:\.? Lebon)?\.?,?\sp\.\s?(?P<p>[IVX]*-?\d{1,5})(?!\w)")
#: The year first, in square brackets: [1963] ECR 1; a court's own numbering has no page: [2017] UKSC 5.
BRACKETED = re.compile(
    r"\[(?P<y>[12]\d{3})\]\s(?:(?P<k>(?:UK(?:SC|HL|PC|UT)|EW(?:CA|HC)(?:\s(?:Civ|Crim))?|HCA|FCA|SCC|ZACC|IESC|NZSC|"
    r"NICA|CSIH|INSC)"
    r"\s\d{1,5}(?:\s\(\w+\))?)|(?:(?P<v>\d{1,2})\s)?(?P<c>[A-Z][A-Za-z.]{0,7}(?:\s[A-Z][A-Za-z.]{0,6}){0,2})\s"
    r"(?P<p>(?:[IVX]{1,4}(?:-[AB])?[-\u2010\u2011])?\d{1,5}))(?!\w)"
)
#: The volume first: 384 U.S. 436, 5 U.S. (1 Cranch) 137, 175 CLR 1, 1155 UNTS 331.
VOLUME_FIRST = re.compile(
    r"(?<![\w.§/])(?P<v>\d{1,4})\s(?P<c>U\.\s?S\.|US|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|F\.(?:\s?(?:2d|3d|4th|"
    r"Supp\.(?:\s?[23]d)?))?|"
    r"Stat\.|WL|CLR|ALR|E\.?R\.?|All ER|W\.?L\.?R\.?|D\.?L\.?R\.?|S\.?C\.?R\.?|EHRR|E\.H\.R\.R\.|"
    r"[A-Z][a-z]{2,5}\.\s?(?:2d|3d|4th)|"
    r"U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|I\.?L\.?M\.?|U\.S\.T\.|"
    r"C\.?T\.?S\.?)\s(?:\((?P<n>\d+\s\w+\.?)\)\s)?(?P<p>\d{1,5}|[IVXL]+)(?!\w)"
)
#: The number of a case or an application: no. 5493/72, 1 BvR 400/51, n° 200286, № 21-П.
DOCKET = re.compile(
    r"(?:(?:(?:app(?:l(?:ication)?)?s?\.?|case|req(?:uête)?\.?|docket|beschwerde|dossier|дело|жалоба|справа|dava|"
    r"esas)\s)?"
    r"(?:no|nos|nr|n[°º]|№)\.?\s?(?P<k>(?:[A-Z]{2,5}-)?\d[\w./-]*\w)|"
    r"(?P<b>\d{1,2}\s(?:BvR|BvE|BvF|BvL|BvG|BvQ|StR|AZR|ABR|ZR|ZB|C|B|U)\s\d{1,5}/\d{2,4})|"
    r"(?P<z>[IVX]+\sZ[RB]\s\d+/\d+)|(?:aff|rs)\.\s(?P<w>[CT]?-?\d{1,4}/\d{2}(?:\sP)?))(?!\w)",
    re.IGNORECASE,
)
_LIMB = r",\s(?=Inc|Ltd|LLC|L\.L\.C|Co\b|Corp|et\sal)"
#: The parties of a decision, with the number that tells it from another one of the same parties.
PARTIES = re.compile(
    rf"(?!(?:[^\W\d_]\.\s?)+v)[^\W\d_](?:[^\d\[“\",;:]|{_LIMB}){{0,90}}?\s(?:v\.?|vs\.|c/)\s(?:(?:the|la|le|les|"
    rf"l['’])\s?)?[^\W\d_a-z]"
    rf"(?:[^\d\[(“\",;:.]|\.(?=\w|\s(?:[a-z&]|[A-Z]\.|v))|{_LIMB}){{1,90}}(?:\s?\([Nn]o\.?\s?\d+\))?"
)
#: What announces the sign of a document or the number of a case, and is no part of it.
ANNOUNCES = re.compile(
    r"(?:(?:u\.?n\.?|eu)\s)?(?:doc(?:ument)?s?|celex|symbol)\.?(?:\sno\.?)?$|(?:joined\s)?(?:cases?|affaires?|"
    r"rechtssachen?|"
    r"aff\.?|rs\.?|asuntos?|cause?a)$",
    re.IGNORECASE,
)
