"""A topic as one screen: its history, the card of its ballot, its result, and the reader's part."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.consultations.ballots import service as ballots
from app.consultations.ballots.schemas import MyBallot
from app.consultations.models import DISCUSSED, Topic, TopicStatus
from app.consultations.residents import is_verified
from app.consultations.results import service as results
from app.consultations.screens.schemas import StaffTopicDetail, TopicDetail
from app.consultations.topics.lists import history, name_of_author
from app.consultations.topics.lists import show as show_topic
from app.consultations.topics.queries import second_of
from app.consultations.voting import service as votes
from app.consultations.voting.schemas import MyVote
from app.kernel import clock
from app.notifications.followers import is_following

STAFF_ACTIONS = {
    "screen": "screen",
    "open": "open",
    "decline": "decline",
    "deliberate": "deliberate",
    "decide_by_consensus": "decide",
    "withdraw": "withdraw",
}
"""Acts of staff who manage topics, by the verb of the machine."""


async def show(session: AsyncSession, topic: Topic, reader: Participant | None) -> TopicDetail:
    """Returns a topic with all that its screen shows. `reader` is None for a user who takes no part
    here."""
    ballot = await ballots.show_mine(session, topic, reader)
    vote = None if reader is None else await votes.find_mine(session, topic, reader)
    relation: dict[str, Any] = {"is_mine": False, "has_seconded": False, "is_following": False}
    if reader is not None:
        relation = {
            "is_mine": topic.participant_id == reader.id,
            "has_seconded": await session.scalar(second_of(topic, reader.id)) is not None,
            "is_following": await is_following(session, topic.community_id, topic.id, reader.id),
        }
    return TopicDetail(
        **relation,
        **await _shared(session, topic),
        ballot=ballot,
        result=await results.find_published(session, topic),
        my_vote=vote,
        my_eligibility=None if ballot is None else ballot.my_eligibility,
        actions=_actions(topic, reader, relation, ballot, vote),
    )


async def show_to_staff(session: AsyncSession, topic: Topic, staff: Staff) -> StaffTopicDetail:
    may_manage = staff.may("topic:manage")
    ballot = await ballots.find_for_staff(session, topic, staff)
    verbs = topic.actions(STAFF_ACTIONS) if may_manage else []
    actions = [STAFF_ACTIONS[verb] for verb in verbs]
    if staff.may("ballot:manage") and topic.status in DISCUSSED and ballot is None:
        actions.append("draft_ballot")
    return StaffTopicDetail(
        **await _shared(session, topic),
        participant_id=topic.participant_id,
        channel=topic.channel,
        is_overdue=topic.is_overdue_at(clock.now()),
        ballot=ballot,
        result=await results.find_published(session, topic),
        actions=actions,
    )


async def _shared(session: AsyncSession, topic: Topic) -> dict[str, Any]:
    """Returns what residents and staff read alike."""
    shown = await show_topic(session, topic)
    return {
        **shown.model_dump(),
        "raised_by": await name_of_author(session, topic),
        "history": await history(session, topic),
    }


def _actions(
    topic: Topic,
    reader: Participant | None,
    relation: dict[str, Any],
    ballot: MyBallot | None,
    vote: MyVote | None,
) -> list[str]:
    """Returns what the reader may do now; each is an operation of the topic."""
    if reader is None:
        return []
    takes_part = reader.is_active and is_verified(reader)
    is_open = topic.status is TopicStatus.OPEN
    is_votable = ballot is not None and ballot.opens_at <= clock.now() < ballot.closes_at
    possible = {
        "withdraw": relation["is_mine"] and bool(topic.actions({"withdraw"})),
        "second": takes_part
        and is_open
        and not relation["is_mine"]
        and not relation["has_seconded"],
        "submit_opinion": takes_part and topic.status in DISCUSSED,
        "vote": ballot is not None and ballot.my_eligibility.may,
        "change_vote": is_votable and vote is not None and vote.is_cast_by_me,
        "follow": reader.is_active and not relation["is_following"],
        "unfollow": relation["is_following"],
    }
    return [name for name, is_possible in possible.items() if is_possible]
