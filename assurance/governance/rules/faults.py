"""What may be recorded of other matters. No Django here.

Each `…_faults` is a function of what a record would hold, field by name (None where a field could
not be read), to a list of (field, sentence) of what does not fit together.
"""

import re
from decimal import ROUND_HALF_UP, Decimal

from assurance.governance.rules.choices import (
    ENDED,
    PERCENT,
    STATES,
    say_value,
    share,
    span_of_scale,
)
from assurance.governance.rules.percentages import why_not_below, why_not_beyond
from assurance.meetings.intervals import LEARNING
from assurance.runtime.periods import say_day

FIGURE_KEY = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*(:[a-z0-9_-]+)?")
KEPT_WITH_AUDITS = (
    "Meetings of this forum learn from case audits: add a learning meeting under case audits, "
    "which names the audits. It is shown here as well"
)
OVERLAPS = "Another one applies on some of these dates: end it first, or begin later"
LONGEST_SCALE, LEAST_SCALE, LONGEST_WORD = 10, 2, 60


def development_faults(value):
    """What does not fit together in a development."""
    started, due, since = value["started_on"], value["due_on"], value["state_on"]
    ended = value["state"] in ENDED
    return _present_faults(
        ("due_on", why_not_after("The development started", started, "be due", due)),
        ("state_on", ended and why_not_after("It started", started, "have ended", since)),
        ("started_on", value["state"] == "planned" and started and since and started <= since
         and "One that has started is not planned any more: choose another state"),
    )  # fmt: skip


def why_not_state(state, state_on, saved):
    """The sentence that refuses a development's `state` since `state_on`, or None; `kept` is
    (day, state) of what it had come to already, oldest first.

    The state that holds may have its day corrected; another one comes after it, or on its day.
    """
    same = bool(saved) and saved[-1][1] == state
    before = saved[:-1] if same else saved
    if before and (state_on < before[-1][0] or (same and state_on == before[-1][0])):
        day, was = before[-1]
        return (
            f"It was “{STATES[was].lower()}” from {say_day(day)} on: what it is now begins after "
            "that"
        )
    return None


def milestone_faults(value):
    """What does not fit together in a milestone."""
    reached, day = value["state"] == "reached", value["reached_on"]
    return _present_faults(
        ("reached_on", reached and not day and "Enter the date it was reached"),
        ("reached_on", value["state"] and not reached and day
         and "Leave this date empty, or choose “Reached”"),
    )  # fmt: skip


def document_faults(value):
    """What does not fit together in a document."""
    return _present_faults(
        ("to_date", why_not_after("It applies from", value["from_date"], "end", value["to_date"])),
        *_both(value, "approved_body", "approved_on", "approved it"),
    )


def meeting_faults(value):
    """What does not fit together in a meeting of a forum."""
    circulated, to = value["circulated"], value["circulated_to"]
    met, following = value["met_on"], value["next_on"]
    new, forum = value.get("created_on") is None, value.get("forum")
    return _present_faults(
        ("", new and forum and forum.kind == LEARNING and KEPT_WITH_AUDITS),
        ("circulated_to", circulated and not to and "Enter who it was circulated to"),
        ("circulated", to and not circulated and "Enter what was circulated"),
        ("next_on", met and following and following <= met
         and f"The next meeting comes after this one, which was on {say_day(met)}"),
    )  # fmt: skip


def event_faults(value):
    """What does not fit together in an event."""
    reached, number = value["reached"], value["number"]
    counted = reached in ("exactly", "over")
    return _present_faults(
        ("number", counted and number is None and "Enter how many it reached"),
        ("number", reached == "not_counted" and number is not None
         and "Leave the number empty, or choose how it is meant"),
    )  # fmt: skip


def statement_faults(value):
    """What does not fit together in a statement."""
    stated, validated = value["stated_on"], value["validated_on"]
    return _present_faults(
        ("figures", why_not_keys(value["figures"] or "")),
        *_both(value, "validated_body", "validated_on", "validated it"),
        ("validated_on", why_not_after("It was stated", stated, "have been validated", validated)),
        ("later_finding", why_not_found_later(stated, value["later_finding"])),
    )


def why_not_found_later(stated_on, finding):
    """The sentence that refuses a finding of a review that was published before the statement."""
    review = finding and finding.review
    published = review and (review.published_on or review.ended_on)
    if published and stated_on and published <= stated_on:
        return (
            f"“{review.title}” was published on {say_day(published)}, before the statement: choose "
            "a finding of a later review, or none"
        )
    return None


def risk_faults(value):
    """What does not fit together in a risk."""
    opened = value["opened_on"]
    return _present_faults(
        (
            "reviewed_on",
            why_not_after("It was opened", opened, "be reviewed", value["reviewed_on"]),
        ),
        ("closed_on", why_not_after("It was opened", opened, "be closed", value["closed_on"])),
    )


def scale_faults(value):
    """What does not fit together in a scale of risks."""
    return _present_faults(
        ("likelihoods", why_not_words(value["likelihoods"])),
        ("impacts", why_not_words(value["impacts"])),
        ("to_date", why_not_after("It applies from", value["from_date"], "end", value["to_date"])),
    )


def rating_faults(value):
    """What does not fit together in a rating; its `scale` is that of its day, or None."""
    scale, day = value["scale"], value["rated_on"]
    if day is None:
        return []
    if scale is None:
        return [("rated_on", f"No scale of risks was in force on {say_day(day)}: add one first")]
    return _present_faults(
        *(
            (name, _beyond(value[name], text))
            for name, text in (("likelihood", scale.likelihoods), ("impact", scale.impacts))
        ),
        ("rated_on", why_not_after("The risk was opened", value["risk"].opened_on,
                                   "be rated", day)),
    )  # fmt: skip


def value_faults(value):
    """What does not fit together in a value of a measure."""
    count, out_of, unit = value["count"], value["out_of"], value["measure"].unit
    counts = count is not None or out_of is not None
    first, last = value["from_date"], value["to_date"]
    return _present_faults(
        ("from_date", first and last and first > last
         and "The start date is after the end date: check both"),
        ("value", value["value"] is None and not counts and _value_needed(unit)),
        ("value", not counts and why_not_beyond(value["measure"], value["value"])),
        ("value", why_not_below(value["measure"], value["value"])),
        ("count", counts and unit != PERCENT and "Only a per cent is worked out of two counts"),
        ("count", out_of is not None and count is None and "Enter the count"),
        ("out_of", count is not None and out_of is None and "Enter out of how many"),
        ("out_of", out_of == 0 and "A per cent of none cannot be worked out"),
        ("out_of", count and out_of and count > out_of
         and f"{count:,} cannot be a part of {out_of:,}: check both"),
        ("value", unit == PERCENT and value["value"] is not None and count is not None and out_of
         and count <= out_of and not _agrees(value["value"], count, out_of)
         and f"{count:,} of {out_of:,} is {say_value(share(count, out_of), PERCENT)}: "
         "leave the value empty, or check the counts"),
    )  # fmt: skip


def target_faults(value):
    """What does not fit together in a target."""
    return _present_faults(
        ("to_date", why_not_after("It applies from", value["from_date"], "end", value["to_date"])),
        *(
            ("value", value.get("measure") and why_not(value["measure"], value["value"]))
            for why_not in (why_not_beyond, why_not_below)
        ),
        ("tolerance", (value.get("tolerance") or 0) < 0 and "The tolerance must be 0 or more"),
    )


def relation_faults(value):
    """What does not fit together in a relation of measures."""
    first, last = value["from_date"], value["to_date"]
    return _present_faults(
        ("to_date", why_not_after("It applies from", first, "end", last)),
        ("exhaustive", value["exhaustive"] and value["kind"] not in ("", None, "sum")
         and "Only parts that do not overlap add up to the whole: choose “No”"),
    )  # fmt: skip


def why_not_after(began, first, what, later):
    """The sentence that refuses `later` because it comes before `first`, or None."""
    if first and later and later < first:
        joint = " " if began.endswith("from") else " on "
        return f"{began}{joint}{say_day(first)}, so it cannot {what} on {say_day(later)}"
    return None


def why_not_keys(text):
    """The sentence that refuses keys of figures, one to a line, or None."""
    for key in text.split():
        if not FIGURE_KEY.fullmatch(key):
            return f"“{key}” is not the key of a figure, such as dbs.overdue: write one to a line"
    return None


def why_not_words(text):
    """The sentence that refuses the words of a scale (a list, or None where unread), or None."""
    if text is None:
        return None
    if not LEAST_SCALE <= len(text) <= LONGEST_SCALE:
        return f"A scale has {LEAST_SCALE} to {LONGEST_SCALE} lines, the lowest first"
    if len({word.casefold() for word in text}) < len(text):
        return "Each line of a scale is another one: two here are the same"
    if any(len(word) > LONGEST_WORD for word in text):
        return f"Each line of a scale has {LONGEST_WORD} characters or fewer"
    return None


def why_not_unit(saved, unit, values):
    """The sentence that refuses another `unit` than that `kept` by a measure with so many
    `values`, or None."""
    if unit == saved or not values:
        return None
    text = f"{values} value{'s' * (values > 1)}"
    return f"It has {text} in the unit it has now: add another measure for another unit"


def why_not_shorter(text, highest):
    """The sentence that refuses `words` of a scale on which `highest` (or None) was rated."""
    if highest and len(text) < highest:
        return f"A risk was rated {highest} on this scale: it keeps {highest} lines at least"
    return None


def overlap(spans, start, end):
    """Whether the days from `start` to `end` (None for no end) meet one of `spans`, such pairs."""
    return any(
        (last is None or start <= last) and (end is None or first <= end) for first, last in spans
    )


def why_not_overlap(spans, start, end):
    """The sentence that refuses days that meet one of `spans`, or None."""
    return OVERLAPS if overlap(spans, start, end) else None


def _present_faults(*pairs):
    return [(field, sentence) for field, sentence in pairs if sentence]


def _both(value, body, day, verb):
    return (
        (body, value[day] and not value[body] and f"Enter the body that {verb}"),
        (day, value[body] and not value[day] and f"Enter the date on which it {verb}"),
    )


def _value_needed(unit):
    return (
        "Enter the value, or the two counts that give it" if unit == PERCENT else "Enter the value"
    )


def _beyond(number, steps):
    fits = number is None or 1 <= number <= len(steps)
    return None if fits else f"The scale of that date goes {span_of_scale(steps)}"


def _agrees(value, count, out_of):
    exact = Decimal(count) * 100 / out_of
    places = max(-value.normalize().as_tuple().exponent, 0)
    return value == exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
