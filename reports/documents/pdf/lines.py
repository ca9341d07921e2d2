"""Lines that end with the space before a link. WeasyPrint 70.0 asks for room for that space, and
where there is none it sets the first word of the line alone."""

import weasyprint.layout.inline

_split_first_line = weasyprint.layout.inline.split_first_line


def split_first_line(text, style, context, max_width, *others, **more):
    """The result of WeasyPrint's function of this name, with the whole of `text` on the line where
    only its last space has no room."""
    result = _split_first_line(text, style, context, max_width, *others, **more)
    _layout, length, resume_at, *_ = result
    if resume_at is None or not text.endswith(" ") or b" " in text.encode()[:length].strip():
        return result
    if _split_first_line(text.rstrip(" "), style, context, max_width, *others, **more)[2] is None:
        # No space is wider than its letters are high.
        return _split_first_line(
            text, style, context, max_width + style["font_size"], *others, **more
        )
    return result


weasyprint.layout.inline.split_first_line = split_first_line
