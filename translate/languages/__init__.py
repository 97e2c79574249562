"""Languages: what they are called, which one a text is in, what is said to a reader of each."""
