"""What a look at the published folder and its record finds wrong."""

from dataclasses import dataclass


def readable(name: str) -> str:
    """The name of a file on one line that every screen shows and every database keeps: the disk
    takes names that are no text, or that end lines."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one file: its name in the folder, or in the record, and the kind."""

    name: str
    what: str
    why: str = ""
