"""This room is the table of places that publishers print, by the script and language they are printed in."""

from __future__ import annotations

import re

#: Language → names of cities, states and countries as title pages give them; a stroke joins the words of one name.
PLACES: dict[str, str] = {
    "en": "London New/York Cambridge Oxford Boston Chicago Philadelphia Princeton Washington Baltimore "
    "Berkeley Los/Angeles San/Francisco "
    "Stanford New/Haven Ithaca Durham Bloomington Minneapolis Austin Seattle Ann/Arbor Urbana "
    "Madison Cheltenham Northampton Basingstoke "
    "Houndmills Hampshire Aldershot Farnham Abingdon Edinburgh Glasgow Manchester Leicester Leeds "
    "Bristol Dublin Belfast Cardiff Toronto Montreal "
    "Ottawa Vancouver Melbourne Sydney Canberra Brisbane Perth Auckland Wellington Harmondsworth "
    "Hoboken Englewood/Cliffs Upper/Saddle/River "
    "Mahwah Hillsdale Thousand/Oaks Newbury/Park Beverly/Hills Boca/Raton Reading Menlo/Park "
    "San/Diego San/Jose San/Mateo Santa/Barbara Palo/Alto "
    "Pittsburgh Atlanta Dallas Houston Denver Boulder Portland Eugene Providence Hartford Westport "
    "Albany Syracuse Rochester Buffalo Lanham Totowa Garden/City "
    "Indianapolis Columbus Cleveland Detroit Grand/Rapids Notre/Dame Evanston Lincoln Lawrence "
    "Norman Tucson Salt/Lake/City Nashville Knoxville Athens "
    "Chapel/Hill Charlottesville Charlotte Richmond Alexandria Arlington Bethesda Annapolis Newark "
    "Jersey/City Dordrecht Singapore Hong/Kong Delhi New/Delhi Mumbai Bombay "
    "Calcutta Kolkata Madras Chennai Islamabad Lahore Karachi Dhaka Nairobi Lagos Ibadan Accra "
    "Johannesburg Cape/Town Pretoria Tokyo Kyoto Osaka Beijing Shanghai Seoul Taipei "
    "Manila Jakarta Kuala/Lumpur Bangkok Hanoi Colombo Tehran Baghdad Cairo Jerusalem Tel/Aviv "
    "Beirut Damascus Amman Riyadh Doha Dubai Istanbul Ankara Moscow "
    "St/Petersburg Saint/Petersburg Leningrad Kiev Kyiv Yerevan Tbilisi Baku Minsk Vilnius Riga "
    "Tallinn Warsaw Cracow Prague Bratislava Budapest Bucharest Sofia Belgrade "
    "Zagreb Ljubljana Athens Thessaloniki Rome Milan Turin Florence Venice Naples Bologna Padua "
    "Lisbon Madrid Barcelona Vienna Munich Cologne Geneva Zurich Basel Bern "
    "Brussels Antwerp Ghent Louvain Amsterdam Leiden The/Hague Rotterdam Utrecht Copenhagen "
    "Stockholm Uppsala Lund Oslo Bergen Helsinki Reykjavik "
    "UK USA U.S.A U.K England Scotland Wales Ireland Canada Australia Germany France Italy Spain "
    "Portugal Netherlands Belgium Switzerland Austria Sweden Norway Denmark "
    "Finland Poland Russia Ukraine Turkey Türkiye India China Japan Korea Brazil Mexico Argentina "
    "United/States United/Kingdom Chile Israel Egypt Iran Armenia Georgia Greece Hungary Romania Bulgaria "
    "MA NY CA NJ CT IL PA MD VA NC TX WA DC D.C OH MI MN WI IN IA CO OR AZ UT GA FL TN RI NH VT ME "
    "N.J N.Y Mass Conn Calif Pa Md Va Ill Mich Minn",
    "de": "Berlin München Frankfurt Frankfurt/am/Main Hamburg Köln Leipzig Stuttgart Tübingen Göttingen "
    "Heidelberg Wiesbaden Bonn Düsseldorf Freiburg Darmstadt Weinheim Mainz "
    "Münster Paderborn Bielefeld Marburg Gießen Jena Halle Weimar Dresden Hannover Bremen Kiel "
    "Hildesheim Regensburg Würzburg Opladen Baden-Baden Neuwied Reinbek Wien Salzburg Graz Innsbruck "
    "Zürich Basel Bern Genf Cham Vaduz Berlin/Heidelberg Hohengehren Konstanz Passau Potsdam",
    "fr": "Paris Lyon Marseille Bordeaux Toulouse Grenoble Strasbourg Lille Rennes Nantes Montpellier "
    "Aix-en-Provence Genève Lausanne Bruxelles Louvain Louvain-la-Neuve Liège Montréal Québec Arles "
    "Tunis Rabat Alger Dakar La/Haye Neuchâtel",
    "es": "Madrid Barcelona Sevilla Valencia Salamanca Granada Zaragoza Bilbao México México/D.F México/DF "
    "Ciudad/de/México Buenos/Aires Santiago Santiago/de/Chile Bogotá Medellín Lima Caracas Quito "
    "Montevideo La/Habana San/José Guadalajara La/Paz Córdoba Rosario Xalapa",
    "pt": "Lisboa Porto Coimbra Braga São/Paulo Rio/de/Janeiro Brasília Belo/Horizonte Porto/Alegre "
    "Curitiba Florianópolis Salvador Recife Fortaleza Campinas Niterói Petrópolis Belém Manaus "
    "Goiânia Natal "
    "São/Carlos Santa/Maria Viçosa Piracicaba Londrina Maringá Uberlândia Vitória Cuiabá "
    "Campo/Grande Bauru Araraquara Chapecó Ijuí Pelotas SP RJ MG RS DF PR SC BA PE Brasil "
    "Passo/Fundo João/Pessoa Lavras",
    "it": "Roma Milano Torino Firenze Venezia Napoli Bologna Padova Genova Bari Palermo Pisa Catania Siena "
    "Perugia Macerata Brescia Soveria/Mannelli Città/del/Vaticano",
    "tr": "İstanbul Ankara İzmir Bursa Konya Erzurum Eskişehir Kayseri Trabzon Samsun Sakarya Adana "
    "Antalya Isparta Elazığ Lefkoşa",
    "ru": "Москва М М.; Санкт-Петербург СПб Л Ленинград Петроград Новосибирск Екатеринбург Казань Томск "
    "Ростов-на-Дону Воронеж Самара Саратов Пермь Минск Киев К Харьков Одесса Алматы Астана Ташкент "
    "Баку Ереван Тбилиси "
    "М.–Л Нижний/Новгород Владивосток Иркутск Уфа Пг",
    "uk": "Київ Львів Харків Одеса Дніпро Чернівці Тернопіль",
    "hy": "Երևան Եր Երեւան Ե Էջմիածին Գյումրի Ստեփանակերտ Վենետիկ",
    "ar": "القاهرة بيروت دمشق بغداد عمان الرياض تونس الرباط الجزائر الدوحة دبي الكويت الدار/البيضاء عمّان جدة",
    "fa": "تهران قم مشهد اصفهان شیراز تبریز",
    "id": "Jakarta Yogyakarta Bandung Surabaya Malang Semarang Depok Bogor Medan Makassar",
    "pl": "Warszawa Kraków Wrocław Poznań Łódź Gdańsk Lublin Toruń Katowice Białystok",
    "cs": "Praha Brno Bratislava Olomouc Ostrava Košice",
    "nl": "Amsterdam Leiden Utrecht Rotterdam Groningen Nijmegen Antwerpen Gent Leuven 's-Gravenhage "
    "Den/Haag Assen Turnhout",
    "sv": "Stockholm Göteborg Lund Uppsala København Oslo Helsinki Turku Åbo Århus",
    "el": "Αθήνα Θεσσαλονίκη Πάτρα Ιωάννινα Ηράκλειο Λευκωσία Αθήναι Ρέθυμνο",
    "bg": "София Пловдив Варна Велико/Търново Шумен Русе",
    "sr": "Beograd Zagreb Ljubljana Sarajevo Novi/Sad Београд Нови/Сад Скопје Skopje",
    "be": "Мінск Гродна Гомель",
    "kk": "Алматы Астана Нұр-Сұлтан Шымкент Қарағанды Бишкек",
    "ka": "თბილისი ქუთაისი ბათუმი თბ",
    "az": "Bakı Gəncə Sumqayıt",
    "ro": "București Cluj Cluj-Napoca Iași Timișoara Sibiu Brașov Chișinău",
    "hu": "Budapest Szeged Debrecen Pécs Kolozsvár Miskolc Bp",
    "vi": "Hà/Nội Huế Thành/phố/Hồ/Chí/Minh TP.HCM Đà/Nẵng Sài/Gòn",
    "he": "ירושלים תל/אביב חיפה תל-אביב רמת/גן באר/שבע",
    "hi": "दिल्ली नई/दिल्ली वाराणसी इलाहाबाद पटना काशी मुंबई",
    "fi": "Helsinki Tampere Jyväskylä Oulu Turku",
    "la": "Romae Lipsiae Parisiis Londini Lugduni Venetiis Coloniae Basileae Amstelodami",
    "zh": "北京 上海 南京 广州 武汉 杭州 成都 西安 天津 香港 台北 长沙 重庆",
    "ja": "東京 京都 大阪",
    "ko": "서울 파주 부산 대구",
}
#: Further places, which say nothing of a title's language: publishers of any language print them.
FURTHER: dict[str, str] = {
    "en": "Malden Orlando Milwaukee Albuquerque Champaign Wilmington Mineola Dover Concord Amherst Homewood Hanover "
    "New/Brunswick Walnut/Creek South/Bend Kalamazoo Iowa/City Lubbock Savannah Charleston Norfolk Reston "
    "Santa/Monica Santa/Clara Santa/Cruz Los/Altos Redwood/City Cupertino Sebastopol Irvine Monterey Malibu "
    "Burbank Piscataway Red/Hook Secaucus White/Plains Armonk Tarrytown Saint/Louis St/Louis Saint/Paul St/Paul "
    "Kansas/City Oklahoma/City New/Orleans Baton/Rouge Jackson Memphis Birmingham Tuscaloosa Gainesville Miami "
    "Tampa Tallahassee Phoenix Tempe Las/Vegas Reno Sacramento Oakland Pasadena Honolulu Anchorage Spokane Boise "
    "Laramie Fort/Collins Omaha Des/Moines Ames West/Lafayette Cincinnati Dayton Toledo Akron East/Lansing "
    "Downers/Grove Wheaton Carbondale Schaumburg Gaithersburg Rockville College/Park Silver/Spring "
    "University/Park State/College Bethlehem Hershey Peabody Medford Waltham Brunswick Burlington Lebanon "
    "Middletown Stamford Huntington Hauppauge Long/Beach Hackensack Ross-on-Wye Chichester Harlow Liverpool "
    "Sheffield Newcastle Nottingham Coventry Exeter Norwich Southampton Brighton Bath York Lancaster Hull Oxon "
    "Surrey Kent Aberdeen Dundee St/Andrews Stirling Cork Galway Limerick Shannon Waterloo Kingston Halifax "
    "Winnipeg Calgary Edmonton Saskatoon Victoria Hamilton Christchurch Dunedin Adelaide Hobart Collingwood "
    "Bangalore Bengaluru Hyderabad Pune Ahmedabad Varanasi Lucknow Jaipur Kathmandu Yokohama Nagoya Fukuoka Busan "
    "Hangzhou Nanjing Wuhan Guangzhou Macau Phnom/Penh Addis/Ababa Kampala Harare Abuja Lusaka Durban Grahamstown "
    "Marrakech Casablanca Algiers Khartoum Karlsruhe Eindhoven Delft Maastricht Aarhus Odense Gothenburg "
    "Trondheim Lodz Poznan Wroclaw Podgorica Nicosia Valletta California Massachusetts Connecticut Pennsylvania "
    "Virginia Florida Illinois Michigan Minnesota Texas Ohio Indiana Iowa Kansas Kentucky Maryland Missouri "
    "Nebraska Oregon Utah Wisconsin Tennessee Vermont Maine Ontario New/Jersey New/Hampshire New/Mexico "
    "North/Carolina South/Carolina Rhode/Island New/South/Wales Queensland The/Netherlands Slovenia Croatia "
    "Serbia Czechia Czech/Republic Slovakia Lithuania Latvia Estonia Luxembourg Iceland Cyprus Malta New/Zealand "
    "South/Africa South/Korea Thailand Vietnam Indonesia Malaysia Philippines Pakistan Bangladesh Sri/Lanka Nepal "
    "Morocco Tunisia Algeria Nigeria Kenya Ghana Ethiopia Colombia Peru Venezuela Uruguay Ecuador Cuba NM KY MO "
    "NE KS NV Fla Ala Vt N.H N.C R.I",
    "de": "Trier Augsburg Mannheim Saarbrücken Aachen Bochum Essen Duisburg Dortmund Wuppertal Siegen Kassel Erlangen "
    "Nürnberg Bamberg Bayreuth Ulm Rostock Greifswald Erfurt Magdeburg Chemnitz Braunschweig Osnabrück Oldenburg "
    "Lüneburg Lübeck Koblenz Ludwigsburg Luzern Fribourg Aarau Klagenfurt Linz Straßburg Breslau Königsberg "
    "Danzig Prag Deutschland Österreich Schweiz",
    "fr": "Issy-les-Moulineaux Vanves Malakoff Dijon Nancy Metz Reims Rouen Caen Le/Mans Tours Angers Poitiers Limoges "
    "Clermont-Ferrand Saint-Étienne Chambéry Avignon Nice Perpignan Pau Besançon Amiens Arras Évreux "
    "Villeneuve-d'Ascq Nanterre Saint-Denis Gembloux Namur Mons Laval Sherbrooke Londres Suisse Belgique Abidjan "
    "Yaoundé",
    "es": "Oviedo Murcia Málaga Cádiz Huelva Pamplona Vitoria Santander Valladolid Burgos León Alicante Castellón "
    "Girona Lleida Tarragona Palma Santiago/de/Compostela La/Coruña Vigo Las/Palmas Cáceres Badajoz "
    "Alcalá/de/Henares Mendoza Mar/del/Plata Tucumán Salta Bahía/Blanca La/Plata Valparaíso Concepción Cali "
    "Cartagena Barranquilla Bucaramanga Manizales Cusco Arequipa Cuenca Guayaquil Asunción Santo/Domingo San/Juan "
    "Managua Tegucigalpa Guatemala San/Salvador Panamá Monterrey Puebla Toluca Mérida Zacatecas Morelia España "
    "Perú",
    "pt": "Santa/Cruz/do/Sul Osasco Rio/Branco Porto/Velho Boa/Vista Macapá Palmas São/Luís Teresina Maceió Aracaju "
    "Ribeirão/Preto Juiz/de/Fora Santos Sorocaba Marília Assis Botucatu São/José/dos/Campos Santo/André "
    "Ponta/Grossa Cascavel Guarapuava Campo/Mourão Blumenau Joinville Itajaí Tubarão Criciúma Caxias/do/Sul "
    "Canoas São/Leopoldo Rio/Grande Novo/Hamburgo Ouro/Preto Mariana Montes/Claros Dourados Feira/de/Santana "
    "Ilhéus Vitória/da/Conquista Campina/Grande Mossoró Sobral Crato Seropédica Nova/Iguaçu Aveiro Évora Funchal "
    "Madri Nova/York Distrito/Federal CE ES PB RN GO MT",
    "it": "Trieste Udine Trento Verona Vicenza Parma Modena Reggio/Emilia Ferrara Ravenna Rimini Ancona Pesaro Urbino "
    "Lecce Cosenza Salerno Messina Cagliari Sassari Alessandria Novara Pavia Bergamo Cremona Mantova Lugano "
    "Parigi Londra",
}
_NAMES = frozenset(
    name.replace("/", " ").lower() for row in (*PLACES.values(), *FURTHER.values()) for name in row.split()
)
#: Every name in lower case, with spaces; a saint is printed with its stop or without it.
KNOWN = _NAMES | {f"st. {name[3:]}" for name in _NAMES if name.startswith("st ")}
#: Places whose river or country is printed short: "Frankfurt a. M.", "Freiburg i. Br.", "Halle a. d. S.".
RIVER = re.compile(r".*\s(?:a|i|b)\.\s?(?:d\.\s?)?[A-Z][a-z]?$|Frankfurt/M$")
#: Places that are printed short: their stop is part of them.
ABBREVIATED = frozenset(
    "М Л СПб Пг К Х Еր Եր Ե Mass Conn Calif Ill Mich Minn Pa Va Md N.J N.Y D.C U.K U.S.A U.S R.I N.H N.C".split()
) | {"N. Y", "N. J", "D. C"}
