"""What the command says: mappings taken and refused, lines in words, refusals without values."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import kinds
from assurance.imports.models import ImportRun
from assurance.imports.plan.headings import Choices
from assurance.people.models.teams import Team
from reports.service.import_files import choices_in, in_words
from tests import cast
from tests.make import audits, people
from tests.make.imports import AUDITS, HEADINGS, RETURN

GOOD = "CA-1,31/01/2015,Child in Need,North,Date the plan,13/02/2015,Clear plan"
BOTH = "CA-2,03/04/2014,Child in Need,North,Date the plan,,"
AS_JSON = "The mapping has to be JSON such as "
NO_COLUMN = "The mapping names no column of this kind: those are reference, audited_on, "
NO_ORDER = "The mapping gives the order of dates as dmy or mdy only."


@pytest.fixture
def council(db):
    """The one council of the installation."""
    return cast.make_council()


def import_files(*words, accept=("--accept-warnings",)):
    """What the command says, by somebody who has looked at the warnings."""
    out = StringIO()
    call_command("import_files", *words, *accept, stdout=out)
    return out.getvalue()


def as_json(*words):
    """What the command says as JSON, nothing written."""
    return json.loads(import_files(*words, "--dry-run", "--format", "json"))


@pytest.mark.parametrize(
    ("mapping", "columns", "orders"),
    [
        *(("", None, None), ("{}", None, None), ('{"columns": null, "orders": null}', None, None)),
        ('{"columns": {}}', {}, None),
        ('{"columns": {"Number": "reference"}}', {"number": "reference"}, None),
        ('{"columns": {"NUMBER ": "Audited on"}}', {"number": "audited_on"}, None),
        ('{"columns": {"Number": "REFERENCE"}}', {"number": "reference"}, None),
        ('{"columns": {"Number": ""}}', {"number": ""}, None),
        ('{"orders": {"audited_on": "dmy"}}', None, {"audited_on": "dmy"}),
        ('{"orders": {"Shared on": "mdy"}}', None, {"shared_on": "mdy"}),
        ('{"columns": {"A": "team"}, "orders": {}}', {"a": "team"}, {}),
        ('{"other": 1}', None, None),
    ],
)
def test_what_a_mapping_says(mapping, columns, orders):
    assert choices_in(mapping, AUDITS) == Choices("small-audits", columns, orders)


def test_a_mapping_gives_the_cell_of_every_row_that_a_file_lacks():
    said = choices_in('{"fixed": {"Service": "Child in Need"}}', AUDITS)
    assert said == Choices("small-audits", fixed={"service": "Child in Need"})


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        *(('{"fixed": {"shoe": "7"}}', NO_COLUMN), ('{"fixed": {"Service": 7}}', AS_JSON)),
        *(("columns", AS_JSON), ("null", AS_JSON), ("7", AS_JSON), ('"columns"', AS_JSON)),
        *(('["columns"]', AS_JSON), ('{"columns": []}', AS_JSON), ('{"columns": "Ref"}', AS_JSON)),
        *(('{"columns": {"Ref": 5}}', AS_JSON), ('{"columns": {"Ref": null}}', AS_JSON)),
        ('{"columns": {"Ref": ["reference"]}}', AS_JSON),
        *(('{"orders": "dmy"}', AS_JSON), ('{"orders": {"audited_on": {}}}', AS_JSON)),
        *(('{"columns": {"Ref": "shoe"}}', NO_COLUMN), ('{"columns": {"Ref": "dmy"}}', NO_COLUMN)),
        *(('{"orders": {"shoe": "dmy"}}', NO_COLUMN), ('{"orders": {"": "dmy"}}', NO_COLUMN)),
        ('{"orders": {"audited_on": "ymd"}}', NO_ORDER),
        ('{"orders": {"audited_on": "reference"}}', NO_ORDER),
        ('{"orders": {"audited_on": ""}}', NO_ORDER),
        ('{"orders": {"audited_on": "DMY"}}', NO_ORDER),
    ],
)
def test_what_no_mapping_may_say(mapping, sentence):
    with pytest.raises(CommandError) as refused:
        choices_in(mapping, AUDITS)
    assert str(refused.value).startswith(sentence)


@pytest.mark.parametrize("mapping", ["{}", '{"columns": {"CHILD": "x"}}'])
def test_a_return_takes_no_mapping(mapping):
    assert choices_in("", RETURN) == Choices("small-return")
    with pytest.raises(CommandError, match="have fixed names: leave --mapping out"):
        choices_in(mapping, RETURN)


def told(**said):
    """What the command tells of, as a dict."""
    files = [{"name": "audits.csv"}]
    usual = {"files": files, "refusals": [], "warnings": [], "sentences": [], "state": "imported"}
    return {**usual, "added": 0, "changed": 0, "same": 0, "refused": 0, **said}


REFUSAL = {"file": "a.csv", "row": 3, "column": "Team", "reason": "It is empty. Fill it in."}


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ({"added": 1200}, ["audits.csv: 1,200 added, 0 changed, 0 same, 0 refused."]),
        (
            {"files": [{"name": "a.csv"}, {"name": "b.csv"}], "same": 2},
            ["a.csv, b.csv: 0 added, 0 changed, 2 same, 0 refused."],
        ),
        ({"refusals": [REFUSAL]}, ["a.csv, row 3, Team: It is empty. Fill it in."]),
        (
            {"refusals": [{**REFUSAL, "column": ""}]},
            ["a.csv, row 3, the row: It is empty. Fill it in."],
        ),
        (
            {"warnings": [{"file": "a.csv", "sentence": "Strange."}], "sentences": ["Year: 2016."]},
            ["Warning: a.csv: Strange.", "Year: 2016."],
        ),
        ({"state": "checked"}, ["Nothing was changed."]),
        ({"state": "nothing to do"}, ["Nothing in these files would change the register."]),
    ],
)
def test_what_is_said_in_words(said, lines):
    assert list(in_words(told(**said)))[-len(lines) :] == lines


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({1: "soon"}, "Audited on", "text"),
        ({1: ""}, "Audited on", "empty"),
        ({0: ""}, "Reference", "empty"),
        ({5: "01/01/2015"}, "Shared on", "text"),
        ({1: "45"}, "Audited on", "text"),
    ],
)
def test_a_refusal_says_of_what_class_its_cell_was(council, given, cells, column, reason):
    line = [cells.get(place, cell) for place, cell in enumerate(GOOD.split(","))]
    [one] = as_json("small-audits", given(",".join(HEADINGS), ",".join(line)))["refusals"]
    assert (one["row"], one["column"], one["value_class"]) == (2, column, reason)
    assert one["reason"].endswith(".") and one["file"] == "audits.csv"


def test_a_row_that_could_not_be_read_at_all_is_refused_as_a_row(council, given):
    path = given(",".join(HEADINGS), GOOD, f"{GOOD},too,many")
    said = as_json("small-audits", path)
    [one] = [one for one in said["refusals"] if one["row"] == 3]
    assert (one["column"], one["value_class"]) == ("", "row")
    assert said["added"] == 1 and said["refused"] == 1
    assert "audits.csv, row 3, the row: " in import_files("small-audits", path, "--dry-run")


def test_what_was_met_while_reading_is_said(council, given):
    path = given(",".join((*HEADINGS, "Colour", "UPN")), f"{GOOD},red,A123456789012")
    said = as_json("small-audits", path)
    assert "Columns not read: Colour." in said["sentences"]
    assert "Columns left out while reading: UPN." in said["sentences"]
    assert said["warnings"] == [{"file": "audits.csv", "sentence": "1 audits were read."}]
    assert "A123456789012" not in json.dumps(said)


def test_a_mapping_may_begin_with_a_mark_of_its_encoding_and_has_to_be_text(council, given):
    mapping = given("{}", name="m.json", encoding="utf-16")
    with pytest.raises(CommandError, match=r"m\.json cannot be read: give a JSON file"):
        import_files("small-audits", given(",".join(HEADINGS), GOOD), "--mapping", mapping)
    mapping = given('{"orders": {"audited_on": "mdy"}}', name="m.json", encoding="utf-8-sig")
    import_files("small-audits", given(",".join(HEADINGS), BOTH), "--mapping", mapping)
    assert CaseAudit.objects.get().audited_on == date(2014, 3, 4)


def test_changes_are_counted_and_a_file_with_nothing_but_refusals_leaves_nothing_behind(
    council, given
):
    path = given(",".join(HEADINGS), GOOD.replace("North", ""))
    said = import_files("small-audits", path, "--leave-out-refused")
    assert "0 added" in said and "1 refused" in said
    assert "Nothing in these files would change the register." in said
    assert not ImportRun.objects.exists() and not Team.objects.exists()
    audits.case_audit(reference="CA-1", team=people.team("North"))
    said = import_files("small-audits", given(",".join(HEADINGS), GOOD))
    assert "audits.csv: 0 added, 1 changed, 0 same, 0 refused." in said
    assert CaseAudit.objects.get().strengths == "Clear plan"


def test_what_the_database_would_refuse_is_refused_with_its_row(council, given, monkeypatch):
    lax = replace(AUDITS, faults=lambda values, reading: ())
    monkeypatch.setattr(kinds, "KINDS", (lax,))
    line = GOOD.replace("13/02/2015", "01/01/2015")
    said = as_json("small-audits", given(",".join(HEADINGS), line))
    assert (said["added"], said["refused"]) == (0, 1) and "do not go together" in str(said)
    assert not ImportRun.objects.exists() and not CaseAudit.objects.exists()


@pytest.mark.parametrize(
    ("councils", "words", "sentence"),
    [
        ([], [], "There is no council yet"),
        (["one"], ["--council", "two"], "There is no council “two”: check the slug."),
        (["one", "two"], [], "There are several councils: name one with --council SLUG."),
    ],
)
def test_whose_register_has_to_be_clear(db, given, councils, words, sentence):
    for slug in councils:
        cast.make_council(slug)
    with pytest.raises(CommandError, match=sentence):
        import_files("small-audits", given(",".join(HEADINGS), GOOD), *words)


def test_of_several_councils_the_named_one_gets_the_rows(db, given):
    two = cast.make_council("two")
    cast.make_council("one")
    path = given(",".join(HEADINGS), GOOD)
    import_files("small-audits", path, "--council", "two", "--by", "nightly")
    assert (CaseAudit.objects.get().council, ImportRun.objects.get().who) == (two, "nightly")
