"""The sections of a search's page, and the texts that figures are found by: with kinds that answer
nothing, keys that no edition prints, and figures that nothing is known of."""

from datetime import date

import pytest

from reports.documents.entries import STATED
from reports.editions.models.editions import Edition
from reports.language.rules.due_dates import STATES
from reports.publication.models.search_texts import FigureText
from reports.publication.search.answers import answer
from reports.publication.search.sections import (
    SHOWN,
    TITLES,
    ResultSection,
    figure_results,
    sections,
)
from reports.publication.search.texts import figure_text, states_in, words_about
from reports.vocabulary.stems import stems
from tests import cast
from tests.make import papers, promised
from tests.make.published_figures import BEFORE, entry, indexed
from tests.publication.search.published_papers import edition

pytestmark = pytest.mark.django_db


def every():
    """What readers may search in."""
    return Edition.objects.public_in("netherby").readable()


def drawn(typed, kind="", page=()):
    """The sections of a question's page."""
    search = answer(typed, cast.make_council(), every())
    return search, sections(search, "netherby", every(), kind, page)


def test_of_several_kinds_the_first_few_of_each_are_shown_with_how_many_there_are():
    paper = edition(*(f"The zebra {number} was counted." for number in range(7))).paper
    for number in range(3):
        promised.commitment(paper=paper, what=f"Count zebra {number}")
    promised.recommendation(paper=paper, wording="note the zebra")
    search, rows = drawn("zebra")
    counts = {row.kind: (len(row.rows), row.count) for row in rows}
    assert counts == {"commitments": (2, 3), "recommendations": (1, 1), "paragraphs": (5, 7)}
    assert [row.kind for row in rows] == list(search.answers.kinds)
    assert all(len(row.rows) == min(SHOWN[row.kind], row.count) for row in rows)
    assert {row.kind: row.title for row in rows} == {kind: TITLES[kind] for kind in counts}


def test_of_one_kind_the_page_is_shown_and_all_are_counted():
    paper = edition("Nothing of it.").paper
    made = [promised.commitment(paper=paper, what=f"Count zebra {n}") for n in range(4)]
    keys = [made[3].pk, made[0].pk]
    _, [row] = drawn("zebra", "commitments", keys)
    assert ([item.pk for item in row.rows], row.count) == (keys, 4)
    _, [row] = drawn("zebra", "commitments", [])
    assert (row.rows, row.count) == ((), 4)


@pytest.mark.parametrize("kind", ["figures", "recommendations", "no-such-kind", "<script>"])
def test_a_kind_that_answers_nothing_has_no_section(kind):
    edition("The zebra was counted.")
    search, rows = drawn("zebra", kind)
    assert rows == [] and search.answers.count == 1


@pytest.mark.parametrize("typed", ["", "   ", "?!", "the of and", "lion"])
def test_a_question_without_an_answer_has_no_section(typed):
    edition("The zebra was counted.")
    assert drawn(typed)[1] == []


@pytest.mark.parametrize(("count", "name"), [(0, "figures"), (1, "figure"), (2, "figures")])
def test_a_section_names_one_and_many(count, name):
    row = ResultSection("figures", "Figures", (), count)
    assert (row.name, row.template) == (name, "publication/search_figures.html")


def test_figures_come_in_the_order_of_their_keys_and_unknown_ones_not_at_all(
    django_assert_num_queries,
):
    indexed(entry("3", key="dbs.due"), entry("7", key="audits.done"), entry("1", member="north"))
    with django_assert_num_queries(0):
        assert figure_results([], "netherby", every()) == []
    for keys in (
        [("audits.done", ""), ("dbs.due", "")],
        [("dbs.due", ""), ("no.such", ""), ("audits.done", ""), ("dbs.due", "south")],
    ):
        found = [(row.key, row.member) for row in figure_results(keys, "netherby", every())]
        assert found == [pair for pair in keys if pair in (("audits.done", ""), ("dbs.due", ""))]
    cast.make_council("elsewhere")
    assert figure_results([("dbs.due", "")], "elsewhere", every()) == []
    papers.remove_edition(edition=Edition.objects.get())
    assert figure_results([("dbs.due", "")], "netherby", every()) == []


def test_a_figure_that_nothing_is_known_of_is_found_by_its_title_and_key_alone():
    row = {"figure": "zebras.seen_in_year", "member": "", "title": "Zebras seen", "last": None}
    text = figure_text(row)
    assert (text["day"], text["around"].split()) == (None, [])
    assert "None" not in text["text"] and " none " not in text["text"]
    for word in ("zebras", "seen", "year"):
        assert stems(word) in text["text"]
    assert text["name"] == stems("Zebras seen")
    known = figure_text({**row, "figure": "dbs.overdue", "last": date(2016, 2, 29)})
    assert " 2016 " in known["text"] and stems("DBS checks") in known["around"]


def test_a_figure_of_another_subject_comes_behind():
    indexed(
        entry("16", key="dbs.overdue", title="People overdue"),
        entry("13", key="actions.by_plan", title="Actions, by plan"),
    )
    search = answer("how many actions are overdue", cast.make_council(), every())
    assert [key for key, _ in search.answers.keys["figures"]] == ["actions.by_plan", "dbs.overdue"]
    overdue = answer("how many are overdue", cast.make_council(), every())
    assert overdue.answers.keys["figures"] == (("dbs.overdue", ""),)


def test_a_typed_number_and_a_removed_report_leave_no_text():
    indexed(entry("5", key=STATED, title="Typed"), entry("6", BEFORE, key="dbs.due"))
    assert [row.key for row in FigureText.objects.all()] == ["dbs.due"]
    papers.remove_edition(edition=Edition.objects.get())
    indexed(entry("7", key="audits.done"))
    assert {row.key for row in FigureText.objects.printed_in("netherby", every())} == {
        "audits.done"
    }
    assert not FigureText.objects.printed_in("elsewhere", every()).exists()


def test_no_words_name_no_state_and_words_of_a_state_name_it():
    assert list(states_in(())) == []
    for state, title in STATES:
        assert state in states_in((stems(title),))


def test_only_a_subject_there_is_has_words():
    assert stems("looked after") in words_about("looked_after")
    with pytest.raises(KeyError):
        words_about("zebras")
