"""Amounts and words of direction that are said of another number than the two beside them: the
right passage is left in peace, and one number of it put wrong is still found."""

import pytest

from tests.constraints.draws import severities

PAIRS = [
    # What is compared behind “which” is what a share rose to, and not what it rose from.
    (
        (
            "The share fell in June (11%), but had increased from 7%, which was higher than our "
            "neighbours (10%) and in line with the region (12%)."
        ),
        "The share was 7% in June, which was higher than our neighbours (10%).",
    ),
    # Behind a semicolon another thing changes.
    (
        (
            "Caseloads have fallen by 75.0% (from 800 to 200); late visits have fallen by 40.0% "
            "(from 50 to 30)."
        ),
        (
            "Caseloads have fallen by 65.0% (from 800 to 200); late visits have fallen by 40.0% "
            "(from 50 to 30)."
        ),
    ),
    # A clause that begins with “with” has its own amounts.
    (
        (
            "Agency posts reached 420 in May, up 5% from the year before, with agency staff making "
            "up 16.4% of the workforce, up from 16.2%."
        ),
        (
            "Agency posts reached 420 in May, up 5% from the year before, with agency staff making "
            "up 16.1% of the workforce, up from 16.2%."
        ),
    ),
    # What follows a right amount in brackets is of a part.
    (
        (
            "We had 1,120 enquiries, compared to 1,000 a year before, an increase of 12% (down 1% "
            "from families and up 20% from agencies)."
        ),
        (
            "We had 1,120 enquiries, compared to 1,000 a year before, an increase of 22% (down 1% "
            "from families and up 20% from agencies)."
        ),
    ),
    # A word with two numbers of its own says nothing of a limit told twice.
    (
        (
            "The share of plans finished within 26 weeks, increased from 12% in 2012 to 61% in "
            "2014, following on from the 26 week limit of the Act."
        ),
        (
            "The share of plans finished within 26 weeks, increased from 72% in 2012 to 61% in "
            "2014, following on from the 26 week limit of the Act."
        ),
    ),
    # A per cent right before its noun of change is an amount, and no value.
    (
        "There had been a 3% increase from the year before to 59% of the children.",
        "The share of the children went from 59% to 56%, an increase.",
    ),
    (
        "Offences rose 9% in the first half-year, after a 13% rise in the second half of 2014.",
        "Offences rose 9%, from 300 to 357.",
    ),
    # What stands in brackets is said of the number in them.
    (
        (
            "This represents 78 young people who came for the first time. Of the group of a year "
            "earlier, 45 of the 151 came again (29.8%, a slight reduction on our previous group)."
        ),
        "In 2014 there were 78 of them. In 2015 there were 95, a reduction.",
    ),
    # “Up from” tells which of two numbers was first, whatever year the sentence is about.
    (
        "In all, 932 children waited longer last year, up from 747 in 2013.",
        "In all, 732 children waited longer last year, up from 747 in 2013.",
    ),
    # A mean is no number of the people whom the next sentence counts.
    (
        (
            "This was an average of 16.1 per social worker. The report also shows that councils "
            "had 5,330 agency social workers in 2014, up 9.6% on the year before."
        ),
        "Agency workers numbered 530 in 2014. We had 510 agency workers in 2015, up on the year.",
    ),
    # A date of its own shows that a sentence compares with another number.
    (
        (
            "The average was 217 days, down slightly from 221 days in the year before. It was 21% "
            "higher (or 38 days longer) than in the year to March 2012."
        ),
        (
            "The average was 217 days, up slightly from 201 days in the year before. It was 16 "
            "days lower."
        ),
    ),
    # How long ago something was is no number that was compared.
    (
        (
            "At the end of 2014 we worked with 348 young people. Twelve months previously it had "
            "been 319, so there has been a rise of 29."
        ),
        (
            "At the end of 2014 we worked with 348 young people. Twelve months previously it had "
            "been 319, so there has been a rise of 39."
        ),
    ),
    # Years and months are one length.
    (
        "The average age rose slightly from 3 years and 3 months in 2014 to 3 years and 5 months.",
        "The average age rose slightly from 36 months in 2014 to 34 months in 2015.",
    ),
    # Behind “and a” another thing is told of than what the change is of.
    (
        (
            "There were 717 of them in 2014, an increase of 33 compared to the previous year and a "
            "rate of 114 per 10,000."
        ),
        "There were 717 of them in 2014, an increase of 33 compared to the 614 of the year before.",
    ),
    # A per cent in brackets behind an amount is that amount.
    (
        (
            "The share fell from 10 per cent to 9 per cent. The number adopted decreased by 45 (12 "
            "per cent) over the previous year."
        ),
        "The number adopted decreased by 45 (22 per cent), from 450 to 405.",
    ),
    # “Falling by 70%, and by 45%” are two changes.
    (
        "Numbers have seen a downward trend, falling by 70%, and by 45% over the last 10 years.",
        "Numbers have seen a downward trend, falling from 45% to 70%.",
    ),
    # Two increases are told of two times, and no change between them.
    (
        "This reflects the increase in calls this quarter (12.1%) and last quarter (19.6%).",
        "The share of calls answered rose from last quarter (19.6%) to this quarter (12.1%).",
    ),
    # Steps in a row are told in the order of time.
    (
        (
            "In the autumn the average was 24 days. It went down to 19 in the spring and by the "
            "summer was 12, so that the wait has halved."
        ),
        "The average fell from 24 days in the autumn to 29 days in the summer.",
    ),
    # Years that a sentence looks back over are no values.
    (
        (
            "This is the largest annual rise in ten years. The last three years have shown rises, "
            "from a five per cent rise to a 13 per cent rise."
        ),
        "The wait rose from 10 weeks to three weeks.",
    ),
    # The change of large counts that were rounded to hundreds may be told more exactly.
    (
        "The number rose by 4.7%, from 26,500 in 2014 to 27,700 in 2015.",
        "The number rose by 6.7%, from 26,500 in 2014 to 27,700 in 2015.",
    ),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_an_amount_or_a_direction_of_another_number_denies_nothing(right, wrong):
    assert severities(right) == {}
    assert severities(wrong)
