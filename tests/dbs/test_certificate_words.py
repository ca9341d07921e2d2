"""No content of a certificate can be stored: what each field of the register may hold, and words
that are refused wherever words are free."""

import pytest
from django.apps import apps
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from assurance.attachments.models import Attachment
from assurance.dbs.models.breaches import Breach
from assurance.dbs.models.checks import DbsApplication, DbsCheck, UpdateLookup
from assurance.dbs.models.reminders import Reminder
from assurance.people.certificate_words import NUMBER, SHOWN, why_not_title, why_not_words
from assurance.people.models.people import Engagement, Person
from assurance.people.models.teams import Team
from assurance.records import operations
from assurance.records.refusals import Refused
from tests.cast import make_council, officer
from tests.dbs.breaches.test_breach_readings import DAY
from tests.make import dbs, people
from tests.sweeping import swept

ABOUT_SOMEBODY = (Person, Engagement, DbsCheck, DbsApplication, UpdateLookup, Reminder, Breach)
# Field of a model about somebody → its maker: what is typed there in free words is refused.
REFUSED = {
    (Engagement, "not_eligible_because"): people.engagement,
    (Engagement, "set_aside_because"): people.engagement,
    (Engagement, "risk_assessment"): people.engagement,
    (Breach, "cause"): dbs.breach,
    (Breach, "remedy"): dbs.breach,
    **{
        (model, "withdrawn_because"): maker
        for model, maker in {
            Person: people.person,
            Engagement: people.engagement,
            DbsCheck: dbs.dbs_check,
            DbsApplication: dbs.application,
            UpdateLookup: dbs.lookup,
            Reminder: dbs.reminder,
            Breach: dbs.breach,
        }.items()
    },
}
TEXTS = models.CharField | models.TextField
FILES = models.FileField | models.BinaryField | models.JSONField
# A name or a title of a post, a meeting or a policy → its maker: a story is refused there too.
TITLES = {
    (Person, "name"): people.person,
    (Engagement, "service"): people.engagement,
    (Engagement, "role"): people.engagement,
    (Breach, "policy"): dbs.breach,
    (Breach, "told_meeting"): dbs.breach,
    (Team, "name"): people.team,
    (Team, "service"): people.team,
}
# What has a form of its own, and no room for a story.
NAMES = {(Person, "reference"), (Person, "work_email"), (Reminder, "trouble")}
TOLD = (
    "Two convictions of 2004",
    "He was convicted in 2011",
    "A caution for theft",
    "Police caution",
    "She was cautioned",
    "Reprimand in youth",
    "An old offence, disclosed",
    "Has a criminal record",
    "There is police intelligence",
    "Arrested in 2010",
    "Prosecuted and imprisoned",
    "A positive disclosure",
    "The certificate shows something",
    "The certificate showed nothing",
    "The certificate was blemished",
    "Is barred from work with children",
    "He is on the barred list",
)
FINE = (
    "",
    "Long absence",
    "No contact with children",
    "Nobody asked for the re-check in time",
    "The reminder of December was sent with caution to the wrong address",
    "Enhanced without barred list is enough for the role",
    "Moved to the youth offending service",
    "The certificate arrived on 4 January 2016",
    "Accompanied on every visit until the certificate comes",
    "Renewed; the Update Service was joined",
    "Reference 123456 of payroll",
    "Paid on 01/02/2016, 03/04/2016",
)


def fields_of(model):
    """The fields of a model that can hold free text, files or data."""
    return [field for field in model._meta.concrete_fields if isinstance(field, TEXTS | FILES)]


def is_bounded(field):
    """Whether it takes a choice from a list alone."""
    return bool(field.choices)


@swept([(model,) for model in ABOUT_SOMEBODY], named=lambda one: one[0].__name__)
def test_every_field_about_somebody_is_a_choice_a_name_a_number_or_refuses_such_words(model):
    rest = {
        (model, field.name)
        for field in fields_of(model)
        if not is_bounded(field) and (model, field.name) not in {*REFUSED, *TITLES}
    }
    assert rest <= NAMES | {(DbsCheck, "certificate_number")}
    assert not any(isinstance(field, FILES) for field in fields_of(model))


def test_nothing_of_the_register_has_attachments():
    own = {*ABOUT_SOMEBODY, *apps.get_app_config("dbs").get_models()}
    for model in own:
        relations = {field.related_model for field in model._meta.get_fields()}
        assert Attachment not in relations, model


def test_every_name_that_is_listed_is_there_still():
    assert {(model, name) for model, name in NAMES if not model._meta.get_field(name)} == set()


@swept([(text,) for text in TOLD])
def test_words_on_what_a_certificate_shows_are_refused(text):
    assert why_not_words(text) == SHOWN
    assert why_not_words(f"The re-check was late. {text.upper()}; no more") == SHOWN


@swept([(text,) for text in FINE])
def test_words_on_why_a_check_was_late_are_kept(text):
    assert why_not_words(text) is None


@swept([("001234567890",), ("See 0012 3456 7890.",), ("No. 0012-3456-7890",)])
def test_a_certificate_s_number_is_refused_in_words(text):
    assert why_not_words(text) == NUMBER
    assert why_not_words(f"{text}1") in (None, NUMBER)


@pytest.mark.django_db
@pytest.mark.parametrize("place", REFUSED, ids=lambda place: f"{place[0].__name__}.{place[1]}")
@pytest.mark.parametrize("text", [TOLD[0], "001234567890"])
def test_each_place_with_room_for_words_refuses_them(place, text):
    model, name = place
    row = REFUSED[place]()
    who = {"by": officer(), "on": DAY}
    with pytest.raises(Refused) as refused:
        if name == "withdrawn_because":
            operations.withdraw(record=row, version=1, because=text, **who)
        else:
            operations.change(record=row, version=1, **who, **_with(name, text))
    assert refused.value.sentence in (SHOWN, NUMBER)
    assert not model.objects.of(make_council()).filter(**{name: text}).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("place", TITLES, ids=lambda place: f"{place[0].__name__}.{place[1]}")
@pytest.mark.parametrize("text", ["Sam, two convictions", "No. 0012 3456 7890"])
def test_each_name_and_title_refuses_what_a_certificate_shows(place, text):
    model, name = place
    row, who = TITLES[place](), {"by": officer(), "on": DAY}
    version = getattr(row, "version", None)
    with pytest.raises(Refused) as refused:
        operations.change(record=row, version=version, **who, **_with(name, text))
    assert refused.value.sentence in (SHOWN, NUMBER)
    assert not model.objects.filter(**{name: text}).exists()


KNOWN_AS = (
    *("Criminal Records", "Police Intelligence", "Convictions", "Cautions", "Arrest"),
    *("Offences", "Prosecution", "Reprimands", "Police Records", "Youth Cautions"),
)
PLACED = ("", "Youth", "Children's", "Deputy", "Multi-agency", "North locality")
HEADS = ("Officer", "Team", "Panel", "Service", "Manager", "Liaison Officer", "Review Board")


@given(
    place=st.sampled_from(PLACED), what=st.sampled_from(KNOWN_AS), head=st.sampled_from(HEADS),
    after=st.sampled_from(["", ", North", " (East)", " and Data"]),
)  # fmt: skip
def test_an_honest_title_is_kept_whatever_it_is_about(place, what, head, after):
    assert why_not_title(f"{place} {what} {head}{after}".strip()) is None
    assert why_not_title(f"{head} for {what}".strip()) is None


@given(
    title=st.sampled_from(["Sam Example", "Social Worker", "North Team", "Improvement Board", ""]),
    story=st.sampled_from(TOLD),
    link=st.sampled_from([" ", ", ", ": ", " ("]),
)
def test_a_story_is_refused_beside_any_title(title, story, link):
    assert why_not_title(f"{title}{link}{story}") == SHOWN
    assert why_not_title(f"{title}{link}001234567890") == NUMBER


HONEST = (
    *("Crown Prosecutor", "Youth Offending Service", "Disclosure Clerk", "Ann Convey"),
    *("Head of Criminal Records", "Barred List Liaison"),
)


@swept([(text,) for text in (*FINE, *HONEST)])
def test_titles_and_names_without_a_story_are_kept(text):
    assert why_not_title(text) is None


def _with(name, text):
    """The field `name` and those without which it is not kept."""
    others = {
        "told_meeting": {"told_on": DAY},
        "not_eligible_because": {"needs_check": False},
        "set_aside_because": {"set_aside_from": DAY},
        "risk_assessment": {"risk_assessed_on": DAY},
    }
    return {name: text, **others.get(name, {})}
