"""A Document to its Translation, step by step."""
