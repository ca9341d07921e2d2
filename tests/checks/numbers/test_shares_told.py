"""Per cents beside counts, in the many orders in which papers write them, right and wrong."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cases import random_cases
from tests.checks.numbers.told import mends, says, unlike, weighed

KEY = "percent-of-count"

# 35 of 139 is 25.18; 36 of 48 is 75; 17 of 24 is 70.8; 9 of 16 is 56.25; 250 of 400 is 62.5.
BASE_FIRST = (
    ("Of 139 authorities inspected, 35 (24%) were inadequate.", "24%"),
    ("Of 139 authorities inspected, 35 (25%) were inadequate.", ""),
    ("Of 139 authorities, 25% (35) were inadequate.", ""),
    ("Of 139 authorities, 26% (35) were inadequate.", "26%"),
    ("Of the 139 authorities inspected, 35 (24%) were inadequate.", "24%"),
    ("Of our 48 audits 36 (75%) were good.", ""),
    ("Of our 48 audits 36 (72%) were good.", "72%"),
    ("Out of 48 audits, 36 (75%) were good.", ""),
    ("Out of 48 audits, 36 (57%) were good.", "57%"),
    ("Out of a total of 48 audits, 36 (76%) were good.", "76%"),
    ("Of a total of 48 audits, 36 (75%) were good.", ""),
    ("Of 48 audits, 36 (75 per cent) were good.", ""),
    ("Of 48 audits, 36 (74 per cent) were good.", "74 per cent"),
    ("Of twenty-four visits, seventeen (71%) were in time.", ""),
    ("Of twenty-four visits, seventeen (70.8%) were in time.", ""),
    ("Of twenty-four visits, seventeen (70.9%) were in time.", "70.9%"),
    ("Of 16 panels, 9 (56%) sat in the evening.", ""),
    ("Of 16 panels, 9 (56.3%) sat in the evening.", ""),
    ("Of 16 panels, 9 (56.2%) sat in the evening.", "56.2%"),
    ("Of 400 referrals, 250 (63%) came from schools.", ""),
    ("Of 400 referrals, 250 (64%) came from schools.", "64%"),
    ("Of 1,200 contacts, 300 (25%) led to a referral.", ""),
    ("Of 1,200 contacts, 300 (23%) led to a referral.", "23%"),
)
CLAUSE_FIRST = (
    ("139 were inspected and 24% (35) were inadequate.", "24%"),
    ("139 were inspected and 25% (35) were inadequate.", ""),
    ("139 authorities were inspected and 35 (24%) were inadequate.", "24%"),
    ("139 authorities were inspected and 35 (25%) were inadequate.", ""),
    ("139 authorities were inspected, 35 (24%) of them were inadequate.", "24%"),
    ("139 authorities had been inspected, and 35 (26%) of them were inadequate.", "26%"),
    ("139 authorities had been inspected, and 35 (25%) of these were inadequate.", ""),
    ("By the end of May 48 audits were done: 36 (70%) were good.", "70%"),
    ("By the end of May 48 audits were done: 36 (75%) were good.", ""),
    ("In all 48 audits were done, but only 36 (77%) were shared.", "77%"),
    ("In all 48 audits were done, but only 36 (75%) were shared.", ""),
    ("Some 24% of the 139 (35) were inadequate.", "24%"),
    ("Some 25% of the 139 (35) were inadequate.", ""),
    ("About 24% of the 139 (35) were inadequate.", "24%"),
    ("Around 75% of the 48 audits (36) were good.", ""),
    ("Around 80% of the 48 audits (36) were good.", "80%"),
)
# Another noun, another time, another whole: the share is of something that is not printed.
OF_OTHERS = (
    "139 were inspected and 24% (35) of parents answered.",
    "200 staff were trained and 30 (24%) children spoke to them.",
    "48 audits were done and 12 (60%) of the complaints were upheld.",
    "48 audits were done, compared with last year, when 36 (90%) were good.",
    "In 2014 there were 60 audits, and this year 36 (75%) were good.",
    "120 letters were sent, 80 were read and 30 (38%) were answered.",
    "139 were inspected; 24% (35) of the rest wait.",
    "Over 139 were inspected and 24% (35) were inadequate.",
    "We trained 40 carers. 30 (24%) of staff came.",
    "Of 139 authorities inspected, some were inadequate (24%).",
)
BESIDE = (
    ("36 of 48 (75%) were good.", ""),
    ("36 of 48 (74%) were good.", "74%"),
    ("36 out of 48 audits – 75% – were good.", ""),
    ("36 out of 48 audits – 73% – were good.", "73%"),
    ("36 of the 48 audits, or 75%, were good.", ""),
    ("36 of the 48 audits, or 78%, were good.", "78%"),
    ("75% (36/48) were good.", ""),
    ("65% (36/48) were good.", "65%"),
    ("75% (36 of 48 audits) were good.", ""),
    ("76% (36 of 48 audits) were good.", "76%"),
    ("75% of audits (36 out of 48) were good.", ""),
    ("85% of audits (36 out of 48) were good.", "85%"),
    ("36 audits of the 48 (75%) were good.", ""),
    ("36 audits of the 48 (71%) were good.", "71%"),
    ("36 of 48 is 75%.", ""),
    ("36 of 48 is 76%.", "76%"),
    ("36 of the 48 audits, which represents 75%, were good.", ""),
    ("36 of the 48 audits, which represents 57%, were good.", "57%"),
    ("36 audits, 75% of the 48, were good.", ""),
    ("36 audits, 70% of the 48, were good.", "70%"),
    ("At least 75% (36 of 48) were good.", ""),
    ("At least 76% (36 of 48) were good.", "76%"),
    ("Over 75% (36 of 48) were good.", "75%"),
    ("Over 74% (36 of 48) were good.", ""),
    ("Under 76% (36 of 48) were good.", ""),
    ("0 of 48 (0%) were late.", ""),
    ("48 of 48 (100%) were good.", ""),
    ("48 of 48 (99%) were good.", "99%"),
)


def test_a_share_is_held_against_the_base_that_opens_its_sentence():
    assert unlike(KEY, BASE_FIRST) == []


def test_a_share_is_held_against_the_whole_told_in_the_clause_before():
    assert unlike(KEY, CLAUSE_FIRST) == []


def test_a_share_of_something_else_is_not_held_against_the_count_before_it():
    found = [(text, weighed(text)) for text in OF_OTHERS]
    assert [one for one in found if KEY in dict(one[1])] == []


def test_a_share_is_held_against_the_pair_beside_it_in_every_order():
    assert unlike(KEY, BESIDE) == []


def test_what_is_wrong_is_said_with_the_reckoning_and_the_mend_puts_it_right():
    wrong = "Of 139 authorities inspected, 35 (24%) were inadequate."
    assert says(wrong) == ["35 of 139 is 25% (25.2%), and the paper says 24%."]
    assert mends(wrong) == [("24%", "25%")]
    assert says(wrong.replace("24%", "25%")) == []
    assert says("36 of 48 (74%) were good.") == ["36 of 48 is 75%, and the paper says 74%."]
    assert says("At least 76% (36 of 48) were good.") == [
        "36 of 48 is 75%, and the paper says at least 76%."
    ]
    assert mends("56.2% (9 of 16) met.") == [("56.2%", "56.3%")]


def test_a_share_that_was_cut_is_advice_and_is_told_apart():
    # 17 of 24 is 70.83: cut to 70, rounded to 71.
    assert weighed("Of 24 visits, 17 (70%) were in time.") == []
    assert says("Of 24 visits, 17 (70%) were in time.") == [
        "17 of 24 is 71% (70.8%); 70% is cut, not rounded."
    ]


LISTS = (
    ("Of 48 audits:\n* 36 (75%) were good\n* 12 (25%) were poor", ""),
    ("Of 48 audits:\n* 36 (76%) were good\n* 12 (25%) were poor", "76%"),
    ("Of 48 audits:\n* 75% (36) were good\n* 25% (12) were poor", ""),
    ("Of 48 audits:\n* 75% (36) were good\n* 27% (12) were poor", "27%"),
    ("Out of 48 audits done in May:\n* 36 (75%) were good\n* 12 (52%) were poor", "52%"),
    ("We did 48 audits:\n* 36 (75%) were good\n* 12 (20%) were poor", "20%"),
    ("We did 48 audits:\n* 36 (75%) were good\n* 12 (25%) were poor", ""),
    ("We did 48 audits.\n\nOf these:\n* 36 were good\n* 12 were poor", ""),
)


def test_the_items_of_a_list_are_held_against_the_base_over_it():
    assert unlike(KEY, LISTS) == []


FORMS = (
    "Of {b} files, {c} ({p}%) were good.",
    "Of the {b} files read, {p}% ({c}) were good.",
    "{b} files were read and {c} ({p}%) were good.",
    "{b} files were read and {p}% ({c}) of them were good.",
    "{c} of {b} files ({p}%) were good.",
    "{p}% of files ({c} of {b}) were good.",
    "{p}% of the {b} files ({c}) were good.",
    "{c} files, {p}% of the {b}, were good.",
    "We read {b} files. Of these, {c} ({p}%) were good.",
    "There were {b} files, of which {c} ({p}%) were good.",
)


@random_cases(20)
@given(
    st.sampled_from(FORMS),
    st.integers(min_value=20, max_value=999),
    st.integers(min_value=0, max_value=999),
    st.sampled_from((-4, -3, -2, 2, 3, 4)),
)
def test_any_share_rightly_rounded_is_left_and_one_points_away_is_found(form, base, part, off):
    count = 6 + part % (base - 6)
    right = next(p for p in range(101) if abs(p * base - 100 * count) * 2 <= base)
    said = right + off if 4 < right < 96 else 50
    assert weighed(form.format(b=base, c=count, p=right)) == []
    if abs(said - right) > 1:
        wrong = form.format(b=base, c=count, p=said)
        near = abs(said - right) < 5 or not form.startswith("{b}")
        assert [key for key, _about in weighed(wrong)] == [KEY] * near
