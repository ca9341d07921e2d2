"""Headline figures as rows of a report: checked, brought back from its file, carried forward."""

from datetime import date

import pytest

from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from reports.conversion.operations.paper_import import import_paper
from reports.documents.document import text_of
from reports.editions.paper_file import exported
from reports.editor.carry_forward.operations import start_next
from reports.papers.assembly.pipeline import assemble
from reports.papers.looks import waiting
from reports.papers.manuscript import read
from reports.papers.models.papers import Paper
from reports.papers.operations import papers as writing
from reports.papers.sentences import current
from reports.verdicts.paper.verdict import verdict
from tests import cast
from tests.make import drafts, looked_after, papers
from tests.papers.assembly.test_headline_figures import ROWS, group, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(paper, clerk):
    """The paper that has a group of headline figures in its rows."""
    after = paper.blocks.get(slug="audits")
    block = {"slug": "first", "part": "body", "kind": "headlines", "parent": after.parent}
    block |= {"heading": "", "text": "", "data": {"headlines": [*ROWS]}}
    writing.add_block(paper=paper, after=after, block=block, by=clerk, on=drafts.ON)
    return paper


@pytest.mark.long
def test_a_group_that_is_right_adds_no_finding_and_a_typed_number_in_one_stops_it(kept):
    def found():
        read_now = verdict(Paper.objects.get(pk=kept.pk))
        causes = (*read_now.errors, *read_now.warnings, *read_now.advice)
        return [
            one.fault.says
            for cause in causes
            for one in cause.results
            if one.fault.block == "first"
        ]

    assert found() == []
    block = kept.blocks.get(slug="first")
    block.data["headlines"][0]["label"] = "Children, of whom 999 boys"
    block.save()
    typed = "“999”: typed, with no record or source behind it."
    assert [says for says in found() if says.startswith(typed)]


def test_a_file_of_the_report_brings_them_back(kept, clerk):
    plain = exported(kept)
    fields = {"council": kept.council, "by": clerk, "on": drafts.ON}
    again = exported(import_paper(plain={**plain, "slug": "again"}, **fields))
    assert {**again, "slug": plain["slug"]} == plain
    with_one = {**plain, "slug": "short", "blocks": [*plain["blocks"]]}
    place = [one["slug"] for one in plain["blocks"]].index("first")
    with_one["blocks"][place] = {**plain["blocks"][place], "data": {"headlines": [*ROWS[:1]]}}
    with pytest.raises(Refused, match="3 to 6, and here are 1"):
        import_paper(plain=with_one, **fields)


def test_in_another_council_they_are_typed_numbers_called_as_their_figures_were(kept):
    there = cast.clerk(cast.make_council("elsewhere"))
    papers.report_template(council=there.council)
    made = import_paper(council=there.council, plain=exported(kept), by=there, on=drafts.ON)
    document = assemble(read(made)).document
    names = [one.name for one in group(document).items]
    assert names[0] == "Children looked after" and names[2] == "Audits of case files"
    values = [text_of(one.value) for one in group(document).items]
    assert values == ["188", "210", "2"] and "of netherby" in text_of(group(document))


def test_in_the_next_report_they_move_with_its_dates_and_wait_for_a_look(kept, clerk):
    looked_after.census(council=kept.council, date=date(2016, 6, 1), total=190)
    details = {"title": "July", "slug": "july-2016", "period_start": date(2016, 1, 1)}
    details |= {"period_end": date(2016, 6, 30), "paper_date": date(2016, 7, 20)}
    names = {**drafts.NAMES, "position": When.at(date(2016, 6, 1)), "comparison": drafts.POSITION}
    fields = {"details": details, "names": names, "by": clerk, "on": date(2016, 7, 20)}
    later = read(start_next(before=kept, **fields))
    [block] = [one for one in later.blocks if one.kind == "headlines"]
    assert block.carried and len(waiting(later)["first"]) == 3
    assert [one.text for one in current(later, [block])["first"]][:2] == [
        *("190", "A year before 1 June 2016 | 188")
    ]
    first, second, _ = (told(one) for one in group(assemble(later).document).items)
    assert first == ("Children looked after", "190", "1 June 2016")
    assert second[1:] == ("188", "1 December 2015")
