"""Links as the API takes and shows them."""

from typing import Self
from uuid import UUID

from pydantic import Field, model_validator

from app.kernel.web.schemas import In, Out
from app.kernel.words import Worded
from app.links.models import CardKind, LinkKind


class LinkDirection(Worded):
    """Direction of a link, seen from the card of the path."""

    FROM = "from", "来自", "from"
    """The card of the path came from this one."""
    TO = "to", "引出", "to"
    """The card of the path led to this one."""


class LinkIn(In):
    from_id: UUID
    to_id: UUID
    kind: LinkKind = LinkKind.LED_TO

    @model_validator(mode="after")
    def _has_two_ends(self) -> Self:
        if self.from_id == self.to_id:
            raise ValueError("a thing is not linked to itself")
        return self


class LinkOut(Out):
    id: UUID
    kind: LinkKind
    from_id: UUID
    to_id: UUID


class LinkedCard(Out):
    """Card at the other end of a link."""

    link_id: UUID
    kind: LinkKind
    direction: LinkDirection
    card_id: UUID
    card_kind: CardKind
    title: str
    status: str


class LinkedCards(Out):
    items: list[LinkedCard]
    next_cursor: str | None = Field(default=None, examples=[None])
    """Always null: the list is whole."""


class StaffLinkedCards(LinkedCards):
    total: int
