"""Tables of lists: what they leave out."""

from django.template import Context, Template

HEAD = '<tr><th scope="col">Name</th><th scope="col">Theme</th><th scope="col"></th></tr>'
ROW = '<tr><th scope="row">{}</th><td>{}</td><td></td></tr>'
NOTHING = '<span aria-hidden="true">–</span><span class="govuk-visually-hidden">Not given</span>'


def listed(*themes):
    """The list of records with those themes, as its page draws it."""
    rows = "".join(ROW.format(f"Record {place}", theme) for place, theme in enumerate(themes))
    table = f"<table><thead>{HEAD}</thead><tbody>{rows}</tbody></table>"
    return Template(f"{{% load lists %}}{{% cards %}}{table}{{% endcards %}}").render(Context())


def test_a_column_in_which_no_row_has_a_value_is_left_out_and_named():
    html = listed("–", NOTHING)
    assert "Columns without a value here: Theme." in html
    assert html.count("<th") + html.count("<td") == 2 * 3 + 1 and "Record 1" in html


def test_a_column_with_one_value_and_that_of_a_single_row_stay():
    for html in (listed("–", "Neglect"), listed("–", "<input>"), listed("–")):
        assert "Columns without" not in html and 'data-label="Theme"' in html
