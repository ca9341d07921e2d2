"""Pairs of numbers that leave few children, however they are written, and pairs that do not."""

from dataclasses import replace

import pytest

from reports.checks.numbers.disclosure.small import small_numbers
from reports.checks.rule import Severity
from reports.verdicts.run import check
from tests.checks.drawn import KNOWN, reading

CHILDREN = "We looked after 40 children on 1 December 2015."
LEAVES = (
    *("38 of the 40 children were seen.", "38 children of the 40 were seen.", "38/40 children."),
    *("Thirty-eight of forty children were seen.", "38 out of 40 children had a review."),
    "38 (95%) of the 40 looked after children were seen.",
    "38 of the council’s 40 children were seen.",
    "38 were seen out of a total of 40 children.",
    "38 of those 40 young people were in school.",
    "Of the 40 children, 38 were seen and 30 had a plan.",
    "Most of the 40 children, 38, were seen.",
    "Nearly all of our 40 young people, 37 in number, were in school.",
    "The great majority of the 40 children, 38, had a plan.",
    "Of the 40 children looked after on 1 December 2015, 38 had a health check.",
    "On 1 December 2015, of our 40 care leavers 38 were in touch.",
    "There were 40 children, of whom 38 were in school.",
    "There were 40 girls; 36 of them were in school.",
    f"{CHILDREN} 38 of them were seen.",
    f"{CHILDREN} Of these, 38 were seen.",
    f"{CHILDREN} 38 of the children were seen.",
    f"{CHILDREN}\n\n38 of these were seen.",
    f"{CHILDREN} 38 of the 40 were seen.",
    f"{CHILDREN} They were well. Of these, 38 were in school.",
    "All but two of the 40 children were seen.",
    "All 40 children but two were seen.",
    "All children except 3 were seen.",
    "All the children apart from one were seen.",
    "Every child but one was seen.",
    f"{CHILDREN} All but two were seen.",
    "Visits were made to two fewer than the 40 children.",
    "95% of the 40 children were seen.",
    "Of the 40 children, 95% were seen.",
    "97.5% of our 40 young people were seen.",
    f"{CHILDREN} 95% of the children were seen.",
    f"{CHILDREN} 95% of them were seen.",
    "There were 40 children, 95% of whom were seen.",
    "99% of the 188 children were seen.",
    "Nine in ten of the 40 children were seen.",
    "The rate was 7.7 per 10,000 of our 5,200 children.",
    "A rate of 0.8 per 1,000 of the 5,000 pupils was found.",
    "Of the 40 children:\n* 38 were in foster care\n* none was in a secure home",
    f"{CHILDREN} Of these:\n* 38 were in foster care\n* 20 had a plan",
    "The 40 children were placed as follows:\n* foster care: 38\n* elsewhere: none",
    "Table: Children seen\n| Team | Number |\n| North | 38 of 40 |\n| South | 60 of 60 |",
    "Table: Checks\n| Team | Children |\n| North | 38/40 |\n| South | 60/60 |",
    "{{38|looked_after.some|2015-12-01}} of the 40 children were seen.",
    "38 of the {{40|looked_after.children|2015-12-01}} children were seen.",
    "{{38|stated|2015-12-01}} of the {{40|stated|2015-12-01}} children were seen.",
    "{{38|measures.people|2015-12-01}} of the {{40|looked_after.children|2015-12-01}} children.",
)
LEAVES_NONE = (
    *("40 of the 40 children were seen.", "None of the 40 children was late."),
    *("30 of the 40 children were seen.", "100% of the 40 children were seen."),
    *(
        "Most of the 40 children, 30, were seen.",
        "Most of the 40 homes for children, 38, are full.",
    ),
    *("34 of the 40 children were seen.", "50% of the 40 children were seen."),
    *("98% of the 1,000 children were seen.", "99.5% of the 40,000 children were well."),
    *("Over 95% of the 40 children were seen.", "About 95% of the 40 children were seen."),
    *("38 of the 40 staff were checked.", "38 of the 40 members of staff were trained."),
    *("38 of the 40 audits were good.", "38 of the 40 children’s plans were in time."),
    *("38 of the 40 child protection conferences were in time.", "38 of 40 homes for children."),
    *("38 visits to the homes of the 40 children were made.", "38 reviews of the 40 children."),
    "38 of the 40 children in need plans were in time.",
    "There were 40 children, two fewer than the 42 in July.",
    "There were 40 children, two fewer than the 42 children of last year.",
    "Of the 40 children, 38 dental checks were up to date.",
    "Of the 40 audits of children’s files, 38 were good.",
    "There were 40 audits of children in care, of which 38 were good.",
    f"{CHILDREN} There were 40 audits. 38 of them were good.",
    f"{CHILDREN} All but two audits were good.",
    "All but two of the 40 plans for children were in time.",
    "40 children came into care and 38 left.",
    f"{CHILDREN} There were 38 carers.",
    f"{CHILDREN}\n\n# Audits\n\n38 of them were good.",
    "The rate was 57.0 per 10,000 of our 52,000 children.",
    "7.7 audits per 10,000 of our 5,200 children.",
    "The 40 children were asked about:\n* 38 homes\n* school",
    "Table: Plans for children\n| Team | Number |\n| North | 38 of 40 |\n| South | 60 of 60 |",
    "Table: Children seen\n| Team | Number |\n| North | 30 of 40 |\n| South | 60 of 60 |",
    "Children aged 3 to 40 months.",
    f"{CHILDREN} Two thirds of the children were between 3 and 15.",
    f"{CHILDREN} Eight of the children are in two of those groups, and 30 in one.",
)


def weights(text, **known):
    """How much each finding of few children weighs."""
    rows = check(reading(text), replace(KNOWN, **known), [small_numbers])
    return [one.severity for one in rows]


def test_a_pair_that_leaves_one_to_five_children_is_an_error_however_it_is_written():
    assert [text for text in LEAVES if Severity.ERROR not in weights(text)] == []


def test_a_pair_in_brackets_after_a_name_may_be_of_their_files_and_is_looked_at():
    text = (
        "Three quarters of the files were good: children in care (15 of 18) and leavers (40 of 60)."
    )
    assert weights(text) == [Severity.WARNING]
    assert weights(f"{CHILDREN} Children in care did best (38 of 40).") == [Severity.ERROR]


def test_a_pair_that_leaves_none_or_many_or_speaks_of_no_children_is_left_in_peace():
    assert [(text, weights(text)) for text in LEAVES_NONE if weights(text)] == []


@pytest.mark.parametrize("form", ["{} of the {} children.", "Of the {1} children, {0} were seen."])
def test_every_part_of_every_whole_is_weighed(form):
    for whole in (7, 12, 40):
        for part in range(6, whole + 1):
            found = weights(form.format(part, whole))
            assert bool(found) == (1 <= whole - part <= 5), (part, whole)


def test_a_share_is_weighed_by_every_count_that_prints_so():
    for whole in (30, 188, 240):
        for percent in range(101):
            fits = [n for n in range(whole + 1) if (n * 200 + whole) // (2 * whole) == percent]
            few = all(1 <= n <= 5 for n in fits) or all(1 <= whole - n <= 5 for n in fits)
            found = weights(f"{percent}% of the {whole} children were seen.")
            assert bool(found) == bool(fits and few), (percent, whole)


def test_parts_that_together_leave_few_are_looked_at():
    warned = (
        "Of the 40 children, 20 were boys and 18 were girls.",
        "There were 40 children, of whom 20 were in foster care and 15 lived with family.",
    )
    assert [weights(text) for text in warned] == [[Severity.WARNING]] * 2
    quiet = (
        "Of the 40 children, 20 were boys and 20 were girls.",
        "Of the 40 children, 20 (50%) were boys and 14 (35%) were girls.",
        "Of the 40 children, 20 had a plan and 18 had a review.",
        "Of the 40 audits, 20 were good and 18 were fair.",
    )
    assert [weights(text) for text in quiet] == [[]] * 4


def test_a_council_s_own_policy_says_how_few():
    assert weights("30 of the 40 children were seen.", small_up_to=10)
    assert not weights("30 of the 40 children were seen.", small_up_to=9)


def test_beside_a_number_that_is_not_shown_the_pair_is_found_as_well():
    hidden = "{{A number, not shown, lived|looked_after.placement|2015-12-01}} far away."
    live = "{{38|a.b|2015-12-01}} of the {{40|c.d|2015-12-01}} children were seen."
    assert Severity.ERROR in weights(f"{hidden} {live}")
