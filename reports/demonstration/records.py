"""The demonstration's records, imported and recorded as an officer would, each on its own day."""

from datetime import date
from functools import partial

from assurance.audits.models.case_audits import CaseAudit
from assurance.dbs.models.checks import DbsApplication, DbsCheck
from assurance.dbs.models.populations import position_summary
from assurance.dbs.operations import checks, positions, register, reminders
from assurance.looked_after.models.censuses import Census
from assurance.looked_after.operations import censuses, returns
from assurance.looked_after.rules import return_files
from assurance.looked_after.rules.returns import put_together
from assurance.records import operations
from assurance.runtime.periods import on_day
from reports.demonstration import (
    comparison,
    governance,
    improvement,
    later,
    recent,
    rechecks,
    texts,
)
from reports.demonstration.boards import scorecards
from reports.demonstration.children import OPENING, children, files
from reports.demonstration.council import BY, FOUNDED, FoundedCouncil
from reports.demonstration.governance import waves
from reports.demonstration.improvement import inspection, plan
from reports.demonstration.posts import record_breach, with_posts
from reports.demonstration.programme import LATER_ROUNDS, ROUNDS, Programme, case_audits
from reports.demonstration.register import IMPORTED, Register, events_of
from reports.demonstration.upkeep import (
    approvals,
    colleagues,
    data_protection,
    desk,
    policies,
    sign_in,
    staff,
    workforce,
)

YEAR_END = date(2015, 3, 31)
# An extract made in December: nothing is known of the year's last days.
EXTRACTED = date(2015, 12, 14)
STAFF = "children-and-learning-staff"
LATER_STAFF = "children-and-learning-staff-2016"


class Recording:
    """What the officer of the demonstration records, in the order of days, as history reads it."""

    def __init__(self, founded: FoundedCouncil):
        self.founded, self.council = founded, founded.council
        self.officer = founded.accounts["officer"]
        self.register = Register(texts.read("register"), texts.read("names"))
        self.children = children()
        self.people = {}
        self.programme = Programme(founded)
        # Each a day and what is done on it; those of one day in the order given here.
        own = [*staff.steps(founded), *self.programme.steps(FOUNDED)]
        own += [*self._steps(), *self._happenings()]
        own += [*self._audits(), *self._matters()]
        steps = [*own, *self._breaches(), *waves(founded), *improvement.steps(founded)]
        steps += [*later.steps(founded), *recent.steps(founded), *rechecks.steps(founded)]
        steps += workforce.steps(founded)
        steps += scorecards.steps(founded)
        steps += [*policies.steps(founded), *desk.steps(founded)]
        steps += [*data_protection.steps(founded), *sign_in.steps(founded)]
        steps += [*approvals.steps(founded), *colleagues.steps(founded)]
        self.ahead = sorted(steps, key=lambda step: step[0])

    def until(self, day):
        """Does everything up to the end of `day` that has not been done yet."""
        while self.ahead and self.ahead[0][0] <= day:
            on, do = self.ahead.pop(0)
            with on_day(on):
                do(on)

    def _steps(self):
        early = [entry for entry in self.register.entries if entry.starts_on <= IMPORTED]
        late = [entry for entry in self.register.entries if entry.starts_on > IMPORTED]
        return (
            (date(2015, 5, 11), partial(self.read_return, OPENING, YEAR_END)),
            (IMPORTED, partial(self.import_people, early)),
            (IMPORTED, partial(self.count_dbs, date(2015, 6, 15))),
            (date(2015, 7, 6), partial(self.read_return, YEAR_END, IMPORTED)),
            (date(2015, 10, 26), lambda _: plan(self.founded, "supervision-2015")),
            (date(2015, 12, 16), partial(self.read_return, YEAR_END, EXTRACTED)),
            (date(2015, 12, 18), partial(self.import_people, late)),
            (comparison.DAY, partial(comparison.compare, self.founded)),
            (comparison.LATER_DAY, partial(comparison.follow, self.founded)),
            (date(2016, 1, 4), self.say_unit_costs),
            (date(2016, 1, 15), partial(self.count_dbs, date(2016, 1, 5))),
            (date(2016, 1, 15), self.remind),
            (date(2017, 5, 17), self.answer_the_inspection),
            (date(2017, 9, 1), self.enter_dbs),
        )

    def _audits(self):
        """Each audit, recorded once all is known of it."""
        rounds = (*ROUNDS, *LATER_ROUNDS)
        for case_audit in case_audits(texts.read("case-audits"), rounds):
            days = (
                FOUNDED,
                case_audit["audited_on"],
                case_audit["shared_on"],
                case_audit["recorded_on"],
                case_audit["moderated_on"],
            )
            yield max(filter(None, days)), partial(self.record_audit, case_audit)

    def _matters(self):
        for day, value in governance.matters():
            yield day, partial(governance.record, self.founded, value)

    def _breaches(self):
        """Each breach, recorded once all is known of it."""
        for text in map(texts.dated, texts.read("council")["breaches"]):
            known = max(day for name, day in text.items() if name.endswith("_on"))
            yield known, partial(self.record_breach, text)

    def _happenings(self):
        for day, item, what, value in events_of(self.register.entries):
            yield day, partial(self.HAPPENINGS[what], self, item.reference, value)

    def record_audit(self, said, on):
        """One case-file audit."""
        grades = {name: said[name] for name in ("first_grade", "moderated_grade")}
        known = {name: self.founded.grades.get(code) for name, code in grades.items()}
        known["team"] = self.founded.teams[said["team"]]
        values = with_posts(self.founded.posts, {**said, **known, **self.programme.of(said)})
        del values["area"]
        operations.create(model=CaseAudit, council=self.council, by=self.officer, on=on, **values)

    def read_return(self, opening, closing, on):
        """The statutory return of what was so from `opening` to `closing`, from its files."""
        values = files(self.children, opening, closing).items()
        whole = put_together([return_files.read(name, content) for name, content in values])
        returns.read_return(
            council=self.council, whole=whole, covers_to=closing, by=self.officer, on=on
        )

    def say_unit_costs(self, on):
        """The unit costs of the census of 1 December 2015."""
        costs = texts.read("council")["unit_costs"]
        census = Census.objects.of(self.council).in_force().get(date=date(2015, 12, 1))
        censuses.set_unit_costs(
            record=census,
            version=census.version,
            unit_costs={group: tuple(value) for group, value in costs.items()},
            by=self.officer,
            on=on,
        )

    def import_people(self, entries, on):
        """Entries of the register, with all that was known of them then."""
        made = register.import_register(
            council=self.council, people=[entry.as_imported() for entry in entries], by=BY, on=on
        )
        self.people |= {item.reference: person for item, person in zip(entries, made, strict=True)}

    def _apply(self, whose, value, on):
        person = self.people[whose]
        operations.create(
            model=DbsApplication,
            council=self.council,
            person=person,
            by=self.officer,
            on=on,
            **value,
        )

    def _close(self, whose, value, on):
        application = self.people[whose].applications.get(closed_on__isnull=True)
        checks.close_application(
            record=application, version=application.version, by=self.officer, on=on, **value
        )

    def _check(self, whose, value, on):
        person = self.people[whose]
        operations.create(
            model=DbsCheck, council=self.council, person=person, by=self.officer, on=on, **value
        )

    def _leave(self, whose, value, on):
        role = self.people[whose].engagements.get()
        operations.change(record=role, version=role.version, by=self.officer, on=on, **value)

    HAPPENINGS = {"apply": _apply, "close": _close, "check": _check, "leave": _leave}

    def count_dbs(self, audit_date, on):
        """The audit of staff on `audit_date`, counted from the register as it was `on` a day."""
        positions.count_dbs_audit(
            council=self.council,
            cohort=self.founded.cohorts[STAFF],
            audit_date=audit_date,
            position_date=on,
            by=self.officer,
            on=on,
        )

    def record_breach(self, said, on):
        """One breach of the re-check policy, by people of one group."""
        record_breach(self.founded, said, on)

    def remind(self, on):
        """A letter to each of the staff whose re-check still falls in the month of `on`."""
        picture = position_summary(self.council, self.founded.cohorts[STAFF], None, on).picture
        for item in picture.people(sorted(picture.numbers_of(f"due.{on:%Y-%m}"))):
            fields = {"person": item.person, "group": item.now.group, "due_on": item.now.due}
            reminders.remind(**fields, how="letter", by=self.officer, on=on)

    def answer_the_inspection(self, on):
        """The inspection of 2016, and the plan that answers it."""
        plan(self.founded, "inspection-2017", inspection(self.founded, on))

    def enter_dbs(self, on):
        """The audit of 2017, of another population, known as counts."""
        positions.enter_dbs_audit(
            council=self.council,
            cohort=self.founded.cohorts[LATER_STAFF],
            audit_date=on,
            position_date=on,
            **texts.read("council")["dbs_2017"],
            by=self.officer,
            on=on,
        )
