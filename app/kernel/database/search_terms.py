"""Search without a dictionary: every two adjacent characters, in an array column with GIN."""

from unicodedata import normalize

MOST = 200


def search_terms(*texts: str) -> list[str]:
    """Of all the texts, without repetition; a text of one character is its own gram.

    Store those of a row, and look for `column @> search_terms(what is sought)`.
    """
    found: dict[str, None] = {}
    for text in texts:
        for word in normalize("NFKC", text).casefold().split():
            pairs = [word[n : n + 2] for n in range(max(1, len(word) - 1))]
            found.update(dict.fromkeys(pairs))
    return list(found)[:MOST]
