"""Which group a placement is in and which band an age is in, by definitions that are data (domain
3.4 and 3.6).
"""

NOT_BROKEN_DOWN = "not_broken_down"
PLACEMENT = "placement"
AGE_BAND = "age_band"
LOCAL_AGE_BAND = "local_age_band"


def group_of(place, provider, groups):
    """The slug of the first of `groups` that names the placement code with the provider, or
    `not_broken_down`. A group has `slug` and `codes`, a list of [placements, providers], providers
    empty for any."""
    for group in groups:
        if in_group(place, provider, group.codes):
            return group.slug
    return NOT_BROKEN_DOWN


def in_group(place, provider, codes):
    """Whether a list of [placements, providers] names the placement code with the provider."""
    return any(place in places and (not only or provider in only) for places, only in codes)


def may_share(group, other):
    """True if a placement may be in both of two groups, or measures."""
    return any(
        {*places} & {*own} and (not providers or not only or {*providers} & {*only})
        for places, providers in group.codes
        for own, only in other.codes
    )


def band_of(age, bands):
    """The slug of the band that holds `age`, or `not_broken_down` for an unknown one."""
    for band in bands:
        if age is not None and band.from_age <= age and (band.to_age is None or age <= band.to_age):
            return band.slug
    return NOT_BROKEN_DOWN


def why_not_a_set_of_bands(bands):
    """The sentence that refuses a set of age bands, or None: from 0, without gap or overlap, the
    last without end. `bands` are (label, from age, to age or None)."""
    expected = 0
    for label, first, last in sorted(bands, key=lambda band: band[1]):
        if expected is None:
            return f"The band “{label}” lies after one that has no end: give that one an end."
        if first > expected:
            return f"No band includes the age of {expected}: start “{label}” there or add one."
        if first < expected:
            return f"The band “{label}” overlaps the one before it: start it at {expected}."
        if last is not None and last < first:
            return f"The band “{label}” ends before it starts."
        expected = None if last is None else last + 1
    if expected is not None:
        return (
            f"No band includes the age of {expected} and over: leave the last band without an end."
        )
    return None
