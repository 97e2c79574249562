"""What became of each sentence between two versions of a text, and between two language versions of one."""
