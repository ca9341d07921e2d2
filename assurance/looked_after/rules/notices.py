"""What is strange in a return and refuses nothing (domain 3.7 and 3.8)."""

from datetime import timedelta
from operator import attrgetter

from assurance.looked_after.rules.counts import say_children
from assurance.looked_after.rules.returns import Notice, ended_before, with_lines
from assurance.runtime.periods import say_day

ONE_DAY = timedelta(days=1)
# As the reader gives it, whichever code the year used.
SEXES = ("M", "F", "U")
LISTS = {
    "LS": "ls",
    "CIN": "cin",
    "PLACE": "place",
    "PLACE_PROVIDER": "place_provider",
    "RNE": "rne",
    "REC": "rec",
    "REASON_PLACE_CHANGE": "reason_place_change",
}


def notices(whole, cover, codes):
    """Every `Notice` about a return; `codes` maps list → code → [(from year, to year)]."""
    entries = [
        *whole.notices,
        *_about_children(whole),
        _overlaps(whole.overlapping),
        *_about_ends(whole.half_ended),
        *_about_stays(whole, cover),
        *_about_providers(whole.episodes),
        *_about_codes(whole, cover.year_end.year - 1, codes),
        _before(whole.episodes, cover),
        _after(whole.episodes, cover),
        *_about_columns(whole.needed),
    ]
    if cover.shortened:
        sentence = (
            f"Nothing in the return happened after {say_day(cover.last)}, so it is taken to "
            f"end there and not on {say_day(cover.year_end)}."
        )
        entries.append(Notice("shortened", 1, sentence))
    return tuple(notice for notice in entries if notice and notice.count)


def _about_children(whole):
    with_episodes, header = whole.children_with_episodes, whole.children
    orphans = _of_each_child(row for row in whole.episodes if row.child not in header)
    text = with_lines("Children with episodes who are not in the header file (CHILD)", orphans)
    sentence = f"{text} They are counted, with age and sex not known."
    yield Notice("orphans", len(orphans), sentence)
    silent = [row for child, row in header.items() if child not in with_episodes]
    text = "Children of the header file without an episode, who are not kept (CHILD)"
    yield Notice("without_episodes", len(silent), with_lines(text, silent))
    uasc = (row for file in whole.needed if file.kind == "uasc" for row in file.rows)
    unknown = _of_each_child(row for row in uasc if row.child not in header)
    text = "Children of the UASC file who are not in the header file (CHILD)"
    yield Notice("uasc_orphans", len(unknown), with_lines(text, unknown))


def _of_each_child(rows):
    """The first row of each child."""
    first = {}
    for row in rows:
        first.setdefault(row.child, row)
    return list(first.values())


def _overlaps(overlapping):
    children = len({row.child for row in overlapping})
    text = f"Rows that end after the child’s next starts, of {say_children(children)}"
    return Notice("overlaps", len(overlapping), with_lines(text, overlapping))


def _about_ends(half_ended):
    half = [row for row in half_ended if row.rec]
    text = "Rows with a reason ceased (REC) but no end, which count as open"
    yield Notice("rec_without_dec", len(half), with_lines(text, half))
    bare = [row for row in half_ended if not row.rec]
    text = "Rows with an end but no reason ceased (REC)"
    yield Notice("dec_without_rec", len(bare), with_lines(text, bare))


def _about_stays(whole, cover):
    text = "Rows of no days, which end on the date they start (DECOM, DEC)"
    yield Notice("no_days", len(whole.of_no_days), with_lines(text, whole.of_no_days))
    text = "Rows that follow the child’s last one after a gap and are no start (DECOM, RNE)"
    yield Notice("gap", len(whole.after_gaps), with_lines(text, whole.after_gaps))
    text = "Rows of a person who was 18 already, by the header file (DECOM, DEC, DOB)"
    of_adults = whole.of_adults(cover.last)
    yield Notice("adult", len(of_adults), with_lines(text, of_adults))


def _about_providers(episodes):
    idle = [row for row in episodes if row.place[:1] in ("T", "Z") and row.place_provider]
    text = "Rows with a provider for a temporary or other placement"
    yield Notice("provider_not_expected", len(idle), with_lines(text, idle))
    odd = [row for row in episodes if row.place == "P1" and row.place_provider not in ("", "PR0")]
    text = "Rows with a provider other than PR0 for a placement with parents"
    yield Notice("provider_not_a_parent", len(odd), with_lines(text, odd))


def _about_codes(whole, year, codes):
    rows = {name: (whole.episodes, attribute) for name, attribute in LISTS.items()}
    children = tuple(whole.children.values())
    rows |= {"ETHNIC": (children, "ethnic"), "SEX": (children, "sex")}
    for name, (values, attribute) in rows.items():
        known = SEXES if name == "SEX" else codes_of(year, codes.get(name, {}))
        current = attrgetter(attribute)
        # Each code is looked at once: they come by the thousand.
        unknown = {*map(current, values)} - {*known, ""}
        strange = [row for row in values if current(row) in unknown] if unknown else []
        which = ", ".join(sorted(unknown)[:10])
        text = f"Rows with a {name} code that {year} to {year + 1} does not have ({which})"
        yield Notice(f"code_{attribute}", len(strange), with_lines(text, strange))


def codes_of(year, codes):
    """The codes of one list that the collection year beginning in `year` has."""
    return {
        code
        for code, spans in codes.items()
        for first, last in spans
        if (first is None or first <= year) and (last is None or year <= last)
    }


def _before(episodes, cover):
    early = ended_before(episodes, cover)
    text = f"Rows that ended before {say_day(cover.first + ONE_DAY)}, when the return’s year starts"
    return Notice("before_cover", len(early), with_lines(text, early))


def _after(episodes, cover):
    late = [row for row in episodes if row.decom > cover.last]
    text = f"Rows that start after {say_day(cover.last)}, where the return’s cover ends"
    return Notice("after_cover", len(late), with_lines(text, late))


def _about_columns(files):
    for file in files:
        listed = ", ".join(file.unknown)
        yield Notice(
            "unknown_columns",
            len(file.unknown),
            f"{file.name} has columns that are not the {file.kind} file’s and were not read: "
            f"{listed}.",
        )
