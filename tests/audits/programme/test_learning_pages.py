"""The pages of themes found again, of audits linked to the programme, and of learning meetings."""

from datetime import date

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.audits.models.learning import LearningMeeting
from assurance.records.history import HistoryEntry
from tests.audits.entries import parts, typed
from tests.cast import make_council, officer
from tests.make import matters
from tests.make.audits import audit_round, audit_theme, case_audit
from tests.make.people import holder, post, team
from tests.page_requests import errors
from tests.sweeping import NamedCase, brief

pytestmark = pytest.mark.django_db
ROUNDS = "/audits/programme/rounds/"


@pytest.fixture(autouse=True)
def today(settings):
    """The day on which everything here is looked at."""
    settings.CANDOUR_TODAY = "2015-08-20"


@pytest.mark.long
def test_themes_are_shown_with_how_often_since_when_and_where(signed_in):
    theme, other = audit_theme(), audit_theme("Voice of the child")
    made = audit_round(theme="Supervision")
    for place, day in enumerate((date(2013, 5, 1), date(2015, 3, 2), date(2015, 4, 2))):
        audit = case_audit(audited_on=day, round=made if place == 2 else None)
        audit.themes.set([theme, other] if place == 0 else [theme])
    page = signed_in.get("/audits/themes/again/").content.decode()
    for words in ("2 themes found in 3 audits", "1 May 2013", "2 Apr 2015", "Locality team"):
        assert words in page, words
    assert str(made) in page
    for sort, first in (("theme", theme), ("-theme", other), ("audits", other), ("-last", theme)):
        lines = signed_in.get(f"/audits/themes/again/?sort={sort}").context["found"]
        assert lines[0].theme == first, sort
    year = "done_from_day=1&done_from_month=1&done_from_year=2015"
    answer = signed_in.get(f"/audits/themes/again/?{year}")
    assert [one.theme.times for one in answer.context["found"]] == [2]
    link = f"/audits/?theme={theme.pk}&{answer.context['chosen']}"
    assert signed_in.get(link).context["page"].paginator.count == 2
    nothing = signed_in.get("/audits/themes/again/?service=Nobody")
    assert nothing.status_code == 200


@pytest.mark.long
def test_an_audit_is_tagged_linked_and_its_moderation_said(signed_in):
    round_, theme, east = audit_round(), audit_theme(), team("East")
    said = {"round": round_.pk, "themes": [theme.pk], "own_team": "False", "auditor_team": east.pk}
    page = signed_in.post("/audits/add/", typed(**said), follow=True).content.decode()
    for words in ("Case-file audit, January 2015", "Plans without dates", "East"):
        assert words in page, words
    audit = CaseAudit.objects.get()
    weak = audit.first_grade.scale.grades.get(code="inadequate")
    person = holder(council=audit.council, post=post("Head of Practice"))
    signed_in.force_login(person.account)
    moderation = {"grade": weak.pk, "moderator": person.post_id, "version": 1}
    moderation |= parts("moderated_on", date(2015, 3, 9))
    page = signed_in.post(f"/audits/{audit.pk}/moderate/", moderation, follow=True)
    page = page.content.decode()
    assert "Lowered from Good to Inadequate" in page
    file = signed_in.get("/audits/list.csv?moderation=changed").getvalue().decode()
    assert "Lowered from Good to Inadequate" in file and "Plans without dates" in file


@pytest.mark.long
def test_a_wrong_link_of_an_audit_gets_its_sentence(signed_in):
    audit_theme()
    keys = {"east": team("East").pk, "late": audit_round(start=date(2015, 6, 30)).pk}
    for said, field, words in [
        ({"own_team": "True", "auditor_team": "east"}, "auditor_team", "leave the other team"),
        ({"round": "late"}, "round", "starts on 30 June 2015"),
        ({"themes": ["999"]}, "themes", "from the list"),
        ({"round": "999"}, "round", "from the list"),
    ]:
        with NamedCase(brief((said, field, words))):
            told = {
                name: keys.get(value, value) if isinstance(value, str) else value
                for name, value in said.items()
            }
            answer = signed_in.post("/audits/add/", typed(**told))
            assert any(words in one for one in errors(answer)[field]), errors(answer)
            assert not CaseAudit.objects.exists()


def test_a_learning_meeting_is_recorded_and_leads_to_what_it_reviewed(signed_in):
    north, made = team("North"), audit_round()
    case_audit(team=north, audited_on=date(2015, 7, 2))
    case_audit(audited_on=date(2015, 7, 2))
    said = {"forum": "RAAMM", "team": north.pk, "rounds": [made.pk], "strengths": "Clear plans"}
    for name, day in (
        ("held_on", date(2015, 8, 4)),
        ("reviewed_from", date(2015, 7, 1)),
        ("reviewed_to", date(2015, 7, 31)),
        ("next_on", date(2016, 2, 4)),
    ):
        said |= parts(name, day)
    answer = signed_in.post("/audits/learning/add/", said, follow=True)
    page = answer.content.decode()
    for words in ("Learning meeting added.", "1 audit done from 1 July 2015", "4 February 2016"):
        assert words in page, words
    assert str(made) in page
    chosen = answer.context["chosen"]
    assert signed_in.get(f"/audits/?{chosen}").context["page"].paginator.count == 1
    assert "RAAMM, 4 August 2015" in signed_in.get(f"{ROUNDS}{made.pk}/").content.decode()


def test_a_meeting_that_reviewed_nothing_gets_a_sentence(signed_in):
    audit_round()
    said = {"forum": "RAAMM", **parts("held_on", date(2015, 8, 4))}
    answer = signed_in.post("/audits/learning/add/", said)
    assert errors(answer)["reviewed"] == [
        "Enter the material reviewed: a round, audits, a period, or words"
    ]
    assert not LearningMeeting.objects.exists()


def named(*references, **said):
    """What an officer types for a meeting that reviewed audits one by one."""
    typed_in = {"forum": "RAAMM", "audits": "\n".join(references), **said}
    return {**parts("held_on", date(2015, 8, 4)), **typed_in}


@pytest.mark.long
def test_a_meeting_names_the_audits_that_it_reviewed_and_each_leads_to_it(signed_in):
    one, two = case_audit(reference="CA-1"), case_audit(reference="CA-2")
    other = case_audit(reference="CA-3")
    answer = signed_in.post("/audits/learning/add/", named("CA-2", "CA-1, CA-2"), follow=True)
    page = answer.content.decode()
    assert "Case audit CA-1" in page and "Case audit CA-2" in page and "CA-3" not in page
    made = LearningMeeting.objects.get()
    assert set(made.audits.all()) == {one, two}
    assert "RAAMM, 4 August 2015" in signed_in.get(f"/audits/{one.pk}/").content.decode()
    assert "RAAMM" not in signed_in.get(f"/audits/{other.pk}/").content.decode()
    form = signed_in.get(f"/audits/learning/{made.pk}/change/").content.decode()
    assert "CA-1\nCA-2</textarea>" in form
    change = named("CA-3", version=1)
    signed_in.post(f"/audits/learning/{made.pk}/change/", change)
    assert set(made.audits.all()) == {other}
    [changed, _] = HistoryEntry.objects.about(made)
    assert changed.changes["audits"].keys() == {"changed", "digest"}, "a reference is a child's"
    assert "CA-3" in signed_in.get("/audits/learning/list.csv").getvalue().decode()


def test_a_reference_that_names_no_audit_gets_its_sentence(signed_in):
    gone = {"withdrawn_on": date(2015, 8, 1), "withdrawn_because": "Twice"}
    case_audit(reference="CA-1")
    case_audit(reference="GONE", withdrawn_by=officer(), **gone)
    case_audit(reference="THEIRS", council=make_council("elsewhere"))
    for typed_in, sentence in [
        ("CA-9", "No case audit has the reference CA-9: check it"),
        ("CA-1;CA-9", "No case audit has the reference CA-9: check it"),
        ("CA-1\nGONE", "GONE was withdrawn: take it away"),
        ("THEIRS", "No case audit has the reference THEIRS: check it"),
        (",".join(f"X{n}" for n in range(7)), "reference X0, X1, X2, X3, X4 and 2 more: check it"),
    ]:
        with NamedCase(brief((typed_in, sentence))):
            answer = signed_in.post("/audits/learning/add/", named(typed_in))
            assert sentence in errors(answer)["audits"][0]
            assert not LearningMeeting.objects.exists()


def test_a_meeting_of_a_forum_is_the_forums_own_whatever_the_forum_is_called_later(signed_in):
    raamm = matters.forum(title="Raamm", kind="learning", interval="six_months")
    case_audit(reference="CA-1")
    assert "Named as in boards and forums, where it is one: Raamm." in (
        signed_in.get("/audits/learning/add/").content.decode()
    )
    said = named("CA-1", **parts("next_on", date(2015, 8, 10)))
    signed_in.post("/audits/learning/add/", said)
    made = LearningMeeting.objects.get()
    assert (made.body, made.forum) == (raamm, "Raamm")
    assert LearningMeeting.objects.overdue_on(date(2015, 8, 11)).exists()
    raamm.title = "Learning circle"
    raamm.save()
    page = signed_in.get(f"/matters/forums/{raamm.pk}/").content.decode()
    assert "Learning circle, 4 August 2015" in page and "4 February 2016" in page
    assert "Add a learning meeting" in page and "/meetings/add/" not in page
    later = named("CA-1", forum="learning CIRCLE", **parts("held_on", date(2015, 8, 12)))
    signed_in.post("/audits/learning/add/", later)
    assert LearningMeeting.objects.filter(body=raamm).count() == 2
    assert not LearningMeeting.objects.overdue_on(date(2015, 8, 11)).exists()
    refused = signed_in.post(
        f"/matters/forums/{raamm.pk}/meetings/add/",
        {"reviewed": "Audits", **parts("met_on", date(2015, 8, 12))},
    )
    assert "add a learning meeting under case audits" in str(errors(refused))
    assert raamm.meetings.count() == 2
