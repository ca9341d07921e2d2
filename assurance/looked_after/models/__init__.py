"""Every model of the app, for Django and for tests; nothing else imports from here."""

from assurance.looked_after.models.censuses import Census, CensusCount, UnitCost
from assurance.looked_after.models.comparisons import ComparedArea, PublishedFigure
from assurance.looked_after.models.definitions import AgeBand, CensusDay, Code, PlacementGroup
from assurance.looked_after.models.offers import CountOffer
from assurance.looked_after.models.related import PlacementLocation
from assurance.looked_after.models.replaced import ReplacedReturn
from assurance.looked_after.models.returns import Child, Episode, Return, UascMark
from assurance.looked_after.models.withdrawn import WithdrawnReturn

__all__ = [
    "AgeBand",
    "Census",
    "CensusCount",
    "CensusDay",
    "Child",
    "Code",
    "ComparedArea",
    "CountOffer",
    "Episode",
    "PlacementGroup",
    "PlacementLocation",
    "PublishedFigure",
    "ReplacedReturn",
    "Return",
    "UascMark",
    "UnitCost",
    "WithdrawnReturn",
]
