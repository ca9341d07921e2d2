"""The kind of audit, the audit repeated and what people said, as a file of case audits has them."""

from datetime import date

import pytest

from assurance.audits.importing.cases import CASE_AUDITS
from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from tests.cast import officer
from tests.kinds.files import told
from tests.make import audits, people
from tests.make.imports import checked_rows, counts, imported_rows

pytestmark = pytest.mark.django_db
START, END = date(2015, 7, 1), date(2015, 12, 31)
USUAL = {"reference": "CA-9", "audited_on": "6 July 2015", "team": "North", "auditor": "Director"}


@pytest.fixture(autouse=True)
def what_is_there():
    """A team, a post and a round of each of two kinds in the second half of 2015."""
    people.team("North")
    people.post("Director")
    dip = audits.audit_kind("Dip sample of visits", category="dip_sample")
    audits.audit_round(kind=dip, start=START, end=END)
    seen = audits.audit_kind("Observation", category="observation")
    audits.audit_round(kind=seen, start=START, end=END)


def row(**cells):
    """The cells of a row in the order of the columns, the usual ones where none are given."""
    return tuple({**USUAL, **cells}.get(column.name) for column in CASE_AUDITS.columns)


def wrong(**cells):
    """(column, what is wrong) of what refuses a row of these cells beside the usual ones."""
    run = checked_rows(CASE_AUDITS, row(**cells))
    return [(column, sentence) for _, column, sentence, _ in told(run)]


def imported(**cells):
    """The audit that a row of these cells brings in."""
    imported_rows(CASE_AUDITS, row(**cells))
    return CaseAudit.objects.get(reference=cells.get("reference", "CA-9"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Dip sample of visits", "Dip sample of visits"),
        ("dip-sample", "Dip sample of visits"),
        ("Observation of practice", "Observation"),
    ],
)
def test_a_kind_finds_its_round_by_title_or_category(text, title):
    assert imported(kind=text).round.kind.title == title


def test_a_kind_without_a_round_or_with_several_is_refused():
    assert wrong(kind="Street audit") == [
        ("Kind of audit", "No round of this kind includes this date and this team.")
    ]
    assert wrong(kind="Observation", audited_on="30 June 2015")[0][0] == "Kind of audit"
    kind = audits.audit_kind("Observation")
    audits.audit_round(kind=kind, start=START, end=END)
    assert wrong(kind="Observation") == [
        ("Kind of audit", "Several rounds of this kind include this date.")
    ]


def test_a_round_that_is_over_gives_way_to_the_one_of_the_day():
    kind = audits.audit_kind("Observation")
    later = audits.audit_round(kind=kind, start=date(2016, 1, 1), end=date(2016, 1, 17))
    assert imported(kind="Observation", audited_on="4 January 2016").round == later


def test_a_kind_agrees_with_the_round_of_its_row():
    named = "Observation, July 2015"
    assert imported(kind="Observation", round=named).round.kind.title == "Observation"
    assert wrong(kind="Dip sample", round=named, reference="CA-10") == [
        ("Kind of audit", "The round of this row is of another kind.")
    ]


def test_a_re_audit_names_the_audit_that_it_repeats():
    first = audits.case_audit(reference="CA-1", audited_on=date(2015, 3, 2))
    assert imported(earlier_audit="CA-1").earlier_audit == first
    gone = {"withdrawn_on": END, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    audits.case_audit(reference="CA-2", audited_on=date(2015, 3, 2), **gone)
    audits.case_audit(reference="CA-3", audited_on=date(2015, 7, 6))
    for reference in ("CA-2", "CA-3", "CA-404"):
        found = wrong(earlier_audit=reference, reference="CA-10")
        assert [column for column, _ in found] == ["Audit that it repeats"], reference


def test_one_file_holds_a_re_audit_and_the_audits_that_it_repeats():
    """In any order, and a chain of three; the file may change the date of one that is there."""
    audits.case_audit(reference="CA-1", audited_on=date(2015, 8, 3))
    rows = (
        row(reference="CA-4", audited_on="9 July 2015", earlier_audit="CA-3"),
        row(reference="CA-3", audited_on="8 July 2015", earlier_audit="CA-2"),
        row(reference="CA-2", audited_on="7 July 2015", earlier_audit="CA-1"),
        row(reference="CA-1", audited_on="6 July 2015"),
    )
    run = imported_rows(CASE_AUDITS, *rows)
    repeats = dict(CaseAudit.objects.values_list("reference", "earlier_audit__reference"))
    assert repeats == {"CA-4": "CA-3", "CA-3": "CA-2", "CA-2": "CA-1", "CA-1": None}
    assert CaseAudit.objects.get(reference="CA-2").team.name == "North"
    assert counts(checked_rows(CASE_AUDITS, *rows)) == (0, 0, 4, 0)
    operations.undo(run=run, by=officer(), on=date(2016, 1, 18))
    assert [(one.reference, one.audited_on) for one in CaseAudit.objects.all()] == [
        ("CA-1", date(2015, 8, 3))
    ]


def test_a_re_audit_is_refused_with_the_row_that_it_repeats():
    found = told(
        checked_rows(
            CASE_AUDITS,
            row(reference="CA-4", audited_on="9 July 2015", earlier_audit="CA-3"),
            row(reference="CA-3", audited_on="8 July 2015", earlier_audit="CA-2"),
            row(reference="CA-2", audited_on="7 July 2015", team="Nowhere"),
            row(reference="CA-6", audited_on="6 July 2015", earlier_audit="CA-7"),
            row(reference="CA-7", audited_on="6 July 2015", earlier_audit="CA-6"),
            row(reference="CA-8", audited_on="6 July 2015", earlier_audit="CA-8"),
            row(reference="CA-9", audited_on="9 July 2015", earlier_audit="CA-10"),
            row(reference="CA-10", audited_on="soon"),
        )
    )
    refused = {}
    for number, column, sentence, _ in found:
        refused.setdefault(number, []).append((column, sentence))
    repeats, lost = "Audit that it repeats", "The row of the audit that it repeats is refused."
    first, *_ = sorted(refused)
    shown = [refused[first + place] for place in range(8)]
    assert shown[:2] == [[(repeats, lost)]] * 2
    assert [column for column, _ in shown[2]] == ["Team"]
    assert all("comes after it" in sentence for place in (3, 4) for _, sentence in shown[place])
    assert "cannot repeat itself" in shown[5][0][1]
    assert shown[6] == [(repeats, "No case audit has this reference.")]
    assert [column for column, _ in shown[7]] == ["Date of the audit"]
    assert not CaseAudit.objects.exists()


def test_what_people_said_is_kept_and_an_empty_cell_leaves_it():
    said = {"child_view": "She listens.", "family_view": "Yes.", "worker_view": "Clear."}
    audit = imported(**said)
    assert {name: getattr(audit, name) for name in said} == said
    run = checked_rows(CASE_AUDITS, row())
    assert counts(run) == (0, 0, 1, 0)


def test_both_faults_of_a_row_are_shown_at_once():
    found = wrong(method="By telephone", kind="Street audit", earlier_audit="CA-404")
    assert sorted(column for column, _ in found) == [
        "Audit that it repeats", "How it was done", "Kind of audit"
    ]  # fmt: skip
