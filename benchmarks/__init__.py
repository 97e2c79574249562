"""One program a question; each prints a table and, with --update, writes its section of RESULTS.md."""

import translate  # noqa: F401  # sets what packages are told, before a benchmark imports any of them
