"""Labels count up without a gap, and each is read back to its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.language.labels import label, place_of
from tests.sweeping import swept


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        ("number", "1 2 3 4 5 6 7 8 9 10 11 12 13 14"),
        ("letter", "a b c d e f g h i j k l m n"),
        ("roman", "i ii iii iv v vi vii viii ix x xi xii xiii xiv"),
    ],
)
def test_the_first_labels(style, labels):
    assert [label(place, style) for place in range(1, 15)] == labels.split()


def test_letters_go_on_after_z():
    labels = [label(place, "letter") for place in (26, 27, 52, 53, 702)]
    assert labels == ["z", "aa", "az", "ba", "zz"]


def test_a_bullet_has_no_label_and_is_cited_by_its_number():
    assert label(3, "bullet") == ""
    assert place_of("3", "bullet") == 3


@given(st.integers(1, 399), st.sampled_from(["number", "letter", "roman"]))
def test_a_label_is_read_back_to_its_place(place, style):
    assert place_of(label(place, style), style) == place


@swept(
    [
        *[(word, "roman") for word in ("", "iiii", "vx", "ill", "civil", "1", "a")],
        *[(word, "number") for word in ("", "0", "01", "i", "12345")],
        *[(word, "letter") for word in ("", "abc", "1", "A")],
    ]
)
def test_what_is_no_label_names_no_place(written, style):
    assert place_of(written, style) is None
