"""The days on which the demonstration's reports are written, sent, issued and looked at again."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from assurance.runtime.periods import on_day
from reports.demonstration.council import FoundedCouncil
from reports.demonstration.editions import decisions, drafts, issue, second
from reports.papers.models.papers import Paper

# In the order of their dates.
REPORTS = (
    *("july-2015", "january-2016", "july-2016", "november-2016"),
    *("january-2017", "september-2017", "carers-2018"),
    *("overview-2020", "peer-review-2020", "wellbeing-2020"),
    second.REPORT,
)
# Sent on the day of issue, and not on that of writing.
SENT_LATE = ("september-2017",)
# Issued by one person, since it could not wait.
URGENT = ("january-2017",)
# Report → (day, what is done with it then) after its issue.
AFTERWARDS = {
    "july-2016": (date(2016, 7, 25), issue.correct),
    "january-2017": (date(2017, 1, 18), issue.look_again),
    "carers-2018": (date(2018, 10, 22), issue.remove),
}
DAY = timedelta(1)


@dataclass(frozen=True)
class Step:
    """What is done on a day once the records go up to another, that day or the one before."""

    day: date
    records_until: date
    what: Callable

    def do(self, founded: FoundedCouncil):
        """Does it, on its day."""
        with on_day(self.day):
            self.what(founded, self.day)


def steps_of(slugs: Collection[str], last: date) -> Iterator[Step]:
    """The steps of these reports up to the end of `last`, in the order of their days."""
    steps = [step for slug in REPORTS if slug in slugs for step in _steps(slug)]
    for step in sorted(steps, key=lambda step: step.day):
        if step.day <= last:
            yield step


def _steps(slug):
    if slug == second.REPORT:
        yield from _steps_of_second()
        return
    written, dated = drafts.written_on(slug), drafts.paper_date(slug)
    sent = dated if slug in SENT_LATE else written
    yield Step(written, written, partial(_write, slug))
    yield Step(sent, sent, partial(_with_paper, slug, issue.send))
    way = issue.issue_alone if slug in URGENT else issue.issue
    yield Step(dated, dated - DAY, partial(_with_paper, slug, way))
    if slug in AFTERWARDS:
        day, doing = AFTERWARDS[slug]
        yield Step(day, day - DAY, partial(_with_paper, slug, doing))
    if day := decisions.meeting_day(slug):
        yield Step(day, day - DAY, partial(_with_paper, slug, decisions.record))


def _steps_of_second():
    made, dated = second.SecondCouncil(), drafts.paper_date(second.REPORT)
    yield Step(second.FOUNDED, second.FOUNDED - DAY, made.found)
    yield Step(dated - drafts.WRITTEN_BEFORE, dated - drafts.WRITTEN_BEFORE, made.write)
    yield Step(dated, dated - DAY, made.issue)


def _write(slug, founded, on):
    drafts.write(founded, slug, on)


def _with_paper(slug, do, founded, on):
    do(founded, Paper.objects.of(founded.council).get(slug=slug), on)
