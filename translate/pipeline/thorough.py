"""check_thoroughly(): what is checked on request only, as it takes longer than translating."""

from dataclasses import replace

from translate.checks.pair import make_pairs
from translate.checks.similarity import find_similarity
from translate.choices import Watch
from translate.errors import Stopped
from translate.issue import in_segment_order
from translate.translation import Translation


def check_thoroughly(translation: Translation, watch: Watch = Watch()) -> Translation:
    """The same translation with what is checked on request: similarity; as it is where that is stopped."""
    source = translation.source
    pairs = make_pairs(source.texts, translation.hypotheses, source.languages, translation.target.language)
    try:
        found = find_similarity(pairs, watch.heed)
    except Stopped:
        return translation
    return replace(translation, issues=in_segment_order((*translation.issues, *found)))
