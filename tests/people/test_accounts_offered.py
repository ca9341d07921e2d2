"""Which accounts are offered as the deputy of who is in a post, and as the next one in it."""

from datetime import date

import pytest

from tests import cast
from tests.make import people

pytestmark = pytest.mark.django_db


def test_who_is_in_a_post_is_offered_neither_as_deputy_nor_as_the_new_person(client):
    holder, other = people.holder(), cast.make_user("officer", name="Una Field")
    client.force_login(other)
    later = people.holder(
        account=cast.make_user("officer", name="Ivo Marsh"),
        post=people.post("Head of Early Help"),
        to_date=date(2099, 12, 31),
        interim=True,
    )
    away = client.get(f"/teams/holders/{holder.pk}/absences/add/").context["form"]
    accounts = set(away.fields["stand_in"].queryset)
    assert holder.account not in accounts and other in accounts
    new = client.get(f"/teams/posts/{holder.post_id}/hand-over/").context["form"]
    assert set(new.fields["account"].queryset) == accounts
    # Who is in it until a date may be appointed for good.
    new = client.get(f"/teams/posts/{later.post_id}/hand-over/").context["form"]
    assert later.account in new.fields["account"].queryset
