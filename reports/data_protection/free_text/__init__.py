"""Free text that names a person in records about something else: found, exported, replaced."""
