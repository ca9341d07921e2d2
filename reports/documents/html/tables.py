"""Tables, charts and blocks of facts as HTML."""

import re
from dataclasses import replace

from django.utils.safestring import mark_safe

from assurance.govuk.cards import as_cards
from assurance.runtime.markup import formatted, join
from reports.documents.data.changes import with_changes
from reports.documents.data.tables import is_short, is_tall, titled
from reports.documents.document import Text
from reports.documents.headlines import headline_table
from reports.documents.html import charts
from reports.documents.html.dated_columns import newest_first
from reports.documents.html.inline import escaped_text, language_attributes, text_of

FEW_COLUMNS = 5
# As many columns fit on a telephone, and fewer where all are words.
MOST_ON_A_TELEPHONE, MOST_OF_WORDS = 3, 2
# Words of so many letters need the whole width of a telephone.
LONG = 80
# An empty cell shows a dash, which cards leave out, and screen readers get its meaning.
NOTHING = mark_safe(
    '<td class="app-none"><span aria-hidden="true">–</span>'
    '<span class="govuk-visually-hidden">Nothing given</span></td>'
)
_DATE = re.compile(r"\d{1,2} [A-Z][a-z]{2,8} \d{4}")


def table_of(table, medium):
    """A table with its caption, header cells and notes, its changes in words."""
    table = with_changes(table)
    label = _label(table)
    caption = formatted(
        '<caption id="{}-c">{}{}</caption>',
        table.anchor,
        label,
        escaped_text(table.caption, medium),
    )
    head = join(*(_head(cell, medium) for cell in table.columns))
    heading = _heading_column(table)
    is_by_row = medium.cards and _is_read_by_row(table)
    again = _repeated(table, heading) if is_by_row else ((),) * len(table.rows)
    newest = newest_first(table) if is_by_row else {}
    pairs = zip(table.rows, again, strict=True)
    rows = join(*(_row(row, medium, table, heading, of, newest) for row, of in pairs))
    wide = "wide" if len(table.columns) > FEW_COLUMNS else ""
    classes = " ".join(filter(None, (wide, "app-rows" if is_by_row else "")))
    drawn = formatted(
        "<table{}>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        formatted(' class="{}"', classes) if classes else "",
        caption,
        head,
        rows,
    )
    if is_by_row:
        # Escaped above; only attributes are added, of words that the table has already.
        drawn = mark_safe(as_cards(drawn))
    # In a narrow window it moves by itself, which a keyboard can do too.
    framed = formatted(
        '<div class="{}" role="region" tabindex="0" aria-labelledby="{}-c">{}</div>',
        "app-scroll" if medium.screen else f"table{_parting(table)}",
        table.anchor,
        drawn,
    )
    return formatted('<div id="{}">{}{}</div>', table.anchor, framed, _notes(table, medium))


def _parting(table):
    """The class of a table that a page break parts otherwise than the usual ones."""
    return " short" if is_short(table) else " tall" if is_tall(table) else ""


def _notes(table, medium):
    return join(
        *(
            formatted(
                '<p class="table-note"{}>{}</p>', language_attributes(note), text_of(note, medium)
            )
            for note in table.notes
        )
    )


def _is_read_by_row(table):
    """True for a table whose rows are cards on a small screen: it has more columns than fit there,
    or long words next to others, and each column but that of the rows' names has a heading."""
    heads = [_text(cell) for cell in table.columns]
    words = sum(not cell.numeric for cell in table.columns)
    if not all(heads[1:]) or len(heads) < 2:
        return False
    is_long = any(len(_text(cell)) > LONG for row in table.rows for cell in row)
    return len(heads) > MOST_ON_A_TELEPHONE or words > MOST_OF_WORDS or (words > 1 and is_long)


def _label(drawn):
    """`Table 2:` before a caption, without its colon where there is none."""
    if not drawn.label:
        return ""
    return formatted("<span>{}{}</span> ", drawn.label, ":" if drawn.caption else "")


def _head(cell, medium):
    text = Text(cell.runs)
    phrase = text_of(text, medium)
    if not phrase:
        return mark_safe("<td></td>")
    if cell.numeric and not medium.screen:
        # Escaped above; the date at the end of a period is on one line.
        phrase = mark_safe(_DATE.sub(lambda date: date[0].replace(" ", "\u00a0"), phrase))
    return formatted(
        '<th scope="col"{}{}>{}</th>', _numeric(cell), language_attributes(text), phrase
    )


def _heading_column(table):
    """The column that says what each row is about: the first that is not only dates. Rows of one
    thing at several dates are headed by the thing, not by dates that come again."""
    columns = (
        place
        for place, head in enumerate(table.columns)
        if not head.numeric
        and any(_text(row[place]) and not _is_date(row[place]) for row in table.rows)
    )
    return next(columns, 0)


def _row(row, medium, table, heading, again, newest):
    last = table.total_row and row is table.rows[-1]
    is_headed = any(cell.header for cell in row)
    cells = join(
        *(
            _cell(
                replace(cell, header=is_headed and place == heading),
                medium,
                is_again=place in again,
                newest=newest.get(place, ""),
                # The row of a total adds up what can be added: its other cells lack nothing.
                is_total=last,
            )
            for place, cell in enumerate(row)
        )
    )
    kind = "total" if last else "again" if again else ""
    return formatted("<tr{}>{}</tr>", formatted(' class="{}"', kind) if kind else "", cells)


def _repeated(table, heading):
    """For each row the places of the cells that its card leaves out after a card of the same thing:
    the heading, and the words that are the same in all cards of a thing."""
    names = [_text(row[heading]) for row in table.rows]
    places = range(len(table.columns))
    same = {place for place in places if _depends_on(names, table, place)} | {heading}
    pairs = zip(["", *names], names, strict=False)
    return [same if name and name == before else () for before, name in pairs]


def _depends_on(names, table, place):
    """True if a column of words, no dates, has one text for each of the `names` of rows."""
    cells = [row[place] for row in table.rows]
    pairs = {(name, _text(cell)) for name, cell in zip(names, cells, strict=True)}
    is_of_words = not table.columns[place].numeric and not any(map(_is_date, cells))
    return is_of_words and len(pairs) == len(set(names))


def _cell(cell, medium, is_again=False, newest="", is_total=False):
    text = Text(cell.runs)
    kind = _kind(cell, is_again, newest)
    phrase, how = text_of(text, medium), join(kind, language_attributes(text))
    if not phrase and medium.screen and not (is_again or is_total):
        return NOTHING
    if cell.header and phrase:
        return formatted('<th scope="row"{}>{}</th>', how, phrase)
    return formatted("<td{}>{}</td>", how, phrase)


def _numeric(cell):
    return mark_safe(' class="numeric"' if cell.numeric else "")


def _kind(cell, is_again, newest):
    """The class of a number, of a date, which print keeps on one line, or of what a card before
    has already; with the place `newest` of a number among those of other dates."""
    if is_again:
        return mark_safe(' class="same"')
    if newest and cell.numeric:
        return formatted(' class="numeric {}"', newest)
    return mark_safe(' class="date"') if _is_date(cell) and not cell.numeric else _numeric(cell)


def _is_date(cell):
    return bool(_DATE.fullmatch(_text(cell)))


def _text(cell):
    return "".join(run.text for run in cell.runs).strip()


def chart_of(chart, medium):
    """A chart as a figure under its finding, with its data: the name of the printed table that has
    it, or its own table, which folds on a screen."""
    return formatted(
        '<div id="{}" class="chart app-chart"><figure><figcaption><strong class="finding">{}'
        '</strong><span class="chart-caption">{}{}</span></figcaption>{}</figure>{}</div>',
        chart.anchor,
        escaped_text(chart.finding, medium),
        _label(chart),
        escaped_text(chart.caption, medium),
        charts.draw(chart),
        _data_of(chart, medium),
    )


def _data_of(chart, medium):
    if printed := medium.tables.get(chart.anchor):
        return formatted(
            '<p class="chart-data" id="{}">Data: <a href="#{}">{}</a></p>',
            *(chart.table.anchor, printed.anchor, printed.label),
        )
    drawn = table_of(chart.table, medium)
    if not medium.screen:
        return drawn
    hidden = formatted('<span class="govuk-visually-hidden"> of {}</span>', titled(chart))
    return formatted(
        '<details class="govuk-details chart-data"><summary class="govuk-details__summary">'
        '<span class="govuk-details__summary-text">Data{}</span></summary>'
        '<div class="govuk-details__text">{}</div></details>',
        *(hidden, drawn),
    )


def headlines_of(headlines, medium):
    """Headline figures as a list of tiles on the screen, and as a table in print."""
    if not medium.screen:
        return table_of(headline_table(headlines), medium)
    items = join(*(_headline(item, medium) for item in headlines.items))
    return formatted('<dl id="{}" class="headlines">{}</dl>', headlines.anchor, items)


def _headline(item, medium):
    value, about = (text_of(Text(runs), medium) for runs in (item.value, item.about))
    return formatted(
        '<div><dt>{}</dt><dd class="headline">{}</dd>{}</div>',
        escaped_text(item.name, medium),
        value,
        formatted("<dd>{}</dd>", about) if about else "",
    )


def facts_of(facts, medium):
    """A block of facts as a table of two columns with row headers."""
    rows = join(*(_fact(fact, medium) for fact in facts.rows))
    return formatted(
        '<div id="{}"><table class="facts"><caption>{}</caption><tbody>{}</tbody></table></div>',
        facts.anchor,
        escaped_text(facts.caption, medium),
        rows,
    )


def _fact(fact, medium):
    lines = join(
        *(
            formatted("<div{}>{}</div>", language_attributes(line), text_of(line, medium))
            for line in fact.lines
        )
    )
    return formatted(
        '<tr><th scope="row">{}</th><td>{}</td></tr>', escaped_text(fact.name, medium), lines
    )
