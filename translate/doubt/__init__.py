"""Doubt: how likely a translation says something else than its source, from what the models make of both."""
