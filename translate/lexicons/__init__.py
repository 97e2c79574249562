"""Data by language, read when it is needed: abbreviations, negation, modals, number words, references."""
