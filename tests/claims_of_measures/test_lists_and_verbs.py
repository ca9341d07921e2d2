"""A number that opens the sentence over a list, and `number` where it is a verb."""

import pytest

from tests.checks.drawn import found, noted, reading

PARTNERS = """\
{} partners sit with our social workers in the offices at Priory Gate:

* the police
* the community health trust
* the probation service
* adult social care"""
OTHERS = (
    """\
Six partners sit with our social workers, including:

* the police
* the probation service""",
    """\
Five teams share these three strengths:

* prompt visits
* clear plans
* good records""",
)
AGES = """\
Table: Children in care by age
| Age | Children |
| Under 5 | 73 |
| 5 to 9 | 74 |
| 10 to 15 | 158 |
| 16 and 17 | 93 |
| All | 398 |

Those aged ten and over number {}, which is most of them."""


def test_a_number_that_opens_a_sentence_over_a_list_is_its_length():
    assert "list-length" not in noted(PARTNERS.format("Four"))
    assert "list-length" in noted(PARTNERS.format("Five"))


def test_its_words_give_both_lengths():
    [row] = [row for row in found(PARTNERS.format("Five")) if row.rule.key == "list-length"]
    assert row.fault.says == "The report gives Five partners, but 4 are listed."


@pytest.mark.parametrize("passage", OTHERS)
def test_a_list_of_something_else_is_left_in_peace(passage):
    assert "list-length" not in noted(passage)


@pytest.mark.parametrize("before", ["aged ten and over", "as a whole", "there now", "together"])
def test_what_things_number_is_counted(before):
    lines = reading(f"Those {before} number 241 in all.").prose()
    [line] = [line for line in lines if "241" in line.text]
    assert [number.kind for number in line.numbers if number.value == 241] == ["count"]


@pytest.mark.parametrize("before", ["Case", "Plan", "File"])
def test_what_has_a_number_is_only_named_by_it(before):
    lines = reading(f"{before} number 241 was read.").prose()
    [line] = [line for line in lines if "241" in line.text]
    assert [number.kind for number in line.numbers if number.value == 241] == ["label"]


def test_a_band_of_ages_that_number_so_many_is_added_up():
    keys = {count: noted(AGES.format(count)) for count in (251, 241)}
    assert "claim-unlike-number" not in keys[251]
    assert "claim-unlike-number" in keys[241]
