"""The rules of clearances by themselves: what a digest is of, who may write and clear, and when."""

from hypothesis import given
from hypothesis import strategies as some

from reports.approvals.clearances import rules
from reports.documents.digest import print_digest
from tests.approvals.test_scopes_of_approval import PARTS, SCOPES, TOUCHES, USUAL, content
from tests.cases import random_cases
from tests.make.clearances import LEGAL

STATUSES = (rules.WRITING, "sent", "approved", rules.ISSUED)


@random_cases(20)
@given(some.sets(some.sampled_from(sorted(TOUCHES))))
def test_the_digest_of_a_print_moves_with_its_words_alone(changed):
    after = content({**USUAL, **dict.fromkeys(changed, "Other words.")})
    for scope in SCOPES[1:]:
        moved = print_digest(content(), scope) != print_digest(after, scope)
        assert moved == any(scope in TOUCHES[what] for what in changed), scope


def test_a_place_and_a_number_are_no_part_of_what_is_cleared():
    kept = content()
    plain = {**kept, "public": renumbered(kept["public"])}
    for scope in (*PARTS, LEGAL):
        assert print_digest(kept, scope) == print_digest(plain, scope)


def renumbered(value):
    """A document with other numbers of its paragraphs."""
    if isinstance(value, list):
        return [renumbered(item) for item in value]
    if not isinstance(value, dict):
        return value
    more = {"number": "99."} if value.get("is") == "Paragraph" else {}
    return {**{name: renumbered(item) for name, item in value.items()}, **more}


@given(some.sampled_from(STATUSES), some.text(max_size=5), some.sampled_from(("", "by her")))
def test_an_entry_is_cleared_only_where_it_has_words_and_nobody_has(status, words, met):
    why = rules.why_not_clear("Legal implications", status, words, met)
    assert (why == "") == (status != rules.ISSUED and not met and bool(words.strip()))


@given(some.sampled_from(STATUSES), some.booleans())
def test_an_entry_is_written_only_by_its_holder_and_while_the_report_is(status, holds):
    why = rules.why_not_write(status, holds, "Legal implications")
    assert (why == "") == (holds and status == rules.WRITING)


@given(some.dates(), some.none() | some.dates())
def test_a_day_is_late_once_it_has_passed(day, due_on):
    assert rules.is_late(due_on, day) == (due_on is not None and due_on < day)
