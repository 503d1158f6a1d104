"""The requests of a load, as bytes."""

from collections.abc import Iterator
from itertools import count, cycle
from uuid import UUID

from app.identity.tokens import Tokens
from app.kernel import clock
from bench import check_ins, tickets, voting
from bench.data import Town, tokens_of
from bench.serving import SETTINGS

SIGNUP = b'{"is_risk_acknowledged":true}'


class Requests:
    """Requests of the people of a town; each write has an idempotency key of its own."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self._tokens = tokens_of(town, Tokens(SETTINGS.ring(), SETTINGS.token_key_id))
        self._numbers = count(1)
        self.signups = self._signups()
        self.votes = self._votes()
        self.tickets = self._tickets()
        self.check_ins = self._check_ins()

    def lists(self) -> Iterator[bytes]:
        """Requests of the first page of a community, by each person in turn."""
        for community_id, user in zip(
            cycle(self.town.communities), cycle(self.town.people), strict=False
        ):
            yield self._head("GET", community_id, "activities", user) + b"\r\n"

    def other_lists(self) -> Iterator[bytes]:
        """Requests of lists of which no two are equal, so that none can be read for several."""
        for number, request in enumerate(self.lists()):
            query = f"?to=2099-01-01T00:00:00.{number:06}Z ".encode()
            yield request.replace(b" HTTP", query + b"HTTP", 1)

    def first_lists(self) -> Iterator[bytes]:
        """One request per person; afterwards the programs have checked each token once."""
        for _user, request in zip(self.town.people, self.lists(), strict=False):
            yield request

    def rush(self, shift_id: UUID) -> Iterator[bytes]:
        """Requests of everybody for one shift."""
        for user in self.town.people:
            yield self._signup(self.town.communities[0], user, shift_id)

    def crowd(self, occasion_id: UUID) -> Iterator[bytes]:
        """Requests of a crowd that checks in to one occasion."""
        for user in self.town.crowd:
            yield self._check_in(self.town.communities[0], user, occasion_id)

    def _signups(self) -> Iterator[bytes]:
        for community_id, user, shift_id in self.town.pairs(self.town.shifts):
            yield self._signup(community_id, user, shift_id)

    def _votes(self) -> Iterator[bytes]:
        """Votes, no person twice on one ballot."""
        for community_id, user, topic_id in self.town.pairs(self.town.topics):
            yield self._post(community_id, f"topics/{topic_id}/votes", user, voting.BODY)

    def _tickets(self) -> Iterator[bytes]:
        """One ticket of each person, then a second one, and so on."""
        for community_id, user, category_id in self.town.pairs(self.town.categories):
            yield self._post(community_id, "tickets", user, tickets.body_of(category_id))

    def _check_ins(self) -> Iterator[bytes]:
        """Check-ins, no person twice to one occasion."""
        for community_id, user, occasion_id in self.town.pairs(self.town.occasions):
            yield self._check_in(community_id, user, occasion_id)

    def _check_in(self, community_id: UUID, user: UUID, occasion_id: UUID) -> bytes:
        body = check_ins.body_of(occasion_id, next(self._numbers), clock.now())
        return self._post(community_id, "check-ins", user, body)

    def _signup(self, community_id: UUID, user: UUID, shift_id: UUID) -> bytes:
        return self._post(community_id, f"shifts/{shift_id}/signups", user, SIGNUP)

    def _post(self, community_id: UUID, what: str, user: UUID, body: bytes) -> bytes:
        head = self._head("POST", community_id, what, user)
        more = (
            f"Idempotency-Key: request-{next(self._numbers)}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        return head + more.encode() + body

    def _head(self, method: str, community_id: UUID, what: str, user: UUID) -> bytes:
        path = f"/v1/communities/{community_id}/{what}"
        token = self._tokens[user]
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        return head.encode()
