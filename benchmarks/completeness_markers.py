"""Places where text can hide, each with a marker word of its own."""


def marker(place: str) -> str:
    """The word that stands in a place and nowhere else."""
    return f"qx{place.replace(' ', '').replace('-', '')}xq"


def sentence(place: str) -> str:
    """A sentence with the place's marker."""
    return f"The council keeps {marker(place)} under review."


class Places:
    """Writes down each place that a document fills.

    Attributes:
        wanted: Places whose words must arrive once.
        unwanted: Places whose words must not arrive: deleted, hidden, technical.
    """

    def __init__(self) -> None:
        self.wanted: list[str] = []
        self.unwanted: list[str] = []

    def __call__(self, place: str) -> str:
        """The sentence for a place that must arrive."""
        self.wanted.append(place)
        return sentence(place)

    def not_this(self, place: str) -> str:
        """The sentence for a place that must not arrive."""
        self.unwanted.append(place)
        return sentence(place)
