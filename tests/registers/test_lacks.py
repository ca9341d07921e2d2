"""Every select of every register that has nothing to choose says what is missing, who adds it, and
leads there."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django import forms
from django.urls import resolve

from assurance.accounts.access import Permission
from assurance.people.models.posts import Post
from assurance.registers.forms import RecordForm
from assurance.registers.lacks import Lack, lack_of, who_may
from assurance.runtime.periods import today
from reports.editor.forms.new_report import StartForm
from reports.editor.forms.papers import DetailsForm
from tests import cast
from tests.cast import make_council
from tests.make import audits, papers, people
from tests.make.findings import finding, review
from tests.page_requests import browser_of, words
from tests.registers.test_every_register import made, registers

pytestmark = pytest.mark.django_db


def forms_of_a_bare_council():
    """Name → form, of every register and of the start of a report, in a council with nothing."""
    bare = make_council("bare")
    for name, register in registers().items():
        parent = getattr(made(register), register.parent.field) if register.parent else None
        yield name, register.form(council=bare, parent=parent)
    yield "editor:start", StartForm(council=bare)
    yield "editor:details", DetailsForm(council=bare)


def is_empty(field):
    """Whether a select offers nothing but its empty choice."""
    if not isinstance(field, forms.ChoiceField):
        return False
    return not [key for key, _words in field.choices if key not in ("", None)]


@pytest.mark.long
def test_every_select_that_is_empty_says_what_it_lacks():
    met = 0
    for name, form in forms_of_a_bare_council():
        for field in form:
            lack = lack_of(field)
            assert (lack is not None) == is_empty(field.field), f"{name}: {field.name}"
            met += lack is not None
    assert met > 25


@pytest.mark.long
def test_what_is_lacking_is_added_on_a_page_of_those_who_may():
    for name, form in forms_of_a_bare_council():
        for lack in filter(None, map(lack_of, form)):
            somebody = cast.make_user(*cast.ROLES, council=make_council("bare"))
            address = lack.address_for(somebody)
            assert resolve(address).func.access == lack.permission, name
            assert lack.address_for(cast.make_user(council=make_council("bare"))) == ""
            assert lack.address_for(None) == ""


@pytest.mark.parametrize("name", ["audits", "editor:series", "approvals:approver", "looked_after"])
def test_the_page_of_a_form_says_it_and_links_for_who_may_add(name):
    register = registers()[name]
    user = cast.make_user(*cast.ROLES)
    page = words(browser_of(user).get(register.address("add")))
    form = register.form(council=user.council)
    for lack in filter(None, map(lack_of, form)):
        assert lack.sentence in page
        back = "?" + urlencode({"for": register.address("add")}) if lack.is_added_there else ""
        assert f'href="{lack.address_for(user)}{back}">{lack.link}</a>' in page


def test_who_may_not_add_is_told_who_does_and_is_led_nowhere():
    page = words(browser_of(cast.officer()).get("/audits/add/"))
    assert "There is no team to choose yet. An administrator adds it.</p>" in page
    assert "There is no grade scale to choose yet. An administrator adds it.</p>" in page
    assert "/teams/add/" not in page


def test_a_select_with_something_to_choose_says_nothing():
    people.team()
    audits.grade_scale()
    page = words(browser_of(cast.officer()).get("/audits/add/"))
    assert "There is no team" not in page and "There is no grade scale" not in page
    assert "There is no audit round to choose yet. An officer adds it." in page


@pytest.mark.parametrize(
    ("asked_by", "leads_to"),
    [
        ("/audits/programme/rounds/add/", "/audits/programme/rounds/add/"),
        ("//elsewhere.example/", "/audits/programme/kinds/1/"),
        ("", "/audits/programme/kinds/1/"),
    ],
)
def test_what_was_added_for_a_form_leads_back_to_it(asked_by, leads_to):
    days = {"from_date_day": "1", "from_date_month": "10", "from_date_year": "2015"}
    browser = browser_of(cast.officer())
    address = f"/audits/programme/kinds/add/?{urlencode({'for': asked_by})}"
    answer = browser.post(address, {"title": "Dip sample", "category": "dip_sample", **days})
    assert re.sub(r"\d+", "1", answer.headers["Location"]) == leads_to


def test_a_filter_is_left_as_it_is():
    page = words(browser_of(cast.officer()).get("/audits/"))
    assert "to choose yet" not in page


def test_a_nested_record_is_added_on_the_page_of_its_parent():
    lack = next(
        found
        for name, form in forms_of_a_bare_council()
        if name == "improvement"
        for found in map(lack_of, form)
        if found
    )
    assert (lack.noun, lack.page) == ("priority", "improvement:plan-list")
    assert lack.link == "Open the improvement plans"
    assert lack.sentence == (
        "There is no priority to choose yet. An officer adds it on the page of an improvement plan."
    )


CANNOT_BE_SAVED = "This form cannot be saved yet."


def test_a_form_that_cannot_be_saved_says_so_first_with_what_it_needs():
    browser = browser_of(cast.officer())
    page = words(browser.get("/audits/add/"))
    first = page[page.index(CANNOT_BE_SAVED) : page.index("Audit reference")]
    assert "There is no team to choose yet. An administrator adds it." in first
    assert first.count("There is no post") == 1 and "Add a post</a>" in first
    assert "audit round" not in first and "grade scale" not in first


def test_a_form_that_can_be_saved_does_not_say_so():
    people.team()
    people.post()
    assert CANNOT_BE_SAVED not in words(browser_of(cast.officer()).get("/audits/add/"))
    assert CANNOT_BE_SAVED not in words(browser_of(cast.officer()).get("/surveys/add/"))


def test_the_roles_of_a_permission_are_the_subject_of_a_sentence():
    assert who_may(Permission.MANAGE_POLICIES) == "An administrator"
    assert who_may(Permission.KEEP_APPROVERS) == "A clerk or an administrator"
    assert who_may(Permission.RECORD_DBS) == "An officer"
    assert who_may(Permission.KEEP_POSTS) == "An officer, a clerk or an administrator"
    assert who_may(Permission.SEE_HOME) == "Anyone with a role"


class OddForm(RecordForm):
    """A form with a select of rows that nobody is known to add, and one with words of its own."""

    chosen_from = {"own": Lack("map", Permission.MANAGE_POLICIES, "people:list")}

    unknown = forms.ChoiceField(choices=[("", "None")])
    own = forms.ChoiceField(choices=())
    given = forms.ModelChoiceField(Post.objects.all())
    text = forms.CharField()


def test_a_form_may_say_it_of_its_own_field():
    form = OddForm(council=make_council())
    assert lack_of(form["unknown"]) is None and lack_of(form["text"]) is None
    assert lack_of(form["own"]).sentence == (
        "There is no map to choose yet. An administrator adds it."
    )
    assert lack_of(form["given"]).noun == "post"


def test_meetings_that_are_over_leave_no_meeting_to_choose():
    clerk = cast.clerk()
    papers.meeting(date=today() - timedelta(days=1))
    papers.meeting(date=today() + timedelta(days=9), cancelled=True)
    form = StartForm(council=clerk.council)
    assert form.fields["meeting"].queryset.count() == 1
    assert lack_of(form["meeting"]).sentence == (
        "There is no coming meeting to choose yet. A clerk or an administrator adds it."
    )
    page = words(browser_of(clerk).get("/reports/start/"))
    assert (
        'href="/committee/meetings/add/?for=%2Freports%2Fstart%2F">Add a coming meeting</a>' in page
    )
    papers.meeting(date=today())
    assert lack_of(StartForm(council=clerk.council)["meeting"]) is None


def test_a_draft_that_has_its_meeting_lacks_none():
    paper = papers.paper(meeting=papers.meeting(date=today() - timedelta(days=1)))
    form = DetailsForm(council=paper.council, paper=paper)
    assert lack_of(form["meeting"]) is None


def test_what_is_added_to_the_record_that_a_form_is_about_is_added_there():
    of = review()
    browser = browser_of(cast.officer())
    address = f"/reviews/{of.pk}/findings/add/"
    page = words(browser.get(address))
    way = f"/reviews/{of.pk}/themes/add/?{urlencode({'for': address})}"
    assert f'href="{way}">Add a theme</a>' in page
    answer = browser.post(way, {"title": "Leadership"})
    assert answer.headers["Location"] == address
    lack = lack_of(
        browser.get(f"/reviews/findings/{finding().pk}/change/").context["form"]["theme"]
    )
    assert lack.link == "Add a theme" and lack.keys != (of.pk,)
