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


def test_the_days_of_a_report_are_printed_in_words_with_what_it_calls_them():
    period = "2019-04-01..2019-09-30 Audits done in"
    assert history_value(period) == "1 April 2019 to 30 September 2019, “Audits done in”"
    assert history_value("2019-09-06..2019-09-06") == "6 September 2019"


def test_typed_words_that_are_no_days_stay_as_they_are():
    for text in ("2019-02-31..2019-09-30", "2019-09-30..2019-04-01 The wrong way round"):
        assert history_value(text) == text


def test_of_a_fingerprint_its_beginning_is_enough_to_tell_it_from_another():
    assert history_value("0a1b2c3d" * 8) == "0a1b2c3d…"
    assert history_value("0a1b2c3d") == "0a1b2c3d"
