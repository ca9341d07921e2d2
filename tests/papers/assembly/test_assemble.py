"""The pipeline from a paper's rows to its document, its provenance and its faults."""

from datetime import date, timedelta

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.runtime.periods import today
from reports.checks.context import CheckContext
from reports.documents.digest import content_digest
from reports.documents.document import HIDDEN, Run, Text, from_json, text_of, to_json
from reports.papers.assembly.pipeline import assemble
from reports.papers.manuscript import BlockText, read
from reports.verdicts.paper.reading import reading_of
from reports.verdicts.run import check
from tests.make import audits, dbs, looked_after, people

pytestmark = pytest.mark.django_db


def with_text(paper, text, slug="audits", **said):
    """What is assembled where the paragraph `slug` reads `text`."""
    manuscript = read(paper)
    old = next(block for block in manuscript.blocks if block.slug == slug)
    return assemble(
        manuscript.with_block(BlockText(slug, old.part, old.kind, old.parent, "", text, {})), **said
    )


def sentences(made):
    """What stops issue."""
    return [one.sentence for one in made.problems]


def test_figures_stand_in_their_sentences_and_each_is_traced(paper):
    made = assemble(read(paper))
    text = text_of(made.document.sections)
    assert "Managers audited 2 files." in text
    assert "we looked after 188 children, and the number fell from 210 to 188." in text
    assert "note paragraphs 2–3" in text
    assert not made.problems
    again = from_json(to_json(made.document))
    assert again == made.document and content_digest(again) == content_digest(made.document)
    rows = [one.as_row() for one in made.traced]
    assert [(row["key"], row["count"]) for row in rows] == [
        ("audits.done", 2),
        ("looked_after.children", 188),
        ("looked_after.children", 210),
    ]
    assert rows[0]["rows"] == 2
    assert len({row["rows_digest"] for row in rows}) == 3


def test_a_figure_said_twice_is_one_figure_with_two_places(paper):
    made = with_text(
        paper, "[[audits.done @year]] and [[audits.done @year | words]]", slug="purpose"
    )
    entry = made.document.figures[0]
    assert (entry.key, entry.text, entry.places) == ("audits.done", "2", ("para-1", "para-2"))
    assert "2 and two" in text_of(made.document.sections)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[dbs.unheard_of]]", "names no figure"),
        ("[[audits.done @never]]", "names a date that this report has not set"),
        ("[[audits.done of=nobody @year]]", "population that this council has not defined"),
        (
            "[[looked_after.children @2001-01-01]]",
            "No count of looked-after",
        ),
        ("[[looked_after.placement:castle]]", "does not have “Children looked after by placement”"),
        ("[[audits.by_grade:castle @year]]", "Nothing is recorded for such a part of “"),
        (
            "[[surveys.stated_per_cent @year]]",
            "for “Per cent stated of a survey, base not known, by question” from 1 January 2015 to",
        ),
        ("[[audits.shared @year | bound 90]]", "which is not more"),
        ("[[audits.done @year | none]]", "the records have 2"),
        ("[[compare audits.done @year @never]]", "names a date"),
        (
            "[[compare looked_after.children @2001-01-01 @position]]",
            "No count of looked-after",
        ),
        ("[[para:gone]]", "has no paragraph of that name"),
        ("[[record:review/none.title]]", "names no current record"),
        ("[[record:castle/none.title]]", "names no current record"),
        ("[[stated 44]]", "names no source"),
        ("[[rows:para]]", "has rows to count"),
        ("A [[ that is never closed", "never closed"),
    ],
)
def test_what_cannot_be_said_is_named_at_its_place_and_never_a_failure(paper, text, part):
    made = with_text(paper, text)
    (fault,) = made.problems
    assert part in fault.sentence
    assert fault.place == "para-2"


def test_a_missing_record_names_the_population_as_its_council_calls_it(paper):
    people.cohort("panel-members", title="Members of the adoption panel", council=paper.council)
    made = with_text(paper, "[[looked_after.children of=panel-members @2001-01-01]]")
    (fault,) = made.problems
    assert fault.sentence.endswith("for the population “Members of the adoption panel”.")


def test_a_stock_of_a_day_to_come_is_a_forecast_and_a_count_of_what_falls_due_is_none(
    paper, settings
):
    settings.CANDOUR_TODAY = "2016-02-29"
    ahead = today() + timedelta(days=1)
    looked_after.census(council=paper.council, date=ahead, total=7)
    (fault,) = with_text(paper, f"[[looked_after.children @{ahead}]]").problems
    assert "a date to come. That is a forecast" in fault.sentence
    looked_after.census(council=paper.council, date=today(), total=7)
    assert not with_text(paper, f"[[looked_after.children @{today()}]]").problems
    # Whoever began the report on a later day knew that one.
    paper.created_on = ahead
    assert not with_text(paper, f"[[looked_after.children @{ahead}]]").problems


def test_nothing_is_counted_over_a_period_to_come_but_what_is_planned(paper, settings):
    settings.CANDOUR_TODAY = "2016-02-29"
    audits.case_audit(council=paper.council, audited_on=date(2016, 2, 1))
    audits.audit_round(council=paper.council, end=date(2016, 3, 31), planned=12)

    def printed(key, first, last):
        token = f"[[{key} @{first}..{last}]]"
        made = with_text(paper, token)
        return [fault.sentence for fault in made.problems], made.told.get(token, ("",))[0]

    for first in ("2016-03-01", "2016-12-01"):
        [sentence], told = printed("audits.done", first, "2016-12-31")
        assert "a date to come. That is a forecast" in sentence and not told
    for first in ("2016-02-29", "2016-02-01"):
        assert not printed("audits.done", first, "2016-12-31")[0]
    assert printed("audits.planned", "2016-03-01", "2016-12-31") == ([], "12")


def test_faults_of_emphasis_notes_and_links_are_found_inside_them(paper):
    made = with_text(paper, "**[[x.y]]** _[[para:gone]]_ [[note: of [https://x.example]]]")
    assert len(made.problems) >= 2


def test_marks_become_runs_of_their_kind_and_a_note_stands_at_its_sections_end(paper):
    text = "**bold** _slanted_ [words](https://example.org/a) 7[[note: As counted.]]"
    section = with_text(paper, text).document.sections[1]
    runs = section.blocks[0].content[0].runs
    assert [run.kind for run in runs if run.text.strip()] == [
        "strong", "emphasis", "link", "plain", "note",
    ]  # fmt: skip
    assert section.blocks[-1].items[0].content == (Text((Run("As counted."),)),)


def test_an_empty_mandatory_part_is_named_and_an_agreed_sentence_is_printed(paper):
    made = assemble(read(paper))
    assert "None" in text_of(made.document.sections)
    row = paper.blocks.get(slug="recommend-note")
    row.removed_on = date(2016, 1, 18)
    row.save()
    assert any("Recommendations" in one for one in sentences(assemble(read(paper))))


def test_a_recommendation_without_its_reason_is_named(paper):
    row = paper.blocks.get(slug="recommend-note")
    row.data = {"kind": "note"}
    row.save()
    assert sentences(assemble(read(paper))) == ["Recommendation i needs a reason."]


def test_recommendations_of_two_reasons_say_which_reason_is_whose(paper):
    row = paper.blocks.get(slug="recommend-note")
    row.pk, row.slug, row.order = None, "recommend-more", row.order + 1
    row.data = {"kind": "agree", "reason": "Another."}
    row.save()
    text = text_of(assemble(read(paper)).document.sections)
    assert "Reason for i The Committee asked for it." in text
    assert "Reason for ii Another." in text


def test_a_small_number_is_not_in_the_public_document_and_stands_in_the_restricted_one(paper):
    looked_after.census(
        council=paper.council,
        date=date(2015, 6, 30),
        total=40,
        parts={"placement": {"agency_foster": 3, "not_broken_down": 37}},
    )
    part = "[[looked_after.placement:agency_foster @2015-06-30]]"
    text = f"Of [[looked_after.children @2015-06-30]], {part} were."
    public = with_text(paper, text).document
    assert "Of 40, a number, not shown, were." in text_of(public.sections)
    hidden = [run for run in public.sections[1].blocks[0].content[0].runs if run.kind == HIDDEN]
    assert len(hidden) == 1
    assert public.figures[1].mark == "withheld"
    restricted = with_text(paper, text, audience="restricted").document
    assert "Of 40, 3 were." in text_of(restricted.sections)


def test_a_share_of_fewer_than_twenty_people_is_given_as_its_two_counts(paper):
    day = date(2015, 6, 30)
    parts = {"placement": {"agency_foster": 8, "not_broken_down": 11}}
    looked_after.census(council=paper.council, date=day, total=19, parts=parts)
    token = "[[looked_after.placement:agency_foster @2015-06-30 | percent]]"
    assert "These: 8 of 19." in text_of(with_text(paper, f"These: {token}.").document.sections)


def test_assembling_writes_nothing_and_reads_no_row_keys(paper, django_assert_max_num_queries):
    manuscript = read(paper)
    before = CaseAudit.objects.count()
    with django_assert_max_num_queries(120):
        assemble(manuscript)
    assert CaseAudit.objects.count() == before


def test_two_populations_are_compared_only_with_a_note_that_readers_see(paper):
    for slug, day in (("all-staff", date(2015, 1, 1)), ("some-staff", date(2015, 12, 1))):
        group = people.cohort(slug=slug, title=slug, council=paper.council)
        days = {"audit_date": day - timedelta(9), "position_date": day, "cohort": group}
        dbs.dbs_audit(council=paper.council, due={}, **days)
    compared = "It [[compare dbs.needing_check @comparison @position]]"
    made = with_text(paper, f"{compared}.")
    assert "different populations, “all-staff” and “some-staff”" in sentences(made)[0]
    noted = with_text(paper, f"{compared}[[note: Other staff are counted now.]].")
    assert not noted.problems
    assert "Other staff are counted now." in text_of(noted.document.sections)
    shown = with_text(paper, "The number rose from [[dbs.needing_check @comparison]] to "
                      "[[dbs.needing_check @position]].")  # fmt: skip
    rules = [one.rule.key for one in check(reading_of(read(paper), shown.document), CheckContext())]
    assert "not-comparable" in rules


def test_one_figure_of_two_populations_is_called_by_theirs_and_of_one_by_its_title_alone(paper):
    carers = people.cohort("foster-carers", title="Foster carers", council=paper.council)
    dbs.dbs_audit(council=paper.council)
    dbs.dbs_audit(council=paper.council, cohort=carers)
    needing, of = "dbs.needing_check", f"@{dbs.POSITION_DATE}"
    both = f"[[{needing} {of}]] and [[{needing} of=foster-carers {of}]], [[dbs.overdue {of}]] late."
    titles = [entry.title for entry in with_text(paper, both).document.counted]
    staff = people.cohort(council=paper.council).title
    plain = "People who need a DBS check"
    assert {f"{plain} ({staff})", f"{plain} (Foster carers)"} < set(titles)
    assert "People past their re-check date at the audit" in titles and plain not in titles
