"""Natural questions have their answer among the first three results of the page.

The questions and their answers were written from the reports, before the search that is asked.
"""

import json
from pathlib import Path

import pytest

from assurance.accounts.models.accounts import Council
from reports.demonstration.load import LAST_DAY
from reports.editions.models.editions import Edition
from reports.publication.models.figures import PrintedFigure
from reports.publication.models.passages import Passage
from reports.publication.search.forms import SearchForm
from reports.publication.search.table_rows import TableRow
from reports.publication.search.views import search_context
from reports.vocabulary.thesaurus import (
    COMMITMENT,
    FIGURE,
    PARAGRAPH,
    RECOMMENDATION,
    REPORT,
    ROW,
)
from tests.sampling import sample

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
NAMES = (
    "questions.json",
    "questions_of_readers.json",
    "questions_of_members.json",
    "questions_of_residents.json",
    "questions_of_strangers.json",
    "questions_of_neighbours.json",
    "questions_of_families.json",
    "questions_of_callers.json",
    "questions_of_visitors.json",
    "questions_of_telephones.json",
    "questions_of_passers_by.json",
)
QUESTIONS = [
    question
    for name in NAMES
    for question in json.loads(Path(__file__).with_name(name).read_text("utf-8"))
]
ENOUGH, FIRST = 0.95, 3
COUNCILS = ("eborford", "wyvernshire")


def council_of(question):
    """The slug of the council whose reports a question is asked of: the first without another."""
    return question.get("council", COUNCILS[0])


def shown(council, question):
    """(the value that the page gives as the answer by itself, empty without one; (kind, row) of
    each result of the page, in its order)."""
    context = search_context(SearchForm({"words": question}, council=council), council)
    above = [("contacts", None)] if context["offers_contacts"] else []
    above += [("pages", page) for page in context["site_pages"]]
    meaning = context["search"].meaning
    above += [("meanings", meaning)] if meaning else []
    answer = context["answer"]
    value = answer.value if isinstance(answer, TableRow) else answer and answer.point
    sections = context["sections"]
    rows = [*above, *((section.kind, row) for section in sections for row in section.rows)]
    return value.text if value else "", rows


def passage_text(row):
    """All that the passage of a result prints."""
    anchor = row.address.partition("#")[2]
    passage = Passage.objects.get(edition=row.edition, anchor=anchor)
    return f"{passage.heading} {passage.words}"


def plain(text):
    """The words with straight apostrophes: those of reports are set when they are saved."""
    return text.replace("’", "'")


def answers(answer, kind, row):
    """Whether a result is what `answer` asks for."""
    if f"{answer['kind']}s" != kind:
        return False
    if kind == FIGURE:
        entry = row.point.entry
        return (entry.key, entry.member) == (answer["key"], answer.get("member", ""))
    text = {
        COMMITMENT: lambda: row.what,
        RECOMMENDATION: lambda: f"{row.wording} {row.amended}",
        ROW: lambda: f"{row.name}: {row.value.text}, {row.value.when}",
        PARAGRAPH: lambda: passage_text(row),
        REPORT: lambda: row.edition.paper.slug,
        "meanings": lambda: row.long,
        "pages": lambda: row["about"],
        "contacts": lambda: "",
    }[kind]()
    return plain(answer["words"]) in plain(text)


def test_every_question_has_an_answer_in_the_published_reports(whole_demonstration):
    of_council = {council: _printed(council) for council in COUNCILS}
    every = [(answer, council_of(each)) for each in QUESTIONS for answer in each["answers"]]
    for answer, council in every:
        texts, known = of_council[council]
        if answer["kind"] == "row":
            name, _, value = answer["words"].partition(": ")
            parts = (plain(name), f", {value.partition(',')[0]}")
            assert any(all(part in plain(t) for part in parts) for t in texts), answer
        if answer["kind"] == "paragraph":
            assert any(plain(answer["words"]) in plain(text) for text in texts), answer
        if answer["kind"] == "figure":
            assert (answer["key"], answer.get("member", "")) in known, answer


def _printed(council):
    """(the texts, the keys of the figures) of all that a council published."""
    editions = Edition.objects.public_in(council).readable()
    passages = Passage.objects.filter(edition__in=editions.values("pk"))
    texts = [f"{heading} {words}" for heading, words in passages.values_list("heading", "words")]
    return texts, set(PrintedFigure.objects.public_in(council).values_list("key", "member"))


def test_natural_questions_have_their_answer_among_the_first_three(whole_demonstration, settings):
    settings.CANDOUR_TODAY = str(LAST_DAY)
    assert len(QUESTIONS) >= 150
    councils, wrong, missed = Council.objects.in_bulk(COUNCILS, field_name="slug"), [], []
    asked = sample(QUESTIONS, 12)
    for question in asked:
        value, rows = shown(councils[council_of(question)], question["question"])
        if question.get("shows", value) != value:
            wrong.append((question["question"], value))
        first = rows[:FIRST]
        # Of what no report counts, no value may be shown, and nothing else is wanted.
        wanted = question["answers"]
        if wanted and not any(answers(a, kind, row) for kind, row in first for a in wanted):
            missed.append(question["question"])
    assert not wrong
    assert len(missed) <= len(asked) * (1 - ENOUGH), missed
