"""The one day or period of a sentence, and none where there are several or half of one."""

from datetime import date

import pytest

from assurance.runtime.periods import When
from reports.prose.named_times import named_time, time_since

YEAR = When(date(2014, 4, 1), date(2015, 3, 31))
HALF = When(date(2015, 4, 1), date(2015, 9, 30))
NAMED = {
    "On 31 March 2015 there were nine.": When.at(date(2015, 3, 31)),
    "On 31/3/2015 there were nine.": When.at(date(2015, 3, 31)),
    "In 2014/15 nine came.": YEAR,
    "Nine came during the financial year 2014/15.": YEAR,
    "In the year to 31 March 2015 nine came.": YEAR,
    "Nine came in the twelve months ending on 31 March 2015.": YEAR,
    "Between 1 April 2014 and 31 March 2015 nine came.": YEAR,
    "From April to September 2015 nine came.": HALF,
    "Between 1 April and 30 September 2015 nine came.": HALF,
    "In the half-year to 30 September 2015 nine came.": HALF,
    "In the 6 months to the end of September 2015 nine came.": HALF,
    "From 1 October to 31 March 2015 nine came.": When(date(2014, 10, 1), date(2015, 3, 31)),
    "In October 2015 nine came.": When(date(2015, 10, 1), date(2015, 10, 31)),
    "Throughout 2015 nine came.": When(date(2015, 1, 1), date(2015, 12, 31)),
    "The quarter ended 31 December 2015 saw nine.": When(date(2015, 10, 1), date(2015, 12, 31)),
    "In the year to 29 February 2016 nine came.": When(date(2015, 3, 1), date(2016, 2, 29)),
}
NONE = (
    "Nine came.",
    "Nine came on 31 March.",
    "Nine came since 2014.",
    "Nine had come by March 2015.",
    "Nine came before October 2015.",
    "Nine came since 1 May 2015.",
    "Nine came after 1 May 2015.",
    "On 31 June 2015 there were nine.",
    "Between 1 April 2016 and 31 March 2015 nine came.",
    "Nine came in 2014 and 2015.",
    "Nine came in 2014, ten on 1 May 2015.",
    "On 1 May 2015, 2 May 2015 and 3 May 2015 nine came.",
    "In families since 2014 nine came.",
    "In 2012–2015 nine came.",
    "In the fortnight to 31 March 2015 nine came.",
)


@pytest.mark.parametrize(("sentence", "when"), NAMED.items())
def test_a_sentence_names_one_day_or_period(sentence, when):
    found = named_time(sentence)
    assert found.when == when
    assert "nine" not in sentence[found.start : found.end]


@pytest.mark.parametrize("sentence", NONE)
def test_several_times_or_half_of_one_are_none(sentence):
    assert named_time(sentence) is None


UNTIL, REPORTED = date(2016, 6, 7), date(2016, 1, 18)
AFTER = When(date(2016, 1, 19), UNTIL)
SINCE = {
    "Since 1 May 2015 nine came.": When(date(2015, 5, 1), UNTIL),
    "Nine came since the beginning of May 2015.": When(date(2015, 5, 1), UNTIL),
    "Nine came since 1 January.": When(date(2016, 1, 1), UNTIL),
    "Nine came since 8 June.": When(date(2015, 6, 8), UNTIL),
    "Since January nine came.": When(date(2016, 1, 1), UNTIL),
    "Since our last report nine came.": AFTER,
    "Nine came since the last report to the committee.": AFTER,
    "Nine came since the previous report.": AFTER,
    "Nine came since we last reported.": None,
    "Nine came since last reporting.": AFTER,
    "Nine came since our last report of May 2015.": None,
    "Nine came since 2014.": None,
    "Nine came since 31 June.": None,
    "Nine came since 1 May 2015 and 2 May 2015.": None,
    "Nine came since 1 May 2017.": None,
    "Nine came on 1 May 2015.": None,
    "Nine came.": None,
}


@pytest.mark.parametrize(("sentence", "when"), SINCE.items())
def test_what_is_since_a_day_or_the_last_report_goes_on_to_the_report(sentence, when):
    found = time_since(sentence, UNTIL, REPORTED)
    assert (found and found.when) == when
    assert not found or "ine came" not in sentence[found.start : found.end]


def test_the_last_report_is_no_time_where_there_was_none_before_the_day():
    for reported in (None, UNTIL):
        assert time_since("Nine came since our last report.", UNTIL, reported) is None
