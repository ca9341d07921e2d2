"""The demonstration's second council: a county with few records and one report of its own shape."""

from datetime import date

from reports.demonstration import later
from reports.demonstration.council import FoundedCouncil, create_council
from reports.demonstration.editions import drafts, issue
from reports.papers.models.papers import Paper

FOUNDED, REPORT = date(2016, 10, 3), "wyvernshire-2016"
COUNCIL, RECORDS = "second-council", ("second-records",)


class SecondCouncil:
    """What is done of it, each on its day; the first council's part in it is nothing."""

    def __init__(self):
        self.founded = None

    def found(self, _: FoundedCouncil, on: date):
        """The council with its accounts, teams, posts and committee."""
        self.founded = create_council(COUNCIL, on)

    def write(self, _: FoundedCouncil, on: date):
        """Its records up to now, and its report, sent for approval."""
        steps = later.steps(self.founded, RECORDS)
        for day, do in sorted(steps, key=lambda step: step[0]):
            do(day)
        issue.send(self.founded, drafts.write(self.founded, REPORT, on), on)

    def issue(self, _: FoundedCouncil, on: date):
        """Its report, approved and issued."""
        paper = Paper.objects.of(self.founded.council).get(slug=REPORT)
        issue.issue(self.founded, paper, on)
