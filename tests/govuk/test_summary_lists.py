"""A record's rows: those with a value in a list, the others in one line with what changes them."""

import re

from django.template.loader import render_to_string

ROWS = [
    {"key": "Reference", "value": "CA-1", "change": "/change/#id_reference"},
    {"key": "First grade", "value": "", "change": "/change/#id_first_grade"},
    {"key": "Moderated by", "value": ""},
    {"key": "Word in addresses", "value": "ca-1", "folded": True},
]


def drawn(rows, **said):
    """The summary of `rows` as HTML."""
    return render_to_string("govuk/summary_list.html", {"rows": rows, **said})


def test_rows_without_a_value_are_in_one_line_with_their_links():
    page = drawn(ROWS)
    assert re.findall(r'__key">([^<]+)<', page) == ["Reference"]
    assert '<a class="govuk-link" href="/change/#id_first_grade">' in page
    line = re.sub("<[^>]*>", "", page).partition("Not recorded: ")[2]
    assert line.startswith("Change First grade, Moderated by.")


def test_a_whole_record_and_one_before_a_form_have_no_such_line():
    assert "Not recorded" not in drawn(ROWS[:1]) + drawn(ROWS, before_form=True)
