"""Undoing: what stands in its way in each case, several files in turn, the register as it was."""

from dataclasses import replace
from datetime import date

import pytest

from assurance.accounts.access import Permission
from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import jobs, operations
from assurance.imports.declaration import Column, Sheet, TargetRow
from assurance.imports.file_templates import standing_of, template_of, templates_of
from assurance.imports.messages import files_of, outcome
from assurance.imports.models import ImportRun, RowWritten
from assurance.imports.plan import register
from assurance.imports.plan.headings import Choices
from assurance.imports.plan.things import Things
from assurance.imports.run.lifecycle import unpacked, why_not_undo
from assurance.people.models.teams import Team
from assurance.records.refusals import Refused
from assurance.reviews.models.findings import Finding, Review
from assurance.tables.cells import Choice, Text
from tests import cast
from tests.imports.registers import everything
from tests.make import audits, findings, imports, people
from tests.make.imports import ON, RETURN, TEAMS, checked, imported, row, table

pytestmark = pytest.mark.django_db
TEAM_HEADINGS = ("Service", "Team", "From")
SINCE = "changed or removed since the file was imported. Undo later files first, or change the"


def teams(*rows, name="teams.csv"):
    """A table of teams."""
    return table(*rows, headings=TEAM_HEADINGS, name=name)


def undo(run):
    """Undoes a run."""
    return operations.undo(run=run, by=cast.officer(), on=ON)


def units(run):
    """What the check found, part by part."""
    return unpacked(run.found)["units"]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([1], r"^1 case audit \(\d+\) was "),
        ([1, 2], r"^2 case audits \(\d+, \d+\) were "),
        ([1, 2, 3], r"^3 case audits \(\d+, \d+, \d+\) were "),
        ([1, 2, 3, 4], r"^4 case audits \(\d+, \d+, \d+…\) were "),
    ],
)
def test_rows_changed_since_are_counted_and_the_first_of_them_named(numbers, said):
    run = imported(table(*(row(number) for number in range(1, 6))))
    changed = [f"CA-{number}" for number in numbers]
    CaseAudit.objects.filter(reference__in=changed).update(actions="Another")
    with pytest.raises(Refused, match=said + SINCE):
        undo(run)
    assert CaseAudit.objects.count() == 5


@pytest.mark.parametrize(
    ("does", "is_refused"),
    [
        (lambda: CaseAudit.objects.update(strengths="Other"), True),
        (lambda: CaseAudit.objects.update(version=9), True),
        (lambda: CaseAudit.objects.all().delete(), True),
        (lambda: Team.objects.update(to_date=ON), True),
        (lambda: audits.case_audit(reference="CA-9", team=Team.objects.get()), True),
        (lambda: audits.case_audit(reference="CA-9", team=people.team("East")), False),
        (lambda: CaseAudit.objects.update(strengths="Clear"), False),
        (lambda: None, False),
    ],
)
def test_what_was_done_since_stands_in_the_way_where_it_touches_the_rows(does, is_refused):
    run = imported(table(row(1, strengths="Clear")))
    does()
    assert bool(why_not_undo(run)) is is_refused


def test_files_are_undone_in_turn_the_latest_first():
    audits.case_audit(reference="CA-1", team=people.team("North"), strengths="Before")
    states = [everything()]
    runs = []
    for words in ("First", "Second", "Third"):
        runs.append(imported(table(row(1, strengths=words))))
        states.append(everything())
    for run in runs[:2]:
        assert SINCE in why_not_undo(run)
    for run, before in zip(reversed(runs), reversed(states[:3]), strict=True):
        undo(run)
        assert everything() == before
    assert {*RowWritten.objects.values_list("how", "name")} == {("changed", "CA-1")}
    assert not any(row.before for row in RowWritten.objects.all())


def test_two_files_of_one_run_that_change_one_row_are_undone_to_the_first_state():
    audits.case_audit(reference="CA-1", team=people.team("North"), strengths="Before")
    before = everything()
    first, second = (table(row(1, strengths=one), name=f"{one}.csv") for one in ("One", "Two"))
    run = imported(first, second)
    audit = CaseAudit.objects.get()
    assert (audit.strengths, audit.version) == ("Two", 3)
    [kept] = RowWritten.objects.filter(model="audits.CaseAudit")
    assert (kept.how, kept.before["strengths"], kept.before["version"]) == ("changed", "Before", 1)
    undo(run)
    assert everything() == before


def test_a_row_that_one_file_adds_and_another_changes_goes():
    people.post("Practice Manager")
    before = everything()
    run = imported(table(row(1)), table(row(1, strengths="Clear"), name="more.csv"))
    assert (run.added, run.changed) == (1, 1)
    kept = RowWritten.objects.get(model="audits.CaseAudit")
    assert (kept.how, kept.before) == ("added", {})
    undo(run)
    assert everything() == before


def test_a_team_of_one_file_is_known_to_the_next():
    run = imported(table(row(1)), teams(("Child in Need", "North", "2012-04-01")))
    assert Team.objects.get().from_date == date(2012, 4, 1)
    assert RowWritten.objects.filter(run=run, model="people.Team").count() == 1


def test_in_the_way_is_what_changed_before_what_stands_on_it():
    run = imported(table(row(1)))
    audits.case_audit(reference="CA-9", team=Team.objects.get())
    assert "tied to what was added since" in why_not_undo(run)
    CaseAudit.objects.filter(reference="CA-1").update(strengths="Now")
    assert SINCE in why_not_undo(run)


def test_a_file_that_was_left_out_says_nothing_of_undoing():
    left = table((1,), headings=("What",))
    run = checked(table(row(1)), left, choices=[Choices(), Choices("-")])
    run = operations.import_files(run=run, kinds=imports.KINDS, by=cast.officer(), on=ON)
    assert why_not_undo(run) is None and undo(run).state == "undone"


def _finding(values, reading):
    told = {"number": values["number"], "text": values["text"]}
    yield TargetRow(Finding, {"text": told.pop("text")}, told)


LOOSE = Sheet(
    key="loose",
    title="Loose findings",
    about="Findings by their words.",
    permission=Permission.RECORD_REVIEWS,
    columns=(Column("text", "Text", read=Text(200)), Column("number", "Number", read=Text(20))),
    wanted=_finding,
)


def test_several_rows_that_fit_refuse_the_row_and_none_of_them_is_changed():
    review = findings.review()
    for number in (1, 2):
        findings.finding(review=review, number=number, text="Alike")
    said = [Choices("loose")]
    given = table(("Alike", "9"), headings=("Text", "Number"))
    run = checked(given, kinds=(LOOSE,), choices=said)
    [refused] = units(run)[0]["refusals"]
    assert (run.refused, refused["wrong"]) == (1, register.SEVERAL)
    assert refused["right"] == "Withdraw those that are too many."
    assert sorted(Finding.objects.values_list("number", flat=True)) == [1, 2]
    assert Review.objects.get() == review


@pytest.mark.parametrize("bound", [1, 5000])
def test_more_than_one_statement_takes_is_found_all_the_same(monkeypatch, bound):
    monkeypatch.setattr(register, "IN_ONE_STATEMENT", bound)
    for number in (1, 2, 7):
        audits.case_audit(reference=f"CA-{number}", team=people.team("North"))
    run = checked(table(row(1), row(2), row(3)))
    assert (run.added, run.changed) == (1, 2)


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        *((["North"], (0, 1, 0)), (["North", "South"], (1, 1, 0)), (["North", "North"], (0, 1, 1))),
        (["East"], (1, 0, 0)),
    ],
)
def test_teams_are_found_by_service_and_name_together(names, counts):
    people.team("North", service="S")
    people.team("East", service="Other")
    run = checked(teams(*(("S", name, "2012-04-01") for name in names)))
    assert (run.added, run.changed, run.same) == counts


def test_values_of_a_model_and_its_key_are_one_and_of_another_row_are_two():
    north, south = people.team("North"), people.team("South")
    for other, differs in ((north, []), (south, [(2, "team"), (3, "team")])):
        things = Things()
        for number, team in ((2, north), (3, other)):
            wanted = TargetRow(CaseAudit, {"reference": "CA-1"}, {"team": team})
            things.ask(number, [wanted])
        assert [(number, fault.column) for number, fault in things.faults()] == differs


def test_what_is_kept_of_a_file_is_no_row_of_it():
    found = unpacked(checked(table(row(1, strengths="Said Amina"), notices=("Hidden.",))).found)
    [kept] = files_of(found)
    assert (kept["rows"], kept["title"], kept["notices"]) == (1, "Case audits", ["Hidden."])
    assert "Amina" not in str(kept)
    assert outcome(found) == outcome({**found, "tables": []})


def test_a_refusal_in_the_background_is_kept_with_the_run(settings, tmp_path, monkeypatch):
    settings.VAR, settings.SERVER = tmp_path, True
    by = cast.officer()
    run = operations.wait(run=checked(table(row(1)), by=by), by=by, on=ON)

    def refuse(plan, upload):
        raise Refused("The register is closed.")

    monkeypatch.setattr("assurance.imports.upload.Upload.write", refuse)
    assert jobs.work_on(run)
    kept = ImportRun.objects.get()
    assert (kept.state, kept.trouble) == ("checked", "The register is closed.")
    assert not CaseAudit.objects.exists()


GRADED = replace(
    TEAMS,
    columns=(
        *TEAMS.columns,
        Column("grade", "Grade", "Good", read=Choice({"g": ("Good", "Fine")})),
    ),
    standing=lambda council: [
        (one, {"grade": grade})
        for one in Team.objects.filter(council=council)
        for grade in ("g", None)
    ],
)


def test_what_stands_is_said_in_the_usual_words_and_of_one_council_alone():
    council = cast.make_council()
    people.team("North", service="S")
    people.team("Far", council=cast.make_council("elsewhere"))
    headings, rows = standing_of(GRADED, council)
    assert headings == ["Service", "Team", "From", "Grade"]
    day = people.LONG_AGO
    assert [*rows] == [["S", "North", day, "Good"], ["S", "North", day, ""]]


@pytest.mark.parametrize(
    ("kind", "part", "headings"),
    [
        (TEAMS, "", list(TEAM_HEADINGS)),
        *((TEAMS, "first", None), (RETURN, "first", ["CHILD", "ONE"])),
        *((RETURN, "second", ["CHILD", "TWO"]), (RETURN, "third", None), (RETURN, "", None)),
    ],
)
def test_which_templates_there_are(kind, part, headings):
    found = template_of(kind, part)
    assert (found and found[0]) == headings
    assert (part in [key for _, key in templates_of(kind)]) is (headings is not None)
    assert standing_of(kind, cast.make_council()) is None
