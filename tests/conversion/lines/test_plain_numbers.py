"""Numbers before paragraphs that only their row shows to be labels."""

from reports.conversion.lines.labels import plain_labels
from reports.conversion.results import Line
from tests.sweeping import swept


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
