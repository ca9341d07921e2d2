"""What an officer may give and say: files, kinds, columns, how days are written; each refusal."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from assurance.imports.forms.files import MANY_FILES, NO_FILE, GiveForm
from assurance.imports.forms.read_as import ReadAsForm
from assurance.imports.plan.headings import Choices
from tests.make.imports import AUDITS, HEADINGS, KINDS, RETURN, TEAMS
from tests.sweeping import swept

LINE = "CA-1,31/01/2015,Child in Need,North,Date the plan,13/02/2015,Clear plan"
ASKED = {"column": "audited_on", "label": "Audited on", "cells": 1, "row": 2, "is_mixed": False}
MIXED = "Other cells of the column contradict each other: look at them before you answer."


class Sent(dict):
    """Uploaded files by their box's name, as a request holds several."""

    def getlist(self, name):
        """The files of one box."""
        return self.get(name, [])


def file(text, name="audits.csv"):
    """One uploaded file."""
    return SimpleUploadedFile(name, text.encode())


def given(*files):
    """The form with these files."""
    return GiveForm({}, Sent(files=list(files)))


def good(name="audits.csv"):
    """A file of one audit."""
    return file(f"{','.join(HEADINGS)}\n{LINE}\n", name)


def told(**said):
    """One table as its check tells of it: the small audits with all of their columns."""
    names = ["reference", "audited_on", "service", "team", "actions", "shared_on", "strengths"]
    columns = [
        {"heading": heading, "key": heading.casefold(), "name": name, "label": name}
        for heading, name in zip(HEADINGS, names, strict=True)
    ]
    usual = {"name": "audits.csv", "sheet": "", "kind": "small-audits", "left_out": False}
    usual |= {"questions": [], "said": {"columns": None, "orders": None}, "columns": columns}
    return {**usual, **said}


def asked(*tables, kinds=KINDS, typed=None):
    """The form about these tables; sent as it was drawn but for what was `typed`."""
    form = ReadAsForm(found={"tables": list(tables)}, kinds=kinds)
    if typed is None:
        return form
    drawn = {name: one.initial for name, one in form.fields.items() if one.initial is not None}
    return ReadAsForm({**drawn, **typed}, found={"tables": list(tables)}, kinds=kinds)


def errors(form):
    """(field, sentence) of each refusal."""
    return [(name, one) for name, several in form.errors.items() for one in several]


def test_tables_of_every_file_are_read_in_order_or_refused_by_name():
    form = given(good("b.csv"), good("a.csv"))
    assert form.is_valid()
    assert [table.name for table in form.cleaned_data["files"]] == ["b.csv", "a.csv"]
    assert form.cleaned_data["files"][0].rows[0].cells[0] == "CA-1"
    form = given(file("", "empty.csv"), good(), file("%PDF-1.4\n", "paper.pdf"))
    assert [one.partition(":")[0] for _, one in errors(form)] == ["empty.csv", "paper.pdf"]
    assert all(one.endswith(".") for _, one in errors(form))
    assert "files" not in form.cleaned_data


@pytest.mark.parametrize("files", [[], [None], [""]])
def test_no_file_is_asked_for(files):
    assert errors(given(*files)) == [("files", NO_FILE)]


@pytest.mark.parametrize(("number", "is_refused"), [(1, False), (20, False), (21, True)])
def test_at_most_so_many_files_are_taken(number, is_refused):
    form = given(*(good(f"{one}.csv") for one in range(number)))
    assert errors(form) == (
        [("files", f"Give at most {MANY_FILES} files at one time.")] * is_refused
    )


def test_the_box_takes_several_files_and_says_which():
    html = str(GiveForm()["files"])
    assert "multiple" in html
    assert all(f".{one}" in html for one in ("csv", "xlsx", "ods"))
    assert "Nothing is changed until" in GiveForm().fields["files"].help_text


@swept(
    [
        (told(), KINDS, "", "small-audits", ["Teams", "Case audits", "A small return"]),
        (told(sheet="May"), (TEAMS,), ", sheet May", "small-audits", ["Teams"]),
        (told(kind="", columns=[]), (AUDITS,), "", "", ["Case audits"]),
        (told(left_out=True, kind=""), (), "", "-", []),
    ]
)
def test_a_table_is_asked_about_by_its_file_as_what_it_was_read(table, kinds, more, kind, titles):
    form = asked(table, kinds=kinds)
    assert form.fields["kind-0"].label == f"Kind of “audits.csv”{more}"
    assert form["kind-0"].value() == kind
    words = [label for _, label in form.fields["kind-0"].choices]
    assert words == ["Choose what it is", *titles, "Leave this file out"]


READ_ALREADY = "“{}” is read as this already: choose another."


@swept(
    [
        ({}, {}),
        ({"kind-0": ""}, {"kind-0": "Choose what “audits.csv” is"}),
        ({"kind-0": "shoes"}, {"kind-0": "Choose “Kind of ‘audits.csv’” from the list"}),
        ({"column-0-1": "shoes"}, {"column-0-1": "Choose “"}),
        ({"column-0-6": ""}, {}),
        ({"column-0-0": "", "column-0-6": "reference"}, {}),
        ({"column-0-6": "reference"}, {"column-0-6": READ_ALREADY.format("Ref")}),
        (
            {"column-0-5": "team", "column-0-6": "team"},
            dict.fromkeys(("column-0-5", "column-0-6"), READ_ALREADY.format("Team")),
        ),
        ({"column-0-0": "team", "column-0-3": "reference"}, {}),
    ]
)
def test_what_is_refused_of_what_is_said(typed, refused):
    found = errors(asked(told(), typed=typed))
    assert [name for name, _ in found] == [*refused]
    assert all(sentence.startswith(refused[name]) for name, sentence in found)


def test_what_is_said_becomes_choices_and_one_column_may_be_read_in_two_tables():
    form = asked(told(), told(name="more.csv"), typed={})
    assert form.is_valid()
    assert [one.columns["ref"] for one in form.choices()] == ["reference", "reference"]
    form = asked(told(), typed={"column-0-6": "", "column-0-0": "team", "column-0-3": "reference"})
    assert form.is_valid()
    [said] = form.choices()
    assert said.kind == "small-audits" and said.orders == {}
    assert said.columns == {
        "ref": "team",
        "date of audit": "audited_on",
        "service": "service",
        "team": "reference",
        "actions": "actions",
        "shared with worker": "shared_on",
        "strengths": "",
    }


@pytest.mark.parametrize("kind", ["small-teams", "small-return", "-"])
def test_what_was_said_of_another_kinds_columns_is_forgotten(kind):
    form = asked(told(questions=[ASKED]), typed={"kind-0": kind, "order-0-audited_on": "dmy"})
    assert form.is_valid()
    assert form.choices() == [Choices(kind)]


@pytest.mark.parametrize("kind", ["", "small-return"])
def test_no_columns_are_asked_about_where_none_may_be_chosen(kind):
    form = asked(told(kind=kind))
    assert [one for one in form.fields if "-" in one] == ["kind-0"]
    assert form.parts[0]["columns"] == form.parts[0]["orders"] == []


@pytest.mark.parametrize(
    ("question", "hint"),
    [
        ({}, "1 cell can be read both ways, the first in row 2."),
        ({"cells": 2, "row": 9}, "2 cells can be read both ways, the first in row 9."),
        ({"cells": 1200}, "1,200 cells can be read both ways, the first in row 2."),
        ({"is_mixed": True}, f"1 cell can be read both ways, the first in row 2. {MIXED}"),
    ],
)
def test_a_question_about_days_says_how_many_and_where(question, hint):
    form = asked(told(questions=[{**ASKED, **question}]))
    [field] = form.parts[0]["orders"]
    assert field.help_text == hint and field.label == "How the days of “Audited on” are written"
    assert [words for _, words in field.field.choices] == [
        "Day, month, year: 3/4/2016 is 3 April",
        "The month first: 3/4/2016 is 4 March",
    ]


@pytest.mark.parametrize(
    ("order", "refused"),
    [
        (None, "Choose how the dates of “Audited on” are written"),
        ("ymd", "Choose “How the days of ‘Audited on’ are written” from the list"),
        ("dmy", ""),
        ("mdy", ""),
    ],
)
def test_a_question_about_days_has_to_be_answered(order, refused):
    typed = {"order-0-audited_on": order} if order else {}
    form = asked(told(questions=[ASKED]), typed=typed)
    assert errors(form) == ([("order-0-audited_on", refused)] if refused else [])
    if not refused:
        assert form.choices()[0].orders == {"audited_on": order}


def test_an_answer_given_before_is_shown_and_may_be_changed():
    table = told(said={"columns": None, "orders": {"shared_on": "mdy"}}, questions=[ASKED])
    form = asked(table)
    fields = form.parts[0]["orders"]
    assert [one.name for one in fields] == ["order-0-audited_on", "order-0-shared_on"]
    assert (fields[1].help_text, fields[1].value()) == ("As you chose before.", "mdy")
    assert fields[1].label == "How the days of “Shared on” are written"
    both = {"order-0-audited_on": "dmy", "order-0-shared_on": "dmy"}
    form = asked(table, typed=both)
    assert form.is_valid()
    assert form.choices()[0].orders == {"audited_on": "dmy", "shared_on": "dmy"}


def test_fields_stand_by_their_own_table_and_a_column_without_a_heading_goes_by_its_place():
    columns = [{"heading": "", "key": "", "name": "", "label": ""}]
    [field] = asked(told(columns=columns)).parts[0]["columns"]
    assert field.label == "Column 1"
    assert field.field.choices[0] == ("", "Not read")
    tables = [told(name=f"{one}.csv") for one in range(11)]
    parts = asked(*tables).parts
    assert [len(part["columns"]) for part in parts] == [7] * 11
    assert [part["table"]["name"] for part in parts][10] == "10.csv"


def test_a_kind_that_is_barred_is_chosen_again_and_names_in_a_file_are_text():
    form = asked(told(), kinds=(TEAMS, RETURN), typed={})
    assert [name for name, _ in errors(form)] == ["kind-0"]
    assert not form.parts[0]["columns"]
    form = asked(told(name="<b>.csv", columns=[]), kinds=(replace(AUDITS, title="<i>"),))
    html = str(form["kind-0"].label_tag()) + str(form["kind-0"])
    assert "<b>" not in html and "<i>" not in html and "&lt;b&gt;.csv" in html
