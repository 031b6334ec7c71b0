"""This room is the table of words that stand in lists of names: joints, particles, suffixes, roles, repeats."""

from __future__ import annotations

from itertools import chain

from jopsrdf.references.words.vocabulary import CUES

#: Words that join the last two names of a list.
AND = frozenset("and & und et y e и i ve dan en och og ja és şi și и та й և و 和 與 与 と и и и с a".split()) - {
    "с",
    "a",
}
#: What stands for further names.
ET_AL = (
    "et al",
    "aa.vv",
    "aa. vv",
    "et al.",
    "et alii",
    "et alia",
    "and others",
    "and colleagues",
    "и др",
    "и соавт",
    "та ін",
    "та інші",
    "і ін",
    "u. a",
    "u.a",
    "ua",
    "y otros",
    "y cols",
    "e outros",
    "e cols",
    "e col",
    "et coll",
    "vd",
    "ve diğerleri",
    "ve diğ",
    "ve ark",
    "v.d",
    "i in",
    "i inni",
    "a kol",
    "a kol.",
    "a spol",
    "en anderen",
    "e.a",
    "m.fl",
    "dkk",
    "dan kawan-kawan",
    "և այլք",
    "և ուրիշներ",
    "وآخرون",
    "و آخرون",
    "و همکاران",
    "等",
    "ほか",
    "他",
    "외",
    "et all",
    "ir kt",
    "e altri",
    "et autres",
    "m. fl",
    "ym",
    "ș.a",
    "és mtsai",
    "và nnk",
    "và cộng sự",
    "κ.ά",
    "və b",
    "т.б",
    "და სხვ",
    "ואחרים",
    "आदि",
)
#: Lower-case words that belong to a family name.
PARTICLES = frozenset(
    "de da do dos das del della di du des d' d’ van von der den ter ten te zu zum zur la le les lo el al ben bin ibn "
    "abu y i af av of und vom von'der dalla degli dei delle san st. ould bint e auf heide".split()
) - {"y", "i", "of", "und", "auf", "heide"}
NAME_SUFFIXES = frozenset("jr sr ii iii iv júnior neto filho sobrinho jr. 2nd 3rd мл ст".split())

#: What names a role before or after names. The role itself is `ROLES[phrase]`.
ROLES: dict[str, str] = {
    **dict.fromkeys(
        "ed|eds|edt|edited by|editor|editors|ed by|eds by|edited|hrsg|hrsg von|hg|hg von|hgg|"
        "herausgegeben von|herausgeber|éd|éds|dir|dirs|"
        "sous la direction de|sous la dir de|org|orgs|organizador|organizadores|organização|organização "
        "de|coord|coords|coordinador|coordinadores|coordenação|"
        "comp|comps|compilador|a cura di|cur|editör|editörler|edit|haz|hazırlayan|der|red|pod redakcją|"
        "pod red|ред|под ред|под редакцией|отв ред|под общ ред|"
        "за ред|сост|уклад|խմբ|editado por|editado|editora|compiled by|onder redactie van|redactie|"
        "compilado por|coordinado por|coordenado por|recopilado por|coordonné par|dirigé par|"
        "penyunting|szerk|szerkesztette|chủ biên|επιμ|επιμέλεια|toim|ur|priredio|съст|"
        "под ред на|упоряд|гл ред|науч ред|за заг ред|რედ|"
        "עורך|עורכים|בעריכת|संपा|संपादक|تحرير|تحقيق|主编|编|編|編著|편|in|in:".split("|"),
        "editor",
    ),
    **dict.fromkeys(
        "trans|transl|trads|penerj|translated by|translated|translation by|translator|translators|tr|tr by|trans by|"
        "übers|übers von|übersetzt von|aus dem englischen von|trad|trad de|trad par|"
        "trad fr par|traduit par|traduction de|traducido por|traducción de|tradução|tradução de|tradução "
        "por|traduzido por|traduzione di|trad di|çev|çeviren|çevirenler|пер|перевод|"
        "пер с англ|в переводе|переклад|թարգմ|ترجمة|ترجمه|tłum|przeł|przekład|vertaald door|terj|"
        "terjemahan|vert|övers|övers av|μτφρ|μετάφραση|přel|přeložil|přeložila|traducere de|prev|prevod|прев|"
        "tərc|თარგმ|"
        "fordította|תרגום|מאנגלית|अनु|अनुवादक|ترجمهٔ|译|譯|訳|역|옮김".split("|"),
        "translator",
    ),
    **dict.fromkeys(
        "interview|interviewed by|interview by|interview with|interviewed|entrevista a|entrevistado por|entrevista "
        "por|entretien avec|interviewt von|"
        "im gespräch mit|беседовал|беседовала|интервью взял|интервью взяла|söyleşi|röportaj".split("|"),
        "interviewer",
    ),
    **dict.fromkeys("by|von|par|por|de|di|di:".split("|")[:1], "author"),
}

ORGANISATION = frozenset(chain.from_iterable(words.split() for words in CUES["organisation"].values())) - {
    "office",
    "bank",
    "group",
    "school",
    "library",
    "union",
    "team",
    "board",
    "network",
    "record",
} | {
    "kingdom",
    "court",
    "ecthr",
    "tribunal",
    "gerichtshof",
    "republic",
    "academies",
    "archive",
    "archives",
    "unesco",
    "oecd",
    "ocde",
    "fao",
    "ibge",
    "nato",
    "unicef",
    "embrapa",
    "banco",
    "authors",
    "anonymous",
    "anon",
    "collaboration",
    "investigators",
    "trial",
    "brasil.",
    "países",
    "brasil",
    "govt",
    "party",
    "press",
    "company",
    "inc",
    "gmbh",
    "ltd",
    "staff",
    "editors",
    "commission",
    "group",
    "board",
    "forum",
    "congress",
    "union",
    "bank",
    "office",
    "network",
    "team",
    "sistema",
    "estado",
    "prefeitura",
    "governo",
    "congresso",
    "supremo",
    "conferência",
    "departement",
    "государственный",
    "национальный",
    "всемирная",
    "assembly",
    "contributors",
    "lab",
    "survey",
    "corp",
    "дума",
}
#: What stands for the authors of the entry before.
SAME = frozenset(
    "id|idem|uő|týž|isti|ο ίδιος|"
    "eadem|iidem|ders|dies|derselbe|dieselbe|the same|same author|тот же|он же|её же|його ж|aynı yazar|"
    "o mesmo|el mismo|lo stesso|le même|même auteur|նույնը|نفسه|همو|tenże|taż|penulis yang sama".split("|")
)
#: What stands for the whole entry before.
SAME_WORK = frozenset(
    "ibid|ibidem|ibíd|ebd|ebenda|ebda|там|там же|там само|a.g.e|agm|a.g.m|age|նույն|tamże|همان|المرجع|المصدر".split("|")
)
