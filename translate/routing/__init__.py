"""Which engines lead from one language to another, and what would make a way where none does."""
