"""Findings that were said before: suggested by a plain rule, linked by people alone."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance.records.history import HistoryEntry
from assurance.records.record import EditConflict
from assurance.records.refusals import Refused
from assurance.reviews import operations
from assurance.reviews.models.findings import Finding
from assurance.reviews.quotable import RECORDS
from assurance.reviews.rules import repeated_findings as rules
from tests.cases import random_cases
from tests.cast import make_council, officer
from tests.make import improvements, people
from tests.make.findings import finding, review, theme
from tests.make.papers import ISSUED_ON

SUPERVISION = "Supervision of social workers is not recorded regularly."
AGAIN = "Records of supervision do not show that social workers reflect."
OTHER = "Contingency plans are missing from half of the plans that were read."
FIRST, SECOND, THIRD = date(2011, 2, 7), date(2016, 11, 14), date(2019, 11, 1)


def told(pk, text, day=FIRST, said_before=None, **said):
    """What the rules ask of a finding."""
    usual = {
        "pk": pk,
        "text": text,
        "kind": "area",
        "theme": None,
        "said_before_id": said_before,
        "withdrawn_on": None,
        "review": SimpleNamespace(
            started_on=day, body=f"Body of {day.year}", title=f"Review of {day.year}",
            withdrawn_on=None,
        ),
    }  # fmt: skip
    return SimpleNamespace(**{**usual, **said})


def of_theme(title):
    """A theme."""
    return SimpleNamespace(title=title)


def test_what_is_suggested_asks_for_an_answer_and_stands_under_the_same_theme():
    one = told(9, AGAIN, SECOND, theme=of_theme("Leadership"))
    fitting = told(1, SUPERVISION, theme=of_theme("leadership"))
    loose = told(2, SUPERVISION)
    elsewhere = told(3, SUPERVISION, theme=of_theme("Adoption"))
    praised = told(4, SUPERVISION, kind="strength")
    found = rules.suggested(one, [loose, elsewhere, praised, told(5, OTHER), fitting])
    assert [row.pk for row in found] == [1, 2]
    many = [told(pk, AGAIN) for pk in range(20)]
    assert len(rules.suggested(one, many)) == rules.MOST_SUGGESTED


def test_a_finding_is_suggested_once_and_never_with_its_own_review():
    rows = [
        told(1, SUPERVISION),
        told(2, AGAIN),
        told(3, AGAIN, SECOND),
        told(4, AGAIN, THIRD, said_before=3),
        told(5, OTHER, THIRD),
    ]
    assert [(one.pk, best.pk) for one, best in rules.to_suggest(rows)] == [(3, 2)]


WORDS = ("supervision", "records", "plans", "visits", "dates", "owners", "contingency")
FOUND = st.tuples(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
    st.sampled_from((FIRST, SECOND, THIRD)),
    st.sampled_from((None, "Leadership", "Adoption")),
    st.sampled_from(("area", "area", "strength")),
)


@random_cases(60)
@given(st.lists(FOUND, max_size=12))
def test_the_best_suggestion_of_all_is_the_first_of_each_by_itself(rows):
    ordered = sorted(rows, key=lambda row: row[1])
    findings = [
        told(pk, text, day, theme=title and of_theme(title), kind=kind)
        for pk, (text, day, title, kind) in enumerate(ordered)
    ]
    slowly = []
    for one in findings:
        earlier = [row for row in findings if row.review.started_on < one.review.started_on]
        best = rules.suggested(one, earlier)[:1] if one.kind == "area" else []
        slowly += [(one.pk, row.pk) for row in best]
    assert [(one.pk, best.pk) for one, best in rules.to_suggest(findings)] == slowly


def test_the_longest_chain_comes_first_and_two_may_go_back_to_one():
    rows = [
        told(1, OTHER),
        told(2, OTHER, SECOND, said_before=1),
        told(3, OTHER, SECOND, said_before=1),
        told(4, OTHER, THIRD, said_before=3),
    ]
    assert [[one.pk for one in chain.findings] for chain in rules.chains(rows)] == [
        [4, 3, 1],
        [2, 1],
    ]


def test_a_circle_ends_where_it_began():
    rows = {1: told(1, OTHER, said_before=2), 2: told(2, OTHER, said_before=1)}
    assert [one.pk for one in rules.chain_of(rows[1], rows).findings] == [1, 2]


def two():
    """An early finding and a later one."""
    early = review(title="Peer review", body="The association", started_on=FIRST, ended_on=FIRST)
    late = review(title="Inspection", started_on=SECOND)
    return finding(review=early, text=SUPERVISION), finding(review=late, text=AGAIN)


def link(record, said_before, **said):
    """The operation."""
    usual = {"record": record, "version": record.version, "by": officer(), "on": ISSUED_ON}
    return operations.link_said_before(said_before=said_before, **{**usual, **said})


@pytest.mark.django_db
def test_a_link_is_kept_and_taken_away_with_its_history():
    early, late = two()
    linked = link(late, early)
    assert (linked.said_before, list(early.said_again.all())) == (early, [linked])
    [entry] = HistoryEntry.objects.about(late)
    assert entry.changes == {"said_before": {"from": None, "to": str(early)}}
    assert link(linked, None).said_before is None


@pytest.mark.django_db
def test_a_link_is_refused_to_others_and_from_what_was_withdrawn():
    early, late = two()
    with pytest.raises(EditConflict):
        link(late, early, version=7)
    with pytest.raises(Refused, match="own council"):
        link(late, finding(council=make_council("elsewhere")))
    with pytest.raises(Refused, match="did not begin before"):
        link(early, late)
    gone = {"withdrawn_on": ISSUED_ON, "withdrawn_by": officer(), "withdrawn_because": "Twice"}
    with pytest.raises(Refused, match="withdrawn and cannot be changed"):
        link(finding(**gone), early)


@pytest.mark.django_db
def test_an_officer_sees_the_suggestion_links_it_and_finds_it_among_what_was_said_before(client):
    client.force_login(officer())
    early, late = two()
    page = client.get("/reviews/said-before/").content.decode()
    assert "No finding is linked" in page and "may repeat an earlier one: 1" in page
    form = client.get(f"/reviews/findings/{late.pk}/said-before/").context["form"]
    assert form.suggested == [early]
    address = f"/reviews/findings/{late.pk}/said-before/"
    client.post(address, {"said_before": early.pk, "version": late.version})
    page = client.get("/reviews/said-before/").content.decode()
    for words in (
        "The association, The inspectorate",
        "7 Feb 2011",
        "1 repeated, out of 2 findings",
    ):
        assert words in page
    assert "may repeat an earlier one" not in page
    told_of = client.get(f"/reviews/findings/{late.pk}/").content.decode()
    assert "Made 2 times since 7 February 2011" in told_of
    assert "Repeated findings" in client.get(f"/reviews/{late.review_id}/").content.decode()
    refused = client.post(address, {"said_before": late.pk, "version": late.version + 1})
    assert refused.context["form"].errors["said_before"] == [
        "Select an earlier finding from the list"
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("sort", "order"),
    [("", "QC"), ("wording", "CQ"), ("theme", "CQ"), ("-theme", "CQ"), ("times", "CQ"),
     ("-times", "QC"), ("since", "CQ"), ("by", "CQ"), ("-by", "QC"), ("odd", "QC")],
)  # fmt: skip
def test_repeated_findings_are_sorted_by_every_column_and_unthemed_ones_come_last(
    client, sort, order
):
    client.force_login(officer())
    days = (FIRST, SECOND, THIRD, ISSUED_ON)
    bodies = ("Association", "Board", "Inspectorate", "Peers")
    reviews = [
        review(title=body, body=body, started_on=day, ended_on=day, published_on=day)
        for body, day in zip(bodies, sorted(days), strict=True)
    ]
    plans = finding(review=reviews[0], text="Plans", theme=theme(review=reviews[0]))
    again = {"said_before": plans, "theme": theme(review=reviews[1])}
    finding(review=reviews[1], text="Contingency", **again)
    earlier = None
    for of in reviews[1:]:
        earlier = finding(review=of, text="Quality", said_before=earlier)
    answer = client.get("/reviews/said-before/", {"sort": sort})
    assert "".join(chain.newest.text[0] for chain in answer.context["chains"]) == order


@pytest.mark.django_db
def test_a_review_says_of_each_finding_what_answers_it(client):
    client.force_login(officer())
    of = review()
    answered = finding(review=of)
    improvements.action([answered])
    improvements.action([answered])
    improvements.action([finding(review=of, kind="priority")])
    finding(review=of, no_action_because="Done by others", decider="Head of Service")
    finding(review=of)
    finding(review=of, kind="strength")
    remark = {"kind": "quotation", "manner": "oral", "said_by_role": "A social worker"}
    said = finding(review=of, **remark)
    page = client.get(f"/reviews/{of.pk}/").content.decode()

    def page_of(finding):
        return client.get(f"/reviews/findings/{finding.pk}/").content.decode()

    assert (page.count("Has an action"), page.count("Not answered")) == (2, 1)
    assert "2 of them" in page
    assert "Done by others (Head of Service)" in page
    assert "Source: A social worker, not published." in page
    assert '2 actions: <a class="govuk-link"' in page_of(answered)
    assert "Its answer" not in page_of(said)


@pytest.mark.django_db
def test_the_page_asks_as_often_however_many_findings_there_are(
    client, django_assert_max_num_queries
):
    client.force_login(officer())
    early, late = two()
    for number in range(12):
        finding(review=late.review, text=f"{AGAIN} {number}", said_before=early if number else None)
    assert Finding.objects.count() == 14
    with django_assert_max_num_queries(12):
        client.get("/reviews/said-before/")


@pytest.mark.django_db
def test_quotations_and_what_was_only_said_need_the_role_of_whoever_said_it(client):
    client.force_login(officer())
    of = review()
    theme(of)
    address = f"/reviews/{of.pk}/findings/add/"
    for kind, manner in (("quotation", "published"), ("remark", "oral")):
        answer = client.post(address, {"kind": kind, "manner": manner, "text": "Well led"})
        [sentence] = answer.context["form"].errors["speaker"]
        assert sentence.startswith("Select the post of the person quoted")
    typed = {"kind": "quotation", "manner": "oral", "text": "Well led", "said_by_role": "A parent"}
    client.post(address, typed)
    assert Finding.objects.get().said_by_role == "A parent"
    worker = people.post("Social Worker")
    both = client.post(address, {**typed, "speaker": worker.pk}).context["form"].errors
    assert both["said_by_role"] == ["A quotation has one source: leave the role empty, or the post"]
    client.post(address, {**typed, "speaker": worker.pk, "said_by_role": "", "text": "Busy"})
    spoken = Finding.objects.get(text="Busy")
    assert (spoken.speaker, spoken.said_by_role, spoken.speaker_title) == (worker, "", worker.title)
    assert (
        "Source: Social Worker, not published." in client.get(f"/reviews/{of.pk}/").content.decode()
    )
    page = client.get(f"/reviews/findings/{spoken.pk}/").content.decode()
    assert "Post of the person quoted" in page and worker.title in page
    assert RECORDS["finding"].fields["said_by_role"](spoken) == worker.title
    several = {"kind": "quotation", "lines": "One", "keep": "yes"}
    refused = client.post(f"/reviews/{of.pk}/findings/several/", several)
    assert "add it by itself" in refused.context["form"].errors["__all__"][0]
