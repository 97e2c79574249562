"""joined_lines(): a segment as one line."""


def joined_lines(text: str, joiner: str) -> str:
    """A segment as one line: every run of white space becomes a space, a line end becomes the joiner.

    Args:
        text: A segment's text.
        joiner: What stands between two words of its language: " ", or "" for Chinese, Japanese, Thai.

    >>> joined_lines("the Member\\n  States", " ")
    'the Member States'
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return joiner.join(line for line in lines if line)
