"""Examples of the rules about numbers; many more sentences stand in `cases`."""

# Kept as one would type them: an example is one line.
# ruff: noqa: E501

from tests.checks.numbers import findings

_GRADES = """Table: Grades of audits
| Grade | Number | % |
| Good | 20 | 50% |
| Requires improvement | 14 | 35% |
| Inadequate | 6 | 15% |
| Total | 40 | 100% |"""
_AGES = """Table: Referrals by age
| Age | Number |
| 0 to 4 | 30 |
| 5 to 9 | 20 |
| 10 to 15 | 22 |
| 16 and over | 41 |"""
_THEMES = """Table: Audits by theme
| Theme | Number |
| Plans | 30 |
| Voice | 20 |
| Reviews | 22 |"""
_ACTIONS = """Table: Actions, at 1 December 2015 (actions.total at 2015-12-01)
| Action | Due |
| Train staff | March |
| Ask families | April |"""

_ANSWERS = """Table: Answers
| Answer | Share |
| Yes | 60% |
| No | 35% |
| Other | 6% |"""

IN_A_LINE = r"""
percent-of-count
    para-1: Good was the grade of 35 of 139 (24%). => Good was the grade of 35 of 139 (25%).
    para-1-point-2: Of the 40 audits:\n* 12 (30%) were good\n* 28 (75%) were not => Of the 40 audits:\n* 12 (30%) were good\n* 28 (70%) were not
stretch-denied
    para-1: The number more than doubled from {{210|looked_after.total|2015-01-01}}.\n\nThere were {{188|looked_after.total|2015-12-01}} on 1 December 2015. => In January the number was {{210|looked_after.total|2015-01-01}}.\n\nThere were {{188|looked_after.total|2015-12-01}} on 1 December 2015.
not-comparable
    para-1: Overdue staff fell from {{351|dbs.needing_check|2015-12-01}} to {{30|dbs.overdue|2015-12-01}}. => Overdue staff fell from {{35|dbs.overdue|2015-08-01}} to {{30|dbs.overdue|2015-12-01}}, and the teams ranged from {{9|dbs.due_soon|2015-12-01}} to {{12|dbs.unknown|2015-12-01}}.
live-course-denied
    para-2: We looked after {{221|looked_after.children|2015-06-30}} children on 30 June 2015.\n\nBy December the number fell to {{228|looked_after.children|2015-12-01}}. => We looked after {{221|looked_after.children|2015-06-30}} children on 30 June 2015.\n\nBy December the number rose to {{228|looked_after.children|2015-12-01}}.
figure-of-another-day
    para-1: A year ago we looked after {{188|looked_after.total|2015-12-01}} children. => A year ago, on 1 January 2015, we looked after {{188|looked_after.total|2015-01-01}} children.
parts-of-whole
    para-1: On 1 December 2015 {{351|dbs.needing_check|2015-12-01}} of {{30|dbs.overdue|2015-12-01}} staff were late. => On 1 December 2015 {{30|dbs.overdue|2015-12-01}} of {{351|dbs.needing_check|2015-12-01}} staff were late.
    para-1: We found {{3|actions.total|2015-12-01}} of {{0|actions.overdue|2015-12-01}} actions late. => We found {{0|actions.overdue|2015-12-01}} of {{3|actions.total|2015-12-01}} actions late.
live-change-denied
    para-1: From {{210|looked_after.total|2015-07-01}} to {{188|looked_after.total|2015-12-01}} children, a rise of {{22|looked_after.total=1,2|2015-07-01/2015-12-01}}. => From {{210|looked_after.total|2015-07-01}} to {{188|looked_after.total|2015-12-01}} children, a fall of {{22|looked_after.total=1,2|2015-07-01/2015-12-01}}.
    para-2: We counted {{188|looked_after.total|2015-07-01}} and {{210|looked_after.total|2015-12-01}}.\n\nThere were {{22|looked_after.total=2,1|2015-07-01/2015-12-01}} fewer children than in July. => We counted {{188|looked_after.total|2015-07-01}} and {{210|looked_after.total|2015-12-01}}.\n\nThere were {{22|looked_after.total=2,1|2015-07-01/2015-12-01}} more children than in July.
live-rest
    para-1: On 1 December 2015 {{30|dbs.overdue|2015-12-01}} were overdue and {{14|dbs.rechecked|2015-12-01}} re-checked, leaving {{5|dbs.in_progress|2015-12-01}}. => On 1 December 2015 {{30|dbs.overdue|2015-12-01}} were overdue and {{14|dbs.rechecked|2015-12-01}} re-checked, leaving {{16|dbs.in_progress|2015-12-01}}.
note-of-another-day
    table-1: Table: Children looked after\n| Who | Number |\n| All | {{188|looked_after.total|2015-12-01}} |\nFigures at 1 January 2015. => Table: Children looked after\n| Who | Number |\n| All | {{188|looked_after.total|2015-12-01}} |\nFigures at 1 December 2015.
period-not-over
    para-1: In the half-year to 31 March 2016 managers did {{12|audits.done|2015-10-01/2016-03-31}} audits. => By 15 January 2016 managers had done {{12|audits.done|2015-10-01/2016-03-31}} audits of the half-year so far.
figure-of-another-part
    para-1: On 1 December 2015 {{142|looked_after.local_age_band:Under 14|2015-12-01}} were aged 16 to 18. => On 1 December 2015 {{142|looked_after.local_age_band:Under 14|2015-12-01}} were under 14.
    para-1: On 1 December 2015 {{6|actions.by_status:Done and checked|2015-12-01}} actions were late. => On 1 December 2015 {{6|actions.by_status:Done and checked|2015-12-01}} actions were done.
figure-of-other-things
    para-1: On 1 December 2015 {{188|looked_after.children|2015-12-01}} families were supported. => On 1 December 2015 {{188|looked_after.children|2015-12-01}} children were supported.
time-unlike-figure
    para-1: By midsummer we looked after {{188|looked_after.children|2015-12-01}} children. => By the start of winter we looked after {{188|looked_after.children|2015-12-01}} children.
extent-unlike-figure
    para-1: On 1 December 2015 only a handful of children ({{188|looked_after.children|2015-12-01}}) were looked after. => On 1 December 2015 only a handful of children ({{8|looked_after.placement:Placed for adoption|2015-12-01}}) were placed for adoption.
stock-over-time
    para-1: We looked after {{188|looked_after.children|2015-12-01}} children throughout the half-year. => We looked after {{188|looked_after.children|2015-12-01}} children on 1 December 2015.
cause-after-count
    para-1: On 1 December 2015 we looked after {{188|looked_after.children|2015-12-01}} children because of the strategy adopted in 2017. => On 1 December 2015 we looked after {{188|looked_after.children|2015-12-01}} children because of the strategy adopted in 2014.
figure-attributed
    para-1: Ofsted found that we looked after {{188|looked_after.children|2015-12-01}} children. => Managers found that we looked after {{188|looked_after.children|2015-12-01}} children.
figures-compared
    para-1: {{30|looked_after.external_residential of 188 children|2015-12-01}} of the {{70|looked_after.placement:Foster care through an independent agency|2015-12-01}} children lived in external homes. => {{30|looked_after.external_residential of 188 children|2015-12-01}} of the {{188|looked_after.children|2015-12-01}} children lived in external homes.
share-of-figure
    para-1: Half of the {{188|looked_after.children|2015-12-01}} children live in external residential homes. {{30|looked_after.external_residential|2015-12-01}} do. => About a sixth of the {{188|looked_after.children|2015-12-01}} children live in external residential homes. {{30|looked_after.external_residential|2015-12-01}} do.
share-of-live-figure
    para-1: Together the {{50|looked_after.age_band of 196 child looked after|2015-12-01}} young people were 24% of all looked-after children. => Together the {{50|looked_after.age_band of 196 child looked after|2015-12-01}} young people were 26% of all looked-after children.
    para-1: The {{50|looked_after.age_band of 196 child looked after|2015-12-01}} young people aged 14 to 18 accounted for 24.9% of the looked-after children. => The {{50|looked_after.age_band of 196 child looked after|2015-12-01}} young people aged 14 to 18 accounted for 25.5% of the looked-after children.
parts-of-whole
    para-1: We looked at 351 checks: 313 in date, 30 late and 7 due in January. => We looked at 351 checks: 314 in date, 30 late and 7 due in January.
    para-1: There were 24 places:\n* 9 nurseries\n* 8 schools\n* 6 hospitals => There were 23 places:\n* 9 nurseries\n* 8 schools\n* 6 hospitals
prose-shares-over-whole
    para-1: Of 120 answers 45% agree, 40% disagree and 25% neither. => Of 120 answers 45% agree, 40% disagree and 15% neither.
change-denied
    para-1: Referrals rose from 160 to 140. => Referrals rose from 140 to 160.
    para-1: Referrals rose from 140 to 161, an increase of 12%. => Referrals rose from 140 to 161, an increase of 15%.
list-length
    para-1: We followed 2 key lines of enquiry (KLOEs). The KLOEs were as follows:\n* care\n* health\n* school => We followed 3 key lines of enquiry (KLOEs). The KLOEs were as follows:\n* care\n* health\n* school
    para-1: There are three aims:\n* voice\n* plans\n* reviews\n* supervision => There are four aims:\n* voice\n* plans\n* reviews\n* supervision
stated-recommendations
    para-1: This report makes three recommendations.\n\n> Note it.\n\n> Note these. => This report makes two recommendations.\n\n> Note it.\n\n> Note these.
small-number
    para-1: Two people complained. => Two people had registered to speak.
    para-1: Two children moved to another county. => Eight children moved to another county.
percent-without-base
    para-1: Of late 97% of those who responded trust an adult. => Of late 97% of those who responded (38 of 39) trust an adult.
unlike-bases
    para-1: A survey says 74% (42) were happy. Of young people 75% (42) felt safe. => A survey says 74% (42 of 57) were happy. In it 75% (42 of 56) felt safe.
    para-1: Reliable: 74% (42) of young people. Happy: 75% (42) of young people. => Reliable: 74% (42) of young people. Happy: 77% (44) of young people.
bands-in-prose
    para-1: There are 27 aged 16 to 18 and 19 aged 14 to 15. We saw 46 aged 14 to 17. => There are 27 aged 16 to 18 and 19 aged 14 to 15. We saw 46 aged 14 to 18.
rank-over-part
    para-1: On 1 December 2015 we looked after 188 children. The largest group is 16-18 year olds with 27.\n\nNext come 14-15 with 19. => On 1 December 2015 we looked after 58 children. The largest group is 16-18 year olds with 27.\n\nNext come 14-15 with 19.
series-denied
    para-1: Use has grown steadily: 65% in 2015, 54% in 2017 and 75% in 2018. => Use has grown steadily: 54% in 2015, 65% in 2017 and 75% in 2018.
growth-without-numbers
    para-1: The survey shows continuous growing trust in the service. => The survey shows growing trust in the service.
rest-unnamed
    para-1: We looked at 351 checks. Of these:\n* 30 were late\n* 7 are due soon => We looked at 351 checks. Of these:\n* 30 were late\n* 7 are due soon\n* the rest were in date
    para-2: We looked at 351 checks.\n\nOf this cohort:\n* 30 were late\n* none had gone => We looked at 351 checks.\n\nOf this cohort:\n* 30 were late\n* 321 were not
share-left-out
    para-1-point-1: Of the 40 audits:\n* 2 were good\n* 12 (30%) were sound\n* 26 (65%) were not => Of the 40 audits:\n* 2 (5%) were good\n* 12 (30%) were sound\n* 26 (65%) were not
change-column
    table-1-r3-c4: Table: Children by kind of home\n| Home | 2014 | 2015 | Change |\n| Foster | 120 | 131 | +11 |\n| Kin | 30 | 26 | −4 |\n| Hostel | 40 | 52 | +10 | => Table: Children by kind of home\n| Home | 2014 | 2015 | Change |\n| Foster | 120 | 131 | +11 |\n| Kin | 30 | 26 | −4 |\n| Hostel | 40 | 52 | +12 |
"""
EXAMPLES = {
    "claim-without-record": (
        {
            "wrong": f"Managers did {findings.AUDITS} audits in full.",
            "right": f"Managers did {findings.AUDITS} audits.",
            "where": "para-1",
            "known": {"parts": lambda _entry, _state: ()},
        },
    ),
    "words-beyond-definition": (
        {
            "wrong": f"Managers did {findings.AUDITS} audits in the referral team.",
            "right": f"Managers did {findings.AUDITS} audits in the half-year.",
            "where": "para-1",
        },
    ),
    "since-other-report": (
        {
            "wrong": f"{findings.TWO_COUNTS}Since the last report the number grew by {findings.CHANGE}.",
            "right": f"{findings.TWO_COUNTS}Since June the number grew by {findings.CHANGE}.",
            "where": "para-2",
            "known": {"told": (findings.LOOKED_AFTER_IN_MARCH,)},
        },
    ),
    **findings.EXAMPLES,
    "too-many-numbers": (
        {
            "wrong": "Each of 15 visits found something. " * 101,
            "right": "Each of 15 visits found something. " * 100,
            "where": "para-1",
        },
    ),
    "percent-of-count": (
        {
            "wrong": "On 1 December 2015 we looked after 188 children. 8 children are placed for "
            "adoption.\n\nWe know of 27 who may leave. Many stay put.\n\nAnother 19 may follow. "
            "So they make up 25% of all looked after children.",
            "right": "On 1 December 2015 we looked after 188 children. 8 children are placed for "
            "adoption.\n\nWe know of 27 who may leave. Many stay put.\n\nAnother 19 may follow. "
            "So they make up 24% of all looked after children.",
            "where": "para-3",
        },
    ),
    "list-unlike-figure": tuple(
        {"wrong": f"{wrong}\n\n{_ACTIONS}", "right": f"{right}\n\n{_ACTIONS}", "where": "para-1"}
        for wrong, right in (
            (
                "We have {{17|actions.total|2015-12-01}} actions.",
                "We have {{2|actions.total|2015-12-01}} actions.",
            ),
            (
                "We had {{17|actions.total|2015-11-01}} actions.",
                "On 1 November 2015 we had {{17|actions.total|2015-11-01}} actions.",
            ),
        )
    ),
    "list-unlike-number": tuple(
        {
            "wrong": f"{words.format('three')}\n\n{_ACTIONS}",
            "right": f"{words.format('two')}\n\n{_ACTIONS}",
            "where": "para-1",
        }
        for words in ("The {} actions are listed below.", "There are {} new actions:")
    ),
    "list-unlike-text": tuple(
        {
            "wrong": f"{words.format('three')}\n\nStaff wrote them.\n\n{_ACTIONS}",
            "right": f"{words.format('two')}\n\nStaff wrote them.\n\n{_ACTIONS}",
            "where": "para-1",
        }
        for words in (
            "The plan holds {} actions, which Table 1 sets out.",
            "Families asked for {} actions. Their owners are named in Table 1.",
        )
    ),
    "table-total": (
        {"wrong": _GRADES.replace("| 40 |", "| 41 |"), "right": _GRADES, "where": "table-1-r4-c2"},
    ),
    "table-percent": (
        {"wrong": _GRADES.replace("35%", "34%"), "right": _GRADES, "where": "table-1-r2-c3"},
    ),
    "shares-over-whole": (
        {"wrong": _ANSWERS.replace("6%", "9%"), "right": _ANSWERS, "where": "table-1-r3-c2"},
    ),
    "small-number": (
        {
            "wrong": _AGES.replace("| 22 |", "| 2 |").replace("Referrals", "Children"),
            "right": _AGES.replace("Referrals", "Children"),
            "where": "table-1-r3-c2",
        },
    ),
    "bands-listed": (
        {"wrong": _AGES.replace("5 to 9", "4 to 9"), "right": _AGES, "where": "table-1-r2-c1"},
    ),
    "rank-denied": (
        {
            "wrong": f"{_THEMES}\n\nThe highest number was for voice.",
            "right": f"{_THEMES}\n\nThe highest number was for plans.",
            "where": "para-1",
        },
    ),
}
