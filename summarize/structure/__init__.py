"""What a document is and how it is built, as far as a summary asks."""
