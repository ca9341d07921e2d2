"""Words of one stem are one word; words that mean something else are not."""

from hypothesis import given
from hypothesis import strategies as st

from reports.vocabulary.plain_text import plain
from reports.vocabulary.stems import plain_stems, stem, stems
from tests.cases import random_cases
from tests.sweeping import swept

ALIKE = [
    ("audit", "audits", "auditing", "audited", "auditor", "auditors"),
    ("child", "children"),
    ("check", "checks", "checked", "checking"),
    ("inspect", "inspection", "inspections", "inspected"),
    ("inspector", "inspectors"),
    ("plan", "plans", "planned", "planning"),
    ("policy", "policies"),
    ("agency", "agencies"),
    ("place", "placed", "placement", "placements", "places"),
    ("moderate", "moderated", "moderation"),
    ("recommend", "recommended", "recommendation", "recommendations"),
    ("rated", "rating", "ratings"),
    ("rate", "rates"),
    ("assess", "assesses", "assessed", "assessment", "assessments"),
    ("judge", "judged", "judgement", "judgements"),
    ("replace", "replaced", "replacement"),
    ("remind", "reminder", "reminders"),
    ("adopt", "adoption", "adopted"),
    ("renew", "renewed", "renewing"),
    ("safeguard", "safeguarding", "safeguarded"),
    ("visit", "visits", "visitor", "visitors"),
    ("commitment", "commitments"),
    ("share", "shared", "shares", "sharing"),
    ("survey", "surveys", "surveyed"),
    ("teenager", "teenagers"),
    ("decide", "decided", "decides"),
    ("fill", "filled", "filling"),
]
APART = [
    ("inspector", "inspection"),
    ("rate", "rating"),
    ("teacher", "teach"),
    ("care", "carer"),
    ("foster", "fast"),
    ("need", "neglect"),
    ("case", "caseload"),
    ("school", "social"),
    ("worker", "workshop"),
    ("staff", "stay"),
    ("board", "boarding school"),
    ("2015", "2016"),
    ("lac", "lack"),
    ("this", "thing"),
    ("bus", "buses of"),
]


@swept([(group[0], word) for group in ALIKE for word in group[1:]])
def test_forms_of_one_word_have_one_stem(first, word):
    assert stem(first) == stem(word)


@swept(APART)
def test_other_words_have_other_stems(one, other):
    assert stems(one) != stems(other)


@swept(
    [
        ("Looked-after children", " look after child "),
        ("Children looked after", " child look after "),
        ("DBS re-checks, 54%", " dbs re check 54 percent "),
        ("", "  "),
        ("30 of 351", " 30 of 351 "),
    ]
)
def test_a_text_is_its_stems_with_spaces_around_each(text, line):
    assert stems(text) == line


@random_cases(25)
@given(st.text(alphabet=st.characters(codec="ascii", categories=("Ll",)), max_size=20))
def test_a_stem_begins_as_its_word_and_is_never_empty(word):
    short = stem(word)
    assert bool(short) == bool(word)
    assert word[:2] == short[:2]
    assert len(short) <= len(word) + 1


@random_cases(25)
@given(st.text(max_size=80))
def test_a_text_has_as_many_stems_as_plain_words(text):
    assert len(stems(text).split()) == len(plain(text).split())
    assert stems(text) == stems(plain(text))


@random_cases(25)
@given(st.text(max_size=120))
def test_a_text_that_is_plain_has_the_stems_of_the_text_it_was_made_of(text):
    assert plain_stems(plain(text)) == stems(text)
