"""Many documents: a folder in, a folder out, side by side, and what is made is not made again."""
