"""Words as people type them on a telephone are read in full, and by their sound."""

from reports.publication.search.corrections import nearest
from reports.vocabulary.spellings import in_full, sound
from tests.sweeping import swept

# Typed → how it is read.
TYPED = [
    ("wots marac", "what is marac"),
    ("Wot did u find", "what did you find"),
    ("wen r they in", "when are they in"),
    ("can i get it emailed 2 me", "can i get it emailed to me"),
    ("a leaflet 4 my parents", "a leaflet for my parents"),
    ("kids gettin hurt", "kids getting hurt"),
    ("school governers and councillers", "school governors and councillors"),
    ("how many ppl b4 2016", "how many people before 2016"),
    # Numbers, names and what is quoted stay as they are.
    ("table 2 and paragraph 4", "table 2 and paragraph 4"),
    ("2 of them for 4 children", "2 of them for 4 children"),
    ("R&A", "R&A"),
    ("R & A", "R & A"),
    ("annex b", "annex b"),
    ("carers within the margin", "carers within the margin"),
    ("n/a", "n/a"),
    ("the words “wot u want”", "the words “wot u want”"),
    ("", ""),
]


@swept(TYPED)
def test_what_is_typed_in_short_is_read_in_full(typed, read):
    assert in_full(typed) == read


@swept(
    [
        ("strait", "straight"),
        ("skool", "school"),
        ("nite", "night"),
        ("fone", "phone"),
        ("advisers", "advisors"),
        ("asesment", "assessment"),
    ]
)
def test_words_that_sound_alike_have_one_sound(typed, meant):
    assert sound(typed) == sound(meant)
    assert nearest(typed, {meant: 3, "zebra": 90, "childminder": 5}) == meant


@swept([("care", "core"), ("form", "from"), ("review", "revenue"), ("night", "note")])
def test_words_that_sound_otherwise_do_not(one, other):
    assert sound(one) != sound(other)
