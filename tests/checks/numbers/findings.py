"""What is found in papers of numbers, and what agrees with it."""

from dataclasses import replace

from reports.checks.context import EarlierFigure
from reports.checks.rule import Severity
from reports.verdicts.registry import RULES
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading

# These are tried where they stand, in `tests/constraints`.
ELSEWHERE = ("text-unlike-table",)
NUMBERS = tuple(
    rule for rule in RULES if rule.family in ("numbers", "quantities") and rule.key not in ELSEWHERE
)


def weighed(text, **known):
    """(rule, words meant) of each finding above advice."""
    rows = check(reading(text), replace(KNOWN, **known), NUMBERS)
    return [(one.rule.key, one.fault.about) for one in rows if one.severity != Severity.ADVICE]


def says(text, **known):
    """The sentence of each finding, advice too."""
    return [one.fault.says for one in check(reading(text), replace(KNOWN, **known), NUMBERS)]


def mends(text):
    """(what would be replaced, by what) of each finding that one press can mend."""
    rows = check(reading(text), KNOWN, NUMBERS)
    return [(one.fault.mend.old, one.fault.mend.new) for one in rows if one.fault.mend.old]


def unlike(key, cases):
    """Those of (a paper, the words meant or "" where all is right) that `key` does not find alone
    at those words."""
    told = [(text, about, weighed(text)) for text, about in cases]
    return [one for one in told if one[2] != ([(key, one[1])] if one[1] else [])]


LOOKED_AFTER = EarlierFigure(
    key="looked_after.total",
    member="",
    cohort="",
    start="2015-12-01",
    end="2015-12-01",
    text="187",
    count=187,
    base=None,
    paper="Update of December 2015",
    words="children looked after",
)
LOOKED_AFTER_IN_MARCH = replace(LOOKED_AFTER, start="2015-03-31", end="2015-03-31")
TWO_COUNTS = (
    "We counted {{221|looked_after.total|2015-06-30}} children on 30 June 2015 and "
    "{{228|looked_after.total|2015-12-31}} on 31 December 2015.\n\n"
)
AUDITS = "{{40|audits.done|2015-07-01/2015-12-31}}"
CHANGE = "{{7|looked_after.total=2,1|2015-06-30/2015-12-31}}"
PLACED = "{{A number, not shown, lived|looked_after.placement|2015-12-01}}"
FAR_AWAY = "{{A number, not shown, lived|looked_after.placement:Placed far away|2015-12-01}}"
VISITS = f"{FAR_AWAY} away.\n\nWe made 18 visits to those placed far away."
SHARE = "{{{{{}%|measures.per_cent:Children in need, share|2015-12-01}}}}"
GRID = (
    "Table: Numbers\n| Place | {} |\n| Far | {{{{[c]|looked_after.placement|2015-12-01}}}} |\n"
    "| Near | {{{{37|stated|2015-12-01}}}} |"
)
LOOKED = "We looked after {{40|looked_after.children|2015-12-01}} children."
HIDDEN = "{{A number of children, not shown,|looked_after.children|2015-12-01}}"
TABLE = "Table: Places\n| Place | Number |\n| Agencies: foster care | [c] |\n| Kin | [c] |"
STAFF = EarlierFigure(
    key="dbs.staff",
    member="",
    cohort="",
    start="2015-06-01",
    end="2015-06-01",
    text="351",
    count=351,
    base=None,
    paper="Update of July 2015",
    words="members of staff",
)

_MEASURED = (
    "{{A number, not shown,|looked_after.placement|2015-12-01}} came in.\n\n"
    "{{188|looked_after.children|2015-12-01}} of them are known.\n\n"
    "{{%s|measures.people|2015-12-01}} were met."
)
EXAMPLES = {
    "perhaps-parts": (
        {"wrong": _MEASURED % 185, "right": _MEASURED % 165, "where": "para-2"},
        {
            "wrong": _MEASURED % 192,
            "right": _MEASURED.replace("placement|2015-12-01", "placement|2015-11-01") % 192,
            "where": "para-3",
        },
    ),
    "two-values": (
        {
            "wrong": "There were {{188|looked_after.total|2015-12-01}} on 1 December 2015.\n\n"
            "There were {{190|looked_after.total|2015-12-01}} on 1 December 2015.",
            "right": "There were {{188|looked_after.total|2015-12-01}} on 1 December 2015.\n\n"
            "There were {{188|looked_after.total|2015-12-01}} on 1 December 2015.",
            "where": "para-2",
        },
    ),
    "number-unlike-before": (
        {
            "wrong": "The team found over 120 strengths.\n\nThe 120 strengths are printed below.",
            "right": "The team found over 120 strengths.\n\nThese strengths are printed below.",
            "where": "para-2",
        },
        {
            "wrong": (
                "On 1 December 2015 there were 188 cases open. There were 12 of one team.\n\n"
                "The 189 cases open on 1 December 2015 were read."
            ),
            "right": "On 1 December 2015 there were 188 cases open. All 188 cases open were read.",
            "where": "para-2",
        },
    ),
    "unlike-earlier-paper": (
        {
            "wrong": "There were {{188|looked_after.total|2015-12-01}} of them on 1 December 2015.",
            "right": (
                "There were {{188|looked_after.total|2015-12-01}} of them on 1 December 2015, "
                "corrected since the last paper."
            ),
            "where": "para-1",
            "known": {"told": (LOOKED_AFTER,)},
        },
        {
            "wrong": "On 1 December 2015 there were 190 children looked after.",
            "right": "There were 191 children looked after, four more than at 1 December 2015.",
            "where": "para-1",
            "known": {"told": (LOOKED_AFTER,)},
        },
    ),
    "gives-away": (
        {
            "wrong": f"{HIDDEN} were adopted. The other 9 were not.",
            "right": f"{HIDDEN} were adopted.\n\nThe team made 9 visits.",
            "where": "para-1",
        },
        {
            "wrong": f"{HIDDEN} were adopted. The other {{{{9|stated|2015-12-01}}}} were not.",
            "right": f"{HIDDEN} were adopted. {{{{9|audits.done|2015-12-01}}}} audits were done.",
            "where": "para-1",
        },
        {
            "wrong": GRID.format("Children"),
            "right": GRID.format("Audits"),
            "where": "table-1-r2-c2",
        },
        {
            "wrong": f"{HIDDEN} were adopted: both lived here.",
            "right": f"{HIDDEN} were adopted: they lived here.",
            "where": "para-1",
        },
        {
            "wrong": f"Agencies cared for 17 children in foster care.\n\n{TABLE}",
            "right": f"Agencies cared for 17 carers.\n\nChildren live with 17 carers.\n\n{TABLE}",
            "where": "para-1",
        },
        {
            "wrong": f"{HIDDEN} were adopted, which is 25%.",
            "right": f"{HIDDEN} were adopted.",
            "where": "para-1",
        },
    ),
    "hidden-number-rest": (
        {
            "wrong": f"{LOOKED} {PLACED} far away.\n\nOf the 40 children 37 waited.",
            "right": f"{LOOKED} {PLACED} far away.\n\nOf the 40 children 20 waited.",
            "where": "para-2",
        },
        {
            "wrong": f"{LOOKED} {PLACED} far away.\n\nOf the 40 children 92% waited.",
            "right": f"{LOOKED} {PLACED} far away.\n\nOf the 40 homes 37 were full.",
            "where": "para-2",
        },
        {
            "wrong": f"{LOOKED} {PLACED} far away.\n\nAbout 92% of the children lived at home.",
            "right": f"{LOOKED} {PLACED} far away.\n\nAbout 50% of the children lived at home.",
            "where": "para-2",
        },
        {
            "wrong": f"{LOOKED} {PLACED} far away.\n\nAgencies care for 17.\n\n20 live with us.",
            "right": f"{LOOKED} {PLACED} far away.\n\n17 live with kin.\n\n10 live with us.",
            "where": "para-3",
        },
    ),
    "hidden-number-rate": (
        {
            "wrong": f"{LOOKED} {FAR_AWAY} away.\n\n92.5% were not placed far away.",
            "right": f"{LOOKED} {FAR_AWAY} away.\n\nThe visits rose by 92.5%.",
            "where": "para-2",
        },
        {
            "wrong": f"{LOOKED} {VISITS}\n\nThat is 6 visits for each.",
            "right": f"{LOOKED} {VISITS}\n\nWe made 6 visits to schools.",
            "where": "para-3",
        },
    ),
    "share-of-few": (
        {
            "wrong": f"{LOOKED}\n\nThe share is {SHARE.format(7.5)}.",
            "right": f"{LOOKED}\n\nThe share is {SHARE.format(47.5)}.",
            "where": "para-2",
        },
    ),
    "not-comparable": (
        {
            "wrong": "Of the whole half-year's {{83|looked_after.started|2015-07-01/2015-12-31}} "
            "it fell to {{42|looked_after.started|2015-10-01/2015-12-31}}.",
            "right": "In the first quarter {{41|looked_after.started|2015-07-01/2015-09-30}} "
            "rose to {{42|looked_after.started|2015-10-01/2015-12-31}}.",
            "where": "para-1",
        },
    ),
    "scope-changed": (
        {
            "wrong": "In the previous report 340 members of staff were counted; now there are 355.",
            "right": "In the previous report 351 members of staff were counted; now there are 355.",
            "where": "para-1",
            "known": {"told": (STAFF,)},
        },
        {
            "wrong": "We saw the 491 members of staff whose posts need a check.\n\n"
            "All 492 members of staff whose posts need a check were asked.",
            "right": "We saw the 360 members of staff whose posts need a check.",
            "where": "para-2",
            "known": {"told": (STAFF,)},
        },
        *(
            {
                "wrong": f"{wrong} {now}",
                "right": f"{right} {now}",
                "where": "para-1",
                "known": {"told": (STAFF,)},
            }
            for wrong, right, now in (
                (
                    "The number of members of staff has fallen by nine since the last report",
                    "The number of members of staff has risen by nine since the last report",
                    "and is 360.",
                ),
                (
                    "The last report gave 351 members of staff and volunteers",
                    "The last report gave 351 members of staff",
                    "in June.",
                ),
            )
        ),
        {
            "wrong": "We looked at the 491 members of staff whose posts need a check.",
            "right": "We looked at the 491 members of staff whose posts need a check. The "
            "audit then counted another group, so that the two cannot be compared.",
            "where": "para-1",
            "known": {"told": (STAFF,)},
        },
        {
            "wrong": "The audit looked at 491 members of staff for whom a check is needed.",
            "right": (
                "The audit looked at 491 members of staff for whom a check is needed; it was "
                "351 before the directorates were joined."
            ),
            "where": "para-1",
            "known": {"told": (STAFF,)},
        },
    ),
    "figure-of-another-day": (
        {
            "wrong": "On 1 November 2015 there were {{188|looked_after.total|2015-12-01}}.",
            "right": "On 1 December 2015 there were {{188|looked_after.total|2015-12-01}}.",
            "where": "para-1",
        },
    ),
    "date-over-figures": (
        {
            "wrong": "Table: Children\n| Who | 1 November 2015 |\n"
            "| All | {{188|looked_after.total|2015-12-01}} |",
            "right": "Table: Children\n| Who | 1 December 2015 |\n"
            "| All | {{188|looked_after.total|2015-12-01}} |",
            "where": "table-1-r0-c2",
        },
    ),
    "figure-outside-period": (
        {
            "wrong": "Of all children {{210|looked_after.total|2015-01-01}} were in care.",
            "right": "In January 2015 {{210|looked_after.total|2015-01-01}} were in care.",
            "where": "para-1",
        },
    ),
}
