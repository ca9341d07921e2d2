"""The headings of each kind of file in other words than ours: which column each one holds, and
which kind a table of such headings is."""

import pytest

from assurance.imports.declaration import Sheet
from assurance.imports.kinds import KINDS
from assurance.imports.plan.headings import lacking, mapped, plain, recognised, unread
from tests.make.imports import table

SHEETS = [kind for kind in KINDS if isinstance(kind, Sheet)]
BY_KEY = {sheet.key: sheet for sheet in SHEETS}
# Kind → headings as another system writes them → the column that each holds.
_ELSEWHERE = """
workforce
    Payroll No. = reference; FULL NAME = name; E-mail address = work_email; Employee type = group;
    Directorate = service; Job Title = role; Start-date = starts_on; Leaving date = ends_on;
    DBS required? = needs_check; Reason not eligible = not_eligible_because; DBS level = level;
    DBS workforce = workforce
dbs-register
    Staff_ID = reference; Employee name = name; Work e-mail = work_email; Category = group;
    Department = service; Post title = role; In post from = starts_on; Last day = ends_on;
    Needs DBS = needs_check; DBS Certificate Number = certificate_number;
    Date of issue = issued_on; Disclosure level = certificate_level;
    Certificate workforce = certificate_workforce; Date seen = seen_on
dbs-rechecks
    Employee number = reference; Application date = submitted_on; Date closed = closed_on;
    Application status = outcome; Disclosure no = certificate_number; DBS issue date = issued_on;
    Level of check = certificate_level; Certificate seen = seen_on
update-service
    Person reference = reference; Certificate no. = certificate_number;
    Date of look-up = looked_on; Status check result = answer; Role of checker = post;
    Permission given = consent_held
case-audits
    Audit ID = reference; Date audited = audited_on; Team name = team; Department = service;
    Audit type = method; Audited by (role) = auditor; Own team = own_team;
    Auditing team = auditor_team; Programme round = round; Recurring themes = themes;
    Initial grade = first_grade; Final grade = moderated_grade; Date shared = shared_on;
    Date recorded = recorded_on; What went well = strengths;
    What could be better = areas_for_development; Actions = actions; Type of audit = kind;
    Re-audit of = earlier_audit; Child's view = child_view; Family's view = family_view;
    Worker's view = worker_view
audit-actions
    Audit ID = reference; What is to be done = text; Lead = owner; Deadline = due_on;
    Completed on = done_on
placement-costs
    Census day = day; Placement type = group; Average annual cost = pounds;
    Source of the cost = source
findings
    Inspection = review; Type = kind; No. = number; Finding = text; Judgement area = theme;
    Paragraph = place; Manner = manner; Said by post = speaker; Said by = said_by_role;
    No action = no_action_because; Decided by = decider
actions
    Action ref = reference; Plan title = plan; Priority number = priority;
    What is to be done = text; Lead = owner; Support = supporters;
    Measure of success = measure; Start date = starts_on; Deadline = due_on;
    Reason = moved_because; Next report on = next_report_on; BRAG = status;
    Difference made = impact; Completed on = done_on; Checked by = checker;
    What shows it = evidence; Answers = findings
survey-results
    Survey title = survey; Audience = audience; Year = wave; Fieldwork from = started_on;
    Fieldwork to = ended_on; QUESTION = question; No. = order; Wording = wording; Yes = n_yes;
    Base = n_answered; Asked = n_asked; % = per_cent; Source = source
national-comparison
    Reporting year = year; Level = level; Country code = country_code; Country name = country_name;
    Region code = region_code; Region name = region_name; Local authority = la_name;
    LA code = la_code; Measure = measure; Population aged 0 to 17 = population; Number = children;
    Rate per 10,000 = rate
measures
    Indicator = title; Units = unit; Definition = definition; Data source = source;
    Polarity = better; Ward = area; Measure owner = owner; Period end = to_date;
    Period start = from_date; Actual = value; Numerator = count; Denominator = out_of;
    Source of the value = value_source; Target value = target; Give or take = tolerance;
    Target holds from = target_from; Target holds to = target_to; Commentary month = month;
    Owner's sentence = sentence
risks
    Risk title = title; Causes = cause; Mitigation = control; Risk owner = owner;
    Raised on = opened_on; Date reviewed = reviewed_on; Date closed = closed_on;
    Rating date = rated_on; Probability = likelihood; Severity = impact
documents
    Strategy = title; Document type = kind; Edition = edition; Owner = owner;
    Valid from = from_date; Valid to = to_date; Link = address;
    Date last checked = last_checked_on; Approved by = approved_body; Date approved = approved_on;
    Partners = partners; Consulted = consulted
outcome-sets
    Outcomes of = title; As at = to_date; Period from = from_date; Cohort = population;
    Cohort size = base; Result = outcome; Number of people = count
events
    Activity = title; Date of the event = held_on; Attended by = audience; Topic = subject;
    Attended = number; Frequency = frequency
"""


def _elsewhere():
    for line in _ELSEWHERE.strip().replace("\n    ", "\t").splitlines():
        key, *pairs = line.replace("\t", "; ").split("; ")
        yield key, dict(one.rstrip(";").split(" = ") for one in pairs)


ELSEWHERE = dict(_elsewhere())
NOT_OURS = ("Notes", "Cost centre", "£", "—", "#", "Last saved by")


def names_of(sheet):
    """Every name that a column of `sheet` is known by → the columns that have it."""
    known = {}
    for column in sheet.columns:
        for one in (column.name, column.label, *column.also):
            known.setdefault(plain(one), set()).add(column.name)
    return known


def test_every_kind_of_table_is_tried_here():
    assert set(ELSEWHERE) == {sheet.key for sheet in SHEETS}


@pytest.mark.parametrize("key", ELSEWHERE)
@pytest.mark.parametrize("turned", [False, True])
def test_the_headings_of_another_system_hold_our_columns_in_any_order(key, turned):
    told = list(ELSEWHERE[key])[:: -1 if turned else 1]
    given = table(headings=(*NOT_OURS[:3], *told, *NOT_OURS[3:]))
    found = mapped(BY_KEY[key], given)
    held = {given.headings[place]: name for name, place in found.items()}
    assert held == ELSEWHERE[key]
    assert lacking(BY_KEY[key], found) == []
    assert unread(given, found) == list(NOT_OURS)


@pytest.mark.parametrize("key", ELSEWHERE)
def test_such_a_table_is_known_for_what_it_is_among_all_kinds(key):
    found = recognised(table(headings=tuple(ELSEWHERE[key])), KINDS)
    assert [kind.key for kind in found] == [key]


def test_the_templates_headings_alone_say_of_which_kind_a_file_is():
    for sheet in SHEETS:
        given = table(headings=tuple(column.label for column in sheet.columns))
        assert [kind.key for kind in recognised(given, KINDS)] == [sheet.key]
        told = {name: place for place, name in enumerate(column.name for column in sheet.columns)}
        assert mapped(sheet, given) == told


def test_no_heading_of_a_kind_means_two_of_its_columns():
    shared = {
        (sheet.key, heading): sorted(columns)
        for sheet in SHEETS
        for heading, columns in names_of(sheet).items()
        if len(columns) > 1
    }
    assert shared == {}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_without_any_one_column_that_it_needs_a_table_is_not_of_its_kind(sheet):
    needed = [column for column in sheet.columns if column.required]
    assert needed
    for left_out in needed:
        given = table(headings=tuple(one.label for one in sheet.columns if one is not left_out))
        assert lacking(sheet, mapped(sheet, given)) == [left_out.label]
        assert sheet not in recognised(given, KINDS)


@pytest.mark.parametrize("heading", ["£", "—", "#", "…", "()", "", " "])
def test_a_heading_of_signs_is_no_column_but_the_one_of_those_signs(heading):
    for sheet in SHEETS:
        assert mapped(sheet, table(headings=(heading,))) == {}
    survey = BY_KEY["survey-results"]
    given = table(headings=("Survey", heading, "Wave", " %", "Question"))
    assert mapped(survey, given) == {"survey": 0, "wave": 2, "per_cent": 3, "question": 4}
