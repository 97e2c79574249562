"""The ways to a summary, one file each."""
