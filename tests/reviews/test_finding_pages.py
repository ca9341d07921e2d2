"""The pages of findings: one by one within their review, and many at once."""

from functools import partial

import pytest

from assurance.reviews.models.findings import Finding
from tests.make import improvements, people
from tests.make.findings import finding, review, theme
from tests.refusals import each_refused
from tests.reviews.entries import typed_finding

pytestmark = pytest.mark.django_db


def typed_several(**said):
    """What an officer types for three strengths."""
    return {"kind": "strength", "theme": "", "lines": "One | p. 1\r\n\r\nTwo\r\nThree", **said}


def test_an_officer_adds_a_finding_and_goes_back_to_the_review(signed_in):
    under = theme()
    address = f"/reviews/{under.review.pk}/findings/add/"
    said = typed_finding(theme=under.pk, place="paragraph 12")
    answer = signed_in.post(address, said, follow=True)
    assert answer.redirect_chain == [(f"/reviews/{under.review.pk}/", 302)]
    assert "Finding added." in answer.content.decode()
    made = Finding.objects.get()
    assert (str(made), made.theme, made.place) == ("Area for development 1", under, "paragraph 12")


def test_the_page_of_a_finding_leads_to_its_answer(signed_in):
    """For an action with the finding chosen already, and to the action once there is one."""
    area = finding()
    page = signed_in.get(f"/reviews/findings/{area.pk}/").content.decode()
    assert f"/reviews/findings/{area.pk}/change/#id_no_action_because" in page
    add = f"/actions/add/?findings={area.pk}"
    assert add in page
    shown = signed_in.get(add).content.decode()
    assert f'name="findings" value="{area.pk}"' in shown
    assert signed_in.get("/actions/add/?findings=999999999999999999999").status_code == 200
    answered = improvements.action([area])
    assert (
        f'href="/actions/{answered.pk}/"'
        in signed_in.get(f"/reviews/findings/{area.pk}/").content.decode()
    )


WRONG = [
    ({"kind": ""}, "kind", "Select what kind it is"),
    ({"kind": "praise"}, "kind", "from the list"),
    ({"text": "  "}, "text", "Enter what was found"),
    ({"theme": "999"}, "theme", "Select a theme of this review from the list"),
    ({"number": "0"}, "number", "must be 1 or more"),
    ({"number": "one"}, "number", "must be a whole number"),
    ({"place": "x" * 81}, "place", "must have 80 characters or fewer"),
    ({"no_action_because": "Done"}, "decider", "Select the post that decided"),
    ({"decider": "999999"}, "decider", "Select a post from the list"),
]


@pytest.mark.long
def test_a_wrong_finding_gets_its_sentence(signed_in):
    of = review()
    finding(review=of)
    address = f"/reviews/{of.pk}/findings/add/"
    post = people.post().pk
    for_nothing = {"decider": post}, "no_action_because", "Explain why there will be no action"
    of_strength = {"kind": "strength", "no_action_because": "Done", "decider": post}
    wrong = [*WRONG, for_nothing, (of_strength, "no_action_because", "asks for no action")]
    each_refused(signed_in, address, typed_finding, wrong, Finding)


def test_several_findings_are_shown_before_they_are_kept(signed_in):
    under = theme()
    of = under.review
    address = f"/reviews/{of.pk}/findings/several/"
    typed = typed_several(theme=under.pk)
    answer = signed_in.post(address, typed)
    page = answer.content.decode()
    assert "3 to add, of the kind “Strength”, under “Help and protection”" in page
    assert not Finding.objects.exists()
    shown = {field.html_name: field.value() for field in answer.context["form"]}
    answer = signed_in.post(address, {**shown, "keep": "yes"}, follow=True)
    assert "Findings added: 3." in answer.content.decode()
    kept = [(one.number, one.text, one.place, one.theme) for one in Finding.objects.all()]
    assert kept == [(1, "One", "p. 1", under), (2, "Two", "", under), (3, "Three", "", under)]
    assert "Findings added" in signed_in.get(f"/reviews/{of.pk}/").content.decode()


def test_several_findings_can_be_taken_back_to_change_them(signed_in):
    address = f"/reviews/{review().pk}/findings/several/"
    page = signed_in.post(address, typed_several()).content.decode()
    assert "under no theme" in page
    page = signed_in.post(address, {**typed_several(), "again": "yes"}).content.decode()
    assert "Add several findings" in page
    assert "One | p. 1" in page
    assert not Finding.objects.exists()


def test_of_several_a_wrong_line_is_named_and_nothing_is_kept(signed_in):
    address = f"/reviews/{review().pk}/findings/several/"
    wrong = [
        ({"lines": ""}, "lines", "Enter at least one finding"),
        ({"kind": ""}, "kind", "Select what kind it is"),
        ({"theme": "999"}, "theme", "Select a theme of this review"),
    ]
    each_refused(signed_in, address, partial(typed_several, keep="yes"), wrong, Finding)


def test_a_withdrawn_review_takes_no_more_findings(signed_in):
    of = review()
    signed_in.post(f"/reviews/{of.pk}/withdraw/", {"version": 1, "because": "Entered twice"})
    address = f"/reviews/{of.pk}/findings/several/"
    answer = signed_in.post(address, {**typed_several(), "keep": "yes"})
    assert "nothing can be added to it" in answer.content.decode()
    assert not Finding.objects.exists()
