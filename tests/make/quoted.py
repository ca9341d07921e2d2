"""One of each audit, breach, return, compared area and part of a review, every field that a report
may print of it filled, and what print has of each."""

from datetime import date

from assurance.audits.models.agreed_actions import AuditAction
from assurance.audits.models.allocations import AuditAllocation
from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.audits.models.rounds import AuditRound
from assurance.audits.models.samples import AuditSample
from assurance.audits.models.totals import AuditTotal
from assurance.dbs.models.breaches import Breach
from assurance.looked_after.models.comparisons import ComparedArea
from assurance.looked_after.models.returns import Return
from assurance.outcomes.models import OutcomeSet
from assurance.people.models.teams import TeamSuccession
from assurance.reviews.models.met_groups import MetGroup
from assurance.reviews.models.outcomes import OutcomeTable
from tests.make import audits, compared, dbs, findings, looked_after, people
from tests.make import outcomes as sets

# What has no name of its own is known by its number.
NUMBER = 7001
SLUGS = {
    **dict.fromkeys(
        (
            *("case_audit", "audit_round", "learning_meeting", "breach", "return"),
            *("compared_area", "outcomes", "audit_allocation", "audit_action", "audit_sample"),
            "met_group",
        ),
        str(NUMBER),
    ),
    "team_succession": str(NUMBER),
    "audit_total": "round-of-april",
    "outcome_set": "where-care-leavers-live-2015-03-31",
    "theme": "ofsted__help",
}
SAID = {
    ("case_audit", "month"): "March 2014",
    ("case_audit", "kind"): "Thematic deep dive",
    ("case_audit", "method"): "Desk audit",
    ("case_audit", "shared"): "shared",
    ("case_audit", "recorded"): "recorded",
    ("audit_round", "title"): "Thematic deep dive: Neglect",
    ("audit_round", "start"): "1 January 2014",
    ("audit_round", "end"): "30 June 2014",
    ("audit_round", "done"): "1",
    ("audit_round", "state"): "Done",
    ("audit_round", "planned"): "10",
    ("audit_round", "service"): "Safeguarding",
    ("audit_round", "lead_role"): "Head of Safeguarding",
    ("audit_round", "report_to"): "Improvement board",
    ("audit_round", "report_due_on"): "15 September 2014",
    ("audit_round", "begun_on"): "13 January 2014",
    ("audit_round", "closed_on"): "7 July 2014",
    ("audit_round", "result"): "Most plans have dates.",
    ("audit_round", "next_due_on"): "1 July 2014",
    ("audit_allocation", "round"): "Thematic deep dive: Neglect, January 2014",
    ("audit_allocation", "role"): "Team manager",
    ("audit_allocation", "own_team"): "2",
    ("audit_allocation", "other_team"): "3",
    ("audit_allocation", "how_often"): "in every month",
    ("audit_allocation", "rule"): "two case files of their own team and three of another team",
    ("audit_allocation", "starts_on"): "1 January 2014",
    ("audit_allocation", "posts"): "Team manager",
    ("audit_action", "month"): "March 2014",
    ("audit_action", "owner"): "Head of Service",
    ("audit_action", "due_on"): "30 April 2014",
    ("audit_action", "done_on"): "14 April 2014",
    ("audit_action", "state"): "Done",
    ("audit_sample", "title"): "Dip sample of visits",
    ("audit_sample", "drawn_on"): "3 February 2014",
    ("audit_sample", "drawn"): "2",
    ("audit_sample", "listed"): "120",
    ("audit_sample", "seed"): "5eed",
    ("audit_sample", "round"): "Thematic deep dive: Neglect, January 2014",
    ("team_succession", "team"): "North team",
    ("team_succession", "service"): "Child in Need",
    ("team_succession", "before"): "East team",
    ("team_succession", "service_before"): "Child in Need",
    ("team_succession", "from_date"): "5 September 2016",
    ("audit_total", "title"): "Round of April",
    ("audit_total", "start"): "1 April 2013",
    ("audit_total", "end"): "30 April 2013",
    ("audit_total", "done"): "67",
    ("audit_total", "shared"): "60",
    ("audit_total", "recorded"): "50",
    ("audit_total", "source"): "The auditor's letter",
    ("learning_meeting", "forum"): "Practice forum",
    ("learning_meeting", "held_on"): "7 September 2015",
    ("learning_meeting", "period"): "1 July 2015 to 31 August 2015",
    ("learning_meeting", "strengths"): "Children are seen alone.",
    ("learning_meeting", "areas_for_development"): "Chronologies are short.",
    ("learning_meeting", "circulated_to"): "Team managers",
    ("learning_meeting", "circulated_on"): "21 September 2015",
    ("learning_meeting", "next_on"): "7 December 2015",
    ("breach", "policy"): "A re-check in three years",
    ("breach", "state"): "Closed",
    ("breach", "told_meeting"): "Safeguarding board",
    ("breach", "closed_by_role"): "DBS lead",
    ("breach", "month"): "January 2015",
    ("breach", "told_in"): "February 2015",
    ("breach", "due_in"): "March 2015",
    ("breach", "remedied_in"): "April 2015",
    ("breach", "closed_in"): "May 2015",
    ("return", "year_end"): "31 March 2015",
    ("return", "covers_from"): "31 March 2014",
    ("return", "covers_to"): "30 March 2015",
    ("return", "imported_on"): "1 June 2015",
    ("compared_area", "area_name"): "Holmeshire",
    ("compared_area", "role"): "Statistical neighbour",
    ("compared_area", "rate"): "52.5 per 10,000 children",
    ("compared_area", "rate_on"): "31 March 2014",
    ("compared_area", "population"): "11,590,000 children",
    ("compared_area", "population_year"): "2014",
    ("compared_area", "england_rate_on"): "31 March 2013",
    ("compared_area", "from_date"): "1 April 2015",
    ("compared_area", "to_date"): "31 March 2031",
    ("compared_area", "source"): "The neighbours' model",
    ("theme", "title"): "Help",
    ("theme", "grade"): "Requires improvement",
    ("theme", "review"): "Inspection of services",
    ("outcome_set", "title"): "Where care leavers live",
    ("outcome_set", "population"): "Care leavers aged 19 to 21",
    ("outcome_set", "source"): "Leaving care service",
    ("outcome_set", "to_date"): "31 March 2015",
    ("outcome_set", "at"): "31 March 2015",
    ("outcome_set", "targets"): "With a former carer: 30% ± 5 points",
    ("met_group", "group"): "Foster carers",
    ("met_group", "number"): "12",
    ("met_group", "met_on"): "15 November 2016",
    ("met_group", "review"): "Inspection of services",
    ("outcomes", "title"): "Judgements elsewhere",
    ("outcomes", "as_at"): "30 April 2017",
    ("outcomes", "source"): "Outcomes of the month",
    ("outcomes", "review"): "Inspection of services",
}
WITHDRAWABLE = {
    "case_audit": CaseAudit,
    "audit_round": AuditRound,
    "audit_allocation": AuditAllocation,
    "audit_action": AuditAction,
    "audit_sample": AuditSample,
    "team_succession": TeamSuccession,
    "audit_total": AuditTotal,
    "learning_meeting": LearningMeeting,
    "breach": Breach,
    "return": Return,
    "compared_area": ComparedArea,
    "outcome_set": OutcomeSet,
    "outcomes": OutcomeTable,
    "met_group": MetGroup,
}
# The first day on which a report may print something of each.
BEGINS = {
    ("case_audit", "month"): date(2014, 3, 3),
    ("audit_round", "title"): date(2014, 1, 1),
    ("audit_round", "begun_on"): date(2014, 1, 13),
    ("audit_round", "result"): date(2014, 7, 7),
    ("audit_allocation", "role"): date(2014, 1, 1),
    ("audit_action", "month"): date(2014, 3, 3),
    ("audit_action", "done_on"): date(2014, 4, 14),
    ("audit_sample", "drawn"): date(2014, 2, 3),
    ("team_succession", "team"): date(2016, 9, 5),
    ("audit_total", "title"): date(2013, 4, 30),
    ("learning_meeting", "forum"): date(2015, 9, 7),
    ("learning_meeting", "circulated_on"): date(2015, 9, 21),
    ("breach", "month"): date(2015, 1, 6),
    ("breach", "told_meeting"): date(2015, 2, 3),
    ("breach", "remedied_in"): date(2015, 4, 1),
    ("breach", "closed_by_role"): date(2015, 5, 5),
    ("return", "year_end"): date(2015, 6, 1),
    ("compared_area", "area_name"): date(2015, 4, 1),
    ("theme", "grade"): date(2017, 2, 7),
    ("outcome_set", "title"): date(2015, 3, 31),
    ("outcomes", "title"): date(2017, 4, 30),
    ("met_group", "number"): date(2016, 11, 15),
}


def with_audits(council):
    """One of everything that reports quote of audits, in `council`."""
    own = {"council": council}
    round_ = audits.audit_round(
        **{**own, "pk": NUMBER, "kind": audits.audit_kind("Thematic deep dive", **own)},
        **{"start": date(2014, 1, 1), "end": date(2014, 6, 30), "theme": "Neglect"},
        **{"service": "Safeguarding", "lead": "Head of Safeguarding"},
        **{"report_to": "Improvement board", "report_due_on": date(2014, 9, 15)},
        **{"begun_on": date(2014, 1, 13), "closed_on": date(2014, 7, 7)},
        result="Most plans have dates.",
    )
    audits.allocation(
        **{**own, "pk": NUMBER, "audit_round": round_},
        **{"own_team": 2, "other_team": 3, "every_months": 1, "posts": ["Team manager"]},
    )
    audits.audit_sample(
        **{**own, "pk": NUMBER, "audit_round": round_, "title": "Dip sample of visits"},
        **{"drawn_on": date(2014, 2, 3), "listed": 120, "seed": "5eed"},
    )
    audit = audits.case_audit(
        **{**own, "pk": NUMBER, "round": round_, "audited_on": date(2014, 3, 3)},
        **{"shared_on": date(2014, 3, 10), "recorded_on": date(2014, 3, 17)},
    )
    audits.audit_action(
        **{**own, "pk": NUMBER, "audit": audit},
        **{"due_on": date(2014, 4, 30), "done_on": date(2014, 4, 14)},
    )
    people.succession(**own, pk=NUMBER)
    audits.audit_total(
        **{**own, "slug": "round-of-april", "title": "Round of April"},
        **{"start": date(2013, 4, 1), "end": date(2013, 4, 30), "shared": 60, "recorded": 50},
        source="The auditor's letter",
    )
    audits.learning_meeting(
        **{**own, "key": NUMBER, "forum": "Practice forum"},
        **{"strengths": "Children are seen alone.", "circulated_to": "Team managers"},
        **{"areas_for_development": "Chronologies are short.", "next_on": date(2015, 12, 7)},
        circulated_on=date(2015, 9, 21),
    )


def with_others(council, review):
    """A breach, a return, a compared area and the outcomes beside `review`, in `council`."""
    own = {"council": council, "pk": NUMBER}
    dbs.breach(
        **{**own, "policy": "A re-check in three years", "found_on": date(2015, 1, 6)},
        **{"told_meeting": "Safeguarding board", "told_on": date(2015, 2, 3)},
        **{"remedy": "Checked", "remedied_on": date(2015, 4, 1)},
        remedy_due_on=date(2015, 3, 31),
        **{"closed_on": date(2015, 5, 5), "closer": "DBS lead"},
    )
    looked_after.held_return(
        **{**own, "year_end": date(2015, 3, 31), "created_on": date(2015, 6, 1)},
        **{"covers_from": date(2014, 3, 31), "covers_to": date(2015, 3, 30)},
    )
    compared.compared_area(
        **{**own, "area_name": "Holmeshire", "area_code": "E06000999"},
        **{"from_date": date(2015, 4, 1), "to_date": date(2031, 3, 31)},
        source="The neighbours' model",
    )
    compared.published(date=date(2013, 3, 31), council=council)
    compared.published(
        **{"code": "E06000999", "name": "Holmeshire", "rate": "52.5", "council": council},
        date=date(2014, 3, 31),
    )
    sets.outcome_set([(*sets.CARE_LEAVERS[0], "30", "5"), *sets.CARE_LEAVERS[1:]], council=council)
    findings.met_group(review, pk=NUMBER)
    findings.outcomes(
        review,
        **{"pk": NUMBER, "title": "Judgements elsewhere", "source": "Outcomes of the month"},
    )
