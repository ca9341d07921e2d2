"""A grid of cells as a `Table`: headings found, rows numbered, what is no data left out."""

import re

from assurance.tables import limits
from assurance.tables.clean import plain
from assurance.tables.full_names import with_full_names
from assurance.tables.headings import filled, headings_of, is_units, place_of_headings, sums_at_end
from assurance.tables.oddities import at_rows, odd_texts
from assurance.tables.phrases import letters_of, numbers, several
from assurance.tables.table import NotATable, Row, Table

ENDS_WITHIN = (
    "The file ends in the middle of this row: it may have been cut off on its way. Export it again."
)
TOO_LONG = (
    "It has more cells than there are headings: a cell with a comma in it may lack its quotation "
    "marks."
)


def laid_out(grid, name, sha256):
    """The `Table` of `grid`, of the file called `name`; raises `NotATable`."""
    place = place_of_headings(grid.rows)
    notices = [*grid.notices, *_above(grid.rows[:place])]
    headings = headings_of(grid.rows[place])
    below = grid.rows_before + place + 2
    numbered = [(number, row) for number, row in enumerate(grid.rows[place + 1 :], below)]
    _trim(numbered)
    filled_rows = [(number, row) for number, row in numbered if filled(row)]
    if len(filled_rows) < len(numbered):
        empty = len(numbered) - len(filled_rows)
        notices.append(f"{several(empty, 'empty row')} between the others left out.")
    filled_rows, again = _without_headings(filled_rows, headings)
    data, value = _data_among(filled_rows)
    notices += [*again, *value, *_merged(grid, place)]
    if not data:
        raise NotATable("It has headings but no rows below them. Look whether the data is there.")
    if len(data) > limits.MOST_ROWS:
        raise NotATable(
            f"It has {len(data):,} rows, and up to {limits.MOST_ROWS:,} are read. Split it into "
            "several files."
        )
    data, spoiled = _split_rows(data, len(headings), grid)
    item, dropped, value = _columns(headings, data)
    rows = tuple(_rows(data, item, len(headings)))
    read = tuple(headings[column] for column in item)
    read, rows, together = with_full_names(read, rows)
    notices += [*value, *together, *_spoiled_messages(spoiled), *_odd(grid, headings, item, data)]
    notices += odd_texts(read, ((row.number, row.cells) for row in rows))
    return Table(
        name=name,
        sha256=sha256,
        headings=read,
        rows=rows,
        sheet=grid.sheet,
        dropped=tuple(dropped),
        notices=tuple(notices),
        spoiled=tuple(spoiled),
        short=tuple(number for number, row in data if len(row) < len(headings)),
    )


def _odd(grid, headings, kept, data):
    """Sentences about the cells of kept columns that the reader of the file found odd."""
    result, read, kept = {}, {number for number, _ in data}, {*kept}
    for sentence, row, column in grid.odd:
        number = grid.rows_before + row + 1
        if column in kept and number in read:
            result.setdefault((sentence, column), []).append(number)
    return [at_rows(rows, headings[column], text) for (text, column), rows in result.items()]


def _trim(numbered):
    while numbered and not filled(numbered[-1][1]):
        numbered.pop()


def _above(rows):
    titles = sum(1 for row in rows if filled(row))
    return [f"{several(titles, 'row')} above the headings left out."] if titles else []


def _without_headings(rows, headings):
    """The rows without those that only repeat the headings, as where several files were put
    together, and a sentence about these."""
    place = next(place for place, heading in enumerate(headings) if heading)
    # Most rows differ in the first of their cells, and are looked at no further.
    alike = (item for item in rows if _is_alike(item[1][place : place + 1], headings[place]))
    again = [number for number, row in alike if _repeats(row, headings)]
    if not again:
        return rows, []
    left_out = {*again}
    sentence = f"The headings again in {numbers(again)}: left out."
    return [item for item in rows if item[0] not in left_out], [sentence]


def _repeats(row, headings):
    pairs = [pair for pair in zip(row, headings, strict=False) if pair[0] is not None]
    return len(pairs) == len([heading for heading in headings if heading]) and all(
        _is_alike([cell], heading) for cell, heading in pairs
    )


def _is_alike(cells, heading):
    return any(type(cell) is str and cell.casefold() == heading.casefold() for cell in cells)


def _data_among(rows):
    """The rows of data among (number, cells), and sentences about those left out."""
    notices = []
    if len(rows) > 1 and is_units(rows[0][1]):
        notices.append(f"Row {rows[0][0]} only gives the unit of each column: left out.")
        rows = rows[1:]
    sums = sums_at_end([row for _, row in rows[-10:]])
    if sums:
        first = max(0, len(rows) - 10)
        out = sorted(rows[first + index][0] for index in sums)
        notices.append(f"Totals in {numbers(out)}: left out.")
        rows = [row for row in rows if row[0] not in out]
    return rows, notices


def _merged(grid, place):
    """A sentence about merged cells below, where their first cell alone holds the value."""
    below = [span for span in grid.merged if span[1][0] >= place]
    if not below:
        return []
    noun = "a merged cell" if len(below) == 1 else f"{len(below):,} merged cells"
    spans = ", ".join(f"{_cell_name(*first)} to {_cell_name(*last)}" for first, last in below[:20])
    only = f"The value of {noun} is in the first of the cells only; the others are empty."
    return [f"{only} Look at {spans}{' and the others' if below[20:] else ''}."]


def _cell_name(row, column):
    return f"{letters_of(column)}{row + 1}"


def _split_rows(data, width, grid):
    """The rows that can be read, and (number, why) of those that cannot."""
    spoiled = {number: TOO_LONG for number, row in data if len(row) > width and filled(row[width:])}
    if len(spoiled) * 2 > len(data):
        raise NotATable(
            "Most rows have more cells than there are headings. Give every column a heading, "
            "and put quotation marks round cells that contain the separator."
        )
    last, row = data[-1]
    others_are_whole = all(len(item) >= width for _, item in data[:-1])
    is_short = grid.last_row_may_be_cut and len(row) < width and others_are_whole
    if is_short or grid.last_row_is_cut:
        spoiled[last] = ENDS_WITHIN
    return [datum for datum in data if datum[0] not in spoiled], sorted(spoiled.items())


def _columns(headings, data):
    """The indexes of the columns kept, the headings of those nobody may hold, and sentences."""
    unwanted = why_unwanted([heading for heading in headings if heading])
    value = [column for column, item in enumerate(headings) if item and item not in unwanted]
    nameless = [
        column
        for column, item in enumerate(headings)
        if not item and any(len(row) > column and row[column] is not None for _, row in data)
    ]
    items = [
        f"Column {letters_of(column)} has no heading and was left out." for column in nameless[:20]
    ]
    if not value:
        raise NotATable("None of its columns may be kept here, so nothing is left to read.")
    return value, unwanted, items


def _rows(data, value, width):
    if value == list(range(width)):
        for number, row in data:
            short = width - len(row)
            cells = tuple(row[:width]) if short <= 0 else (*row, *[None] * short)
            yield Row(number, cells)
        return
    for number, row in data:
        full = row if len(row) >= width else [*row, *[None] * (width - len(row))]
        yield Row(number, tuple([full[column] for column in value]))


def _spoiled_messages(spoiled):
    return [
        f"Not read, {numbers([number for number, item in spoiled if item == why])}: {why}"
        for why in dict.fromkeys(why for _, why in spoiled)
    ]


CHILD = "It shows who a child is or where a child lives; no count needs it."
WHERE = "It shows where a person lives; no count needs it."
WHO = "It shows who a person is to other offices; no count needs it."
SPECIAL = "It is special category data about a person; no count needs it."
DISCLOSED = "The content of a certificate must not be kept (the DBS code of practice)."

# The plain heading (letters and figures only, without case) as a whole → why it is left out.
UNWANTED = (
    (r"upn|formerupn|uniquepupil(number|no|id|identifier)", CHILD),
    (r"mother|mcdob|motherschilddob", CHILD),
    (r"homepost(code)?|plpost(code)?|placementpostcode", CHILD),
    (r"urn|schoolurn|ofstedurn|placementurn|plurn", CHILD),
    (r"(.*)(postcode|postalcode|zipcode)", WHERE),
    (r"(home|postal|current|previous|private|residential|permanent)?address(es)?(line)?\d*", WHERE),
    (r"(home|residential|personal)address.*|addressline.*|(street|house)(name|number|no)?", WHERE),
    (r"ni|nino|ni(number|no)|nationalins(urance)?(number|no|num)?", WHO),
    (r"(nhs|passport|driving(licence|license))(number|no|id)?", WHO),
    (r"(payroll|bank)?(accountnumber|sortcode)|bankaccount(number|no)?", WHO),
    (r"ethnic|ethnicity|ethnic(group|origin|background|code|category)|staffethnicity", SPECIAL),
    (r"(ethnicity|ethnicgroup|ethnicorigin)of.*|race", SPECIAL),
    (r"religion|religionorbelief|faith|sexualorientation|sexuality", SPECIAL),
    (r"nationality|countryofbirth|placeofbirth|immigrationstatus", SPECIAL),
    (r"disability|disabled|disabilit(y|ies)(status|description|type)?|healthconditions?", SPECIAL),
    (r"tradeunion(member(ship)?)?|maritalstatus|genderidentity|gendersameasatbirth", SPECIAL),
    (r"dob|dateofbirth|birthdate|borndate|bornon|(staff|child|persons?)(dob|dateofbirth)", WHO),
    (r"(convictions?|convicted|offences?|cautions?|reprimands?)(details?|description)?", DISCLOSED),
    (r"disclos(ed|ure)(information|details?|contents?)|criminalrecord(details?)?", DISCLOSED),
)
WHOLE = tuple((re.compile(f"(?:{pattern})\\Z"), why) for pattern, why in UNWANTED)

# What the header and UASC files of the SSDA903 return need of a child (domain 3.8).
OF_A_RETURN = frozenset({"dob", "dateofbirth", "ethnic"})
SIGNS_OF_A_RETURN = frozenset({"sex", "ethnic", "duc"})


def why_unwanted(headings):
    """A dict of the headings whose columns are left out → why."""
    plains = {heading: plain(heading) for heading in headings}
    needed = OF_A_RETURN if _are_a_returns(set(plains.values())) else frozenset()
    index = {heading: _why(text) for heading, text in plains.items() if text not in needed}
    return {heading: why for heading, why in index.items() if why}


def _are_a_returns(plains):
    return "child" in plains and bool(plains & SIGNS_OF_A_RETURN)


def _why(text):
    return next((why for pattern, why in WHOLE if pattern.match(text)), "")
