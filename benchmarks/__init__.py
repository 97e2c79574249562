"""One program a question; each prints a table and, with --update, writes its section of RESULTS.md."""
