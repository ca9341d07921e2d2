"""Parts beside their whole, in the many orders in which papers write them, right and wrong."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cases import random_cases
from tests.checks.numbers.told import says, unlike, weighed

KEY = "parts-of-whole"

OPENED_BY_OF = (
    ("Of 200 staff, 150 have a check and 60 do not.", "200"),
    ("Of 200 staff, 150 have a check and 50 do not.", ""),
    ("Of 200 staff, 150 have a check and 20 do not.", "200"),
    ("Of 200 staff, 150 have a check but 60 do not.", "200"),
    ("Of 200 staff, 150 were checked while 40 were not.", "200"),
    ("Of 200 staff, 150 were checked while 50 were not.", ""),
    ("Of 200 staff 150 have a check and 60 do not.", "200"),
    ("Of the 200 staff, 150 have a check and 60 do not.", "200"),
    ("Of our 200 staff, 150 have a check and 50 do not.", ""),
    ("Of a total of 200 staff, 150 have a check and 55 do not.", "200"),
    ("Out of 200 staff, 150 have a check and 55 do not.", "200"),
    ("Of 200 staff asked in May, 150 have a check and 60 do not.", "200"),
    ("Of 48 visits, 40 were in time and 9 late.", "48"),
    ("Of 48 visits, 40 were in time and 8 late.", ""),
    ("Of 48 visits: 30 were in time; 12 were late; 7 were missed.", "48"),
    ("Of 48 visits: 30 were in time; 12 were late; 6 were missed.", ""),
    ("Of 200 staff, 150 have a check, 40 do not and 20 wait for one.", "200"),
    ("Of 200 staff, 150 have a check, 40 do not and 10 wait for one.", ""),
    ("Of 96 files, 14 were outstanding, 47 good, 29 fair and 7 poor.", "96"),
    ("Of 96 files, 14 were outstanding, 47 good, 29 fair and 6 poor.", ""),
    ("Of 96 files, 14 were outstanding and the remaining 80 were good.", "96"),
    ("Of 96 files, 14 were outstanding and the remaining 82 were good.", ""),
    ("Of 96 files, 60 were good and the other 38 were fair.", "96"),
    ("Of 96 files, 60 were good and the other 36 were fair.", ""),
)
# What is told is only some of the whole, or the same ones twice: nothing need add up.
NOT_ALL = (
    "Of 200 staff, 150 have a check and 20 have asked for leave.",
    "Of 200 staff, 150 have a check and 90 have a car.",
    "Of 200 staff, 150 have a check, including 60 who came in May.",
    "Of 200 staff, over 150 have a check and 60 do not.",
    "Of 200 staff, 150 have a check and several do not.",
    "Of 200 staff, 150 have a check.",
    "Of 200 staff, 150 (75%) have a check and 50 (25%) do not.",
    "Of 96 files, 14 were outstanding and 20 were good, and the rest wait.",
    "We met 40 families in 12 places and wrote to 30 more.",
    "There were 52 referrals in the period, for example 12 about school.",
    "The team of 24 holds 8 cases each.",
)
BRACKETS_AND_COLONS = (
    ("We closed 48 cases (20 in May and 28 in June).", ""),
    ("We closed 48 cases (20 in May and 29 in June).", "48"),
    ("We closed 48 cases (20 in May, 18 in June and 10 in July).", ""),
    ("We closed 48 cases (20 in May, 18 in June and 12 in July).", "48"),
    ("We closed 48 cases: 20 in May and the other 28 in June.", ""),
    ("We closed 48 cases: 20 in May and the other 27 in June.", "48"),
    ("We closed 48 cases – 20 in May, 18 in June and 11 in July.", "48"),
    ("We closed 48 cases – 20 in May, 18 in June and 10 in July.", ""),
    ("We closed 48 cases, made up of 20 in May and 26 in June.", "48"),
    ("We closed 48 cases, made up of 20 in May and 28 in June.", ""),
    ("We closed 48 cases, comprising 20 from schools and 18 from health.", "48"),
    ("We closed 48 cases, comprising 20 from schools and 28 from health.", ""),
    ("We closed 48 cases, split between 20 in May and 18 in June.", "48"),
    ("We closed 48 cases, 30 of which were old and 18 new.", ""),
    ("We closed 48 cases, 30 of which were old and 20 new.", "48"),
    ("We closed 20 old and 28 new cases, making 48.", ""),
    ("We closed 20 old and 28 new cases, making 49.", "49"),
    ("We closed 20 old and 28 new cases, giving a total of 46.", "46"),
    ("We closed 20 in May and 28 in June, 48 in total.", ""),
    ("We closed 20 in May and 28 in June, 50 in total.", "50"),
    ("The two teams have 20 + 28 = 48 cases.", ""),
    ("The two teams have 20 + 28 = 47 cases.", "47"),
)
AFTER_THE_WHOLE = (
    ("We took 47 calls. Of these, 39 were settled and 8 were not.", ""),
    ("We took 47 calls. Of these, 39 were settled and 9 were not.", "47"),
    ("We took 47 calls. Of them, 30 were settled, 10 passed on and 8 lost.", "47"),
    ("We took 47 calls. Of them, 30 were settled, 10 passed on and 7 lost.", ""),
    ("We took 47 calls. 39 of these were settled and a further 9 passed on.", "47"),
    ("We took 47 calls. 39 of these were settled and a further 8 passed on.", ""),
    ("We made plans in 512 of the 540 cases; the remaining 28 wait.", ""),
    ("We made plans in 512 of the 540 cases; the remaining 38 wait.", "540"),
)
LISTED = (
    ("There were 48 audits:\n* 20 in May\n* 28 in June", ""),
    ("There were 48 audits:\n* 20 in May\n* 27 in June", "48"),
    ("There were 48 audits, as follows:\n* May: 20\n* June: 20", "48"),
    ("There were 48 audits, as follows:\n* May: 20\n* June: 28", ""),
    ("There were 48 audits:\n* May (20)\n* June (18)\n* July (9)", "48"),
    ("There were 48 audits:\n* May (20)\n* June (18)\n* July (10)", ""),
    ("Audits:\n* May: 20\n* June: 28\n* Total: 49", "49"),
    ("Audits:\n* May: 20\n* June: 28\n* Total: 48", ""),
    ("There were 48 audits:\n* 20 in May\n* several in June", ""),
    ("There were 48 audits, among them:\n* 12 in May\n* 9 in June", ""),
)
LARGER = (
    ("49 of the 48 were done.", "49"),
    ("48 of the 48 were done.", ""),
    ("Over 49 of the 48 were done.", ""),
    ("1,201 out of 1,200 forms came back.", "1,201"),
    ("1,200 out of 1,200 forms came back.", ""),
    ("Thirteen of the twelve plans are late.", "Thirteen"),
    ("Twelve of the twelve plans are late.", ""),
    ("£1.2m of the £1.2m was spent.", ""),
    ("We spent £1.3m against a budget of £1.2m.", ""),
)


def test_parts_under_a_whole_that_opens_its_sentence_add_up():
    assert unlike(KEY, OPENED_BY_OF) == []


def test_what_is_told_in_part_need_not_add_up():
    assert [(text, weighed(text)) for text in NOT_ALL if KEY in dict(weighed(text))] == []


def test_parts_in_brackets_after_colons_and_before_totals_add_up():
    assert unlike(KEY, BRACKETS_AND_COLONS) == []


def test_parts_told_a_sentence_later_add_up():
    assert unlike(KEY, AFTER_THE_WHOLE) == []


def test_the_items_of_a_list_add_up_to_what_opens_or_ends_it():
    assert unlike(KEY, LISTED) == []


def test_no_part_is_larger_than_its_whole():
    assert unlike(KEY, LARGER) == []


def test_what_is_said_names_the_sum_the_whole_and_how_far_apart_they_are():
    assert says("Of 200 staff, 150 have a check and 60 do not.") == [
        "150 + 60 = 210, and the paper says 200 (10 too many)."
    ]
    assert says("Of 200 staff, 150 have a check and 20 do not.") == [
        "150 + 20 = 170, and the paper says 200 (30 missing)."
    ]
    assert says("There were 48 audits:\n* 20 in May\n* 27 in June") == [
        "20 + 27 = 47, and the paper says 48 (1 missing)."
    ]
    assert says("49 of the 48 were done.") == ["49 of 48: the part is larger than the whole."]


FORMS = (
    "Of {whole} files, {a} were read and {b} were not.",
    "Of the {whole} files, {a} were read and the remaining {b} wait.",
    "We hold {whole} files: {a} from schools and the other {b} from health.",
    "We hold {whole} files ({a} from schools and a further {b} from health).",
    "We hold {whole} files, made up of {a} old and {b} new.",
    "We hold {a} old and {b} new files, making {whole}.",
    "We hold {whole} files:\n* {a} from schools\n* {b} from health",
    "Files:\n* Schools: {a}\n* Health: {b}\n* Total: {whole}",
)


@random_cases(20)
@given(
    st.sampled_from(FORMS),
    st.integers(min_value=7, max_value=500),
    st.integers(min_value=7, max_value=500),
    st.sampled_from((-2, -1, 1, 2)),
)
def test_any_two_parts_of_a_whole_that_add_up_are_left_and_others_found(form, a, b, off):
    assert weighed(form.format(whole=a + b, a=a, b=b)) == []
    found = weighed(form.format(whole=a + b + off, a=a, b=b))
    assert found == [(KEY, f"{a + b + off}")]
