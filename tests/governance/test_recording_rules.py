"""What may be recorded of other matters, as plain arithmetic on what a form would hold."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

from tests.governance.entries import LEAST, WITHIN
from tests.sweeping import swept

FAULTS = {
    model._meta.model_name: model.field_faults for model, *_ in (*LEAST.values(), *WITHIN.values())
}
DAY, ONE = date(2015, 12, 8), timedelta(days=1)
BEFORE, AFTER = DAY - ONE, DAY + ONE


def faults(kind, **said):
    """Field → sentence of what does not fit together; what is not said is None."""
    held = defaultdict(lambda: None, said)
    return dict(FAULTS[kind](held))


def test_each_kind_of_matter_has_its_rules_and_says_nothing_of_what_could_not_be_read():
    per_cent = SimpleNamespace(unit="percent")
    for kind in FAULTS:
        told = {"measure": per_cent, "value": Decimal(1)} if kind == "measurevalue" else {}
        assert faults(kind, **told) == {}


@swept(
    [
        (
            "development",
            {"started_on": DAY, "due_on": BEFORE},
            "due_on",
            "The development started on 8 December 2015, so it cannot be due on 7 December 2015",
        ),
        (
            "development",
            {"started_on": DAY, "state": "done", "state_on": BEFORE},
            "state_on",
            "It started on 8 December 2015, so it cannot have ended on 7 December 2015",
        ),
        (
            "development",
            {"started_on": DAY, "state": "stopped", "state_on": BEFORE},
            "state_on",
            "It started on 8 December 2015, so it cannot have ended on 7 December 2015",
        ),
        (
            "development",
            {"started_on": DAY, "state": "planned", "state_on": DAY},
            "started_on",
            "One that has started is not planned any more: choose another state",
        ),
        ("milestone", {"state": "reached"}, "reached_on", "Enter the date it was reached"),
        (
            "milestone",
            {"state": "missed", "reached_on": DAY},
            "reached_on",
            "Leave this date empty, or choose “Reached”",
        ),
        (
            "document",
            {"from_date": DAY, "to_date": BEFORE},
            "to_date",
            "It applies from 8 December 2015, so it cannot end on 7 December 2015",
        ),
        (
            "document",
            {"approved_on": DAY, "approved_body": ""},
            "approved_body",
            "Enter the body that approved it",
        ),
        (
            "document",
            {"approved_body": "Cabinet"},
            "approved_on",
            "Enter the date on which it approved it",
        ),
        (
            "forummeeting",
            {"circulated": "A summary", "circulated_to": ""},
            "circulated_to",
            "Enter who it was circulated to",
        ),
        (
            "forummeeting",
            {"circulated_to": "Every team", "circulated": ""},
            "circulated",
            "Enter what was circulated",
        ),
        (
            "forummeeting",
            {"met_on": DAY, "next_on": DAY},
            "next_on",
            "The next meeting comes after this one, which was on 8 December 2015",
        ),
        ("engagementevent", {"reached": "over"}, "number", "Enter how many it reached"),
        ("engagementevent", {"reached": "exactly"}, "number", "Enter how many it reached"),
        (
            "engagementevent",
            {"reached": "not_counted", "number": 0},
            "number",
            "Leave the number empty, or choose how it is meant",
        ),
        (
            "statement",
            {"figures": "dbs.overdue\nOverdue checks"},
            "figures",
            "“Overdue” is not the key of a figure, such as dbs.overdue: write one to a line",
        ),
        (
            "statement",
            {"validated_on": DAY, "validated_body": ""},
            "validated_body",
            "Enter the body that validated it",
        ),
        (
            "statement",
            {"stated_on": DAY, "validated_on": BEFORE, "validated_body": "Board"},
            "validated_on",
            "It was stated on 8 December 2015, so it cannot have been validated on 7 December 2015",
        ),
        (
            "risk",
            {"opened_on": DAY, "reviewed_on": BEFORE},
            "reviewed_on",
            "It was opened on 8 December 2015, so it cannot be reviewed on 7 December 2015",
        ),
        (
            "risk",
            {"opened_on": DAY, "closed_on": BEFORE},
            "closed_on",
            "It was opened on 8 December 2015, so it cannot be closed on 7 December 2015",
        ),
        (
            "riskscale",
            {"likelihoods": ["one"]},
            "likelihoods",
            "A scale has 2 to 10 lines, the lowest first",
        ),
        (
            "riskscale",
            {"impacts": [str(number) for number in range(11)]},
            "impacts",
            "A scale has 2 to 10 lines, the lowest first",
        ),
        (
            "riskscale",
            {"impacts": ["minor", "Minor"]},
            "impacts",
            "Each line of a scale is another one: two here are the same",
        ),
        (
            "riskscale",
            {"impacts": ["minor", "x" * 61]},
            "impacts",
            "Each line of a scale has 60 characters or fewer",
        ),
        (
            "riskscale",
            {"from_date": DAY, "to_date": BEFORE},
            "to_date",
            "It applies from 8 December 2015, so it cannot end on 7 December 2015",
        ),
        (
            "measuretarget",
            {"from_date": DAY, "to_date": BEFORE},
            "to_date",
            "It applies from 8 December 2015, so it cannot end on 7 December 2015",
        ),
    ]
)
def test_what_does_not_fit_together_has_one_sentence_at_its_field(kind, said, field, sentence):
    assert faults(kind, **said) == {field: sentence}


@swept(
    [
        ("development", {"started_on": DAY, "due_on": DAY, "state": "under_way", "state_on": DAY}),
        ("development", {"started_on": DAY, "state": "done", "state_on": DAY}),
        ("development", {"started_on": AFTER, "state": "planned", "state_on": DAY}),
        ("development", {"started_on": DAY, "state": "partly_done", "state_on": BEFORE}),
        ("milestone", {"state": "reached", "reached_on": DAY}),
        ("milestone", {"state": "ahead", "due_on": BEFORE}),
        ("document", {"from_date": DAY, "to_date": DAY}),
        ("document", {"approved_on": DAY, "approved_body": "Cabinet"}),
        ("forummeeting", {"met_on": DAY, "next_on": AFTER}),
        ("forummeeting", {"circulated": "A summary", "circulated_to": "Every team"}),
        ("engagementevent", {"reached": "exactly", "number": 0}),
        ("engagementevent", {"reached": "not_counted"}),
        ("statement", {"figures": "dbs.overdue\nlooked_after.placement:agency_foster"}),
        ("statement", {"stated_on": DAY, "validated_on": DAY, "validated_body": "Board"}),
        ("risk", {"opened_on": DAY, "reviewed_on": DAY, "closed_on": DAY}),
        ("riskscale", {"likelihoods": ["rare", "likely"], "impacts": list("abcdefghij")}),
        ("measuretarget", {"from_date": DAY, "to_date": DAY}),
    ]
)
def test_what_stands_on_the_edge_fits(kind, said):
    assert faults(kind, **said) == {}
