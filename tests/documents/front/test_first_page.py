"""A member's eight questions are answered on the first page of the printed report."""

from dataclasses import replace

import pytest

from reports.documents import formats
from reports.documents.document import (
    Facts,
    Headline,
    HeadlinePoint,
    Headlines,
    Item,
    ItemList,
    Run,
    Section,
)
from reports.documents.entries import STATED
from reports.documents.front.digest import commitments_in_brief, commitments_of
from reports.documents.front.kinds import OPEN, OVERDUE, CommitmentEntry, Front
from tests.documents import forms
from tests.documents.front.test_digest import ENTRIES, asking, text
from tests.documents.front.test_digest import document as with_digest
from tests.documents.front.test_masthead import BRAND, document, fact
from tests.make.published_figures import entry

SERIES = tuple(
    HeadlinePoint(f"{year}-12-01", str(count), count, None)
    for year, count in ((2013, 190), (2014, 188), (2015, 196))
)
ROSE = "Rose from 188 on 1 December 2014 to 196"
UNLIKE = "Not comparable with the value for 2014: they cover periods of different length."
TILES = (
    Headline("Children looked after", (Run("196"),), (Run("1 December 2015"),), "children", ROSE,
             SERIES),
    Headline("In agency foster care", (Run("24"),), (Run("1 December 2015"),), "of 196", ROSE,
             SERIES),
    Headline("In external residential placements", (Run("12"),), (Run("1 December 2015"),),
             "of 196", ROSE, SERIES),
    Headline("Staff overdue for a DBS re-check", (Run("18"),), (Run("5 July 2015"),), "of 355",
             "Fell from 30 of 351 on 5 January 2015 to 18 of 355", SERIES),
    Headline("Case files audited", (Run("83"),), (Run("1 January to 31 December 2015"),), "audits",
             "Fell from 84 (2014) to 83", SERIES[:2]),
    Headline("Audits shared with the practitioner", (Run("95%"),),
             (Run("1 January to 31 December 2015, 79 of 83"),), "", UNLIKE, SERIES[:1]),
)  # fmt: skip
POINTS = (
    "The number of looked-after children rose from 188 to 196 between the two dates.",
    "Placements with agency foster carers rose from 18 to 24, and others fell from 15 to 12.",
    "At the DBS audit of 5 July 2015, 18 of 355 staff were overdue for a re-check.",
    "Managers audited 83 case files in 2015.",
)
MANY = (
    *(replace(ENTRIES[0], what=f"Keep promise {number} in full") for number in range(6)),
    *(replace(entry, anchor="", place="") for entry in ENTRIES[1:]),
)
# The answer to each question, as the first page prints it.
ANSWERS = {
    "what changed": "Fell from 30 of 351",
    "what is overdue": "1 overdue",
    "which is that": "Overdue: Publish the leaflet, due by 31 December 2015",
    "what was promised": "State of commitments on 18 January 2016 6 kept, 1 overdue, 2 open",
    "what is asked of me": "agree the plan",
    "how many children": "196 children",
    "the DBS position": "18 of 355",
    "the audits": "83 audits",
    "when next": "Next: Report on visits, due in the next report",
    "who approved it": "Approved by Director of Services",
    "where the numbers come from": "1 counted from records, 1 from another source",
}


def full_report():
    """A report with six tiles, main points, what is asked, and more commitments than fit."""
    items = tuple(Item("", f"point-{at}", (text(words),)) for at, words in enumerate(POINTS))
    group = Headlines("top", TILES, (ItemList("bullet", items),))
    front = Front("January 2016", "part-asked", MANY, BRAND)
    approval = Facts("a", "Approved", (fact("Approved by", "Director of Services, 18 May 2016"),))
    sections = (
        Section("body", "Body", blocks=(group,)),
        asking(),
        Section("part-approval", "Report approved", blocks=(approval,)),
    )
    figures = (entry("196"), replace(entry("3", key=STATED), number=2))
    return document(title="Six-monthly report on safeguarding and looked-after children",
                    sections=sections, front=front, figures=figures)  # fmt: skip


@pytest.mark.long
def test_eight_questions_are_answered_on_the_first_page():
    printed = formats.pdf(full_report(), "paper")
    first, _, rest = forms.of_pdf(printed).partition("Page 1 of")
    # Columns are read next to each other, so each answer is sought word by word.
    missing = [name for name, answer in ANSWERS.items() if not _is_in(answer, first)]
    assert missing == []
    assert "Contents" not in first and "Contents" in rest


def _is_in(answer, page):
    rest = page
    for word in answer.split():
        _, found, rest = rest.partition(word)
        if not found:
            return False
    return True


def test_the_line_of_commitments_names_the_first_overdue_and_the_next():
    assert commitments_in_brief(()) == ""
    assert commitments_in_brief(ENTRIES[:1]) == "1 kept, none overdue"
    due = (CommitmentEntry(OPEN, "Count again"), CommitmentEntry(OVERDUE, "Publish", "", "May"))
    line = "1 open, 1 overdue. Overdue: Publish, due May. Next: Count again"
    assert commitments_in_brief(due) == line
    assert commitments_of(replace(with_digest(), front=None)) == ()
    assert commitments_of(with_digest(commitments=due)) == due
