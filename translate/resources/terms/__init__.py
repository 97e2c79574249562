"""Terms of laws and policy by pair of languages: one table a pair."""
