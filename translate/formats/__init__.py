"""Translations written for other tools, and read from them: one file a format."""
