"""Paragraphs put into one right paper: each wrong one breaks a rule, each right one none. One that
begins with `!` brings its own number."""

# Kept as one would type them: a paragraph is one line.
# ruff: noqa: E501

PAPER = """Marlbury County Council

Children's Services Scrutiny Committee

20 January 2016

Report of the Director of Children's Services

Safeguarding update: July to December 2015

Purpose

1. This report tells the Committee about safeguarding between 1 July 2015 and 31 December 2015. Members asked for it in June 2012.

Findings

2. Social workers were asked in October 2015 about their work, and what they said stands below.

{}

Recommendations

4. The Committee is asked to note the report and to comment on it.
"""

WRONG = {
    "parts-of-whole": (
        "Grades of the 60 audits were as follows:\n\n* 6 outstanding\n* 30 good\n* 20 requires improvement\n* 5 inadequate",
        "Of the 120 audits:\n\n- 12 were outstanding (10%);\n- 66 were good (55%);\n- 31 required improvement (26%); and\n- 12 were inadequate (10%).",
    ),
    "list-length": (
        "There are four priorities:\n\n* early help\n* neglect\n* exploitation",
        "The following 5 themes were found:\n\n(a) early help\n(b) neglect\n(c) exploitation\n(d) records",
        "The review made six recommendations:\n\n1. Train staff.\n2. Read records.\n3. Ask children.\n4. Meet monthly.\n5. Report yearly.",
    ),
    "bands-listed": (
        "Ages of children in care:\n\n| Age | Children |\n|---|---|\n| 0 to 4 | 40 |\n| 4 to 9 | 50 |\n| 10 to 15 | 60 |\n| 16 to 17 | 30 |",
        "Ages of children in care:\n\n| Age | Children |\n|---|---|\n| 0 to 4 | 40 |\n| 5 to 9 | 50 |\n| 11 to 15 | 60 |\n| 16 to 17 | 30 |",
        "Children waited as follows:\n\n* 0–7 days: 20\n* 7–14 days: 25\n* 15 days or more: 30",
    ),
    "impossible-date": (
        *("The audit ended on 31 September 2015.", "The audit ended on 29 February 2015."),
        *("The audit ended on 31/11/2015.", "The audit ended on the 31st of November 2015."),
        "The audit ended on 31 NOVEMBER 2015.",
    ),
    "wrong-weekday": (
        *("The team met on Monday 8th December 2015.", "The team met on Mon, 8 Dec 2015."),
        *("The team met on Monday, December 8, 2015.", "The team met on Monday 08/12/2015."),
        *("The team met on MONDAY 8 DECEMBER 2015.", "The team met on 8 December 2015 (Monday)."),
    ),
    "end-before-start": (
        "The audit ran from 14 November 2015 to 8 October 2015.",
        "Between December 2015 and July 2015 there were 40 audits.",
    ),
    "length-denied": (
        "The inspection was over a four week period (14 November 2013 – 8 December 2014).",
        "The consultation ran for six weeks, from 1 September 2015 to 30 November 2015.",
        "During the three days from 1 to 9 October 2015 inspectors read 20 cases.",
    ),
    "range-without-separator": ("A campaign ran 24 October 2015 17 November 2015.",),
    "told-as-to-come": (
        "The outcome will be presented to the Board in October 2015.",
        "Eight young people are likely to leave care during 2014.",
        "A further audit is planned for November 2015.",
        "The next audit is due on 1/12/2015.",
        "Training is to be completed by 30 September 2015.",
        "They will all leave care in 2013-15.",
        "The strategy is expected to be agreed in summer 2015.",
    ),
    "told-after-paper": (
        "The audit was completed in March 2016.",
        "The strategy was agreed on 1 June 2016.",
    ),
    "meeting-date": (
        "This report is for the meeting of the Committee on 27 January 2016, at which members will consider it.",
    ),
    "citation-missing": (
        *("As paragraph 14 says, records are read.", "See paras. 2-9.", "See section 9 below."),
        "Table 4 shows the grades.",
    ),
    "annex-not-there": (
        "The plan is attached as Appendix 1.",
        "The plan is at Annex A.",
        "The plan is attached (see Appendix C).",
    ),
    "numbers-in-order": ("!4. Records are read by managers.",),
    "items-in-order": (
        "Staff asked for:\n\na) training\nb) time\nb) supervision\nd) cars",
        "Staff asked for:\n\ni. training\nii. time\niv. supervision",
        "Staff asked for:\n\n(1) training\n(2) time\n(4) supervision",
    ),
    "body-recommends": (
        "It is recommended that the Committee receives a presentation on the survey in June 2016.",
        "Officers recommend that members visit the new centre.",
    ),
    "link-says-nothing": (
        "The data are published [here](https://www.example.org/data).",
        "[Click here](https://www.example.org/data) for the data.",
    ),
    "abbreviation-unexplained": (
        "The IRO reads each plan before the review.",
        "Every child has an IHA within 20 days.",
    ),
    "abbreviation-late": (
        "The IRO reads each plan. The Independent Reviewing Officer (IRO) then writes, and the IRO meets the child.",
    ),
    "abbreviation-initials": ("The Education and Care Plan (EHCP) is read, and the EHCP is kept.",),
    "abbreviation-twice": (
        "The Independent Reviewing Officer (IRO) reads. The Interim Regional Office (IRO) writes. The IRO meets.",
    ),
    "placeholder": (
        *("The result was [insert figure] of 40.", "The result was XX of 40."),
        *("The target is TBC.", "Lorem ipsum dolor sit amet.", "Delete as appropriate."),
        *("The total was £xx,xxx in the year.", "(Guidance: say here what the options are.)"),
        *("??? children were seen.", "The report was agreed on DD/MM/YYYY."),
        "TODO: add the survey.",
    ),
    "doubled-word": ("The the audit was read.", "Staff were were asked."),
    "open-bracket": ("Staff (social workers and managers were asked.", "Staff said “it helps."),
    "doubled-punctuation": ("Staff were asked..",),
    "other-council": ("In Eastport City Council's area 30 audits were made.",),
    "person-named": (
        "Jane Example, Head of Service, reads each audit.",
        "Contact Mr Example for more.",
        "Dr Sam Sample leads the service.",
    ),
}
RIGHT = (
    "Grades of the 60 audits were as follows:\n\n* 6 outstanding\n* 30 good\n* 18 requires improvement\n* 6 inadequate",
    "Of the 120 audits:\n\n- 12 were outstanding (10%);\n- 66 were good (55%);\n- 30 required improvement (25%); and\n- 12 were inadequate (10%).",
    "There are three priorities:\n\n* early help\n* neglect\n* exploitation",
    "The following 4 themes were found:\n\n(a) early help\n(b) neglect\n(c) exploitation\n(d) records",
    "The review made five recommendations:\n\n1. Train staff.\n2. Read records.\n3. Ask children.\n4. Meet monthly.\n5. Report yearly.",
    "Ages of children in care:\n\n| Age | Children |\n|---|---|\n| 0 to 4 | 40 |\n| 5 to 9 | 50 |\n| 10 to 15 | 60 |\n| 16 to 17 | 30 |",
    "Ages of children in care:\n\n| Age | Children |\n|---|---|\n| under 1 | 12 |\n| 1 to 4 | 40 |\n| 5 to 9 | 50 |\n| 10 to 15 | 60 |\n| 16 and over | 30 |",
    "Children waited as follows:\n\n* 0–7 days: 20\n* 8–14 days: 25\n* 15 days or more: 30",
    *("The audit ended on 30 September 2015.", "The audit ended on 28 February 2015."),
    *("The audit ended on 30/11/2015.", "The audit ended on the 30th of November 2015."),
    *("The audit ended on 30 NOVEMBER 2015.", "The team met on Tuesday 8th December 2015."),
    *("The team met on Tue, 8 Dec 2015.", "The team met on Tuesday, December 8, 2015."),
    *("The team met on Tuesday 08/12/2015.", "The team met on TUESDAY 8 DECEMBER 2015."),
    "The team met on 8 December 2015 (Tuesday).",
    "The audit ran from 14 October 2015 to 8 November 2015.",
    "The period 1 July – 1 December 2015 is covered.",
    "The plan covers 2015-2018.",
    "Between July 2015 and December 2015 there were 40 audits.",
    "The inspection was over a four week period (14 November 2013 – 8 December 2013).",
    "The consultation ran for six weeks, from 1 September 2015 to 12 October 2015.",
    "During the three days from 7 to 9 October 2015 inspectors read 20 cases.",
    "A campaign ran 24 October 2015 to 17 November 2015.",
    "The outcome will be presented to the Board in February 2016.",
    "Eight young people are likely to leave care during 2016.",
    *("A further audit is planned for May 2016.", "The next audit is due on 1/12/2016."),
    *("Training is to be completed by 30 September 2016.", "They will all leave care in 2016-18."),
    "The strategy is expected to be agreed in summer 2016.",
    *("New forms will be in use from Q2 2016/17.", "The audit was completed in December 2015."),
    "The strategy was agreed on 1 June 2015.",
    "This report is for the meeting of the Committee on 20 January 2016, at which members will consider it.",
    "As paragraph 2 says, records are read.",
    "See paras. 1-2.",
    "3. Records are read by managers.",
    "Staff asked for:\n\na) training\nb) time\nc) supervision\nd) cars",
    "Staff asked for:\n\ni. training\nii. time\niii. supervision",
    "Staff asked for:\n\n(1) training\n(2) time\n(3) supervision",
    "The [data of the survey](https://www.example.org/data) are published.",
    "The Independent Reviewing Officer (IRO) reads each plan before the review. The IRO then writes.",
    "Every child has an initial health assessment (IHA) within 20 days; the IHA is recorded.",
    "The Education, Health and Care Plan (EHCP) is read, and the EHCP is kept.",
    "The result was 31 of 40.",
    "The audit was read.",
    "Staff that had had training said that that helped.",
    "Staff (social workers and managers) were asked.",
    *("Staff said “it helps”.", "Staff were asked.", "Staff were asked about the plan."),
    "The Head of Service reads each audit.",
)


def paper(words):
    """The paper with a paragraph of those words in it."""
    return PAPER.format(words[1:] if words.startswith("!") else f"3. {words}")
