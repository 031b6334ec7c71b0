"""This room holds bibliographic facts in the languages beyond `facts`, and more works, theses' words and people.

Rows are as in `facts`; they are mixed by column, so that the model learns forms and not works.
"""

from __future__ import annotations

#: Language → rows.
FURTHER: dict[str, str] = {
    "nl": """
Huizinga, Johan|1919|Herfsttij der Middeleeuwen|||||Tjeenk Willink|Haarlem
Romein, Jan; Romein, Annie|1934|De lage landen bij de zee|||||De Haan|Utrecht
Schama, Simon|1988|Overvloed en onbehagen. De Nederlandse cultuur in de Gouden Eeuw|||||Contact|Amsterdam
van Deursen, A. Th.|1991|Mensen van klein vermogen. Het kopergeld van de Gouden Eeuw|||||Bert Bakker|Amsterdam
Lijphart, Arend|1968|Verzuiling, pacificatie en kentering in de Nederlandse politiek|||||De Bussy|Amsterdam
Blok, Petrus Johannes|1892|Geschiedenis van het Nederlandsche volk|||||Wolters|Groningen
Kossmann, Ernst Heinrich|1963|De doctrine van de scheiding|Tijdschrift voor Geschiedenis|76|1|43-60||
von der Dunk, Hermann W.|1986|Over de grenzen van het politieke|Bijdragen en Mededelingen betreffende de Geschiedenis der Nederlanden|101|3|321-340||
Centraal Bureau voor de Statistiek|2019|Bevolking en huishoudens|||||CBS|Den Haag
""",
    "cs": """
Patočka, Jan|1990|Kacířské eseje o filosofii dějin|||||Academia|Praha
Masaryk, Tomáš Garrigue|1895|Česká otázka. Snahy a tužby národního obrození|||||Čas|Praha
Palacký, František|1848|Dějiny národu českého v Čechách a v Moravě|||||J. G. Kalve|Praha
Macura, Vladimír|1983|Znamení zrodu. České obrození jako kulturní typ|||||Československý spisovatel|Praha
Mukařovský, Jan|1948|Kapitoly z české poetiky|||||Svoboda|Praha
Křen, Jan|1990|Konfliktní společenství. Češi a Němci 1780–1918|||||Academia|Praha
Hroch, Miroslav|1971|Evropská národní hnutí v 19. století|Československý časopis historický|19|5|723-746||
Jakobson, Roman|1934|Co je poesie|Volné směry|30|4|229-239||
Havelka, Miloš|2001|Spor o smysl českých dějin|Sociologický časopis|37|2|145-160||
Český statistický úřad|2021|Sčítání lidu, domů a bytů|||||ČSÚ|Praha
""",
    "sv": """
Strindberg, August|1886|Tjänstekvinnans son. En själs utvecklingshistoria|||||Bonniers|Stockholm
Myrdal, Alva; Myrdal, Gunnar|1934|Kris i befolkningsfrågan|||||Bonniers|Stockholm
Liedman, Sven-Eric|1997|I skuggan av framtiden. Modernitetens idéhistoria|||||Bonnier Alba|Stockholm
Englund, Peter|1988|Poltava. Berättelsen om en armés undergång|||||Atlantis|Stockholm
Frykman, Jonas; Löfgren, Orvar|1979|Den kultiverade människan|||||LiberLäromedel|Lund
Hägerstrand, Torsten|1970|Tidsanvändning och omgivningsstruktur|Svensk geografisk årsbok|46|1|133-150||
Weibull, Lauritz|1911|Den nordiska historiens källor|Historisk tidskrift|31|2|213-229||
Statistiska centralbyrån|2018|Sveriges framtida befolkning 2018–2070|||||SCB|Stockholm
""",
    "ro": """
Eliade, Mircea|1991|Istoria credințelor și ideilor religioase|||||Editura Științifică|București
Iorga, Nicolae|1936|Istoria românilor|||||Datina Românească|București
Călinescu, George|1941|Istoria literaturii române de la origini până în prezent|||||Fundația Regală pentru Literatură și Artă|București
Noica, Constantin|1978|Sentimentul românesc al ființei|||||Editura Eminescu|București
Boia, Lucian|1997|Istorie și mit în conștiința românească|||||Humanitas|București
Blaga, Lucian|1936|Spațiul mioritic|||||Cartea Românească|Sibiu
Pop, Ioan-Aurel|1998|Națiunea română medievală|||||Polirom|Iași
Zub, Alexandru|1983|Istoriografia română la vârsta sintezei|Anuarul Institutului de Istorie și Arheologie|20|1|15-34||
Papacostea, Șerban|1978|Relațiile internaționale în răsăritul Europei|Revista de istorie|31|5|899-918||
Academia Română|2003|Istoria românilor. Tratat|||||Editura Enciclopedică|București
""",
    "hu": """
Szekfű Gyula|1920|Három nemzedék. Egy hanyatló kor története|||||Élet|Budapest
Szűcs Jenő|1981|Vázlat Európa három történeti régiójáról|Történelmi Szemle|24|3|313-359||
Bibó István|1946|A kelet-európai kisállamok nyomorúsága|||||Új Magyarország|Budapest
Lukács György|1975|Az esztétikum sajátossága|||||Magvető Kiadó|Budapest
Hanák Péter|1988|A Kert és a Műhely|||||Gondolat|Budapest
Romsics Ignác|1999|Magyarország története a XX. században|||||Osiris Kiadó|Budapest
Makkai László|1948|Magyar–román közös múlt|||||Teleki Pál Tudományos Intézet|Kolozsvár
Kosáry Domokos|1980|Művelődés a XVIII. századi Magyarországon|Századok|114|2|179-204||
Andorka Rudolf|1995|A társadalmi mobilitás változásai|Szociológiai Szemle|5|1|45-63||
""",
    "vi": """
Đào Duy Anh|1938|Việt Nam văn hóa sử cương|||||Quan Hải Tùng Thư|Huế
Trần Trọng Kim|1920|Việt Nam sử lược|||||Nhà xuất bản Trung Bắc Tân Văn|Hà Nội
Trần Quốc Vượng|2000|Văn hóa Việt Nam: tìm tòi và suy ngẫm|||||Nhà xuất bản Văn hóa Dân tộc|Hà Nội
Phan Huy Lê|2007|Lịch sử và văn hóa Việt Nam: tiếp cận bộ phận|||||Nxb Giáo dục|Hà Nội
Trần Ngọc Thêm|1996|Tìm về bản sắc văn hóa Việt Nam|||||Nxb Thành phố Hồ Chí Minh|Thành phố Hồ Chí Minh
Hà Văn Tấn|1982|Một số vấn đề về văn hóa Phùng Nguyên|Tạp chí Khảo cổ học||1|5-20||
Nguyễn Khắc Viện|1971|Bàn về đạo Nho|Tạp chí Nghiên cứu Lịch sử|12|3|14-27||
""",
    "az": """
Rəsulzadə Məmməd Əmin|1990|Azərbaycan Cümhuriyyəti|||||Elm|Bakı
Əliyarlı Süleyman|1996|Azərbaycan tarixi|||||Azərbaycan nəşriyyatı|Bakı
Mahmudov Yaqub|2006|Azərbaycan: qısa dövlətçilik tarixi|||||Təhsil|Bakı
Bünyadov Ziya|1989|Azərbaycan VII–IX əsrlərdə|||||Azərnəşr|Bakı
Qasımov Musa|2001|Azərbaycan beynəlxalq münasibətlər sistemində|Tarix və onun problemləri|3|2|15-28||
Həsənov Əli|2011|Geosiyasət nəzəriyyələri və müasir dünya|Dövlət idarəçiliyi|9|4|7-19||
""",
    "el": """
Δημαράς, Κ. Θ.|1948|Ιστορία της νεοελληνικής λογοτεχνίας|||||Ίκαρος|Αθήνα
Πολίτης, Λίνος|1978|Ιστορία της νεοελληνικής λογοτεχνίας|||||Μορφωτικό Ίδρυμα Εθνικής Τραπέζης|Αθήνα
Σβορώνος, Νίκος|1976|Επισκόπηση της νεοελληνικής ιστορίας|||||Θεμέλιο|Αθήνα
Κονδύλης, Παναγιώτης|1988|Ο νεοελληνικός Διαφωτισμός. Οι φιλοσοφικές ιδέες|||||Θεμέλιο|Αθήνα
Κιτρομηλίδης, Πασχάλης|1996|Νεοελληνικός Διαφωτισμός: οι πολιτικές και κοινωνικές ιδέες|||||ΜΙΕΤ|Αθήνα
Παπαρρηγόπουλος, Κωνσταντίνος|1860|Ιστορία του ελληνικού έθνους|||||Πάσσαρης|Αθήνα
Βέικος, Θεόφιλος|1999|Εθνικισμός και εθνική ταυτότητα|||||Ελληνικά Γράμματα|Αθήνα
Τσουκαλάς, Κωνσταντίνος|1977|Εξάρτηση και αναπαραγωγή: ο κοινωνικός ρόλος των εκπαιδευτικών μηχανισμών στην Ελλάδα|||||Εκδόσεις Θεμέλιο|Αθήνα
Λέκκας, Παντελής|1994|Ο εθνικισμός ως ιδεολογία|Επιθεώρηση Κοινωνικών Ερευνών|83|2|3-42||
Διαμαντούρος, Νικηφόρος|1983|Η μετάβαση από το αυταρχικό στο δημοκρατικό καθεστώς στην Ελλάδα|Ελληνική Επιθεώρηση Πολιτικής Επιστήμης|49|1|52-87||
Ελληνική Στατιστική Αρχή|2014|Απογραφή πληθυσμού-κατοικιών 2011|||||ΕΛΣΤΑΤ|Πειραιάς
""",
    "bg": """
Златарски, Васил|1918|История на българската държава през средните векове|||||Държавна печатница|София
Хилендарски, Паисий|1972|Славянобългарска история|||||Български писател|София
Генчев, Николай|1978|Българското възраждане|||||Отечествен фронт|София
Тодорова, Мария|1999|Балкани, балканизъм|||||Фондация „Българска наука и изкуство“|София
Гюзелев, Васил|1969|Княз Борис Първи|||||Наука и изкуство|София
Даскалов, Румен|1997|Българското възраждане. Формиране и еволюция|Исторически преглед|53|2|112-131||
Кьосев, Александър|1998|Бележки за самоколонизиращите се култури|Литературен вестник|8|20|11-12||
Национален статистически институт|2012|Преброяване на населението и жилищния фонд|||||НСИ|София
""",
    "kk": """
Әуезов Мұхтар|1991|Уақыт және әдебиет|||||Жазушы|Алматы
Байтұрсынұлы Ахмет|1989|Әдебиет танытқыш|||||Жалын|Алматы
Марғұлан Әлкей|1985|Ежелгі жыр, аңыздар|||||Жазушы|Алматы
Нұрпейіс Кеңес|1995|Алаш һәм Алашорда|||||Ататек|Алматы
Қозыбаев Манаш|2000|Қазақ мемлекеттілігінің тарихы|Отан тарихы|3|2|5-18||
Қойгелдиев Мәмбет|2008|Алаш қозғалысы және ұлттық идея|ҚазҰУ хабаршысы. Тарих сериясы|48|1|12-20||
""",
    "ka": """
ბერძენიშვილი, ნიკო|1965|საქართველოს ისტორიის საკითხები|||||მეცნიერება|თბილისი
კეკელიძე, კორნელი|1960|ძველი ქართული ლიტერატურის ისტორია|||||საბჭოთა საქართველო|თბილისი
ლორთქიფანიძე, მარიამ|1979|საქართველოს სამეფო|||||განათლება|თბილისი
მესხია, შოთა|1972|ძლევაი საკვირველი|||||თბილისის უნივერსიტეტის გამომცემლობა|თბილისი
ჩიქობავა, არნოლდ|1950|ქართული ენის ზოგადი დახასიათება|||||გამომცემლობა „მეცნიერება“|თბილისი
სურგულაძე, აკაკი|1988|ქართული საზოგადოებრივი აზრი|მაცნე. ისტორიის სერია|3|2|45-60||
მუსხელიშვილი, დავით|1990|საქართველოს ისტორიული გეოგრაფია|ქართული წყაროთმცოდნეობა|8|1|21-39||
""",
    "he": """
בן-גוריון, דוד|1971|מדינת ישראל המחודשת|||||עם עובד|תל אביב
שלום, גרשם|1957|שבתי צבי והתנועה השבתאית בימי חייו|||||עם עובד|תל אביב
אורבך, אפרים אלימלך|1969|חז"ל: פרקי אמונות ודעות|||||מאגנס|ירושלים
קויפמן, יחזקאל|1937|תולדות האמונה הישראלית|||||מוסד ביאליק|ירושלים
שגב, תום|1991|המיליון השביעי|||||כתר|ירושלים
הורוביץ, דן; ליסק, משה|1977|מיישוב למדינה|||||עם עובד|תל אביב
כץ, יעקב|1958|מסורת ומשבר|ציון|23|2|174-193||
אטינגר, שמואל|1969|ההיסטוריוגרפיה היהודית|תרביץ|38|1|55-71||
הלשכה המרכזית לסטטיסטיקה|2019|שנתון סטטיסטי לישראל|||||הלמ"ס|ירושלים
""",
    "hi": """
शुक्ल, रामचन्द्र|1929|हिन्दी साहित्य का इतिहास|||||नागरी प्रचारिणी सभा|काशी
द्विवेदी, हजारी प्रसाद|1940|हिन्दी साहित्य की भूमिका|||||राजकमल प्रकाशन|नई दिल्ली
शर्मा, रामविलास|1961|भाषा और समाज|||||राजकमल प्रकाशन|दिल्ली
सिंह, नामवर|1968|कविता के नए प्रतिमान|||||राजकमल प्रकाशन|नई दिल्ली
मिश्र, विद्यानिवास|1978|परम्परा बन्धन नहीं|||||वाणी प्रकाशन|नई दिल्ली
वर्मा, निर्मल|1991|भारत और यूरोप|आलोचना|40|3|21-35||
पाण्डेय, मैनेजर|1981|साहित्य और इतिहास दृष्टि|पहल|12|2|5-18||
""",
}
#: Language → more rows for the languages of `facts`.
MORE: dict[str, str] = {
    "de": """
Dahrendorf, Ralf|1965|Gesellschaft und Demokratie in Deutschland|||||Piper|München
Elias, Norbert|1939|Über den Prozeß der Zivilisation. Soziogenetische und psychogenetische Untersuchungen|||||Haus zum Falken|Basel
Adorno, Theodor W.; Horkheimer, Max|1947|Dialektik der Aufklärung. Philosophische Fragmente|||||Querido|Amsterdam
Assmann, Jan|1992|Das kulturelle Gedächtnis. Schrift, Erinnerung und politische Identität in frühen Hochkulturen|||||C. H. Beck|München
Kant, Immanuel|1781|Kritik der reinen Vernunft|||||Johann Friedrich Hartknoch|Riga
Winkler, Heinrich August|2000|Der lange Weg nach Westen|||||Beck|München
Nipperdey, Thomas|1983|Deutsche Geschichte 1800–1866. Bürgerwelt und starker Staat|||||Beck|München
Schröder, Gerhard|1970|Gesellschaft im Wandel|||||Westdeutscher Verlag|Opladen
Kielmansegg, Peter Graf|2000|Integration und Demokratie|Europäische Integration||||Leske + Budrich|Opladen
Scharpf, Fritz W.|1985|Die Politikverflechtungs-Falle: Europäische Integration und deutscher Föderalismus im Vergleich|Politische Vierteljahresschrift|26|4|323-356||
Mommsen, Wolfgang J.|1971|Die latente Krise des Wilhelminischen Reiches|Historische Zeitschrift|212|1|56-79||
Rosenberg, Hans|1943|Die Pseudodemokratisierung der Rittergutsbesitzerklasse|Geschichte und Gesellschaft|9|2|213-240||
Planck, Max|1901|Über das Gesetz der Energieverteilung im Normalspectrum|Zeitschrift für Physik|4|3|553-563||
Mannheim, Karl|1928|Das Problem der Generationen|Kölner Vierteljahrshefte für Soziologie|7|2|157-185||
""",
    "fr": """
Aron, Raymond|1962|Paix et guerre entre les nations|||||Calmann-Lévy|Paris
Durkheim, Émile|1895|Les règles de la méthode sociologique|||||Félix Alcan|Paris
Ricœur, Paul|2000|La mémoire, l'histoire, l'oubli|||||Éditions du Seuil|Paris
Ozouf, Mona|1976|La fête révolutionnaire, 1789-1799|||||Gallimard|Paris
Rosanvallon, Pierre|1998|Le peuple introuvable. Histoire de la représentation démocratique en France|||||Gallimard|Paris
Chartier, Roger|1989|Le monde comme représentation|Annales. Histoire, sciences sociales|44|6|1505-1520||
Passeron, Jean-Claude|1990|Biographies, flux, itinéraires, trajectoires|Revue française de sociologie|31|1|3-22||
Prost, Antoine|1984|Les monuments aux morts. Culte républicain ?|Les lieux de mémoire||||Gallimard|Paris
Duby, Georges; Perrot, Michelle|1991|Écrire l'histoire des femmes|Histoire des femmes en Occident||||Plon|Paris
Ministère des Affaires étrangères|2008|Livre blanc sur la politique étrangère et européenne de la France|||||La Documentation française|Paris
""",
    "es": """
Maravall, José Antonio|1975|La cultura del Barroco. Análisis de una estructura histórica|||||Ariel|Barcelona
Zea, Leopoldo|1957|América en la historia|||||Fondo de Cultura Económica|México, D. F.
Cardoso, Fernando Henrique; Faletto, Enzo|1969|Dependencia y desarrollo en América Latina|||||Siglo XXI Editores|México
Paz, Octavio|1950|El laberinto de la soledad|||||Cuadernos Americanos|México
Malamud, Carlos|2005|Las relaciones entre la Unión Europea y América Latina|Boletín Elcano|12|66|1-18||
Germani, Gino|1978|Autoritarismo, fascismo y populismo nacional|Revista Mexicana de Sociología|40|2|87-112||
Portantiero, Juan Carlos|1977|Economía y política en la crisis argentina|Revista Internacional de Filosofía Política|39|2|531-565||
Zapata, Francisco|1999|Globalización y trabajo|Nueva Sociedad||161|60-74||
""",
    "it": """
De Felice, Renzo|1965|Mussolini il rivoluzionario|||||Einaudi|Torino
Momigliano, Arnaldo|1955|Contributo alla storia degli studi classici|||||Edizioni di Storia e Letteratura|Roma
Chabod, Federico|1961|Storia dell'idea d'Europa|||||Laterza|Bari
Croce, Benedetto|1932|Storia d'Europa nel secolo decimonono|||||Laterza|Bari
Galasso, Giuseppe|1975|Il Mezzogiorno nella storia d'Italia|||||Le Monnier|Firenze
Bolaffi, Angelo|1987|La crisi del sistema politico tedesco|il Mulino|36|3|421-439||
Venturi, Franco|1962|La circolazione delle idee|Rassegna storica del Risorgimento|41|2|203-222||
Rosselli, Nello|1935|Mazzini e Bakunin. Dodici anni di movimento operaio|Studi storici|4|1|55-80||
Levi, Giovanni; Ginzburg, Carlo|1981|Il nome e il come. Scambio ineguale e mercato storiografico|Quaderni storici|14|40|181-190||
""",
    "tr": """
Tunçay, Mete|1981|Türkiye Cumhuriyeti’nde Tek Parti Yönetiminin Kurulması|||||Yurt Yayınları|Ankara
Karpat, Kemal H.|2003|Osmanlı Modernleşmesi: Toplum, Kuramsal Değişim ve Nüfus|||||İmge Kitabevi|Ankara
Aydın, Mustafa|1999|Türk Dış Politikasının Belirleyenleri|Liberal Düşünce|4|13|45-72||
Ülgener, Sabri Fehmi|1951|İktisadi İnhitat Tarihimizin Ahlak ve Zihniyet Meseleleri|||||İsmail Akgün Matbaası|İstanbul
Uzunçarşılı, İsmail Hakkı|1945|Osmanlı Devletinin Saray Teşkilâtı|||||Türk Tarih Kurumu|Ankara
Fığlalı, Ethem Ruhi|1980|Hâricîliğin Doğuşu ve Fırkalara Ayrılışı|Ankara Üniversitesi İlahiyat Fakültesi Dergisi|22|1|245-275||
Ocak, Ahmet Yaşar|1998|Osmanlı Toplumunda Zındıklar ve Mülhidler|Belleten|62|234|501-530||
Bilgin, Pınar|2005|Güvenlik Çalışmalarında Yeni Açılımlar|Stratejik Araştırmalar|8|14|69-96||
Yavuz, Yusuf Şevki|1994|Delil|Türkiye Diyanet Vakfı İslâm Ansiklopedisi||||TDV Yayınları|İstanbul
Kutlu, Sönmez|2003|Mâtürîdîlik|İmam Mâturîdî ve Maturidilik||||Kitâbiyât|Ankara
""",
    "ru": """
Топоров Владимир Николаевич|1995|Миф. Ритуал. Символ. Образ|||||Прогресс-Культура|М.
Лихачев Дмитрий Сергеевич|1979|Поэтика древнерусской литературы|||||Наука|Л.
Хантингтон Сэмюэл|2003|Столкновение цивилизаций|||||АСТ|М.
Ключевский Василий Осипович|1987|Сочинения. Курс русской истории|||||Мысль|М.
Ильин Иван Александрович|1993|О грядущей России|||||Воениздат|М.
Следзевский Игорь Васильевич|1997|Эвристические возможности и пределы цивилизационного подхода|Цивилизации: сборник статей||||Наука|М.
Колмогоров Андрей Николаевич|1941|Локальная структура турбулентности в несжимаемой вязкой жидкости|Доклады Академии наук СССР|30|4|299-303||
Сергунин Александр Анатольевич|2005|Международная безопасность: новые подходы и концепты|Полис||6|126-137||
Торкунов Анатолий Васильевич|2019|Российская внешняя политика: взгляд в будущее|Вестник МГИМО-Университета|12|5|7-18||
Пивоваров Юрий Сергеевич; Фурсов Андрей Ильич|1999|Русская Система как попытка понимания русской истории|Полис|9|4|37-48||
Успенский Борис Андреевич|1994|Избранные труды. Семиотика истории|||||Гнозис|М.
""",
    "uk": """
Плохій Сергій Миколайович|2016|Брама Європи. Історія України від скіфських воєн до незалежності|||||Клуб Сімейного Дозвілля|Харків
Субтельний Орест|1993|Україна: історія|||||Либідь|Київ
Попович Мирослав Володимирович|1998|Нарис історії культури України|||||АртЕк|К.
Грицак Ярослав Йосипович|2000|Нарис історії України: формування модерної української нації XIX–XX ст.|||||Генеза|Київ
Яковенко Наталя Миколаївна|2005|Нарис історії середньовічної та ранньомодерної України|||||Критика|Київ
Смолій Валерій Андрійович|1998|Українська козацька держава: витоки та шляхи історичного розвитку|Вісник НАН України|12|2|25-41||
Шевельов Юрій Володимирович|1996|Москва, Маросєйка|Сучасність|35|1|72-83||
""",
    "pl": """
Kieniewicz, Stefan|1968|Historia Polski 1795–1918|||||Państwowe Wydawnictwo Naukowe|Warszawa
Kołakowski, Leszek|1976|Główne nurty marksizmu. Powstanie – rozwój – rozkład|||||Instytut Literacki|Paryż
Janion, Maria|2006|Niesamowita Słowiańszczyzna. Fantazmaty literatury|||||Wydawnictwo Literackie|Kraków
Tazbir, Janusz|1967|Państwo bez stosów. Szkice z dziejów tolerancji w Polsce|||||PIW|Warszawa
Topolski, Jerzy|1977|Metodologia historii|||||PWN|Warszawa
Nowak, Stefan|1979|System wartości społeczeństwa polskiego|Studia Socjologiczne|75|4|155-173||
Bardach, Juliusz|1988|Od narodu politycznego do narodu etnicznego|Kultura i Społeczeństwo|37|4|3-16||
Halecki, Oskar; Bystroń, Jan Stanisław|1933|Historia a socjologia|Kwartalnik Historyczny|47|1|12-30||
Główny Urząd Statystyczny|2021|Narodowy Spis Powszechny Ludności i Mieszkań|||||GUS|Warszawa
""",
    "id": """
Kartodirdjo, Sartono|1984|Pemberontakan Petani Banten 1888|||||Pustaka Jaya|Jakarta
Budiardjo, Miriam|2008|Dasar-Dasar Ilmu Politik|||||Gramedia Pustaka Utama|Jakarta
Moleong, Lexy J.|2017|Metodologi Penelitian Kualitatif|||||Remaja Rosdakarya|Bandung
Arikunto, Suharsimi|2010|Prosedur Penelitian: Suatu Pendekatan Praktik|||||Rineka Cipta|Jakarta
Azra, Azyumardi|1994|Jaringan Ulama Timur Tengah dan Kepulauan Nusantara Abad XVII dan XVIII|||||Mizan|Bandung
Wahid, Abdurrahman|1989|Pribumisasi Islam|Jurnal Pemikiran Islam|4|1|12-25||
Kemdikbud|2016|Panduan Penilaian|||||Kementerian Pendidikan dan Kebudayaan|Jakarta
""",
    "hy": """
Բարխուդարյան Վլադիմիր|2010|Հայոց պատմություն|||||Զանգակ-97|Երևան
Սարգսյան Արամ|2008|Լեռնային Ղարաբաղի հիմնախնդիրը|||||ԵՊՀ հրատարակչություն|Երևան
Հովհաննիսյան Նիկոլայ|1999|Արևելագիտական հետազոտություններ|Մերձավոր և Միջին Արևելքի երկրներ և ժողովուրդներ|18|1|5-22||
Պողոսյան Գևորգ|2006|Ժամանակակից հայ հասարակությունը|21-րդ դար|4|3|88-102||
Ջահուկյան Գևորգ|1987|Հայոց լեզվի պատմություն. նախագրային ժամանակաշրջան|||||ՀՍՍՀ ԳԱ հրատարակչություն|Երևան
""",
    "ar": """
عبد الرحمن، طه|1994|تجديد المنهج في تقويم التراث|||||المركز الثقافي العربي|بيروت
الوردي، علي|1969|لمحات اجتماعية من تاريخ العراق الحديث|||||مطبعة الإرشاد|بغداد
حنفي، حسن|1980|التراث والتجديد|||||المركز العربي للبحث والنشر|القاهرة
شرابي، هشام|1987|البنية البطركية: بحث في المجتمع العربي المعاصر|||||دار الطليعة|بيروت
بشارة، عزمي|2013|في الثورة والقابلية للثورة|مجلة تبين|2|5|9-31||
""",
    "fa": """
شریعتی، علی|1971|بازگشت به خویشتن|||||حسینیه ارشاد|تهران
طباطبایی، جواد|1994|زوال اندیشه سیاسی در ایران|||||نشر کویر|تهران
بشیریه، حسین|1995|جامعه‌شناسی سیاسی: نقش نیروهای اجتماعی در زندگی سیاسی|||||نشر نی|تهران
سریع‌القلم، محمود|2000|سیاست خارجی جمهوری اسلامی ایران|فصلنامه مطالعات راهبردی|3|4|45-70||
""",
    "zh": """
梁启超|1902|新史学|||||中华书局|北京
胡适|1919|中国哲学史大纲|||||商务印书馆|上海
俞可平|2000|治理与善治|||||社会科学文献出版社|北京
周志华|2016|机器学习|||||清华大学出版社|北京
苏国勋; 刘小枫|2005|社会理论的开端和终结|||||华东师范大学出版社|上海
王浦劬|2014|国家治理、政府治理和社会治理的含义及其相互关系|国家行政学院学报|17|3|11-17||
王缉思; 袁鹏|2012|中美战略互疑：解析与应对|国际战略研究|25|4|1-22||
中国互联网络信息中心|2022|中国互联网络发展状况统计报告|||||中国互联网络信息中心|北京
李稻葵; 刘霖林; 王红领|2009|GDP中劳动份额演变的U型规律|经济研究|44|1|70-82||
""",
    "ja": """
網野善彦|1978|無縁・公界・楽：日本中世の自由と平和|||||平凡社|東京
川島武宜|1967|日本人の法意識|||||岩波書店|東京
中根千枝|1967|タテ社会の人間関係|||||講談社|東京
細谷千博; 綿貫譲治|1977|対外政策決定過程の日米比較|||||東京大学出版会|東京
猪口孝|1985|国際関係の政治経済学|国際政治|79|1|1-20||
五百旗頭真|1999|占領期の日本外交|中央公論|114|8|55-73||
国土交通省|2020|国土交通白書|||||日経印刷|東京
""",
    "ko": """
이기백|1976|한국사신론|||||일조각|서울
한영우|2004|다시 찾는 우리 역사|||||경세원|파주
강만길|1984|한국근대사|||||창작과비평사|서울
박명림; 김상준|2011|한국전쟁과 민주주의|한국정치연구|20|2|33-58||
문정인|1999|김대중 정부의 통일외교정책|국가전략|5|2|5-26||
통계청|2020|인구주택총조사|||||통계청|대전
""",
}
#: Language → names of degrees, universities and series, as in `facts`.
DEGREES: dict[str, str] = {
    "de": "Diss. Univ. Wien|phil. Diss.|Magisterarbeit|Diplomarbeit|unveröff. Dissertation",
    "fr": "thèse de doctorat|thèse de doctorat en médecine|thèse de doctorat d'État|mémoire de master|"
    "thèse de doctorat en science politique",
    "it": "tesi di dottorato|tesi di laurea",
    "tr": "Doktora Tezi|Yüksek Lisans Tezi|Yayımlanmamış Yüksek Lisans Tezi",
    "hy": "պատմ. գիտ. թեկնածուի ատենախոսություն|ատենախոսություն",
    "ar": "رسالة دكتوراه|رسالة ماجستير|أطروحة دكتوراه",
    "fa": "پایان‌نامه کارشناسی ارشد|رساله دکتری",
    "nl": "proefschrift|masterscriptie",
    "cs": "disertační práce|diplomová práce",
    "sv": "diss.|doktorsavhandling",
    "ro": "teză de doctorat",
    "hu": "PhD disszertáció|doktori értekezés",
    "vi": "Luận án tiến sĩ|Luận văn thạc sĩ",
    "ko": "박사학위논문|석사학위논문",
    "ja": "博士論文|修士論文",
    "el": "διδακτορική διατριβή",
}
UNIVERSITIES: dict[str, str] = {
    "de": "Universität Wien|Universität Bielefeld|Technische Universität München",
    "fr": "Université de Strasbourg|Université Paris X Nanterre|IEP de Paris",
    "tr": "Ankara Üniversitesi, Dil ve Tarih-Coğrafya Fakültesi|Marmara Üniversitesi, Sosyal Bilimler Enstitüsü|"
    "Selçuk Üniversitesi, Sosyal Bilimler Enstitüsü|Orta Doğu Teknik Üniversitesi",
    "hy": "Երևանի պետական համալսարան",
    "ar": "جامعة القاهرة|جامعة دمشق",
    "fa": "دانشگاه تهران|دانشگاه شهید بهشتی",
    "nl": "Universiteit van Amsterdam|Universiteit Leiden",
    "cs": "Univerzita Karlova|Masarykova univerzita",
    "sv": "Uppsala universitet|Lunds universitet",
    "ro": "Universitatea din București|Universitatea Babeș-Bolyai",
    "hu": "Eötvös Loránd Tudományegyetem|Szegedi Tudományegyetem",
    "vi": "Đại học Quốc gia Hà Nội",
    "ko": "서울대학교|연세대학교",
    "ja": "東京大学|京都大学",
    "el": "Πανεπιστήμιο Αθηνών|Αριστοτέλειο Πανεπιστήμιο Θεσσαλονίκης",
    "zh": "清华大学|中国人民大学|武汉大学",
}
SERIES: dict[str, str] = {
    "ru": "Теоретическая физика|Литературные памятники|Библиотека всемирной литературы",
    "uk": "Пам'ятки політичної думки|Бібліотека історичної літератури",
    "de": "Kritische Studien zur Geschichtswissenschaft|suhrkamp taschenbuch wissenschaft",
    "fr": "Bibliothèque de philosophie contemporaine|Folio essais",
    "it": "Biblioteca di cultura storica|Piccola Biblioteca Einaudi",
    "es": "Colección Tierra Firme|Biblioteca Románica Hispánica",
    "tr": "Türk Tarih Kurumu Yayınları|Araştırma-İnceleme Dizisi",
}
