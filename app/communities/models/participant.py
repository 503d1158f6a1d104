"""Participant: a person in a community."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from app.communities.errors import ParticipantInactive
from app.communities.models.entered import Entered, witnessed
from app.communities.names import SealedName
from app.kernel.database.columns import CommunityScoped, UserScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.privacy.at_rest import ChoiceAtRest, WordsAtRest
from app.kernel.words import Worded


class ParticipantKind(Worded):
    RESIDENT = "resident", "居民", "resident"
    VISITOR = "visitor", "访客", "visitor"


class ParticipantStatus(Worded):
    ACTIVE = "active", "正常", "active"
    LEFT = "left", "已退出", "left"
    BLOCKED = "blocked", "已停用", "blocked"


class AgeBand(Worded):
    """Age of a person, as coarsely as rules ask for it; no date of birth is stored."""

    UNDER_14 = "under_14", "不满14周岁", "under 14"
    FROM_14_TO_17 = "14_17", "14至17周岁", "14 to 17"
    ADULT = "adult", "成年人", "adult"


MINORS = frozenset({AgeBand.UNDER_14, AgeBand.FROM_14_TO_17})
"""Ages below 18, in which a guardian's consent is needed."""


def age_for_rules(known: AgeBand | None, declared: AgeBand | None) -> AgeBand | None:
    """Returns the age by which rules judge: what the register, the desk or a reviewer has seen,
    else what the person has declared. Who declares to be an adult counts as of unknown age, so that
    nothing for known adults opens by it."""
    if known is not None or declared is AgeBand.ADULT:
        return known
    return declared


S = ParticipantStatus


class Participant(Stateful, Entered, CommunityScoped, Base):
    """A person in a community. A person whom only the desk knows has no user; a later login claims
    the same row."""

    __tablename__ = "participants"
    PRIVACY = "personal"
    IN_WORDS = StateWords("社区身份", "participation")
    MOVES = {
        "join": (NEW, S.ACTIVE),
        "rejoin": ({S.LEFT}, S.ACTIVE),
        "leave": ({S.ACTIVE}, S.LEFT),
        "block": ({S.ACTIVE, S.LEFT}, S.BLOCKED),
        "unblock": ({S.BLOCKED}, S.ACTIVE),
    }

    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    display_name_sealed: Mapped[bytes]
    display_name = WordsAtRest[str]("display_name_sealed")
    kind: Mapped[ParticipantKind] = mapped_column(text_enum(ParticipantKind))
    status: Mapped[ParticipantStatus] = mapped_column(text_enum(ParticipantStatus))
    real_name_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    real_name_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    real_name_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    real_name = SealedName("real_name_sealed", index="real_name_index")
    """The name as verified by an approved residence claim or at the desk."""
    household_id: Mapped[UUID | None] = mapped_column(info={"privacy": "sensitive"})
    age_band_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    age_band = ChoiceAtRest("age_band_sealed", AgeBand)
    """The age that the register or the desk has; None while nobody has said it."""
    declared_age_band_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    declared_age_band = ChoiceAtRest("declared_age_band_sealed", AgeBand)
    """The age that the person has declared: weaker than what the register or the desk has."""
    guardian_until: Mapped[datetime | None] = mapped_column(info={"privacy": "sensitive"})
    """The instant until which a guardian's consent lets a minor take part; None without one. It
    repeats the consents, because sign-up reads no other row for it."""
    joined_at: Mapped[datetime]

    __table_args__ = (
        witnessed(),
        within("places", "household_id"),
        Index("uq_participants_user", "community_id", "user_id", unique=True),
        Index("ix_participants_real_name", "community_id", "real_name_index"),
        Index(
            "ix_participants_real_name_even",
            *("community_id", "real_name_index_even"),
            postgresql_where=text("real_name_index_even IS NOT NULL"),
        ),
    )

    @property
    def is_active(self) -> bool:
        return self.status is ParticipantStatus.ACTIVE

    @property
    def is_adult(self) -> bool:
        """True for known adults alone: an unknown age counts as not adult."""
        return self.age_band is AgeBand.ADULT

    @property
    def age_for_rules(self) -> AgeBand | None:
        """The age by which rules judge: see `age_for_rules`."""
        return age_for_rules(self.age_band, self.declared_age_band)

    @property
    def is_minor(self) -> bool:
        """True for who is known to be below 18, or says so."""
        return self.age_for_rules in MINORS

    def has_guardian(self, now: datetime) -> bool:
        """Returns whether a guardian's consent lets them take part."""
        return self.guardian_until is not None and now < self.guardian_until

    @property
    def has_login(self) -> bool:
        return self.user_id is not None

    @property
    def has_left(self) -> bool:
        return self.status is ParticipantStatus.LEFT

    def rejoin(self, now: datetime, display_name: str) -> None:
        """Become active again in the same row, so that earlier sign-ups still name this person."""
        if self.status is S.BLOCKED:
            raise ParticipantInactive
        self.move("rejoin")
        self.display_name, self.joined_at = display_name, now

    def leave(self) -> None:
        self.move("leave")

    def block(self) -> None:
        self.move("block")

    def unblock(self) -> None:
        """Lift a block. A person who has left comes back by joining instead."""
        self.move("unblock")

    def live_in(self, household_id: UUID, real_name: str) -> None:
        """Become a resident of the household, by an approved residence claim."""
        self.kind, self.household_id = ParticipantKind.RESIDENT, household_id
        self.real_name = real_name

    def come_of_age(self, is_adult: bool | None) -> None:
        """Note what the register or a reviewer says of the age: None changes nothing. That somebody
        is no adult does not tell which band they are in, so a band below stays."""
        if is_adult:
            self.age_band = AgeBand.ADULT
        elif is_adult is False and self.is_adult:
            self.age_band = None

    def move_out(self) -> None:
        self.kind, self.household_id = ParticipantKind.VISITOR, None


class MyCommunity(UserScoped, Base):
    """A community that a user has joined, found by the user without asking every community."""

    __tablename__ = "my_communities"
    PRIVACY = "personal"
    community_id: Mapped[UUID] = mapped_column(ForeignKey("communities.id"))
    participant_id: Mapped[UUID]
    joined_at: Mapped[datetime]

    __table_args__ = (Index("uq_my_communities_community", "user_id", "community_id", unique=True),)
