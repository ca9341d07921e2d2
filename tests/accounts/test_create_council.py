import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from assurance.accounts.models.accounts import Council, User

pytestmark = pytest.mark.django_db


def create(*given):
    out = StringIO()
    call_command("create_council", *given, stdout=out)
    return out.getvalue()


def test_the_command_makes_a_council_and_prints_a_password_that_works_once():
    said = create("netherby", "Netherby Council", "--administrator", "First@netherby.example")
    password = re.search(r"once: (\S+)", said).group(1)
    user = User.objects.get(email="first@netherby.example")
    assert user.check_password(password)
    assert user.council == Council.objects.get(slug="netherby", short_name="Netherby Council")


def test_a_short_name_is_kept():
    create("netherby", "Netherby Council", "--administrator", "a@b.example", "--short-name", "NC")
    assert Council.objects.get().short_name == "NC"


@pytest.mark.parametrize(
    ("slug", "email", "said"),
    [
        ("not a slug", "first@netherby.example", "slug"),
        ("n" * 41, "first@netherby.example", "40"),
        ("netherby", "first", "valid email"),
        ("papers", "first@netherby.example", "choose another"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(slug, email, said):
    with pytest.raises(CommandError, match=said):
        create(slug, "Netherby Council", "--administrator", email)
    assert not Council.objects.exists()
