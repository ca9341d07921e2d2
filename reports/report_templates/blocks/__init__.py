"""Blocks that stand in a report template: what can be one, their order and what each means."""
