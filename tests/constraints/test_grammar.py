"""What is read of each number of a sentence: what it counts, of what, as which part."""

from dataclasses import dataclass

import pytest

from reports.quantities.passages import before, statements
from reports.quantities.roles import BOUND, CHANGE, MEAN, RATE, REST, TARGET, TOTAL
from reports.quantities.tables import names, tables_near
from tests.checks.drawn import reading


@dataclass(frozen=True)
class Said:
    """A sentence, and what is read of its first number but those that are skipped."""

    text: str
    head: str = ""
    role: str = TOTAL
    article: str = ""
    base: str = ""
    ages: str = ""
    number: int = 0


SENTENCES = (
    Said("We closed 60 cases in May.", "case"),
    Said("The 42 vacancies are filled.", "vacancy", article="the"),
    Said("All 19 open enquiries are listed.", "enquiry", article="all"),
    Said("The council’s six homes are full.", "home", article="council’s"),
    Said("There were 40 children looked after.", "child"),
    Said("There are 171 care leavers aged 19 to 21.", "leaver", ages="19 to 21"),
    Said("The number of late visits was 12.", "visit", article="the"),
    Said("The team of 11 workers is new.", "worker", article="the"),
    Said("Some 61 lived with carers.", ""),
    Said("Forty became referrals.", ""),
    Said("22 were good.", ""),
    Said("Good was the grade of 35 of the 139 files.", "", base="139"),
    Said("Of the 60 files, 22 were good.", "", base="60", number=1),
    Said("Twelve of the reviews were late.", "review"),
    Said("The other 19 took longer.", "", REST, article="the"),
    Said("That leaves 14.", "", REST),
    Said("The number fell by 14 in May.", "", CHANGE),
    Said("It was a rise of 14 on May.", "", CHANGE),
    Said("There were 14 more than in May.", "", CHANGE),
    Said("The average was 14 visits.", "visit", MEAN),
    Said("Workers hold 14 each.", "", MEAN),
    Said("There are 122 homes, each of which was seen.", "home"),
    Said("Open to the 26 workers in post, so that each had 16.", "worker", article="the"),
    Said("Sixty reviews, from a total of 90, were late.", "review", base="90"),
    Said("They made 14 a day.", "", MEAN),
    Said("There were 71 children for every 10,000.", "child", MEAN),
    Said("It is 65 per 10,000 (last year: 64).", "", RATE, number=1),
    Said("Nineteen reviews in 20 were held on time.", "review", RATE),
    Said("Nineteen reviews in 20 were held on time.", "", RATE, number=1),
    Said("There were 40 children in 20 families.", "family", number=1),
    Said("In 323 the child’s views were heard.", ""),
    Said("The target of 14 was met.", "", TARGET),
    Said("There were over 14 visits.", "visit", BOUND),
    Said("They are 5 to 9 cases.", "", BOUND),
    Said("Courses were given by the four trainers.", "trainer", article="the"),
)


def quantities(text):
    """Every quantity of a paper of one text, in order."""
    return [item for row in statements(reading(text)) for item in row.quantities]


@pytest.mark.parametrize("said", SENTENCES, ids=lambda said: said.text)
def test_a_number_is_read_with_what_it_counts(said):
    rows = quantities(said.text)
    phrase = rows[said.number].phrase
    base = {row.phrase.mark: row.phrase.number.words for row in rows}.get(phrase.base, "")
    assert (phrase.head, phrase.role, phrase.article) == (said.head, said.role, said.article)
    assert (base, phrase.ages) == (said.base, said.ages)


def test_of_these_points_back_and_of_the_set_names_it():
    these, reviews = quantities("Of these, 30 were late. Twelve of the reviews were late.")
    assert these.phrase.anaphor
    assert not reviews.phrase.anaphor
    assert reviews.phrase.of == {"review"}


def test_money_per_cents_and_lengths_of_time_are_no_counts():
    kinds = [item.phrase for item in quantities("We spent £3m, or 40%, in 12 days on 9 homes.")]
    assert [phrase.is_count for phrase in kinds] == [False, False, False, True]
    assert [phrase.is_sum for phrase in kinds] == [True, False, False, False]


def test_a_date_a_law_and_a_paragraph_are_no_quantities():
    assert quantities("Under section 47, on 3 May 2015, paragraph 4 was changed.") == []


def test_sentences_before_are_those_of_the_section_the_nearest_first():
    rows = statements(reading("# A\n\nHomes.\n\nPlans. Visits.\n\n# B\n\nFiles."))
    texts = [row.sentence.text for row in rows[:4]]
    assert texts == ["Homes.", "Plans.", "Visits.", "Files."]
    assert [row.sentence.text.strip() for row in before(rows, 2, 3)] == ["Plans.", "Homes."]
    assert before(rows, 3, 3) == ()


TABLE = """
Table: Visits by area
| Area | Quarter 1 | Quarter 2 | Share |
| North Hill | 120 | 140 | 60% |
| South | 90 | 80* | 40% |
| Total | 210 | 220 | 100% |
"""


def test_a_table_is_read_by_its_labels_headings_and_cells():
    read = reading(f"# Visits\n{TABLE}\nWords.")
    line = next(line for line in read.prose() if line.text == "Words.")
    (table,) = tables_near(read, line)
    assert table.rows == ("North Hill", "South", "Total")
    assert [text for _place, text in table.periods] == ["Quarter 1", "Quarter 2"]
    assert table.numbers[0][1].value == 120
    assert (table.counts_in(1), table.counts_in(3)) == (True, False)
    assert {120, 140, 90} <= table.values


def test_a_table_of_another_section_is_not_spoken_of():
    read = reading(f"# Visits\n{TABLE}\n# Plans\n\nWords.")
    line = next(line for line in read.prose() if line.text == "Words.")
    assert tables_near(read, line) == []


@pytest.mark.parametrize(
    ("text", "label", "named"),
    [
        ("visits in the North Hill area", "North Hill", True),
        ("visits in the north", "North Hill", False),
        ("visits in quarter 2", "Quarter 2", True),
        ("visits in quarter 21", "Quarter 2", False),
        ("visits in 2015/16", "2015/16", True),
        ("all visits in total", "Total", False),
    ],
)
def test_a_row_is_named_by_all_its_words_and_a_period_by_its_letters(text, label, named):
    assert names(text, label) is named
