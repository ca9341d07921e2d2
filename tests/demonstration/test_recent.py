"""What the demonstration records in its last year, and what the newest pages show of it."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from django.apps import apps
from django.test import Client

from assurance.accounts.history_page import about
from assurance.accounts.models.accounts import Council, User
from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.samples import AuditSample
from assurance.audits.rules import samples
from assurance.dbs.models.audits import DbsAudit
from assurance.dbs.models.breaches import Breach
from assurance.figures.figure import WHOLE
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.governance.models.measures import MeasureCommentary
from assurance.govuk.templatetags.govuk import history_value
from assurance.looked_after.models.censuses import Census
from assurance.outcomes.models import OutcomeSet
from assurance.people.models.holders import Absence
from assurance.people.models.people import Cohort
from assurance.people.models.posts import Post
from assurance.people.models.second_persons import SecondPersonPolicy, needs_second_person
from assurance.records.history import HistoryEntry, subject_kind
from assurance.registers.declaration import KNOWN
from assurance.registers.history import chronicle
from assurance.reviews.models.findings import Finding
from assurance.reviews.rules.repeated_findings import chains
from assurance.runtime.periods import When
from reports.demonstration import texts
from reports.demonstration.recent import AGREED, CASELOAD, LIVED
from reports.demonstration.upkeep.workforce import years
from reports.oversight.models import MeetingScorecard, Scorecard
from reports.papers.manuscript import read
from reports.papers.models.blocks import Block
from reports.quotable.chips import labelled
from tests.page_requests import words
from tests.sampling import sample as drawn_of

pytestmark = pytest.mark.django_db
LAST = date(2020, 2, 18)
MACHINE_WORD = re.compile(r"\b[a-z]+(_[a-z0-9]+)+\b|^\{")


@pytest.fixture
def council(whole_demonstration, settings):
    """The demonstration's own council on its last day."""
    settings.CANDOUR_TODAY = LAST.isoformat()
    return Council.objects.get(slug="eborford")


def browser(word):
    """A browser of one of the demonstration's accounts."""
    client = Client()
    client.force_login(User.objects.get(email=f"{word}@eborford.example"))
    return client


@pytest.mark.long
def test_the_outcomes_of_care_leavers_add_up_to_them(council):
    rows = OutcomeSet.objects.of(council).filter(unit="people").order_by("to_date")
    *earlier, outcomes = rows.prefetch_related("outcomes")
    assert [row.to_date.year for row in earlier] == [2017, 2018]
    assert all(row.base == sum(item.count for item in row.outcomes.all()) for row in rows)
    counts = {row.title: row.count for row in outcomes.outcomes.all()}
    assert counts == {title: count for title, count, _ in LIVED}
    assert outcomes.base == sum(counts.values())
    former = outcomes.outcomes.get(title="Lives with a former carer")
    assert (former.target, former.tolerance) == (Decimal(30), Decimal(5))
    page = words(browser("officer").get(f"/outcomes/{outcomes.pk}/"))
    assert "Where care leavers live" in page and "Leaving care service" in page


def test_the_sample_is_drawn_again_from_its_list_by_its_seed(council):
    sample = AuditSample.objects.of(council).latest("drawn_on")
    listed = [f"CF-2019-{number:03d}" for number in range(1, sample.listed + 1)]
    assert list(samples.draw(listed, len(sample.references), sample.seed)) == sample.references
    assert len(set(sample.references)) == 12 and set(sample.references) <= set(listed)
    assert list(samples.draw(listed, 12, "another seed")) != sample.references


def test_the_rounds_under_way_have_audits_that_no_issued_report_counts(council):
    rounds = AuditRound.objects.of(council).followed().filter(begun_on__isnull=False)
    done = {str(one): one.done_so_far for one in rounds.filter(closed_on__isnull=True)}
    assert done == {
        "Live audit with the worker, January 2020": 9,
        "Supervision deep dive: Supervision, November 2019": 6,
    }
    rows = CaseAudit.objects.of(council).filter(round__closed_on__isnull=True).exclude(round=None)
    assert {row.audited_on.year for row in rows} == {2020}, "reports count those of 2019"


def test_no_breach_was_closed_after_the_day_on_which_that_is_recorded(council):
    closed = Breach.objects.of(council).filter(closed_on__isnull=False)
    recorded = HistoryEntry.objects.of(council).filter(what="dbs_breaches.close")
    days = {entry.about: entry.on for entry in recorded}
    assert all(row.closed_on <= days[row.history_name] for row in closed) and len(closed) == 4


def test_every_breach_was_put_right_and_closed_within_weeks(council):
    for row in Breach.objects.of(council):
        assert row.remedied_on - row.found_on < timedelta(weeks=8), row
        assert row.closed_on - row.remedied_on < timedelta(weeks=2), row


def test_findings_that_repeat_earlier_ones_are_linked_three_reviews_deep(council):
    found = chains(Finding.objects.of(council).select_related("review", "said_before"))
    assert [[str(row.review.started_on.year) for row in chain.findings] for chain in found] == [
        ["2019", "2019", "2016"],
        ["2019", "2011"],
        ["2016", "2011"],
    ]
    assert {len(chain.bodies) for chain in found} == {2, 3}


def test_the_actions_of_audits_have_an_owner_and_one_of_them_is_late(council):
    rows = list(AuditAction.objects.of(council).select_related("owner").order_by("due_on"))
    assert [(row.text, row.due_on) for row in rows] == [(text, due) for text, due, _ in AGREED]
    assert {str(row.owner) for row in rows} == {"Group Manager, Child in Need Service"}
    late = [row for row in rows if row.done_on is None and row.due_on < LAST]
    assert [row.text for row in late] == ["Write the plan's dates with the family."]


def test_each_population_was_audited_within_the_policy_and_no_count_is_missing(council):
    audits = DbsAudit.objects.of(council).in_force()
    for population in Cohort.objects.of(council).filter(kind=Cohort.STAFF):
        last = audits.filter(cohort=population).latest("position_date")
        assert LAST - last.audit_date < timedelta(days=181), population
    assert Census.objects.of(council).days_missing(council, LAST) == []


def test_staff_join_leave_and_are_away_as_the_files_of_the_years_say(council):
    assert len(years()) == 2
    for year in years():
        when = When(date(year.year, 1, 1), date(year.year, 12, 31))
        expected = {
            ("dbs.started", WHOLE, when): year.joined,
            ("dbs.started_early", WHOLE, when): year.early,
            ("dbs.started_early_by_assessment", "late", when): year.assessed_late,
            ("dbs.started_early_by_assessment", "not_assessed", when): 0,
            ("dbs.leavers", WHOLE, when): year.left,
            ("dbs.leavers_by_check", "away", when): year.left_while_away,
            ("dbs.leavers_by_check", "in_date", when): year.left - year.left_while_away,
        }
        queries = {row: FigureQuery(row[0], "", row[2]) for row in expected}
        exact = measure(council, queries.values(), FIGURES).exact
        counts = {row: exact[query][row[1]].count for row, query in queries.items()}
        assert counts == expected
    away = FigureQuery("dbs.on_long_absence", "", When.at(LAST))
    assert measure(council, [away], FIGURES).exact[away][WHOLE].count == years()[-1].away


def test_an_inadequate_audit_was_repeated_and_is_better(council):
    [again] = CaseAudit.objects.of(council).filter(earlier_audit__isnull=False)
    assert again.earlier_audit.first_grade.code == "inadequate"
    page = words(browser("quality").get(f"/audits/{again.pk}/"))
    assert "Better than at the first audit" in page


def test_a_second_person_is_needed_as_the_policy_says(council):
    policy = SecondPersonPolicy.objects.of(council).on(LAST)
    assert policy.actions and policy.audits and policy.reason == ""
    assert needs_second_person(council, "actions", LAST)
    page = words(browser("administrator").get("/teams/second-persons/"))
    assert "1 Apr 2019" in page


def test_who_is_away_has_a_stand_in_who_sees_the_post_among_theirs(council):
    rows = Absence.objects.of(council).select_related("holder__post", "stand_in")
    absence = rows.latest("from_date")
    post, away = absence.holder.post, absence.holder.account
    assert list(Post.objects.held_by(away, LAST)) == []
    assert post in Post.objects.held_by(absence.stand_in, LAST)
    assert list(Post.objects.held_by(away, date(2020, 2, 29))) == [post]
    assert f"{post}, for {away}" in words(browser("quality").get("/teams/your-posts/"))
    assert "17 February 2020 to 28 February 2020" in words(
        browser("quality").get("/teams/your-posts/")
    )


def test_the_sentence_of_the_month_stands_with_its_measure(council):
    rows = MeasureCommentary.objects.of(council).filter(measure__slug=CASELOAD)
    sentence = rows.select_related("measure").latest("month")
    assert sentence.month == date(2020, 1, 1)
    page = words(browser("officer").get(f"/matters/measures/{sentence.measure_id}/"))
    assert sentence.text in page


def test_the_board_has_a_scorecard_of_six_whole_indicators(council):
    """Each has six points and more, a target with its tolerance and the owner's sentence."""
    card = Scorecard.objects.of(council).get()
    assert card.body.title == "Corporate Parenting Board"
    rows = MeetingScorecard.objects.get(meeting__date=date(2020, 1, 14)).content["rows"]
    assert len(rows) == 6
    for row in rows:
        assert len(row["trend"]) >= 6 and "±" in row["target"]
        assert row["sentence"] and row["said_in"] == "December 2019"
        assert row["value"] not in ("Not shown", "No value")
    assert {row["verdict"] for row in rows} == {
        "Meets the target", "Within tolerance", "Misses the target",
    }  # fmt: skip


def test_the_scorecard_was_frozen_for_two_meetings_each_on_its_day(council):
    kept = MeetingScorecard.objects.of_scorecard(Scorecard.objects.of(council).get())
    assert [row.meeting.date.isoformat() for row in kept] == texts.read("scorecards")["meetings"][
        ::-1
    ]
    entries = HistoryEntry.objects.filter(what="oversight.freeze").order_by("seq")
    assert [entry.on for entry in entries] == [date(2019, 11, 12), date(2020, 1, 14)]
    newer, older = ([row["value"] for row in one.content["rows"]] for one in kept)
    assert len(newer) == len(older) and newer != older
    page = words(browser("manager").get(f"/oversight/meetings/{kept[0].pk}/"))
    assert "Within a point of the target" in page and "14 January 2020" in page


@pytest.mark.parametrize(
    "what",
    [
        *("second_persons.add", "absences.add", "outcome_sets.record", "posts.hand_over"),
        *("actions.mark_done", "actions.confirm_done"),
    ],
)
def test_history_says_who_did_it(council, what):
    entries = HistoryEntry.objects.of(council).filter(what=what)
    assert entries.exists()
    assert all(entry.who for entry in entries)


def test_whoever_closed_an_action_is_another_than_who_marked_it(council):
    by_action = {}
    for entry in HistoryEntry.objects.of(council).filter(
        what__in=("actions.mark_done", "actions.confirm_done")
    ):
        by_action.setdefault(entry.about, []).append(entry.who)
    assert by_action and all(len(set(who)) == len(who) == 2 for who in by_action.values())


@pytest.mark.parametrize(
    ("word", "address", "text"),
    [
        ("officer", "/oversight/map/", "Where care leavers live"),
        ("officer", "/audits/awaiting/", "audits had not been shared with the worker"),
        ("officer", "/audits/actions/", "Do the overdue review."),
        ("officer", "/audits/samples/", "Plans for children in need, October 2019"),
        ("officer", "/teams/posts/", "Principal Social Worker"),
        ("clerk", "/outcomes/", "Care leavers aged 19 to 21"),
        ("administrator", "/set-up/", "13 of 13 completed"),
    ],
)
def test_the_newest_pages_have_something_to_show(council, word, address, text):
    answer = browser(word).get(address)
    assert answer.status_code == 200
    assert text in words(answer)


@pytest.mark.long
def test_no_line_of_any_history_prints_a_key_or_a_code(council):
    rows, kinds = [], {subject_kind(model): model for model in apps.get_models()}
    entries = HistoryEntry.objects.filter(council=council.slug)
    for kind in set(entries.values_list("about_kind", flat=True)) & kinds.keys():
        rows += kinds[kind]._default_manager.all()
    own = drawn_of([row for row in rows if getattr(row, "council", None) == council], 4)
    registers = {register.model: register for register in KNOWN.values()}
    manuscripts = cache(read)
    lines = [
        line
        for row in own
        if hasattr(row, "history_name")
        for line in _as_printed(row, _chronicle(registers.get(type(row)), row), manuscripts)
    ]
    assert len({line.what for line in lines}) > 40
    printed = {
        str(history_value(text))
        for line in lines
        for field, change in line.changes.items()
        for text in (field, *change.values())
    }
    assert "[[" not in "".join(printed)
    assert not {text for text in printed if MACHINE_WORD.search(text) or text in FIGURES}


def _chronicle(register, row):
    return chronicle(register, row) if register else about(row)


def _as_printed(row, lines, manuscripts):
    return labelled(manuscripts(row.paper), lines) if isinstance(row, Block) else lines
