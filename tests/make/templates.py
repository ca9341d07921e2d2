"""Data of report templates for tests."""


def without_texts(spec):
    """A template's data with the parts alone: no standing text, and the two dates of every one."""
    parts = [{name: part[name] for name in part if name != "blocks"} for part in spec["parts"]]
    dates = {name: spec["dates"][name] for name in ("comparison", "position")}
    return {**spec, "parts": parts, "dates": dates}
