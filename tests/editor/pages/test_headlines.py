"""Headline figures are chosen by their names, dates and forms; no page about them shows a code."""

import pytest

from reports.papers.manuscript import read
from reports.quotable.headline_choices import NUMBER, PERCENT, choices_of
from tests.make import papers
from tests.page_requests import at, drawn, errors, words, wrong_blocks
from tests.sweeping import NamedCase

pytestmark = pytest.mark.django_db
CHILDREN, AUDITS = "Children looked after", "Case-file audits done"
TYPED = {
    **{"figure_1": CHILDREN, "figure_2": CHILDREN, "when_2": "1 January 2015"},
    **{"label_2": "A year before", "figure_3": AUDITS, "reads_3": NUMBER},
}
KEPT = [
    {"label": "", "figure": "[[looked_after.children]]"},
    {"label": "A year before", "figure": "[[looked_after.children @comparison]]"},
    {"label": "", "figure": "[[audits.done]]"},
]


def new(paper):
    """The address at which headline figures are added."""
    return at(paper, "add-block", "headlines", part="body")


def kept(paper, *rows):
    """A group of headline figures in the section, as its row."""
    return papers.block(
        paper=paper,
        slug="first",
        part="body",
        kind="headlines",
        parent=paper.blocks.get(slug="work"),
        text="",
        data={"headlines": [*(rows or KEPT)]},
    )


@pytest.mark.long
def test_three_are_chosen_kept_as_tokens_and_shown_by_their_names(browser, paper):
    page = browser.get(new(paper))
    assert "Add headline figures" in words(page) and "Up to three more figures" in words(page)
    assert browser.post(new(paper), TYPED).status_code == 302
    block = paper.blocks.get(kind="headlines")
    assert block.data == {"headlines": KEPT}
    page = browser.get(at(paper, "block", block.slug))
    shown = {name: value for name, value in drawn(page).items() if name in TYPED}
    assert shown == TYPED
    section = words(browser.get(at(paper, "section", block.slug)))
    assert "group of headline figures" in section and "A year before" in section
    for text in (words(page), section):
        assert "[[" not in text and "looked_after.children" not in text
    # The first three are always open, the others once one of them is filled.
    assert page.context["form"].has_more is False
    more = browser.post(at(paper, "block", block.slug), {**TYPED, "label_5": "X", "version": 1})
    assert more.context["form"].has_more is True


def test_the_page_of_headline_figures_proposes_what_the_report_quotes_until_some_are_kept(
    browser, paper
):
    """They are carried to the next report as every block is."""
    first = browser.get(at(paper, "headlines"))
    assert (first.status_code, first.url.partition("?")[0]) == (
        302,
        at(paper, "add-block", "headlines"),
    )
    page = browser.get(first.url)
    shown = drawn(page)
    proposed = [one for name, one in shown.items() if name.startswith("figure_") and one]
    # The paragraphs quote audits of the year and children, and compare children as well.
    assert proposed == [AUDITS, CHILDREN] and shown["when_2"] == ""
    points = "* We looked after [[looked_after.children]] children.\n* Audits were made."
    assert browser.post(first.url, {**TYPED, "text": points}).status_code == 302
    block = paper.blocks.get(kind="headlines")
    assert block.text == points and block.data == {"headlines": KEPT}
    assert browser.get(at(paper, "headlines")).url == at(paper, "block", block.slug)
    page = browser.get(at(paper, "block", block.slug))
    assert drawn(page)["figure_1"] == CHILDREN and "Main points" in words(page)
    faulty = browser.post(at(paper, "block", block.slug), {**TYPED, "text": "[[", "version": 1})
    assert errors(faulty)


def test_every_date_of_a_figure_and_no_other_can_be_chosen(paper):
    offered = choices_of(read(paper))
    assert set(offered.figures[CHILDREN]) == {"", "1 December 2015", "1 January 2015"}
    assert offered.token(CHILDREN, "", NUMBER) == "[[looked_after.children]]"
    assert offered.token(CHILDREN, "1 January 2015", PERCENT) == (
        "[[looked_after.children @comparison | percent]]"
    )
    assert offered.token(CHILDREN, "1 January 2015 to 31 December 2015", NUMBER) == ""
    for names in offered.groups.values():
        for name in names:
            for date in offered.figures[name]:
                token = offered.token(name, date, NUMBER)
                again = offered.chosen(token)
                assert again[0] == name and offered.token(*again) == token


WRONG = (
    ({"figure_3": ""}, "figure_3", "Choose at least three figures"),
    ({"when_2": ""}, "figure_2", "This figure is chosen twice"),
    ({"when_3": "1 December 2015"}, "when_3", "has no value for that date. Its dates here: 1"),
    ({"figure_3": "Nothing of ours"}, "figure_3", "is no figure that can be chosen"),
    ({"label_4": "Loose"}, "figure_4", "Choose the figure, or empty its label"),
    ({"figure_3": "Breaches of the DBS policy open", "reads_3": PERCENT}, "reads_3", "is no share"),
    ({"label_1": "x" * 101}, "label_1", "must have 100 characters or fewer"),
)


def test_what_cannot_be_is_refused_at_its_field(browser, paper):
    for wrong, field, sentence in WRONG:
        with NamedCase(wrong):
            answer = browser.post(new(paper), {**TYPED, **wrong})
            assert answer.status_code == 200 and not paper.blocks.filter(kind="headlines")
            assert sentence in " ".join(errors(answer)[field])


@pytest.mark.long
def test_a_figure_is_typed_by_its_name_or_by_words_that_no_other_has(browser, paper):
    typed = {**TYPED, "figure_1": CHILDREN.upper(), "figure_3": "audits planned"}
    assert browser.post(new(paper), typed).status_code == 302
    planned = {"label": "", "figure": "[[audits.planned]]"}
    assert paper.blocks.get(kind="headlines").data == {"headlines": [*KEPT[:2], planned]}
    for words_typed, said in (
        ("audits done", "Type one of them whole: Case-file audits done;"),
        ("placement", "Several figures have these words, “placement”"),
        ("x" * 5000, "is no figure that can be chosen here"),
        ("\u0000²", "is no figure"),
    ):
        answer = browser.post(new(paper), {**TYPED, "figure_3": words_typed})
        (sentence,) = errors(answer)["figure_3"][:1]
        assert said in sentence or "Null" in sentence
        assert len(sentence) < 700


def test_the_page_has_its_names_once_and_is_small(browser, paper):
    page = browser.get(new(paper))
    assert words(page).count("<option>Case-file audits shared with the worker</option>") == 1
    assert len(page.content) <= 60_000


def test_what_is_not_offered_stays_as_it_is(browser, paper):
    typed = [f"[[stated {number}: fostering register, 1 May 2015]]" for number in (44, 45)]
    own_day = "[[looked_after.children @2015-01-01]]"
    block = kept(paper, *({"label": "One", "figure": one} for one in (*typed, own_day)))
    address = at(paper, "block", block.slug)
    first = drawn(browser.get(address))
    shown = [first[f"figure_{place}"] for place in (1, 2, 3)]
    assert len(set(shown)) == 3 and all(one.endswith("(unchanged)") for one in shown)
    assert "[[" not in "".join(shown) and "fostering register" in shown[0] and "210" in shown[2]
    answer = browser.post(address, {**first, "label_1": "Carers"})
    assert answer.status_code == 302, errors(answer)
    block.refresh_from_db()
    assert [row["figure"] for row in block.data["headlines"]] == [*typed, own_day]
    preview = browser.post(at(paper, "preview-block", "headlines"), {**first, "block": block.slug})
    assert "<dt>One</dt>" in words(preview) and "can be chosen here" not in words(preview)


def test_a_figure_that_is_no_longer_counted_is_to_be_replaced(browser, paper):
    gone = ("[[looked_after.no_longer]]", "[[looked_after.neither]]")
    block = kept(paper, *({"label": "One", "figure": one} for one in gone), KEPT[2])
    assert block.slug in wrong_blocks(browser.get(at(paper, "draft") + "?whole=1"))
    address = at(paper, "block", block.slug)
    first = drawn(browser.get(address))
    refused = browser.post(address, first)
    said = ["This figure is no longer counted: choose another"]
    assert errors(refused) == {"figure_1": said, "figure_2": said}
    assert "looked_after.no_longer" not in words(refused)
    changed = {**first, "figure_1": CHILDREN, "figure_2": CHILDREN, "when_2": "1 January 2015"}
    assert browser.post(address, changed).status_code == 302
    block.refresh_from_db()
    assert [row["figure"] for row in block.data["headlines"]] == [row["figure"] for row in KEPT]


def test_it_is_previewed_as_it_is_typed_and_said_what_lacks(browser, paper):
    block = kept(paper)
    preview = at(paper, "preview-block", "headlines")
    shown = words(browser.post(preview, {**TYPED, "block": block.slug, "label_1": "In care"}))
    assert "<dt>In care</dt>" in shown and "188" in shown and "To fix" not in shown
    assert "Choose at least three figures" in words(browser.post(preview, {"figure_1": CHILDREN}))


def test_who_saves_second_sees_both_by_name(browser, paper):
    block = kept(paper)
    address = at(paper, "block", block.slug)
    first = drawn(browser.get(address))
    assert browser.post(address, {**first, "label_1": "In care"}).status_code == 302
    answer = browser.post(address, {**first, "figure_1": "Breaches of the DBS policy open"})
    text = words(answer)
    assert answer.status_code == 409 and "In care" in text
    assert "Breaches of the DBS policy open" in text and "[[" not in text


def test_it_is_moved_and_removed_like_any_other(browser, paper):
    block = kept(paper)
    order = list(paper.blocks.order_by("order").values_list("slug", flat=True))
    browser.post(at(paper, "move-block", block.slug), {"to": "up"})
    moved = list(paper.blocks.order_by("order").values_list("slug", flat=True))
    assert moved != order and sorted(moved) == sorted(order)
    browser.post(at(paper, "remove-block", block.slug), {"version": block.version})
    block.refresh_from_db()
    assert block.removed_on


POINTS = "* Fewer children.\n* More audits,\nof every team.\n* A new system."
MOVES = [
    ("figure:up:2", ["A year before", CHILDREN, AUDITS], "A year before is now 1 of 6."),
    ("figure:down:2", [CHILDREN, AUDITS, "A year before"], "A year before is now 3 of 6."),
    ("figure:down:3", [CHILDREN, "A year before", ""], f"{AUDITS} is now 4 of 6."),
]


def order_of(page):
    """What each of the first three places is called, its label before its figure."""
    form = page.context["form"]
    labels = [[form[f"{part}_{n}"].value() for part in ("label", "figure")] for n in (1, 2, 3)]
    return [label or figure for label, figure in labels]


@pytest.mark.parametrize(("step", "names", "said"), MOVES)
def test_a_figure_is_moved_with_its_date_and_label_and_nothing_is_saved(
    browser, paper, step, names, said
):
    page = browser.post(new(paper), {**TYPED, "text": POINTS, "step": step})
    assert page.status_code == 200 and order_of(page) == names
    shown = words(page)
    assert f'role="status">{said} Save to keep this order.' in shown
    assert not paper.blocks.filter(kind="headlines").exists()
    moved = page.context["form"]
    place = next(n for n in (1, 2, 3) if moved[f"label_{n}"].value() == "A year before")
    assert moved[f"when_{place}"].value() == "1 January 2015"
    # The button that was pressed has the focus at its new place, by the name of what it moves.
    way, at_place = step.split(":")[1], said.partition(" is now ")[2][0]
    focused = way if (way, at_place) != ("up", "1") else "down"
    button = f'value="figure:{focused}:{at_place}" autofocus>Move {focused}<span'
    assert button in shown and shown.count(" autofocus>") == 1


def test_a_moved_order_is_saved_with_the_rest(browser, paper):
    page = browser.post(new(paper), {**TYPED, "text": POINTS, "step": "point:up:3"})
    values = {name: value for name, value in drawn(page).items() if value}
    assert values["text"] == "* Fewer children.\n* A new system.\n* More audits,\nof every team."
    assert "A new system. is now 2 of 3." in words(page)
    assert browser.post(new(paper), values).status_code == 302
    block = paper.blocks.get(kind="headlines")
    assert block.data == {"headlines": KEPT}
    assert block.text.index("A new system") < block.text.index("More audits")


@pytest.mark.long
def test_a_press_that_moves_nothing_keeps_what_was_typed(browser, paper):
    for step in ("figure:up:1", "figure:down:6", "point:up:9", "figure:sideways:2", "x", "point:"):
        page = browser.post(new(paper), {**TYPED, "text": POINTS, "step": step})
        assert order_of(page) == [CHILDREN, "A year before", AUDITS]
        assert "is now" not in words(page) and page.context["form"].moved == ""
    assert "Order of the main points" in words(page)
    page = browser.post(new(paper), {**TYPED, "text": "* One.", "step": "figure:up:2"})
    assert "Order of the main points" not in words(page)


def test_a_figure_without_a_value_is_not_proposed(browser, paper):
    paper.blocks.filter(slug="purpose").update(
        text="Of them [[surveys.stated_per_cent @year]] agreed."
    )
    page = browser.get(browser.get(at(paper, "headlines")).url)
    proposed = [one for name, one in drawn(page).items() if name.startswith("figure_") and one]
    assert proposed and all("survey" not in one for one in proposed)
