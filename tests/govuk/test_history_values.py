"""Values of history as pages print them."""

from assurance.govuk.templatetags.govuk import history_value


def test_a_value_reads_as_people_write_it():
    assert history_value("2016-01-18") == "18 January 2016"
    assert history_value("on_track") == "on track"
    assert history_value(True) == "Yes"
    assert history_value(["count of 29 February 2020", "2016-01-18"]) == (
        "count of 29 February 2020; 18 January 2016"
    )
    # A value that was emptied, or never had anything, is named as such.
    assert {history_value(value) for value in ([], "", {}, None)} == {"nothing"}
    assert history_value(0) == 0
