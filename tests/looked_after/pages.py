"""What the tests of the pages share."""

from datetime import date

from assurance.looked_after.operations import returns
from assurance.records.history import CommandLine
from tests.cast import make_council
from tests.make.looked_after import whole_return


def text(answer):
    """The words of a page."""
    return answer.content.decode()


def errors(answer):
    """Field → its first error."""
    return {name: words[0] for name, words in answer.context["form"].errors.items()}


def imported():
    """A return with a child who has two open episodes and a code that are not known."""
    whole = whole_return(
        "7,01/06/2017,S,C2,N1,U4,PR4,,X1,,,,",
        "7,02/06/2017,S,C1,N1,K2,PR4,,,,,,",
        "8,15/03/2018,S,C9,N1,K2,PR4,,,,,,",
    )
    return returns.read_return(
        council=make_council(), whole=whole, by=CommandLine("test"), on=date(2018, 6, 1)
    )
