"""The sign of a change, by the word that its words begin with."""

# Editions published before changes were written as “rose from” begin with the other words.
ARROWS = {"Rose": "▲", "Fell": "▼", "Up": "▲", "Down": "▼"}
