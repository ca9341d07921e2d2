"""Labels of lines are kept, plain numbers too."""

from reports.conversion.lines.labels import plain_labels
from reports.conversion.results import Line
from tests.conversion.words_of import blocks, brought, outline, typed
from tests.sweeping import swept

HEAD = "# Update\n\n## Background\n\n"


def test_numbers_that_skip_or_come_twice_are_kept():
    text = HEAD + "1. One audit.\n\n2. Two audits.\n\n2. Again two.\n\n5. Five audits.\n"
    assert typed(text) == ["1.", "2.", "2.", "5."]
    assert brought(text).restarts == 0


def test_letters_that_come_twice_are_kept_with_the_items():
    text = (
        HEAD + "1. These were found:\n\n   a) one\n   b) two\n   d) three\n   d) four\n\n2. End.\n"
    )
    first = blocks(text)[1]
    assert [one["typed"] for one in first["data"]["items"]] == ["a)", "b)", "d)", "d)"]
    assert first["text"] == "These were found:\n\na. one\nb. two\nc. three\nd. four"


def test_sections_with_letters_are_kept():
    text = (
        "# Update\n\n1. Background\n\nThe service was inspected.\n\n2. Outcomes\n\n"
        "There were many.\n\n"
        "a) Strengths\n\nStaff are honest.\n\nd) Comments\n\nA good place.\n\n"
        "d) Plan\n\nSent in May.\n"
    )
    assert [one for one in outline(text) if one[0] == "section"] == [
        ("section", "1.", "Background"),
        ("section", "2.", "Outcomes"),
        ("section", "a)", "Strengths"),
        ("section", "d)", "Comments"),
        ("section", "d)", "Plan"),
    ]
    assert brought(text).template["numbering"]["unit"] == "section"


def test_a_body_takes_its_numbers_up_again_behind_recommendations_and_reasons():
    text = (
        "# Update\n\n## Purpose\n\n1. To inform members.\n\n## Recommendations\n\n"
        "The panel is asked to:\n\n1. note the report;\n2. agree the plan;\n3. refer it.\n\n"
        "## Reasons\n\n1. A duty.\n2. A wish.\n3. A need.\n\n## Background\n\n2. There were 24.\n\n"
        "3. All were good.\n"
    )
    found = blocks(text)
    runs = [(one["data"]["typed"], one["data"]["run"]) for one in found if "run" in one["data"]]
    assert runs == [
        *[("1.", 1), ("1.", 2), ("2.", 2), ("3.", 2), ("1.", 3), ("2.", 3), ("3.", 3)],
        *[("2.", 1), ("3.", 1)],
    ]
    assert brought(text).restarts == 2


def test_numbers_of_parts_and_paragraphs():
    text = "Update\n\n1. Purpose\n1.1 To inform members.\n1.2 To ask.\n\n2. Findings\n2.1 None.\n"
    assert outline(text) == [
        ("section", "1.", "Purpose"),
        ("paragraph", "1.1", "To inform members."),
        ("paragraph", "1.2", "To ask."),
        ("section", "2.", "Findings"),
        ("paragraph", "2.1", "None."),
    ]


def test_a_list_of_numbers_within_a_paragraph_is_its_list():
    text = HEAD + "1. Three aims:\n\n1. safe\n2. fair\n3. open\n\n2. And so on.\n\n3. The end.\n"
    assert typed(text) == ["1.", "2.", "3."]
    assert [one["typed"] for one in blocks(text)[1]["data"]["items"]] == ["1.", "2.", "3."]


def test_a_heading_may_stand_behind_the_number_or_before_it():
    text = (
        "Half-yearly report\n\nBackground\n1.\n\nThe service was inspected in the spring of last "
        "year by a team.\n\n"
        "2. Voice\nChildren were asked about what they think of their placements in a survey.\n\n"
        "7.\n\nConclusions\nThis report has shown what was found and what will be done about it.\n"
    )
    sections = [one for one in outline(text) if one[0] == "section"]
    assert [one[1:] for one in sections] == [
        ("1.", "Background"),
        ("2.", "Voice"),
        ("7.", "Conclusions"),
    ]


def test_a_bold_beginning_is_the_heading_of_its_paragraph():
    text = (
        HEAD + "1. Plain.\n\n2. **Supervision**\n\nIt was audited.\n\n#### 3. **Checks**\n\nDone.\n"
        "\n4. One.\n\n5. Two.\n\n6. Three.\n"
    )
    assert outline(text)[2:4] == [("paragraph", "2.", "Supervision"), ("paragraph", "3.", "Checks")]
    assert blocks(text)[2]["text"] == "It was audited."


def test_bullets_that_stand_before_their_words_are_put_to_them():
    text = (
        HEAD + "1. Growing satisfaction with their:\n\no\no\n\nplacements\n\nschools\n\n2. End.\n"
    )
    assert blocks(text)[1]["text"].endswith("\n\n* placements\n* schools")


def test_a_list_of_a_third_level_is_kept_in_the_second_and_told():
    text = HEAD + "1. Aims:\n\n- one\n  a) two\n    - three\n\n2. End.\n"
    made = brought(text)
    assert blocks(text)[1]["text"] == "Aims:\n\n* one\n  a. two\n  * three"
    assert [one.words for one in made.missed] == ["three"]


def test_a_sentence_that_runs_over_into_a_number_is_one():
    text = "# Update\n\n" + "\n".join(
        [
            "1. The service audited case files in each of its teams during the",
            "period and shared what it found, as is told in paragraphs 3 and",
            "12. Nothing else was found in the whole of that time, members are",
            "told, and so the work goes on as it has been planned by its staff.",
        ]
    )
    assert typed(text) == ["1."]


def labels(*words, blank=True):
    """The labels of lines of those words, by the line's place from 1."""
    lines = [Line(place, one, blank=blank) for place, one in enumerate(words, 1)]
    return {place: typed for place, (typed, _words) in plain_labels(lines).items()}


@swept(
    [
        (("1 One.", "2 Two.", "3 Three."), {1: "1", 2: "2", 3: "3"}),
        (("1 One.", "Text.", "2 Two.", "3 Three."), {1: "1", 3: "2", 4: "3"}),
        (("1 One.", "2 Two."), {}),
        (("1 one.", "2 two.", "3 three."), {}),
        (("12 Teams came.", "14 Left.", "3 Stayed."), {}),
        (("1 One.", "2 Two.", "3 Three.", "5 Five."), {1: "1", 2: "2", 3: "3", 4: "5"}),
        (("1 One.", "2 Two.", "3 Three.", "3 Again."), {1: "1", 2: "2", 3: "3", 4: "3"}),
        (("1 One.", "2 Two.", "3 Three.", "40 Teams came."), {1: "1", 2: "2", 3: "3"}),
        (
            ("1 A.", "2 B.", "3 C.", "1 D.", "2 E.", "3 F."),
            {1: "1", 2: "2", 3: "3", 4: "1", 5: "2", 6: "3"},
        ),
        (("3.1 There is one.", "3.2 612 files were read."), {2: "3.2"}),
        (("3. Files", "3.1 612 files were read.", "3.2 £40 was paid."), {2: "3.1", 3: "3.2"}),
        (("2.0 Files", "2.1 612 files were read."), {2: "2.1"}),
        (("3.1 There is one.", "3.5 million pounds were spent."), {}),
        (("2.5 million pounds were spent.", "Text."), {}),
        (("2.1.1 There is one.", "2.1.2 about 40 came.", "2.2 and more."), {2: "2.1.2", 3: "2.2"}),
    ]
)
def test_numbers_that_follow_one_another_are_labels(words, found):
    assert labels(*words) == found


def test_what_goes_on_in_the_next_line_is_no_label():
    assert labels("3.1 There were", "3.2 612 of them", blank=False) == {}
    assert labels("1 One.", "2 Two.", "3 Three.", blank=False) == {}
    assert labels("3.1 There were some.", "3.2 612 were read.", blank=False) == {2: "3.2"}
