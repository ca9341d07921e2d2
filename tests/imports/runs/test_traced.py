"""Where a record came from, what a run wrote, and what was refused of it."""

import pytest
from django.urls import reverse

from assurance.accounts import history_page
from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import checks, operations
from assurance.imports.models import ColumnReading, ImportRun
from assurance.imports.plan.headings import LEFT_OUT, Choices
from assurance.imports.run.progress import Work
from tests import cast
from tests.make import imports
from tests.make.imports import ON, checked, imported, row, table

pytestmark = pytest.mark.django_db
TEAM = table(
    ("Child in Need", "North", "13/04/2010"), headings=("Service", "Team", "From"), name="t.csv"
)


def words(client, name, *keys):
    """The text of one of the pages of runs."""
    return client.get(reverse(f"imports:{name}", args=keys)).content.decode()


def test_a_record_tells_of_every_file_that_wrote_it_and_leads_to_those_one_may_see(client, officer):
    first = imported(TEAM, table(row(1)), by=officer)
    second = imported(table(row(1, strengths="Clear"), name="june.csv"), by=officer)
    audit = CaseAudit.objects.get()
    told = history_page.about(audit)
    assert [(one.what, one.file, one.run.pk) for one in told] == [
        ("Changed by a file: Case audits", "june.csv", second.pk),
        ("Added from a file: Teams, Case audits", "audits.csv", first.pk),
    ]
    page = client.get(reverse("audits:record", args=[audit.pk])).content.decode()
    for run in (first, second):
        assert f'href="{reverse("imports:record", args=[run.pk])}"' in page
    # The first run needs teams too, which somebody else may not import.
    other = cast.make_user("officer", subject="audits", council=officer.council)
    assert [run.shows_to(other) for run in (first, second)] == [False, True]
    for user in (officer, other, cast.officer(cast.make_council("elsewhere"))):
        seen = ImportRun.objects.visible_to(user)
        assert {run for run in (first, second) if run.shows_to(user)} == {*seen}
    operations.undo(run=second, by=officer, on=ON)
    assert [one.run for one in history_page.about(CaseAudit.objects.get())] == [first]


def test_a_record_that_stands_for_a_bundle_tells_of_all_its_files(officer):
    files = [
        table(("A1", "1"), headings=("CHILD", one), name=f"{one}.csv") for one in ("ONE", "TWO")
    ]
    run = imported(*files)
    [told] = history_page.about(operations.records_of(run)[0][1])
    assert (told.what, told.file) == ("Read from files: A small return", "ONE.csv, TWO.csv")


def test_the_run_lists_its_records_and_leads_to_them(client, officer):
    run = imported(table(*(row(number) for number in range(1, 61))), by=officer)
    page = words(client, "record", run.pk)
    audit = CaseAudit.objects.order_by("pk").first()
    assert f'href="{reverse("audits:record", args=[audit.pk])}"' in page
    assert "All 61 records that these files wrote" in page
    listed = words(client, "records", run.pk)
    assert "61 records, page 1 of 2" in listed and "CA-49" in listed and "CA-50" not in listed
    CaseAudit.objects.filter(pk=audit.pk).delete()
    assert "No longer there" in words(client, "records", run.pk)


def test_every_refusal_can_be_downloaded_without_the_values(client, officer):
    rows = [row(number, date=f"soon {number}") for number in range(2, 80)]
    run = imported(table(row(1), *rows), by=officer)
    page = words(client, "record", run.pk)
    assert "All 78 with the reasons" in page
    lines = words(client, "reasons", run.pk, "csv").splitlines()
    assert len(lines) == 79 and "soon" not in "".join(lines)
    assert client.get(reverse("imports:reasons", args=[run.pk, "pdf"])).status_code == 404


@pytest.mark.parametrize("name", ["start", "list", "record"])
def test_the_next_who_looks_has_what_lay_about_forgotten(client, officer, settings, name):
    run = checked(table(row(1)), by=officer)
    keys = [run.pk] if name == "record" else []
    settings.CANDOUR_TODAY = "2016-01-19"
    page = words(client, name, *keys)
    assert name != "record" or "until the end of 19 January 2016" in page
    run.refresh_from_db()
    assert run.staged
    settings.CANDOUR_TODAY = "2016-01-20"
    words(client, name, *keys)
    run.refresh_from_db()
    assert (run.state, run.staged, run.found) == ("cancelled", None, None)
    told = words(client, "record", run.pk)
    assert "No one imported these files by the end of 19 January 2016" in told


def test_what_is_being_worked_on_is_not_forgotten(officer, settings, tmp_path):
    settings.VAR = tmp_path
    run = checked(table(row(1)), by=officer)
    with Work(run).taken():
        told = {"council": officer.council, "by": officer, "on": ON.replace(month=3)}
        assert operations.forget_staged(**told) == []


def test_a_left_out_file_keeps_a_run_from_nobody_who_may_import_the_rest(officer):
    strange = table(("x", "y"), headings=("What", "Ever"), name="strange.csv")
    said = [Choices(), Choices(LEFT_OUT)]
    run = checked(table(row(1)), strange, by=officer, choices=said)
    other = cast.make_user("officer", subject="audits", council=officer.council)
    assert run in ImportRun.objects.visible_to(other)
    alone = checked(strange, by=officer, choices=[Choices(LEFT_OUT)])
    assert alone not in ImportRun.objects.visible_to(other)
    assert alone in ImportRun.objects.visible_to(officer)


def test_columns_that_the_officer_chose_are_remembered_though_nothing_is_imported(officer):
    own = table(row(1), headings=("Our number", *imports.HEADINGS[1:]))
    run = checked(own, by=officer)
    assert not ColumnReading.objects.exists()
    chosen = [Choices("small-audits", {"ournumber": "reference", "strengths": ""})]
    told = {"run": run, "kinds": imports.KINDS, "by": officer, "on": ON}
    checks.check_again(**told, choices=chosen)
    operations.cancel(run=run, by=officer, on=ON)
    again = checked(own, by=officer)
    assert (again.state, again.added, again.titles) == ("checked", 1, "Case audits")
