"""Outcome sets recorded, corrected, withdrawn and undone, in one form; quoted and protected."""

from datetime import date

import pytest
from crispy_forms.utils import render_crispy_form
from django.urls import reverse

from assurance.figures.figure import FigureRequest, Mark
from assurance.figures.labels import read_names
from assurance.figures.measurement import FigureQuery, measure
from assurance.figures.registry import FIGURES
from assurance.outcomes import operations, rules
from assurance.outcomes.models import OutcomeSet, SetOutcome
from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.runtime.periods import When
from tests.cast import make_council, officer
from tests.make.outcomes import CARE_LEAVERS, LINES, line, outcome_set

pytestmark = pytest.mark.django_db
DAY, ON = date(2015, 12, 1), date(2016, 1, 18)
SET = {
    "title": "Where care leavers live",
    "population": "Care leavers aged 19 to 21",
    "from_date": None,
    "to_date": date(2015, 3, 31),
    "base": 50,
    "source": "Leaving care service",
}


def recorded(outcomes=LINES, **said):
    """A set as the operation records it."""
    fields = {"council": make_council(), "by": officer(), "on": ON, **SET, **said}
    return operations.record_set(outcomes=outcomes, **fields)


def changed(record, outcomes=LINES, **said):
    """A set as the operation corrects it."""
    fields = {"version": record.version, "by": officer(), "on": ON, **SET, **said}
    return operations.change_set(record=record, outcomes=outcomes, **fields)


def typed(*lines, **said):
    """What the form sends."""
    sent = {"title": SET["title"], "population": SET["population"], "base": 50,
            "source": SET["source"], "to_date_day": 31, "to_date_month": 3,
            "to_date_year": 2015, **said}  # fmt: skip
    for place, one in enumerate(lines, 1):
        names = ("title", "count", "target", "tolerance")
        sent |= {f"{name}_{place}": value for name, value in zip(names, one, strict=False)}
    return sent


def errors(answer):
    """Field → its first error."""
    return {name: words[0] for name, words in answer.context["form"].errors.items()}


def test_a_set_is_recorded_with_its_outcomes_and_one_line_of_history():
    before = HistoryEntry.objects.count()
    row = recorded()
    assert [(one.order, one.title, one.count) for one in row.outcomes.all()] == [
        (place, *one) for place, one in enumerate(CARE_LEAVERS, 1)
    ]
    assert HistoryEntry.objects.count() == before + 1
    last = HistoryEntry.objects.order_by("-seq").first()
    assert last.what == "outcome_sets.record"
    assert "In a home of their own: 30" in str(last.changes)


@pytest.mark.parametrize(
    ("outcomes", "said", "sentence"),
    [
        (LINES, {"base": 51}, "1 is missing"),
        (LINES, {"base": 49}, "add up to 50, and the population has 49"),
        (LINES[:1], {"base": 12}, "at least two outcomes"),
        (LINES, {"from_date": date(2015, 4, 1)}, "must not be before the start date"),
        (LINES, {"title": "?"}, "a title with letters"),
    ],
)
def test_what_does_not_add_up_is_refused_and_nothing_is_kept(outcomes, said, sentence):
    with pytest.raises(Refused, match=sentence):
        recorded(outcomes, **said)
    assert not OutcomeSet.objects.exists() and not SetOutcome.objects.exists()


def test_one_title_has_one_set_a_day_and_another_day_is_its_series():
    recorded()
    with pytest.raises(Refused, match="with that date is recorded"):
        recorded()
    recorded(to_date=date(2014, 3, 31))
    assert set(OutcomeSet.objects.values_list("slug", flat=True)) == {"where-care-leavers-live"}


def test_a_correction_replaces_the_outcomes_and_keeps_both_in_history():
    row = recorded()
    newer = changed(row, [line("With a former carer", 20, "40", "5"), line("Not known", 30)])
    assert [(one.title, one.count) for one in newer.outcomes.all()] == [
        ("With a former carer", 20), ("Not known", 30),
    ]  # fmt: skip
    last = HistoryEntry.objects.order_by("-seq").first()
    text = str(last.changes)
    assert "With a former carer: 12" in text and "20, target 40.0% give or take 5.0" in text
    with pytest.raises(EditConflict):
        changed(row)


def test_the_form_takes_all_of_a_set_at_once(signed_in):
    answer = signed_in.post(
        reverse("outcomes:add"),
        typed(("With a former carer", 12, "30", "5"), ("Alone", 30), ("", ""), ("Not known", 8)),
    )
    row = OutcomeSet.objects.get()
    assert answer.headers["Location"] == reverse("outcomes:record", args=[row.pk])
    page = signed_in.get(answer.headers["Location"]).content.decode()
    assert "Below tolerance" in page and "24.0%" in page
    form = signed_in.get(reverse("outcomes:change", args=[row.pk])).context["form"]
    assert [form[f"title_{place}"].value() for place in (1, 2, 3, 4)] == [
        "With a former carer", "Alone", "Not known", None,
    ]  # fmt: skip
    html = str(render_crispy_form(form))
    assert html.count("Add another outcome") == rules.MOST - 3 and 'app-later" open' not in html


@pytest.mark.parametrize(
    ("lines", "said", "field", "sentence"),
    [
        ((("A", 12), ("B", 30)), {}, "base", "8 are missing"),
        ((("A", 12), (), ("", 38)), {}, "title_3", "Line 3 has no outcome"),
        ((("A", 12), ("A", 38)), {}, "title_2", "“A” is in the set twice"),
        ((("A", "many"), ("B", 38)), {}, "count_1", "must be a whole number"),
        ((("A", 12, "101"), ("B", 38)), {}, "target_1", "must be from 0 to 100"),
        ((("A", 12, "", "5"), ("B", 38)), {}, "target_1", "a tolerance and no target"),
        ((("A", 12), ("B", 38)), {"to_date_year": 2999}, "to_date", "2100"),
        ((), {}, "title_1", "at least two outcomes"),
    ],
)
def test_the_form_says_what_is_wrong_where(signed_in, lines, said, field, sentence):
    answer = signed_in.post(reverse("outcomes:add"), typed(*lines, **said))
    assert answer.status_code == 200
    assert sentence in errors(answer)[field]
    assert not OutcomeSet.objects.exists()


def test_lines_beyond_the_form_are_those_that_were_sent(signed_in):
    lines = [(f"Outcome {n}", 5) for n in range(1, 11)]
    assert signed_in.post(reverse("outcomes:add"), typed(*lines)).status_code == 302
    assert SetOutcome.objects.count() == 10


def values(key, day=DAY):
    """Member → value of a figure."""
    return FIGURES[key].measure(FigureRequest(make_council(), When.at(day)))


def test_a_figure_counts_each_outcome_out_of_its_cohort():
    outcome_set()
    outcome_set([("Later", 9), ("Still later", 11)], to_date=date(2016, 3, 31))
    told = values("outcomes.count")
    assert {name: (value.count, value.base) for name, value in told.items()} == {
        "where-care-leavers-live__with-a-former-carer": (12, 50),
        "where-care-leavers-live__in-a-home-of-their-own": (30, 50),
        "where-care-leavers-live__not-known": (8, 50),
    }
    assert {value.when.end for value in told.values()} == {date(2015, 3, 31)}
    assert values("outcomes.cohort")["where-care-leavers-live"].count == 50


def test_an_outcome_is_chosen_by_its_set_and_its_title():
    outcome_set()
    outcome_set(title="After school", slug="after-school")
    _records, members = read_names(make_council())
    labels = members["outcomes.count"]
    assert labels["where-care-leavers-live__not-known"] == "Where care leavers live: Not known"
    assert labels["after-school__not-known"] == "After school: Not known"


def test_a_withdrawn_set_counts_nowhere():
    row = outcome_set()
    OutcomeSet.objects.filter(pk=row.pk).update(
        withdrawn_on=ON, withdrawn_by=officer(), withdrawn_because="Twice"
    )
    (value,) = values("outcomes.count").values()
    assert value.mark == Mark.NOT_RETURNED


def test_a_small_outcome_and_what_would_give_it_away_are_hidden():
    outcome_set([("Alone", 40), ("With a carer", 7), ("Abroad", 3)])
    slug = "where-care-leavers-live"
    queries = [FigureQuery(key, "", When.at(DAY)) for key in ("outcomes.count", "outcomes.cohort")]
    shown = measure(make_council(), queries, FIGURES).shown.values()
    told = {value.member: value.mark for value in shown}
    assert told[f"{slug}__abroad"] == Mark.WITHHELD
    hidden = {name for name, mark in told.items() if mark == Mark.WITHHELD}
    assert len(hidden) >= 2, "the rest would give it away"


def test_a_target_is_written_with_its_tolerance_and_a_verdict_has_a_colour_and_words(signed_in):
    row = outcome_set([("Alone", 12, "24", "1"), ("With family", 30, "62.5"), ("Not known", 8)])
    alone, family, unknown = row.outcomes.all()
    assert (alone.target_words, family.target_words, unknown.target_words) == (
        "24% ± 1 point", "62.5%", "",
    )  # fmt: skip
    assert (alone.colour, family.colour) == ("green", "yellow")
    page = signed_in.get(reverse("outcomes:record", args=[row.pk])).content.decode()
    assert '<strong class="govuk-tag govuk-tag--green">Within tolerance</strong>' in page
    assert '<strong class="govuk-tag govuk-tag--yellow">Below tolerance</strong>' in page
    assert "24% ± 1 point" in page and 'data-label="Target"' in page


def test_another_date_of_a_set_begins_with_its_outcomes_and_targets_without_numbers(signed_in):
    earlier = outcome_set()
    page = signed_in.get(f"/outcomes/{earlier.pk}/").content.decode()
    address = f"/outcomes/add/?like={earlier.pk}"
    assert f'href="{address}">Add another date of this outcome set' in page
    form = signed_in.get(address).context["form"]
    assert form["title"].value() == earlier.title
    assert form["population"].value() == earlier.population
    outcomes = list(earlier.outcomes.all())
    names = [form[f"title_{place}"].value() for place in range(1, len(outcomes) + 1)]
    assert names == [outcome.title for outcome in outcomes]
    assert form["target_1"].value() == outcomes[0].target
    empty = ("base", "source", "to_date", "count_1")
    assert not any(form[name].value() for name in empty)


def test_no_set_of_another_council_is_repeated(signed_in):
    theirs = outcome_set(council=make_council("otherby"))
    for key in (theirs.pk, "x", ""):
        assert not signed_in.get(f"/outcomes/add/?like={key}").context["form"]["title"].value()
