"""What the report of July 2016 says beside its figures, each proved from rows: its own dates, what
one number says of another, the list of actions, and who approved it when."""

import re
from datetime import date
from decimal import Decimal

from reports.documents.document import Table, text_of
from tests.reckoning.issued import DATED, MONTHS, NUMBERED, days_text, each
from tests.reckoning.months import add_months, month_end

BEFORE, TODAY = date(2016, 1, 18), date(2016, 7, 11)
STAFF, CHILDREN = "children-and-learning-staff", "children-looked-after"
ACTIONS = "Actions to improve supervision"
OWED = ("Audit rounds past their reporting day", "Replies and follow-ups due")
AUDIT, POSITION, JUNE = date(2016, 7, 5), date(2016, 7, 8), date(2016, 6, 1)


def row(raw, model, **fields):
    """The one row of a model that has these fields."""
    rows = [item for item in raw[model] if fields.items() <= vars(item).items()]
    (result,) = rows
    return result


# A sentence that January did not print → whether the rows say so.
PROOFS = {
    "This paper covers · and follows the paper of January 2016.": lambda raw: (
        f"{row(raw, 'Paper', slug='january-2016').paper_date:%B %Y}" == "January 2016"
        and row(raw, "Paper", slug="july-2016").carried_from == "january-2016"
    ),
    "The Local Safeguarding Children Board (LSCB) will have it in September 2016.": lambda raw: (
        row(raw, "Commitment", state="open", due_on=date(2016, 9, 30)).follows_id
        == row(raw, "Commitment", block="supervision-audit").id
        and row(raw, "AuditRound", start=date(2015, 11, 2)).closed_on is None
    ),
    "The move of CSC to a new case system, Wayfinder, was due by 31 March 2016.": lambda raw: (
        row(raw, "Development", successor="Wayfinder").due_on == date(2016, 3, 31)
    ),
    "On 30 October 2015, · local authorities across the country used it.": lambda raw: (
        row(raw, "MeasureValue", value=Decimal(44)).to_date == date(2015, 10, 30)
    ),
    "The next DBS audit is planned for January 2017.": lambda raw: (
        f"{add_months(AUDIT, raw['RecheckPolicy'][0].audit_months):%B %Y}" == "January 2017"
    ),
    "A new strategy for looked-after children was prepared in the autumn of 2015.": lambda raw: (
        row(raw, "Document", kind="strategy").from_date == date(2016, 1, 1)
    ),
    "In November 2015 a senior manager in CSC led a workshop for · councillors, among them the "
    "Leader and the Executive, on how the city responds to CSE.": lambda raw: (
        f"{row(raw, 'EngagementEvent', audience='Councillors').held_on:%B %Y}" == "November 2015"
    ),
    **{
        f"{caption}, at 11 July 2016": lambda raw: (
            row(raw, "Paper", slug="july-2016").paper_date == TODAY
        )
        for caption in (
            ACTIONS,
            "Audit rounds past their reporting day",
            "Replies and follow-ups due",
        )
    },
}


def statements(issued):
    """A sentence that says one number of another → whether the rows say so."""
    return {**_of_staff(issued), **_of_children(issued)}


def _of_staff(issued):
    def count(key, start, end, member=""):
        return issued.part(f"dbs.{key}", member, start, end, STAFF).count

    def overdue(member):
        return count("overdue_followup", POSITION, POSITION, member)

    found = audit(issued.raw)
    late = count("overdue", AUDIT, AUDIT)
    due = count("due_in_month", date(2016, 7, 1), date(2016, 7, 31))
    others = count("needing_check", POSITION, POSITION) - late - due
    fields = {"audit_id": found.id, "moment": "audit", "part": "IN_DATE", "group": ""}
    return {
        "The latest audit was held on ·, and the figures here give the position on ·.": (
            (found.audit_date, found.position_date) == (AUDIT, POSITION)
        ),
        "By ·, · of them had been re-checked and applications for · were in progress.": (
            overdue("rechecked") + overdue("in_progress") <= late
        ),
        "None was made for the other ·.": (
            overdue("not_started") == late - overdue("rechecked") - overdue("in_progress") > 0
        ),
        "A further · were due for a re-check in ·.": due > 0,
        "Everyone else held a check that was in date.": (
            row(issued.raw, "DbsAuditCount", **fields).people == others
        ),
    }


def _of_children(issued):
    def aged(band):
        return issued.part("looked_after.local_age_band", band, JUNE, JUNE, CHILDREN).count

    children = issued.part("looked_after.children", "", JUNE, JUNE, CHILDREN).count
    start = date(2015, 1, 31)
    localities = issued.part("audits.teams_by_service", "child-in-need-service", start, start).count
    young, old = aged("14_to_15"), aged("16_to_18")
    return {
        "Early in 2015 the service set out to spread what audits teach across its · locality "
        "teams.": localities == 3,
        "The remaining · were under 14.": aged("under_14") == children - young - old,
        "Among the young people aged 14 and over whom we looked after on ·, the larger group were "
        "the · aged 16 to 18.": old > young,
        "Taken together, the · young people aged 14 to 18 were · of all looked-after children.": (
            str(young + old) in {entry.text for entry in issued.document.counted}
        ),
    }


def audit(raw):
    """The last DBS audit that had been held by the report's day."""
    rows = [one for one in raw["DbsAudit"] if one.audit_date <= TODAY and not one.withdrawn_on]
    return max(rows, key=lambda one: one.audit_date)


def left_over(issued, january):
    """The sentences with a number or a date that neither follow from rows nor were history when
    January printed them."""
    known = set(january.sentences())
    for sentence in issued.sentences():
        if NUMBERED.search(sentence) and not _of_facts(issued, sentence):
            proof = PROOFS.get(sentence)
            if not (proof(issued.raw) if proof else sentence in known and _stays_true(sentence)):
                yield sentence


def _stays_true(sentence):
    """Whether every date in it began before January's report or is not over."""
    for day, month, year in DATED.findall(sentence):
        number = MONTHS.split().index(month) + 1 if month else 1
        start = date(int(year), number, int(day or 1))
        end = start if day else month_end(start) if month else date(int(year), 12, 31)
        if start > BEFORE and end < TODAY:
            return False
    return not re.search(r"\b(?:latest|half-year|at present|this year)\b", sentence)


def _of_facts(issued, sentence):
    """Whether it is a line of facts: a telephone of the directory, an approval, a copied title."""
    raw = issued.raw
    approvals = [one for one in raw["Approval"] if one.paper_id == _paper(raw).id]
    titles = {post.id: post.title for post in raw["Post"]}
    names = {one.account_id: titles[one.post_id] for one in raw["PostHolder"]}
    approved = {
        f"{names[one.approver_id]}, {days_text(*[one.approved_on] * 2)}" for one in approvals
    }
    telephones = {f"Telephone {one.telephone}" for one in raw["Post"]}
    return sentence in telephones or sentence.partition(" (")[0] in approved


def _paper(raw):
    return row(raw, "Paper", slug="july-2016")


def head(issued):
    """(what the head says of days, what the rows say)."""
    printed = {fact.name: text_of(fact.lines) for fact in issued.document.head.rows}
    paper = _paper(issued.raw)
    meeting = row(issued.raw, "Meeting", id=paper.meeting_id).date
    days = {"Date of meeting": meeting, "Date of report": paper.paper_date}
    return printed, {name: days_text(day, day) for name, day in days.items()}


def actions(issued):
    """(the list of actions as printed, as the records have it on the report's day)."""
    tables = each(issued.document.sections, Table)
    [printed] = [table for table in tables if table.caption.startswith(ACTIONS)]
    raw = issued.raw
    plan = row(raw, "Plan", slug="supervision-2015")
    priorities = {one.id for one in raw["Priority"] if one.plan_id == plan.id}
    rows = [one for one in raw["Action"] if one.priority_id in priorities and not one.withdrawn_on]
    titles = {post.id: post.title.replace("'", "’") for post in raw["Post"]}
    texts = [
        [one.text, titles[one.owner_id], days_text(one.due_on, one.due_on), _progress(one)]
        for one in sorted(rows, key=lambda one: (one.due_on, one.reference))
        if one.starts_on <= TODAY
    ]
    return [[text_of(cell.runs) for cell in cells] for cells in printed.rows], texts


def _progress(action):
    if action.done_on and action.done_on <= TODAY:
        return "Done and checked"
    return "Overdue, or will miss its date" if action.due_on < TODAY else "On track"
