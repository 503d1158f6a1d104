"""The kernel knows no domain word: what it does, it does for any domain."""

import re
from collections.abc import Iterator
from pathlib import Path

import app

KERNEL = Path(app.__path__[0]) / "kernel"
DOMAIN = {
    *("activity", "ballot", "claim", "consent", "desk", "district", "follower", "household"),
    *("inbox", "liaison", "mini", "neighbour", "neighbourhood", "openid", "opinion", "unionid"),
    *("organization", "participant", "party", "place", "receipt", "residence", "resident", "roll"),
    *("shift", "signup", "street", "ticket", "topic", "town", "volunteer", "volunteering", "vote"),
    *("voter", "voting", "wechat", "wish", "witness", "audience"),
}
"""Words that belong to the domain, whether they stand in a name, a text or a docstring. Not those
that mean something in programs, too: member, post, register, unit, worker."""
ALLOWED = {
    "database/capacity.py": {"place"},  # the name of a constraint, and a text shown to people
    "feature.py": {"resident"},  # the API document of residents
    "logs.py": {"openid", "unionid"},  # they must be cut out of every line, whoever writes it
    "ops/audit_state.py": {"consent"},  # the name of a table
    "ops/queue_metrics.py": {"inbox"},  # the name of a metric
}


def words_in(text: str) -> Iterator[str]:
    """Yields each word in the singular, and those inside snake_case and CamelCase names."""
    for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text) + re.findall(r"[A-Za-z]+", text):
        singular = word.lower()
        for plural, ending in (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("s", "")):
            if singular.endswith(plural) and not singular.endswith("ss"):
                singular = singular.removesuffix(plural) + ending
                break
        yield singular


def domain_words(text: str) -> set[str]:
    return DOMAIN.intersection(words_in(text))


def test_words_are_found_wherever_they_stand() -> None:
    text = "def find_tickets(): WeChat = HeldPlaces  # activities, witnesses, wishes"
    assert domain_words(text) == {"ticket", "wechat", "place", "activity", "witness", "wish"}
    assert domain_words("wechat_appid witness") == {"wechat", "witness"}
    assert not domain_words("rollback, placeholder, replaces")


def test_the_kernel_knows_no_domain_word() -> None:
    found = {
        path.relative_to(KERNEL).as_posix(): words
        for path in sorted(KERNEL.rglob("*.py"))
        if (words := domain_words(path.read_text(encoding="utf-8")))
    }
    assert found == ALLOWED
