"""What files about staff are read against, and the people and roles that their rows ask for."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from assurance.accounts.models.accounts import Council
from assurance.dbs.models.checks import DbsCheck
from assurance.dbs.rules import faults as rules
from assurance.imports.declaration import Fault, Reading, TargetRow, Values
from assurance.people.models.people import Engagement, Person

ROLE_FIELDS = ("group", "service", "role", "starts_on")
NEEDED_OF_A_ROLE = {
    "group": "Say which group: employee, agency worker, foster carer and so on",
    "service": "Say which service the role belongs to",
    "role": "Say what the role is called",
    "starts_on": "Say from which day the role is held",
}
FURTHER = ("ends_on", "needs_check", "not_eligible_because", "level", "workforce")
UNKNOWN = (
    "Nobody on the register has this reference",
    "Bring in the DBS register first, or mend the reference",
)
# SQLite takes so many values in one look-up.
AT_ONCE = 500


@dataclass(frozen=True)
class RegisterIndex:
    """What the register holds of the people that a file names.

    `people` maps a reference to its person, withdrawn ones too; `checks` a reference to its
    standing certificates; `numbers` a certificate number to the reference that has it and whether
    that certificate was withdrawn; `roles` holds (reference, role, first day) of standing roles.
    """

    people: dict[str, Person] = field(default_factory=dict)
    checks: dict[str, list[DbsCheck]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, DbsCheck] = field(default_factory=dict)
    roles: set[tuple] = field(default_factory=set)


def standing_of(council: Council, rows: Sequence[Values]) -> RegisterIndex:
    """What the register of `council` holds of everybody that `rows` name by `reference` or
    `certificate_number`; four queries for each five hundred rows."""
    current = RegisterIndex()
    numbers = {row["certificate_number"] for row in rows if row.get("certificate_number")}
    checks = DbsCheck.objects.of(council).select_related("person")
    for some in _in_portions(numbers):
        for check in checks.filter(certificate_number__in=some):
            current.numbers[check.certificate_number] = check
    named = {row["reference"] for row in rows if row.get("reference")}
    named |= {check.person.reference for check in current.numbers.values()}
    for some in _in_portions(named):
        for person in Person.objects.of(council).filter(reference__in=some):
            current.people[person.reference] = person
        for check in checks.active().filter(person__reference__in=some):
            current.checks[check.person.reference].append(check)
        roles = Engagement.objects.of(council).active().filter(person__reference__in=some)
        for role in roles.values_list("person__reference", "role", "starts_on"):
            current.roles.add(role)
    return current


def why_not_person(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses the person of a row."""
    person = reading.held.people.get(values["reference"])
    if person is not None and person.is_withdrawn:
        yield Fault("reference", rules.why_not_refer(person))


def why_not_role(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses the role of a row: parts of it left out, or parts that do not fit together."""
    items = [name for name in (*ROLE_FIELDS, "ends_on") if values.get(name)]
    if not items:
        return
    identity = (values["reference"], values.get("role"), values.get("starts_on"))
    known = identity in reading.held.roles
    missing = [] if known else [name for name in ROLE_FIELDS if not values.get(name)]
    for name in missing:
        yield Fault(name, "The role is told in part: this is missing", NEEDED_OF_A_ROLE[name])
    for name, sentence in rules.faults_of_engagement(values):
        yield Fault(name, sentence)


def why_not_known(values: Values, reading: Reading) -> Iterator[Fault]:
    """What refuses a row that tells more of somebody: nobody on the register has its reference."""
    if reading.held.people.get(values["reference"]) is None:
        yield Fault("reference", *UNKNOWN)
    else:
        yield from why_not_person(values, reading)


def known_person(reference: str) -> TargetRow:
    """The person of a row that only tells more of them."""
    return TargetRow(Person, {"reference": reference}, new_only=True)


def person_of(values: Values) -> TargetRow:
    """The person that a row asks for."""
    details = {name: values.get(name) for name in ("name", "work_email")}
    return TargetRow(Person, {"reference": values["reference"]}, details)


def role_of(values: Values, person: TargetRow) -> TargetRow:
    """The role that a row asks for: one of the person's, by its title and its first day."""
    details = {name: values.get(name) for name in ("group", "service", *FURTHER)}
    identity = {"person": person, "role": values["role"], "starts_on": values["starts_on"]}
    return TargetRow(Engagement, identity, details)


def has_role(values: Values) -> bool:
    """Whether a row tells of a role."""
    return bool(values.get("role"))


def two_of_one(
    rows: Sequence[tuple[int, Values]], key: str, text: str, sentence: str
) -> Iterator[tuple[int, Fault]]:
    """(row, fault) of every row whose `key` stands in the file with more than one `told`."""
    index = defaultdict(set)
    for _, values in rows:
        if values.get(key) and values.get(text):
            index[values[key]].add(values[text])
    for number, values in rows:
        if len(index.get(values.get(key), ())) > 1:
            yield number, Fault(key, sentence)


def _in_portions(some: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(some)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]
