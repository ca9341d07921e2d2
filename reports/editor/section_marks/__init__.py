"""Sections that their writers mark as completed."""
