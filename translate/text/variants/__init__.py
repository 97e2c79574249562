"""Variants of a language: how Portugal and Brazil write the same, by rules with their words in tables."""
