"""What each kind of record prints as a sentence, and each list as its first row, in a report of
2017."""

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
        "auditor's letter)."
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
        "Promised in the paper of July 2015: Bring the result of the audit, by 31 March 2016. "
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
    "body_report": "Theatre's report: Theatre committee considered it on 19 January 2016.",
    "plan_outcome": "Vision, number 1: Every child is safe.",
    "team_succession": "North team follows East team from 5 September 2016.",
    "event": "Carers' evening was held on 8 December 2015.",
    "statement": "On 5 January 2015 the council stated: “Social workers know their children.”",
    "risk": "The risk “Too few staff” is rated 4 × 3 = 12 (likely, moderate).",
    "measure": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
    "measure_value": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
}
# What nobody is late with, owes or was quoted in at the end of 2017 has no row.
WITHOUT_ROWS = (
    *("audit_rounds_late", "reviews_owed", "quotations"),
    *("commitments_due", "commitments_made"),
)
# Kind of list → heading → cell of its first row.
FIRST_ROWS = {
    "actions": {
        "Action": "A1",
        "Priority": "Priority 1",
        "What we will do": "Give each plan its dates.",
        "Who leads": "Head of Service",
        "Due": "31 December 2017",
    },
    "findings": {
        "Number": "1",
        "Theme": "Help",
        "Kind": "Area for development",
        "Finding": "Plans lack dates.",
        "Where in the report": "Paragraph 5",
    },
    "plans": {"Title": "The plan"},
    "reviews": {
        "Review": "Inspection of services",
        "By": "The inspectorate",
        "From": "14 November 2016",
        "To": "8 December 2016",
        "Judgement": "Good",
    },
    "themes": {
        "Review": "Inspection of services",
        "What was judged": "Help",
        "Judgement": "Requires improvement",
    },
    "outcomes": {
        "Title": "Judgements elsewhere",
        "Review": "Inspection of services",
        "As at": "30 April 2017",
        "Source": "Outcomes of the month",
    },
    "dbs_audits": {
        "Date of the audit": "5 January 2016",
        "Date of the DBS position": "15 January 2016",
        "Who is counted": "Everybody in post in children's social care.",
        "Policy": "every 36 months",
        "Source": "DBS audit",
    },
    "breaches": {
        "Month in which it was found": "January 2015",
        "Policy broken": "A re-check in three years",
        "State": "Closed",
        "Meeting that it was reported to": "Safeguarding board",
        "Month in which it was closed": "May 2015",
    },
    "case_audits": {
        "Month": "December 2015",
        "Kind of audit": "Case-file audit",
        "How it was made": "Desk audit",
        "Whether it was shared with the worker": "not yet shared",
        "Whether the discussion was recorded": "not yet recorded",
    },
    "audit_rounds": {
        "What is audited": "Thematic deep dive: Neglect",
        "From": "1 January 2014",
        "To": "30 June 2014",
        "Audits done": "1",
        "State": "Done",
    },
    "audit_allocations": {
        "Round": "Thematic deep dive: Neglect, January 2014",
        "Who audits": "Team manager",
        "Cases of their own team": "2",
        "Cases of another team": "3",
        "How often": "in every month",
    },
    "audit_actions": {
        "Month of the audit": "March 2014",
        "Post that owns it": "Head of Service",
        "When it is due": "30 April 2014",
        "When it was done": "14 April 2014",
        "State": "Done",
    },
    "audit_samples": {
        "Title": "Dip sample of visits",
        "When it was drawn": "3 February 2014",
        "Cases drawn": "2",
        "Cases on the list": "120",
        "Round": "Thematic deep dive: Neglect, January 2014",
    },
    "outcome_sets": {
        "Title": "Where care leavers live",
        "Who is counted": "Care leavers aged 19 to 21",
        "Its date or period": "31 March 2015",
        "Source": "Leaving care service",
    },
    "audit_totals": {
        "Title": "Round of April",
        "From": "1 April 2013",
        "To": "30 April 2013",
        "Audits done": "67",
        "Source": "The auditor's letter",
    },
    "learning_meetings": {
        "Forum": "Practice forum",
        "Date of the meeting": "7 September 2015",
        "Days of the audits that it reviewed": "1 July 2015 to 31 August 2015",
        "Who was sent what it learnt": "Team managers",
        "When it meets next": "7 December 2015",
    },
    "surveys": {"Title": "U Matter", "Who is asked": "Young people in care"},
    "waves": {
        "Survey": "U Matter",
        "Wave": "2015",
        "From": "1 May 2015",
        "To": "31 May 2015",
        "Source": "",
    },
    "answers": {
        "The question": "My worker is someone I can rely on",
        "Wave": "2015",
        "What was answered": "65%, base not known",
        "Where it is printed": "The printed report",
    },
    "censuses": {
        "Date": "1 December 2015",
        "Who is counted": "Every child looked after under section 22.",
        "Source": "Monthly report",
    },
    "returns": {
        "Last day of its year": "31 March 2015",
        "Covers from": "31 March 2014",
        "Covers to": "30 March 2015",
        "When it was imported": "1 June 2015",
    },
    "compared_areas": {
        "Area": "Holmeshire",
        "What it is": "Statistical neighbour",
        "Published rate of looked-after children": "52.5 per 10,000 children",
        "Date of that rate": "31 March 2014",
        "Source": "The neighbours' model",
    },
    "developments": {
        "Development": "New case system",
        "Kind": "Case-system replacement",
        "State": "Done",
        "Since": "2 March 2016",
        "Started": "5 January 2015",
    },
    "milestones": {
        "Milestone": "First team uses it",
        "Development": "New case system",
        "Due": "1 September 2015",
        "Reached on": "5 October 2015",
        "State": "Reached",
    },
    "documents": {
        "Document": "Vision",
        "Kind": "Vision",
        "Version": "2",
        "Owner": "Director",
        "Holds from": "1 April 2015",
    },
    "events": {
        "Date": "8 December 2015",
        "Event": "Carers' evening",
        "Audience": "Foster carers",
        "Number reached": "over 400",
        "Subject": "The strategy",
    },
    "risks": {
        "Risk": "Too few staff",
        "Cause": "Posts are hard to fill.",
        "Control": "A recruitment scheme.",
        "Owner": "Head of Service",
        "Likelihood × impact": "4 × 3 = 12 (likely, moderate)",
    },
    "forums": {
        "Title": "Parenting board",
        "Kind": "Task group",
        "Chair": "Lead member",
        "How often it meets": "Every three months",
        "When it last met": "8 December 2015",
    },
    "task_groups": {
        "Title": "Parenting board",
        "Remit": "Look at wellbeing.",
        "Posts of its members": "Director",
        "Meetings held": "1",
        "State of its final report": "Made on 8 December 2015",
    },
    "decision_levels": {
        "Decision": "A child comes into care",
        "Level or limit": "Up to 28 days",
        "Post that may take it": "Director",
        "What must be on file first": "A plan",
        "In force from": "5 January 2015",
    },
    "body_reports": {
        "Body that reports": "The theatre",
        "Title": "Theatre's report",
        "Main numbers": "Agency staff: 12.5% (10 of 80)",
        "When it was received": "4 January 2016",
        "When it was considered": "19 January 2016",
    },
    "plan_outcomes": {
        "Number": "1",
        "Text": "Every child is safe",
        "Kind": "Outcome",
        "Plan": "Vision",
    },
    "team_successions": {
        "Team before": "East team",
        "Team": "North team",
        "From which day": "5 September 2016",
        "Service": "Child in Need",
        "Service before": "Child in Need",
    },
    "forum_meetings": {
        "Board or forum": "Parenting board",
        "Date of the meeting": "8 December 2015",
        "Reviewed": "The annual report",
        "Resolutions": "Write to the trust.",
        "Circulated to": "Every team",
    },
    "statements": {
        "Title": "We know our children",
        "When it was stated": "5 January 2015",
        "Statement": "Social workers know their children.",
        "Evidence": "1 figure",
        "What became of it": "To be developed by Inspection of services",
    },
    "measures": {
        "Measure": "Agency staff",
        "Latest value": "12.5% (10 of 80)",
        "Its date": "1 October 2015 to 8 December 2015",
        "Area": "Holme ward",
        "Source": "Workforce return",
    },
    "measure_values": {
        "Measure": "Agency staff",
        "Value": "12.5% (10 of 80)",
        "Its date": "1 October 2015 to 8 December 2015",
        "Source": "Payroll",
    },
}
