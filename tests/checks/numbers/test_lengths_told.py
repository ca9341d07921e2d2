"""Counts that announce a list, a run of words or a table, and clauses that only look like one."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cases import random_cases
from tests.checks.numbers.told import says, unlike, weighed

KEY = "list-length"

IN_A_LINE = (
    ("We have four priorities: voice, plans, reviews and health.", ""),
    ("We have four priorities: voice, plans and reviews.", "four"),
    ("We have five priorities: voice, plans, reviews and health.", "five"),
    ("We have 3 priorities: voice, plans, reviews and health.", ""),
    ("We have 3 priorities: voice, plans, reviews, and health.", "3"),
    ("We have 2 priorities: voice, plans, reviews and health.", "2"),
    ("Six themes: voice, plans, housing, health and school.", "Six"),
    ("Five themes: voice, plans, housing, health and school.", ""),
    ("Five themes: voice, plans, housing, health, and school.", ""),
    ("Four themes: voice and influence, plans, housing, and health.", ""),
    ("Three themes: voice; plans, old and new; housing.", ""),
    ("Three themes: voice; plans.", "Three"),
    ("We have five aims: to listen, to act and to learn.", "five"),
    ("We have three aims: to listen, to act and to learn.", ""),
    ("There are two strands: one for staff and one for carers.", ""),
    ("The plan has four strands: homes, schools (two sorts), work and health.", ""),
    ("Over four themes: voice, plans and health.", ""),
    ("Four themes, including: voice, plans and health.", ""),
)
# What follows the colon explains; or so few are named that nobody can have meant all.
CLAUSES = (
    "13 storyboards: short illustrated summaries, each explaining one part of the work.",
    "We made 13 storyboards: short, plain summaries, drawn with young people and handed round.",
    "There are three documents: plans, which are signed, and kept.",
    "There are four principles: they guide the work, and we keep to them.",
    "There are four principles: these are old, well known and kept.",
    "We took eight actions: some small, some large and all late.",
    "We met two goals: in which order, time will tell, and so will they.",
    "There are ten strands: voice, plans and health come first.",
    "Two lessons: because we asked late, few answered, and we know it.",
    "The 12 standards: set in 2011, amended in 2013 and now under review.",
    "Across the five themes: voice, plans and health.",
    "There are six tips: write, simply.",
    "We hold 4 audits: 12 files each, at random, by two readers and a manager.",
)
LISTS = (
    ("There are three aims:\n* voice\n* plans\n* reviews", ""),
    ("There are three aims:\n* voice\n* plans", "three"),
    ("There are three aims:\n* voice\n* plans\n* reviews\n* health", "three"),
    ("There are 3 aims below:\n* voice\n* plans\n* reviews\n* health", "3"),
    ("The aims are these three, as follows:\n* voice\n* plans", ""),
    ("We found two strengths and three weaknesses:\n* a\n* b\n* c\n* d\n* e", ""),
    ("We found two strengths and three weaknesses:\n* a\n* b\n* c\n* d", "three"),
    ("There are three aims, including:\n* voice\n* plans", ""),
    ("Among the nine aims are, for example:\n* voice\n* plans", ""),
    ("At least three aims stand out:\n* voice\n* plans", ""),
    ("Two of the five aims are met:\n* voice\n* plans", ""),
    ("Two of the five aims are met:\n* voice\n* plans\n* health", "Two"),
    ("We saw 40 families. What we learned:\n* voice\n* plans", ""),
    ("In each of the three teams we saw:\n* voice\n* plans", ""),
    ("There are three aims.\n\nThe aims are:\n* voice\n* plans\n* health", ""),
    ("There are four aims. The aims are:\n* voice\n* plans\n* health", "four"),
    ("There are six aims and one further aim:\n* a\n* b\n* c\n* d\n* e\n* f\n* g", ""),
)
TABLES = (
    ("There are three themes.", "Theme", ("Voice", "Plans", "Health"), ""),
    ("There are four themes.", "Theme", ("Voice", "Plans", "Health"), "four"),
    ("There are two themes.", "Theme", ("Voice", "Plans", "Health"), "two"),
    ("There are four teams.", "Theme", ("Voice", "Plans", "Health"), ""),
    ("There are over four themes.", "Theme", ("Voice", "Plans", "Health"), ""),
    ("There are two themes.", "Theme", ("Voice", "Voice", "Health"), ""),
)


def test_a_count_before_a_colon_is_how_many_are_named():
    assert unlike(KEY, IN_A_LINE) == []


def test_a_clause_behind_a_colon_is_no_list():
    assert [(text, weighed(text)) for text in CLAUSES if weighed(text)] == []


def test_a_count_over_a_list_is_how_many_items_it_has():
    assert unlike(KEY, LISTS) == []


def test_a_count_before_a_table_is_how_many_rows_of_that_it_has():
    cases = []
    for text, head, names, about in TABLES:
        rows = "\n".join(f"| {name} | 2{place} |" for place, name in enumerate(names))
        cases.append((f"{text}\n\nTable: Audits\n| {head} | Audits |\n{rows}", about))
    assert unlike(KEY, cases) == []


def test_what_is_said_names_both_counts():
    assert says("We have four priorities: voice, plans and reviews.") == [
        "The paper says four priorities, and 3 are named."
    ]
    assert says("There are three aims:\n* voice\n* plans") == [
        "The paper says three aims, and 2 are listed."
    ]


NAMES = ("voice", "plans", "reviews", "housing", "health", "schooling", "work", "travel")
WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")


@random_cases(20)
@given(
    st.integers(min_value=3, max_value=7),
    st.sampled_from(("{n} aims: {run}.", "We have {n} themes: {run}.")),
    st.sampled_from((-1, 1)),
    st.booleans(),
)
def test_any_run_of_names_is_as_long_as_was_said(many, form, off, comma):
    run = ", ".join(NAMES[: many - 1]) + (", and " if comma else " and ") + NAMES[many - 1]
    assert weighed(form.format(n=WORDS[many - 2], run=run)) == []
    wrong = WORDS[many - 2 + off]
    # Without its last comma "reviews and health" may be one aim.
    sure = comma or off > 0
    assert weighed(form.format(n=wrong, run=run)) == [(KEY, wrong)] * sure
