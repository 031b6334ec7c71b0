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
