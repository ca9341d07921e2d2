"""Pages of the service that answer a question which no report does: where reports are compared,
followed, downloaded or asked for in another form.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from reports.publication.search.corrections import FIELD_WORDS, meant
from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_text import question_text
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stem, stems

LEDGER = "publication:ledger"
# So many pages are offered at once.
MOST = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
# What somebody says who looks for a report that is not there any more.
_REMOVED = re.compile(
    r"\b(?:removed?|removal|withdr[ae]wn?|deleted?|disappeared|vanished|gone|missing|unpublished"
    r"|(?:take|taken|took) (?:it |this |that |them )?(?:down|away|off)|pulled)\b"
)
# What somebody says who asks when a committee last had a report on a subject.
_LAST_REPORTED = re.compile(r"\blast (?:been )?(?:reported|covered|discussed)\b|\breported last\b")
# What somebody says who wants to hear of the next report.
_TOLD_WHEN = re.compile(
    r"\b(?:(?:get|be) told|let me know|know|tell me|told|find out|hear) when\b(?= .*\breports?\b)"
)
# Words that may stand in a question about any page.
_ANYWHERE_WORDS = dict.fromkeys(
    """
    page pages site website web service online want wants need look see find read use view
    list every page public safeguarding report reports paper papers document documents
    published committee scrutiny new get getting like via when why way ways work works
    explain understand else very real really need possible available january february
    march april may june july august september october november december
    """.split(),  # noqa: SIM905
    1,
)
_ANYWHERE = frozenset(map(stem, _ANYWHERE_WORDS))


@dataclass(frozen=True)
class SitePage:
    """A page: the name of its address, its title, what a person does there, the words of which a
    question about it has one, and those that may stand beside them; one `of_any_year` answers for
    every year that is named."""

    name: str
    title: str
    about: str
    words: str
    beside: str = ""
    of_council: bool = True
    of_any_year: bool = False

    @cached_property
    def asked_by(self) -> frozenset[str]:
        """The stems of which a question about the page has one."""
        return frozenset(map(stem, self.words.split()))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The stems of every word that a question about the page may have."""
        return frozenset(map(stem, self.every_word))

    @cached_property
    def every_word(self) -> dict[str, int]:
        """Every word that a question about the page may have, each as often as any."""
        return dict.fromkeys(f"{self.words} {self.beside}".split(), 1)

    def address(self, council: str) -> str:
        """The address of the page among those of the council of that slug."""
        return reverse(self.name, args=[council] if self.of_council else [])


def is_of_pages(word: str) -> bool:
    """True where a question about a page may have `word`: it was typed as it was meant."""
    stemmed = stem(word)
    return any(stemmed in page.vocabulary for page in PAGES)


PAGES = (
    SitePage(
        "publication:council",
        "Next meeting and latest report",
        "When the committee meets next, and the report it read last.",
        "meeting meetings agenda upcoming forthcoming diary calendar next",
        "date day time where place following come comes coming out due future last latest"
        " session six monthly half yearly hold holds meet meets sit sits soon start"
        " discuss discusses consider considers councillor councillors member members",
    ),
    SitePage(
        "publication:public-recommendations",
        "Recommendations",
        "Each recommendation to a meeting, and the decision on it.",
        "minutes minute resolution resolutions resolved vote votes voted agree agreed",
        "meeting meetings last previous of what was were decided decision decisions outcome record"
        " we did they us council councillors members recommendation recommendations not",
    ),
    SitePage(
        "publication:compare-reports",
        "Compare two reports",
        "What changed between two reports, or two editions of one.",
        "compare comparison comparing changed changes change different difference differences"
        " differ since worse better worsened",
        "anything everything did improved between two both one last previous earlier older other"
        " another edition editions side by"
        " happened against time what year years half version versions now then before january"
        " february march april may june july august september october november december",
        of_any_year=True,
    ),
    SitePage(
        "publication:issued",
        "Published reports",
        "Every report that can be read, the newest first.",
        "archive archives old older earlier previous past all edition editions pdf removed"
        " withdrawn",
        "download full whole copy back history issue issues issued were was been any made number"
        " what which",
    ),
    SitePage(
        "publication:corrections",
        "Corrections to published reports",
        "Every report that was corrected, when, and what was wrong in it.",
        "correct correction corrections corrected mistake mistakes error errors amended wrong"
        " afterwards",
        "after edition editions were was been has have any made number numbers figure figures date"
        " dates what which when all past earlier previous history is there did find found"
        " publication"
        " change changed changes and since",
        of_any_year=True,
    ),
    SitePage(
        "publication:figures",
        "Figures",
        "Every published figure with its last value, and all of them as CSV or JSON.",
        "data dataset datasets csv json spreadsheet spreadsheets excel api download downloads"
        " statistics figures numbers",
        "open raw all published table tables file files machine readable index trends behind",
    ),
    SitePage(
        LEDGER,
        "When each subject was last reported",
        "The last report on each subject, its evidence and how old that is.",
        "history ledger subjects topics evidence",
        "reporting last reported each covered cover subject topic often age old",
    ),
    SitePage(
        "feeds:follow",
        "Get an e-mail when a report is published",
        "By e-mail or in a feed reader, for all reports, a committee or a series.",
        "follow following subscribe subscription subscriptions unsubscribe email emails mail alert"
        " alerts newsletter rss atom feed feeds notify notified notification notifications update"
        " updates informed sign",
        "signing up by receive stop stopping cancel me keep send sent reader out comes come next e",
    ),
    SitePage(
        "publication:other-format",
        "Ask for another format or language",
        "A report in large print, in braille, as audio, or in another language.",
        "format formats braille audio translation translated translate language languages print"
        " printed easy bsl interpreter polish welsh urdu arabic bengali",
        "large larger print other another accessible alternative post copy different ask asking"
        " request in version big bigger text sign hard my",
    ),
    SitePage(
        "publication:accessibility",
        "Accessibility statement",
        "How accessible these pages are, and what to do where they are not.",
        "accessibility accessible wcag screen complain complaint complaints",
        "statement reader readers keyboard problem problems how make website do i to about",
    ),
    SitePage(
        "publication:privacy",
        "Privacy and cookies",
        "What is stored about people who read these pages, and who to complain to about it.",
        "privacy cookie cookies gdpr tracking tracked my complain complaint complaints",
        "notice policy personal data protection information about store stored statement me make do"
        " i how to",
    ),
    SitePage(
        "how-this-works",
        "How this works",
        "How reports are made and read, and why some numbers are not shown.",
        "hidden suppressed suppression redacted guide help instructions counted trust rely reliable"
        " shown work works secret secrets withheld kept",
        "number numbers figure figures not small made make works come comes from are is how who"
        " know right true can anything something was were back",
        of_council=False,
    ),
    SitePage(
        "publication:notes",
        "Your notes",
        "Your own notes on published reports and figures, written while signed in.",
        "notes",
        "my own wrote made where are of mine",
        of_council=False,
    ),
    SitePage(
        "account_login",
        "Sign in",
        "For people with an account.",
        "login signin password log logon account sign",
        "in on my forgot forgotten reset officer councillor member staff into",
        of_council=False,
    ),
)


def pages_about(
    text: str, ignored: Collection[str] = (), as_typed: bool = False
) -> tuple[SitePage, ...]:
    """The pages that the question `text` is about, of whose words all are the page's, those with
    most of their own words first; `ignored` are plain words that say nothing here, `as_typed`
    without corrections."""
    question = plain(question_text(text)).replace("after publication", "afterwards")
    question = _TOLD_WHEN.sub("notified when", question)
    counted = [(_own_words(page, question.split(), ignored, as_typed), page) for page in PAGES]
    matches = sorted((row for row in counted if row[0]), key=lambda row: -row[0])
    pages = [page for _, page in matches]
    if not pages and _LAST_REPORTED.search(question):
        # Whatever the subject: its row is on that page.
        pages = [page for page in PAGES if page.name == LEDGER]
    return tuple(pages[:MOST])


def asks_for_removed(text: str) -> bool:
    """True where the question `text` may be about a report that was removed."""
    return bool(_REMOVED.search(plain(text)))


def named_in(text: str, titles: Iterable[str]) -> list[int]:
    """The places of those of `titles` that have a word of the question `text` that counts, those
    with most of them first."""
    question_stems = {stem(word) for word in plain(text).split() if not _says_nothing(word, ())}
    counted = [
        (len(question_stems & {*stems(title).split()}), place) for place, title in enumerate(titles)
    ]
    return [place for count, place in sorted(counted, key=lambda row: -row[0]) if count][:MOST]


def _own_words(page, words, ignored, as_typed):
    """How many of the words only a question about this page has; none where one is of no page."""
    count = 0
    for typed in words:
        word = typed if as_typed or typed in FIELD_WORDS else meant(typed, _ANYWHERE_WORDS)
        known = _known(typed, page, as_typed)
        is_year = page.of_any_year and bool(_YEAR.fullmatch(word))
        if known in page.asked_by:
            count += 1
        elif not (is_year or known in page.vocabulary or _says_nothing(word, ignored)):
            return 0
    return count


def _known(word, page, as_typed):
    """The stem of a word, of the nearest word of the page where it has an error."""
    typed = stem(word)
    is_meant = as_typed or word in FIELD_WORDS or typed in page.vocabulary
    return typed if is_meant else stem(meant(word, page.every_word))


def _says_nothing(word, ignored):
    return word in STOP or word in QUESTION_WORDS or word in ignored or stem(word) in _ANYWHERE
