"""The words that present a number as a consequence, and in what form."""

from reports.checks.text_reading import read_text
from reports.equations.markers import Form, markers
from tests.sweeping import swept

# The number in brackets is the one that is presented.
PRESENTED = (
    (Form.DIFFERENCE, "The fall of [19] owes much to the new panel."),
    (Form.DIFFERENCE, "The difference is therefore [19]."),
    (Form.DIFFERENCE, "An increase: [19] since the spring."),
    (Form.DIFFERENCE, "Visits rose from 41 to 60, by [19]."),
    (Form.DIFFERENCE, "We did better by [19]."),
    (Form.DIFFERENCE, "There were 96 in May, an extra [12]."),
    (Form.DIFFERENCE, "There are thus [14] fewer families waiting."),
    (Form.DIFFERENCE, "That is [14] points higher."),
    (Form.DIFFERENCE, "We have saved [£35,000]."),
    (Form.SUM, "They gave [36] hours in all."),
    (Form.SUM, "Altogether [22] schools replied."),
    (Form.SUM, "The two together brought [75] calls."),
    (Form.SUM, "It came to a total of [£7,200]."),
    (Form.SUM, "With both there are more, making [31] singers."),
    (Form.SUM, "The three quarters come to [254]."),
    (Form.OTHERS, "The remaining [12] took longer."),
    (Form.OTHERS, "The others, [24] of them, went back."),
    (Form.OTHERS, "Some live in the city and [36] outside it."),
    (Form.REST, "It was spent, leaving [£15,000]."),
    (Form.REST, "The balance carried forward is [£15,000]."),
    (Form.REST, "What is left, [£15,000], must be spent."),
    (Form.REST, "There remain [14]."),
    (Form.REST, "By then [39] remained."),
    (Form.REST, "The service hands back [£54,000]."),
    (Form.REST, "The [36] places that were not taken up are free."),
    (Form.FLOW, "It now stands at [37]."),
    (Form.RESULT, "They left, so that [14] finished."),
    (Form.RESULT, "[Twelve] have therefore not."),
    (Form.RESULT, "That will bring the number to [25]."),
    (Form.RESULT, "They sent it back, a response of [60%]."),
    (Form.RESULT, "The service consequently costs [£65,000]."),
    (Form.RESULT, "The total number was accordingly [113]."),
    (Form.RESULT, "Which means that [five] had gone."),
    (Form.RESULT, "They have two each, giving the borough [28] beds."),
)
# Numbers that nothing presents so.
PLAIN = (
    "There are 14 homes in the north and 11 in the south.",
    "The panel met on four evenings and saw 31 families.",
    "Of 40 visits 31 were on time.",
    "The two that took longer than 12 weeks were closed.",
    "Of the 76 good files, 22 came from Leaving Care and 24 from Assessment.",
)


def presented(text):
    """The form of each number that a sentence presents, with its words."""
    [sentence] = read_text(text).marked
    found = []
    for marker in markers(sentence):
        mark = sentence.text[marker.start :].partition("⟧")[0]
        found.append((marker.form, sentence.thing(mark[2:]).words))
    return found


@swept(PRESENTED)
def test_a_consequence_is_presented_in_a_form(form, text):
    number = text.partition("[")[2].partition("]")[0]
    assert (form, number) in presented(text.replace("[", "").replace("]", ""))


@swept(PLAIN)
def test_other_numbers_are_presented_as_none(text):
    assert presented(text) == []


def test_few_numbers_of_one_sentence_are_looked_into():
    text = f"So {', so '.join(f'{many} came' for many in range(20, 40))}."
    assert len(presented(text)) == 8
