"""What an administrator types in each step of the set-up, and the council it is typed for."""

from datetime import timedelta

from assurance.accounts.models.accounts import Council, User
from assurance.accounts.operations import create_council
from assurance.records.history import CommandLine
from assurance.runtime.periods import today
from tests import cast
from tests.make.people import post
from tests.page_requests import boxes, browser_of, drawn

TEAMS = "Child in Need Service: North locality team\nChild in Need Service: West locality team"
CONTACT = {
    **{"service": "First Response", "daytime_phone": "01632 960001"},
    **{"daytime_hours": "Monday to Friday, 9am to 5pm", "other_phone": "01632 960002"},
}
ACCESSIBILITY = {
    **{"status": "fully", "response_days": "10", "email": "web@westby.example"},
    **{"tested_by": "Web team", "method": "By hand", "phone": "01632 960003"},
    **boxes(prepared_on="1 2 2015", reviewed_on="1 2 2015", tested_on="1 2 2015"),
}
MEETING_IN = timedelta(days=40)


def empty_council(slug="westby"):
    """The administrator of a council as the command makes it, with nothing else."""
    fields = {"name": "Westby County Council", "short_name": "Westby", "password": cast.PASSWORD}
    by, email = CommandLine("create_council"), f"administrator@{slug}.example"
    create_council(slug=slug, email=email, by=by, on=today(), **fields)
    return User.objects.get(email=email)


def typed_day(day):
    """A day as it is typed in three boxes."""
    return f"{day.day} {day.month} {day.year}"


def typed_in(key):
    """Field → text of a step, for what is not proposed."""
    meeting = boxes(first_on=typed_day(today() + MEETING_IN))
    return {
        "teams": {"teams": TEAMS},
        "accounts": {
            "own_post": "Information Manager",
            **{"email_1": "clerk@westby.example", "post_1": "Democratic Services Officer"},
            **{"email_2": "officer@westby.example", "post_2": "Performance Officer"},
            **{"email_3": "director@westby.example", "name_3": "Ada Ward", "post_3": "Director"},
        },
        "committee": {"title": "Children’s Services Committee", "interval": "six_months"} | meeting,
        "template": {"example": "york-2016"},
        "contact": CONTACT,
        "accessibility": ACCESSIBILITY,
        "privacy": {"email": "data@westby.example"},
    }.get(key) or _policy(key)


def _policy(key):
    """What is typed of the policy: the post that approved it, where one person may take the step;
    nothing of another step."""
    council = Council.objects.filter(slug="westby").first()
    return {"approver": post(council=council).pk} if key == "policy" and council else {}


def address_of(key):
    """The address of a step."""
    return f"/set-up/{key}/"


def send(client, key, **changed):
    """Sends a step as it is drawn with what is typed in it."""
    answer = client.get(address_of(key))
    return client.post(address_of(key), {**drawn(answer), **typed_in(key), **changed})


def do_all(client, keys):
    """Sends the steps `keys`, of which none is refused."""
    for key in keys:
        answer = send(client, key)
        assert "form" not in (answer.context or {}), answer.context["form"].errors


def administrator_at_work():
    """An administrator of an empty council and their browser."""
    user = empty_council()
    return user, browser_of(user)
