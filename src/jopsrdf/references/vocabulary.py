"""This room is the table of words that give a part of a reference away, by what they announce and by language.

A word is written in lower case, without its stop; words of several tokens are told by their first one in the
lexer and in full in `ROLES` and `ET_AL`. To teach the grammar a language, add its words here and train again.
"""

from __future__ import annotations

from itertools import chain

#: What a word announces → language → the words. A word may stand in several rows.
CUES: dict[str, dict[str, str]] = {
    "journal": {
        "en": "journal journals j review reviews bulletin annals transactions quarterly letters magazine "
        "gazette record "
        "studies archives advances notices monthly weekly digest newsletter times post tribune herald "
        "chronicle yearbook "
        "rev ann trans bull arch lett acta stud res sci med eur int j.",
        "de": "zeitschrift archiv jahrbuch blätter mitteilungen zeitung rundschau berichte beiträge "
        "forschungen annalen z zs jb",
        "fr": "revue annales cahiers archives mémoires bulletin études lettre",
        "es": "revista anales anuario boletín cuadernos gaceta estudios",
        "pt": "revista anais cadernos boletim arquivos estudos arq cad gaceta",
        "it": "rivista annali quaderni bollettino archivio giornale studi",
        "tr": "dergisi dergi mecmuası bülteni araştırmaları",
        "ru": "журнал вестник известия ученые записки вопросы труды бюллетень обозрение газета исследования "
        "изв вестн журн",
        "uk": "журнал вісник наукові записки питання бюлетень",
        "hy": "հանդես տեղեկագիր լրաբեր պարբերական բանբեր",
        "ar": "مجلة المجلة حوليات جريدة دورية",
        "fa": "مجله فصلنامه پژوهشنامه نشریه دوفصلنامه",
        "id": "jurnal majalah buletin",
        "pl": "przegląd zeszyty rocznik studia kwartalnik czasopismo pamiętnik",
        "cs": "časopis sborník",
        "nl": "tijdschrift",
        "sv": "tidskrift",
        "zh": "学报 学刊 杂志 研究 评论 期刊 季刊 月刊",
        "ja": "雑誌 論集 紀要 学報 研究",
        "ko": "학회지 논문집 저널 연구",
    },
    "publisher": {
        "en": "press publishing publishers publisher publications books editions inc ltd llc gmbh co company & sons "
        "springer elsevier wiley routledge palgrave macmillan sage mcgraw-hill pearson penguin norton brill blackwell "
        "longman academic springer-verlag kluwer addison-wesley prentice-hall prentice hall mit oup cup up publ "
        "kaufmann birkhäuser harper knopf vintage doubleday polity verso ashgate thomson wadsworth lang "
        "cambridge oxford",
        "de": "verlag verl suhrkamp fischer gruyter nomos kohlhammer niemeyer vandenhoeck ruprecht mohr "
        "siebeck beck reclam druck",
        "fr": "éditions éd presses librairie gallimard seuil puf minuit larousse colin armand flammarion "
        "fayard hachette imprimerie",
        "es": "editorial ediciones libros siglo fondo alianza ariel paidós tecnos impr",
        "pt": "editora edições livraria vozes cortez zahar atlas artmed contexto ed",
        "it": "editore edizioni editrice einaudi laterza mulino feltrinelli mondadori franco",
        "tr": "yayınları yayınevi yayıncılık yay kitap kitabevi kitapevi matbaası basımevi",
        "ru": "издательство изд-во изд наука мысль издат просвещение логос прогресс типография политиздат",
        "uk": "видавництво вид-во вид наукова думка",
        "hy": "հրատարակչություն հրատ",
        "ar": "دار مكتبة مطبعة منشورات للنشر والتوزيع",
        "fa": "انتشارات نشر",
        "id": "penerbit pustaka gramedia",
        "pl": "wydawnictwo wyd oficyna pwn",
        "cs": "nakladatelství vydavatelství",
        "nl": "uitgeverij",
        "sv": "förlag",
        "zh": "出版社 书局 印书馆 书店",
        "ja": "書店 出版 書房 出版会",
        "ko": "출판사 출판",
    },
    "organisation": {
        "en": "university college institute institution school department ministry association society foundation "
        "organization organisation academy council committee commission centre center laboratory laboratories bureau "
        "office agency union bank consortium group board government parliament network museum library "
        "hospital corporation "
        "federation secretariat univ inst dept labs nations agency team administration",
        "de": "universität institut ministerium hochschule gesellschaft akademie stiftung bundesministerium "
        "amt bundesamt",
        "fr": "université institut ministère école académie société conseil commission centre laboratoire organisation",
        "es": "universidad centro organización comité coordinación observatorio instituto ministerio escuela "
        "facultad academia consejo comisión asociación sociedad fundación secretaría",
        "pt": "universidade centro coordenação observatório organização comitê prefeitura sindicato instituto "
        "ministério faculdade escola academia conselho comissão associação sociedade fundação "
        "secretaria departamento serviço fundacao agência",
        "it": "università istituto ministero accademia consiglio fondazione",
        "tr": "üniversitesi enstitüsü bakanlığı fakültesi vakfı kurumu derneği",
        "ru": "университет институт министерство академия общество фонд центр ун-т ин-т кафедра факультет "
        "комитет организация",
        "uk": "університет інститут міністерство академія товариство",
        "hy": "համալսարան ինստիտուտ ակադեմիա նախարարություն",
        "ar": "جامعة معهد وزارة كلية مركز",
        "fa": "دانشگاه موسسه وزارت",
        "id": "universitas institut kementerian fakultas badan",
        "pl": "uniwersytet instytut ministerstwo akademia",
        "cs": "univerzita ústav",
        "nl": "universiteit",
        "sv": "universitet",
        "zh": "大学 学院 研究所 委员会",
        "ja": "大学 研究所",
        "ko": "대학교 연구원 연구소",
    },
    "conference": {
        "en": "proceedings proc conference conf symposium workshop congress meeting colloquium presented paper annual "
        "international lecture lectures notes lncs icml nips cvpr iccv eccv acl emnlp sigmod vldb focs "
        "stoc popl ieee acm",
        "de": "tagung kongress konferenz tagungsband",
        "fr": "colloque congrès actes",
        "es": "congreso actas simposio jornadas",
        "pt": "congresso anais simpósio encontro seminário",
        "it": "convegno atti congresso",
        "tr": "kongresi sempozyumu bildiriler bildirileri",
        "ru": "конференции конференция материалы симпозиум сборник съезд",
        "id": "prosiding seminar konferensi",
        "pl": "konferencja materiały",
        "ar": "مؤتمر",
        "zh": "会议 论文集",
    },
    "series": {
        "en": "series ser lecture notes monograph monographs texts collection library",
        "de": "reihe schriftenreihe schriften",
        "fr": "collection coll que sais-je",
        "es": "colección col serie",
        "pt": "coleção col série",
        "it": "collana",
        "ru": "серия сер",
        "tr": "dizisi",
        "pl": "seria",
    },
    "report": {
        "en": "report reports technical tech rep paper papers working discussion memo memorandum bulletin "
        "brief policy wp",
        "de": "bericht arbeitspapier",
        "fr": "rapport document",
        "es": "informe documento",
        "pt": "relatório documento nota",
        "tr": "raporu",
        "ru": "отчет доклад препринт",
        "id": "laporan",
    },
    "thesis": {
        "en": "thesis theses dissertation ph.d phd m.sc msc m.s doctoral doctorate master's masters doctor "
        "unpublished m.a degree",
        "de": "dissertation diss habilitationsschrift masterarbeit diplomarbeit doktorarbeit "
        "inaugural-dissertation phil",
        "fr": "thèse mémoire doctorat maîtrise",
        "es": "tesis doctoral maestría tesina licenciatura",
        "pt": "tese dissertação mestrado doutorado monografia graduação",
        "it": "tesi dottorato laurea",
        "tr": "tezi yüksek doktora lisans",
        "ru": "диссертация дис дисс автореферат автореф канд докт",
        "uk": "дисертація дис автореф",
        "hy": "ատենախոսություն",
        "ar": "رسالة أطروحة ماجستير دكتوراه",
        "fa": "پایان‌نامه رساله",
        "id": "skripsi tesis disertasi",
        "pl": "praca doktorska rozprawa magisterska",
        "zh": "学位论文 博士 硕士",
        "ko": "박사학위논문 석사학위논문",
    },
    "editor": {
        "en": "ed eds editor editors edited ed. compiled comp comps edt",
        "de": "hrsg hg hgg herausgegeben herausgeber hrsg.",
        "fr": "dir dirs éd éds sous direction",
        "es": "coord coords compilador comp comps eds editor coordinador coordinadores",
        "pt": "org orgs organizador organizadores organização coord coords orgs.",
        "it": "cura",
        "tr": "editör editörler der haz hazırlayan ed",
        "ru": "ред редакцией отв сост под общ редкол",
        "uk": "ред уклад",
        "hy": "խմբ կազմ",
        "ar": "تحرير تحقيق",
        "fa": "ویراستار به‌کوشش",
        "id": "penyunting",
        "pl": "red redakcja",
        "nl": "onder redactie",
        "zh": "主编 编",
        "ja": "編",
        "ko": "편",
    },
    "translator": {
        "en": "trans transl translated translator translators tr",
        "de": "übers übersetzt übersetzung",
        "fr": "trad traduit traduction",
        "es": "trad traducción traducido traductor",
        "pt": "trad tradução traduzido tradutor",
        "it": "trad traduzione traduttore",
        "tr": "çev çeviren çevirenler",
        "ru": "пер перевод переводе",
        "uk": "пер переклад",
        "hy": "թարգմ",
        "ar": "ترجمة",
        "fa": "ترجمه مترجم",
        "id": "terjemahan",
        "pl": "tłum przeł przekład",
        "zh": "译",
        "ja": "訳",
        "ko": "역 옮김",
    },
    "in": {"*": "in em en dans nel in: 收入 載 within içinde kitabında в у w ի ضمن در dalam"},
    "volume": {
        "en": "vol vols volume volumes v",
        "de": "bd bde band bände jg jahrgang",
        "fr": "t tome",
        "es": "vol tomo año",
        "pt": "vol volume tomo ano",
        "it": "vol volume anno",
        "tr": "cilt c",
        "ru": "т том тт вып",
        "uk": "т том",
        "hy": "հ հատ հատոր",
        "ar": "المجلد مج",
        "fa": "جلد دوره سال ج",
        "id": "jilid",
        "pl": "t tom r",
        "cs": "roč sv",
        "zh": "卷 第",
    },
    "number": {
        "en": "no nos number numbers issue iss nr num n suppl supplement supl art article",
        "de": "nr heft h",
        "fr": "no n° nº numéro",
        "es": "núm num nº n.º número",
        "pt": "nº n.º n.o núm número",
        "it": "fasc fascicolo",
        "tr": "sayı s no",
        "ru": "№ номер n°",
        "uk": "№ ч",
        "hy": "թիվ n",
        "ar": "العدد ع",
        "fa": "شماره ش",
        "id": "nomor",
        "pl": "nr z zeszyt",
        "cs": "č",
        "zh": "期",
        "ja": "号",
        "ko": "호",
    },
    "page": {
        "en": "p pp page pages pg pgs pps",
        "de": "s seite seiten",
        "fr": "p pp pages",
        "es": "pág págs pp",
        "pt": "p pp pág págs",
        "it": "pp pagg",
        "tr": "s ss",
        "ru": "с стр cc c",
        "uk": "с стор",
        "hy": "էջ",
        "ar": "ص صص الصفحات",
        "fa": "ص صص صفحات",
        "id": "hlm hal",
        "pl": "s ss str",
        "nl": "blz",
        "zh": "页",
        "ja": "頁",
        "ko": "쪽",
    },
    "edition": {
        "en": "edition edn ed rev revised",
        "de": "auflage aufl",
        "fr": "édition éd",
        "es": "edición ed",
        "pt": "edição ed",
        "it": "edizione ed",
        "tr": "baskı bs basım",
        "ru": "изд издание",
        "uk": "вид видання",
        "pl": "wyd wydanie",
        "cs": "vyd vydání",
        "nl": "druk",
        "ar": "الطبعة ط",
        "fa": "چاپ",
        "zh": "版",
    },
    "access": {
        "en": "accessed retrieved viewed visited accessed: access consulted cited checked",
        "de": "abgerufen zugriff aufgerufen eingesehen abruf stand",
        "fr": "consulté consultée consulte",
        "es": "consultado consulta acceso recuperado consultada",
        "pt": "acesso acessado acedido consultado acessada",
        "it": "consultato accesso",
        "tr": "erişim tarihi erişildi",
        "ru": "дата обращения обращение",
        "uk": "звернення дата",
        "hy": "դիտվել",
        "ar": "تاريخ الاطلاع الدخول",
        "id": "diakses",
        "pl": "dostęp dostępu",
        "cs": "cit",
        "zh": "访问",
    },
    "available": {
        "en": "available from online url http https www website doi link web",
        "de": "online verfügbar unter internet",
        "fr": "disponible en ligne",
        "es": "disponible recuperado línea",
        "pt": "disponível linha",
        "it": "disponibile",
        "tr": "adresinden",
        "ru": "режим доступа электронный ресурс",
        "uk": "режим доступу електронний ресурс",
        "id": "tersedia diakses",
        "pl": "dostępne",
        "cs": "dostupné",
    },
    "no-date": {"*": "n.d s.d forthcoming press o.j б.г s.f b.d prelo prensa appear submitted preprint t.y n.d. بدون"},
    "function": {
        "en": "the of a an and for on to with from by at as is are was its their between into how what why "
        "under over not or toward towards",
        "de": "der die das des dem den ein eine einer und für mit von zur zum im am auf aus über bei zwischen "
        "als ist nicht",
        "fr": "le la les un une des du et pour dans sur avec par au aux entre l d est que qui",
        "es": "el la los las un una del y para por sobre con entre al como que se su",
        "pt": "o a os as um uma do da dos das e para por sobre com entre no na nos nas ao à como que se",
        "it": "il lo la i gli le un una del della dei delle e per su con tra nel nella al che",
        "tr": "ve ile bir için olarak üzerine bu",
        "ru": "и в на о об по из с к от для как что при не или их его",
        "uk": "і в у на про з до від для як що та й",
        "id": "dan di dalam yang pada untuk dengan terhadap",
        "pl": "i w z na do o od dla jako po",
        "nl": "de het een van en voor met op",
        "sv": "och en ett för med av i på",
    },
}

#: Words that join the last two names of a list.
AND = frozenset("and & und et y e и i ve dan en och og ja és şi și и та й և و 和 與 与 と и и и с a".split()) - {
    "с",
    "a",
}
#: What stands for further names.
ET_AL = (
    "et al",
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
        "penyunting|تحرير|تحقيق|主编|编|編|編著|편|in|in:".split("|"),
        "editor",
    ),
    **dict.fromkeys(
        "trans|transl|translated by|translated|translation by|translator|translators|tr|tr by|trans by|"
        "übers|übers von|übersetzt von|aus dem englischen von|trad|trad de|trad par|"
        "trad fr par|traduit par|traduction de|traducido por|traducción de|tradução|tradução de|tradução "
        "por|traduzido por|traduzione di|trad di|çev|çeviren|çevirenler|пер|перевод|"
        "пер с англ|в переводе|переклад|թարգմ|ترجمة|ترجمه|tłum|przeł|przekład|vertaald door|terj|"
        "terjemahan|译|訳|역|옮김".split("|"),
        "translator",
    ),
    **dict.fromkeys(
        "interviewed by|interview by|interview with|interviewed|entrevista a|entrevistado por|entrevista "
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
    "tribunal",
    "conferência",
    "departement",
    "государственный",
    "национальный",
    "всемирная",
}

#: Names of months and seasons: language → twelve months, then the seasons; a stroke joins the spellings of one.
MONTHS: dict[str, str] = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug "
    "september/sept/sep october/oct november/nov december/dec",
    "de": "januar/jänner februar märz/mär april mai juni juli august september oktober/okt november dezember/dez",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre octobre "
    "novembre décembre/déc",
    "es": "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre "
    "noviembre diciembre/dic",
    "pt": "janeiro fevereiro/fev março abril/abr maio/mai junho julho agosto/ago setembro/set outubro/out "
    "novembro dezembro/dez",
    "it": "gennaio/genn/gen febbraio/febbr marzo aprile maggio/magg giugno luglio agosto settembre/sett "
    "ottobre/ott novembre dicembre/dic",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "январь/января/янв февраль/февраля/февр/фев март/марта апрель/апреля/апр май/мая июнь/июня "
    "июль/июля август/августа/авг "
    "сентябрь/сентября/сент октябрь/октября/окт ноябрь/ноября/нояб декабрь/декабря/дек",
    "uk": "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня "
    "липень/липня серпень/серпня "
    "вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
    "hy": "հունվար/հունվարի փետրվար/փետրվարի մարտ/մարտի ապրիլ/ապրիլի մայիս/մայիսի հունիս/հունիսի "
    "հուլիս/հուլիսի օգոստոս/օգոստոսի "
    "սեպտեմբեր/սեպտեմբերի հոկտեմբեր/հոկտեմբերի նոյեմբեր/նոյեմբերի դեկտեմբեր/դեկտեմբերի",
    "id": "januari februari maret april mei juni juli agustus/agu september oktober november desember/des",
    "pl": "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca "
    "lipiec/lipca sierpień/sierpnia "
    "wrzesień/września październik/października listopad/listopada grudzień/grudnia",
    "cs": "leden/ledna únor/února březen/března duben/dubna květen/května červen/června červenec/července "
    "srpen/srpna září říjen/října listopad/listopadu prosinec/prosince",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "levant": "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين",
}
SEASONS = frozenset(
    "spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver "
    "primavera verano otoño invierno verão outono inverno "
    "estate autunno inverno bahar yaz güz kış весна лето осень зима зимний wiosna lato jesień zima".split()
)
#: What stands for the authors of the entry before.
SAME = frozenset(
    "id|idem|eadem|iidem|ders|dies|derselbe|dieselbe|the same|same author|тот же|он же|её же|його ж|aynı yazar|"
    "o mesmo|el mismo|lo stesso|le même|même auteur|նույնը|نفسه|همو|tenże|taż|penulis yang sama".split("|")
)
#: What stands for the whole entry before.
SAME_WORK = frozenset(
    "ibid|ibidem|ibíd|ebd|ebenda|ebda|там|там же|там само|a.g.e|agm|a.g.m|age|նույն|tamże|همان|المرجع|المصدر".split("|")
)
