"""The command that brings files of a kind in: counts, refusals without values, dry runs."""

import json
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports.models import ImportRun
from assurance.records.history import HistoryEntry
from assurance.tables.reader import read
from tests import cast
from tests.imports.registers import everything
from tests.imports.runs.test_told_by_command import import_files
from tests.make import imports

pytestmark = pytest.mark.django_db
HEADINGS = ",".join(imports.HEADINGS)
GOOD = "CA-1,31/01/2015,Child in Need,North,Date the plan,13/02/2015,Clear plan"
BAD = "CA-2,yesterday,Child in Need,North,Date the plan,,Secret words"
EMPTY = "CA-3,,Child in Need,North,Date the plan,,"


@pytest.fixture(autouse=True)
def council():
    """The one council of the installation."""
    return cast.make_council()


def as_json(*words):
    """What the command says as JSON."""
    return json.loads(import_files(*words, "--format", "json"))


def test_counts_and_refusals_are_told_without_a_value(given):
    path = given(HEADINGS, GOOD, BAD, EMPTY)
    before = everything()
    for words in ([], ["--format", "json"]):
        with pytest.raises(CommandError, match="Rows that cannot be right: 2"):
            import_files("small-audits", path, *words)
    assert everything() == before, "whatever the format"
    said = import_files("small-audits", path, "--format", "json", "--leave-out-refused")
    told = json.loads(said)
    assert [told[one] for one in ("added", "changed", "same", "refused")] == [1, 0, 0, 2]
    assert told["state"] == "imported"
    first, second = told["refusals"]
    assert (first["row"], first["column"], first["value_class"]) == (3, "Audited on", "text")
    assert (second["row"], second["value_class"]) == (4, "empty")
    assert "yesterday" not in said and "Secret words" not in said
    assert "It is not a date." in first["reason"]
    assert CaseAudit.objects.count() == 1
    assert HistoryEntry.objects.latest("seq").who == "import_files"


@pytest.mark.parametrize("form", ["text", "json"])
def test_warnings_are_told_with_row_and_column_and_nothing_is_saved_until_they_are_accepted(
    given, form
):
    path = given(HEADINGS, GOOD.replace("13/02/2015", "13/02/2095"))
    before = everything()
    told = StringIO()
    words = ("import_files", "small-audits", path, "--format", form)
    with pytest.raises(CommandError, match=r"Nothing was saved\. Warnings to look at: 2\."):
        call_command(*words, stdout=told)
    assert everything() == before and not ImportRun.objects.exists()
    assert "row 2" in told.getvalue().casefold() and "Shared on" in told.getvalue()
    said = import_files(*words[1:], accept=["--dry-run"])
    assert "row 2" in said.casefold() and everything() == before
    import_files(*words[1:])
    assert CaseAudit.objects.get().shared_on.year == 2095


def test_a_file_that_is_refused_or_changes_nothing_asks_for_no_look_at_warnings(given):
    refused = given(HEADINGS, GOOD, BAD)
    with pytest.raises(CommandError, match="Rows that cannot be right: 1"):
        import_files("small-audits", refused, accept=[])
    with pytest.raises(CommandError, match="Warnings to look at: 1"):
        import_files("small-audits", refused, "--leave-out-refused", accept=[])
    import_files("small-audits", refused, "--leave-out-refused")
    said = import_files("small-audits", given(HEADINGS, GOOD), accept=[])
    assert "Nothing in these files would change the register." in said


def test_the_page_and_the_command_ask_about_the_same_warnings(given, client):
    path = Path(given(HEADINGS, GOOD.replace("13/02/2015", "13/02/2095")))
    told = as_json("small-audits", str(path), "--dry-run")["warnings"]
    client.force_login(cast.officer())
    run = imports.checked(*read(path.name, path.read_bytes()))
    page = unescape(client.get(reverse("imports:record", args=[run.pk])).content.decode())
    assert "I have looked at these warnings" in page
    assert len(told) == 2 and all(item["sentence"] in page for item in told)
    client.post(reverse("imports:import", args=[run.pk]))
    assert not CaseAudit.objects.exists()
    client.post(reverse("imports:import", args=[run.pk]), {"looked": "on"})
    assert CaseAudit.objects.exists()


def test_a_dry_run_writes_nothing_at_all(given):
    before = everything()
    told = as_json("small-audits", given(HEADINGS, GOOD), "--dry-run")
    assert (told["added"], told["state"]) == (1, "checked")
    assert everything() == before
    assert not ImportRun.objects.exists() and not HistoryEntry.objects.exists()


def test_the_same_file_again_changes_nothing(given):
    path = given(HEADINGS, GOOD)
    as_json("small-audits", path)
    before = everything()
    told = as_json("small-audits", path)
    assert (told["added"], told["same"], told["state"]) == (0, 1, "nothing to do")
    assert any("was already imported on" in one for one in told["sentences"])
    assert everything() == before


def test_a_mapping_says_what_headings_hold_and_how_days_are_written(given):
    path = given("Number,Done,Area,Team", "CA-1,03/04/2014,Child in Need,North")
    with pytest.raises(CommandError, match="has no column Reference, Audited on, Service"):
        import_files("small-audits", path)
    columns = {"Number": "reference", "Done": "Audited on", "Area": "service", "Team": "team"}
    only_columns = given(json.dumps({"columns": columns}), name="columns.json")
    with pytest.raises(CommandError, match="can be read both ways") as refused:
        import_files("small-audits", path, "--mapping", only_columns)
    sentence = str(refused.value)
    assert sentence.startswith("The dates of “Audited on” in audits.csv")
    assert json.loads(sentence[sentence.index("{") : -1]) == {"orders": {"audited_on": "dmy"}}
    both = given(json.dumps({"columns": columns, "orders": {"audited_on": "mdy"}}), name="b.json")
    assert as_json("small-audits", path, "--mapping", both)["added"] == 1
    assert CaseAudit.objects.get().audited_on.isoformat() == "2014-03-04"
    assert ImportRun.objects.count() == 1, "what was refused is no run"


def test_files_that_cannot_be_read_are_refused_by_name(given):
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        import_files("small-audits", "nowhere.csv")
    with pytest.raises(CommandError, match=r"empty\.csv: "):
        import_files("small-audits", given("", name="empty.csv"))
    with pytest.raises(CommandError, match=r"nowhere\.json cannot be read"):
        import_files("small-audits", given(HEADINGS, GOOD), "--mapping", "nowhere.json")


def test_files_of_several_are_imported_as_one(given):
    first = given("CHILD,ONE", "A1,1", "A2,1", name="first.csv")
    with pytest.raises(CommandError, match="The other file of the return is lacking"):
        import_files("small-return", first)
    second = given("CHILD,TWO", "A1,2", ",2", name="second.csv")
    told = as_json("small-return", first, second, "--leave-out-refused")
    assert (told["added"], told["refused"]) == (2, 1)
    assert told["sentences"] == ["Year: 2016."]
    assert told["warnings"] == [{"file": "first.csv, second.csv", "sentence": "Strange."}]
    assert told["refusals"][0]["column"] == "CHILD"
    with pytest.raises(CommandError, match="have fixed names"):
        import_files("small-return", first, second, "--mapping", given("{}", name="m.json"))
