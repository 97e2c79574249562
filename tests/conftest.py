"""Settings of every test: the same examples in each run, no deadlines on shared machines."""

from hypothesis import settings

settings.register_profile("entente", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("entente")
