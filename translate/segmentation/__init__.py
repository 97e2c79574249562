"""Where sentences end, and what stands outside them."""
