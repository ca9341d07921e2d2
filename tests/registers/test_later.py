"""Forms ask what is known now; the rest is folded until its time comes, and is never lost there."""

import re

import pytest

from assurance.audits.models.case_audits import CaseAudit
from assurance.registers.short_forms.later import Later
from tests import cast
from tests.make import audits, findings, people
from tests.page_requests import boxes, browser_of, drawn, errors
from tests.registers.test_every_register import made, registers

pytestmark = pytest.mark.django_db
SHORT = ("reviews", "audits", "looked_after", "dbs:audit")


def form_of(name, record=None):
    """The form of a register, as it stands before anything is typed."""
    register = registers()[name]
    made(register)
    return register.form(council=cast.make_council(), record=record)


def folded(form):
    """The names of the fields in the fold of a form; none without one."""
    parts = [part for part in form.helper.layout.fields if isinstance(part, Later)]
    return {pointer.name for part in parts for pointer in part.get_field_names()}


def is_open(answer):
    """True where the fold of a page is open."""
    [tag] = re.findall(r'<details class="govuk-details app-later"([^>]*)>', answer.content.decode())
    return "open" in tag


@pytest.mark.parametrize("name", SHORT)
def test_a_form_asks_less_now_than_in_all_and_nothing_that_is_required_later(name):
    form = form_of(name)
    later = folded(form)
    assert len(later) >= 3 and len(later) < len(form.fields)
    assert not [field for field in later if form.fields[field].required]


def test_every_name_that_a_form_folds_is_a_field_or_a_legend_of_it():
    for name, register in registers().items():
        if register.form.later:
            form = form_of(name)
            folds = [part for part in form.helper.layout.fields if isinstance(part, Later)]
            legends = {getattr(part, "legend", part) for fold in folds for part in fold.fields}
            named = set(flat(register.form.later))
            assert legends <= named, name
            assert len(legends) >= len(named) - 2, name


def flat(later):
    """The names of all folds of a form."""
    return [name for item in later for name in (item if isinstance(item, tuple) else (item,))]


def test_a_dbs_audit_asks_at_most_a_dozen_things_at_first_and_folds_the_rest_by_its_time():
    form = form_of("dbs:audit")
    assert len(set(form.fields) - folded(form)) <= 12
    titles = [part.title for part in form.helper.layout.fields if isinstance(part, Later)]
    assert [title.partition(": ")[2][:20] for title in titles] == [
        "other parts at the a",
        "at the position date",
        "outcome for those ov",
    ]


@pytest.mark.parametrize("name", [*SHORT, "people", "editor:series"])
def test_every_field_is_drawn_once_but_what_only_a_refusal_asks(name):
    register = registers()[name]
    page = browser_of(cast.make_user(*cast.ROLES)).get(register.address("add")).content.decode()
    form = register.form(council=cast.make_council())
    for field in form.fields:
        is_drawn = bool(re.search(rf'name="{field}(?:_day)?"', page))
        assert is_drawn == (field not in form.submit_after), field
    assert len(re.findall(r'id="([^"]+)"', page)) == len(set(re.findall(r'id="([^"]+)"', page)))


def an_audit(**more):
    """What is typed of an audit, what is folded with it."""
    team = people.team()
    usual = {"reference": "CA-1", "team": team.pk, "method": "desk", "own_team": "True"}
    return {**usual, "auditor": people.post().pk, **boxes(audited_on="2 3 2015"), **more}


@pytest.mark.long
def test_what_is_folded_is_saved_and_shown_open_where_it_is_filled_or_wrong():
    client = browser_of(cast.officer())
    page = client.get("/audits/add/")
    assert not is_open(page)
    assert "More, when it is known: outcome, views given to the auditor" in page.content.decode()
    census = client.get("/looked-after/add/").content.decode()
    assert "known: children by age, in the Department" in census
    answer = client.post("/audits/add/", an_audit(**boxes(shared_on="1 1 2015")))
    assert list(errors(answer)) == ["shared_on"] and is_open(answer)
    answer = client.post("/audits/add/", an_audit(reference="", **boxes(shared_on="9 3 2015")))
    assert list(errors(answer)) == ["reference"] and is_open(answer)
    answer = client.post("/audits/add/", an_audit(reference=""))
    assert list(errors(answer)) == ["reference"] and not is_open(answer)
    client.post("/audits/add/", an_audit(**boxes(shared_on="9 3 2015")))
    [audit] = CaseAudit.objects.all()
    assert audit.shared_on.isoformat() == "2015-03-09"


def test_the_page_of_a_change_stands_open_so_that_its_links_arrive():
    audit = audits.case_audit()
    client = browser_of(cast.officer())
    assert is_open(client.get(f"/audits/{audit.pk}/change/"))
    assert f"/audits/{audit.pk}/change/#id_shared_on" in (
        client.get(f"/audits/{audit.pk}/").content.decode()
    )


def test_words_that_may_name_a_child_are_asked_about_within_the_fold():
    client = browser_of(cast.officer())
    page = client.get("/reviews/add/")
    typed = {
        **{"kind": "inspection", "title": "Inspection", "body": "Ofsted"},
        **boxes(started_on="14 9 2015", ended_on="25 9 2015"),
        "no_reply_because": "The mother of child A, tel 07700 900123",
    }
    answer = client.post("/reviews/add/", {**drawn(page), **typed})
    assert "no_reply_because" in errors(answer) and is_open(answer)
    assert 'name="no_reply_because_is_right"' in answer.content.decode()


def test_a_search_within_a_fold_shows_there_what_it_found():
    findings.finding(text="Children are heard")
    client = browser_of(cast.officer())
    folds = re.compile(r'<details class="govuk-details app-later"([^>]*)>')
    page = client.get("/matters/statements/add/").content.decode()
    assert [" open" in tag for tag in folds.findall(page)] == [False, False]
    typed = {"later_finding_search": "heard", "later_finding_find": "1"}
    page = client.post("/matters/statements/add/", typed).content.decode()
    assert [" open" in tag for tag in folds.findall(page)] == [False, True]


def test_a_review_asks_at_most_a_dozen_things_at_first():
    form = form_of("reviews", None)
    assert len(set(form.fields) - folded(form)) <= 12
    framework = findings.framework()
    assert framework.pk and len(folded(form)) >= 15


@pytest.mark.parametrize("name", ["audits", "people", "reviews"])
def test_another_can_be_added_at_once(name):
    register = registers()[name]
    client = browser_of(cast.make_user(*cast.ROLES))
    address = register.address("add")
    page = client.get(address).content.decode()
    assert 'name="another" value="yes"' in page and "Save and add another" in page
    record = made(register)
    change = client.get(register.address("change", record.pk)).content.decode()
    assert "Save and add another" not in change


def test_what_was_added_is_named_and_the_form_is_empty_again():
    client = browser_of(cast.officer())
    answer = client.post("/audits/add/", an_audit(another="yes"), follow=True)
    assert answer.redirect_chain == [("/audits/add/", 302)]
    page = answer.content.decode()
    assert "Case audit added." in page and "CA-1" not in page
    assert CaseAudit.objects.count() == 1
    refused = client.post("/audits/add/", an_audit(another="yes"))
    assert list(errors(refused)) == ["reference"] and "CA-1" in refused.content.decode()
