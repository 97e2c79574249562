"""PDF to Draft: characters and their places are pdfium's, lines, columns and paragraphs are made here."""
