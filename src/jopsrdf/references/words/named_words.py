"""This room is the table of words that series of papers and interviews are named by."""

from __future__ import annotations

import re

#: Language → what series of papers call themselves.
PAPERS: dict[str, str] = {
    "en": r"(?:working|discussion|occasional|policy|research|staff|background|technical) papers?(?: series)?|"
    r"(?:staff )?(?:discussion|policy|background) notes?|country reports?|report(?= nos?\.)",
    "de": r"(?:arbeits|diskussions|forschungs)papiere?",
    "fr": r"documents? de travail|cahiers? de recherche",
    "es": r"(?:documentos?|cuadernos?) de trabajo",
    "pt": r"textos? para discussão|documentos? de trabalho",
    "it": "temi di discussione",
    "ru": r"препринты?|рабоч(?:ий|ие) доклады?",
    "tr": r"(?:çalışma|tartışma) tebliği",
    "zh": "工作论文",
}
#: A piece of each of them, in small letters.
PAPER_HINTS = (
    "paper", "report", " note", "papier", "de trav", "de rech", "de trab", "para disc", "temi di",
    "препринт", "доклад", "tebliği", "工作",
)  # fmt: skip
PAPER = re.compile(rf"(?<!\w)(?:{'|'.join(PAPERS.values())})(?!\w)", re.IGNORECASE)
_OWN = r"(?:(?:personal|telephone|phone|online|e-?mail|skype|expert|confidential|anonymous|author[’']s)\s){0,2}"
#: How interviews begin that name whom they were held with, by language; Turkish and Armenian name the person first.
HELD = re.compile(
    rf"(?:{_OWN}interviews? (?:by the author )?with|author(?:[’']s)? interview|interview mit|"
    rf"(?:experten)?gespräch mit|entretien (?:téléphonique )?avec|entrevista (?:personal )?(?:con|com|a)|"
    r"intervista (?:con|a)|интервью с|беседа с|інтерв[’']ю (?:з|із)|հարցազրույց|wywiad z|rozhovor s|wawancara dengan|"
    r"vraaggesprek met|"
    r"مقابلة مع|مصاحبه با|.{3,60}\sile (?:röportaj|görüşme|mülakat|söyleşi))(?!\w)",
    re.IGNORECASE,
)
#: Words of which one stands in the name of every interview.
INTERVIEWS = (
    "interv", "entrevista", "entretien", "gespräch", "интервью", "беседа", "інтерв", "հարցազրույց", "wywiad",
    "rozhovor", "wawancara", "vraaggesprek", "مقابلة", "مصاحبه", "röportaj", "görüşme", "mülakat", "söyleşi",
)  # fmt: skip
#: What stands behind the name of who spoke to the author.
TOLD = re.compile(
    rf"(?:{_OWN}interview (?:by|with) (?:the )?author|(?:personal|telephone|phone) interview|personal communications?|"
    r"(?:pers\.|private) comm(?:unication|\.)|entretien avec l[’']auteur|persönliches (?:gespräch|interview)|"
    r"persönliche mitteilung|"
    r"comunicación personal|comunicação pessoal|communication personnelle|entrevista (?:ao autor|al autor|à autora)|"
    r"личное сообщение|"
    r"интервью автору|comunicazione personale|kişisel (?:görüşme|iletişim))$",
    re.IGNORECASE,
)
#: The first words of what `HELD` and `TOLD` find, and the words that Turkish prints last.
HELD_WORDS = frozenset(
    """author interview interviews personal telephone phone online author's author’s expert expertengespräch gespräch
    entretien entrevista intervista интервью беседа інтерв'ю інтерв’ю հարցազրույց wywiad rozhovor wawancara
    vraaggesprek مقابلة مصاحبه""".split()
)
HELD_LAST = (" ile röportaj", " ile görüşme", " ile mülakat", " ile söyleşi")
TOLD_WORDS = frozenset(
    """interview personal telephone phone pers private entretien persönliches persönliche comunicación comunicação
    communication entrevista личное интервью comunicazione kişisel author's author’s""".split()
)
