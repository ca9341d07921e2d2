"""Which measures may be members of a relation. No Django here."""


def why_not_members(whole, members, kind):
    """The sentence that refuses the members of a relation by what they count, or None."""
    if not members:
        return "Choose at least one measure"
    if any(member.of_people != whole.of_people for member in members):
        return "Every measure of a relation must count people, or none of them"
    if kind == "sum" and any(member.unit != whole.unit for member in members):
        return f"Parts must have the unit of “{whole.title}”"
    return None


def why_not_part(whole, members, inner):
    """The sentence that refuses a measure as part of itself, or None; `inner` are the keys of the
    measures within `members`."""
    if whole in members:
        return f"“{whole.title}” cannot be part of itself: choose other measures"
    if whole.pk in inner:
        return (
            f"“{whole.title}” is part of a measure that you chose, so it would be part of itself: "
            "choose other measures"
        )
    return None
