"""What answers a question: the kinds in their order, only what anybody may read, nothing else."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.editions.models.editions import Edition
from reports.editions.models.removals import CONFIRMED
from reports.issue.operations import removals
from reports.papers.models.papers import Paper
from reports.publication.models.passages import Passage
from reports.publication.search.answers import KINDS, RANKED, answer
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
    ROW,
)
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import entry, indexed
from tests.publication.search.published_papers import edition
from tests.sweeping import swept

pytestmark = pytest.mark.django_db
DBS = {"key": "dbs.overdue", "title": "People past their re-check date at the audit"}
CHILDREN = {"key": "looked_after.children", "title": "Children looked after"}


def asked(typed, council="netherby", **said):
    """The search of what is typed, in all that the council published."""
    editions = Edition.objects.public_in(council).readable()
    return answer(typed, cast.make_council(council), editions, **said)


def anchors(search):
    """The anchors of the paragraphs that answer."""
    keys = search.answers.keys.get(PARAGRAPH, ())
    return [Passage.objects.get(pk=key).anchor for key in keys]


def test_the_paragraphs_below_a_heading_answer_and_not_the_heading_alone():
    edition("The zebra was counted.", "Nothing of it.")
    shown = [
        Passage.objects.get(pk=key) for key in asked("work that was done").answers.keys[PARAGRAPH]
    ]
    assert shown and all(row.plain_words for row in shown)
    assert Passage.objects.filter(heading="What was done", plain_words="").exists()


@pytest.mark.long
def test_a_figure_answers_first_by_its_key_its_title_and_what_its_words_mean():
    indexed(entry("30", **DBS), entry("188", **CHILDREN), says="Nothing of either.")
    for typed in ("overdue DBS", "criminal record checks out of date", "late DBS checks"):
        found = asked(typed).answers
        assert found.kinds[0] == FIGURE, typed
        assert found.keys[FIGURE] == (("dbs.overdue", ""),), typed
    for typed in ("LAC", "how many kids are in care", "children in care", "lookd after childen"):
        assert asked(typed).answers.keys[FIGURE][0] == ("looked_after.children", ""), typed


def test_a_kind_that_is_named_alone_is_answered_by_all_of_it_what_is_open_first(settings):
    settings.CANDOUR_TODAY = "2016-03-01"
    paper = edition("Nothing of it.").paper
    days = {"Soon": date(2016, 4, 1), "Overdue": date(2016, 2, 1), "Later": date(2016, 9, 1)}
    rows = {
        name: promised.commitment(paper=paper, what=name, due_on=day) for name, day in days.items()
    }
    search = asked("what did the council promise to do")
    assert search.answers.kinds[0] == COMMITMENT
    in_order = ("Overdue", "Soon", "Later")
    assert search.answers.keys[COMMITMENT] == tuple(rows[name].pk for name in in_order)
    assert {search.records[COMMITMENT, row.pk] for row in rows.values()} == {*rows.values()}
    wanted = promised.recommendation(paper=paper)
    # Where none is as the question says, all are shown, and that none is so.
    for question in ("what are members asked to agree", "which recommendations were rejected"):
        answers = asked(question).answers
        assert (answers.keys[RECOMMENDATION], answers.partial) == ((wanted.pk,), True)
    search = asked("what is the committee asked to decide")
    assert search.answers.keys[RECOMMENDATION] == (wanted.pk,)


def test_commitments_and_recommendations_answer_by_their_words_of_public_reports_alone():
    paper = edition("Nothing of it.").paper
    made = promised.commitment(paper=paper, what="Write a leaflet for parents")
    promised.commitment(what="Write a leaflet for members")
    wanted = promised.recommendation(paper=paper, wording="note the leaflet")
    found = asked("leaflet").answers
    assert found.keys == {COMMITMENT: (made.pk,), RECOMMENDATION: (wanted.pk,)}
    assert found.kinds == (COMMITMENT, RECOMMENDATION)
    assert found.count == 2


def test_commitments_answer_by_their_state_and_the_month_of_their_report(settings):
    settings.CANDOUR_TODAY = "2016-04-01"
    paper = edition("Nothing of it.").paper
    late = promised.commitment(paper=paper, what="Write a leaflet", due_on=date(2016, 3, 31))
    promised.commitment(paper=paper, what="Write a book", due_on=date(2016, 4, 30))
    found = asked("overdue commitments").answers
    assert found.keys[COMMITMENT] == (late.pk,)
    month = f"{paper.told_on:%B %Y}"
    assert len(asked(f"commitments of {month}").answers.keys[COMMITMENT]) == 2
    asks = promised.recommendation(paper=paper, wording="note the leaflet")
    assert asked(f"recommendations {month}").answers.keys[RECOMMENDATION] == (asks.pk,)


def test_commitments_answer_by_the_names_of_figures_of_their_subject_where_they_are_asked_for():
    paper = edition("Nothing of it.").paper
    made = promised.commitment(paper=paper, what="Do the next DBS audit", sentence="We will.")
    named = promised.commitment(paper=paper, what="Print a leaflet", sentence="On DBS checks.")
    promised.commitment(paper=paper, what="Write a book", sentence="Soon.")
    found = asked("promises about re-checks").answers
    assert set(found.keys[COMMITMENT]) == {made.pk, named.pk}
    assert found.kinds[0] == COMMITMENT
    assert COMMITMENT not in asked("re-checks").answers.keys


def test_an_open_commitment_answers_by_the_date_that_it_is_due():
    paper = edition("Nothing of it.").paper
    march = promised.commitment(paper=paper, what="Print a leaflet", due_on=date(2016, 3, 31))
    promised.commitment(paper=paper, what="Write a book", due_on=date(2016, 4, 30))
    assert asked("commitments due in March 2016").answers.keys[COMMITMENT][0] == march.pk


def test_of_rates_the_councils_own_comes_before_those_of_other_areas():
    rate = {"key": "looked_after.rate", "unit": ""}
    title = "Children looked after per 10,000 children: {}, by the published population"
    indexed(
        *(
            entry("50", **rate, member=member, title=title.format(name))
            for member, name in (("england", "England"), ("own", "Netherby"), ("E1", "Thornby"))
        ),
        says="Nothing of it.",
    )
    first = [asked(text).answers.keys[FIGURE][0] for text in ("rate per 10,000", "England rate")]
    assert first == [("looked_after.rate", "own"), ("looked_after.rate", "england")]


def test_a_number_of_a_year_is_that_of_the_figure_counted_in_it():
    others = {"key": "looked_after.rate", "member": "E1"}
    indexed(
        entry("188", end="2015-12-31", **CHILDREN),
        entry("50", end="2014-12-31", title="Children looked after, Thornby, 2015", **others),
        says="Nothing of it.",
    )
    found = asked("number of children in care 2015").answers.keys[FIGURE]
    assert found[0] == ("looked_after.children", "")


# A corrected question reads figures, commitments, recommendations and tables once more.
MOST_QUERIES = 26


@pytest.mark.long
def test_a_page_of_answers_asks_the_database_so_often_and_no_more(client):
    paper = indexed(entry("30", **DBS), entry("188", **CHILDREN), says="Of children.").paper
    promised.commitment(paper=paper, what="Count overdue DBS checks of children")
    promised.recommendation(paper=paper, wording="note the overdue DBS checks of children")
    for typed in ("children", "childern", "childrne"):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get("/netherby/search/", {"words": typed})
        assert set(answer.context["search"].answers.kinds) == set(RANKED) - {ROW}, typed
        assert len(queries) <= MOST_QUERIES, typed


@pytest.mark.long
@swept(
    [
        ("commitment on the leaflet", COMMITMENT),
        ("what was promised about the leaflet", COMMITMENT),
        ("recommendation about the leaflet", RECOMMENDATION),
        ("what were members asked: leaflet", RECOMMENDATION),
        ("why a leaflet", PARAGRAPH),
    ]
)
@pytest.mark.django_db
def test_the_kind_asked_for_comes_first(typed, kind):
    paper = edition("The leaflet is for parents.").paper
    promised.commitment(paper=paper, what="Write a leaflet")
    promised.recommendation(paper=paper, wording="note the leaflet")
    found = asked(typed).answers
    assert found.kinds[0] == kind
    assert set(found.kinds) == {COMMITMENT, RECOMMENDATION, PARAGRAPH}


def test_nearly_alike_the_newest_report_comes_first():
    days = [date(2015, 6, 30), date(2016, 6, 30), date(2014, 6, 30)]
    for day in days:
        paper = papers.issued_paper(period_end=day, period_start=day.replace(day=1))
        edition("The zebra was counted.", paper=paper)
    keys = asked("zebra").answers.keys[PARAGRAPH]
    rows = Passage.objects.select_related("edition__paper").in_bulk(keys)
    assert [rows[key].edition.paper.period_end for key in keys] == sorted(days, reverse=True)


def test_a_paragraph_under_a_heading_is_about_it_and_a_heading_comes_after_what_is_below():
    edition("The zebra was counted.", "Nothing more of it.")
    assert anchors(asked("zebra work done")) == ["para-1"]
    Passage.objects.filter(anchor="work").update(plain_heading="zebras", heading="Zebras")
    Passage.objects.filter(anchor="para-1").update(plain_words="they are counted")
    found = anchors(asked("zebras counted"))
    assert found[0] == "para-1"
    assert "work" not in found[:1]


def test_contacts_and_abbreviations_come_last():
    edition("The zebra was counted.", "A zebra.")
    Passage.objects.filter(anchor="para-2").update(anchor="part-contacts-facts")
    assert anchors(asked("zebra")) == ["para-1", "part-contacts-facts"]


def test_what_has_some_of_the_words_is_found_and_called_so():
    edition("The zebra was counted.")
    assert not asked("zebra counted").answers.partial
    some = asked("zebra lions tigers bears")
    assert some.answers.partial and anchors(some) == ["para-1"]
    assert asked("lions").answers.count == 0
    assert asked("").answers.count == asked("the of").answers.count == 0


@pytest.mark.long
def test_as_typed_takes_no_other_word_and_corrects_none():
    edition("The LAC strategy.", "Safeguarding of zebras.")
    assert anchors(asked("children in care")) == ["para-1"]
    assert anchors(asked("children in care", as_typed=True)) == []
    assert asked("safegaurding").near == {"safegaurding": "safeguarding"}
    assert asked("safegaurding", as_typed=True).near == {}
    assert anchors(asked("safegaurding")) == ["para-2"]
    assert anchors(asked("safegaurding", as_typed=True)) == []


def test_a_glossary_is_searched_as_well_and_a_councils_name_says_nothing():
    edition("The Audit Learning Meeting met.")
    assert anchors(asked("ALM")) == []
    papers.abbreviation("ALM", long="Audit Learning Meeting")
    search = asked("Netherby ALM")
    assert anchors(search) == ["para-1"]
    assert search.question.also == ("Audit Learning Meeting",)


@pytest.mark.long
def test_nothing_of_another_council_a_removed_or_an_unpublished_report_answers():
    row = indexed(entry("30", **DBS), says="The zebra was counted.")
    made = promised.commitment(paper=row.paper, what="Count the zebra")
    promised.recommendation(paper=row.paper, wording="note the zebra")
    assert set(asked("zebra").answers.keys) == {COMMITMENT, RECOMMENDATION, PARAGRAPH}
    cast.make_council("elsewhere")
    assert asked("zebra", council="elsewhere").answers.count == 0
    said = {"reason": "court", "explanation": "Ordered."}
    taken = removals.remove(
        paper=row.paper, numbers=[1], by=cast.clerk(), on=papers.ISSUED_ON, **said
    )
    removals.decide(taken=taken, decision=CONFIRMED, by=cast.approver(), on=papers.ISSUED_ON)
    for typed in ("zebra", "overdue DBS", "zebar"):
        assert asked(typed).answers.count == 0, typed
    assert made.pk


def test_what_a_later_edition_corrected_answers_in_earlier_ones_alone():
    first = indexed(entry("30", **DBS), says="The zebra was counted.")
    indexed(entry("188", **CHILDREN), says="The horse was counted.", of=first.paper, number=2)
    assert asked("zebra").answers.count == asked("overdue DBS").answers.count == 0
    earlier = Edition.objects.public_in("netherby").readable(earlier=True)
    again = answer("zebra", cast.make_council(), earlier)
    assert again.answers.kinds == (PARAGRAPH,)
    figures = answer("overdue DBS", cast.make_council(), earlier)
    assert figures.answers.keys[FIGURE] == (("dbs.overdue", ""),)


def test_a_paper_that_is_no_longer_sent_keeps_its_published_answers():
    row = indexed(entry("30", **DBS), says="The zebra was counted.")
    Paper.objects.filter(pk=row.paper_id).update(status=Paper.SENT, corrects=1)
    assert asked("zebra").answers.count == 1


def test_every_kind_has_its_place():
    assert len(set(KINDS)) == len(KINDS) == 6


def queries(typed):
    """How many queries a question costs."""
    with CaptureQueriesContext(connection) as caught:
        asked(typed)
    return len(caught)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("typed", ["zebra", "zebra audits", "zebar", "overdue DBS"])
def test_a_question_costs_no_more_queries_of_many_rows_than_of_few(typed):
    row = indexed(entry("30", **DBS), says="The zebra was audited.")
    promised.commitment(paper=row.paper, what="Count the zebra")
    few = queries(typed)
    for _ in range(5):
        edition("The zebra was audited again.", "Zebras and audits.")
        promised.commitment(paper=row.paper, what="Count another zebra")
    assert queries(typed) <= few
