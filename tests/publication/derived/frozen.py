"""What the public pages must say, derived a second time from frozen documents by plain Python:
likeness, what changed since the last paper, how a value differs, a figure's last values."""

from datetime import date, timedelta
from fractions import Fraction

from tests.publication.derived.shares import shares_of

DEFINED = {
    "counts": "what is counted",
    "out_of": "out of what",
    "cohort": "the population",
    "rule": "the rule",
    "citation": "the source of the rule",
    "unit": "the unit",
}


def day(iso):
    return date.fromisoformat(iso)


def say(when):
    """`18 January 2016`."""
    return f"{when.day} {when:%B %Y}"


def month_later(start, months):
    """The same day of a later month, or that month's last day."""
    month = start.month - 1 + months
    for back in range(4):
        try:
            return date(start.year + month // 12, month % 12 + 1, start.day - back)
        except ValueError:
            continue
    raise AssertionError(start)


def moment(row):
    """The day or period of a value; of an answer to a survey, its wave, which the title ends
    with."""
    return row["title"] if row["key"].split(".")[0] == "surveys" else (row["start"], row["end"])


def whole_months(row):
    """How many whole months a period is long, 0 for a day, None for none. What is reckoned from
    two days may be of the time from the end of the first."""
    if row["start"] == row["end"]:
        return 0
    after, first = (day(row["end"]) + timedelta(days=1), day(row["start"]))
    starts = (first, first + timedelta(days=1)) if row["made_of"] else (first,)
    lengths = (n for start in starts for n in range(1, 600) if month_later(start, n) == after)
    return next(lengths, None)


def near_months(row):
    """The months that a period is nearest to, at least one, 0 for a day."""
    if row["start"] == row["end"]:
        return 0
    return max(round(((day(row["end"]) - day(row["start"])).days + 1) / 30.44), 1)


def why_unlike(one, other):
    """Why two values of one figure are not to be compared; empty where they are."""
    if one["population"] and other["population"]:
        same_group = one["population"] == other["population"]
    else:
        same_group = one["cohort"] == other["cohort"]
    if not same_group:
        named = [f"“{row['cohort']}”" if row["cohort"] else "one that is not named"
                 for row in (one, other)]  # fmt: skip
        return f"they count different populations, {named[0]} and {named[1]}"
    if one["definition"] and other["definition"]:
        same_rule = one["definition"] == other["definition"]
    else:
        same_rule = all(one[name] == other[name] for name in ("counts", "out_of", "rule", "unit"))
    if not same_rule:
        return "what is counted, or its rule, is defined differently"
    added = [row["source"].split("entered as a total: ")[1:] for row in (one, other)]
    if (added[0] == []) != (added[1] == []):
        names = "; ".join(text.rstrip("; ") for text in added[0] or added[1])
        return f"only one of them includes a total that was entered: {names}"
    if one["key"].split(".")[0] == "surveys":
        return ""
    spans = [(row["start"], row["end"]) for row in (one, other)]
    if spans[0] == spans[1] or not (one["end"] and other["end"]):
        return ""
    months = [whole_months(row) for row in (one, other)]
    if None in months:
        return "they do not cover the same number of whole months"
    return "" if months[0] == months[1] else "they cover periods of different length"


def defined_otherwise(one, other):
    """What of two values that are unlike reads otherwise. A derived number's rule names its
    values."""
    if not why_unlike(one, other):
        return []
    derived = one["made_of"] and other["made_of"] and one["definition"]
    same = derived and one["definition"] == other["definition"]
    return [
        text
        for name, text in DEFINED.items()
        if one[name] != other[name] and not (same and name == "rule")
    ]


def before(issue, issues):
    """The current edition of the last paper of its series before that of `issue`, if any."""
    earlier = [
        one
        for one in issues
        if one.is_current and one.series == issue.series and one.period_end < issue.period_end
    ]
    return max(earlier, key=lambda one: one.period_end, default=None)


# What stands before a change in words.
SIGNS = {"Rose": "▲ ", "Fell": "▼ "}


def signed(words):
    """The words of a change behind the sign of its direction."""
    return f"{SIGNS.get(words.partition(' ')[0], '')}{words}"


def change(then, now):
    """How a value stands to an earlier one, in words."""
    if then["mark"] or now["mark"]:
        return "Not shown"
    alike = all(then[name] == now[name] for name in ("key", "member", "cohort"))
    if alike and moment(then) == moment(now):
        sides = [row["text"] + of_base(row) for row in (then, now)]
        return "The same" if sides[0] == sides[1] else f"Corrected from {sides[0]} to {sides[1]}"
    if reason := why_unlike(then, now):
        return f"Not comparable: {reason}"
    counts = then["count"], now["count"]
    if None in counts or then["unit"] != now["unit"]:
        return "The same" if then["text"] == now["text"] else "Reads differently"
    if parted := shares_of(then, now):
        return parted
    if then["text"] == now["text"]:
        return "The same"
    shares = [share(row) for row in (then, now)]
    if (shares[0] is None) != (shares[1] is None):
        return "Reads differently"
    was, value = counts if shares[0] is None else shares
    if was == value:
        return "The same"
    return f"{'Rose' if was < value else 'Fell'}{by_how_much(then, now, ' by ')}"


def is_difference(row):
    """Whether a value is one number less another."""
    return bool(row["made_of"]) and row["member"].startswith("difference-")


def by_how_much(then, now, before):
    """The difference of two plain counts, or of two sums in whole pounds; else nothing."""
    counts = then["count"], now["count"]
    if all(row["text"] == f"{row['count']:,}" for row in (then, now)):
        return f"{before}{abs(counts[1] - counts[0]):,}"
    for unit, size in (("pence", 100), ("pounds", 1)):
        if all(row["text"] == f"£{row['count'] // size:,}" and row["unit"] == unit
               and row["count"] % size == 0 for row in (then, now)):  # fmt: skip
            return f"{before}£{abs(counts[1] - counts[0]) // size:,}"
    return ""


def share(row):
    """The part of its base that a value is, where it prints as one."""
    is_share = row["text"].endswith("%") and row["base_count"]
    return Fraction(row["count"], row["base_count"]) if is_share else None


def of_base(row):
    return f" of {row['base']}" if row["base"] else ""


def typed(issue):
    """The rows of the numbers that were typed, each with its source and its sentence."""
    rows = [row for row in issue.document["figures"] if row["key"] == "stated"]
    return [(f"{row['text']}, from {row['source']}", row["source"], row["counts"]) for row in rows]


def origins(issue):
    """The fact of the head on where the figures are from; none of a report without a number."""
    rows = [
        "typed" if row["key"] == "stated" else row.get("origin", "")
        for row in issue.document["figures"]
    ]
    names = ("counted", "published", "typed", "")
    counted, published, typed, unknown = map(rows.count, names)
    entered = len(rows) - counted - published - typed - unknown
    sources = "its source" if entered == 1 else "their sources"
    others = "another source" if typed == 1 else "other sources"
    told = (
        (counted, f"{counted} counted from records"),
        (entered, f"{entered} entered with {sources}"),
        (published, f"{published} published statistic{'' if published == 1 else 's'}"),
        (unknown, f"{unknown} whose origin was not recorded"),
        (typed, f"{typed} from {others}"),
    )
    words = ", ".join(text for number, text in told if number)
    return [("li", f"Figures {words}")] if words else []


def titled(title):
    """A title as pages head it: of several colons the first is a dash, and a last one may stay."""
    parts = title.split(": ")
    if len(parts) < 3:
        return title
    return f"{parts[0]} – " + (": " if len(parts) == 3 else ", ").join(parts[1:])
