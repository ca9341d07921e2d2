"""The command that brings a return in: what it says, what it refuses, the same files again."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.looked_after.models.censuses import Census, CensusCount
from assurance.looked_after.models.returns import Child, Episode, Return
from assurance.looked_after.operations.definitions import set_census_days
from assurance.records.history import CommandLine, HistoryEntry
from tests.cast import make_council
from tests.looked_after import invented
from tests.make.looked_after import BOY, EPISODES, GIRL, HEADER, LATE, OPEN, csv

FILES = invented.FILES
INVENTED = [str(FILES / name) for name in invented.NAMES]
BY = CommandLine("test")
MARCH, DECEMBER = date(2017, 3, 31), date(2017, 12, 1)

pytestmark = pytest.mark.django_db


def import_files(*words):
    out, err = StringIO(), StringIO()
    call_command("import_files", "ssda903", *words, "--accept-warnings", stdout=out, stderr=err)
    return out.getvalue() + err.getvalue()


def in_force(day):
    return Census.objects.in_force().get(date=day)


def files(tmp_path, *rows):
    (tmp_path / "header.csv").write_bytes(csv(HEADER, BOY, GIRL))
    (tmp_path / "episodes.csv").write_bytes(csv(EPISODES, *rows))
    return [str(tmp_path / "header.csv"), str(tmp_path / "episodes.csv")]


@pytest.mark.long
def test_the_invented_return_gives_the_known_censuses_and_again_only_what_is_asked_anew():
    council = make_council()
    set_census_days(council=council, own_days=[(1, 1), (12, 1)], by=BY, on=date(2018, 6, 1))
    said = import_files(*INVENTED, "--as-at", "2017-12-04", "--as-at", "01/01/2019")
    assert "31 March 2017: 1,764 children looked after." in said
    assert "1 December 2017: 1,363 children looked after." in said
    assert "No count of 1 January 2019: the return does not cover that date." in said
    held = Return.objects.get()
    assert (held.year_end, held.covers_from, held.covers_to) == (
        date(2018, 3, 31), MARCH, date(2018, 3, 31),
    )  # fmt: skip
    assert Episode.objects.count() == 5050
    assert Child.objects.count() == 2123
    assert Census.objects.count() == 13 + 2 + 1
    for day, rows, several in ((MARCH, 1770, 6), (DECEMBER, 1370, 7)):
        opened = CensusCount.objects.filter(census=in_force(day), breakdown="open")
        assert dict(opened.values_list("member", "children")) == {
            "episodes": rows, "children_with_several": several,
        }  # fmt: skip
    entries, rows = HistoryEntry.objects.count(), list(Episode.objects.order_by("pk").values())
    said = import_files(*reversed(INVENTED))
    assert "nothing has changed" in said
    assert HistoryEntry.objects.count() == entries
    assert list(Episode.objects.order_by("pk").values()) == rows
    said = import_files(*INVENTED, "--as-at", "2017-12-02", "--as-at", "2019-01-01")
    children = len(invented.reckoned(date(2017, 12, 2)))
    assert f"2 December 2017: {children:,} children looked after." in said
    assert "1 January 2019: not returned." in said
    assert Return.objects.count() == 1


def test_a_preview_saves_nothing_and_a_row_that_is_refused_is_named(tmp_path):
    make_council()
    said = import_files(*files(tmp_path, OPEN, LATE), "--preview")
    assert "2 episodes could be read; nothing was saved." in said
    wrong, err = files(tmp_path, "7,x,S,C2,N1,U4,PR4,,,,,,"), StringIO()
    for more in ([], ["--preview"]):
        with pytest.raises(CommandError, match="Nothing was saved"):
            call_command("import_files", "ssda903", *wrong, *more, stdout=StringIO(), stderr=err)
    assert "episodes.csv, line 2: DECOM is not a date" in err.getvalue()
    assert not Return.objects.exists()


FORMATS = pytest.mark.parametrize("form", ["text", "json"])
WRONG = "7,x,S,C2,N1,U4,PR4,,,,,,"


@FORMATS
def test_a_preview_saves_nothing_whatever_the_format(tmp_path, form):
    make_council()
    given = files(tmp_path, OPEN, LATE)
    import_files(*given, "--preview", "--format", form)
    assert not Return.objects.exists() and not HistoryEntry.objects.exists()
    with pytest.raises(CommandError, match="Nothing was saved"):
        import_files(*files(tmp_path, OPEN, LATE, WRONG), "--preview", "--format", form)


@FORMATS
def test_files_read_before_are_asked_about_other_days_whatever_the_format(tmp_path, form):
    make_council()
    given = files(tmp_path, OPEN, LATE)
    import_files(*given)
    said = import_files(*given, "--as-at", "2017-12-04", "--as-at", "2019-01-01", "--format", form)
    assert in_force(date(2017, 12, 4)).total == 1
    if form == "json":
        counted = json.loads(said)["counted"]
        assert [(item["date"], item["children"]) for item in counted] == [
            ("2017-12-04", 1), ("2019-01-01", None),
        ]  # fmt: skip
        assert "1 January 2019" in counted[1]["reason"]
    else:
        assert said.count("4 December 2017: 1 child") == 1
        assert "1 January 2019: not returned." in said


@FORMATS
def test_files_read_without_their_wrong_rows_are_refused_again_whatever_the_format(tmp_path, form):
    make_council()
    given = files(tmp_path, OPEN, LATE, WRONG)
    import_files(*given, "--leave-out-refused")
    more = ("--as-at", "2017-12-04", "--format", form)
    with pytest.raises(CommandError, match="Nothing was saved"):
        import_files(*given, *more)
    assert not Census.objects.filter(date=date(2017, 12, 4)).exists()
    import_files(*given, *more, "--leave-out-refused")
    assert in_force(date(2017, 12, 4)).total == 1


@FORMATS
def test_a_mapping_of_a_return_is_refused_whatever_the_format(tmp_path, form):
    make_council()
    (tmp_path / "columns.json").write_text('{"columns": {"CHILD": "child"}}')
    more = ("--mapping", str(tmp_path / "columns.json"), "--format", form)
    with pytest.raises(CommandError, match="leave --mapping out"):
        import_files(*files(tmp_path, OPEN, LATE), *more)
    assert not Return.objects.exists()


def test_a_return_with_warnings_is_not_read_until_they_were_looked_at(tmp_path):
    make_council()
    given, told = files(tmp_path, OPEN, LATE), StringIO()
    with pytest.raises(CommandError, match=r"Nothing was saved\. Warnings to look at: \d+\."):
        call_command("import_files", "ssda903", *given, stdout=told)
    assert "Warning: header.csv, episodes.csv: " in told.getvalue()
    assert not Return.objects.exists() and not HistoryEntry.objects.exists()
    assert import_files(*given).count("Warning: ") == told.getvalue().count("Warning: ")
    assert Return.objects.count() == 1


def test_the_command_says_which_files_it_does_not_need(tmp_path):
    make_council()
    other = str(FILES / "sw_episodes.csv")
    said = import_files(*files(tmp_path, OPEN, LATE), other, "--by", "An analyst")
    assert "the social worker episodes file is not needed and was not read" in said
    assert HistoryEntry.objects.latest("seq").who == "An analyst"


def test_a_file_of_something_else_refuses_the_whole(tmp_path):
    make_council()
    (tmp_path / "budget.csv").write_text("Cost centre,Amount\n1,2\n")
    with pytest.raises(CommandError, match=r"budget\.csv is not a file of the return"):
        import_files(*files(tmp_path, OPEN, LATE), str(tmp_path / "budget.csv"))
    assert not Return.objects.exists()


@pytest.mark.parametrize("typed", ["31/02/2017", "tomorrow"])
def test_the_command_refuses_a_day_that_is_none(typed):
    make_council()
    with pytest.raises(CommandError, match="invalid day value"):
        import_files(*INVENTED, "--as-at", typed)


@pytest.mark.long
def test_the_figures_command_names_the_return_of_a_count(tmp_path):
    make_council()
    import_files(*files(tmp_path, OPEN, LATE))
    out = StringIO()
    call_command("figures", "--at", "2018-03-31", "--since", "2018-03-31", stdout=out)
    [line] = [text for text in out.getvalue().splitlines() if "looked_after.children " in text]
    assert line.startswith("looked_after.children  2  (2018-03-31 to 2018-03-31)")
    assert line.endswith("Counted from the SSDA903 return to 31 March 2018")
