"""Ballot: the event at which a topic is voted on. What it asks is frozen at `announced`."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, validates

from app.communities.errors import SecondPersonNeeded
from app.consultations.errors import (
    BallotFrozen,
    BallotNotOver,
    BallotNotYet,
    NothingToConfirm,
    NoticeTooShort,
    RollEmpty,
)
from app.consultations.models.rule import Electorate, LegalEffect, Mode
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful, StateWords
from app.kernel.deadlines import end_of_days
from app.kernel.privacy.sealed import SealedJson, own
from app.kernel.words import Worded

COUNTING_DELAY = timedelta(seconds=60)
"""The time from the close until votes are counted. A vote that came in time may still wait in line,
for a lock and for its statements."""


class BallotStatus(Worded):
    DRAFT = "draft", "草稿", "draft"
    ANNOUNCED = "announced", "已公告", "announced"
    OPEN = "open", "投票中", "open"
    CLOSED = "closed", "已截止", "closed"
    CERTIFIED = "certified", "已核验", "certified"
    PUBLISHED = "published", "已公布结果", "published"
    ANNULLED = "annulled", "已作废", "annulled"


class TwoPersonAct(Worded):
    """Act that one person requests and another confirms."""

    ANNUL = "annul", "作废表决", "annul the ballot"
    CERTIFY = "certify", "核验结果", "certify the result"


class Tally(NamedTuple):
    """The counts of a ballot."""

    present: int
    """Votes returned."""
    counts: Mapping[str, Mapping[str, int]]
    """Votes for each option of each question, 0 where nobody chose it."""


S = BallotStatus
FROZEN = (
    *("topic_id", "title", "mode", "electorate", "legal_effect", "questions", "rule"),
    *("notice_days", "opens_at", "closes_at", "roll_size", "roll_digest", "roll_salt"),
    *("manifest", "manifest_sha256"),
)
"""Columns that an announced ballot has; the place, which many have not, is frozen with them."""
VOTABLE = frozenset({S.ANNOUNCED, S.OPEN})
"""The states in which a vote that is in time counts: the window decides, not the sweep."""
COUNTED = frozenset({S.CLOSED, S.CERTIFIED, S.PUBLISHED})
"""The states in which counts may be read; before the close nobody reads any."""


class Ballot(Stateful, CommunityScoped, Base):
    __tablename__ = "ballots"
    PRIVACY = "public"
    IN_WORDS = StateWords("表决", "ballot")
    MOVES = {
        "draft": (NEW, S.DRAFT),
        "announce": ({S.DRAFT}, S.ANNOUNCED),
        "open": ({S.ANNOUNCED}, S.OPEN),
        "close": ({S.OPEN}, S.CLOSED),
        "certify": ({S.CLOSED}, S.CERTIFIED),
        "publish": ({S.CERTIFIED}, S.PUBLISHED),
        "annul": ({S.ANNOUNCED, S.OPEN, S.CLOSED}, S.ANNULLED),
    }

    topic_id: Mapped[UUID]
    place_id: Mapped[UUID | None]
    """The grid, building or entrance whose residents vote; None for the whole community."""
    title: Mapped[str]
    mode: Mapped[Mode] = mapped_column(text_enum(Mode))
    electorate: Mapped[Electorate] = mapped_column(text_enum(Electorate))
    legal_effect: Mapped[LegalEffect] = mapped_column(text_enum(LegalEffect))
    questions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Questions as JSON, each with a stable key and options that have stable keys, too."""
    rule: Mapped[dict[str, Any]]
    notice_days: Mapped[int]
    opens_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    status: Mapped[BallotStatus] = mapped_column(text_enum(BallotStatus))
    roll_size: Mapped[int | None]
    roll_salt: Mapped[bytes | None] = mapped_column(info={"privacy": "internal"})
    roll_digest: Mapped[str | None]
    manifest: Mapped[str | None]
    """Canonical JSON (RFC 8785) of what was announced."""
    manifest_sha256: Mapped[str | None]
    announced_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    tally_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    tally = SealedJson("tally_sealed")
    """The counts taken at the close. Where all chose alike they tell the vote of everybody whom
    the roll calls voted, so they are sealed like the votes."""
    board_digests: Mapped[dict[str, Any] | None]
    """The digest of the vote board of each question that has one, since the publication."""
    asked_act: Mapped[TwoPersonAct | None] = mapped_column(text_enum(TwoPersonAct))
    asked_by: Mapped[UUID | None] = mapped_column(info={"privacy": "internal"})
    asked_at: Mapped[datetime | None]
    asked_reason: Mapped[str | None] = mapped_column(info={"privacy": "personal"})
    certified_at: Mapped[datetime | None]
    published_at: Mapped[datetime | None]
    annulled_at: Mapped[datetime | None]
    annul_reason: Mapped[str | None]
    version: Mapped[int]
    """Its ETag for administrators; each PUT and verb makes another one."""

    __table_args__ = (
        within("topics", "topic_id"),
        within("places", "place_id"),
        Index(
            "uq_ballots_live",
            *("community_id", "topic_id"),
            unique=True,
            postgresql_where=text("status <> 'annulled'"),
        ),
        Index("ix_ballots_newest", "community_id", "id"),
        Index("ix_ballots_opening", "opens_at", postgresql_where=text("status = 'announced'")),
        Index("ix_ballots_closing", "closes_at", postgresql_where=text("status = 'open'")),
        CheckConstraint("opens_at < closes_at", name="window"),
        CheckConstraint(
            "manifest_sha256 IS NOT NULL OR status IN ('draft', 'annulled')", name="announced"
        ),
        CheckConstraint(
            "(tally_sealed IS NULL) = (status NOT IN ('closed', 'certified', 'published'))"
            " OR status = 'annulled'",
            name="counted",
        ),
    )

    @validates(*FROZEN, "place_id")
    def _refuse_change(self, name: str, value: object) -> object:
        """Refuse any change of a frozen column after the announcement."""
        if getattr(self, "status", None) not in (None, S.DRAFT) and value != getattr(self, name):
            raise BallotFrozen
        return value

    def move(self, verb: str) -> None:
        super().move(verb)
        self.version += 1

    def require_tally(self) -> Tally:
        """The tally, or the machine's 409 while nothing has been counted."""
        self.require_in(COUNTED, wanted=S.CLOSED)
        tally = own(self, Ballot.tally)
        assert tally is not None  # The check constraint "counted" holds it.
        return Tally(tally["present"], tally["counts"])

    def require_draft(self) -> None:
        self.require_in({S.DRAFT}, wanted=S.DRAFT)

    def require_notice(self, now: datetime) -> None:
        """Require that all days of notice are over when the ballot opens."""
        earliest = end_of_days(now, self.notice_days)
        if self.opens_at < earliest:
            raise NoticeTooShort(earliest=earliest)

    def enrol(self, size: int, salt: bytes, digest: str) -> None:
        if size == 0:
            raise RollEmpty
        self.roll_size, self.roll_salt, self.roll_digest = size, salt, digest

    def announce(self, now: datetime, manifest: str, sha256: str) -> None:
        """Announce the ballot; `enrol` comes before, because the roll is part of what is
        announced."""
        self.require("announce")  # The move freezes the manifest, so it is set before.
        self.manifest, self.manifest_sha256 = manifest, sha256
        self.move("announce")
        self.announced_at = now

    def open(self, now: datetime) -> None:
        self.move("open")
        if now < self.opens_at:
            raise BallotNotYet(opens_at=self.opens_at)

    def close(self, now: datetime, tally: Tally) -> None:
        self.move("close")
        if now < self.closes_at + COUNTING_DELAY:
            raise BallotNotOver(closes_at=self.closes_at)
        self.closed_at, self.tally = now, tally._asdict()

    def request(self, act: TwoPersonAct, by: UUID, reason: str | None, now: datetime) -> None:
        """Record the request of the first of two persons; it replaces an earlier one."""
        self.require(act)
        self.asked_act, self.asked_by, self.asked_reason = act, by, reason
        self.asked_at = now
        self.version += 1

    def first_person(self, act: TwoPersonAct) -> UUID:
        """Returns who has requested the act, or raises NothingToConfirm."""
        self.require(act)
        if self.asked_act is not act or self.asked_by is None:
            raise NothingToConfirm
        return self.asked_by

    def certify(self, now: datetime, by: UUID) -> None:
        self._confirm(TwoPersonAct.CERTIFY, by)
        self.certified_at = now

    def annul(self, now: datetime, by: UUID) -> None:
        self.annul_reason = self._confirm(TwoPersonAct.ANNUL, by)
        self.annulled_at = now

    def publish(self, now: datetime, board_digests: dict[str, Any]) -> None:
        """Publish, with the digest of the vote board of each question that has one."""
        self.move("publish")
        self.published_at, self.board_digests = now, board_digests

    def _confirm(self, act: TwoPersonAct, by: UUID) -> str | None:
        """Confirm as the second of two persons; returns the reason that the first has given."""
        if self.first_person(act) == by:
            raise SecondPersonNeeded
        self.move(act)
        reason = self.asked_reason
        self.asked_act = self.asked_by = self.asked_reason = self.asked_at = None
        return reason
