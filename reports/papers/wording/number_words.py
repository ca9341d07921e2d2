"""A number in a sentence: how a count, a share, a price or a change is written.

Rounding is half away from nought, once, from the exact fraction. A form that the number does not
bear (over 90% of 74 in 83) is refused with a sentence and never bent.
"""

from decimal import ROUND_HALF_UP, Decimal
from math import trunc

from assurance.runtime.digits import UNITS
from assurance.runtime.typography import with_capital
from reports.language.grammar import why_not_form

Number = int | Decimal
POUNDS = "pounds"
PER_CENT = "per cent"
# A unit that a figure counts parts of → (how many parts make one, the unit, the word before it).
PARTS = {
    "hundredths": (100, "", ""),
    "pence": (100, POUNDS, ""),
    "hundredths of a per cent": (100, PER_CENT, ""),
    "more than": (1, "", "over "),
    "over tenths of a per cent": (10, PER_CENT, "over "),
    "under tenths of a per cent": (10, PER_CENT, "under "),
}
# From here on one more or less moves a share by half a point at most, so a decimal says something.
BASE_FOR_ONE_PLACE = 200
_MINUS = "−"
_TENS = (*("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),)
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))


BOUND_ONLY = (
    "The source states a bound, which is not a number to calculate with: use it as a number."
)


class UnsuitableForm(ValueError):
    """The number does not bear the form asked for; the message is a sentence for the writer."""


def number_text(
    count: Number,
    *,
    form: str = "number",
    base: Number | None = None,
    unit: str = "",
    places: int | None = None,
    earlier: Number | None = None,
    starts: bool | None = None,
) -> str:
    """`count` in `form` (see `grammar.FORMS`, and `bound N`).

    `base` is what a percentage is out of, `earlier` the number that a change is from, `places` the
    decimals of a percentage (left out: none, or one from a base of 200), `unit` "pounds" for money,
    "per cent" for a per cent that a source states, with its base where that is known, or one of
    `PARTS`, of which `count` holds parts.
    `starts` says whether the number opens its sentence, and words then begin with a capital; left
    out, `none` is printed `No` and words small. Raises `UnsuitableForm` for a form not borne.
    """
    if wrong := why_not_form(form):
        raise UnsuitableForm(wrong)
    name, _, rest = form.partition(" ")
    if unit in PARTS:
        return _of_parts(count, form, base, unit, earlier, starts)
    if unit == PER_CENT:
        return _stated(count, name, rest, base, earlier, starts)
    if name == "number":
        return money(count) if unit == POUNDS else numeral(count)
    if name == "money":
        return money(count, thousands=rest == "k")
    if name == "words":
        return f"{_opening(in_words(count), starts)}{_pounds(count, unit)}"
    if name == "none":
        return _none(count, starts)
    if name == "percent":
        share = percent(count, base, places)
        return f"{numeral(count)} of {numeral(base)} ({share})" if rest else share
    if name == "bound":
        return _bound(count, base, Decimal(rest))
    return _movement(name, count, earlier, unit)


def _pounds(count, unit):
    return f" pound{'' if count == 1 else 's'}" if unit == POUNDS else ""


def is_bound(unit: str) -> bool:
    """True of a unit that states a bound, which is printed as a number or a share alone."""
    return bool(PARTS.get(unit, ("",))[-1])


def compare(earlier: Number, later: Number, unit: str = "") -> str:
    """`rose from 16 to 21`, `fell from 16 to 14` or `stayed at 16`."""
    if is_bound(unit):
        raise UnsuitableForm(BOUND_ONLY)
    before, after = number_text(earlier, unit=unit), number_text(later, unit=unit)
    if earlier == later:
        return f"stayed at {after}"
    return f"{'rose' if later > earlier else 'fell'} from {before} to {after}"


def numeral(count: Number) -> str:
    """`1,764`; a minus sign, not a hyphen, before what is below nought."""
    return f"{_MINUS if count < 0 else ''}{abs(count):,}"


def money(pounds: Number, thousands: bool = False) -> str:
    """`£48,000`, with pence only where there are any; or `£48k`, to the nearest thousand."""
    sign = _MINUS if pounds < 0 else ""
    if thousands:
        return f"{sign}£{_half_up(Decimal(abs(pounds)) / 1000, 0):,}k"
    exact = _half_up(Decimal(abs(pounds)), 2)
    return f"{sign}£{exact:,.0f}" if exact == exact.to_integral_value() else f"{sign}£{exact:,.2f}"


def percent(count: Number, base: Number | None, places: int | None = None) -> str:
    """`8.5%` of a base of 200 or more, else `42%`; none and all of them have no decimals."""
    if base is None:
        raise UnsuitableForm(
            "This figure has no base, so it has no percentage: quote it as a number."
        )
    if base <= 0:
        raise UnsuitableForm("There is no percentage to calculate: write that there were none.")
    if places is None:
        places = 1 if base >= BASE_FOR_ONE_PLACE else 0
    if count in (0, base):
        places = 0
    return f"{_half_up(Decimal(count) * 100 / Decimal(base), places)}%"


def in_words(count: int) -> str:
    """`twenty-one`; raises `UnsuitableForm` on a fraction or a number below nought."""
    if count != trunc(count) or count < 0:
        raise UnsuitableForm(f"{numeral(count)} is not a count, so it is not written in words.")
    return _spelled_out(trunc(count))


def opens_sentence(before: str) -> bool:
    """Whether what follows `before`, the words of the passage so far, opens a sentence."""
    return not before.strip() or before.rstrip().rstrip("”’\"')").endswith((".", "?", "!"))


def _half_up(exact, places):
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _spelled_out(count):
    if count < 20:
        return UNITS[count] if count else "zero"
    if count < 100:
        tens, value = divmod(count, 10)
        return _TENS[tens] + (f"-{UNITS[value]}" if value else "")
    if count < 1000:
        hundreds, rest = divmod(count, 100)
        return f"{UNITS[hundreds]} hundred" + (f" and {_spelled_out(rest)}" if rest else "")
    worth, name = next(scale for scale in _SCALES if count >= scale[0])
    many, rest = divmod(count, worth)
    joint = " and " if 0 < rest < 100 else " "
    return f"{_spelled_out(many)} {name}" + (f"{joint}{_spelled_out(rest)}" if rest else "")


def _opening(text, starts):
    return with_capital(text) if starts else text


def _none(count, starts):
    if count != 0:
        raise UnsuitableForm(f"The sentence has none, but the records have {numeral(count)}.")
    return "no" if starts is False else "No"


def _of_parts(count, form, base, unit, earlier, starts):
    """What is counted in parts of its unit; a bound stays one."""
    parts, whole, before = PARTS[unit]
    if before and form.partition(" ")[0] not in ("number", "percent"):
        raise UnsuitableForm(BOUND_ONLY)
    was = None if earlier is None else _whole(earlier, parts)
    text = number_text(
        _whole(count, parts), form=form, base=base, unit=whole, earlier=was, starts=starts
    )
    return _opening(f"{before}{text}", starts) if before else text


def _whole(count, parts):
    return _plain(Decimal(count) / parts)


def _plain(exact):
    """A number without noughts after its point: 1, not 1.0, which is no single point either."""
    return trunc(exact) if exact == exact.to_integral_value() else exact.normalize()


def _stated(per_cent, name, rest, base, earlier, starts):
    """A stated per cent: never without a word on its base where one is asked for."""
    if name in ("change", "direction"):
        moved = _movement(name, per_cent, earlier, "")
        points = name == "change" and moved != "no change"
        return f"{moved} percentage point{'' if moved[1:] == '1' else 's'}" if points else moved
    if name == "words":
        return f"{_opening(in_words(per_cent), starts)} per cent"
    if name == "bound":
        return _bound(per_cent, 100, Decimal(rest))
    if name in ("money", "none"):
        raise UnsuitableForm("This figure is a per cent: quote it as a number or a percentage.")
    known = f" of {numeral(base)}" if base is not None else " (base not known)"
    return f"{numeral(per_cent)}%{known if rest else ''}"


def _bound(count, base, bound):
    if base is None or base <= 0:
        raise UnsuitableForm("A bound is a percentage of a base, and this figure has none.")
    if Decimal(count) * 100 <= bound * base:
        raise UnsuitableForm(
            f"The sentence has over {bound}%, but the records have {numeral(count)} of "
            f"{numeral(base)}, which is not more."
        )
    return f"over {bound}%"


def _movement(name, count, earlier, unit):
    if earlier is None:
        raise UnsuitableForm("A change needs two dates: quote it over a period, or use compare.")
    moved = _plain(Decimal(count - earlier))
    if name == "direction":
        return "stayed the same" if moved == 0 else "rose" if moved > 0 else "fell"
    if moved == 0:
        return "no change"
    return f"+{number_text(moved, unit=unit)}" if moved > 0 else number_text(moved, unit=unit)


def count_text(count, base, unit) -> str:
    """A count of a unit in words, out of its base where it has one: `30 of 40`."""
    text = number_text(count, unit=unit)
    return text if base is None else f"{text} of {numeral(base)}"
