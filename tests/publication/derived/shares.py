"""When a figure's values are compared as shares of what they are out of, and how that reads,
derived a second time by plain Python."""

from fractions import Fraction


def once(when):
    """A period in words with its year once."""
    first, _, last = when.partition(" to ")
    year = f" {last[-4:]}"
    return f"{first.removesuffix(year)} to {last}" if last and first.endswith(year) else when


def reads_shares(rows):
    """Whether all of a figure's values are compared as shares: each is a count of a known whole,
    and somewhere two wholes are unlike by a tenth, or a share goes against its count."""
    if not all(row["base_count"] and row["count"] is not None for row in rows):
        return False
    if any(row["text"][-1:] == "%" for row in rows):
        return False
    wholes = [row["base_count"] for row in rows]
    if rows and Fraction(min(wholes), max(wholes)) <= Fraction(9, 10):
        return True
    parts = [(row["count"], Fraction(row["count"], row["base_count"])) for row in rows]
    return any(one[0] < other[0] and one[1] > other[1] for one in parts for other in parts)


def unlike_shares(then, now, when="", series=()):
    """The change as shares of the whole, where those of the series are compared, or these two."""
    if not (reads_shares(series) if series else False) and not reads_shares([then, now]):
        return ""
    return shares_of(then, now, when)


def shares_of(then, now, when=""):
    """The change of two counts of a known whole as shares of it; nothing of other values."""
    if any(row["text"][-1:] == "%" or not row["base_count"] for row in (then, now)):
        return ""
    shares = [Fraction(row["count"], row["base_count"]) for row in (then, now)]
    if then["count"] == now["count"] and percent(shares[0]) == percent(shares[1]):
        return ""
    decimals = 0 if percent(shares[0]) != percent(shares[1]) or shares[0] == shares[1] else 1
    texts = [percent(one, decimals) for one in shares]
    values = [f"{row['text']} of {row['base']}" for row in (then, now)]
    values[0] += f", {once(when)}" if when else ""
    if texts[0] == texts[1]:
        return f"Stayed at {texts[0]} ({values[0]}; then {values[1]})"
    way = "Rose" if shares[1] > shares[0] else "Fell"
    return f"{way} from {texts[0]} ({values[0]}) to {texts[1]} ({values[1]})"


def percent(share, decimals=0):
    """A share in per cent, half rounded up, and never nought or all where it is not."""
    least = Fraction(1, 10**decimals)
    steps = int(share * 100 / least + Fraction(1, 2))
    if share and not steps:
        return f"under {float(least):.{decimals}f}%"
    if steps * least == 100 and share < 1:
        return f"over {float(100 - least):.{decimals}f}%"
    return f"{float(steps * least):.{decimals}f}%"
