"""The one family of errors that a reader may see; anything else is a bug, but for Stopped."""


class PolicyTextError(Exception):
    """What went wrong with a text, in the reader's words.

    A message has three parts: what was wrong with which value; the limit or the known values; what to do next.
    """

    @property
    def message(self) -> str:
        """What str() gives, as a Message that in_language() has in other languages."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class InputError(PolicyTextError, ValueError):
    """The input cannot be read: empty, binary, too large, of an unknown kind."""


class LanguageError(PolicyTextError, LookupError):
    """A language is unknown, or no installed route leads from it to the target."""


class EngineError(PolicyTextError, RuntimeError):
    """An engine or its model is missing, damaged or of a shape that cannot run."""


class FormatError(PolicyTextError, ValueError):
    """A file of a known kind does not hold what that kind promises."""


class Stopped(Exception):
    """Who asked for something said stop: no error, and never shown. Who catches it keeps what is done, if anything."""
