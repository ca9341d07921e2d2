"""What is asked of a committee, what rests on what, and what the text promises in between."""

import itertools

from reports.verdicts.registry import rule_called
from tests.checks.drawn import found, of_family, reading

STRUCTURE = of_family("structure")
BODY = "# Fostering\n\nWe recruit carers.\n\nCarers meet monthly.\n\n# Schools\n\nPupils did well."


def structural(text, **said):
    rows = found(text, rules=STRUCTURE, **said)
    return [one.rule.key for one in rows if one.severity != "advice"]


def of(key, text, **said):
    return [one.fault.says for one in found(text, rules=[rule_called(key)], **said)]


ASKED = (
    *("Note the report.", "note progress", "To note the work of the year"),
    *("That the Committee notes the report.", "That the Panel agrees to meet again."),
    *("Agree to receive a report in June 2016.", "Approve the plan.", "Endorse the aims"),
    *("Consider and comment on the plan", "Formally adopt the strategy"),
    "Members are asked to consider the report.",
    "The Committee is recommended to refer the matter to the Executive.",
    *("Delegate the decision to the Director.", "Continue to receive updates."),
    *("(a) Support the programme.", "Request a report from the Board."),
    *("Identify any points for further scrutiny.", "Determine whether more is needed."),
)
NOT_ASKED = (
    *("This report is for discussion and comment.", "The progress of the year."),
    *("Support is sought for the work.", "There are no options.", "Better homes for all children."),
)


def test_a_recommendation_begins_with_something_to_decide():
    missed = [text for text in ASKED if of("asks-nothing", f"{BODY}\n\n> {text}")]
    assert missed == []


def test_a_recommendation_that_asks_for_nothing_is_found():
    missed = [text for text in NOT_ASKED if not of("asks-nothing", f"{BODY}\n\n> {text}")]
    assert missed == []


def test_a_paper_without_recommendations_is_advised_and_no_more():
    assert "asks-nothing" not in structural(BODY)
    assert of("asks-nothing", BODY)
    assert not of("asks-nothing", f"{BODY}\n\nThis paper is for information only.")


def test_recommendations_in_a_section_of_their_own_are_read_there():
    assert not of("asks-nothing", f"{BODY}\n\n# Recommendations\n\nNote the report.")
    assert of("asks-nothing", f"{BODY}\n\n# Recommendations\n\nThe work of the year.")
    assert not of("asks-nothing", f"{BODY}\n\n# Members are asked to\n\n* note the report")


def covers(*cites):
    asked = "\n\n".join(f"> Note the work in {one}." for one in cites)
    return of("paragraphs-uncovered", f"{BODY}\n\n{asked}")


def test_paragraphs_are_covered_by_every_way_to_cite_them():
    for cites in (
        ("paragraphs 1 to 3",),
        ("paragraphs 1-3",),
        ("paragraphs 1, 2 and 3",),
        ("paragraphs 1 and 2", "paragraph 3"),
        ("[[paras:b2..b5]]",),
        ("[[section:b1]]", "[[section:b4]]"),
        ("paragraphs 1 to 2", "[[para:b5]]"),
    ):
        assert covers(*cites) == [], cites


def test_what_no_recommendation_covers_is_named_with_its_numbers():
    assert covers("paragraphs 1 to 2") == ["No recommendation rests on paragraph 3."]
    assert covers("paragraphs 2 to 3") == ["No recommendation rests on paragraph 1."]
    longer = f"{BODY}\n\nTeachers agreed.\n\nParents too."
    said = of("paragraphs-uncovered", f"{longer}\n\n> Note the work in paragraphs 1 to 2.")
    assert said == ["No recommendation rests on paragraphs 3 to 5."]
    said = of("paragraphs-uncovered", f"{longer}\n\n> Note the work in paragraphs 1 to 3.")
    assert said == ["No recommendation rests on paragraphs 4 and 5."]


def test_a_recommendation_about_the_whole_paper_covers_it():
    for whole in ("Note the report.", "Consider the contents of this paper.", "Note progress."):
        text = f"{BODY}\n\n> Note the work in paragraphs 1 to 2.\n\n> {whole}"
        assert of("paragraphs-uncovered", text) == [], whole


def test_introductions_and_implications_need_no_recommendation():
    for title in ("Introduction", "Background", "Consultation", "Legal implications", "Options"):
        text = f"{BODY}\n\n# {title}\n\nIt was so.\n\n> Note paragraphs 1 to 3."
        assert of("paragraphs-uncovered", text) == [], title


def test_where_recommendations_cite_nothing_nothing_is_asked():
    assert of("paragraphs-uncovered", f"{BODY}\n\n> Agree to meet carers in June 2016.") == []


PROMISES = (
    "It is recommended that carers are paid for training days.",
    "We recommend that carers are paid for training days.",
    "It is therefore recommended that carers be paid for days of training.",
    "Officers recommend paying carers for their training days.",
)


def test_what_the_text_recommends_stands_in_the_list():
    for said, listed in itertools.product(PROMISES, ("Note the report.", "Agree the plan.")):
        text = f"{BODY}\n\n{said}\n\n> {listed}"
        assert "body-recommends" in structural(text), said
    for said in PROMISES:
        text = f"{BODY}\n\n{said}\n\n> Agree that carers are paid for days of training."
        assert "body-recommends" not in structural(text), said


def test_what_others_recommended_is_no_recommendation_of_the_paper():
    for said in (
        "Inspectors recommended that carers are paid for training.",
        "It was recommended by the peer team that carers are paid.",
        "The review’s recommendations were that carers be paid for training.",
        "Carers recommend the training to their friends.",
    ):
        assert "body-recommends" not in structural(f"{BODY}\n\n{said}\n\n> Note the report."), said


def test_an_annex_may_be_named_in_every_usual_way():
    for said in (
        "The letter is at Annex A.",
        "See Annex A and Annex B.",
        "See Annexes A and B.",
        "See Annexes A to B.",
        "See annexes A–B.",
        "The letter of thanks was long (Annex A).",
        "The letter is at [[annex:b2]].",
    ):
        both = "Annex B" in said or "B." in said
        more = "\n\n! Plan\n\nWords of the plan." if both else ""
        text = f"{said}\n\n! Letter of thanks\n\nWords of it.{more}"
        assert structural(text) == [], said


def test_each_heading_cites_what_it_holds():
    wrong = f"{BODY}\n\nSee the Schools section at paragraph 2.\n\n> Note the report."
    assert structural(wrong) == ["citation-means-other"]
    right = f"{BODY}\n\nSee the Schools section at paragraphs 3 to 4.\n\n> Note the report."
    assert structural(right) == []


def test_a_typed_label_is_the_papers_own_word_for_its_place():
    read = reading("[7.] One.\n\n[8.] Two:\n\n* [x)] three")
    assert [line.at for line in read.lines if line.label in ("7.", "8.")] == [
        "paragraph 7",
        "paragraph 8",
    ]
