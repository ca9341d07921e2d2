"""Choosing a few of very many rows by a search: on the page of actions, and of statements."""

import pytest

from assurance.governance.models.statements import Statement
from assurance.improvement.models.actions import Action
from assurance.registers.short_forms.row_search import FEW, LONGEST, MOST
from assurance.reviews.models.findings import Finding
from tests.governance.entries import typed
from tests.improvement.entries import typed_action
from tests.make import matters
from tests.make.findings import finding, review, theme
from tests.make.improvements import action
from tests.make.people import post

pytestmark = pytest.mark.django_db
ADD = "/actions/add/"
SAVED_LATER = "Nothing is saved until you save this page."


def very_many(number=83):
    """As many areas for development of one review, the last of them about health."""
    of = review(title="Inspection of 2016")
    rows = [finding(review=of, text=f"Plans of kind {place}.") for place in range(number - 1)]
    return [*rows, finding(review=of, text="Health assessments come late.")]


def boxes_of(page):
    """(key, whether it is ticked) of each row that a page offers."""
    parts = page.split('name="findings" value="')[1:]
    return [(int(part.partition('"')[0]), " checked" in part.partition(">")[0]) for part in parts]


def test_very_many_rows_are_not_shown_until_they_are_searched_for(signed_in):
    very_many()
    page = signed_in.get(ADD).content.decode()
    assert boxes_of(page) == [] and "Search among 83 findings" in page


def test_a_few_rows_are_shown_without_a_search(signed_in):
    rows = very_many(FEW)
    page = signed_in.get(ADD).content.decode()
    assert sorted(boxes_of(page)) == sorted((row.pk, False) for row in rows)
    assert "Search among" not in page
    finding(review=rows[0].review)
    assert boxes_of(signed_in.get(ADD).content.decode()) == []


def test_a_page_without_rows_says_so(signed_in):
    assert "There is no finding to choose yet." in signed_in.get(ADD).content.decode()


def test_a_search_narrows_keeps_what_was_chosen_and_typed_and_saves_nothing(signed_in):
    *_, before, health = very_many()
    said = typed_action(text="Give each plan its date", findings=[before.pk])
    said |= {"findings_search": "health LATE", "findings_find": "1", "owner": ""}
    answer = signed_in.post(ADD, said)
    page = answer.content.decode()
    assert answer.status_code == 200 and not Action.objects.exists()
    assert boxes_of(page) == [(before.pk, True), (health.pk, False)]
    assert "Give each plan its date" in page and SAVED_LATER in page
    # What is missing is said when it is saved, not while one searches.
    assert not answer.context["form"].errors and "There is a problem" not in page
    said |= {"findings": [before.pk, health.pk], "findings_shown": "health LATE"}
    del said["findings_find"]
    assert "owner" in signed_in.post(ADD, said).context["form"].errors
    signed_in.post(ADD, {**said, "owner": post().pk})
    assert {*Action.objects.get().findings.all()} == {before, health}


def test_words_that_were_typed_and_not_searched_for_are_searched_before_anything_is_saved(
    signed_in,
):
    health = very_many()[-1]
    answer = signed_in.post(ADD, typed_action(findings_search="health", findings_shown=""))
    assert boxes_of(answer.content.decode()) == [(health.pk, False)]
    assert not Action.objects.exists()


@pytest.mark.long
def test_a_chosen_row_stays_when_it_is_changed_and_searched_for_again(signed_in):
    rows = very_many()
    kept = action([rows[3]], reference="A1")
    address = f"/actions/{kept.pk}/change/"
    assert boxes_of(signed_in.get(address).content.decode()) == [(rows[3].pk, True)]
    said = {"findings": [rows[3].pk], "findings_search": "health", "findings_find": "1"}
    page = signed_in.post(address, {**said, "version": kept.version}).content.decode()
    assert boxes_of(page) == [(rows[3].pk, True), (rows[-1].pk, False)]


def test_a_search_finds_by_review_theme_kind_number_and_every_word():
    of = review(title="Inspection of 2016", slug="inspection")
    about = theme(of, title="Leadership")
    rows = [
        finding(review=of, theme=about, text="Visits are recorded."),
        finding(review=of, kind="recommendation", text="Record visits.", place="Paragraph 12"),
        finding(review=review(title="Peer review", slug="peer"), number=7, text="Visits again."),
    ]

    def found(text):
        return [rows.index(row) for row in Finding.objects.with_every_word(text).order_by("pk")]

    assert found("visits") == [0, 1, 2]
    assert found("VISITS leadership") == [0]
    assert found("recommendation") == [1]
    assert found("12") == [1]
    assert found("7 peer") == [2]
    assert found("visits leadership peer") == []
    assert found("") == [0, 1, 2]


def test_of_more_rows_than_a_page_shows_it_says_how_many_are_left(signed_in):
    very_many()
    page = signed_in.post(ADD, typed_action(findings_search="plans")).content.decode()
    assert len(boxes_of(page)) == MOST
    assert f"{82 - MOST} more have these words: add a word to your search." in page


@pytest.mark.parametrize(
    "text, words",
    [
        ("nothing of the kind", "Nothing else has the words “nothing of the kind”."),
        ("a\x00b", "Nothing else has the words “ab”."),
        ("9" * 400, "Nothing else has the words “" + "9" * LONGEST),
        ("<b>", "Nothing else has the words “&lt;b&gt;”."),
        ("²", "Nothing else has the words “²”."),
    ],
)
def test_a_search_of_any_words_gets_a_page(signed_in, text, words):
    very_many(9)
    answer = signed_in.post(ADD, typed_action(findings_search=text))
    assert answer.status_code == 200 and words in answer.content.decode()


def test_a_press_without_words_asks_for_them(signed_in):
    very_many(9)
    page = signed_in.post(ADD, typed_action(findings_find="1")).content.decode()
    assert "Enter the words to search for." in page and "autofocus" in page


@pytest.mark.parametrize("wrong", ["abc", "999999", "9" * 30, "-1", "²"])
def test_a_row_that_is_not_there_is_refused_and_the_page_stands(signed_in, wrong):
    finding()
    answer = signed_in.post(ADD, typed_action(findings=[wrong]))
    assert answer.context["form"].errors["findings"] == ["Choose “Findings” from the list"]
    assert 'href="#id_findings_0"' in answer.content.decode()


@pytest.mark.long
def test_of_one_row_or_none_the_search_offers_radios(signed_in):
    rows = very_many()
    address = "/matters/statements/add/"
    page = signed_in.get(address).content.decode()
    assert 'type="radio" name="later_finding" value="" id="id_later_finding_none" checked' in page
    said = typed("statement", later_finding_search="health", later_finding=rows[0].pk)
    page = signed_in.post(address, said).content.decode()
    assert f'type="radio" name="later_finding" value="{rows[0].pk}"' in page
    assert f'type="radio" name="later_finding" value="{rows[-1].pk}"' in page
    said |= {"later_finding": rows[-1].pk, "later_finding_shown": "health"}
    signed_in.post(address, said)
    assert Statement.objects.get().later_finding == rows[-1]
    said |= {"later_finding": "", "version": 1}
    signed_in.post(f"/matters/statements/{Statement.objects.get().pk}/change/", said)
    assert Statement.objects.get().later_finding is None


def test_the_page_asks_as_often_however_many_rows_there_are(
    signed_in, django_assert_max_num_queries
):
    very_many(30)
    matters.statement()
    with django_assert_max_num_queries(40):
        signed_in.post(ADD, typed_action(findings_search="plans"))


@pytest.mark.parametrize("number, needed", [(1, False), (FEW, False), (FEW + 1, True)])
def test_a_search_is_offered_from_more_rows_than_stand_on_a_page(signed_in, number, needed):
    very_many(number)
    page = signed_in.get(ADD).content.decode()
    assert ('type="search"' in page) is needed
    assert len(boxes_of(page)) == (0 if needed else number)
    # Where an error at the field leads is there either way.
    assert page.count('id="id_findings_0"') == 1


def test_the_button_that_enter_presses_saves_and_comes_before_that_of_the_search(signed_in):
    very_many()
    page = signed_in.get(ADD).content.decode()
    hidden = page.index('<button class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">')
    assert hidden < page.index('name="findings_find"')


def test_a_search_that_stands_on_the_page_already_does_not_keep_the_form_from_being_saved(
    signed_in,
):
    health = very_many()[-1]
    said = {"findings_search": " health ", "findings_shown": "health", "findings": [health.pk]}
    answer = signed_in.post(ADD, typed_action(**said))
    assert answer.status_code == 302
    assert [*Action.objects.get().findings.all()] == [health]


def test_what_was_refused_comes_back_with_its_search_and_what_was_chosen(signed_in):
    rows = very_many()
    said = {"findings_search": "health", "findings_shown": "health", "findings": [rows[0].pk]}
    page = signed_in.post(ADD, typed_action(**said, text="")).content.decode()
    assert boxes_of(page) == [(rows[0].pk, True), (rows[-1].pk, False)]
    assert "There is a problem" in page and 'value="health"' in page
