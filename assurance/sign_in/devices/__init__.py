"""Devices that accounts signed in from, and wrong passwords."""
