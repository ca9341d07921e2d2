"""Which changes of a report its approver sees first, and what is folded."""

from dataclasses import replace
from datetime import date

import pytest

from reports.approvals.report_changes import changed_words, reading
from reports.documents.document import FIGURE, Headline, Headlines, Paragraph, Run, Section, Text
from tests.make import papers
from tests.make.published_figures import edition, entry

pytestmark = pytest.mark.django_db


def test_many_changed_paragraphs_are_folded_and_counted_by_kind():
    def document(*texts):
        blocks = tuple(
            Paragraph(f"para-{place}", f"{place}.", content=(Text((Run(text),)),))
            for place, text in enumerate(texts, 1)
        )
        return replace(papers.document(), sections=(Section("work", "Work", blocks=blocks),))

    names = ("audits", "visits", "boards", "nurses", "courts", "schools")
    before = document(*(f"The {name} were held in spring as planned." for name in names), "Gone.")
    after = document(*(f"The {name} were held in autumn as planned." for name in names), "Is new.")
    found = changed_words(before, after)
    assert found.summary == "6 changed, 1 new, 1 taken out"
    assert (found.here, found.total) == (7, 7)
    assert len(found.first) == 5 and len(found.further) == 3
    assert found.further[-1].state == "taken out"


def test_a_headline_figure_comes_before_one_that_moved_further(paper):
    names = ("far", "near", "hidden")
    texts = {"far": ("10", "40"), "near": ("10", "11"), "hidden": ("9", "fewer than six")}
    days = ("2015-06-30", "2015-12-31")
    rows = [
        tuple(
            entry(
                texts[name][place],
                days[place],
                key=f"dbs.{name}",
                number=number,
                title=name,
                count=None if name == "hidden" else int(texts[name][place]),
                mark="withheld" if name == "hidden" and place else "",
            )
            for number, name in enumerate(names, 1)
        )
        for place in (0, 1)
    ]
    before = papers.issued_paper(
        council=paper.council, series=paper.series, meeting=None, period_end=date(2015, 6, 30)
    )
    edition(*rows[0], of=before, period_end="2015-06-30")
    headline = Headline("Near", (Run("11", FIGURE, "2"),))
    section = Section("work", "Work", blocks=(Headlines("headlines", (headline,)),))
    document = replace(papers.document(), sections=(section,), figures=rows[1])
    last = reading(paper, document)["last"]
    assert [(row.after.title, row.change) for row in last.figures] == [
        ("near", "Rose by 1"),
        ("far", "Rose by 30"),
        ("hidden", "Not shown"),
    ]
