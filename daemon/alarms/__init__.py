"""Alarms: what needs a person is found, told once, and said to be over."""
