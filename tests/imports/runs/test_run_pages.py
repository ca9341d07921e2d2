"""The pages of a run: what each says in each state, to whom it shows, what it takes and sends."""

import re
from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from assurance.audits.models.case_audits import CaseAudit
from assurance.imports import operations
from assurance.imports.models import CANCELLED, ImportRun
from assurance.imports.plan.headings import Choices
from assurance.records.refusals import Refused
from tests import cast
from tests.make import audits, imports, people
from tests.make.imports import HEADINGS, ON, checked, import_run, imported, row, table
from tests.rubbish.reading import Page

pytestmark = pytest.mark.django_db
PAGES = ("record", "import", "cancel", "undo", "rows", "refused")


def address(name, run):
    """The address of a page of a run."""
    parts = {"rows": [0, "added"], "refused": [0, "csv"]}
    return reverse(f"imports:{name}", args=[run.pk, *parts.get(name, ())])


def said_on(answer):
    """The words of a page, without its markup."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", answer.content.decode())).split())


def words(client, name, run, **said):
    """What a page of a run says, on one line."""
    return said_on(client.get(address(name, run), said))


def pressed(client, name, run):
    """What is said after a button was pressed."""
    return said_on(client.post(address(name, run), follow=True))


def test_no_officer_of_another_subject_or_council_meets_a_page_of_a_run(client):
    run = checked(table(row(1)))
    elsewhere = cast.officer(cast.make_council("elsewhere"))
    for who in (elsewhere, cast.officer(subject="dbs"), cast.officer(subject="looked_after")):
        client.force_login(who)
        for name in PAGES:
            ask = client.post if name in ("import", "cancel") else client.get
            assert ask(address(name, run)).status_code == 404, name
    assert ImportRun.objects.get().state == "checked" and not CaseAudit.objects.exists()


@pytest.mark.parametrize("name", ["rows", "refused"])
@pytest.mark.parametrize("state", ["imported", "cancelled", "given"])
def test_rows_are_shown_while_they_are_held_and_no_longer(client, officer, name, state):
    run = import_run(state=state, ended_on=None if state == "given" else ON)
    assert client.get(address(name, run)).status_code == 404


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ((1, 0, 0, 0), "1 to be added 0 to be changed 0 left alone 0 refused"),
        ((2, 1, 1, 2), "2 to be added 1 to be changed 1 left alone 2 refused"),
        ((0, 0, 1, 1), "0 to be added 0 to be changed 1 left alone 1 refused"),
    ],
)
def test_the_check_says_its_counts_and_on_which_day_they_are_true(client, officer, numbers, told):
    added, changed, same, refused = numbers
    rows = [row(number) for number in range(1, added + 1)]
    for number in range(11, 11 + same + changed):
        said = {"reference": f"CA-{number}", "team": people.team("North")}
        said["actions"] = "Date the plan"
        audits.case_audit(audited_on=date(2015, 1, 31), shared_on=date(2015, 2, 13), **said)
        rows.append(row(number, strengths="Clear" if number < 11 + changed else ""))
    rows += [row(number, date="soon") for number in range(21, 21 + refused)]
    page = words(client, "record", checked(table(*rows)))
    assert told in page and "against the register on" in page
    assert ("will not be imported" in page) is bool(refused)
    assert (f"{refused} row{'s' * (refused > 1)} will not be imported" in page) is bool(refused)


def test_the_first_five_refusals_stand_at_the_top_and_fifty_below(client, officer):
    run = checked(table(row(1), *(row(number, date="soon") for number in range(2, 62))))
    page = Page(client.get(address("record", run)))
    assert [one for one in page.links if one.startswith("#row-")] == [
        f"#row-{number}" for number in range(3, 8)
    ]
    assert {f"row-{number}" for number in (3, 52)} <= page.ids and "row-53" not in page.ids
    assert "Refused rows of Case audits, the first 50" in page.words
    assert "60 rows will not be imported" in page.words
    # On a telephone a row is a card of its own, which this heads.
    assert "Row 52" in page.words and "Row 53" not in page.words


def test_two_tables_refusals_lead_to_their_own_rows(client, officer):
    teams = table(("S", "N", "soon"), headings=("Service", "Team", "From"), name="teams.csv")
    page = Page(client.get(address("record", checked(table(row(1, date="soon")), teams))))
    targets = {one.removeprefix("#") for one in page.links if one.startswith("#row-")}
    assert targets == {"row-2", "row-1-2"} and targets <= page.ids


def test_what_was_met_while_reading_is_said(client, officer):
    given = table(
        (*row(1), "red"),
        headings=(*HEADINGS, "Colour"),
        dropped=("UPN",),
        notices=("A hidden sheet was passed by.",),
    )
    page = words(client, "record", checked(given))
    assert "A hidden sheet was passed by." in page and "Not used: Colour" in page
    assert "they may not be kept here: UPN" in page and "1 audits were read." in page
    assert "teams 1 added, 0 changed, 0 unchanged" in page


def test_a_return_shows_its_facts_and_what_holds_it_up(client, officer):
    first = table(("A1", 1), headings=("CHILD", "ONE"), name="first.csv")
    run = checked(first)
    page = words(client, "record", run)
    assert "The other file of the return is lacking." in page and "Year 2016" in page
    assert "Answer the questions below before" in page
    assert "Answer the questions about these files" in pressed(client, "import", run)


@pytest.mark.parametrize(
    ("state", "said", "unsaid"),
    [
        (
            "imported",
            ["Imported on 18 January 2016", "1 added, 0 changed", "Undo"],
            "Undone on",
        ),
        ("undone", ["Imported on 18 January 2016", "Undone on 18 January 2016"], "Cancelled on"),
        (CANCELLED, ["Cancelled on 18 January 2016"], "1 added, 0 changed"),
    ],
)
def test_a_run_that_has_ended_says_how(client, officer, state, said, unsaid):
    run = checked(table(row(1)), by=officer)
    if state == CANCELLED:
        operations.cancel(run=run, by=officer, on=ON)
    else:
        operations.import_files(run=run, kinds=imports.KINDS, by=officer, on=ON)
    if state == "undone":
        operations.undo(run=run, by=officer, on=ON)
    page = words(client, "record", run)
    assert all(one in page for one in said) and unsaid not in page
    assert "Bring in" not in page
    assert officer.name in page and f"SHA-256) {table(row(1)).sha256}" in page
    assert (address("undo", run) in Page(client.get(address("record", run))).links) is (
        state == "imported"
    )


def test_a_run_that_was_undone_lists_what_it_had_written(client, officer):
    before = imported(table(row(1)), by=officer)
    run = imported(table(row(1, strengths="Clear"), row(2)), by=officer)
    assert "lists them" in words(client, "undo", run)
    page = pressed(client, "undo", run)
    assert "Records undone" in page and "Records that these files wrote" not in page
    assert "Audit CA-1 Case audit Old values put back" in page
    assert "CA-2 Case audit Removed" in page
    audit = CaseAudit.objects.get()
    assert (
        reverse("audits:record", args=[audit.pk]) in Page(client.get(address("record", run))).links
    )
    assert "Team North" not in page
    page = pressed(client, "undo", before)
    assert "CA-1 Case audit Removed" in page and "North Team Removed" in page


def test_an_ended_run_names_what_was_refused_and_left_out_and_no_value(client, officer):
    left = table((1,), headings=("What",), name="left.csv")
    given = table(row(1), row(2, date="yesterday"), spoiled=((9, "It was cut."),))
    run = checked(given, left, choices=[Choices(), Choices("-")], by=officer)
    operations.import_files(run=run, kinds=imports.KINDS, by=officer, on=ON)
    page = words(client, "record", run)
    assert "left.csv: left out." in page and "Rows that were refused" in page
    assert "3 Audited on It is not a date." in page.replace("audits.csv ", "")
    assert "9 The row It was cut." in page and "yesterday" not in page


@pytest.mark.parametrize(
    ("does", "said"),
    [
        (lambda: CaseAudit.objects.update(strengths="Now"), "changed or removed since"),
        (lambda: audits.case_audit(team=people.team("North")), "tied to what was added"),
    ],
)
def test_the_page_says_why_a_run_cannot_be_undone_and_pressing_says_so_too(
    client, officer, does, said
):
    run = imported(table(row(1)))
    people.team("North")
    does()
    page = words(client, "undo", run)
    assert "This cannot be undone" in page and said in page
    assert said in pressed(client, "undo", run) and CaseAudit.objects.filter(reference="CA-1")


def test_a_check_that_is_refused_meanwhile_is_answered_in_words(client, officer, monkeypatch):
    run = checked(table(row(1)), by=officer)
    form = {"kind-0": "small-audits"}

    def ended(**said):
        raise Refused("They were forgotten a moment ago.")

    monkeypatch.setattr(operations, "check_again", ended)
    answer = client.post(address("record", run), form, follow=True)
    assert "They were forgotten a moment ago." in answer.content.decode()


@pytest.mark.parametrize(
    ("order", "first"), [("started_on", 0), ("-started_on", 1), ("state", 1), ("-state", 0)]
)
def test_earlier_files_are_sorted_as_asked(client, officer, order, first):
    days = (date(2016, 1, 18), date(2016, 2, 29))
    states = ("undone", "cancelled")
    runs = [
        import_run(titles=f"Run {day}", state=state, started_on=day, ended_on=day)
        if state == "cancelled"
        else import_run(titles="Run", state=state, started_on=day, ended_on=day, undone_on=day)
        for day, state in zip(days, states, strict=True)
    ]
    page = Page(client.get(reverse("imports:list"), {"sort": order}))
    shown = [one for one in page.links if one in [address("record", run) for run in runs]]
    assert shown[0] == address("record", runs[first]) and "2 found" in page.words


def test_earlier_files_and_those_of_a_command_are_listed_with_what_waits(client, officer):
    import_run(titles="Nightly", who="import_files")
    page = said_on(client.get(reverse("imports:list")))
    assert "Nightly" in page and "import_files Cancelled" in page
    waits = checked(table(row(1)), by=officer)
    over = imported(table(row(2)))
    answer = client.get(reverse("imports:start"))
    links = Page(answer).links
    assert address("record", waits) in links and address("record", over) not in links
    said = "Case audits: audits.csv , given on 18 January 2016: checked, not imported"
    assert said in said_on(answer).replace("csv,", "csv ,")
    assert "Case audits: audits.csv" in said_on(client.get(reverse("imports:list")))


@pytest.mark.parametrize(
    ("state", "counts"),
    [
        *(("checked", None), ("waiting", None), ("cancelled", None)),
        *(("imported", "7"), ("undone", "7")),
    ],
)
def test_what_a_check_found_is_not_shown_as_added(client, officer, state, counts):
    ended = {"ended_on": None if state in ("checked", "waiting") else ON}
    ended["undone_on"] = ON if state == "undone" else None
    import_run(titles="Bees", state=state, added=7, changed=7, refused=3, **ended)
    page = client.get(reverse("imports:list")).content.decode()
    cells = re.findall(r"<td[^>]*--numeric\"[^>]*>(.*?)</td>", page, re.S)
    if counts is None:
        counts = '<span aria-hidden="true">–</span>'
        assert "Nothing was imported" in cells[0] and "Nothing was imported" in cells[1]
    assert [cell.startswith(counts) for cell in cells] == [True, True, False]
    assert cells[2] == "3"


def test_history_names_each_step_and_its_counts(client, officer):
    run = imported(table(row(1)))
    page = words(client, "record", run)
    assert "Files checked" in page and "Files imported" in page
    assert "Rows added: to 1" in page and "Rows left alone: to 0" in page
