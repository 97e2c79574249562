"""What a reader brings: a glossary and a translation memory."""
