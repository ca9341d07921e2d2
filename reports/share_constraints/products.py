"""So many times so much, and a share right behind its count and base."""

import re
from collections.abc import Iterator, Sequence

from reports.prose.asides import AIMS, EARLIER_TIMES, OTHER_AREAS
from reports.prose.numbers import PERCENT, Number
from reports.prose.quantities.arithmetic import RIGHT, WRONG, extent, number_text, rounded, verdict
from reports.quantities.derivation.slips import NEAR, is_mistyped, slip
from reports.quantities.model import Denial, Statement, Sure

# “Each of the 12 workers has 17 cases, 240 in total”; “the 12 workers each have 17, so 240 are …”.
_EACH = re.compile(
    r"(?P<of>\beach\s+of\s+(?:the\s+|our\s+)?)?⟦c(?P<many>\d+)⟧"
    r"(?(of)[^⟦.;:]{0,40}?|[^⟦.;:]{1,25}\beach\b[^⟦.;:]{0,25}?)⟦[cm](?P<each>\d+)⟧[^⟦.;:]{0,40}?[,:(]\s*"
    r"(?P<so>(?:so(?:\s+that)?|thus|hence|making|which\s+(?:makes|made)|a\s+total\s+of)\s+)?(?:or\s+)?"
    r"⟦[cm](?P<total>\d+)⟧(?(so)(?!\s+(?:of|more|fewer|extra|new)\b)|\s+(?:in\s+(?:all|total)|altogether))",
    re.I,
)
# “19 placements at £1,000 a week come to £91,000”.
_AT = re.compile(
    r"⟦c(?P<many>\d+)⟧\s+[^⟦.;:,]{2,40}?\s(?:at|of)\s+(?P<mean>an\s+average\s+(?:(?:cost|price)\s+)?of\s+)?"
    r"⟦m(?P<each>\d+)⟧(?:\s+(?:an?|per|for)\s+[a-z]+|\s+each)?,?\s+(?:(?:which|that)\s+)?"
    r"(?:come|comes|came|amount|amounts|cost|costs|make|makes|total|totalled)(?:\s+(?:to|us|up\s+to))?\s+"
    r"⟦m(?P<total>\d+)⟧(?!\s+(?:an?|per)\s+year)",
    re.I,
)
# “Each case takes an officer five hours, so the 46 reviews used up 320 hours.”
_HOURS = re.compile(
    r"\beach\s+[^⟦.;]{2,40}?\b(?:takes?|took|lasts?|lasted|needs?|needed)\s+[^⟦.;]{0,30}?⟦[cx](?P<each>\d+)⟧\s+"
    r"(?P<unit>hour|day|minute|week)s?\b[^⟦.;]{0,40}?\bso\s+(?:that\s+)?[^⟦.;]{0,20}?⟦c(?P<many>\d+)⟧"
    r"(?:[^⟦.;]|⟦d\d+⟧){0,60}?⟦[cx](?P<total>\d+)⟧\s+(?P=unit)s?\b",
    re.I,
)
_ALL_THREE = "many", "each", "total"
_PRODUCTS = (_EACH, _AT, _HOURS)
_OPENS = re.compile(r"^\W*[^⟦;:]{0,60}⟦p\d+⟧[^⟦]*$")
_OF_TOTAL = re.compile(
    r"\b(?:made\s+up|make\s+up|account(?:s|ed)?\s+for|represent(?:s|ed)?|(?:is|are|was|were))\s+(?:together\s+)?"
    r"⟦p(?P<share>\d+)⟧\s+of\s+(?:the\s+(?:total|whole)|them\s+all|all(?=\W*$))",
    re.I,
)
_SO = re.compile(r"^\W*(?:so|thus|hence|in\s+other\s+words)\b[^⟦;:]{0,30}⟦p(?P<share>\d+)⟧", re.I)
_RATE = re.compile(
    r"^\W*(?:that|this|so|thus|therefore|hence|in\s+other\s+words)\b|\b(?:therefore|thus)\b"
    r"|^\W*(?:the|our|its)?\s*[a-z-]*\s*(?:rate|share|proportion|percentage|compliance|timeliness|coverage)\b",
    re.I,
)
_COMPARED = re.compile(
    rf"\b(?:{OTHER_AREAS}|{AIMS}|{EARLIER_TIMES}|last|than|before|of\s+th\w+\s+[a-z]+s)\b", re.I
)
_ALL_DIGITS, _PENCE = re.compile(r"£?[\d,]+"), re.compile(r"£[\d,]+\.\d\d")
# “2014 had 800. Down 160, or 20%.”
_DOWN_BY = re.compile(
    r"\W*(?:(?:this|that|it)\s+is\s+)?(?:an?\s+)?(?:down|up|(?:fall|rise|drop|increase|decrease)\s+of)"
    r"\s+⟦c(?P<amount>\d+)⟧,?\s*(?:or|\()\s*(?:[a-z]+\s+)?⟦p(?P<share>\d+)⟧",
    re.I,
)
# So far from the true one a share may still be meant to be it.
_NEAR = 12


def products(row: Statement) -> Iterator[Denial]:
    """`Each of the 12 has 17, 240 in all`: so many times so much."""
    for match in (x for pattern in _PRODUCTS for x in pattern.finditer(row.sentence.text)):
        many, each, total = (row.sentence.thing(match[x]) for x in _ALL_THREE)
        if each.bound or many.bound or total.bound or each.kind != total.kind:
            continue
        follows = match.groupdict().get("so")
        if follows and total.value <= max(many.value, each.value):
            continue
        true, room = many.value * each.value, abs(total.value) / 50
        # One wrong digit of a product that is written out is no rounding.
        exact = all(map(is_written_out, (many, each, total))) and slip(total.value, true, "") > NEAR
        gap = abs(true - total.value)
        # A mean was rounded to its last digit that is none of its noughts.
        low, high = extent(each)
        if match.groupdict().get("mean") and gap <= many.value * (high - low) / 2:
            continue
        if gap > (room if each.places or total.places else room / 25) or (gap and exact):
            pounds = "£" * (total.kind == "money")
            says = f"{many.words} × {each.words} = {pounds}{number_text(true)}, "
            says += f"but the report gives {total.words}."
            # A sentence that has the three and no other number leaves nothing open.
            is_closed = len(row.quantities) == len(_ALL_THREE)
            mend = "Put the wrong number right."
            yield Denial(row.line, total, says, mend, is_proved=is_closed)


def is_written_out(number: Number) -> bool:
    """True if a number is written with all its digits: neither in millions nor with pence."""
    return number.in_words or bool(_ALL_DIGITS.fullmatch(number.words))


def is_price_written_out(number: Number) -> bool:
    """True if a number is written with all its digits, whether or not it has pence."""
    return is_written_out(number) or bool(_PENCE.fullmatch(number.words))


def of_the_total(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`168 were good and 19 were not; these made up 11% of the total`."""
    so = _SO.match(row.sentence.text) if len(row.quantities) == 1 else None
    match = _OF_TOTAL.search(row.sentence.text) or so
    if not match or _COMPARED.search(row.sentence.text[: match.start()]):
        return
    number = row.sentence.thing(match["share"])
    ahead = [item for item in row.counts if item.phrase.end <= match.start()]
    near = [item.value for item in ahead] or [x.value for other in earlier for x in other.counts]
    whole, single = max(near, default=0), len(near) > 2 and not number.bound
    parts = [value for value in near if 0 < value < whole]
    if not single or not parts:
        return
    sums = [
        sum(parts[first:last])
        for first in range(len(parts))
        for last in range(first + 1, len(parts) + 1)
    ]
    shares = [value * 100 / whole for value in sums]
    if any(
        verdict(number, value, value) == RIGHT for value in (*shares, *(100 - x for x in shares))
    ):
        return
    last = rounded(shares[-1], number.places)
    sure = Sure.JOINED if is_mistyped(number.value, last) else Sure.GUESSED
    says = f"No count before it is {number.words} of {number_text(whole)}."
    yield Denial(row.line, number, says, "Correct the share, or state its population.", sure)


def told_behind(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`51 of the 60 replied. The response rate was 89%.`: the share of the count right before."""
    match = _OPENS.match(row.sentence.text) if len(row.quantities) == 1 else None
    if not match or not _RATE.search(row.sentence.text) or _COMPARED.search(row.sentence.text):
        return
    number = row.quantities[0].phrase.number
    index = {item.phrase.mark: item for other in earlier for item in other.quantities}
    pairs = [
        (item, index[item.phrase.base])
        for other in earlier
        for item in other.counts
        if item.phrase.base in index and len(other.counts) == 2
    ]
    if len(pairs) != 1 or number.kind != PERCENT or number.bound:
        return
    count, base = pairs[0]
    if not 0 < count.value < base.value or any(
        x.phrase.number.kind == PERCENT for x in index.values()
    ):
        return
    share = count.value * 100 / base.value
    if any(verdict(number, value, value) == RIGHT for value in (share, 100 - share)):
        return
    right = rounded(share, number.places)
    near = is_mistyped(number.value, right) or abs(number.value - right) <= _NEAR
    says = f"{count.phrase.number.words} of {base.phrase.number.words} is "
    says += f"{number_text(right, number.places)}%, "
    says += f"but the report gives {number.words}."
    yield Denial(
        row.line,
        number,
        says,
        "Correct the share, or state its population.",
        Sure.JOINED if near else Sure.GUESSED,
    )


def down_by(row: Statement, earlier: Sequence[Statement]) -> Iterator[Denial]:
    """`2014 had 800. Down 160, or 20%`: the change is that share of the one count before."""
    match = _DOWN_BY.match(row.sentence.text)
    values = [x for x in earlier[0].counts if x.phrase.is_stock] if match and earlier else []
    if len(values) != 1:
        return
    amount, share = (row.sentence.thing(match[name]) for name in ("amount", "share"))
    first = values[0].value
    bases = [base for base in (first, first - amount.value, first + amount.value) if base > 0]
    shares = [amount.value * 100 / base for base in bases]
    if all(verdict(share, value, value) == WRONG for value in shares):
        right = f"{number_text(shares[0], share.places)}%"
        says = (
            f"{amount.words} of {values[0].phrase.number.words} is {right}, but the report gives "
        )
        yield Denial(row.line, share, f"{says}{share.words}.", "Put the wrong number right.")
