"""Errors put into good translations, with word lists of their own: nothing here knows how the checks work."""
