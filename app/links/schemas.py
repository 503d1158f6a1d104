"""Links as the API takes and shows them."""

from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator

from app.kernel.web.schemas import In, Out
from app.links.models import CardKind, LinkKind


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
    direction: Literal["from", "to"]
    """`from` where the card of the path came from this one, `to` where it led to this one."""
    card_id: UUID
    card_kind: CardKind
    title: str
    status: str


class LinkedCards(Out):
    items: list[LinkedCard]
    next_cursor: None = None


class StaffLinkedCards(LinkedCards):
    total: int
