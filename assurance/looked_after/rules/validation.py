"""The rules that a return is looked over by, those that matter to the counts (domain 3.7, 3.8).

Where the national validation has the same rule it bears that rule's own number and wording of the
matter (Department for Education, SSDA903 validation checks, as the open 903 validator of Data to
Insight carries them: 101 to 103, 141 to 149, and those of `later_years`); a check of our own has
none. What a rule found is row numbers and counts, never a value.
"""

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter

from assurance.looked_after.rules.later_years import of_later_years
from assurance.looked_after.rules.returns import KEYS, ended_before

REFUSED, WARNING = "refused", "warning"
# A row number more helps nobody: the file is wrong as a whole then.
ROWS_KEPT = 500
SEXES = ("M", "F", "U")


@dataclass(frozen=True)
class Rule:
    """One rule: its key, the number that the national validation gives it (empty for our own), the
    file that it speaks of, what it says, whether a row that breaks it is refused, and what that
    means for the counts."""

    key: str
    file: str
    says: str
    severity: str
    counts: str
    number: str = ""


def _national(number, file, says, severity, counts):
    return Rule(number, file, says, severity, counts, number)


COUNTED = "The row is counted."
LEFT_OUT = "The row is not counted."
AS_ITSELF = "The row is counted, and shown by its code."
RULES = (
    _national("101", "header", "The code for sex is valid (SEX).", WARNING, AS_ITSELF),
    _national("102", "header", "The date of birth is a valid date (DOB).", REFUSED, LEFT_OUT),
    _national("103", "header", "The code for ethnicity is valid (ETHNIC).", WARNING, AS_ITSELF),
    _national("141", "episodes", "The start of the episode is a valid date (DECOM).", REFUSED,
              LEFT_OUT),
    _national("142", "episodes", "An episode has ended, with its reason, before the child’s next "
              "one starts (DEC, REC).", WARNING, "The child counts once, by the episode that "
              "started last."),
    _national("143", "episodes", "The reason for the new episode is valid (RNE).", WARNING,
              "The row is counted; only the reason S counts as a start."),
    _national("144", "episodes", "The legal status is valid (LS).", WARNING, AS_ITSELF),
    _national("145", "episodes", "The category of need is valid (CIN).", WARNING, COUNTED),
    _national("146", "episodes", "The placement is valid (PLACE).", WARNING,
              "The row is counted under “not broken down”."),
    _national("147", "episodes", "The end of the episode is a valid date (DEC).", REFUSED,
              LEFT_OUT),
    _national("148", "episodes", "The end and the reason ceased are both given, or neither "
              "(DEC, REC).", WARNING, "Only the end decides whether the episode is open."),
    _national("149", "episodes", "The reason ceased is valid (REC).", WARNING, COUNTED),
    _national("217t", "episodes", "Independent living (P2) is no placement after 28 October 2023 "
              "(PLACE; from 2023 to 2024 on).", WARNING, AS_ITSELF),
    _national("231", "header", "An unaccompanied child is 11 or older at the end of the year (DOB; "
              "from 2024 to 2025 on).", WARNING, AS_ITSELF),
    _national("232", "header", "The sex of the child is known (SEX; from 2024 to 2025 on).",
              WARNING, "The child is counted, with sex not known."),
    _national("233", "episodes", "An episode that has not ended has no reason for a change of "
              "placement (DEC, REASON_PLACE_CHANGE; from 2025 to 2026 on).", WARNING,
              "The episode is counted as open."),
    _national("234", "episodes", "A child under 10 does not move into custody (DOB, "
              "REASON_PLACE_CHANGE; from 2025 to 2026 on).", WARNING, COUNTED),
    _national("383", "episodes", "After a temporary placement the child returns to the one before "
              "(PLACE, RNE; from 2022 to 2023 on).", WARNING, "The child is counted where each "
                                                              "row places it."),
    Rule("end_before_start", "episodes", "The episode does not end before it starts.", REFUSED,
         LEFT_OUT),
    Rule("before_birth", "episodes", "The episode does not start before the child’s birth.",
         REFUSED, LEFT_OUT),
    Rule("to_come", "episodes", "No date of the row is still to come.", REFUSED, LEFT_OUT),
    Rule("no_days", "episodes", "The episode does not end on the date it starts.", WARNING,
         "The row is kept and counts on no date."),
    Rule("gap", "episodes", "An episode after a gap is a start (DECOM, RNE).", WARNING,
         "The row is counted; only the reason S counts as a start."),
    Rule("adult", "episodes", "The child is not 18 already (DECOM, DEC, DOB).", WARNING, COUNTED),
    Rule("contradicts", "episodes", "The same child and start are in the return once, or with "
                                    "the same content.", REFUSED, "The first row is counted."),
    Rule("cells", "episodes", "Every row has as many cells as the first.", REFUSED, LEFT_OUT),
    Rule("no_child", "episodes", "Every row has the child’s local reference (CHILD).", REFUSED,
         LEFT_OUT),
    Rule("code_too_long", "episodes", "A code has 12 characters or fewer.", REFUSED, LEFT_OUT),
    Rule("repeated", "episodes", "No row repeats another.", WARNING, "The row counts once."),
    Rule("overlap", "episodes", "The child’s next episode does not start before this one ends.",
         WARNING, "The child counts once, by the episode that started last."),
    Rule("orphan", "episodes", "The child is in the header file.", WARNING,
         "The row is counted, with age and sex not known."),
    Rule("provider", "episodes", "The provider is valid (PLACE_PROVIDER).", WARNING, AS_ITSELF),
    Rule("provider_not_expected", "episodes", "A temporary or other placement has no provider.",
         WARNING, COUNTED),
    Rule("provider_of_parents", "episodes", "A placement with parents has the provider PR0.",
         WARNING, COUNTED),
    Rule("place_change", "episodes", "The reason for the change of placement is valid "
         "(REASON_PLACE_CHANGE).", WARNING, COUNTED),
    Rule("of_another_year", "episodes", "A valid code is one of the return’s own year (RNE, LS, "
         "CIN, PLACE, REC).", WARNING, AS_ITSELF),
    Rule("after_cover", "episodes", "The episode starts within the days that the return covers.",
         WARNING, "The row is kept and counts on no date of this return."),
    Rule("before_cover", "episodes", "The episode does not end before the return’s year starts "
         "(DEC).", WARNING, "The row is kept and counts on no date of this return."),
    Rule("silent", "header", "The child has an episode.", WARNING, "The child is not kept."),
    Rule("duc", "uasc", "The date of ceasing to be unaccompanied is a valid date (DUC).", REFUSED,
         LEFT_OUT),
    Rule("uasc_orphan", "uasc", "The child is in the header file.", WARNING, COUNTED),
)  # fmt: skip
# List of codes → the rule that a code outside it breaks, and where it stands in a row.
LISTS = {
    "RNE": ("143", "rne"),
    "LS": ("144", "ls"),
    "CIN": ("145", "cin"),
    "PLACE": ("146", "place"),
    "REC": ("149", "rec"),
    "PLACE_PROVIDER": ("provider", "place_provider"),
    "REASON_PLACE_CHANGE": ("place_change", "reason_place_change"),
}


@dataclass(frozen=True)
class Finding:
    """What one rule found in one file: how many rows, and the numbers of the first of them."""

    rule: Rule
    file: str
    count: int
    rows: tuple[int, ...]

    @property
    def more(self):
        """How many rows are not named."""
        return self.count - len(self.rows)


def validate(whole, cover, codes, ever):
    """(Key of a rule, kind of file) → the numbers of the rows that break it, in order. `codes` maps
    a list's name to the codes that the return's year has, `ever` to those that any year has: the
    national rules ask whether a code is one at all."""
    index = defaultdict(set)
    kinds = {file.name: file.kind for file in whole.needed}
    for fault in whole.faults:
        index[fault.rule, kinds[fault.file]].add(fault.line)
    for file in whole.needed:
        _repeated(file, index)
    _codes(whole, codes, ever, index)
    _rows(whole, cover, index)
    _children(whole, cover, index)
    index |= of_later_years(whole, cover)
    return {key: sorted(lines) for key, lines in index.items() if lines}


def faults_summary(found):
    """What is kept of `validate`: a list of rule, file, count and the first row numbers."""
    return [
        {"rule": key, "file": file, "count": len(lines), "rows": lines[:ROWS_KEPT]}
        for (key, file), lines in found.items()
    ]


def findings_of(validated):
    """A `Finding` per rule and file of what `kept` gave, in the order of the rules; a rule that
    found nothing has one of its own file with no row."""
    by_rule = defaultdict(list)
    for item in validated:
        by_rule[item["rule"]].append(item)
    return [
        Finding(rule, entry["file"], entry["count"], tuple(entry["rows"]))
        for rule in RULES
        for entry in by_rule.get(rule.key, [{"file": rule.file, "count": 0, "rows": ()}])
    ]


def _repeated(file, result):
    key_of, _ = KEYS[file.kind]
    if len({*map(key_of, file.rows)}) == len(file.rows):
        return
    first = {}
    for row in file.rows:
        before = first.setdefault(key_of(row), row)
        if before is not row and row[1:] == before[1:]:
            result["repeated", file.kind].add(row.line)


def _codes(whole, codes, ever, result):
    for name, (rule, attribute) in LISTS.items():
        known, of_year = {*ever.get(name, ()), ""}, {*codes.get(name, ()), ""}
        current = attrgetter(attribute)
        strange = {*map(current, whole.episodes)} - of_year
        for row in whole.episodes if strange else ():
            if (code := current(row)) in strange:
                key = "of_another_year" if code in known else rule
                result[key, "episodes"].add(row.line)
    # A child without a code for ethnicity is one of whom nobody has said it yet.
    children = whole.children.values()
    ethnicities = {*ever.get("ETHNIC", ()), ""}
    result["101", "header"] |= {row.line for row in children if row.sex not in SEXES}
    result["103", "header"] |= {row.line for row in children if row.ethnic not in ethnicities}


def _rows(whole, cover, result):
    result["148", "episodes"] |= {row.line for row in whole.half_ended}
    orphans = whole.children_with_episodes - whole.children.keys()
    if orphans:
        lines = {row.line for row in whole.episodes if row.child in orphans}
        result["orphan", "episodes"] |= lines
    placed = attrgetter("place", "place_provider")
    rules = {item: rule for item in {*map(placed, whole.episodes)} if (rule := _why_odd(*item))}
    for row in whole.episodes if rules else ():
        if rule := rules.get(placed(row)):
            result[rule, "episodes"].add(row.line)
    result["after_cover", "episodes"] |= {
        row.line for row in whole.episodes if row.decom > cover.last
    }
    result["before_cover", "episodes"] |= {row.line for row in ended_before(whole.episodes, cover)}


def _why_odd(place, provider):
    if place[:1] in ("T", "Z") and provider:
        return "provider_not_expected"
    return "provider_of_parents" if place == "P1" and provider not in ("", "PR0") else ""


def _children(whole, cover, result):
    result["142", "episodes"] |= {
        before.line for before, _ in whole.followed if before.dec is None or not before.rec
    }
    result["overlap", "episodes"] |= {row.line for row in whole.overlapping}
    result["no_days", "episodes"] |= {row.line for row in whole.of_no_days}
    result["gap", "episodes"] |= {row.line for row in whole.after_gaps}
    result["adult", "episodes"] |= {row.line for row in whole.of_adults(cover.last)}
    header, values = whole.children, whole.children_with_episodes
    result["silent", "header"] |= {row.line for item, row in header.items() if item not in values}
    for file in whole.needed:
        if file.kind == "uasc":
            lines = {row.line for row in file.rows if row.child not in header}
            result["uasc_orphan", "uasc"] |= lines
