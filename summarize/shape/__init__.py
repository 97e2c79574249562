"""A summary's shape: its gist, its points under headings, and a few sentences of each section of a long text."""
