"""Examples of the rules about what records say that readers should be told."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

from dataclasses import replace
from datetime import date

from reports.checks.context import (
    Cadence,
    OwedRecord,
    QuestionCourse,
    RecordedSeries,
    RecordedState,
    RepeatedFinding,
    ReviewResponses,
    SurveyCourse,
)
from reports.contributions.checks import OPEN, OpenContribution

SUPERVISION = Cadence("Supervision audit", 12, "", (date(2015, 11, 3),), date(2016, 11, 3))
DBS = Cadence("DBS audit", 6, "dbs.", (date(2015, 3, 2),), date(2015, 9, 2))
AUDITED = replace(
    DBS,
    done=(date(2015, 6, 15), date(2016, 1, 5)),
    due=date(2016, 7, 5),
    audits=(
        ("staff", date(2015, 6, 30), date(2015, 6, 15)),
        ("staff", date(2016, 1, 15), date(2016, 1, 5)),
    ),
)
BEGUN = Cadence("Supervision audit", 12, "", (), date(2016, 11, 3), waiting=True)
PEERS = ReviewResponses("Peer review of 2014", 10, 2)
FELL = QuestionCourse("I can rely on my worker", False, "it fell from 65% (2015) to 54% (2017)")
ROSE = QuestionCourse("I can rely on my worker", True, "it rose from 54% (2015) to 65% (2017)")
HEARD = SurveyCourse("Being Heard", (FELL,), (ROSE,))
FOUND = "Health assessments are not always done in time for the first review."
ASKED = OpenContribution("What was done", "the Team Manager", "8 January 2016")
HANDED_IN = OpenContribution("What was done", "the Team Manager", "8 January 2016", "b1", True)

OWED = OwedRecord("Peer review of 2014", "Reply: It was due on 8 January 2016.", "Replies")

BARE_PLAN = "Table: Plan\n| Heading | Action |\n| Carers | Recruit |\n| Plans | Review |"
PLAN = (
    "Table: Plan\n| Heading | Action | Owner | Due | Status |\n"
    "| Carers | Recruit | Head of Fostering | May 2016 | Begun |\n"
    "| Plans | Review | Head of Care | May 2016 | Begun |"
)

_COVERED = "On 15 January 2016 it gave {{351|dbs.needing_check|2016-01-15}} staff."
IN_A_LINE = r"""
praise-under-areas
    para-2-point-1: Areas for development:\n\n* We are well placed to lead the agency.\n* Plans => Areas for development:\n\n* We should be better placed to lead the agency.\n* The excellent audits should reach every team.
"""
EXAMPLES = {
    "state-unlike-records": [
        {
            "wrong": "{{12|dbs.due_in_month|2015-12-01/2015-12-31}} were due. All of them have been "
            "reminded.",
            "right": "{{12|dbs.due_in_month|2015-12-01/2015-12-31}} were due. None of them have been "
            "reminded.",
            "where": "para-1",
            "known": {"states": lambda _entry, _said: (RecordedState("Reminded", "January", 0),)},
        },
    ],
    "figure-unlike-state": [
        {
            "wrong": "On 1 December 2015 {{40|actions.total|2015-12-01}} actions were overdue.",
            "right": "On 1 December 2015 {{40|actions.total|2015-12-01}} actions were in the plan.",
            "where": "para-1",
            "known": {"states": lambda _entry, _said: (RecordedState("Overdue", "December", 6),)},
        },
    ],
    "all-unlike-some": [
        {
            "wrong": "Every action is on track. At 1 December 2015 {{6|actions.overdue|2015-12-01}} "
            "were overdue.",
            "right": "Most are on track. At 1 December 2015 {{6|actions.overdue|2015-12-01}} were "
            "overdue.",
            "where": "para-1",
        },
    ],
    "origin-claimed": [
        {
            "wrong": "All figures in this report are counted from records. We met [[stated 44: staff "
            "survey, 1 May 2015]] carers.",
            "right": "Live figures in this report are counted from records. We met [[stated 44: staff "
            "survey, 1 May 2015]] carers.",
            "where": "para-1",
        },
    ],
    "course-unlike-records": [
        {
            "wrong": "The number of children looked after has fallen in every year.",
            "right": "The number of children looked after fell and rose again.",
            "where": "para-1",
            "known": {
                "series": (
                    RecordedSeries(
                        ("Children looked after",),
                        ((date(2013, 3, 31), 9), (date(2014, 3, 31), 8), (date(2015, 3, 31), 9)),
                    ),
                )
            },
        },
    ],
    "extreme-unlike-records": [
        {
            "wrong": "The number of children looked after has never been higher.",
            "right": "The number of children looked after fell and rose again.",
            "where": "para-1",
            "known": {
                "series": (
                    RecordedSeries(
                        ("Children looked after",),
                        ((date(2013, 3, 31), 10), (date(2014, 3, 31), 8), (date(2015, 3, 31), 9)),
                    ),
                )
            },
        },
    ],
    "growth-unlike-survey": (
        {
            "wrong": "The Being Heard survey shows a picture of continuous growing satisfaction, "
            "from 40% (16 of 40) to 50% (20 of 40).",
            "right": "The Being Heard survey shows that fewer rely on their worker.",
            "where": "para-1",
            "known": {"surveys": (HEARD,)},
        },
        {
            "wrong": "Satisfaction in our survey has grown since 2015.",
            "right": "Satisfaction in our survey has fallen since 2015.",
            "where": "para-1",
            "known": {"surveys": (HEARD,)},
        },
    ),
    "asked-not-accepted": (
        {
            "wrong": "Managers met in July 2015.",
            "right": "Managers met in July 2015.",
            "where": "",
            "known": {"joined": {OPEN: (ASKED,)}},
            "known_right": {},
        },
        {
            "wrong": "Managers met in July 2015.",
            "right": "Managers met in July 2015.",
            "where": "",
            "known": {"joined": {OPEN: (HANDED_IN,)}},
            "known_right": {},
        },
    ),
    "owed-unmentioned": (
        {
            "wrong": "Managers met in July 2015.",
            "right": "Managers met in July 2015.",
            "where": "",
            "known": {"unmentioned": (OWED,)},
            "known_right": {},
        },
    ),
    "cadence-reported": (
        {
            "wrong": "Managers met in July 2015.",
            "right": "The audit of supervision was done in November 2015, and all was well.",
            "where": "head",
            "known": {"cadences": (SUPERVISION,)},
        },
        {
            "wrong": "Managers met in July 2015.",
            "right": "No Disclosure and Barring Service (DBS) audit was done in the period: the "
            "register was being moved.",
            "where": "head",
            "known": {"cadences": (DBS,)},
        },
    ),
    "interval-as-recorded": (
        {
            "wrong": "Supervision is audited every six months, last in November 2015.",
            "right": "Supervision is audited every year, last in November 2015.",
            "where": "para-1",
            "known": {"cadences": (SUPERVISION,)},
        },
        {
            "wrong": "The annual Disclosure and Barring Service (DBS) audit was late.",
            "right": "The six-monthly Disclosure and Barring Service (DBS) audit was late.",
            "where": "para-1",
            "known": {"cadences": (DBS,)},
        },
    ),
    "latest-audit-day": tuple(
        {
            "wrong": f"{words.format('15 June 2015')} {_COVERED}",
            "right": f"{words.format('5 January 2016')} {_COVERED}",
            "where": "para-1",
            "known": {"cadences": (AUDITED,)},
        }
        for words in (
            "The latest DBS audit was held on {}.",
            "Our last Disclosure and Barring Service (DBS) audit took place on {}.",
            "The most recent audit of DBS checks ({}) is told here.",
        )
    ),
    "result-awaited": (
        {
            "wrong": "Managers met in July 2015.",
            "right": "The supervision audit is under way.",
            "where": "head",
            "known": {"cadences": (BEGUN,)},
        },
        {
            "wrong": "A supervision audit took place in November 2015.",
            "right": "The supervision audit began in November 2015 and its result is awaited.",
            "where": "para-1",
            "known": {"cadences": (BEGUN,)},
        },
    ),
    "series-without-gap": (
        {
            "wrong": "Managers met in July 2015.",
            "right": "Managers met in July 2015.",
            "where": "head",
            "known": {"previous_end": date(2015, 5, 31)},
            "known_right": {"previous_end": date(2015, 6, 30)},
        },
    ),
    "recommendations-answered": (
        {
            "wrong": "The Peer review of 2014 asked for more.",
            "right": "The peer review of 2013 asked for more.",
            "where": "para-1",
            "known": {"reviews": (PEERS,)},
        },
    ),
    "finding-named-again": (
        {
            "wrong": f"Inspectors wrote:\n\n* {FOUND}",
            "right": f"Found again by inspectors:\n\n* {FOUND} They had said so before.",
            "where": "para-2-point-1",
            "known": {"again": (RepeatedFinding(FOUND, "Peer review of 2011"),)},
        },
    ),
    "plan-unlike-recommendations": (
        {
            "wrong": f"# Plan\n\nWe answer the 3 recommendations of the review.\n\n{PLAN}",
            "right": f"# Plan\n\nWe answer the 2 recommendations of the review.\n\n{PLAN}",
            "where": "para-1",
        },
        {
            "wrong": f"# Plan\n\nWe answer the 3 recommendations of the review.\n\n{PLAN}",
            "right": "# Plan\n\nWe answer the 3 recommendations of the review.\n\n"
            + PLAN.replace("Action |", "Action | Recommendations |").replace(
                " | Head", " | 1 | Head"
            ),
            "where": "para-1",
        },
    ),
    "plan-incomplete": (
        {
            "wrong": f"# Plan\n\nWe have a plan.\n\n{BARE_PLAN}",
            "right": f"# Plan\n\nWe have a plan.\n\n{PLAN}",
            "where": "table-1",
        },
    ),
}
