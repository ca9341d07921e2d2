"""The kind of a Word file, for who answers with one and does not write it."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
