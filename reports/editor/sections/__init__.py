"""Sections of a draft: their pages, states and marks as completed."""
