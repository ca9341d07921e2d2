"""What a correction changed: told to writers while they write, and to officers after issue."""

from datetime import date

import pytest

from assurance.looked_after.models.censuses import Census
from assurance.people.rules import positions_as_known
from reports.editions.changed_figures import changed_since, corrections
from reports.editions.snapshot import assembled
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from tests import cast
from tests.issue.test_issue import frozen
from tests.make import audits, looked_after
from tests.make.drafts import ON, POSITION, approved, sent_and_approved, with_reasons, written

pytestmark = pytest.mark.django_db
ENTERED, CORRECTED, AGAIN = date(2016, 1, 5), date(2016, 1, 12), date(2016, 1, 15)


def census(council, edition, total, created_on, **said):
    """An edition of the census that the paper's position names."""
    return looked_after.census(
        council=council,
        date=POSITION.end,
        total=total,
        edition=edition,
        created_on=created_on,
        **said,
    )


def corrected_twice(council):
    """30 children, then 31, then 29."""
    census(council, 1, 30, ENTERED, replaced_on=CORRECTED)
    census(council, 2, 31, CORRECTED, replaced_on=AGAIN)
    census(council, 3, 29, AGAIN)


@pytest.fixture
def clerk():
    """Who writes."""
    return cast.clerk()


def told(paper, text):
    """The corrections of a draft whose one paragraph reads `text`."""
    manuscript = read(paper).with_block(BlockText("audits", "body", "paragraph", "", "", text, {}))
    return [str(one) for one in corrections(manuscript, assemble(manuscript))]


def draft(clerk):
    """A paper whose other paragraphs quote nothing."""
    paper = written(clerk, with_records=False)
    paper.blocks.filter(slug="children").update(text="Words.")
    return paper


def test_a_draft_tells_each_correction_of_what_it_quotes_newest_first_and_no_other(clerk):
    corrected_twice(clerk.council)
    paper = draft(clerk)
    assert told(paper, "[[looked_after.children]]") == [
        "31 → 29, corrected on 15 January 2016",
        "30 → 31, corrected on 12 January 2016",
    ]
    assert told(paper, "Words alone.") == []


@pytest.mark.parametrize(
    "entered",
    [[(30, ENTERED)], [(30, CORRECTED), (31, CORRECTED)], [(30, ENTERED), (30, CORRECTED)]],
    ids=["never corrected", "corrected on its day", "the same as before"],
)
def test_a_position_without_an_earlier_value_has_nothing_to_tell(clerk, entered):
    for number, (total, day) in enumerate(entered, 1):
        replaced_on = CORRECTED if number < len(entered) else None
        census(clerk.council, number, total, day, replaced_on=replaced_on)
    assert told(draft(clerk), "[[looked_after.children]]") == []


def test_positions_can_be_read_as_they_were_known_on_a_day(clerk):
    corrected_twice(clerk.council)
    Census.objects.filter(edition=3).update(
        withdrawn_on=ON, withdrawn_by=clerk, withdrawn_because="Wrong day"
    )
    known = {}
    for day in (date(2016, 1, 4), ENTERED, CORRECTED, AGAIN, ON):
        with positions_as_known(day):
            known[day.day] = list(Census.objects.in_force().values_list("total", flat=True))
    assert known == {4: [], 5: [30], 12: [31], 15: [29], 18: []}
    assert not Census.objects.in_force().exists()


def test_what_is_withdrawn_stops_the_issue_of_a_draft_that_quotes_it_and_never_counts(clerk):
    paper = written(clerk)
    assert not assembled(read(paper)).problems
    Census.objects.filter(date=POSITION.end).update(
        withdrawn_on=ON, withdrawn_by=clerk, withdrawn_because="Wrong population"
    )
    assert (
        "No count of looked-after children is recorded for 1 December 2015."
        in assembled(read(paper)).problems[0].sentence
    )
    audits.case_audit(
        council=paper.council,
        withdrawn_on=ON,
        withdrawn_by=clerk,
        withdrawn_because="Entered twice",
    )
    assert assemble(read(paper)).document.figures[0].text == "2"


def issued():
    """An edition of the usual paper, frozen."""
    paper, clerk, _ = approved()
    return frozen(paper, clerk)


def changes(edition):
    """What has changed since, in words."""
    return [str(one) for one in changed_since(edition)]


@pytest.mark.long
def test_an_edition_tells_what_would_be_another_number_today_and_what_was_withdrawn():
    edition = issued()
    assert changes(edition) == []
    council = edition.council
    audits.case_audit(council=council, audited_on=date(2015, 6, 6))
    Census.objects.filter(date=POSITION.end).update(total=187)
    assert changes(edition) == ["2 → 3", "188 → 187"]
    one = changed_since(edition)[0]
    assert (one.number, one.title, one.same_count) == (1, "Case-file audits done", False)
    assert one.when == "1 January 2015 to 31 December 2015"
    by = edition.issued_by
    Census.objects.update(withdrawn_on=ON, withdrawn_by=by, withdrawn_because="Wrong")
    assert changes(edition)[1:] == ["188 → nothing is recorded", "210 → nothing is recorded"]


@pytest.mark.long
def test_an_edition_tells_a_count_that_other_records_make_today():
    edition = issued()
    clerk, council = edition.issued_by, edition.council
    audit = audits.CaseAudit.objects.of(council).first()
    audit.withdrawn_on, audit.withdrawn_by, audit.withdrawn_because = ON, clerk, "Entered twice"
    audit.save()
    audits.case_audit(council=council, audited_on=date(2015, 7, 7))
    [one] = changed_since(edition)
    assert one.same_count
    assert str(one) == "2 as printed, made of other records"


def quoting(text):
    """A frozen edition of a paper with one more paragraph."""
    clerk = cast.clerk()
    block = {"slug": "extra", "part": "body", "kind": "paragraph", "text": text}
    paper = with_reasons(written(clerk, block), clerk)
    return frozen(sent_and_approved(paper, clerk), clerk)


@pytest.mark.long
def test_a_base_that_changed_is_told_beside_its_count():
    edition = quoting("[[audits.shared @year]]")
    audits.case_audit(council=edition.council, audited_on=date(2015, 6, 6))
    assert "0 of 2 → 0 of 3" in changes(edition)


@pytest.mark.long
def test_a_figure_of_a_population_of_its_own_is_measured_of_that_population_again():
    council = cast.make_council()
    cohort = looked_after.children_looked_after("asylum", council=council, title="Asylum seekers")
    census(council, 1, 40, ENTERED, cohort=cohort)
    edition = quoting("[[looked_after.children of=asylum @position]]")
    assert changes(edition) == []
    Census.objects.filter(cohort=cohort).update(total=41)
    assert changes(edition) == ["40 → 41"]
