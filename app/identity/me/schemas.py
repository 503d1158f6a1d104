"""Schemas of a user's own account."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from app.identity.models import ErasureRequest, Locale, User
from app.kernel.privacy.sealed import shown
from app.kernel.web.schemas import In, Name, Out, line


class Profile(In):
    nickname: Name | None
    locale: Locale


class PhoneCode(In):
    code: Annotated[str, line(128)]
    """Code of the button open-type="getPhoneNumber"; WeChat accepts it once, within five
    minutes."""


class PendingErasure(Out):
    """A request to have the account erased, which a login or `POST /v1/me/keep` takes back until
    `begins_at`."""

    requested_at: datetime
    begins_at: datetime
    erase_by: datetime
    """Instant by which nothing is left of the person."""

    @classmethod
    def of(cls, request: ErasureRequest) -> Self:
        return cls(
            requested_at=request.requested_at,
            begins_at=request.due_at,
            erase_by=request.erase_by,
        )


class MeOut(Out):
    id: UUID
    nickname: str | None
    locale: Locale
    phone: str | None = Field(examples=["138****0000"])
    """Verified phone number, masked because others may see the screen."""
    created_at: datetime
    erasure: PendingErasure | None
    """The request for erasure, if there is one."""

    @classmethod
    def of(cls, user: User, erasure: ErasureRequest | None) -> Self:
        phone = shown(user, User.phone)
        return cls(
            id=user.id,
            nickname=user.nickname,
            locale=user.locale,
            phone=None if phone is None else masked(phone),
            created_at=user.created_at,
            erasure=None if erasure is None else PendingErasure.of(erasure),
        )


def masked(phone: str) -> str:
    """Masks a number in E.164: it keeps the first three and the last four digits."""
    digits = phone.removeprefix("+86").removeprefix("+")
    return f"{digits[:3]}****{digits[-4:]}"
