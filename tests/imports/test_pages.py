"""The pages of bringing files in: what they take, show, keep from others, and send back."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.columns import columns_to_look_at
from assurance.imports.forms import files
from assurance.imports.models import ColumnReading, ImportRun
from assurance.imports.run.display import found_in
from assurance.tables import limits
from tests import cast
from tests.make import audits, imports, people
from tests.make.imports import checked, imported, row, table
from tests.rubbish.reading import Page

pytestmark = pytest.mark.django_db
HEADINGS = ",".join(imports.HEADINGS)
GOOD = "CA-1,31/01/2015,Child in Need,North,Date the plan,13/02/2015,Clear plan"
BAD = "CA-2,yesterday,Child in Need,North,Date the plan,,"
TEAMS = "Service,Team,From\nChild in Need,East,2012-04-01\n"


def file(text, name="audits.csv"):
    """A file as a browser sends it."""
    held = BytesIO(text.encode())
    held.name = name
    return held


def give(client, *files):
    """The run page's answer after giving these files."""
    return client.post(reverse("imports:start"), {"files": list(files)}, follow=True)


def say(client, run, **said):
    """The page after the form of `run` was sent as it was drawn, but for what is `said`."""
    here = reverse("imports:record", args=[run.pk])
    [form] = Page(client.get(here)).posted(here)
    return client.post(here, {**form.sent(), **said}, follow=True).content.decode()


def press(client, run):
    """The page after the files of `run` were imported, its warnings looked at."""
    address = reverse("imports:import", args=[run.pk])
    return client.post(address, {"looked": "on"}, follow=True).content.decode()


def test_a_file_is_checked_and_imported(client, officer):
    page = give(client, file(f"{HEADINGS}\n{GOOD}\n{BAD}\n")).content.decode()
    assert "Nothing has been changed yet" in page
    assert 'href="#row-3"' in page and 'id="row-3"' in page
    assert "yesterday" in page and not CaseAudit.objects.exists()
    run = ImportRun.objects.get()
    after = press(client, run)
    assert "have been imported" in after and "yesterday" not in after
    assert [one.reference for one in CaseAudit.objects.all()] == ["CA-1"]
    assert "1 added, 0 changed, 0 left alone, 1 refused" in after


def test_warnings_are_looked_at_before_a_file_is_imported(client, officer):
    given = SimpleUploadedFile("audits.csv", f"{HEADINGS}\n{GOOD}é\n".encode("cp1252"))
    page = give(client, given).content.decode()
    assert "not written in UTF-8" in page
    run = ImportRun.objects.get()
    address = reverse("imports:import", args=[run.pk])
    answer = client.post(address)
    refused = answer.content.decode()
    assert "<title>Error: Check the files" in refused
    assert '<a href="#id_looked">Confirm that you have looked at these warnings</a>' in refused
    assert "not written in UTF-8" in refused and "1</span> to be added" in refused
    assert not CaseAudit.objects.exists()
    [form] = Page(answer).posted(address)
    assert "looked" not in form.sent()
    after = press(client, run)
    assert "The files have been imported." in after and CaseAudit.objects.exists()
    # A second press finds nothing to do, and asks nothing.
    assert "Check what these files" not in client.post(address, follow=True).content.decode()


def test_a_file_without_warnings_asks_for_no_look(client, officer):
    page = give(client, file(TEAMS, "teams.csv")).content.decode()
    assert "1</span> to be added" in page and "I have looked at these warnings" not in page


def test_a_file_that_nobody_knows_is_asked_about(client, officer):
    page = give(client, file("Number,When\nCA-1,31/01/2015\n")).content.decode()
    assert "Answer the questions below" in page
    assert "Its headings are not those of one kind of file." in page
    run = ImportRun.objects.get()
    page = say(client, run, **{"kind-0": "small-audits"})
    assert "No heading was recognised as Reference, Audited on, Service, Team" in page


def test_columns_that_were_chosen_are_remembered_for_the_next_file(client, officer):
    text = "Number,Done,Area,Group\nCA-1,31/01/2015,Child in Need,North\n"
    give(client, file(text))
    said = dict(enumerate(["reference", "audited_on", "service", "team"]))
    columns = {f"column-0-{place}": name for place, name in said.items()}
    run = ImportRun.objects.get()
    say(client, run, **{"kind-0": "small-audits"})
    assert "1</span> to be added" in say(client, run, **columns)
    press(client, run)
    assert ColumnReading.objects.get().columns["done"] == "audited_on"
    page = give(client, file(text.replace("CA-1", "CA-2"))).content.decode()
    assert "1</span> to be added" in page


def test_headings_that_are_nearly_ours_are_proposed_and_read_once_somebody_agrees(client, officer):
    text = "Ref,Team audited,Service,Audited on,Strengths seen,Cost\n"
    page = give(client, file(f"{text}CA-1,North,Child in Need,31/01/2015,Fast,9\n"))
    page = page.content.decode()
    assert "Its headings are most like this kind of file." in page
    assert '<option value="small-audits" selected>' in page
    run = ImportRun.objects.get()
    page = say(client, run, **{"kind-0": "small-audits"})
    assert "“Team audited” may be Team" in page and "“Strengths seen” may be Strengths" in page
    assert "“Cost” may be" not in page and "1</span> to be added" not in page
    columns = dict(enumerate(["reference", "team", "service", "audited_on", "", ""]))
    page = say(client, run, **{f"column-0-{place}": name for place, name in columns.items()})
    # What somebody has decided not to read is asked about no more.
    assert "1</span> to be added" in page and "may be Strengths" not in page
    [kept] = found_in(ImportRun.objects.get())["tables"]
    assert columns_to_look_at(kept) == []


def test_a_file_that_is_known_but_for_a_likely_column_is_looked_at_first(client, officer):
    page = give(client, file(f"{HEADINGS} seen\n{GOOD}\n")).content.decode()
    assert "“Strengths seen” may be Strengths" in page
    assert "1</span> to be added" in page
    [kept] = found_in(ImportRun.objects.get())["tables"]
    assert columns_to_look_at(kept) == ["“Strengths seen” is not read and may be Strengths."]


def test_days_that_can_be_read_both_ways_are_asked_about(client, officer):
    give(client, file(f"{HEADINGS}\n{GOOD.replace('31/01/2015', '03/04/2014')}\n"))
    run = ImportRun.objects.get()
    assert run.state == "read"
    here = reverse("imports:record", args=[run.pk])
    page = client.get(here).content.decode()
    assert "How the days of “Audited on” are written" in page
    assert "Choose how the dates of “Audited on” are written" in say(client, run)
    say(client, run, **{"order-0-audited_on": "mdy"})
    press(client, run)
    assert CaseAudit.objects.get().audited_on.isoformat() == "2014-03-04"


def test_several_files_are_one_check_and_one_press_and_one_may_be_left_out(client, officer):
    several = {"audits.csv": f"{HEADINGS}\n{GOOD}\n", "teams.csv": TEAMS, "other.csv": "A,B\n1,2\n"}
    give(client, *(file(text, name) for name, text in several.items()))
    run = ImportRun.objects.get()
    say(client, run, **{"kind-2": "-"})
    run.refresh_from_db()
    assert (run.titles, run.added) == ("Teams, Case audits", 2)
    press(client, run)
    run.refresh_from_db()
    assert run.state == "imported" and CaseAudit.objects.get().team.name == "North"
    assert [one["title"] for one in run.files] == ["Case audits", "Teams", ""]


def test_rows_are_shown_as_given_a_moved_register_anew_and_cancelled_files_forgotten(
    client, officer
):
    run = checked(table(row(1)))
    page = client.get(reverse("imports:rows", args=[run.pk, 0, "added"])).content.decode()
    assert "CA-1" in page and "Shared with worker" in page
    people.team("North")
    audits.case_audit(reference="CA-1", team=people.team("North"))
    page = press(client, run)
    assert "The register has changed since" in page and "1</span> to be changed" in page
    page = client.get(reverse("imports:rows", args=[run.pk, 0, "changed"])).content.decode()
    assert "2 March 2015" in page and "31 January 2015" in page
    page = client.post(reverse("imports:cancel", args=[run.pk]), follow=True).content.decode()
    assert "Nothing was changed" in page
    assert ImportRun.objects.get().staged is None


def test_nothing_to_do_offers_no_button(client, officer):
    given = table(row(1))
    imported(given)
    run = checked(given)
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    assert "already imported on 18 January 2016" in page
    assert "Nothing in these files would change the register" in page
    assert f"/import/{run.pk}/import/" not in page


def test_undo_asks_first_and_then_restores(client, officer):
    run = imported(table(row(1)))
    here = reverse("imports:undo", args=[run.pk])
    assert "Undo what these files did?" in client.get(here).content.decode()
    page = client.post(here, follow=True).content.decode()
    assert "as it was before these files" in page and not CaseAudit.objects.exists()
    assert "This cannot be undone" in client.get(here).content.decode()
    assert "Only files that were imported" in client.post(here, follow=True).content.decode()


def test_undo_names_later_files_whose_rows_go_as_well(client, officer):
    imported(table(row(9)))
    run = imported(table(row(1), row(2)))
    here = reverse("imports:undo", args=[run.pk])
    assert "import the later files again" not in client.get(here).content.decode()
    imported(table(row(1), row(3), name="later.csv"))
    page = client.get(here).content.decode()
    assert "Rows of “later.csv” were recorded already when imported later." in page
    client.post(here)
    assert {one.reference for one in CaseAudit.objects.all()} == {"CA-3", "CA-9"}


def test_pressing_twice_is_answered_in_words_and_markup_in_a_file_shown_as_text(client, officer):
    run = imported(table(row(1)))
    for name in ("import", "cancel"):
        page = client.post(reverse(f"imports:{name}", args=[run.pk]), follow=True)
        assert "cannot be changed here any more: imported" in page.content.decode()
    run = checked(table(row(1, date="<b>x</b>"), name="<i>a</i>.csv"))
    page = client.get(reverse("imports:record", args=[run.pk])).content.decode()
    assert "&lt;b&gt;x" in page and "<b>x" not in page and "<i>a" not in page


def test_files_of_another_subject_are_not_shown(client):
    run = imported(table(row(1)))
    dbs_lead = cast.officer(subject="dbs")
    client.force_login(dbs_lead)
    assert client.get(reverse("imports:record", args=[run.pk])).status_code == 404
    here = reverse("imports:record", args=[run.pk])
    assert here not in client.get(reverse("imports:list")).content.decode()
    assert imports.AUDITS.about not in client.get(reverse("imports:start")).content.decode()
    template = {"key": "small-audits", "form": "csv"}
    assert client.get(reverse("imports:template", kwargs=template)).status_code == 404
    auditor = cast.officer(subject="audits")
    client.force_login(auditor)
    assert client.get(reverse("imports:record", args=[run.pk])).status_code == 200


def test_templates_hold_the_headings_and_an_example_row(client, officer):
    sent = client.get(reverse("imports:template", kwargs={"key": "small-teams", "form": "csv"}))
    assert sent.content.decode("utf-8-sig").splitlines() == [
        "Service,Team,From",
        "Child in Need,North,01/04/2010",
    ]
    part = {"key": "small-return", "part": "first", "form": "csv"}
    assert b"CHILD,ONE" in client.get(reverse("imports:template", kwargs=part)).content
    for wrong in ({**part, "part": "third"}, {**part, "key": "small-teams"}):
        assert client.get(reverse("imports:template", kwargs=wrong)).status_code == 404


def test_a_file_that_is_too_large_is_refused_before_it_is_read(client, officer, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    monkeypatch.setattr(files, "read", None)
    given = {"files": SimpleUploadedFile("large.csv", b"x" * 11)}
    page = client.post(reverse("imports:start"), given).content.decode()
    assert "large.csv: The file is larger than 0 MB" in page


def test_what_is_the_same_in_every_row_is_given_once_and_remembered_for_the_next_file(
    client, officer
):
    text = "Reference,Audited on,Team\nCA-{},31/01/2015,North\nCA-{},28/02/2015,South\n"
    page = give(client, file(text.format(1, 2))).content.decode()
    run = ImportRun.objects.get()
    page = say(client, run, **{"kind-0": "small-audits"})
    assert "No heading was recognised as Service" in page and "to be added" not in page
    page = say(client, run, **{"fixed-0-service": "x" * 121})
    assert "Error:" in page and "to be added" not in page
    assert "2</span> to be added" in say(client, run, **{"fixed-0-service": "Child in Need"})
    press(client, run)
    assert {one.team.service for one in CaseAudit.objects.all()} == {"Child in Need"}
    assert ColumnReading.objects.get().fixed == {"service": "Child in Need"}
    page = give(client, file(text.format(3, 4))).content.decode()
    run = ImportRun.objects.latest("pk")
    page = say(client, run, **{"kind-0": "small-audits"})
    assert "2</span> to be added" in page
    # An answer that is taken back is remembered no more.
    assert "2</span> to be added" not in say(client, run, **{"fixed-0-service": ""})
