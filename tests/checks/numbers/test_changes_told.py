"""Words of direction and amounts between two numbers, in many orders, right and wrong."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.cases import random_cases
from tests.checks.numbers.told import says, unlike, weighed

KEY = "change-denied"

WORDS = (
    ("Referrals rose from 200 to 230.", ""),
    ("Referrals rose from 230 to 200.", "200"),
    ("Referrals fell from 230 to 200.", ""),
    ("Referrals fell from 200 to 230.", "230"),
    ("Referrals increased from 200 in May to 230 in June.", ""),
    ("Referrals increased from 230 in May to 200 in June.", "200"),
    ("Referrals have decreased from 230 to 200.", ""),
    ("Referrals have decreased from 200 to 230.", "230"),
    ("Referrals dropped from 230 to 230.", "230"),
    ("Referrals went up from 200 to 230.", ""),
    ("Referrals went up from 230 to 200.", "200"),
    ("Referrals went down from 200 to 230.", "230"),
    ("Referrals went from 200 to 230.", ""),
    ("Referrals went from 230 to 200.", ""),
    ("Referrals grew from two hundred to two hundred and thirty.", ""),
    ("Referrals grew to 230 from 200.", ""),
    ("Referrals grew to 200 from 230.", "200"),
    ("Referrals fell to 200 (from 230).", ""),
    ("Referrals fell to 230 (from 200).", "230"),
    ("Referrals were 230, up from 200.", ""),
    ("Referrals were 200, up from 230.", "200"),
    ("Referrals were 200, down from 230 in May.", ""),
    ("Referrals were 230, down from 200 in May.", "230"),
    ("Referrals were 230 (an increase from 200).", ""),
    ("Referrals were 200 (an increase from 230).", "200"),
    ("Attendance rose from 91% to 93%.", ""),
    ("Attendance rose from 93% to 91%.", "91%"),
    ("Spend fell from £1.2m to £1.1m.", ""),
    ("Spend fell from £1.1m to £1.2m.", "£1.2m"),
    ("Referrals did not rise from 230 to 200.", ""),
    ("Referrals rose from over 200 to about 190.", ""),
    ("Ages ran from 8 to 17.", ""),
    ("The rooms seat from 30 to 20 people.", ""),
)
AMOUNTS = (
    ("Referrals rose by 30, from 200 to 230.", ""),
    ("Referrals rose by 40, from 200 to 230.", "40"),
    ("Referrals rose by 15% from 200 to 230.", ""),
    ("Referrals rose by 13% from 200 to 230.", "13%"),
    ("Referrals rose from 200 to 230, a rise of 15%.", ""),
    ("Referrals rose from 200 to 230, a rise of 18%.", "18%"),
    ("Referrals rose from 200 to 230, a rise of 30.", ""),
    ("Referrals rose from 200 to 230, a rise of 35.", "35"),
    ("Referrals rose from 200 to 230, an increase of 30 (15%).", ""),
    ("Referrals rose from 200 to 230, an increase of 30 (12%).", "12%"),
    ("Referrals fell from 230 to 200, a fall of 13%.", ""),
    ("Referrals fell from 230 to 200, a fall of 15%.", "15%"),
    ("There was a reduction of 30, from 230 to 200.", ""),
    ("There was a reduction of 20, from 230 to 200.", "20"),
    ("Attendance rose from 82% to 91%, a rise of 9 percentage points.", ""),
    ("Attendance rose from 82% to 91%, a rise of 11 percentage points.", "11"),
    ("Attendance rose from 80% to 90%, a rise of 10%.", ""),
    ("Attendance rose from 80% to 90%, a rise of 12.5%.", ""),
    ("Attendance rose from 80% to 90%, a rise of 14%.", "14%"),
    ("Cases were 188, compared with 210 in May, a fall of 22.", ""),
    ("Cases were 188, compared with 210 in May, a fall of 21.", "21"),
    ("Cases were 188, compared with 210 in May, a rise of 22.", "188"),
    ("We chaired 611 reviews, 34 more than the 577 of last year.", ""),
    ("We chaired 611 reviews, 36 more than the 577 of last year.", "36"),
    ("We chaired 577 reviews, 34 fewer than the 611 of last year.", ""),
    ("We chaired 577 reviews, 34 more than the 611 of last year.", "577"),
    ("We spent £41.2m against a budget of £39.8m, an overspend of £1.4m.", ""),
    ("We spent £41.2m against a budget of £39.8m, an overspend of £2.4m.", "£2.4m"),
    ("Attendance was 93%, above the average of 91%.", ""),
    ("Attendance was 91%, above the average of 93%.", "91%"),
    ("Attendance was 91%, lower than the average of 93%.", ""),
    ("Attendance was 93%, lower than the average of 91%.", "93%"),
)
TIMES = (
    ("Referrals doubled from 40 to 80.", ""),
    ("Referrals doubled from 40 to 82.", ""),
    ("Referrals doubled from 40 to 70.", "70"),
    ("Referrals nearly doubled from 40 to 75.", ""),
    ("Referrals nearly doubled from 40 to 55.", "55"),
    ("Referrals more than doubled from 40 to 81.", ""),
    ("Referrals more than doubled from 40 to 80.", "80"),
    ("Referrals trebled from 40 to 120.", ""),
    ("Referrals trebled from 40 to 90.", "90"),
    ("Referrals quadrupled from 40 to 160.", ""),
    ("Referrals quadrupled from 40 to 120.", "120"),
    ("Referrals halved from 80 to 40.", ""),
    ("Referrals halved from 80 to 60.", "60"),
    ("Referrals more than halved from 80 to 39.", ""),
    ("Referrals more than halved from 80 to 45.", "45"),
)


def test_a_word_of_direction_is_what_its_two_numbers_show():
    assert unlike(KEY, WORDS) == []


def test_an_amount_of_change_is_what_its_two_numbers_show():
    assert unlike(KEY, AMOUNTS) == []


def test_times_as_many_are_what_the_two_numbers_show():
    assert unlike(KEY, TIMES) == []


def test_what_is_said_tells_what_the_numbers_show():
    assert says("Referrals rose from 230 to 200.") == [
        "From 230 to 200 is a fall, and the paper says “rose”."
    ]
    assert says("Referrals dropped from 230 to 230.") == [
        "From 230 to 230 is no change, and the paper says “dropped”."
    ]
    assert says("Referrals rose by 40, from 200 to 230.") == [
        "From 200 to 230 is a change of 30, and the paper says 40."
    ]
    assert says("Referrals rose by 13% from 200 to 230.") == [
        "From 200 to 230 is a change of 15%, and the paper says 13%."
    ]
    assert says("Referrals doubled from 40 to 70.") == [
        "From 40 to 70 is 1.8 times as many, and the paper says “doubled”."
    ]


FORMS = (
    ("Visits rose from {a} to {b}.", "Visits fell from {a} to {b}."),
    ("Visits increased from {a} in May to {b} in June.", "Visits dropped from {a} in May to {b}."),
    ("Visits were {b}, up from {a} in May.", "Visits were {b}, down from {a} in May."),
    ("Visits grew to {b} from {a}.", "Visits declined to {b} from {a}."),
    (
        "Visits were {b}, compared with {a}, a rise of {d}.",
        "Visits were {b}, compared with {a}, a fall of {d}.",
    ),
    (
        "We made {b} visits, {d} more than the {a} of last year.",
        "We made {b} visits, {d} fewer than the {a} of last year.",
    ),
)


@random_cases(20)
@given(
    st.sampled_from(FORMS),
    st.integers(min_value=6, max_value=999),
    st.integers(min_value=6, max_value=999),
)
def test_any_two_numbers_bear_one_word_and_deny_the_other(form, a, b):
    assume(a != b)
    up, down = (one.format(a=a, b=b, d=abs(a - b)) for one in form)
    right, wrong = (up, down) if b > a else (down, up)
    assert weighed(right) == []
    assert [key for key, _about in weighed(wrong)] == [KEY]


@random_cases(20)
@given(
    st.integers(min_value=20, max_value=900),
    st.integers(min_value=20, max_value=900),
    st.integers(min_value=2, max_value=9),
)
def test_any_change_in_per_cent_is_of_the_first_number(a, b, off):
    assume(a != b)
    # Halves go up; reckoned in whole numbers alone.
    change = (abs(b - a) * 200 + a) // (2 * a)
    word = "rise" if b > a else "fall"
    text = "Visits went from {a} to {b}, a {word} of {said}%."
    assert weighed(text.format(a=a, b=b, word=word, said=change)) == []
    wrong = weighed(text.format(a=a, b=b, word=word, said=change + off))
    assert wrong == [(KEY, f"{change + off}%")]
