"""What a statement rests on, and whether the text says it."""
