"""A measured value, or one reckoned from others, in the form that a token asks for."""

from assurance.figures.figure import Mark, Value
from reports.papers.assembly.derived_numbers import Derived
from reports.papers.wording import number_words


def in_form(values: list[Value], form: str, starts: bool | None = None) -> str:
    """The last of `values` in `form`, the first being what a change is from.

    A share of fewer people than the policy's smallest base is given as its two counts. Raises
    `number_words.UnsuitableForm`.
    """
    value = values[-1]
    if (
        form.startswith("percent")
        and value.unit.of_people
        and value.base is not None
        and value.base < value.smallest_base
    ):
        return f"{value.count} of {value.base}"
    return number_words.number_text(
        value.count,
        form=form,
        base=value.base,
        unit=value.unit,
        earlier=values[0].count if len(values) > 1 else None,
        starts=starts,
    )


def compared(values: list[Value]) -> str:
    """Two values of one figure in words: rose from, fell from, stayed at."""
    return number_words.compare(*(value.count for value in values), values[0].unit)


def derived_text(result: Derived, form: str, starts: bool | None = None) -> str:
    """A derived number in `form`, empty where it is withheld; raises as `in_form` does."""
    value = result.value
    if value.mark == Mark.WITHHELD:
        return ""
    few = value.unit.of_people and (value.base or value.smallest_base) < value.smallest_base
    if form == "change":
        return number_words.number_text(value.count, form=form, unit=value.unit, earlier=0)
    if result.operation == "difference" and form == "percent" and few:
        raise number_words.UnsuitableForm(
            f"A percentage of {value.base} means little: write the two numbers."
        )
    return in_form([value], form, starts)
