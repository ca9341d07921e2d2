"""A name that is none is answered with the names that may have been meant."""

import pytest

from reports.prose.similar_names import did_you_mean, nearest

KNOWN = ("dbs.overdue", "dbs.needing_check", "looked_after.children", "audits.done")


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("dbs.overdu", "dbs.overdue"),
        ("dbs.check_needing", "dbs.needing_check"),
        ("looked_after.child", "looked_after.children"),
        ("audit.done", "audits.done"),
        ("dbs.overdue", "dbs.overdue"),
    ],
)
def test_what_was_meant_comes_first(name, first):
    assert nearest(name, KNOWN)[0] == first


def test_nothing_like_it_is_nothing_and_three_are_the_most():
    assert nearest("zzz.qqq", KNOWN) == []
    assert did_you_mean("zzz.qqq", KNOWN) == ""
    assert nearest("a.b", ()) == []
    many = [f"dbs.overdue_{letter}" for letter in "abcdef"]
    assert nearest("dbs.overdue_x", many) == many[:3]
    assert did_you_mean("dbs.overdue_x", many) == (
        "Did you mean dbs.overdue_a, dbs.overdue_b or dbs.overdue_c? "
    )
    assert did_you_mean("dbs.overdu", KNOWN).startswith("Did you mean dbs.overdue")
