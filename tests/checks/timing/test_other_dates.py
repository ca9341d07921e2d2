"""Dates that a paper takes from its meeting and from the paper before it, and words about time that
a later reader cannot place (paper of 18 January 2016, meeting of 27 January, July to December)."""

from datetime import date

from assurance.runtime.periods import When
from reports.verdicts.registry import rule_called
from tests.checks.drawn import found

MEETING = date(2016, 1, 27)
OF_THE_MEETING = (
    "This meeting on 27 January 2016 hears carers.",
    "The meeting to be held on 27 January 2016 hears carers.",
    "Date of meeting: 27 January 2016.",
    "The meeting at which this report is considered on 27 January 2016 hears carers.",
    "The last meeting was held on 15 July 2015.",
    "At its meeting on 15 July 2015 the Committee asked for this.",
    "Minutes of the meeting of 15 July 2015 were agreed.",
    "The Board’s meeting on 3 December 2015 heard carers.",
)
OF_ANOTHER = (
    "This meeting on 26 January 2016 hears carers.",
    "Today’s meeting of 20 January 2016 hears carers.",
    "The meeting to be held on 27 January 2017 hears carers.",
    "The meeting being held on 28 January 2016 hears carers.",
    "Date of meeting: 17 January 2016.",
    "The meeting at which this paper is presented on 2 February 2016 hears carers.",
)
# Text carried from the paper of January to June 2015.
OF_THE_LAST_PERIOD = (
    *("Carers met on 3 March 2015.", "Carers met in March 2015.", "Carers met on 1 January 2015."),
    *("Carers met on 30 June 2015.", "Carers met in April and May 2015."),
)
OF_THIS_PERIOD = (
    *("Carers met on 1 July 2015.", "Carers met in December 2015.", "Carers meet every month."),
    *("Carers met on 31 December 2014.", "The Act of 2014 gave them a right."),
    *("The plan agreed in March 2015 stands.", "There were more than in March 2015."),
    *("It has been so since 3 March 2015.", "It was set up on 3 March 2015."),
)
WITH_A_YEAR = (
    *("They met on 3 March 2015.", "They met on 3 and 10 March 2015."),
    *("They met in March and in May 2015.", "They met from 3 March to 10 April 2015."),
    *("They meet each March.", "They meet every year in March."),
    *("The annual count is made on 31 March.", "They may come, and they march on."),
)
WITHOUT_A_YEAR = (
    *("They met on 3 March.", "They met in June and ate.", "They met on 3rd March and wrote."),
    *("In September they met. In 2015 all was well.", "They met from 3 March to 10 April."),
)
PLACED = (
    *("Currently staff are asked twice.", "At present the work goes well."),
    *("There are currently 40 homes at 1 December 2015.", "The 40 plans were up to date."),
    *("On 1 December 2015 there were 40 homes.", "The most recent audit, of June 2015, was good."),
)
NOT_PLACED = (
    *("There are currently 40 homes.", "At present 40 homes are open."),
    *("At the moment 12 posts are empty.", "The most recent audit was good."),
    *("The most recent staff survey was good.", "To date 40 homes were seen."),
)
TWO_MEANINGS = (
    ("The bi-annual report is here.", "six-monthly"),
    ("Biannual reports are here.", "six-monthly"),
    ("The board meets bi-monthly.", "twice a month"),
    ("They meet bi weekly.", "twice a week"),
    ("A bi-yearly count is made.", "every two years"),
)
ONE_MEANING = (
    *("The biennial report is here.", "The six-monthly report is here."),
    *("A bilingual worker came.", "The annual report is here.", "They meet twice a month."),
)


def says(key, text, **said):
    return [one.fault.says for one in found(text, rules=[rule_called(key)], **said)]


def missed(key, texts, **said):
    return [text for text in texts if len(says(key, text, **said)) != 1]


def raised(key, texts, **said):
    return [text for text in texts if says(key, text, **said)]


def test_a_date_said_to_be_the_meetings_is_the_meetings():
    assert raised("meeting-date", OF_THE_MEETING, meeting=MEETING) == []
    assert missed("meeting-date", OF_ANOTHER, meeting=MEETING) == []
    assert raised("meeting-date", (*OF_THE_MEETING, *OF_ANOTHER)) == []


def test_the_mend_writes_the_day_of_the_meeting():
    for text in OF_ANOTHER:
        (one,) = (row for row in found(text, meeting=MEETING) if row.rule.key == "meeting-date")
        right = text.replace(one.fault.mend.old, one.fault.mend.new, 1)
        assert "27 January 2016" in right
        assert says("meeting-date", right, meeting=MEETING) == []


def test_text_carried_from_the_last_paper_keeps_no_date_of_its_period():
    carried = {"carried": ("b1",)}
    assert [one for one in OF_THE_LAST_PERIOD if not says("carried-date", one, **carried)] == []
    assert raised("carried-date", OF_THIS_PERIOD, **carried) == []
    assert raised("carried-date", OF_THE_LAST_PERIOD) == []


def test_the_last_period_of_whole_months_has_whole_months():
    """The edges of the period before, by the calendar: (period, its first day, the day before)."""
    for start, end, first, before in (
        (date(2015, 7, 1), date(2015, 12, 31), "1 January 2015", "31 December 2014"),
        (date(2016, 1, 1), date(2016, 6, 30), "1 July 2015", "30 June 2015"),
        (date(2015, 10, 1), date(2015, 12, 31), "1 July 2015", "30 June 2015"),
        (date(2015, 4, 1), date(2016, 3, 31), "1 April 2014", "31 March 2014"),
        (date(2016, 3, 1), date(2016, 3, 31), "1 February 2016", "31 January 2016"),
        (date(2016, 1, 11), date(2016, 1, 20), "1 January 2016", "31 December 2015"),
    ):
        said = {"carried": ("b1",), "period": When(start, end)}
        assert says("carried-date", f"Carers met on {first}.", **said), start
        assert not says("carried-date", f"Carers met on {before}.", **said), start


def test_only_what_was_carried_is_asked():
    text = "Carers met in March 2015.\n\nCarers met in April 2015."
    for carried, count in (((), 0), (("b1",), 1), (("b2",), 1), (("b1", "b2"), 2)):
        assert len(says("carried-date", text, carried=carried)) == count


def test_a_day_or_month_without_a_year_is_advice():
    assert raised("date-without-year", WITH_A_YEAR) == []
    assert [one for one in WITHOUT_A_YEAR if not says("date-without-year", one)] == []


def test_now_is_placed_by_a_date_where_it_stands_by_a_count():
    assert raised("now-without-date", PLACED) == []
    assert missed("now-without-date", NOT_PLACED) == []


def test_words_of_two_meanings_are_said_with_what_to_write():
    for text, instead in TWO_MEANINGS:
        (words,) = says("bi-annual", text)
        assert instead in words, text
    assert raised("bi-annual", ONE_MEANING) == []


def test_all_words_about_time_are_advice_and_no_more():
    keys = {"date-without-year", "now-without-date", "bi-annual"}
    for text in (*WITHOUT_A_YEAR, *NOT_PLACED, *(text for text, _ in TWO_MEANINGS)):
        rows = [one for one in found(text) if one.rule.key in keys]
        assert {str(one.severity) for one in rows} == {"advice"}, text


ACTIONS = "Table: Actions\n| Action | Due | Status |\n| Strategy | {due} | {status} |"
TO_COME = (
    *("To be published by the due date", "Not yet due", "On course", "To be booked"),
    *("Not yet begun", "Not started", "Planned for the spring"),
)
SAID_IN_TIME = ("Overdue: to be sent soon", "Under way", "Complete", "Done", "Late, to be done now")
GONE = (
    "* Website; due April 2015; on course for 18 April 2015.",
    "The website, promised for April 2015, is to be there by then.",
    "Before it, on 12 March 2015, a progress report will come to this committee.",
    "We expect the two late actions to be finished by 30 April 2015.",
    "> agree that we report again in July 2015",
    "> ask that a further report be brought to the committee in March 2015",
    "> agree that officers report back by 1 October 2015",
    "> receive a further report in March 2015",
    "> agree that the next report come to the meeting of 15 January 2015",
    "It has been agreed that the form be changed, and it will be in use from 1 October 2015.",
)
STILL_AHEAD = (
    "> note the report of July 2015, and that officers reported to the committee in July 2015",
    "> note that the review was to be completed, and that a report was made in July 2015",
    "> ask that officers report to the committee in July 2016",
    "* Website; due April 2015; done on 18 April 2015.",
    "* Letters, due by 1 March 2015; to be sent now that staff are back.",
    "The website, promised for April 2016, is to be there by then.",
    "The report of 12 March 2015, the review and the plan will be read.",
    "It was agreed that the form will be in use from 1 October 2015.",
)


def test_a_table_calls_nothing_to_come_whose_day_is_gone():
    gone = [ACTIONS.format(due="31 May 2015", status=status) for status in TO_COME]
    ahead = [ACTIONS.format(due="31 May 2016", status=status) for status in TO_COME]
    in_time = [ACTIONS.format(due="31 May 2015", status=status) for status in SAID_IN_TIME]
    assert missed("told-as-to-come", gone) == []
    assert raised("told-as-to-come", [*ahead, *in_time]) == []


def test_a_promise_whose_day_is_gone_is_no_longer_told_as_to_come():
    assert missed("told-as-to-come", GONE) == []
    assert raised("told-as-to-come", STILL_AHEAD) == []


def test_two_days_nearly_a_year_apart_are_the_wrong_way_round():
    assert missed("end-before-start", ["It ran between 21 December and 15 November 2015."]) == []
    right = ("It ran from 5 September to 20 July 2015.", "It ran from 1 April to 31 March 2015.")
    assert raised("end-before-start", right) == []
