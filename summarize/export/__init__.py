"""A Briefing to a file, one module a format."""
