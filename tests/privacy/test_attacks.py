"""Each attack finds the design that it is made for; and chance alone is no hit."""

from datetime import UTC, datetime, timedelta
from hashlib import blake2b, sha256
from os import urandom
from uuid import UUID, uuid4

from app.kernel.database.columns import uuid7
from tests.privacy import attacks
from tests.privacy.dump import Dump, Row

NAME, PHONE = "欧阳试甲", "+8610912345678"
HERE = uuid4()
START = datetime(2026, 12, 5, tzinfo=UTC)


def test_what_stands_in_clear_is_read_whatever_its_form() -> None:
    for value in (
        f"给{NAME}的信",
        NAME.encode(),
        {"reason": [f"{NAME}来过"]},
        NAME.encode("unicode_escape").decode(),
        NAME.encode().hex(),
    ):
        assert attacks.read(Dump({"t": [{"c": value}]}), [NAME]) != [], value
    sealed: Row = {"c": urandom(200), "d": "别的", "e": uuid4()}
    assert attacks.read(Dump({"t": [sealed]}), [NAME]) == []


def test_an_unkeyed_digest_is_guessed_whatever_it_is_made_with() -> None:
    guesses = {"a phone": [PHONE.encode()]}
    for value in (
        sha256(PHONE.encode()).digest()[:16],
        sha256(PHONE.encode()).hexdigest(),
        blake2b(PHONE.encode(), digest_size=16).digest(),
        UUID(bytes=blake2b(PHONE.encode(), digest_size=16).digest()),
        sha256(f"t\0c\0{PHONE}".encode()).digest(),
    ):
        assert attacks.guess(Dump({"t": [{"c": value}]}), guesses) != [], value
    assert attacks.guess(Dump({"t": [{"c": urandom(32)} for _ in range(200)]}), guesses) == []


def test_equal_values_and_lengths_that_follow_a_secret_are_seen() -> None:
    secrets = ["yes", "no"] * 50
    indexed = [{"n": n, "c": sha256(s.encode()).digest()} for n, s in enumerate(secrets)]
    unpadded = [{"n": n, "c": urandom(28 + len(s))} for n, s in enumerate(secrets)]
    padded = [{"n": n, "c": urandom(60)} for n, _ in enumerate(secrets)]

    def secret_of(row: Row) -> str:
        return secrets[row["n"]]

    assert attacks.compare(indexed, secret_of) == ["c: by equal values"]
    assert attacks.compare(unpadded, secret_of) == ["c: by length"]
    assert attacks.compare(padded, secret_of) == []


def test_a_row_leads_to_its_person_over_the_ids_of_others() -> None:
    ticket, person, other, note = uuid4(), uuid4(), uuid4(), uuid4()
    people = {person: person, other: other}
    tables: dict[str, list[Row]] = {
        "tickets": [{"community_id": HERE, "id": ticket}],
        "notes": [{"community_id": HERE, "id": note, "payload": {"ticket_id": str(ticket)}}],
        "people": [{"community_id": HERE, "id": one} for one in (person, other)],
    }
    crowd: list[Row] = [{"community_id": HERE, "id": uuid4()} for _ in range(50)]
    dump = Dump(tables | {"crowd": crowd})
    assert attacks.follow(dump, {ticket: person}, people) == []
    named = Dump(dict(dump.tables) | {"inbox": [{"note_id": note, "participant_id": person}]})
    assert attacks.follow(named, {ticket: person}, people) != []


def test_a_row_is_dated_by_another_that_names_its_person() -> None:
    people = {id_: id_ for id_ in (uuid4() for _ in range(9))}
    starts = {uuid4(): person for person in people}
    rows: list[Row] = [
        {"id": start, "submitted_at": START + timedelta(minutes=number)}
        for number, start in enumerate(starts)
    ]
    notices: list[Row] = [
        {"id": uuid4(), "participant_id": person, "at": START + timedelta(minutes=n, seconds=1)}
        for n, person in enumerate(people)
    ]
    assert len(attacks.time(Dump({"rows": rows, "inbox": notices}), starts, people)) == 9
    coarse: list[Row] = [{**row, "submitted_at": START} for row in rows]
    assert attacks.time(Dump({"rows": coarse, "inbox": notices[1:]}), starts, people) == []
    dated: list[Row] = [{"id": uuid7(), "registration_id": start} for start in list(starts)[:1]]
    person = next(iter(people))
    beside: list[Row] = [{"id": uuid7(), "participant_id": person}]
    assert attacks.time(Dump({"rows": dated, "inbox": beside}), starts, people) != []


def test_a_table_or_a_value_that_names_members_alone_is_seen() -> None:
    people = {id_: id_ for id_ in (uuid4() for _ in range(60))}
    members = set(list(people)[::2])
    inbox: list[Row] = [
        {"participant_id": one, "kind": "registered" if one in members else "welcome"}
        for one in people
    ]
    assert attacks.sort(Dump({"inbox": inbox}), people, members) == [
        "inbox where kind = registered: 30 of 30"
    ]
    neutral: list[Row] = [{**row, "kind": "message"} for row in inbox]
    assert attacks.sort(Dump({"inbox": neutral}), people, members) == []
