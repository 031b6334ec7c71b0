"""Articles of journals in Arabic, Persian and Hebrew, and references in many scripts; the works are real."""

from __future__ import annotations

from jopsrdf.config import Settings
from jopsrdf.errors import Where
from jopsrdf.identifiers import Identifier
from jopsrdf.pipeline.converting import complete
from jopsrdf.records import Agent, Article, Contribution, Issue, Journal, PartialDate, Reference, Text, organisation

ARABIC = "work/10.5555/arabic"
PERSIAN = "work/10.5555/persian"
HEBREW = "work/10.5555/hebrew"
#: From right to left, from left to right, and both in one line, with addresses and digits between them.
IN_ARABIC = (
    "ابن خلدون، عبد الرحمن. 1967. المقدمة. بيروت: دار الكتاب اللبناني.",
    "الجابري، محمد عابد. 1984. تكوين العقل العربي. بيروت: دار الطليعة.",
    "Rosenthal, Franz. 1958. The Muqaddimah: An Introduction to History. New York: Pantheon Books.",
    "حوراني، ألبرت. 1968. الفكر العربي في عصر النهضة (Arabic Thought in the Liberal Age). بيروت: دار النهار.",
    "سعيد، إدوارد. 1981. الاستشراق (Orientalism). ترجمة كمال أبو ديب. بيروت: مؤسسة الأبحاث العربية.",
    "Lapidus, Ira M. 2014. A History of Islamic Societies. Cambridge. https://doi.org/10.1017/CBO9781139048828.",
)
IN_PERSIAN = (
    "شفیعی کدکنی، محمدرضا. ۱۳۸۶. صور خیال در شعر فارسی. تهران: آگاه.",
    "زرین‌کوب، عبدالحسین. ۱۳۶۹. ارزش میراث صوفیه. تهران: امیرکبیر.",
)
IN_HEBREW = ("שלום, גרשם. 1976. פרקי יסוד בהבנת הקבלה וסמליה. ירושלים: מוסד ביאליק.",)
IN_OTHERS = (
    "Հովհաննիսյան, Աշոտ. 1957. Դրվագներ հայ ազատագրական մտքի պատմության. Երևան.",
    "费孝通. 1948. 乡土中国. 上海: 观察社.",
    "Данилевский, Николай Я. 1871. Россия и Европа. Санкт-Петербург.",
    "Kandiyoti, Deniz. 1997. Cariyeler, Bacılar, Yurttaşlar. İstanbul: Metis.",
    "Ἀριστοτέλης. Πολιτικά. Oxford: Clarendon Press, 1957.",
)


def articles(settings: Settings) -> list[Article]:
    """Return the articles, with their references read."""
    rows = (
        (ARABIC, "ar", "فكر ابن خلدون: العصبية والدولة (Ibn Khaldun)", "محمد عابد", "الجابري", IN_ARABIC),
        (PERSIAN, "fa", "صور خیال در شعر فارسی", "محمدرضا", "شفیعی کدکنی", IN_PERSIAN),
        (HEBREW, "he", "DNA של מיסטיקה: פרקי יסוד בהבנת הקבלה", "גרשם", "שלום", IN_HEBREW + IN_OTHERS),
    )
    return [_article(settings, *row) for row in rows]


def _article(
    settings: Settings, key: str, language: str, title: str, given: str, family: str, lines: tuple[str, ...]
) -> Article:
    article = Article(
        title=Text(title, language),
        contributions=(
            Contribution(
                agent=Agent(family=family, given=given), affiliations=(organisation("دار الطليعة للطباعة والنشر"),)
            ),
        ),
        identifiers=(Identifier("doi", key.removeprefix("work/")),),
        abstracts=(Text(f"{title}. {lines[0]} {lines[-1]}", language),),
        keywords=((Text("ابن خلدون", "ar"), Text("Ibn Khaldun", "en")),),
        published=PartialDate(2024, 3),
        journal=Journal(title="المستقبل العربي", language="ar"),
        issue=Issue(volume="46", number="541"),
        how_to_cite=f"{family}، {given}. {title}. https://doi.org/{key.removeprefix('work/')}",
        language=language,
        references=tuple(Reference(raw=line, position=number) for number, line in enumerate(lines, 1)),
    )
    return complete(article, settings, Where(source=f"{language}.txt"))
