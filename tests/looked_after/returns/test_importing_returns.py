"""A return imported as a person does it: recognised, shown, confirmed, taken back."""

from datetime import date

import pytest

from assurance.imports import checks, kinds, operations
from assurance.imports.run.lifecycle import tables_of, unpacked
from assurance.imports.upload import Days
from assurance.looked_after.importing.returns import SSDA903, part_of
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.operations import returns
from assurance.records.refusals import Refused
from assurance.tables.reader import read
from assurance.tables.workbook.writer import write_xlsx
from tests.cast import make_council, officer
from tests.looked_after import invented
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, csv

ON = date(2018, 6, 1)
AS_WRITTEN = "Write it as DD/MM/YYYY in figures."
HEAD = {"header.csv": csv(HEADER, BOY, GIRL)}
SMALL = {**HEAD, "episodes.csv": csv(EPISODES, OPEN, LATE)}

pytestmark = pytest.mark.django_db


def tables(files):
    """The tables of files, name → bytes."""
    return [table for name, content in files.items() for table in read(name, content)]


def checked(files, *as_at):
    """A run of the files, checked."""
    return checks.check(
        council=make_council(), tables=tables(files), kinds=kinds.KINDS, days=Days(as_at),
        by=officer(), on=ON,
    )  # fmt: skip


def imported(files, *as_at):
    """A run of the files, imported."""
    return operations.import_files(
        run=checked(files, *as_at), kinds=kinds.KINDS, by=officer(), on=ON
    )


def unit_of(run):
    """What the check found of the return."""
    [unit] = unpacked(run.found)["units"]
    return unit


def real(*names):
    """The invented files of the validator."""
    return {name: (invented.FILES / name).read_bytes() for name in names or invented.NAMES}


def test_the_real_files_are_recognised_shown_and_imported_with_the_known_answers():
    run = checked(real(), date(2017, 12, 1), date(2001, 1, 1))
    unit = unit_of(run)
    assert unit["facts"] == [
        ["Year", "to 31 March 2018"],
        ["Shows who was looked after", "31 March 2017 to 31 March 2018"],
        ["Children looked after on 1 January 2001", "not returned"],
        ["Children looked after on 31 March 2017", "1,764"],
        ["Children looked after on 1 December 2017", "1,363"],
        ["Children looked after on 31 March 2018", "1,201"],
    ]
    assert (run.added, run.changed, run.same, run.refused) == (5050 + 2123, 0, 0, 0)
    said = " ".join(unit["warnings"])
    assert "HOME_POST, PL_POST, URN" in said
    assert "without an episode, who are not kept (CHILD): 552 (lines " in said
    assert not Return.objects.exists()
    operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
    assert Census.objects.in_force().get(date=date(2017, 12, 1)).total == 1363
    assert Episode.objects.count() == 5050


def test_files_that_are_not_needed_are_left_out_and_it_says_so():
    files = {**SMALL, **real("sw_episodes.csv", "placed_for_adoption_errors.csv")}
    said = " ".join(unit_of(checked(files))["warnings"])
    assert "sw_episodes.csv is the social worker episodes file: it is not needed" in said
    assert "placed_for_adoption_errors.csv is the placed for adoption file" in said
    imported(files)
    assert Return.objects.get().files[0]["name"] == "header.csv"
    assert len(Return.objects.get().files) == 2


def test_rows_that_are_not_needed_are_not_kept_while_the_files_wait():
    files = {**SMALL, "oc2.csv": csv("CHILD,DOB,SDQ_SCORE,CONVICTED", "7,05/05/2010,39,1")}
    run = checked(files)
    kept = {table.name: len(table.rows) for table in tables_of(run)}
    assert kept == {"header.csv": 2, "episodes.csv": 2, "oc2.csv": 0}
    operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
    assert Episode.objects.count() == 2


def test_a_workbook_is_imported_as_text_files_are():
    def workbook(name, content):
        [table] = read(name, content)
        rows = [row.cells for row in table.rows]
        return write_xlsx(table.headings, rows)

    files = {name.replace("csv", "xlsx"): workbook(name, told) for name, told in SMALL.items()}
    imported(files)
    assert Episode.objects.get(decom=date(2017, 6, 1)).place == "U4"
    assert set(Child.objects.values_list("born_on", flat=True)) == {
        date(2010, 5, 5), date(2003, 5, 5),
    }  # fmt: skip


def test_rows_that_cannot_be_right_are_refused_by_number_and_the_others_come_in():
    spoiled = csv(
        EPISODES, OPEN, LATE, "7,31/02/2017,S,C2,N1,U4,PR4,,,,,,",
        "8,02/06/2017,S,C2,N1,U4,PR4,01/06/2017,X1,,,,", "8,01/01/2003,S,C2,N1,U4,PR4,,,,,,",
        "7,01/06/2017,S,C1,N1,U4,PR4,,,,,,", OPEN,
    )  # fmt: skip
    run = checked({**HEAD, "episodes.csv": spoiled})
    told = {
        one["row"]: (one["column"], one["wrong"], one["right"]) for one in unit_of(run)["refusals"]
    }
    assert told == {
        4: ("DECOM", "It is not a date.", AS_WRITTEN),
        5: ("DEC", "It is before DECOM.", "An episode cannot end before it starts."),
        6: (
            "DECOM", "It is before the child’s birth in the header file.",
            "Correct one of the two.",
        ),
        7: ("", "The same child and start is on line 2 with other content.", "Keep one."),
    }  # fmt: skip
    assert "2017" not in str(told)
    assert any("repeat an earlier one and count once: 1" in one for one in unit_of(run)["warnings"])
    operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)
    assert Episode.objects.count() == 2
    found = {one["rule"]: one["rows"] for one in Return.objects.get().validated}
    assert (found["141"], found["end_before_start"], found["repeated"]) == ([4], [5], [8])


def test_a_return_that_is_not_whole_waits_with_a_sentence():
    run = checked({"episodes.csv": csv(EPISODES, OPEN)})
    assert "The header file is missing" in unit_of(run)["why_not"]
    with pytest.raises(Refused):
        operations.import_files(run=run, kinds=kinds.KINDS, by=officer(), on=ON)


@pytest.mark.long
def test_the_same_files_again_change_nothing_until_their_return_is_withdrawn():
    imported(SMALL)
    again = checked(SMALL)
    assert (again.added, again.changed, again.same) == (0, 0, 4)
    assert "imported already on 1 June 2018" in unit_of(again)["warnings"][0]
    with pytest.raises(Refused, match="Nothing in these files"):
        operations.import_files(run=again, kinds=kinds.KINDS, by=officer(), on=ON)
    held = Return.objects.get()
    returns.withdraw_return(record=held, version=1, because="Wrong", by=officer(), on=ON)
    again = checked(SMALL)
    assert (again.added, again.same) == (4, 0)


@pytest.mark.long
def test_a_newer_file_counts_what_it_adds_and_changes():
    imported(SMALL)
    ended = OPEN.replace("PR4,,", "PR4,31/12/2017,X1", 1)
    more = csv(EPISODES, ended, LATE, "7,31/12/2017,P,C2,N1,K2,PR4,,,,,,")
    girl = GIRL.replace("OOTH", "WBRI")
    run = checked({"header.csv": csv(HEADER, BOY, girl), "episodes.csv": more})
    assert (run.added, run.changed, run.same) == (1, 2, 2)
    silent = checked({"header.csv": csv(HEADER, BOY), "episodes.csv": csv(EPISODES, OPEN, LATE)})
    assert (silent.added, silent.changed, silent.same) == (0, 0, 4)


def test_every_part_of_the_template_is_a_file_of_the_return():
    for part in SSDA903.parts:
        [table] = read("template.csv", csv(",".join(part.headings), ",".join(part.example)))
        assert part_of(table) == part.key
    files = {
        f"{part.key}.csv": csv(",".join(part.headings), ",".join(part.example))
        for part in SSDA903.parts
    }
    assert unit_of(checked(files))["why_not"] == ""
