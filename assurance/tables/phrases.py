"""Words that sentences about files share."""

UNSEEN_TAKEN_OUT = (
    "Signs that cannot be seen, such as those that turn the direction of writing, were taken out."
)


def several(number, noun):
    """`1 row`, `12,000 rows`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def listed(text):
    """“A”, “B” and “C”, each in quotation marks."""
    quoted = [f"“{item}”" for item in text]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)


def numbers(rows):
    """`row 3`, `rows 3, 5 and 9 more`: the numbers of rows, the first twenty of them."""
    text = ", ".join(str(row) for row in rows[:20])
    more = f" and {len(rows) - 20:,} more" if rows[20:] else ""
    return f"row{'s' if rows[1:] else ''} {text}{more}"


def letters_of(column):
    """`A`, `B` … `AA`: a column as a spreadsheet names it, from 0."""
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(65 + place) + name
    return name
