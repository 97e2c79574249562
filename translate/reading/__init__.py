"""File or text to Document, one file a kind."""
