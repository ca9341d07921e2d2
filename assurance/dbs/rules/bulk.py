"""Which roles of several people change together, and what refuses it, person by person."""

from assurance.dbs.rules.faults import BOUND_TOGETHER, faults_of_engagement
from assurance.runtime.periods import say_day

NO_ROLE = "No role of this person is left to change: each has ended"


def open_roles(roles, day):
    """Of a person's `roles`, those that stand and have not ended by `day`."""
    standing = [role for role in roles if role.withdrawn_on is None]
    return [role for role in standing if role.ends_on is None or role.ends_on > day]


def values_for(role, said):
    """Field → value that `said` (`ends_on`, `service` or both) changes of an open `role`: an end
    that is set already stays."""
    told = dict(said)
    if role.ends_on is not None:
        told.pop("ends_on", None)
    return {name: value for name, value in told.items() if getattr(role, name) != value}


def held(roles, name, day):
    """What the open `roles` hold under `name`, in words: a role's title and its day or service."""
    found = [(role, getattr(role, name)) for role in open_roles(roles, day)]
    return "; ".join(f"{role.role}: {_words(value)}" for role, value in found)


def faults_of(roles, said, day):
    """The sentences that refuse `said` for a person of these `roles`."""
    here = open_roles(roles, day)
    found = [] if here else [NO_ROLE]
    for role in here:
        stands = {name: getattr(role, name) for name in BOUND_TOGETHER} | values_for(role, said)
        found += [f"{role.role}: {sentence}" for _, sentence in faults_of_engagement(stands)]
    return found


def version_of(person, roles):
    """A number that grows with each change of `person` and of any of all its `roles`."""
    return person.version + sum(role.version for role in roles)


def _words(value):
    if value is None:
        return "no end"
    return value if isinstance(value, str) else say_day(value)
