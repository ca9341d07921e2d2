"""The page of an audit: who is offered its moderation, and who is named to those who are not."""

import pytest

from tests import cast
from tests.audits.moderation.test_moderate import (  # noqa: F401
    DONE,
    NOBODY,
    ON,
    address,
    holder,
    in_august_2015,
)
from tests.make import people
from tests.make.audits import case_audit, grade
from tests.page_requests import words

pytestmark = pytest.mark.django_db


def test_the_page_of_an_audit_offers_moderation_to_who_may_and_names_them_to_who_may_not(client):
    audit, auditor = case_audit(), holder("Practice Manager")
    away = holder("Head of Bees")
    link = f'href="{address(audit)}"'
    client.force_login(auditor)
    page = client.get(address(audit, ""))
    assert link not in page.content.decode()
    assert "another person moderates it. It can be moderated by " + away.name in words(page)
    able = cast.make_user("officer", council=audit.council, name="Able Person")
    other = holder("Head of Practice", account=able)
    people.absence(holder=away.posts_held.get(), from_date=ON, to_date=ON)
    page = words(client.get(address(audit, "")))
    assert "It can be moderated by Able Person." in page
    for account in (other, cast.make_user("administrator", council=audit.council)):
        client.force_login(account)
        offered = link in client.get(address(audit, "")).content.decode()
        assert offered == (account == other)


def test_an_audit_that_its_page_does_not_offer_to_moderate_says_that_no_post_is_needed(client):
    audit = case_audit()
    client.force_login(cast.make_user("officer", council=audit.council, name="Without Post"))
    page = client.get(address(audit, ""))
    assert "You are in no post today" in words(page) and "No account can moderate it" in words(page)
    audit = case_audit(
        moderated_grade=grade("good"), moderator="Head of Practice", moderated_on=DONE
    )
    assert "You are in no post" not in words(client.get(address(audit, "")))


def test_how_an_audit_was_done_is_not_mistaken_for_its_moderation(client):
    client.force_login(holder("Head of Practice"))
    shown = words(client.get(address(case_audit(method="moderated"), "")))
    assert "For moderation by a second person" in shown and NOBODY in shown
    assert ">Moderated<" not in shown
