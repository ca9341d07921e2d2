"""The assurance map: every source of assurance with its last result and age."""
