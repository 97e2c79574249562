"""Words, numbers, dates and vectors of a text, whatever asks for them."""
