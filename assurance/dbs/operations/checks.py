"""What officers do with applications for checks beside adding and changing them."""

from django.db import transaction

from assurance.dbs.models.checks import DbsApplication
from assurance.dbs.rules import faults
from assurance.records import history, writes
from assurance.records.record import lock_active
from assurance.records.refusals import refuse_if


@transaction.atomic
def close_application(*, record, version, closed_on, outcome, by, on) -> DbsApplication:
    """Closes the application `record` with what came of it (``certificate`` or ``stopped``);
    refuses one withdrawn or closed already, a day before it was submitted, no outcome."""
    application = lock_active(record, version)
    refuse_if("This application was closed already." if application.closed_on else None)
    fields = {"closed_on": closed_on, "outcome": outcome}
    for field, sentence in faults.faults_of_application(application.submitted_on, **fields):
        refuse_if(sentence, field)
    changes = writes.update(application, fields)
    history.record("dbs_register.close", about=application, by=by, on=on, changes=changes)
    return application
