"""Which roles of several people change together, and what refuses it, person by person."""

from assurance.people.rules import BOUND_TOGETHER, faults_of_engagement
from assurance.runtime.periods import say_day

NO_ROLE = "No role of this person is left to change: each has ended"


def open_roles(roles, day):
    """Of a person's `roles`, those that stand and have not ended by `day`."""
    current = [role for role in roles if role.withdrawn_on is None]
    return [role for role in current if role.ends_on is None or role.ends_on > day]


def values_for(role, answer):
    """Field → value that an `answer` changes of an open `role`; an end that is set stays."""
    values = dict(answer)
    if role.ends_on is not None:
        values.pop("ends_on", None)
    return {name: value for name, value in values.items() if getattr(role, name) != value}


def current_text(roles, name, day):
    """What the open `roles` hold under `name`, in words: a role's title and its day or service."""
    matches = [(role, getattr(role, name)) for role in open_roles(roles, day)]
    return "; ".join(f"{role.role}: {_value_text(value)}" for role, value in matches)


def faults_of(roles, value, day):
    """The sentences that refuse `said` for a person of these `roles`."""
    here = open_roles(roles, day)
    matches = [] if here else [NO_ROLE]
    for role in here:
        current = {name: getattr(role, name) for name in BOUND_TOGETHER} | values_for(role, value)
        matches += [f"{role.role}: {sentence}" for _, sentence in faults_of_engagement(current)]
    return matches


def version_of(person, roles):
    """A number that grows with each change of `person` and of any of all its `roles`."""
    return person.version + sum(role.version for role in roles)


def _value_text(value):
    if value is None:
        return "no end"
    return value if isinstance(value, str) else say_day(value)
