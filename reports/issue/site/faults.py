"""What a look at the published folder and its record finds wrong."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """What is wrong with one file: its name in the folder, or in the record, and the kind."""

    name: str
    what: str
    why: str = ""
