"""This room is the table of the names of months and seasons, by language."""

from __future__ import annotations

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
    "uk": "січень/січня/січ лютий/лютого березень/березня/берез квітень/квітня/квіт травень/травня/трав "
    "червень/червня/черв липень/липня/лип серпень/серпня/серп "
    "вересень/вересня/верес жовтень/жовтня/жовт листопад/листопада/листоп грудень/грудня/груд",
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
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "hu": "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl augusztus/aug "
    "szeptember/szept október/okt november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "fi": "tammikuu/tammikuuta helmikuu/helmikuuta maaliskuu/maaliskuuta huhtikuu/huhtikuuta toukokuu/toukokuuta "
    "kesäkuu/kesäkuuta heinäkuu/heinäkuuta elokuu/elokuuta syyskuu/syyskuuta lokakuu/lokakuuta "
    "marraskuu/marraskuuta joulukuu/joulukuuta",
    "el": "ιανουάριος/ιανουαρίου φεβρουάριος/φεβρουαρίου μάρτιος/μαρτίου απρίλιος/απριλίου μάιος/μαΐου ιούνιος/ιουνίου "
    "ιούλιος/ιουλίου αύγουστος/αυγούστου σεπτέμβριος/σεπτεμβρίου οκτώβριος/οκτωβρίου νοέμβριος/νοεμβρίου "
    "δεκέμβριος/δεκεμβρίου",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
    "ka": "იანვარი/იანვარს თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/במרץ אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט "
    "ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "hi": "जनवरी फरवरी/फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "ar": "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "levant": "كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين",
}
#: Language → how a date with its day is printed, where it is not "12 March 1998".
DAYS: dict[str, str] = {
    "en": "{month} {day}, {year}|{day} {month} {year}",
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
    "cs": "{day}. {month} {year}",
    "hu": "{year}. {month} {day}.",
    "zh": "{year}-{number:02}-{day:02}",
    "ja": "{year}年{number}月{day}日",
    "ko": "{year}.{number}.{day}",
    "uk": "{day} {month} {year} р.|{day} {month} {year}",
}
#: Language → how the month of an issue is printed, where it is not "March 1998".
ISSUE_MONTHS: dict[str, str] = {
    "ja": "{year}年{number}月号",
    "zh": "{year}年第{number}期",
    "ko": "{year}년 {number}월호",
}
SEASONS = frozenset(
    "spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver "
    "primavera verano otoño invierno verão outono inverno "
    "estate autunno inverno bahar yaz güz kış весна лето осень зима зимний wiosna lato jesień zima".split()
)
