"""What each kind prints: its sentence, and the first row of its list under the headings of the
columns that a list begins with."""

import pytest
from django.urls import reverse

from assurance.figures.labels import RECORD_NAMES, name_of
from assurance.figures.quotable import LISTS, RECORDS
from reports.editor.quotable.quotations import of_record
from reports.papers.assembly import records
from reports.papers.manuscript import read
from tests.papers.assembly.test_every_record_quoted import SLUGS

pytestmark = pytest.mark.django_db
SENTENCES = {
    "review": (
        "Inspection of services, by The inspectorate, took place from 14 November 2016 to 8 "
        "December 2016."
    ),
    "finding": "It was found: “Plans lack dates.”",
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
    "development": "The state of New case system is “Done”, since 2 March 2016.",
    "milestone": "The milestone “First team uses it” was reached on 5 October 2015.",
    "document": "Vision is in force from 1 April 2015 to 31 March 2019.",
    "forum": "Parenting board last met on 8 December 2015.",
    "forum_meeting": "Parenting board met on 8 December 2015.",
    "event": "Carers' evening was held on 8 December 2015.",
    "statement": "On 5 January 2015 the council stated: “Social workers know their children.”",
    "risk": "The risk “Too few staff” is rated 4 × 3 = 12 (likely, moderate).",
    "measure": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
    "measure_value": "Agency staff: 12.5% (10 of 80) (1 October 2015 to 8 December 2015).",
}
# Kind of list → heading → cell of its first row; none is due in the report of 2017.
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
        "Kind": "Board",
        "Chair": "Lead member",
        "How often it meets": "Every three months",
        "When it last met": "8 December 2015",
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
        "Validated body": "Improvement board",
        "Validated": "8 December 2015",
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


def key_of(council, kind):
    """The key of the record of a kind that the draft's council has."""
    keys = RECORD_NAMES[kind].source.rows(council).values_list("pk", flat=True)
    return next(key for key in keys if name_of(kind, council, key).slug == SLUGS[kind])


def test_every_kind_has_its_sentence_and_every_list_its_row_here():
    assert set(SENTENCES) == set(RECORDS)
    assert set(FIRST_ROWS) | {"commitments_due", "commitments_made"} == set(LISTS)


@pytest.mark.parametrize("kind", SENTENCES)
def test_the_sentence_of_each_kind_reads_as_english(paper, kind):
    name = name_of(kind, paper.council, key_of(paper.council, kind))
    first = of_record(read(paper), kind, name)[0]
    assert (first.key, first.label) == ("sentence", SENTENCES[kind])
    assert first.text.endswith((".", "”")) or SENTENCES[kind].endswith((".", "”"))


@pytest.mark.parametrize("what", FIRST_ROWS)
def test_each_list_prints_its_first_row(paper, what):
    wanted = {"what": what, "columns": LISTS[what].first_columns}
    day = read(paper).report_date
    made = records.listed(paper.council, wanted, day, paper)
    assert dict(zip(made.headings, made.rows[0], strict=True)) == FIRST_ROWS[what]
    assert made.title == LISTS[what].title


@pytest.mark.parametrize("kind", SENTENCES)
def test_each_field_is_offered_by_its_label_with_its_value(browser, paper, kind):
    council = paper.council
    path = reverse("editor:quote-record", args=(kind, key_of(council, kind)))
    form = browser.get(f"{path}?report={paper.pk}&section=work").context["form"]
    names, day = RECORD_NAMES[kind], read(paper).report_date
    for name in RECORDS[kind].fields:
        value = records.field_text(council, kind, SLUGS[kind], name, day, paper)
        label = names.label_of(name)
        shown = form.quotations[name].label if name in form.quotations else None
        assert shown == (value and f"{label[:1].upper()}{label[1:]}: {value}"), name
