"""Does background jobs until it is stopped: the worker beside a server."""

from assurance.runtime.command import DatabaseCommand, stop_without_tables
from reports.service.worker import Runner


class Command(DatabaseCommand):
    """`run_jobs [--until-empty]`. Told to stop once (SIGTERM, Ctrl and C), it ends the job that it
    is at first; what is cut off is done again by another worker."""

    help = __doc__

    def add_arguments(self, parser):
        """Declares the words of the command."""
        parser.add_argument(
            "--until-empty", action="store_true", help="end when nothing waits, for a timer"
        )

    def handle(self, *args, **fields):
        """Runs; what each job was, and how it ended, stands in the log.

        Raises `CommandError` where there are no tables: it would wait for them without an end.
        """
        stop_without_tables()
        runner = Runner(batch=fields["until_empty"])
        runner.configure_signals()
        runner.keep_on()
