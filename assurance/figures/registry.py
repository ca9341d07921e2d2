"""Every figure that a report may quote, by key; an app registers its own in `AppConfig.ready`."""

from assurance.figures.figure import Figure

FIGURES: dict[str, Figure] = {}
_places: dict[str, int] = {}


def register(*figures: Figure, place: int) -> None:
    """Adds `figures`; they are listed by the `place` of their subject, then in the order given."""
    FIGURES.update((figure.key, figure) for figure in figures)
    _places.update((figure.key, place) for figure in figures)
    ordered = sorted(FIGURES.items(), key=lambda item: _places[item[0]])
    FIGURES.clear()
    FIGURES.update(ordered)
