"""A form that asks which post did something begins with that of the reader who has only one."""

import pytest

from assurance.runtime.periods import today
from tests import cast
from tests.make import improvements, people
from tests.page_requests import browser_of

pytestmark = pytest.mark.django_db
FORMS = {
    "auditor": lambda: "/audits/add/",
    "post of a note": lambda: f"/actions/{improvements.action().pk}/notes/add/",
    "post of a look-up": lambda: f"/dbs/{people.person().pk}/look-ups/add/",
}


@pytest.mark.parametrize("field", FORMS)
@pytest.mark.parametrize("posts", [0, 1, 2])
def test_the_only_post_of_a_reader_is_proposed(field, posts):
    reader = cast.officer()
    own = [people.holder(account=reader).post for _ in range(posts)]
    form = browser_of(reader).get(FORMS[field]()).context["form"]
    proposed = form[field.partition(" ")[0]].value()
    assert proposed == (own[0].pk if posts == 1 else None)


def test_a_post_in_the_address_goes_before_the_own_one():
    reader, other = cast.officer(), people.post("Chief Executive")
    people.holder(account=reader)
    form = browser_of(reader).get(f"/audits/add/?auditor={other.pk}").context["form"]
    assert form["auditor"].value() == other.pk


def test_the_own_post_of_a_reader_who_deputises_for_another_is_proposed():
    reader = cast.officer()
    own = people.holder(account=reader).post
    people.absence(stand_in=reader, from_date=today(), to_date=today())
    form = browser_of(reader).get("/audits/add/").context["form"]
    assert form["auditor"].value() == own.pk
