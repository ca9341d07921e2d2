"""Dates in notes under tables of live figures, and counts of periods that are not over."""

from dataclasses import replace
from datetime import date

from reports.verdicts.registry import rule_called
from tests.checks.drawn import KNOWN, found
from tests.sweeping import swept

NOTES, PERIODS = (rule_called(key) for key in ("note-of-another-day", "period-not-over"))
TABLE = (
    "Table: Children looked after\n| Age | Number |\n"
    "| Under 10 | {{80|looked_after.age_band|2015-12-01}} |\n"
    "| 10 and over | {{108|looked_after.age_band|2015-12-01}} |"
)
OF_ENGLAND = TABLE + "\n| England | 69,540 |"
OPEN = "2015-10-01/2016-03-31"
HALF = f"{{{{12|audits.done|{OPEN}}}}}"
MARCH = date(2016, 3, 31)


def of(rule, text, **said):
    return [one.fault.says for one in found(text, rules=[rule], **said)]


@swept(
    (
        "Figures at 31 March 2015.",
        "Source: children’s social care records, 31 March 2015",
        "Source: children’s social care records at 31 March 2015.",
        "The figures in this table are for 31 March 2015.",
        "Position on 1 October 2015.",
        "As at 30 November 2015",
        "Children are counted at the end of the day. All numbers are as at 1 December 2014.",
        "Note: data as at March 2015.",
    )
)
def test_a_note_that_dates_a_table_otherwise_than_its_figures_is_an_error(note):
    [says] = of(NOTES, f"{TABLE}\n{note}")
    assert says.endswith("but its figures are for 1 December 2015.")


@swept(
    (
        "Figures at 1 December 2015.",
        "Source: children’s social care records, December 2015",
        "Figures at 1 December 2015; those of 1 December 2014 are in the last report.",
        "Source: children’s social care records, extracted on 4 January 2016",
        "Children who were placed after 5 October 2015 are counted where they live now.",
        "Figures were checked by the team on 5 January 2016.",
        "Source: the 2014 regulations.",
        "Ages are as on the day of the count.",
    )
)
def test_a_note_with_the_date_of_the_figures_or_of_another_thing_is_right(note):
    assert of(NOTES, f"{TABLE}\n{note}") == []


def test_a_number_that_is_not_shown_keeps_no_wrong_note_from_being_found():
    hidden = TABLE + "\n| Not known | {{not shown|looked_after.age_band|2015-12-01}} |"
    assert of(NOTES, f"{hidden}\nFigures at 31 March 2015.")
    assert of(PERIODS, f"There were {{{{some|audits.done|{OPEN}}}}}; {HALF} were audited.")


def test_a_paragraph_that_gives_the_source_of_the_table_above_is_its_note():
    assert of(NOTES, f"{TABLE}\n\nSource: records at 31 March 2015.")
    assert not of(NOTES, f"{TABLE}\n\nFigures at 31 March 2015 were lower.")


def test_a_note_may_date_the_typed_numbers_of_a_table():
    assert of(NOTES, f"{OF_ENGLAND}\nFigures for England are as at 31 March 2015.") == []


PLANNED = HALF.replace("done", "planned")
SO_FAR = "Table: Audits done so far, by 18 January 2016\n| Who | Number |\n| All | HALF |"


@swept(
    (
        "In the half-year to 31 March 2016 managers did HALF audits.",
        "Managers did HALF audits between 1 October 2015 and 31 March 2016.",
        "Managers did HALF audits so far.",
        "Managers have done HALF audits in the half-year up to 31 March 2016 so far.",
        "From 1 October 2015, HALF audits were done.",
        "Table: Audits done in the half-year to 31 March 2016\n| Who | Number |\n| All | HALF |",
        "Table: Audits done so far\n| Who | Number |\n| All | HALF |",
    )
)
def test_a_count_of_a_period_that_is_not_over_is_an_error(text):
    [says] = of(PERIODS, text.replace("HALF", HALF))
    assert "is not over on 18 January 2016" in says and "from 1 April 2016" in says


@swept(
    (
        "By 18 January 2016 managers had done HALF of the audits of the half-year.",
        "So far this half-year, at 15 January 2016, managers have done HALF audits.",
        "Managers have done HALF audits to date (18 January 2016).",
        "As of 15 January 2016 managers had done HALF audits of the half-year.",
        "Managers did HALF audits from 1 October 2015 to 15 January 2016.",
        "Rounds that end by 31 March 2016 plan PLANNED audits.",
        "In 2016 ANSWERED young people answered our survey.",
        SO_FAR,
    )
)
def test_a_count_so_far_with_its_day_is_right(text):
    answered = "{{52|surveys.answered|2016-01-01/2016-12-31}}"
    text = text.replace("HALF", HALF).replace("PLANNED", PLANNED).replace("ANSWERED", answered)
    assert of(PERIODS, text) == []


def test_a_period_is_over_on_its_last_day_both_of_the_report_and_of_the_council():
    text = f"In the half-year to 31 March 2016 managers did {HALF} audits."
    days = (date(2016, 3, 30), MARCH)
    faulty = {
        (today.day, dated.day): bool(
            of(PERIODS, text, known=replace(KNOWN, today=today), paper_date=dated)
        )
        for today in days
        for dated in days
    }
    assert faulty == {(30, 30): True, (30, 31): True, (31, 30): True, (31, 31): False}
