"""Cards and links: an activity, topic or ticket that led to another one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class CardKind(Worded):
    ACTIVITY = "activity", "活动", "activity"
    TOPIC = "topic", "议题", "topic"
    TICKET = "ticket", "诉求", "ticket"


class Card(CommunityScoped, Base):
    """Title and state of an activity, topic or ticket, under its own id. The feature that owns the
    row writes its card, in the transaction that changes the row."""

    __tablename__ = "cards"
    PRIVACY = "internal"
    kind: Mapped[CardKind] = mapped_column(text_enum(CardKind))
    title: Mapped[str]
    status: Mapped[str]
    is_public: Mapped[bool]
    """False for a private row, whose card only staff see."""


class LinkKind(Worded):
    LED_TO = "led_to", "由此产生", "led to"
    RELATED = "related", "相关", "related"


class Link(CommunityScoped, Base):
    __tablename__ = "links"
    PRIVACY = "internal"
    kind: Mapped[LinkKind] = mapped_column(text_enum(LinkKind))
    from_id: Mapped[UUID]
    to_id: Mapped[UUID]
    made_by: Mapped[UUID]
    made_at: Mapped[datetime]

    __table_args__ = (
        within("cards", "from_id"),
        within("cards", "to_id"),
        Index("uq_links_pair", "community_id", "from_id", "to_id", unique=True),
        Index("ix_links_to", "community_id", "to_id"),
        CheckConstraint("from_id <> to_id", name="two"),
    )
