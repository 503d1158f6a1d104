"""Topics as whole screens."""

from uuid import UUID

from pydantic import Field

from app.communities.models import Channel
from app.consultations.ballots.schemas import BallotOut, MyBallot
from app.consultations.results.schemas import ResultOut
from app.consultations.roll.schemas import MyEligibility
from app.consultations.topics.schemas import NoteOut, TopicOut
from app.consultations.voting.schemas import MyVote


class TopicDetail(TopicOut):
    """Topic as one screen: its history, its ballot and result, and the reader's own part."""

    raised_by: str | None = Field(description="Display name; the community itself has none.")
    history: list[NoteOut]
    is_mine: bool
    has_seconded: bool
    is_following: bool
    ballot: MyBallot | None
    """None while no ballot is announced."""
    result: ResultOut | None
    """None before it is published."""
    my_vote: MyVote | None
    my_eligibility: MyEligibility | None
    """Tells whether the reader may vote now; None while no ballot is announced."""
    actions: list[str]
    """Acts of the reader that are possible now: withdraw, second, submit_opinion, vote,
    change_vote, follow, unfollow."""


class StaffTopicDetail(TopicOut):
    raised_by: str | None
    participant_id: UUID | None
    channel: Channel
    is_overdue: bool
    history: list[NoteOut]
    ballot: BallotOut | None
    result: ResultOut | None
    """None before it is published."""
    actions: list[str]
    """Acts that the caller may do now, by the last word of the operation's path; `draft_ballot` is
    a new ballot of the topic."""
