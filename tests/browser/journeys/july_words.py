"""What July's report says otherwise than January's, what a clerk might type that is false, and what
*Report checks* says of it."""

import re

OFFICER = "Who can fix it: Tomasz Wren."
TILES, POINTS = "Headline figures", "Main points"
# Where → what: each record that is missing, once.
MISSING = {
    f"{POINTS}, point 1, Paragraph 44, Table 2, Chart 1": (
        f"No count of looked-after children is recorded for 1 July 2015. {OFFICER}"
    ),
    f"{POINTS}, point 3, Paragraph 25, Paragraph 26, point 1": (
        "No DBS audit is recorded for 8 July 2016. Who can fix it: Anjali Merrick or Tomasz Wren."
    ),
    f"{TILES}, Paragraph 44, Table 2, Chart 1, Paragraph 45, Paragraph 46": (
        f"No count of looked-after children is recorded for 1 June 2016. {OFFICER}"
    ),
}
CARRIED = re.compile(r"\d+ copied blocks are not checked yet\. Check the copied text")
SUM = "[[sum looked_after.local_age_band:14_to_15 + looked_after.local_age_band:16_to_18 @position"
# (where, which box) → what stands there, and what January said
FALSE = {
    ("Table 2", "Dates"): (
        ("[[date:comparison]] |", "1 January 2015 |"),
        ("[[date:position]] |", "1 December 2015 |"),
    ),
    ("Chart 1", "Title of the chart"): (
        ("[[date:comparison]]", "1 January 2015"),
        ("[[date:position]]", "1 December 2015"),
    ),
    ("paragraph 46", "Text"): ((f"{SUM}]]", "46"), (f"{SUM} | percent]]", "24%")),
    ("paragraph 33", "Text"): (("[[documents.by_kind:storyboard @position]]", "14"),),
}
TYPED = "typed, with no record or source behind it. Settle the numbers that were typed."
UNSETTLED = {
    "Paragraph 33": f"“14”: {TYPED}",
    "Paragraph 46": f"“46”, “24%”: {TYPED}",
}
# Where a document is named for each of them, that it is no source for what can be counted.
REFUSED = (
    ("Table 2, Chart 1", "“1 January 2015” is the heading of figures for 1 July 2015."),
    ("Table 2", "“1 December 2015” is the heading of figures for 1 June 2016."),
    ("Paragraph 46", "28 + 22 = 50, and 50 of 196 is 26% (25.5%); the report gives 24%."),
    ("Paragraph 26, point 1", "0 + 16 = 16, but the report gives 58 (42 missing)."),
    ("Paragraph 33", "The report gives 14 storyboards, but 13 are listed."),
)
# Where → what stood there, and what is so now.
CHANGED = {
    "paragraph 1": (("the paper of July 2015", "the paper of January 2016"),),
    "paragraph 6": (
        (
            "Its results will go to the Local Safeguarding Children Board (LSCB) in February 2016.",
            (
                "The result of this supervision deep dive is awaited. The Local Safeguarding "
                "Children Board (LSCB) will have it in September 2016."
            ),
        ),
    ),
    "paragraph 15": (
        (
            "CSC moves to a new case system, Wayfinder, in March 2016. Across the country, ",
            (
                "The move of CSC to a new case system, Wayfinder, was due by 31 March 2016. On "
                "30 October 2015, "
            ),
        ),
        ("local authorities already use it", "local authorities across the country used it"),
    ),
    "paragraph 27": (("March 2016", "January 2017"),),
    "paragraph 28": (
        ("We are looking again at", "We have looked again at"),
        (
            "The paper due in July 2016 will report the outcome.",
            "They are now counted with those of foster carers, panel members and other volunteers.",
        ),
    ),
    "paragraph 39": (("prepared during the half-year", "prepared in the autumn of 2015"),),
    "paragraph 48": (
        ("took part in safeguarding work during the half-year", "have taken part in safeguarding"),
        ("A senior manager in CSC led", "In November 2015 a senior manager in CSC led"),
    ),
}
# Words of a promise → what became of it, and the paragraph that shows it.
ANSWERS = {
    "Hold the next DBS audit": ("Kept late", "25."),
    "DBS checks of Independent Visitors are kept track": ("Kept", "28."),
}
# What is left then, and why it is right.
LEFT = [("Paragraph 49 (i)", "No recommendation rests on paragraphs 40 to 47.")]
REASON = (
    "The committee is asked about the strategy and the wider work; what stands between them is "
    "for its information, as in earlier papers."
)
# What the clerk sends beside writing and the answer to one promise, which is a page of its own.
STEPS = ["next", "carried", "pass-over", "send", "issue"]
