"""This room holds bibliographic facts of well-known works in many languages, for `specimens` to render.

A row is: authors; year; title; journal or host; volume; issue; pages; publisher; place. Empty places mean that the
fact does not apply. The specimens mix the columns of one language, so that the model learns forms and not works.
"""

from __future__ import annotations

#: Language → rows.
FACTS: dict[str, str] = {
    "en": """
Watson, James Dewey; Crick, Francis Harry Compton|1953|Molecular Structure of Nucleic Acids: A Structure for Deoxyribose Nucleic Acid|Nature|171|4356|737-738||
Shannon, Claude Elwood|1948|A Mathematical Theory of Communication|Bell System Technical Journal|27|3|379-423||
Granovetter, Mark|1973|The Strength of Weak Ties|American Journal of Sociology|78|6|1360-1380||
Putnam, Robert D.|1988|Diplomacy and Domestic Politics: The Logic of Two-Level Games|International Organization|42|3|427-460||
Wendt, Alexander|1992|Anarchy Is What States Make of It: The Social Construction of Power Politics|International Organization|46|2|391-425||
Huntington, Samuel P.|1993|The Clash of Civilizations?|Foreign Affairs|72|3|22-49||
Kahneman, Daniel; Tversky, Amos|1979|Prospect Theory: An Analysis of Decision under Risk|Econometrica|47|2|263-291||
Akerlof, George A.|1970|The Market for ‘Lemons’: Quality Uncertainty and the Market Mechanism|Quarterly Journal of Economics|84|3|488-500||
LeCun, Yann; Bengio, Yoshua; Hinton, Geoffrey|2015|Deep learning|Nature|521|7553|436-444||
Finnemore, Martha; Sikkink, Kathryn|1998|International Norm Dynamics and Political Change|International Organization|52|4|887-917||
Mearsheimer, John J.|1994|The False Promise of International Institutions|International Security|19|3|5-49||
Acharya, Amitav|2004|How Ideas Spread: Whose Norms Matter? Norm Localization and Institutional Change in Asian Regionalism|International Organization|58|2|239-275||
Levitsky, Steven; Way, Lucan A.|2002|The Rise of Competitive Authoritarianism|Journal of Democracy|13|2|51-65||
Zürn, Michael; de Wilde, Pieter|2016|Debating globalization: cosmopolitanism and communitarianism as political ideologies|Journal of Political Ideologies|21|3|280-301||
Anderson, Benedict|1983|Imagined Communities: Reflections on the Origin and Spread of Nationalism|||||Verso|London
Said, Edward W.|1978|Orientalism|||||Pantheon Books|New York
Rawls, John|1971|A Theory of Justice|||||Harvard University Press|Cambridge, MA
Waltz, Kenneth N.|1979|Theory of International Politics|||||McGraw-Hill|New York
Kuhn, Thomas S.|1962|The Structure of Scientific Revolutions|||||University of Chicago Press|Chicago
Ostrom, Elinor|1990|Governing the Commons: The Evolution of Institutions for Collective Action|||||Cambridge University Press|Cambridge
Smith, Anthony D.|1986|The Ethnic Origins of Nations|||||Basil Blackwell|Oxford
Gellner, Ernest|1983|Nations and Nationalism|||||Cornell University Press|Ithaca, NY
Buzan, Barry; Wæver, Ole; de Wilde, Jaap|1998|Security: A New Framework for Analysis|||||Lynne Rienner|Boulder, CO
Baldwin, David A.|2002|Power and International Relations|Handbook of International Relations||||Sage|Thousand Oaks
Adler, Emanuel|2002|Constructivism and International Relations|Handbook of International Relations||||Sage|London
World Health Organization|2020|Responding to community spread of COVID-19|||||World Health Organization|Geneva
Eurostat|2023|Key figures on Europe|||||Publications Office of the European Union|Luxembourg
United Nations Development Programme|2010|Human Development Report 2010: The Real Wealth of Nations|||||Palgrave Macmillan|New York
International Monetary Fund|2019|World Economic Outlook: Growth Slowdown, Precarious Recovery|||||International Monetary Fund|Washington, DC
Amnesty International|2021|The State of the World’s Human Rights|||||Amnesty International|London
Harari, Yuval Noah|2014|Sapiens: A Brief History of Humankind|||||Harper|New York
Chomsky, Noam|1965|Aspects of the Theory of Syntax|||||MIT Press|Cambridge, Mass.
Diamond, Jared|1997|Guns, Germs, and Steel: The Fates of Human Societies|||||W. W. Norton|New York
Hirschman, Albert O.|1970|Exit, Voice, and Loyalty: Responses to Decline in Firms, Organizations, and States|||||Harvard University Press|Cambridge, Massachusetts
Schumpeter, Joseph A.|1942|Capitalism, Socialism, and Democracy|||||Harper & Brothers|New York, NY
Tilly, Charles|1990|Coercion, Capital, and European States, AD 990–1990|||||Blackwell|Cambridge, MA, and Oxford, UK
Skocpol, Theda|1979|States and Social Revolutions: A Comparative Analysis of France, Russia, and China|||||Cambridge University Press|New York
Moore, Barrington, Jr.|1966|Social Origins of Dictatorship and Democracy: Lord and Peasant in the Making of the Modern World|||||Beacon Press|Boston
Marx, Anthony W.|1998|Making Race and Nation: A Comparison of South Africa, the United States, and Brazil|||||Cambridge University Press|Cambridge
Hanson, Stephen E.|2010|Post-Imperial Democracies: Ideology and Party Formation in Third Republic France, Weimar Germany, and Post-Soviet Russia|||||Cambridge University Press|New York
Bolt, Paul J.; Cross, Sharyl N.|2018|China, Russia, and Twenty-First Century Global Geopolitics|||||Oxford University Press|Oxford
Mango, Andrew|1999|Atatürk. The Biography of the Founder of Modern Turkey|||||Overlook Press|Woodstock, NY
Snyder, Timothy|2003|The Reconstruction of Nations: Poland, Ukraine, Lithuania, Belarus, 1569–1999|||||Yale University Press|New Haven
Katzenstein, Peter J.|1996|Alternative Perspectives on National Security|The Culture of National Security: Norms, Identity, and Interests in World Politics||||Palgrave Macmillan|Singapore
Risse, Thomas|2009|Social Constructivism and European Integration|European Integration Theory. Concepts, Approaches, Debates||||Springer VS|Wiesbaden
Walt, Stephen M.|1998|International Relations: One World, Many Theories|Foreign Policy|29|110|29-46||
Nye, Joseph S.|1990|Soft Power. The Means to Success|Communist and Post-Communist Studies. An International Journal|80|3|153-171||
Krasner, Stephen D.|1982|Structural Causes and Regime Consequences: Regimes as Intervening Variables|Politics, Philosophy & Economics|36|2|185-205||
Tajfel, Henri|1970|Experiments in Intergroup Discrimination|Science|223|5|96-102||
Hubel, David H.; Wiesel, Torsten N.|1962|Receptive fields, binocular interaction and functional architecture in the cat's visual cortex|J Physiol|160|1|106-154||
Sanger, Frederick; Nicklen, S.; Coulson, Alan R.|1977|DNA sequencing with chain-terminating inhibitors|Proc Natl Acad Sci U S A|74|12|5463-5467||
Southern, Edwin M.|1975|Detection of specific sequences among DNA fragments separated by gel electrophoresis|J. Mol. Biol.|98|3|503-517||
Lowry, Oliver H.; Rosebrough, Nira J.|1951|Protein measurement with the Folin phenol reagent|J Biol Chem|193|1|265-275||
Mandelbrot, Benoit|1967|How long is the coast of Britain? Statistical self-similarity and fractional dimension|Science|156|3775|636-638||
Dijkstra, Edsger W.|1968|Go To Statement Considered Harmful|Communications of the ACM|11|3|147-148||
Brin, Sergey; Page, Lawrence|1998|The anatomy of a large-scale hypertextual Web search engine|Computer Networks and ISDN Systems|30|1-7|107-117||
Hochreiter, Sepp; Schmidhuber, Jürgen|1997|Long short-term memory|Neural Computation|9|8|1735-1780||
Vaswani, Ashish; Shazeer, Noam; Parmar, Niki|2017|Attention is all you need|Advances in Neural Information Processing Systems 30||||Curran Associates|Red Hook, NY
Lafferty, John; McCallum, Andrew; Pereira, Fernando|2001|Conditional random fields|Proceedings of the 18th International Conference on Machine Learning||||Morgan Kaufmann|San Francisco, CA
""",
    "de": """
Habermas, Jürgen|1981|Theorie des kommunikativen Handelns|||||Suhrkamp|Frankfurt am Main
Luhmann, Niklas|1984|Soziale Systeme. Grundriß einer allgemeinen Theorie|||||Suhrkamp|Frankfurt a. M.
Weber, Max|1922|Wirtschaft und Gesellschaft. Grundriss der verstehenden Soziologie|||||Mohr Siebeck|Tübingen
Koselleck, Reinhart|1979|Vergangene Zukunft. Zur Semantik geschichtlicher Zeiten|||||Suhrkamp|Frankfurt am Main
Beck, Ulrich|1986|Risikogesellschaft. Auf dem Weg in eine andere Moderne|||||Suhrkamp|Frankfurt
Mayring, Philipp|2010|Qualitative Inhaltsanalyse. Grundlagen und Techniken|||||Beltz|Weinheim
Heidegger, Martin|1927|Sein und Zeit|||||Max Niemeyer Verlag|Halle
Einstein, Albert|1905|Zur Elektrodynamik bewegter Körper|Annalen der Physik|322|10|891-921||
Weber, Max|1904|Die „Objektivität“ sozialwissenschaftlicher und sozialpolitischer Erkenntnis|Archiv für Sozialwissenschaft und Sozialpolitik|19|1|22-87||
Börzel, Tanja A.; Risse, Thomas|2009|Die Wirkung internationaler Institutionen: Von der Normanerkennung zur Normeinhaltung|Politische Vierteljahresschrift|50|2|223-245||
Zürn, Michael|2011|Die Rückkehr der Demokratiefrage. Perspektiven demokratischen Regierens und die Rolle der Politikwissenschaft|Blätter für deutsche und internationale Politik|56|6|63-74||
Kocka, Jürgen|1989|Probleme einer europäischen Geschichte in komparativer Absicht|Zeitschrift für Geschichtswissenschaft|37|4|312-319||
Bourdieu, Pierre|1983|Ökonomisches Kapital, kulturelles Kapital, soziales Kapital|Soziale Ungleichheiten||||Schwartz|Göttingen
von der Leyen, Friedrich|1917|Das Märchen. Ein Versuch|||||Quelle & Meyer|Leipzig
Münkler, Herfried|2005|Imperien. Die Logik der Weltherrschaft, vom Alten Rom bis zu den Vereinigten Staaten|||||Rowohlt Berlin|Berlin
Merkel, Wolfgang|2010|Demokratie, Rechtsstaat und Wohlfahrt im Vergleich|Systemtransformation. Theorien, Akteure und Verläufe der Transformationsforschung||||VS Verlag|Wiesbaden
Osterhammel, Jürgen|2009|Die Verwandlung der Welt. Eine Geschichte des 19. Jahrhunderts|||||C. H. Beck|München
Statistisches Bundesamt|2019|Bevölkerung und Erwerbstätigkeit|||||Statistisches Bundesamt|Wiesbaden
""",
    "fr": """
Foucault, Michel|1975|Surveiller et punir : naissance de la prison|||||Gallimard|Paris
Bourdieu, Pierre|1979|La distinction. Critique sociale du jugement|||||Éditions de Minuit|Paris
de Beauvoir, Simone|1949|Le deuxième sexe|||||Gallimard|Paris
Latour, Bruno|1991|Nous n'avons jamais été modernes. Essai d'anthropologie symétrique|||||La Découverte|Paris
Braudel, Fernand|1958|Histoire et sciences sociales : la longue durée|Annales. Économies, sociétés, civilisations|13|4|725-753||
Lévi-Strauss, Claude|1955|Tristes tropiques|||||Plon|Paris
Nora, Pierre|1984|Entre mémoire et histoire|Les lieux de mémoire||||Gallimard|Paris
Bayart, Jean-François|1996|L'illusion identitaire|||||Fayard|Paris
Callon, Michel|1986|Éléments pour une sociologie de la traduction : la domestication des coquilles Saint-Jacques et des marins-pêcheurs dans la baie de Saint-Brieuc|L'Année sociologique|36||169-208||
Badie, Bertrand|2001|Réalisme sous condition|Revue internationale de politique comparée|8|1|113-130||
Balibar, Étienne|1992|Y a-t-il un « racisme européen » ?|Lignes|17|3|40-52||
Ministère de l'Éducation nationale|2018|Repères et références statistiques|||||DEPP|Paris
""",
    "es": """
García Canclini, Néstor|1990|Culturas híbridas: estrategias para entrar y salir de la modernidad|||||Grijalbo|México
Martín-Barbero, Jesús|1987|De los medios a las mediaciones: comunicación, cultura y hegemonía|||||Gustavo Gili|Barcelona
Ortega y Gasset, José|1930|La rebelión de las masas|||||Revista de Occidente|Madrid
Quijano, Aníbal|2000|Colonialidad del poder, eurocentrismo y América Latina|La colonialidad del saber||||CLACSO|Buenos Aires
O'Donnell, Guillermo|1993|Acerca del Estado, la democratización y algunos problemas conceptuales|Desarrollo Económico|33|130|163-184||
Vargas Llosa, Mario|1971|García Márquez: historia de un deicidio|||||Barral Editores|Barcelona
Sartori, Giovanni|1998|Homo videns: la sociedad teledirigida|||||Taurus|Madrid
Linz, Juan José|1978|El sistema de partidos en España|Revista Española de Investigaciones Sociológicas|4|2|97-134||
Dussel, Enrique|1998|Ética de la liberación en la edad de la globalización y de la exclusión|||||Trotta|Madrid
Comisión Económica para América Latina y el Caribe|2016|Panorama social de América Latina|||||CEPAL|Santiago de Chile
""",
    "pt": """
Freire, Paulo|1970|Pedagogia do oprimido|||||Paz e Terra|Rio de Janeiro
Candido, Antonio|1959|Formação da literatura brasileira: momentos decisivos|||||Martins|São Paulo
Santos, Milton|1996|A natureza do espaço: técnica e tempo, razão e emoção|||||Hucitec|São Paulo
Santos, Boaventura de Sousa|1988|Um discurso sobre as ciências na transição para uma ciência pós-moderna|Estudos Avançados|2|2|46-71||
Fernandes, Florestan|1965|A integração do negro na sociedade de classes|||||Dominus|São Paulo
Saviani, Dermeval|2009|Formação de professores: aspectos históricos e teóricos do problema no contexto brasileiro|Revista Brasileira de Educação|14|40|143-155||
Lopes, Alice Casimiro; Macedo, Elizabeth|2011|Teorias de currículo|||||Cortez|São Paulo
Schwarcz, Lilia Moritz|1993|O espetáculo das raças: cientistas, instituições e questão racial no Brasil|||||Companhia das Letras|São Paulo
Louro, Guacira Lopes|2000|Pedagogias da sexualidade|O corpo educado: pedagogias da sexualidade||||Autêntica|Belo Horizonte
Instituto Brasileiro de Geografia e Estatística|2011|Censo demográfico 2010: características da população|||||IBGE|Rio de Janeiro
""",
    "it": """
Eco, Umberto|1979|Lector in fabula. La cooperazione interpretativa nei testi narrativi|||||Bompiani|Milano
Bobbio, Norberto|1984|Il futuro della democrazia|||||Einaudi|Torino
Ginzburg, Carlo|1976|Il formaggio e i vermi. Il cosmo di un mugnaio del '500|||||Einaudi|Torino
Ginzburg, Carlo|1979|Spie. Radici di un paradigma indiziario|Crisi della ragione||||Einaudi|Torino
Agamben, Giorgio|1995|Homo sacer. Il potere sovrano e la nuda vita|||||Einaudi|Torino
Gramsci, Antonio|1975|Quaderni del carcere|||||Einaudi|Torino
Sartori, Giovanni|1970|Concept misformation: una critica|Rivista italiana di scienza politica|1|1|3-32||
Levi, Giovanni|1989|Les usages de la biographie|Quaderni storici|44|6|13-36||
""",
    "tr": """
Ortaylı, İlber|1983|İmparatorluğun En Uzun Yüzyılı|||||Hil Yayınları|İstanbul
Davutoğlu, Ahmet|2001|Stratejik Derinlik: Türkiye’nin Uluslararası Konumu|||||Küre Yayınları|İstanbul
Mardin, Şerif|1991|Türk Modernleşmesi|||||İletişim Yayınları|İstanbul
Berkes, Niyazi|1978|Türkiye’de Çağdaşlaşma|||||Doğu-Batı Yayınları|İstanbul
İnalcık, Halil|1943|Tanzimat ve Bulgar Meselesi|||||Türk Tarih Kurumu Basımevi|Ankara
Oran, Baskın|2001|Türk Dış Politikası: Kurtuluş Savaşından Bugüne Olgular, Belgeler, Yorumlar|||||İletişim Yayınları|İstanbul
Köprülü, Mehmet Fuad|1931|Bizans Müesseselerinin Osmanlı Müesseselerine Tesiri Hakkında Bazı Mülâhazalar|Türk Hukuk ve İktisat Tarihi Mecmuası|1|1|165-313||
Barkan, Ömer Lütfi|1942|Osmanlı İmparatorluğunda Bir İskân ve Kolonizasyon Metodu Olarak Vakıflar ve Temlikler|Vakıflar Dergisi|2|2|279-386||
Kramer, Heinz; Özdemir, Cem|2004|Avrupa Birliği ve Türkiye ilişkilerinde yeni dönem|Uluslararası İlişkiler Dergisi|1|3|5-28||
Keyman, E. Fuat|2005|Türkiye’de Laiklik Sorununu Düşünmek: Modernite, Sekülerleşme, Demokratikleşme|Doğu Batı|8|33|23-41||
Türkiye İstatistik Kurumu|2021|Adrese Dayalı Nüfus Kayıt Sistemi Sonuçları|||||TÜİK|Ankara
""",
    "ru": """
Бахтин Михаил Михайлович|1963|Проблемы поэтики Достоевского|||||Советский писатель|М.
Лотман Юрий Михайлович|1970|Структура художественного текста|||||Искусство|М.
Виноградов Виктор Владимирович|1947|Русский язык: грамматическое учение о слове|||||Учпедгиз|М.; Л.
Гумилев Лев Николаевич|1989|Древняя Русь и Великая степь|||||Мысль|М.
Выготский Лев Семёнович|1934|Мышление и речь|||||Соцэкгиз|Москва
Аверинцев Сергей Сергеевич|1977|Поэтика ранневизантийской литературы|||||Наука|М.
Богатуров Алексей Демосфенович|2003|Международный порядок в наступившем веке|Международные процессы|1|1|6-23||
Цымбурский Вадим Леонидович|1993|Остров Россия: перспективы российской геополитики|Полис. Политические исследования||5|6-23||
Тишков Валерий Александрович|1998|О нации и национализме|Свободная мысль|3|3|30-38||
Маркедонов Сергей Мирославович|2008|Постсоветский Южный Кавказ: внутренние факторы и внешнее влияние|Вестник Московского университета. Серия 25|2|4|65-81||
Левада Юрий Александрович; Шубкин Владимир Николаевич|1965|О методах социологического исследования|Вопросы философии|19|4|44-57||
Лукин Александр Владимирович|2018|Россия и Китай сегодня и завтра|Мировая экономика и международные отношения|62|9|71-80||
Трубецкой Николай Сергеевич|1925|О туранском элементе в русской культуре|Евразийский временник||||Евразийское книгоиздательство|Берлин
Министерство образования и науки Российской Федерации|2014|Доклад о состоянии образования|||||Просвещение|Москва
Савицкий Пётр Николаевич|1927|Географические особенности России|||||Издательство евразийцев|Прага
Хомич Людмила Васильевна|1966|Ненцы: историко-этнографические очерки|||||Наука. Ленинградское отделение|Л.
""",
    "uk": """
Грушевський Михайло Сергійович|1991|Історія України-Руси|||||Наукова думка|Київ
Костомаров Микола Іванович|1994|Слов'янська міфологія|||||Либідь|К.
Франко Іван Якович|1986|Зібрання творів у п'ятдесяти томах|||||Наукова думка|Київ
Кульчицький Станіслав Владиславович|2005|Голодомор 1932–1933 рр. як геноцид: прогалини у доказовій базі|Український історичний журнал||3|45-58||
Єфремов Сергій Олександрович|1995|Історія українського письменства|||||Femina|Київ
Касьянов Георгій Володимирович|2012|Історична політика в Україні: методологічні питання|Український історичний журнал||4|21-39||
""",
    "hy": """
Աբեղյան Մանուկ|1966|Հայոց հին գրականության պատմություն|||||ՀՍՍՀ ԳԱ հրատ.|Երևան
Մանանդյան Հակոբ|1945|Քննական տեսություն հայ ժողովրդի պատմության|||||Հայպետհրատ|Երևան
Ադոնց Նիկողայոս|1987|Հայաստանը Հուստինիանոսի դարաշրջանում|||||Հայաստան|Եր.
Սիմոնյան Հրաչիկ|1996|Անդրանիկի ժամանակը|||||Կաիսա|Եր.
Հարությունյան Բաբկեն|1981|Մեծ Հայքի թագավորության հյուսիս-արևելյան մարզերի վարչաքաղաքական կացությունը|Բանբեր Երևանի համալսարանի||2|110-129||
Երեմյան Սուրեն|1952|Հայաստանի պատմական աշխարհագրության հարցեր|Պատմա-բանասիրական հանդես||3|45-68||
Մելիքյան Արտաշես|2015|Հայաստանի արտաքին քաղաքականության հիմնախնդիրները|Լրաբեր հասարակական գիտությունների||1|27-41||
""",
    "ar": """
الجابري، محمد عابد|1984|تكوين العقل العربي|||||دار الطليعة|بيروت
أمين، أحمد|1933|ضحى الإسلام|||||مكتبة النهضة المصرية|القاهرة
حسين، طه|1926|في الشعر الجاهلي|||||دار الكتب المصرية|القاهرة
العروي، عبد الله|1981|مفهوم الدولة|||||المركز الثقافي العربي|الدار البيضاء
الدوري، عبد العزيز|1984|الجذور التاريخية للقومية العربية|مجلة المستقبل العربي|7|63|4-21||
غليون، برهان|2001|الديمقراطية وحقوق الإنسان في الوطن العربي|المجلة العربية للعلوم السياسية|12|3|33-58||
""",
    "fa": """
زرین‌کوب، عبدالحسین|1957|دو قرن سکوت|||||انتشارات سخن|تهران
آدمیت، فریدون|1970|اندیشه‌های میرزا فتحعلی آخوندزاده|||||انتشارات خوارزمی|تهران
کاتوزیان، محمدعلی|1998|اقتصاد سیاسی ایران|فصلنامه سیاست خارجی|12|2|101-126||
شفیعی کدکنی، محمدرضا|1971|صور خیال در شعر فارسی|||||نشر آگاه|تهران
""",
    "id": """
Koentjaraningrat|1985|Pengantar Ilmu Antropologi|||||Aksara Baru|Jakarta
Sugiyono|2013|Metode Penelitian Kuantitatif, Kualitatif, dan R&D|||||Alfabeta|Bandung
Kuntowijoyo|2003|Metodologi Sejarah|||||Tiara Wacana|Yogyakarta
Mas'oed, Mohtar|1990|Ilmu Hubungan Internasional: Disiplin dan Metodologi|||||LP3ES|Jakarta
Abdullah, Taufik|1987|Sejarah dan masyarakat: lintasan historis Islam di Indonesia|Jurnal Ilmu Sosial dan Ilmu Politik|5|2|115-132||
Suryadinata, Leo|2003|Kebijakan negara Indonesia terhadap etnik Tionghoa: dari asimilasi ke multikulturalisme|Antropologi Indonesia|71|1|1-12||
""",
    "pl": """
Bauman, Zygmunt|1989|Nowoczesność i zagłada|||||Wydawnictwo Literackie|Kraków
Davies, Norman|1991|Boże igrzysko. Historia Polski|||||Znak|Kraków
Ossowski, Stanisław|1957|Struktura klasowa w społecznej świadomości|||||Ossolineum|Wrocław
Sztompka, Piotr|2002|Socjologia. Analiza społeczeństwa|||||Wydawnictwo Znak|Kraków
Kuźniar, Roman|2005|Prawo międzynarodowe a polityka bezpieczeństwa|Stosunki Międzynarodowe|32|3|9-31||
Jasiński, Janusz|1998|Kwestia pruska w polityce europejskiej|Przegląd Zachodni|54|2|47-66||
""",
    "zh": """
费孝通|1947|乡土中国|||||观察社|上海
王缉思|1993|国际关系理论与中国外交研究|中国社会科学季刊|2|1|83-93||
秦亚青|2005|国际关系理论的核心问题与中国学派的生成|中国社会科学|26|3|165-176||
冯友兰|1934|中国哲学史|||||商务印书馆|上海
陈寅恪|1944|隋唐制度渊源略论稿|||||商务印书馆|重庆
阎学通; 孙学峰|2001|国际关系研究实用方法|||||人民出版社|北京
钱穆|1940|国史大纲|||||商务印书馆|北京
林毅夫; 蔡昉; 李周|1994|中国的奇迹：发展战略与经济改革|||||上海三联书店|上海
周雪光|2005|“逆向软预算约束”：一个政府行为的组织分析|中国社会科学|26|2|132-143||
张维为|2011|中国震撼：一个“文明型国家”的崛起|||||上海人民出版社|上海
李强|2008|从“整体型社会聚合体”到“碎片化”的利益群体|北京大学学报(哲学社会科学版)|45|5|15-24||
""",
    "ja": """
丸山眞男|1961|日本の思想|||||岩波書店|東京
柳田國男|1910|遠野物語|||||聚精堂|東京
高坂正堯|1966|国際政治：恐怖と希望|||||中央公論社|東京
大塚久雄|1938|株式会社発生史論|||||有斐閣|東京
坂本義和|1959|中立日本の防衛構想|世界|164|8|31-47||
石田雄|1984|日本の政治学における方法の問題|社会科学研究|36|2|1-38||
""",
    "ko": """
백낙청|1998|흔들리는 분단체제|||||창작과비평사|서울
최장집|2002|민주화 이후의 민주주의|||||후마니타스|서울
하영선|2005|동아시아 국제정치의 역사적 이해|국제정치논총|45|1|7-36||
김영호; 이근욱|2011|동맹의 제도화와 안보 협력|한국정치학회보|45|3|201-224||
신욱희|2004|근대한국의 주권개념|세계정치|25|2|31-54||
""",
}
#: Language → other titles of books that chapters are in; series; names of degrees.
SERIES: dict[str, str] = {
    "en": "Graduate Texts in Mathematics|Lecture Notes in Computer Science|Cambridge Studies in International Relations|Loeb Classical Library|Routledge Studies in Nationalism|Studies in Linguistics",
    "de": "Schriften zur Europapolitik|Texte und Untersuchungen|Beiträge zur Geschichtswissenschaft|Handbuch der Orientalistik",
    "fr": "Bibliothèque des histoires|Que sais-je ?|Collection Points",
}
DEGREES: dict[str, str] = {
    "en": "PhD thesis|PhD diss.|Doctoral dissertation|Master's thesis|Unpublished doctoral dissertation|M.Sc. thesis|Thesis submitted for the degree of Doctor of Philosophy in Economics|Doctoral Thesis|Dissertation presented to the Faculty of Medicine",
    "de": "Dissertation|Diss.|Masterarbeit|Habilitationsschrift|Inaugural-Dissertation zur Erlangung der Doktorwürde",
    "fr": "Thèse de doctorat|Mémoire de master|Thèse pour le doctorat en droit|Thèse de doctorat en histoire",
    "es": "Tesis doctoral|Tesis de maestría|Tesis de licenciatura|Tesis para optar al grado de Doctor en Historia|Trabajo de fin de máster",
    "pt": "Tese (Doutorado em Educação)|Dissertação (Mestrado em Letras)|Tese de Doutorado|Dissertação de Mestrado|Dissertação de Mestrado apresentada ao Programa de Pós-Graduação em Letras|Tese apresentada ao Programa de Pós-Graduação em História Social|Trabalho de Conclusão de Curso (Graduação em Geografia)",
    "it": "Tesi di dottorato|Tesi di laurea",
    "tr": "Yayımlanmamış Doktora Tezi|Yüksek Lisans Tezi|Doktora Tezi",
    "ru": "дис. ... канд. ист. наук|автореф. дис. ... д-ра полит. наук|дис. ... д-ра филол. наук",
    "uk": "дис. ... канд. іст. наук|автореф. дис. ... канд. філол. наук",
    "id": "Skripsi|Tesis|Disertasi",
    "pl": "praca doktorska",
    "zh": "博士学位论文|硕士学位论文",
}
UNIVERSITIES: dict[str, str] = {
    "en": "University of Oxford|Columbia University|University of California, Berkeley|London School of Economics|King’s College London|Middle East Technical University|Stanford University",
    "de": "Universität Heidelberg|Freie Universität Berlin|Ludwig-Maximilians-Universität München",
    "fr": "Université Paris 1 Panthéon-Sorbonne|École des hautes études en sciences sociales",
    "es": "Universidad Complutense de Madrid|Universidad Nacional Autónoma de México",
    "pt": "Universidade de São Paulo|Universidade Federal do Rio de Janeiro|Faculdade de Educação, Universidade Estadual de Campinas",
    "it": "Università di Bologna|Università degli Studi di Padova",
    "tr": "Ankara Üniversitesi Sosyal Bilimler Enstitüsü|Marmara Üniversitesi|İstanbul Üniversitesi",
    "ru": "Московский государственный университет",
    "uk": "Київський національний університет імені Тараса Шевченка",
    "id": "Universitas Gadjah Mada|Universitas Indonesia",
    "pl": "Uniwersytet Warszawski|Uniwersytet Jagielloński",
    "zh": "北京大学|复旦大学",
}
#: Language → further people: compound families, particles, suffixes, groups; "; " parts the names of one list.
PEOPLE: dict[str, str] = {
    "en": "van der Waerden, Bartel Leendert|de Saussure, Ferdinand|Von Neumann, John; Morgenstern, Oskar|King, Martin Luther, Jr.|Mac Lane, Saunders; Birkhoff, Garrett|Ramón y Cajal, Santiago|"
    "Lloyd George, David|Van Gennep, Arnold|O’Connor, Flannery|Le Guin, Ursula K.|Fuller, R. Buckminster|Du Bois, W. E. B.|Bourdieu, Pierre; Passeron, Jean-Claude|Nowell Smith, Geoffrey|"
    "National Research Council|International Organization for Standardization|Human Rights Watch|Library of Congress|European Commission|World Bank|OECD|UNESCO",
    "pt": "dos Santos, Milton Almeida|de Paula, Luciane|Calheiros de Sá, Miriam Ribeiro|Dos Reis, Rodrigo|Villa-Lobos, Heitor|Silva Neto, Serafim da|Rocha Filho, José Mariano da|Machado de Assis, Joaquim Maria|Lemos de Souza, Leonardo|"
    "Ministério da Saúde|Associação Brasileira de Normas Técnicas|BRASIL|Universidade Federal da Bahia|Conselho Nacional de Educação|Fundação Getulio Vargas",
    "es": "García Márquez, Gabriel|Ortega y Gasset, José|Vargas Llosa, Mario|de la Cruz, Juana Inés|Sánchez Vázquez, Adolfo; Villoro, Luis|Menéndez Pidal, Ramón|del Valle, Aristóbulo|Ministerio de Educación|Instituto Nacional de Estadística",
    "de": "von Humboldt, Wilhelm|von der Leyen, Friedrich|zur Hausen, Harald|Müller-Armack, Alfred|von Weizsäcker, Carl Friedrich|Bundeszentrale für politische Bildung|Deutsche Forschungsgemeinschaft",
    "fr": "de Tocqueville, Alexis|Le Goff, Jacques|d’Alembert, Jean le Rond|Merleau-Ponty, Maurice|du Châtelet, Émilie|Institut national de la statistique et des études économiques",
    "tr": "Ünlü Bilgiç, Tuba|Aydın-Düzgit, Senem|Sander, Oral|Türk Dil Kurumu|Dışişleri Bakanlığı",
}
