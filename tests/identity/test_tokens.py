"""Access tokens over HTTP: one form is accepted, any other is a 401."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from httpx import AsyncClient
from sqlalchemy import update

from app.identity.authenticator import Authenticator
from app.identity.models import LoginSession, TokenAudience, User
from app.identity.tokens import Tokens
from app.kernel import clock
from app.kernel.database.engine import Database
from app.kernel.errors import Unauthenticated
from app.kernel.lane.batching import Limits
from app.kernel.lane.lane import Lane
from tests.client import TOKENS
from tests.factories import a_user
from tests.identity.bad_tokens import Corpus
from tests.now import NOW

ROUTES = {
    TokenAudience.RESIDENT: ("GET", "/v1/me"),
    TokenAudience.ADMIN: ("DELETE", "/admin/v1/auth/sessions/current"),
}


@pytest.fixture(params=list(TokenAudience))
def audience(request: pytest.FixtureRequest) -> TokenAudience:
    return TokenAudience(request.param)


@pytest.fixture
async def corpus(database: Database, audience: TokenAudience) -> Corpus:
    return Corpus(await a_user(database, audience), audience, NOW)


async def status(http: AsyncClient, audience: TokenAudience, token: str | bytes) -> int:
    method, path = ROUTES[audience]
    bearer = b"Bearer " + (token if isinstance(token, bytes) else token.encode())
    answer = await http.request(method, path, headers={b"Authorization": bearer})
    if answer.status_code == 401:
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.json()["code"] == "unauthenticated"
    return answer.status_code


async def test_the_token_that_all_others_are_made_from_is_good(
    http: AsyncClient, audience: TokenAudience, corpus: Corpus
) -> None:
    assert await status(http, audience, corpus.token()) in (200, 204)


async def test_no_bad_token_gets_in_and_none_breaks_anything(
    http: AsyncClient, audience: TokenAudience, corpus: Corpus
) -> None:
    tokens = corpus.all()
    assert len(tokens) > 300
    answers = {name: await status(http, audience, token) for name, token in tokens.items()}
    assert {name: code for name, code in answers.items() if code != 401} == {}


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Bearer ", "Basic YTpi", "Token abc", "bearer", "Bearer a b"]
)
async def test_without_a_bearer_token_there_is_nobody(
    http: AsyncClient, header: str | None, audience: TokenAudience
) -> None:
    method, path = ROUTES[audience]
    headers = {} if header is None else {"Authorization": header}
    assert (await http.request(method, path, headers=headers)).status_code == 401


class TestKeys:
    OLD, NEW = bytes(range(32)), bytes(range(32, 64))

    def issued(self, tokens: Tokens) -> str:
        return tokens.issue(uuid4(), uuid4(), 1, TokenAudience.RESIDENT, NOW)

    def test_after_a_rotation_the_old_key_still_verifies_and_the_new_one_signs(self) -> None:
        before = Tokens({"1": self.OLD}, "1")
        after = Tokens({"1": self.OLD, "2": self.NEW}, "2")
        after.verify(self.issued(before), TokenAudience.RESIDENT, NOW)
        after.verify(self.issued(after), TokenAudience.RESIDENT, NOW)
        with pytest.raises(Unauthenticated):
            before.verify(self.issued(after), TokenAudience.RESIDENT, NOW)

    def test_a_key_that_was_taken_away_verifies_nothing(self) -> None:
        token = self.issued(Tokens({"1": self.OLD, "2": self.NEW}, "1"))
        with pytest.raises(Unauthenticated):
            Tokens({"2": self.NEW}, "2").verify(token, TokenAudience.RESIDENT, NOW)

    def test_a_key_under_another_name_is_another_key(self) -> None:
        token = self.issued(Tokens({"1": self.OLD}, "1"))
        with pytest.raises(Unauthenticated):
            Tokens({"1": self.NEW, "2": self.OLD}, "2").verify(token, TokenAudience.RESIDENT, NOW)


class TestClock:
    """Times of tokens are compared with the instant that the caller passes, never with the system
    clock: a machine whose clock is ahead must not log people out."""

    TOKENS = Tokens({"1": bytes(range(32))}, "1")

    @pytest.mark.parametrize("years", [-10, -1, 0, 1, 10])
    def test_a_token_holds_for_its_time_whatever_the_date_of_the_machine(self, years: int) -> None:
        now = datetime.now(UTC) + timedelta(days=365 * years)
        token = self.TOKENS.issue(uuid4(), uuid4(), 1, TokenAudience.RESIDENT, now)
        for seconds in (0, 899):
            self.TOKENS.verify(token, TokenAudience.RESIDENT, now + timedelta(seconds=seconds))
        for seconds in (-62, 901):
            with pytest.raises(Unauthenticated):
                self.TOKENS.verify(token, TokenAudience.RESIDENT, now + timedelta(seconds=seconds))


class TestAuthenticator:
    """A resident's login is cached for a minute, in a cache of bounded size."""

    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> None:
        self.database = database
        self.authenticator = Authenticator(
            TOKENS, Lane(database, Limits()), requests_per_minute=1000, max_logins=2
        )
        self.user = await a_user(database)
        self.token = self.issued(self.user)

    def issued(self, user: UUID) -> str:
        return TOKENS.issue(user, user, 1, TokenAudience.RESIDENT, NOW)

    async def end(self, *users: UUID) -> None:
        async with self.database.transaction() as session:
            for user in users:
                (await session.get_one(LoginSession, (user, user))).revoked_at = NOW

    async def is_admitted(self, token: str, after: timedelta = timedelta(0)) -> bool:
        with clock.frozen(NOW + after):
            try:
                await self.authenticator.authenticate(token)
            except Unauthenticated:
                return False
        return True

    async def test_within_a_minute_it_does_not_look_again(self) -> None:
        assert await self.is_admitted(self.token)
        await self.end(self.user)
        assert await self.is_admitted(self.token, timedelta(seconds=59))
        assert not await self.is_admitted(self.token, timedelta(seconds=60))

    async def test_looking_does_not_prolong_the_minute(self) -> None:
        assert await self.is_admitted(self.token)
        await self.end(self.user)
        for seconds in (20, 40, 59):
            assert await self.is_admitted(self.token, timedelta(seconds=seconds))
        assert not await self.is_admitted(self.token, timedelta(seconds=60))

    async def test_it_believes_no_token_longer_than_it_lasts(self) -> None:
        assert await self.is_admitted(self.token, timedelta(seconds=890))
        assert not await self.is_admitted(self.token, timedelta(seconds=900))

    async def test_it_remembers_no_more_than_it_may(self) -> None:
        users = [await a_user(self.database) for _ in range(2)]
        others = [self.issued(user) for user in users]
        for token in (self.token, *others):
            assert await self.is_admitted(token)
        await self.end(self.user, *users)
        assert not await self.is_admitted(self.token)
        assert all([await self.is_admitted(token) for token in others])


class TestLossOfRights:
    @pytest.fixture(autouse=True)
    async def arrange(self, http: AsyncClient, database: Database, corpus: Corpus) -> None:
        self.http, self.database = http, database
        self.token, self.user = corpus.token(), UUID(corpus.payload["sub"])

    async def take(self, what: str) -> None:
        change = {
            "version": update(User).values(version=User.version + 1),
            "status": update(User).values(status="blocked"),
            "login": update(LoginSession).filter_by(user_id=self.user).values(revoked_at=NOW),
        }[what]
        async with self.database.transaction() as session:
            await session.execute(change)

    @pytest.mark.parametrize("what", ["version", "status", "login"])
    @pytest.mark.parametrize("audience", [TokenAudience.RESIDENT], indirect=True)
    async def test_a_resident_is_out_within_a_minute(self, what: str) -> None:
        assert await status(self.http, TokenAudience.RESIDENT, self.token) == 200
        await self.take(what)
        with clock.frozen(NOW + timedelta(seconds=60)):
            assert await status(self.http, TokenAudience.RESIDENT, self.token) == 401

    @pytest.mark.parametrize("what", ["version", "status", "login"])
    @pytest.mark.parametrize("audience", [TokenAudience.ADMIN], indirect=True)
    async def test_an_administrator_is_out_at_the_next_request(self, what: str) -> None:
        headers = {"Authorization": f"Bearer {self.token}"}
        path = "/admin/v1/me/second-factor/confirm"
        body = {"code": "000000"}
        assert (await self.http.post(path, json=body, headers=headers)).status_code == 404
        await self.take(what)
        assert (await self.http.post(path, json=body, headers=headers)).status_code == 401
