"""What each kind of record prints as a sentence in a report of 2017."""

SENTENCES = {
    "review": (
        "Inspection of services, by The inspectorate, took place from 14 November 2016 to 8 "
        "December 2016."
    ),
    "finding": "“Plans lack dates.” (A foster carer, Inspection of services).",
    "theme": "Inspection of services: “Help” was judged Requires improvement.",
    "plan": "The council reports against its plan “The plan”.",
    "action": (
        "Head of Service leads on this action: “Give each plan its dates.” It is due by 31 "
        "December 2017. Progress: Done and checked."
    ),
    "met_group": "Inspection of services: Foster carers (12) were met on 15 November 2016.",
    "outcomes": "Judgements elsewhere on 30 April 2017 (source: Outcomes of the month).",
    "dbs_audit": "The DBS audit of 5 January 2016 gives the position on 15 January 2016.",
    "breach": (
        "A breach of the policy “A re-check in three years” was found in January 2015 and "
        "closed in May 2015."
    ),
    "case_audit": (
        "One case file was audited in March 2014 (Thematic deep dive): the audit was shared "
        "with the worker."
    ),
    "audit_round": (
        "Thematic deep dive: Neglect: the round from 1 January 2014 to 30 June 2014 was "
        "closed on 7 July 2014. Most plans have dates."
    ),
    "audit_allocation": (
        "From 1 January 2014 each Team manager audits two case files of their own team and three "
        "of another team, in every month."
    ),
    "audit_action": (
        "An action from an audit of March 2014, for the Head of Service, was done on 14 April 2014."
    ),
    "audit_sample": (
        "Dip sample of visits: 2 of 120 cases were drawn at random on 3 February 2014 (seed 5eed)."
    ),
    "audit_total": (
        "Round of April: 67 audits were done from 1 April 2013 to 30 April 2013 (source: The "
        "auditor’s letter)."
    ),
    "learning_meeting": "The Practice forum met on 7 September 2015 to learn from case audits.",
    "survey": "Those asked in the survey “U Matter”: Young people in care.",
    "wave": "The survey “U Matter” ran from 1 May 2017 to 31 May 2017 (2017).",
    "answer": (
        "To the question “My worker is someone I can rely on” the answer was 54%, base not known."
    ),
    "census": ("Looked-after children were counted on 1 December 2015 (source: Monthly report)."),
    "return": "The statutory return of the year to 31 March 2015 was imported on 1 June 2015.",
    "compared_area": (
        "In Holmeshire the published rate on 31 March 2014 was 52.5 per 10,000 children."
    ),
    "commitment": (
        "Commitment in the report of July 2015: Bring the result of the audit, by 31 March 2016. "
        "Kept. Forty plans were read."
    ),
    "outcome_set": (
        "Care leavers aged 19 to 21: their outcomes were recorded at 31 March 2015 (source: "
        "Leaving care service)."
    ),
    "development": "The state of New case system is “Done”, since 2 March 2016.",
    "milestone": "The milestone “First team uses it” was reached on 5 October 2015.",
    "document": "Vision is in force from 1 April 2015 to 31 March 2019.",
    "forum": "Parenting board last met on 8 December 2015.",
    "forum_meeting": "Parenting board met on 8 December 2015.",
    "decision_level": (
        "A child comes into care (Up to 28 days): the Director may decide, from 5 January 2015."
    ),
    "body_report": "Theatre’s report: Theatre committee considered it on 19 January 2016.",
    "plan_outcome": "Vision, number 1: Every child is safe.",
    "team_succession": "North team follows East team from 5 September 2016.",
    "event": "Carers’ evening took place on 8 December 2015.",
    "statement": "On 5 January 2015 the council stated: “Social workers know their children.”",
    "risk": "The risk “Too few staff” is rated 4 × 3 = 12 (likely, moderate).",
    "measure": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
    "measure_value": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
}
