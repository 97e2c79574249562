"""Recent: what was made lately, up to a size."""

from translate.engines.recent import Recent


def test_recent_gives_what_was_put() -> None:
    kept: Recent[str] = Recent(10)
    kept.put("a", "alpha", 4)
    assert kept.get("a") == "alpha"


def test_recent_has_nothing_for_an_unknown_key() -> None:
    assert Recent[str](10).get("a") is None


def test_recent_forgets_what_was_not_asked_for_longest() -> None:
    kept: Recent[str] = Recent(10)
    kept.put("a", "alpha", 4)
    kept.put("b", "beta", 4)
    kept.get("a")
    kept.put("c", "gamma", 4)  # 12 in all: one must go
    assert [kept.get(key) for key in "abc"] == ["alpha", None, "gamma"]


def test_recent_counts_a_key_once() -> None:
    kept: Recent[str] = Recent(10)
    kept.put("a", "alpha", 4)
    kept.put("b", "beta", 4)
    kept.put("b", "other", 6)  # 10 in all, not 14
    assert (kept.get("a"), kept.get("b")) == ("alpha", "other")


def test_recent_keeps_nothing_that_is_larger_than_all() -> None:
    kept: Recent[str] = Recent(10)
    kept.put("a", "alpha", 11)
    assert kept.get("a") is None
