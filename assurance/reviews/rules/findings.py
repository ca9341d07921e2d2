"""Rules of inspections and peer reviews: what may be recorded, and what a review's lists say.

Domain 4.1 and 4.3: a framework and its grades hold for a time; a peer review has no grade; each
finding to answer has an action, or a reason for none with the role that decided.
"""

from assurance.audits.rules.case_audits import in_force
from assurance.runtime.periods import say_day
from assurance.runtime.text import has_words

STRENGTH, AREA, RECOMMENDATION = "strength", "area", "recommendation"
TOTALS = {
    "strengths": STRENGTH,
    "areas_for_development": AREA,
    "recommendations": RECOMMENDATION,
}
# Every total that a review may state, figures or none.
COMPARED = {**TOTALS, "top_tips": "top_tip", "lines_of_enquiry": "line_of_enquiry"}
WORDS_OF_TOTALS = {
    "strengths": "strengths",
    "areas_for_development": "areas for development",
    "recommendations": "recommendations",
    "top_tips": "top tips",
    "lines_of_enquiry": "lines of enquiry",
}
# What a bound of a stated number may begin with, and what it asks of the number that is listed.
# The kinds of finding that ask for an action, or for a reason why there is none.
ASKING = (AREA, RECOMMENDATION, "priority")
LONGEST_PLACE = 80
MOST_AT_ONCE = 200
# The fields of a review that `faults` weighs together.
WEIGHED = (
    *("kind", "framework", "grade", "started_on", "ended_on", "published_on"),
    *("response_received_on", "response_due_on", "response_sent_on", "follow_up_on"),
    *("followed_up_on", "no_reply_because"),
)
ORAL, QUOTATION = "oral", "quotation"


def why_not_end(started_on, ended_on):
    """The sentence that refuses a review's last day, or None."""
    if started_on and ended_on and ended_on < started_on:
        return (
            f"The review began on {say_day(started_on)}, so it cannot have ended on "
            f"{say_day(ended_on)}: check both dates"
        )
    return None


def why_not_publish(ended_on, day):
    """The sentence that refuses the day a report came out, or was received, or None."""
    if ended_on and day and day < ended_on:
        return (
            f"The review ended on {say_day(ended_on)}, so its report cannot have come on "
            f"{say_day(day)}: check both dates"
        )
    return None


def why_not_respond(published_on, received_on, day):
    """The sentence that refuses the day a reply was due or sent, or None."""
    known = [item for item in (published_on, received_on) if item]
    if day and known and day < min(known):
        return (
            f"The report came on {say_day(min(known))}, so {say_day(day)} is too early for a "
            "reply to it: check both dates"
        )
    return None


def why_not_follow_up(ended_on, day):
    """The sentence that refuses a follow-up on `day`, or None."""
    if ended_on and day and day < ended_on:
        return f"A follow-up comes after the review, which ended on {say_day(ended_on)}"
    return None


def why_not_both(sent_on, no_reply_because):
    """The sentence that refuses a reason for no reply beside a reply, or None."""
    if sent_on and no_reply_because:
        return f"A reply was sent on {say_day(sent_on)}: leave the reason for none empty"
    return None


def why_not_framework(framework, kind, started_on):
    """The sentence that refuses `framework` (with `kind`, `title` and its dates), or None."""
    if framework is None:
        return None
    if kind and framework.kind != kind:
        return f"“{framework.title}” is of another kind of review: choose one that fits the kind"
    if started_on and not in_force(framework, started_on):
        return (
            f"“{framework.title}” was not in force on {say_day(started_on)}: choose the "
            "framework in force then"
        )
    return None


def why_not_grade(framework, grade):
    """The sentence that refuses `grade` under `framework`, or None; without a framework any grade
    goes."""
    if not grade or framework is None or grade in framework.grades:
        return None
    if not framework.grades:
        return f"“{framework.title}” gives no grade: leave it empty"
    return f"“{framework.title}” has no such grade: it has {', '.join(framework.grades)}"


def faults(said):
    """(field, sentence) of everything in one review that does not fit together, in the order of
    the form; `said` maps every name of `WEIGHED` to a value, None where it is not known."""
    came = said["published_on"], said["response_received_on"]
    matches = (
        ("framework", why_not_framework(said["framework"], said["kind"], said["started_on"])),
        ("ended_on", why_not_end(said["started_on"], said["ended_on"])),
        ("grade", why_not_grade(said["framework"], said["grade"])),
        ("published_on", why_not_publish(said["ended_on"], came[0])),
        ("response_received_on", why_not_publish(said["ended_on"], came[1])),
        ("response_due_on", why_not_respond(*came, said["response_due_on"])),
        ("response_sent_on", why_not_respond(*came, said["response_sent_on"])),
        ("no_reply_because", why_not_both(said["response_sent_on"], said["no_reply_because"])),
        ("follow_up_on", why_not_follow_up(said["ended_on"], said["follow_up_on"])),
        ("followed_up_on", why_not_follow_up(said["ended_on"], said["followed_up_on"])),
    )
    return [(field, sentence) for field, sentence in matches if sentence]


def why_not_theme(theme, review):
    """The sentence that refuses `theme` for a finding of `review`, or None."""
    if theme is None or theme.review_id == review.pk:
        return None
    return f"“{theme.title}” is a theme of another review: choose one of this review"


def why_not_row(theme, kind, text, review, kinds):
    """The sentence that refuses one of many findings of `review`, or None; `kinds` holds the kinds
    that there are."""
    if kind not in kinds:
        return f"“{kind}” is not a kind of finding: they are {', '.join(kinds)}"
    if not text.strip():
        return "A finding needs its words"
    if kind == QUOTATION:
        return "A quotation needs the role of the person quoted: add it by itself"
    return why_not_theme(theme, review)


def why_not_number(number, clash):
    """The sentence that refuses a finding's number, or None; `taken` is the finding that has it."""
    if number is not None and number < 1:
        return "The number must be 1 or more"
    if clash is None:
        return None
    if clash.withdrawn_on:
        return (
            f"Number {number} belonged to a finding withdrawn on {say_day(clash.withdrawn_on)}: "
            "give this one another number"
        )
    return f"Number {number} of this kind is kept already: give this one another number"


def faults_of_finding(kind, no_action_because, decider):
    """(field, sentence) of what does not fit together about a finding without an action."""
    if no_action_because and kind not in ASKING:
        return [("no_action_because", "A finding of this kind asks for no action: leave it empty")]
    if no_action_because and not decider:
        return [("decider", "Select the post that decided there will be no action")]
    if decider and not no_action_because:
        return [("no_action_because", "Explain why there will be no action")]
    return []


def faults_of_speaker(kind, manner, speaker, said_by_role):
    """(field, sentence) of what does not fit together about who said a finding: a post of the
    council (`speaker`) or a role outside it, and one of both for what was not published."""
    role = (said_by_role or "").strip()
    if speaker and role:
        return [("said_by_role", "A quotation has one source: leave the role empty, or the post")]
    if speaker or role or (manner != ORAL and kind != QUOTATION):
        return []
    sentence = "Select the post of the person quoted, or enter a role outside the council"
    return [("speaker", sentence)]


def lines_of(text):
    """A list of (words, place) of a text with a finding to a line; the place stands after the
    line's last `|`, and empty lines are left out."""
    halves = [line.rpartition("|") if "|" in line else (line, "", "") for line in text.splitlines()]
    return [(text.strip(), place.strip()) for text, _, place in halves if (text + place).strip()]


def why_not_lines(lines):
    """The sentence that refuses the findings of `lines_of`, or None."""
    if not lines:
        return "Enter at least one finding"
    if len(lines) > MOST_AT_ONCE:
        return f"Enter {MOST_AT_ONCE} findings or fewer at once: these are {len(lines)}"
    known = {}
    for number, (text, place) in enumerate(lines, 1):
        if not text:
            return f"Finding {number} has a place, but no words before it"
        if not has_words(text):
            return f"Finding {number}, “{text[:60]}”, needs letters or numbers"
        if len(place) > LONGEST_PLACE:
            return f"The place of finding {number} must have {LONGEST_PLACE} characters or fewer"
        if text in known:
            return f"Finding {number} has the same text as finding {known[text]}: remove one"
        known[text] = number
    return None


def compared(stated, listed):
    """A list of {name, words, stated, listed, agree, sentence} of a review's totals: what its
    report states against what is listed here. A total that is not stated is None and agrees."""
    return [
        {
            "name": name,
            "words": text,
            "stated": stated[name],
            "listed": listed[name],
            "agree": stated[name] in (None, listed[name]),
            "sentence": _differs(name, stated[name], listed[name]),
        }
        for name, text in WORDS_OF_TOTALS.items()
    ]


def _differs(name, stated, listed):
    if stated is None:
        return "No total is stated"
    if stated == listed:
        return "They agree"
    if listed == 0:
        values, counted = "None is listed", ", so figures count the stated total"
    else:
        more = "stated than listed" if listed < stated else "listed than stated"
        values, counted = f"{abs(stated - listed)} more {more}", "; figures count those listed"
    return values + (counted if name in TOTALS else "")


def grouped(themes, findings, kinds):
    """A list of (theme or None, list of (kind's words, findings)), in the order of `themes` and of
    `kinds` (a list of (kind, words)); those without a theme come last. Every theme stands."""
    groups = []
    for theme in (*themes, None):
        own = [finding for finding in findings if finding.theme_id == (theme.pk if theme else None)]
        by_kind = [(text, [item for item in own if item.kind == kind]) for kind, text in kinds]
        filled = [(text, current) for text, current in by_kind if current]
        if theme or filled:
            groups.append((theme, filled))
    return groups


def listed(finding):
    """Whether `finding` stands, and its review stands."""
    return finding.withdrawn_on is None and finding.review.withdrawn_on is None


def published_in(review, when):
    """Whether a standing `review` had its report published within `when`, both ends included."""
    return (
        review.withdrawn_on is None
        and review.published_on is not None
        and when.start <= review.published_on <= when.end
    )


def asks_for_an_answer(finding):
    """Whether `finding` is listed and asks for an action or for a reason why there is none."""
    return listed(finding) and finding.kind in ASKING


def faults_of(finding, value):
    """The sentences that refuse the `theme` said for `finding`: it is one of its own review."""
    sentence = why_not_theme(value["theme"], finding.review)
    return [sentence] if sentence else []
