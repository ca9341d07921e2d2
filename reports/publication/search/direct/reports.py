"""The published reports that a question names: by title or series, by month or year, or as the
latest; and the paragraph, table or chart of them that it names by number."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assurance.runtime.digits import whole
from reports.editions.models.editions import Edition, EditionQuerySet
from reports.papers.addresses import paper_address
from reports.publication.models.passages import Passage
from reports.vocabulary.plain_text import STOP, plain
from reports.vocabulary.question_text import question_text
from reports.vocabulary.question_words import QUESTION_WORDS
from reports.vocabulary.stems import stem, stems
from reports.vocabulary.times import MONTHS, YEARS, is_of_time

# So many reports, the newest, are held against a question; so many are shown before all else.
READ, MOST = 300, 3
_PLACE = re.compile(r"\b(paragraph|para|table|chart) ([1-9]\d{0,2})\b")
# What a report is called, and what is asked of it as a whole.
_REPORT = frozenset(("report", "reports", "paper", "papers", "overview", "update"))
_LATEST = frozenset(("latest", "newest", "last", "recent", "most", "current"))
_ABOUT = frozenset(
    """
    author authors wrote write written approve approved approves approval published publish
    publication issued committee meeting council public read whole full see open title say says
    find finds found finding findings conclusion conclusions
    """.split()  # noqa: SIM905
)
# The facts of a report's front that say whose it is.
_AUTHOR = "Report of: "


@dataclass(frozen=True)
class Report:
    """A report as results show it."""

    edition: Edition
    front: str = ""

    @property
    def address(self) -> str:
        """The address of its page."""
        return paper_address(self.edition.paper)

    @property
    def author(self) -> str:
        """The person or post whose report it is, as its front prints it."""
        _, _, rest = self.front.partition(_AUTHOR)
        return rest.partition(";")[0]


@dataclass(frozen=True)
class Naming:
    """How the question `text` names reports; `ignored` are plain words without a meaning here."""

    text: str
    ignored: frozenset[str] = frozenset()

    @cached_property
    def place(self) -> str:
        """“paragraph 27”, or the number of a table or chart, as labels have it; else empty."""
        match = _PLACE.search(plain(self.text))
        kind = {"para": "paragraph"}.get(match[1], match[1]) if match else ""
        return f"{kind} {match[2]}" if match else ""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words without the number of a place."""
        return tuple(_PLACE.sub(" ", plain(question_text(self.text))).split())

    @property
    def months(self) -> frozenset[int]:
        """The months that it has, as numbers."""
        return frozenset(MONTHS[word] for word in self.words if word in MONTHS)

    @property
    def years(self) -> frozenset[int]:
        """The years that it has."""
        return frozenset(whole(word) for word in self.words if YEARS.fullmatch(word))

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that a title may have."""
        return frozenset(stem(word) for word in self.words if not self._is_of_any(word))

    @property
    def has_report(self) -> bool:
        """True where it speaks of a report, or of a place of one."""
        return bool(self.place) or not _REPORT.isdisjoint(self.words)

    @property
    def month(self) -> str:
        """The one month, as `2016-12`, or the one year whose reports it asks for and nothing else;
        else empty."""
        is_one = len(self.years) == 1 and len(self.months) <= 1
        if not is_one or not self.has_report or self.place or self.content:
            return ""
        return "-".join((f"{min(self.years)}", *(f"{number:02}" for number in self.months)))

    @property
    def is_latest(self) -> bool:
        """True where the last report is asked for: in so many words, or no other is named."""
        is_named = self.content or self.months or self.years
        return not is_named or not _LATEST.isdisjoint(self.words)

    def names(self, edition: Edition) -> bool:
        """True where it names the report of `edition`."""
        paper, day = edition.paper, edition.paper.told_on
        if self.months - {day.month} or self.years - {day.year}:
            return False
        titles = (edition.title, edition.title.partition(":")[0], paper.series.title)
        own = [_content(title) for title in titles]
        if not self.content <= frozenset().union(*own):
            return False
        return self.has_report or any(title and title <= self.content for title in own)

    def _is_of_any(self, word):
        is_of_question = word in STOP or word in QUESTION_WORDS or word in self.ignored
        return is_of_time(word) or is_of_question or word in (_REPORT | _LATEST | _ABOUT)


def reports_named(naming: Naming, editions: EditionQuerySet) -> list[Edition]:
    """The editions whose reports `naming` names, the newest first; where the latest is asked for,
    those of its date alone."""
    if not (naming.has_report or naming.content):
        return []
    matches = [row for row in newest_reports(editions) if naming.names(row)]
    matches.sort(key=_newest_and_longest, reverse=True)
    if naming.is_latest and not naming.place:
        matches = [row for row in matches if row.paper.told_on == matches[0].paper.told_on]
    return matches


def newest_reports(editions: EditionQuerySet) -> list[Edition]:
    """The newest of `editions`, with their reports."""
    return list(editions.with_papers().order_by("-issued_on", "-pk")[:READ])


def _newest_and_longest(edition):
    """Of one date the report of the longest time is the last one, as on the front page."""
    paper = edition.paper
    return (paper.told_on, paper.period_end - paper.period_start)


def places_named(naming: Naming, named: Sequence[Edition]) -> tuple[int, ...]:
    """The keys of the passages that `naming` names by number in the reports `named`, in their
    order."""
    if not naming.place:
        return ()
    order = {edition.pk: place for place, edition in enumerate(named)}
    rows = Passage.objects.filter(edition__in=order, label__iexact=naming.place)
    pairs = sorted((order[edition], key) for key, edition in rows.values_list("pk", "edition"))
    return tuple(key for _, key in pairs[:MOST])


def report_rows(editions: Iterable[Edition]) -> list[Report]:
    """The reports of `editions` as results show them."""
    editions = list(editions)
    fronts = Passage.objects.filter(edition__in=editions, anchor="", words__contains=_AUTHOR)
    by_edition = dict(fronts.order_by("-pk").values_list("edition", "words"))
    return [Report(row, by_edition.get(row.pk, "")) for row in editions]


def _content(title):
    """The stems of the words of `title` that count."""
    counting = (word for word in plain(title).split() if word not in STOP and not is_of_time(word))
    remaining = (word for word in counting if word not in _REPORT)
    return frozenset(stems(" ".join(remaining)).split())
