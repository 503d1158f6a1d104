"""Attacks on a stolen dump: somebody reads it, guesses, compares, follows ids and times."""

import hashlib
import hmac
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from tests.privacy.dump import Cell, Dump, Row, ids_of, moments_of, texts_of

LEAST_DIGEST = 8
"""Bytes; shorter values are compared with nothing, for they would agree by chance."""


# ---------------------------------------------------------------- reading


def read(dump: Dump, canaries: Collection[str]) -> list[str]:
    """Returns where a canary stands in clear, in any table and any form."""
    targets = {form for canary in canaries for form in _forms(canary)}
    return sorted(
        {
            f"{cell.place}: {form}"
            for cell in dump.cells()
            for text in texts_of(cell.value)
            for form in targets
            if form in text.casefold()
        }
    )


def _forms(canary: str) -> Iterator[str]:
    yield canary.casefold()
    yield canary.encode().hex()
    yield canary.encode("unicode_escape").decode().casefold()


# ---------------------------------------------------------------- guessing

Hash = Callable[[bytes], bytes]


def _hash(name: str, size: int | None = None) -> Hash:
    def digest(data: bytes) -> bytes:
        if size is not None:
            return hashlib.blake2b(data, digest_size=size).digest()
        return hashlib.new(name, data, usedforsecurity=False).digest()

    return digest


HASHES: Mapping[str, Hash] = {
    **{
        name: _hash(name)
        for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256")
    },
    **{f"blake2b-{size}": _hash("blake2b", size) for size in (16, 20, 32, 64)},
    "hmac with no key": lambda data: hmac.digest(b"", data, "sha256"),
    "hmac with a public key": lambda data: hmac.digest(b"linli", data, "sha256"),
}


def guess(dump: Dump, dictionary: Mapping[str, Iterable[bytes]]) -> list[str]:
    """Returns which values of which columns are a digest of something in the dictionary: of the
    text alone, behind the names of the table and column, or behind an id of its row."""
    known: dict[bytes, str] = {}
    places = {(cell.table, cell.column) for cell in dump.cells() if _digest(cell) is not None}
    for what, guesses in dictionary.items():
        for content in guesses:
            for variant in _variants(content, places):
                for name, hashed in HASHES.items():
                    known[hashed(variant)[:LEAST_DIGEST]] = f"{what} by {name}"
    return [
        f"{cell.place}: {known[digest]}"
        for cell in dump.cells()
        if (digest := _digest(cell)) is not None and digest in known
    ]


def _variants(content: bytes, places: Collection[tuple[str, str]]) -> Iterator[bytes]:
    yield content
    for table, column in places:
        yield f"{table}\0{column}\0".encode() + content


def _digest(cell: Cell) -> bytes | None:
    """Returns the first bytes of what may be a digest: bytes, an id, or hexadecimal text."""
    value = cell.value
    if isinstance(value, UUID):
        return value.bytes[:LEAST_DIGEST]
    if isinstance(value, bytes) and len(value) >= LEAST_DIGEST:
        return value[:LEAST_DIGEST]
    if isinstance(value, str) and len(value) >= 2 * LEAST_DIGEST:
        try:
            return bytes.fromhex(value)[:LEAST_DIGEST]
        except ValueError:
            return None
    return None


# ---------------------------------------------------------------- comparing


def compare(rows: Iterable[Row], secret_of: Callable[[Row], Hashable | None]) -> list[str]:
    """Returns the columns whose values, or their lengths, sort rows by a secret better than
    chance: equal values that stand in several rows of one secret, and lengths that foretell it."""
    columns: dict[str, list[tuple[Any, Hashable]]] = defaultdict(list)
    for row in rows:
        secret = secret_of(row)
        for column, value in row.items():
            if secret is not None and isinstance(value, bytes | str | dict):
                columns[column].append((_comparable(value), secret))
    found = []
    for column, pairs in columns.items():
        if _foretells(pairs):
            found.append(f"{column}: by equal values")
        if _foretells([(len(value), secret) for value, secret in pairs]):
            found.append(f"{column}: by length")
    return found


def _comparable(value: Any) -> Any:
    return value if isinstance(value, bytes | str) else repr(value)


def _foretells(pairs: Collection[tuple[Any, Hashable]]) -> bool:
    """Returns whether the best guess by group beats the best guess without, and not by groups of
    one, which foretell nothing about others."""
    groups: dict[Any, Counter[Hashable]] = defaultdict(Counter)
    for value, secret in pairs:
        groups[value][secret] += 1
    large = [group for group in groups.values() if group.total() > 1]
    if not large:
        return False
    total = sum(group.total() for group in large)
    overall = sum(large, Counter[Hashable]())
    by_group = sum(max(group.values()) for group in large) / total
    return by_group - max(overall.values()) / total > MARGIN


MARGIN = 0.1
"""The gain over the best blind guess that counts as a hit; chance alone gains a little."""


# ---------------------------------------------------------------- following ids

CROWD = 20
"""An id that stands in more rows than this (a community, a worker, a ballot) leads nowhere."""
FEW = 3


def follow(
    dump: Dump, starts: Mapping[UUID, UUID], people: Mapping[UUID, UUID], hops: int = 3
) -> list[str]:
    """Returns which rows lead to their person over shared ids. `starts` names the person of each
    start row, `people` the person of each id that names one (a participant, a user)."""
    rows_of: dict[UUID, list[int]] = defaultdict(list)
    ids: list[set[UUID]] = []
    names: list[str] = []
    for number, (table, row) in enumerate(dump.rows()):
        ids.append(set(ids_of(row)))
        names.append(table)
        for id_ in ids[-1]:
            rows_of[id_].append(number)
    found = []
    for start, person in starts.items():
        seen, edge, path = {start}, {start}, set[str]()
        for _ in range(hops):
            numbers = {n for id_ in edge if len(rows_of[id_]) <= CROWD for n in rows_of[id_]}
            path |= {names[number] for number in numbers}
            edge = set().union(*(ids[number] for number in numbers)) - seen
            seen |= edge
            reached = {people[id_] for id_ in seen if id_ in people}
            if person in reached:
                # Among many people somebody's neighbour is found, too: that is no finding.
                found += [f"{start} over {', '.join(sorted(path))}"] * (len(reached) <= FEW)
                break
    return found


# ---------------------------------------------------------------- following times

Moment = tuple[str, int]
NEAR = 2
"""Moments that are no further from each other count as one act."""


def time(dump: Dump, starts: Mapping[UUID, UUID], people: Mapping[UUID, UUID]) -> list[str]:
    """Returns the start rows, with the table, at one of whose moments their person alone was
    busy. The moments of a start row are those of every row that bears its id, and of the rows that
    these lead to by an id that nobody else has."""
    busy: dict[str, dict[Moment, set[UUID]]] = defaultdict(lambda: defaultdict(set))
    moments: dict[UUID, set[Moment]] = defaultdict(set)
    for table, row in dump.rows():
        ids, written = set(ids_of(row)), set(moments_of(row))
        for start in ids & starts.keys():
            moments[start] |= written
        for person in {people[id_] for id_ in ids if id_ in people}:
            for moment in written:
                busy[table][moment].add(person)
    return [
        f"{start} at the time of {table}"
        for start, person in starts.items()
        for table, by_moment in busy.items()
        if any(_busy_at(by_moment, moment) == {person} for moment in moments[start])
    ]


def _busy_at(by_moment: Mapping[Moment, set[UUID]], moment: Moment) -> set[UUID]:
    clock, number = moment
    near = range(number - NEAR, number + NEAR + 1)
    return set().union(*(by_moment.get((clock, one), ()) for one in near))


# ---------------------------------------------------------------- sorting people


def sort(dump: Dump, people: Mapping[UUID, UUID], targets: Collection[UUID]) -> list[str]:
    """Returns which table, or which value of one of its columns, names many of the targets and
    hardly anybody else."""
    named: dict[str, set[UUID]] = defaultdict(set)
    for table, row in dump.rows():
        here = {people[id_] for id_ in ids_of(row) if id_ in people}
        named[table] |= here
        for column, value in row.items():
            if isinstance(value, str | int | bool) and len(str(value)) <= 64:
                named[f"{table} where {column} = {value}"] |= here
    return [
        f"{where}: {len(found & set(targets))} of {len(found)}"
        for where, found in named.items()
        if len(found) >= 3
        and len(found & set(targets)) / len(found) > 0.8
        and len(found & set(targets)) / len(targets) > 0.2
    ]
