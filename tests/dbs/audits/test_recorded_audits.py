"""What an audit recorded, where the register has been corrected since."""

import pytest

from tests.dbs.audits.test_position_page import staff
from tests.dbs.reminding import page_of
from tests.make import dbs

pytestmark = pytest.mark.django_db


def test_what_the_audit_found_overdue_is_named_where_the_register_gives_another_number(
    signed_in, on_the_day
):
    audit = dbs.dbs_audit()
    staff()
    answer = signed_in.get("/dbs/position/")
    found = sum(
        number
        for part, number in audit.parts_at("audit").items()
        if part in {"PAST_DUE", "OVERDUE", "OVERDUE_IN_PROGRESS"}
    )
    current = sum(
        then for label, then, _ in answer.context["statuses"] if label.startswith("Overdue")
    )
    assert answer.context["differs"] == {"recorded": found, "current": current} and found != current
    page = page_of(answer)
    assert f"recorded {found} overdue</a>. For that date the register now gives {current}" in page
