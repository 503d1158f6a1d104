"""A write is read in few files: how many files of its feature one request runs through, besides
those by which its row is shown."""

import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from uuid import uuid4

import pytest

import app
from app.kernel.database.engine import Database
from tests.client import as_, as_admin, client_of
from tests.factories import a_community, a_participant, a_shift, a_signup, a_topic, staff
from tests.feedback.rows import a_category

ROOT = Path(app.__path__[0])
MAX_FILES = 9


@contextmanager
def files_of(feature: str) -> Iterator[set[str]]:
    """Collects the files of a feature whose functions run inside the block."""
    folder, found = f"{ROOT / feature}/", set[str]()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        name = frame.f_code.co_filename
        if event == "call" and name.startswith(folder):
            found.add(name.removeprefix(folder))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(before)


class TestOneWrite:
    @pytest.fixture(autouse=True)
    async def arrange(self, database: Database) -> AsyncIterator[None]:
        """Takes a client that sends nothing of its own after a write."""
        self.database = database
        self.community = await a_community(database)
        self.worker = await staff(database, self.community)
        self.me = await a_participant(database, self.community)
        self.path = f"/v1/communities/{self.community}"
        async with client_of(database) as self.http:
            yield

    async def write(self, feature: str, path: str, body: object = None) -> set[str]:
        """Returns the files of the feature that a resident's POST runs through."""
        headers = as_(self.me.user_id, f"path-{uuid4()}")
        with files_of(feature) as found:
            answer = await self.http.post(self.path + path, json=body, headers=headers)
        assert answer.is_success, answer.text
        return found

    async def test_runs_through_nine_files_of_its_feature_at_most(self) -> None:
        shift, other = [await a_shift(self.database, self.community) for _ in range(2)]
        signup = await a_signup(self.database, other, self.me)
        category = await a_category(self.database, self.community)
        topic = await a_topic(self.database, self.community)
        ticket = {"category_id": str(category.id), "text": "路灯不亮", "visibility": "private"}
        risk = {"is_risk_acknowledged": True}
        paths = {
            "withdraw a sign-up": await self.write(
                "volunteering", f"/signups/{signup.id}/withdraw"
            ),
            "sign up": await self.write("volunteering", f"/shifts/{shift.id}/signups", risk),
            "submit a ticket": await self.write("feedback", "/tickets", ticket),
            "second a topic": await self.write("consultations", f"/topics/{topic.id}/second"),
        }
        with files_of("consultations") as screen:
            await self.http.get(f"{self.path}/topics/{topic.id}", headers=as_(self.me.user_id))
        paths["second a topic"] -= screen - {"topics/service.py", "topics/queries.py"}
        assert {name: len(files) for name, files in paths.items() if len(files) > MAX_FILES} == {}
        assert "signups/service.py" in paths["withdraw a sign-up"]

    async def test_of_a_resident_and_of_the_desk_are_the_same_function(self) -> None:
        shift = await a_shift(self.database, self.community)
        signup = await a_signup(self.database, shift, self.me)
        path = f"/admin{self.path}/signups/{signup.id}/withdraw"
        with files_of("volunteering") as found:
            answer = await self.http.post(
                path, json={"witness": "王芳"}, headers=as_admin(self.worker)
            )
        assert answer.status_code == 200
        assert len(found) <= MAX_FILES, found
        assert "signups/service.py" in found
