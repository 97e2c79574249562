"""Apertium, a rule-based translator, where the system has it."""
