"""Which words of a sentence say what a live figure of it counts."""

from reports.checks.numbers.live.part_words import apart_from, parts_named
from reports.checks.numbers.live.surroundings import clause_of, is_hedged, words_around
from tests.checks.drawn import reading
from tests.checks.live.figures import drawn
from tests.sweeping import swept


def around(text):
    """The words next to each live figure of a text, without those of no letter."""
    [line] = [line for line in reading(drawn(text)).lines if line.live]
    return [words_around(line, live).replace("|", " ").split() for live in line.live]


@swept(
    (
        ("LATE staff were overdue, and all were told.", ["staff were overdue"]),
        ("In all, LATE staff were overdue; they know.", ["staff were overdue"]),
        ("LATE were overdue and RECHECKED re-checked.", ["were overdue", "re-checked"]),
        (
            "LATE of the STAFF staff who need a check are overdue.",
            ["of the 351 staff who need a check are overdue", ""],
        ),
        ("AUDITS audits were done and shared SHARED.", ["audits were done", ""]),
        ("LATE of 351 staff are overdue.", ["of 351 staff are overdue"]),
        ("The number of boys was BOYS in all.", ["The number of boys was in all"]),
        ("Most are girls, and the number of boys was BOYS.", ["number of boys was"]),
        ("Boys: BOYS. Girls are fewer.", ["Boys:"]),
        ("UNDER children were aged 5 to 13 in May.", ["children were aged 5 to 13 in May"]),
        ("UNDER were under 14, more than OLDER.", ["were under 14", ""]),
        ("UNDER were older than 5.", ["were older than 5"]),
        ("LATE were overdue compared with 12 then.", ["were overdue"]),
        ("CURRENT were looked after well before May.", ["were looked after well"]),
    )
)
def test_the_words_of_a_figure_are_those_of_its_clause(text, words):
    assert [" ".join(item) for item in around(text)] == [
        " ".join(item.replace(".", "").split()) for item in words
    ]


@swept(
    (
        ("on track, and we are glad", "on track"),
        ("done or closed", "done or closed"),
        ("overdue because of leave", "overdue "),
    )
)
def test_a_clause_ends_before_another_thing(text, clause):
    assert clause_of(text) == clause


@swept(
    (
        ("may become overdue", True),
        ("were not overdue", True),
        ("to be done", True),
        ("had been open", True),
        ("had been re-checked", False),
        ("to be looked after", False),
        ("without a check", False),
        ("without evidence", True),
        ("are overdue", False),
    )
)
def test_words_of_another_time_or_denied_are_hedged(text, hedged):
    assert is_hedged(text) is hedged


@swept(
    (
        ("dbs", "staff who are overdue", {"overdue"}),
        ("dbs", "had nothing applied for", {"not started"}),
        ("dbs", "certificates in date", {"in date"}),
        ("actions", "are on-track", {"on track"}),
        ("actions", "finished late", {"done", "overdue"}),
        ("audits", "good", {"good"}),
        ("audits", "were judged good", {"good"}),
        ("audits", "had good recording", set()),
        ("looked_after", "boys and girls", {"boys", "girls"}),
        ("risks", "open", set()),
    )
)
def test_parts_are_read_by_the_words_of_their_subject(subject, text, parts):
    assert parts_named(subject, text).keys() == parts


@swept(
    (
        ("dbs", {"overdue"}, {"in date"}, "in date"),
        ("dbs", {"overdue"}, {"overdue", "in date"}, ""),
        ("dbs", {"overdue"}, {"re-checked"}, ""),
        ("dbs", {"due"}, {"overdue"}, "overdue"),
        ("dbs", {"overdue"}, {"due"}, ""),
        ("actions", {"done"}, {"overdue"}, "overdue"),
        ("looked_after", {"foster care", "agency"}, {"residential", "agency"}, "residential"),
        ("looked_after", {"boys"}, {"care orders"}, ""),
        ("risks", {"open"}, {"closed"}, ""),
    )
)
def test_parts_are_apart_where_nothing_is_of_both(subject, counted, written, part):
    assert apart_from(subject, counted, written) == part
