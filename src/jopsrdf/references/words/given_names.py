"""This room is the table of common given names, and of the family names of the Chinese.

The first tell `Rosanvallon Pierre` from `Pierre Rosanvallon`, the second 费孝通 from 亨廷顿, who is Huntington.
"""

from __future__ import annotations

#: Language → given names, in small letters, that many bear and that are seldom family names.
NEVER_FAMILY: dict[str, str] = {
    "fr": "pierre jacques jean-pierre jean-paul jean-claude jean-françois jean-marie jean-louis jean-michel jean-yves "
    "jean-luc jean-marc jean-jacques philippe alain yves didier dominique christophe stéphane frédéric sébastien "
    "jérôme benoît françois antoine luc loïc gilles hervé régis rémi rémy cédric catherine isabelle françoise brigitte "
    "sylvie nathalie valérie véronique sandrine céline hélène monique jacqueline geneviève michèle claudine mireille "
    "chantal danièle anne-marie marie-france émile édouard eugène édith",
    "it": "giovanni giuseppe luigi carlo giorgio francesco antonio mario paolo sergio roberto massimo stefano enrico "
    "umberto giulio giacomo guido alberto maurizio claudio franca paola francesca chiara giulia silvia elena",
    "es": "josé juan luis jesús miguel javier pedro fernando ignacio eduardo gonzalo rafael ramón enrique pilar "
    "mercedes concepción",
    "de": "wolfgang jürgen klaus hans-peter hans-jürgen karl-heinz dieter uwe gerhard manfred reinhart reinhard heinz "
    "ulrich matthias andreas sabine ursula gisela renate ingrid",
}
#: The first syllables of the family names of the Koreans.
KOREAN_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허노남심하곽성차주우구민진나지엄채원천방공현함변염여추도"
    "소석선설마길위표명기반왕금옥육인맹제모탁국은편용"
)
#: Further common given names, which are family names too: of a name in reading order they may be the first word.
_ALSO_FAMILY = (
    "adam alan albert alex alexander alfred alice amanda amy andré andrew angela ann anna anne anthony antony arnold "
    "arthur barbara ben benedict benjamin bernard bernhard bertrand betty bill bob brian bruce carl carol caroline "
    "charles charlotte chris christian christine christopher claire claude colin craig daniel david deborah denis "
    "dennis diana diane donald dorothy douglas edgar edmund edward elizabeth ellen emily emma eric erich ernst erwin "
    "eugene eva evelyn fernand frances francis frank fred frederick friedrich gabriel gary geoffrey georg george "
    "georges gerald gilbert gordon graham gregory guy hannah hans harold harry heinrich helen helmut henri henry "
    "herbert hermann howard hugh hugo ian immanuel isaac jack james jan jane janet jason jay jeff jeffrey jennifer "
    "jeremy jessica jill jim joan joanna joe john jonathan joseph joshua judith julia julian julie karen karl kate "
    "katherine keith ken kenneth kevin kurt larry laura lawrence leo leon leonard leonardo lewis linda lisa louis "
    "lucien ludwig luke marc marcel margaret maria marie marina mark marshall martha martin mary matthew maurice max "
    "michael michel mike nancy neil nicholas nicolas nicole nigel noam norman oliver olivier oscar oskar otto pascal "
    "patricia patrick paul peter phil philip pier pietro rachel ralph raymond rebecca reinhold rené richard robert "
    "robin roger roland ron ronald rosa rosemary roy rudolf russell ruth sam samuel sandra sara sarah scott sean "
    "sharon simon simone sophie stanley stephen steve steven stuart sue susan ted terence teresa terry theodor "
    "theodore theda thierry thomas tim timothy tom tony ulrike victor vincent virginia walter werner "
    "wilhelm william xavier yann"
)
UNSHARED = frozenset(name for names in NEVER_FAMILY.values() for name in names.split())
GIVEN = UNSHARED | frozenset(_ALSO_FAMILY.split())
#: The family names of the Chinese, as both scripts write them: the commonest ones, which nearly everyone bears.
CHINESE_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于於董萧蕭肖程曹袁邓鄧许許傅沈"
    "曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻闫余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱丘秦江史顾"
    "顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦季俞章鲁魯葛伍"
    "韦韋申尤毕畢聂聶丛焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿牟卜路詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游"
    "阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景薄单單包司柏宁寧柯阮桂闵闵解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕"
    "晋晉苑邬鄔臧畅暢宫宮来來嵺苟全褚廉简簡娄婁盖蓋符奚木穆党燕郎邸冀谈談姬屠连連郜晏栾欒郁商蒙计計喻揭窦竇迟遲宇"
    "敖糜鄢冷卓花仇艾蓝藍都巩鞏稽井练練仲乐樂虞卞封竺冼原官衣楚佟栗匡宗应應台巫鞠僧桑荆荊谌諶银銀扬揚明沙薄伏岑习習"
    "胥保和蔺藺水云雲昌凤鳳酆皮卡元平禹狄贝貝麻危支昝经經裘缪繆干宣邓杭诸諸钮鈕嵇滑荣榮羊惠家芮储儲汲邴松富乌烏焦巴弓"
    "牧隗山宓蓬郗班仰秋伊暴斜厉厲戎祖束幸韶叶印宿白怀懷蒲从從鄂索咸籍卓蔺屠乔胥能苍蒼双雙闻聞莘翟谭贡貢劳勞逄"
)
