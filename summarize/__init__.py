"""A Document to its Summary, and all together to a Briefing."""
