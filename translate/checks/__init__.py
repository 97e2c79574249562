"""What a reader should check first: one file a check, and the list made of what they find."""
