"""What the Streamlit page shows. No language logic."""

import summarize as _summarize  # noqa: F401  # first: it names a foreign `translate`, and lets Ctrl-C end a command
