"""Policy text in any language to a Document, and a Document to its Translation."""
