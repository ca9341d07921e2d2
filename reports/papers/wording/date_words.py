"""How a named day or period of a paper prints: `1 December 2015`, `1 July to 31 December 2015`."""

from datetime import date, timedelta

FORMS = ("long", "short", "label")
_DAY = timedelta(days=1)


def days_text(first: date, last: date, form: str = "long") -> str:
    """The day, or the period with both its ends, in the form `long` or `short`.

    A whole calendar month is its name and year. A month or year that both ends share stands once.
    """
    month = "%b" if form == "short" else "%B"
    end = f"{last.day} {last:{month} %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and (last + _DAY).day == 1
        return f"{last:{month} %Y}" if whole else f"{first.day} to {end}"
    opening = month if first.year == last.year else f"{month} %Y"
    return f"{first.day} {first:{opening}} to {end}"
