"""Search without a dictionary: characters and pairs of them, in an array column with GIN.

A row is found by `column @> query_terms(q)`, where the column holds its `search_terms`.
"""

from collections.abc import Iterator
from unicodedata import normalize

MAX_TERMS = 8_000
"""A bound on what one row costs. A title and a text of 2,000 characters stay well below it."""


def search_terms(*texts: str) -> list[str]:
    """The terms by which a row with these texts is found: each character, and each two
    adjacent ones of a word. Neither width nor case makes a difference."""
    terms: dict[str, None] = {}
    for word in _words(*texts):
        terms.update(dict.fromkeys(word))
        terms.update(dict.fromkeys(_pairs(word)))
    return list(terms)[:MAX_TERMS]


def query_terms(q: str) -> list[str]:
    """The terms that a row must have so that each word of `q` is found in it."""
    terms: dict[str, None] = {}
    for word in _words(q):
        terms.update(dict.fromkeys(_pairs(word) or [word]))
    return list(terms)


def _words(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from normalize("NFKC", text).casefold().split()


def _pairs(word: str) -> list[str]:
    return [word[n : n + 2] for n in range(len(word) - 1)]
