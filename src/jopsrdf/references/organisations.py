"""This room knows organisations by their names: by words that no person bears, by an article, by a short form.

A name is read in small letters. Words that are family names too ("House", "Church", "Bank") decide only in the names
of bodies that are known whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jopsrdf.references.name_parts import CJK, is_initials
from jopsrdf.references.words.hinted import folded
from jopsrdf.references.words.name_words import ORGANISATION
from jopsrdf.references.words.periodicals import MAGAZINE, NEWSPAPER
from jopsrdf.text import fold

#: Words of organisations and of newspapers, by language, beside those that references print most often.
_WORDS = {
    "en": "affairs alliance allies amnesty associates associated authority authorities broadcasting campaign "
    "central children churches club coalition commerce communities congressional constitutional "
    "corps delegation democrats diplomatic doctors economist election electoral embassy endowment european "
    "federal forces foreign foundations gazette global government guardian headquarters independent "
    "industries initiative initiatives institutes intelligence intergovernmental international journal judiciary "
    "labour leadership ltd media ministries missions monetary monitor movement municipality nations national news "
    "newspaper observatory panel partners partnership plc police presidency programme project prosecutor "
    "publishing radio reporters republic reserve rights secretary security senate services "
    "solidarity "
    "states statistics strategic supreme systems taskforce technologies television times treasury tribune "
    "unions united watch women workers worldwide youth",
    "de": "arbeitsgemeinschaft arbeitskreis auswärtiges beirat bundesrepublik bundestag europäische europäischer "
    "europäisches forschungsgruppe freistaat gericht gerichtshof gewerkschaft landtag nachrichten nationen partei "
    "regierung republik "
    "rundfunk staatliches statistisches verband verein vereinigung verwaltung zeitung zentrum",
    "fr": "agence assemblée banque chambre collectif comité comptes conseils direction délégation européen "
    "européenne fédération gouvernement haut-commissariat journaux ligue mairie mouvement médecins nationale "
    "nations parti préfecture présidence quotidien république secrétariat syndicat sénat union unies frontières",
    "es": "agencia alcaldía asamblea ayuntamiento colectivo confederación congreso defensoría diputados "
    "embajada federación fiscalía fondo gobierno movimiento nacional nacionales naciones oficina partido "
    "presidencia república senado sindicato tribunal unidas unidos unión",
    "pt": "agência assembleia confederação deputados embaixada federação folha fundo movimento município nações "
    "partido polícia presidência procuradoria república senado trabalhadores tribunal união",
    "it": "agenzia associazione banca centrale comitato corriere europea federazione gazzetta governo "
    "ministeri nazionale nazioni partito presidenza repubblica senato sindacato unione unite",
    "tr": "ajansı araştırmaları bakanlığı bakanlıkları bankası başbakanlık başkanlığı başkonsolosluğu belediyesi "
    "birliği cumhurbaşkanlığı cumhuriyeti elçiliği federasyonu gazetesi genelkurmay hareketi hükümeti komisyonu "
    "komitesi komutanlığı "
    "konfederasyonu konseyi kurulu kütüphanesi mahkemesi meclisi merkezi müdürlüğü müsteşarlığı odası partisi "
    "sendikası teşkilatı valiliği yönetimi örgütü topluluğu",
    "az": "məclisi nazirliyi partiyası bankı",
    "ru": "агентство администрация ассоциация банк верховный газета группа движение департамент дума единая комиссия "
    "конституционный национальная объединённых объединенных парламент партия посольство правительство редакция "
    "россии российская российский российской рф совет союз служба суд управление федеральная федеральное "
    "федеральный федерации федерация центральный центральная",
    "uk": "агентство банк верховна державна державний кабінет комітет комісія конституційний національна національний "
    "партія служба суд україни уряд центр",
    "be": "банк міністэрства",
    "bg": "министерски министерство народно събрание съвет партия",
    "sr": "ministarstvo narodna skupština zavod министарство влада",
    "hy": "ազգային բանկ գործակալություն դատարան դաշնակցություն ժողով խորհուրդ ծառայություն կառավարություն "
    "կառավարության կենտրոն կենտրոնական կոմիտե կուսակցություն կազմակերպություն հանձնաժողով հանրապետություն "
    "հանրապետության հիմնադրամ միություն նախարարության վարչություն",
    "ka": "ბანკი კომისია პარლამენტი პარტია სამინისტრო",
    "ar": "الأمم البنك الجمهورية المجلس المحكمة المركز الوزارة اتحاد بنك جمعية حزب حكومة رئاسة لجنة مجلس محكمة مؤسسة "
    "منظمة هيئة وكالة",
    "fa": "بانک حزب دولت روزنامه سازمان شورای مجلس",
    "he": "בנק הכנסת המכון משרד מפלגת",
    "hi": "आयोग बैंक मंत्रालय संस्थान सरकार",
    "el": "βουλή επιτροπή κόμμα κυβέρνηση τράπεζα υπουργείο",
    "id": "badan biro dinas perwakilan direktorat komisi lembaga mahkamah majelis partai pemerintah republik "
    "sekretariat yayasan",
    "vi": "bộ cục đảng",
    "pl": "agencja biblioteka centrum fundacja gazeta główny kancelaria komisja narodowa narodowe narodowy ośrodek "
    "partia rzeczypospolitej sejm senat stowarzyszenie towarzystwo trybunał urząd związek",
    "cs": "banka národní parlament republiky sněmovna statistický ústřední úřad vláda",
    "ro": "academia banca curtea guvernul parlamentul partidul",
    "hu": "bizottság egyesület hivatal intézet kormány minisztérium országgyűlés tanács társaság",
    "nl": "centraal gemeente nederlandse partij regering rijksdienst tweede",
    "sv": "departementet förbundet myndigheten partiet regeringen riksdagen sveriges verket departement ministeriet "
    "regjeringen stortinget forbundet",
}  # fmt: skip
#: The words that the whole of a list may hold, in the spelling that they are looked for in.
_USUAL = frozenset(map(folded, ORGANISATION))
#: Those of them that persons are called as well: in front of a comma they say nothing.
_FAMILIES = frozenset("bank union press party office board group company staff lab forum college school record".split())
_PECULIAR = frozenset(folded(word) for words in _WORDS.values() for word in words.split())
#: Bodies whose names have nothing that a person's has not, and those of one word.
_KNOWN = frozenset(
    map(
        folded,
        (
            "Al Arabiya", "Al Jazeera", "Al-Jazeera", "Bellingcat", "Bloomberg", "Bundesanzeiger", "Bundesarchiv",
            "Bundesrat", "Bundestag", "Chatham House", "Eurostat",
            "Folha de S. Paulo", "Freedom House", "Greenpeace", "Hezbollah", "House of Commons", "House of Lords",
            "Interfax", "La Vanguardia", "Médecins du Monde", "OpenAI", "Oxfam", "Reuters", "Rosstat", "Saferworld",
            "Save the Children", "Swisspeace", "TASS", "UN Women", "White House", "Wikipedia", "Xinhua", "Интерфакс",
            "Black Lives Matter", "Google", "Facebook", "Microsoft", "Regeringen", "Regjeringen", "Riksdagen",
            "Rijksoverheid", "Stortinget", "Folketinget", "Intel", "IBM", "YouTube",
            "Мемориал", "Росстат", "ТАСС", "Единая Россия", "Արմստատ", "الجزيرة",
            "EU", "FAO", "IAEA", "ILO", "IMF", "NATO", "OCDE", "OECD", "OSCE", "UN", "UNDP", "UNESCO", "UNHCR",
            "UNICEF", "WHO", "WTO", "НАТО", "ОБСЕ", "ООН", "ՄԱԿ",
        ),
    )
)  # fmt: skip
#: How German compounds and hyphenated names of bodies end, and how long such a word is.
_COMPOUNDS = tuple(
    "ministerium gesetzblatt gericht gerichtshof bundesamt landesamt bundesbank zentralbank regierung gesellschaft "
    "kommission zeitung stiftung verband behörde institut zentrale tinget styrelsen verket departementet -центр -банк "
    "информ".split()
)
_COMPOUND = 9
#: Words that join the parts of an organisation's name, and of no person's; printed in small letters.
_JOINTS = frozenset("for without against sans pour für gegen zur contre contra senza без для против için untuk".split())
#: Articles that open no person's name, and those that open one now and then, as "Le Corbusier".
_ARTICLES = frozenset(("The", "THE", "Die"))
_DOUBTFUL_ARTICLES = frozenset(("Der", "Das", "Le", "La", "Les", "El", "Il", "O", "De", "LE", "LA", "EL", "Al"))
#: A short form in brackets behind the name that it is short for.
_SHORT_FORM = re.compile(r"\(([A-ZÀ-ÞА-ЯԱ-Ֆ]{2,9})\)?\.?$")
_INITIALS = re.compile(r"[A-ZÀ-Þ]{1,3}$")
_CHARACTERS = re.compile(
    r"(?:大学|学院|研究所|研究院|科学院|委员会|局|部|处|院|中心|协作组|小组|组织|协会|学会|公司|政府|银行|报社|编辑部|法院|省|庁|新聞社?|"
    r"銀行|議会|協会|委員会|연구소|출판부|연구원|위원회|은행|정부|신문|협회|학회)$"
)
#: Persons before the body that wrote with them: "Smith, John, and the World Health Organization".
_PERSON_FIRST = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_a-zа-я][^,]{0,30}, (?:and|&|und|et|y|e|ve|и|և) ")
#: The name of a host of bodies: persons' pages stand elsewhere, too.
_HOST = re.compile(
    r"(?:https?://|www\.)(?:www\.)?([\w-]+)\.(?:org|gov|int|eu|edu|mil|org\.\w\w|gov\.\w\w|gob\.\w\w)(?![\w.-])"
)
_GENERATION = re.compile(r"\b(?:2nd|3rd|4th)\b")
_MARKS = '.,:()[]“”"«»'


def is_organisation(text: str) -> bool:
    """Say whether a name is an organisation's: it holds a word that only they have, or is no list of persons.

    >>> is_organisation("Human Rights Watch"), is_organisation("Der Spiegel"), is_organisation("Fund, John")
    (True, True, False)
    """
    if ";" in text:
        return False
    if CJK.match(text) and _CHARACTERS.search(text.strip(" .．")):
        return True
    words = _words(text)
    if not _USUAL.isdisjoint(words):
        return "," not in text or not (_has_initials(text) or _PERSON_FIRST.match(text) or _is_inverted(text, words))
    bare = text.strip(" .")
    if any(map(str.isdigit, bare)) and any(map(str.isdigit, _GENERATION.sub("", bare))):
        return True
    if "," in bare:
        return _is_headed(bare)
    if " " not in bare and bare.isupper() and 2 <= len(bare) <= 7 and bare.isalpha():
        return True
    return _is_body(bare, words)


@lru_cache(4096)  # most of what is asked is asked again
def is_body(text: str) -> bool:
    """Say whether one name, of a list or alone, has what only organisations have; it holds no comma."""
    bare = text.strip(" .")
    words = _words(bare)
    return (" " in bare and not _USUAL.isdisjoint(words)) or _is_body(bare, words)


def _words(text: str) -> set[str]:
    return {word.strip(_MARKS) for word in folded(text).split()}


def _is_inverted(text: str, words: set[str]) -> bool:
    """Say whether the only word of an organisation is what stands alone before the comma: "Bank, Paul"."""
    head = folded(text.partition(",")[0])
    return head in _FAMILIES and len(_USUAL & words) == 1


def is_host(name: str, text: str) -> bool:
    """Say whether an address in a text is that of the body of this name.

    >>> is_host("Freedom House", "https://freedomhouse.org/report"), is_host("Paul Graham", "http://paulgraham.com/x")
    (True, False)
    """
    host = _HOST.search(text)
    return host is not None and host[1].replace("-", "") == "".join(filter(str.isalnum, fold(name)))


def _is_headed(text: str) -> bool:
    """Say whether the words before the first comma are an organisation's: "Ministry of Justice, Armenia"."""
    head = text.partition(",")[0]
    return " " in head and not _PECULIAR.isdisjoint(folded(head).split()) and not _has_initials(text)


def _has_initials(text: str) -> bool:
    return any(is_initials(word.strip(",")) and "." in word for word in text.split())


def _ends_in_initials(printed: list[str]) -> bool:
    """Say whether a name ends as "La Banca RO" does: initials without stops behind words in small letters."""
    return bool(_INITIALS.match(printed[-1])) and not all(map(str.isupper, printed))


def _is_body(bare: str, words: set[str]) -> bool:
    printed = bare.split()
    is_long = len(printed) > 1
    if is_long and not _PECULIAR.isdisjoint(words) and folded(bare) not in _KNOWN:
        return not any(is_initials(word) and "." in word for word in printed) and not _ends_in_initials(printed)
    if folded(bare) in _KNOWN or (is_long and not _JOINTS.isdisjoint(printed)):
        return True
    last = printed[-1].lower() if printed else ""
    if len(last) > _COMPOUND and last.endswith(_COMPOUNDS):
        return True
    if is_long and printed[0] in _ARTICLES:
        return True
    if is_long and printed[0] in _DOUBTFUL_ARTICLES:
        return bool(NEWSPAPER.search(bare) or MAGAZINE.search(bare))
    short = _SHORT_FORM.search(bare) if "(" in bare else None
    return bool(short and short[1][0] == bare[0] and short.start() > 2)
