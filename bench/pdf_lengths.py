"""The PDF of papers of 12, 50 and 200 pages beside WeasyPrint as it comes, and what a page of prose
costs in each: a long paper must not be dear by the page."""

from bench import pdf_speed
from reports import rendition
from reports.document import Cell, Document, Fact, Facts, Paragraph, Run, Section, Table, Text

# Pages → (sections of prose, turns): each section is about a page and a half, every sixth has a
# table.
LENGTHS = {12: (8, 5), 50: (34, 3), 200: (137, 1)}
_WORDS = (
    "Managers looked again at every case in which a first visit came late, and set out what each "
    "team had changed since the Committee took the last report: who sees a new referral, by when, "
    "what is written down, and how a manager learns that nothing was. Of the files audited, most "
    "were good, and those that were not were put right within the month that followed it."
)
_ROWS, _PARAGRAPHS = 12, 9


def main():
    """Prints a line for each length; the ratio's limit is 1.00."""
    sheet = (rendition.STYLES / "css" / "print.css").read_text(encoding="utf-8")
    for pages, (sections, turns) in LENGTHS.items():
        page = rendition.print_html(_paper(sections))
        told = pdf_speed.measure(page, [sheet], rounds=turns)
        by_page = 1000 * told["ours"] / told["pages"]
        length = f"{told['pages']:3d} pages (about {pages})"
        print(f"{length}: {pdf_speed.say(told)}; {by_page:.0f} ms a page", flush=True)


def _paper(sections):
    made = tuple(_section(place) for place in range(1, sections + 1))
    head = Facts("head", "About this paper", (Fact("Committee", (_said("Scrutiny"),)),))
    return Document("Netherby", "Assurance report", head, made, draft=False, dated="2016-01-18")


def _section(place):
    first = (place - 1) * _PARAGRAPHS + 1
    blocks = [
        Paragraph(f"para-{number}", f"{number}.", (), (_said(_WORDS),))
        for number in range(first, first + _PARAGRAPHS)
    ]
    if place % 6 == 0:
        blocks.append(_table(place))
    return Section(f"part-{place}", f"What was done in part {place}", blocks=tuple(blocks))


def _table(place):
    heads = tuple(Cell((Run(words),)) for words in ("Team", "Audited", "Good", "Not good"))
    rows = tuple(
        (
            Cell((Run(f"Team {row}"),), header=True),
            *(Cell((Run(str(row * at)),), numeric=True) for at in (3, 2, 1)),
        )
        for row in range(1, _ROWS + 1)
    )
    return Table(f"table-{place}", f"Table {place // 6}", "Files audited by team", heads, rows)


def _said(words):
    return Text((Run(words),))


if __name__ == "__main__":
    main()
