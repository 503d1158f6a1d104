"""Ballots to vote on: open ones of each community, with everybody on their rolls."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.ballots.schemas import Question, RuleIn
from app.consultations.models import Ballot, QuestionKind, Topic
from app.kernel.database.columns import PLATFORM, uuid7

BODY = b'{"choices":{"lift":"yes"}}'
QUESTION = Question(key="lift", kind=QuestionKind.YES_NO_ABSTAIN, title="是否加装电梯").frozen()
ENTRIES = """
INSERT INTO electoral_roll (community_id, id, ballot_id, participant_id, status)
SELECT p.community_id, gen_random_uuid(), b.id, p.id, 'none'
FROM ballots b JOIN participants p ON p.community_id = b.community_id
"""
VOTERS = """
INSERT INTO roll_voters (community_id, id, ballot_id, roll_entry_id, participant_id)
SELECT e.community_id, gen_random_uuid(), e.ballot_id, e.id, e.participant_id
FROM electoral_roll e
"""


async def open_ballots(
    session: AsyncSession, homes: Sequence[UUID], each: int, now: datetime
) -> Mapping[UUID, Sequence[UUID]]:
    """Inserts ballots, and returns the topics of each community that have one."""
    topics = [_topic(home, now) for home in homes for _ in range(each)]
    await session.execute(insert(Topic), topics)
    await session.execute(insert(Ballot), [_ballot(topic, now) for topic in topics])
    await session.execute(text(ENTRIES))
    await session.execute(text(VOTERS))
    return {
        home: [topic["id"] for topic in topics if topic["community_id"] == home] for home in homes
    }


def _topic(home: UUID, now: datetime) -> dict[str, Any]:
    return {
        "community_id": home,
        "id": uuid7(),
        "title": "加装电梯",
        "text": "征求意见",
        "category": "facilities",
        "status": "balloting",
        "submitted_at": now,
        "answer_due_at": now,
        "opened_at": now,
        "seconds": 0,
        "opinions_for": 0,
        "opinions_against": 0,
        "opinions_neutral": 0,
        "search_grams": [],
        "version": 1,
        "entered_by": PLATFORM,
        "channel": "self",
    }


def _ballot(topic: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    return {
        "community_id": topic["community_id"],
        "id": uuid7(),
        "topic_id": topic["id"],
        "title": topic["title"],
        "mode": "recorded",
        "electorate": "residents",
        "legal_effect": "advisory",
        "questions": [QUESTION],
        "rule": RuleIn().model_dump(mode="json"),
        "notice_days": 7,
        "opens_at": now - timedelta(days=1),
        "closes_at": now + timedelta(days=7),
        "status": "open",
        "manifest_sha256": "0" * 64,
        "version": 1,
    }
