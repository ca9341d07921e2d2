"""Keeps a few processes running in the foreground, where no systemd does.

One that ends is started again; all are stopped in their turn by SIGTERM or Ctrl and C; SIGHUP
renews them, which loses no request.
"""

import fcntl
import grp
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

# Seconds: between two looks, before an ended process is started again, and at most.
LOOK, FIRST_WAIT, LONGEST_WAIT = 0.2, 1, 30
# One that has run for so long has not failed at its start.
WELL = 60
PATIENCE = 150


@dataclass
class Program:
    """A process to be kept: what it is called, its command, its user and the environment it
    runs, read again at each start. `renewal` is the signal that renews it; it ends and is started
    again where that is SIGTERM, or where its environment has changed."""

    name: str
    command: tuple[str, ...]
    environment: Callable[[], dict[str, str]]
    folder: Path
    user: str = ""
    renewal: int = signal.SIGTERM
    stop: int = signal.SIGTERM
    process: subprocess.Popen | None = field(default=None, repr=False)
    known: dict[str, str] = field(default_factory=dict, repr=False)
    begun: float = 0.0
    wait: float = 0.0

    def start(self):
        """Starts it, as its user where one is named and this is root."""
        own = {}
        if self.user and os.geteuid() == 0:
            account = pwd.getpwnam(self.user)
            groups = [one.gr_gid for one in grp.getgrall() if self.user in one.gr_mem]
            own = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": groups}
        self.known = self.environment()
        self.process = subprocess.Popen(
            self.command,
            env=self.known,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            # A Ctrl and C of the terminal reaches this process alone, which stops them in turn.
            start_new_session=True,
            umask=0o027,
            **own,
        )
        self.begun = time.monotonic()
        _print(f"{self.name} runs as process {self.process.pid}")

    def is_running(self):
        """True where its process has not ended."""
        return self.process is not None and self.process.poll() is None

    def signal(self, number):
        """Sends it a signal, if it runs."""
        if self.is_running():
            self.process.send_signal(number)

    def renew(self):
        """Has it take up what is new; one whose settings have changed ends and is started again."""
        self.signal(self.renewal if self.environment() == self.known else signal.SIGTERM)

    def look(self):
        """Starts it again where it ended, the later the more often that was at once."""
        if self.is_running():
            return
        lived = time.monotonic() - self.begun
        if lived > WELL:
            self.wait = 0.0
        if self.wait == 0.0:
            _print(f"{self.name} ended with {self.process.returncode} and is started again")
            self.wait = FIRST_WAIT
        if lived >= self.wait:
            self.wait = min(self.wait * 2, LONGEST_WAIT)
            self.start()


def keep(programs: list[Program], pid_file: Path) -> None:
    """Runs the programs until it is stopped; they are stopped in their order, each waited
    for, the last first to have been started by anyone who lists them."""
    asked = []
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: asked.append(received))
    with pid_file.open("a+", encoding="ascii") as file:
        # Locked until this process ends, however it does: a number that was left there by one that
        # was killed may be another process's by now.
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        try:
            _keep(programs, asked)
        finally:
            pid_file.unlink(missing_ok=True)


def _keep(programs, asked):
    try:
        for program in programs:
            program.start()
        while not {signal.SIGTERM, signal.SIGINT} & set(asked):
            if signal.SIGHUP in asked:
                asked.remove(signal.SIGHUP)
                for program in programs:
                    program.renew()
            for program in programs:
                program.look()
            time.sleep(LOOK)
    finally:
        for program in programs:
            _stop(program)


def is_kept(pid_file: Path) -> int:
    """The process that keeps the programs of this file now; nought where none does."""
    try:
        with pid_file.open("r+", encoding="ascii") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return int(pid_file.read_text(encoding="ascii") or "0")
    except OSError:
        pass
    return 0


def _stop(program):
    program.signal(program.stop)
    try:
        if program.process:
            program.process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        program.process.kill()
        program.process.wait()
    _print(f"{program.name} has ended")


def _print(text):
    print(f"server: {text}", file=sys.stderr, flush=True)
