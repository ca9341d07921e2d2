"""Drawn papers about one thing given two values: wrong and right."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

WRONG = {
    "two-values": (
        "On 1 December 2015 there were 188 children looked after.\n\nAt the meeting the 189 children looked after on 1 December 2015 were named.",
        "The team found over 120 strengths and areas for thought.\n\nIn view of the 120 strengths and areas identified, six tips are given.",
        "We audited all the 139 case files. Later the 138 case files were closed.",
    )
}
RIGHT = (
    "On 1 December 2015 there were 188 children looked after. On 1 January 2015 there were 210 children looked after.",
    "The team found over 120 strengths and areas for thought. In view of these strengths six tips are given.",
    "We audited all the 139 case files. Later the 12 case files of one team were closed.",
    "There were 27 young people aged 16 to 17 and there were 19 young people aged 14 to 15.",
)
