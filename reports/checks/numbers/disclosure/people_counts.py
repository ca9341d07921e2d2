"""Which numbers of a sentence count people, and what is said of a number of few of them."""

import re
from collections.abc import Mapping

from assurance.figures.small_numbers import fewer_than
from reports.checks.reading import Line
from reports.checks.rule import Fault, Severity, fault
from reports.documents.entries import STATED
from reports.prose.marks import Marked, text_after
from reports.prose.patterns import SentencePattern
from reports.prose.quantities.phrases import PEOPLE

# What says that another noun, and no adjective of the people, was counted: “three visits found”.
NO_ADJECTIVE = (
    r"(?:of|in|to|or|per|for|and|with|from|on|at|by|about|into|that|which|who|where|when|as|than|a|an|"
    r"the|our|their|each|every|will|would|can|could|may|might|must|should|shall|did|do|had|have|"
    r"(?!always\b|overseas\b|looked\b)[a-z]+(?<![su])s)\b"
)
# “Three concerned children”: a verb of what was counted before.
_VERB = (
    r"(?:involved|included|covered|featured|comprised|"
    r"concerned(?=\s+(?:child|young|bab|sibling|pupil|boy|girl)))\b"
)
# One of them is told of in the singular: “one plan covers children” counts plans.
MANY = re.compile(
    r"^(?:children|young\s+(?:people|men|women)|babies|(?:family|foster|kinship)?\w*(?<!s)s|families|"
    r"(?:[a-z]+\s+)?carers|people|women|men|staff|members\s+of\s+staff|care\s+leavers)$",
    re.I,
)
# People may be told of by up to four words before: “two looked after children”.
COUNTED = SentencePattern(
    rf"(?:⟦c(?P<mark>\d+)⟧|(?P<one>\b(?:one|a\s+single|only\s+one)\b))\s+"
    rf"(?:(?!{NO_ADJECTIVE}|{_VERB})[a-z][a-z’'-]*\s+){{0,4}}?"
    rf"(?P<people>{PEOPLE.pattern})(?P<after>[’']?s?)(?=(?P<next>\W+[a-z]+)?)",
    re.I,
)
# The noun that follows makes of the people a thing: “three child protection conferences”.
THING = re.compile(
    r"^\W*(?:in\s+need\s+)?(?:protection|plans?|homes?|centres?|services?|teams?|cent(?:er|re)|meetings?|groups?|"
    r"boards?|panels?|conferences?|reviews?|visits?|events?|sessions?|workshops?|posts?|roles?|"
    r"forums?|hubs?|networks?|surveys?|records?|files?|cases?|placements?|support|court|mental|"
    r"health|social|care|development|training|courses?|newsletters?|policy|policies|assessments?|"
    r"practitioners?|workers?|champions?|ambassadors?|council|parliament|trust|partnerships?|"
    r"strateg(?:y|ies)|programmes?|projects?|questionnaires?|conference|consultations?|audits?|"
    r"homes|engagement|voice|budget|households?|led)\b",
    re.I,
)
# Whose small numbers nobody may publish; of other people an officer may say why one is.
CHILDREN = re.compile(
    r"\b(?:child(?:ren)?|young\s+(?:people|persons?|men|women)|bab(?:y|ies)|infants?|toddlers?|teenagers?|"
    r"adolescents?|boys?|girls?|siblings?|pupils?|care\s+leavers?|adoptees?)\b",
    re.I,
)
# Words of a heading or caption that say whom a table counts.
TELLS_OF = SentencePattern(
    rf"(?:^\W*(?:(?!(?:for|of|to|with|in|on|by|from|about)\b)[a-z][a-z’'-]*\s+){{0,2}}|\bnumbers?\s+of\s+"
    rf"(?:[a-z]+\s+){{0,2}}){PEOPLE.pattern}\b(?![’'])",
    re.I,
)
_SAYS = "“{}” counts so few people that a reader may recognise one of them."


def is_thing(sentence: Marked, result: re.Match) -> bool:
    """Whether what is counted belongs to people, or is named after them: children's homes."""
    after = text_after(sentence.text, result.end("people"))
    people = result["people"].casefold()
    if re.match(r"[’']s?\b|s[’']|[’']\s", after):
        return True
    singular = people in (
        "child",
        "parent",
        "carer",
        "family",
        "student",
        "pupil",
        "adult",
        "staff",
    )
    if THING.match(after):
        return True
    return bool(result["mark"]) and singular and people != "staff" and "⟦" in result.group()


def counted_people(sentence: Marked) -> Mapping[str, str]:
    """Index of each mark that counts people, with the noun that names them."""
    return {
        match["mark"]: match["people"]
        for match in COUNTED.finditer(sentence.text)
        if match["mark"] and not is_thing(sentence, match)
    }


def few_fault(
    line: Line, place: tuple[int, int], people: str, most: int | None, says: str = _SAYS
) -> Fault:
    """What is said of a small count of `people`: of children it is an error, unless a live figure
    that counts none of them prints it."""
    written = line.text[slice(*place)]
    says = says.format(written)
    mend = f"Write “{fewer_than(most)}”, put groups together, or record why it may be printed."
    entry = line.entry_at(place[0])
    if CHILDREN.search(people) and (entry is None or entry.key == STATED):
        mend = f"Write “{fewer_than(most)}”, put groups together, or leave the number out."
        return fault(line, place, says, mend, severity=Severity.ERROR)
    return fault(line, place, says, mend)
