"""Ways to choose what a summary says, one file each."""
