"""This room is the table of the words that references print between their parts, in the languages beyond `phrases`."""

from __future__ import annotations

_KEYS = "IN ED EDS EDBY TR VOL NO PP P ACC AVAIL EDN AND ETAL MED".split()
#: Language → the words of `_KEYS` in their order, parted by ";", a stroke between alternatives.
_ROWS: dict[str, str] = {
    "nl": "In|In:|in; red.; red.|reds.|(red.); onder redactie van|red.; vertaald door|vert.; vol.|jg.|dl.; nr.|no.; "
    "p.|pp.|blz.; p.; Geraadpleegd op|geraadpleegd; Beschikbaar op|Via; druk; en; e.a.|et al.; [online]",
    "cs": "In:|In; ed.; eds.|ed.; ed.|edd.|uspořádal; přel.|přeložil; roč.|sv.; č.; s.; s.; cit.|[cit.; Dostupné z:; "
    "vyd.; a; a kol.|et al.; [online]",
    "sv": "I|i|I:; red.; red.; red.; övers.|översättning; vol.|årg.|bd; nr|h.; s.; s.; Hämtad|hämtad; Tillgänglig:; "
    "uppl.; och; m.fl.|et al.; [online]",
    "ro": "în|în:|În; coord.|ed.; coord.|ed.|eds.; coord.|editat de|îngrijită de; trad.|traducere de; vol.|tom.; nr.; "
    "p.|pp.; p.; accesat la|accesat; Disponibil la:; ed.; și; et al.|ș.a.; [online]",
    "hu": "In:|In; szerk.; szerk.; szerk.; ford.|fordította; köt.|évf.|vol.; sz.|no.; p.|pp.; o.; "
    "Letöltés:|letöltés ideje:; Elérhető:; kiad.; és; et al.|és mtsai; [online]",
    "vi": "Trong|trong; chủ biên; chủ biên; chủ biên; dịch|người dịch; Tập|tập; số|Số; tr.; tr.; truy cập ngày|"
    "Truy cập; Truy cập tại; tái bản; và; và cộng sự|và nnk; [trực tuyến]",
    "az": "kitabda:|In; red.; red.; red.; tərc.|tərcümə edən; c.|cild; №|say; s.; s.; müraciət tarixi:; URL:; nəşr; "
    "və; və b.|və s.; [elektron resurs]",
    "el": "στο|στο:|Στο|στο βιβλίο; επιμ.; επιμ.|(επιμ.); επιμ.|επιμέλεια; μτφρ.|μετάφραση; τόμ.|τ.; τχ.|τεύχος|αρ.; "
    "σ.|σσ.; σ.; πρόσβαση|ανακτήθηκε; Διαθέσιμο στο:; έκδ.; και; κ.ά.|κ.α.; [διαδικτυακά]",
    "bg": "В:|в; съст.|ред.; съст.|ред.; съст.|под ред. на|ред.; прев.; т.|Т.; бр.|№|кн.; с.|С.; с.; посетен на|"
    "последно посещение:; достъпно на:; изд.; и; и др.; [онлайн]",
    "kk": "Кітапта:; ред.; ред.; ред.|жауапты ред.; ауд.; Т.|т.; №; Б.|б.; б.; қаралған күні:; URL:; бас.; және; "
    "және т.б.|т.б.; [Электрондық ресурс]",
    "ka": "წიგნში:|კრებულში:; რედ.; რედ.; რედ.; თარგმ.|თარგმანი; ტ.|ტომი; №|N; გვ.; გვ.; ნანახია; ხელმისაწვდომია:; "
    "გამოც.; და; და სხვ.; [ელექტრონული რესურსი]",
    "he": "בתוך|בתוך:; עורך; עורכים|עורך; בעריכת; תרגום|תרגם; כרך|כ'; גיליון|חוברת; עמ'|עמ׳; עמ'; נדלה ב; זמין ב; "
    "מהדורה; ו; ואחרים|ואח'; [מקוון]",
    "hi": "में; संपा.|सं.; संपा.|संपादक; संपा.; अनु.|अनुवादक; खंड|भाग; अंक|सं.; पृ.|पृष्ठ; पृ.; अभिगमन तिथि; उपलब्ध; "
    "संस्करण; और; आदि|एवं अन्य; [ऑनलाइन]",
    "ja": "所収; 編; 編; 編; 訳; 第; 号; 頁|p.; 頁; 閲覧日; 入手先; 版; ・; ほか|他; [オンライン]",
    "ko": "수록; 편; 편; 편; 역|옮김; 제; 호; 쪽|pp.; 쪽; 접속일; 출처; 판; ·; 외; [온라인]",
}  # fmt: skip
FURTHER: dict[str, dict[str, str]] = {
    language: dict(zip(_KEYS, (words.strip() for words in row.split(";")), strict=True))
    for language, row in _ROWS.items()
}
