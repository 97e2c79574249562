"""A Translation back into the file that was read: its words replaced, all else as it was."""
