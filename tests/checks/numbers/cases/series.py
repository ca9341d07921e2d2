"""Drawn papers about claims of steady growth: wrong and right."""

# Kept as one would type them: a paragraph is one line.

WRONG = {
    "series-denied": (
        "Satisfaction has grown steadily: 65% in 2015, 54% in 2017 and 75% in 2018.",
        "Caseloads have fallen each year: 21 in 2015, 23 in 2016 and 17 in 2017.",
    ),
    "growth-without-numbers": (
        "The survey shows a picture of continuous growing satisfaction with placements.",
        "Demand has risen every year and we have met it.",
    ),
}
RIGHT = (
    "Satisfaction has grown steadily: 54% in 2015, 65% in 2017 and 75% in 2018.",
    "The survey shows continuous improvement and steady progress.",
    "Caseloads have fallen steadily: 21 in 2015, 19 in 2016 and 17 in 2017.",
)
