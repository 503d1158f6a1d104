"""Shapes of one's own account."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from app.identity.models import Locale, User
from app.kernel.privacy.sealed import own
from app.kernel.web.schemas import In, Out, line


class Profile(In):
    nickname: Annotated[str, line(40)] | None
    locale: Locale


class PhoneCode(In):
    code: Annotated[str, line(128)]
    """The code of the button open-type="getPhoneNumber"; good once, for five minutes."""


class MeOut(Out):
    id: UUID
    nickname: str | None
    locale: Locale
    phone: str | None = Field(examples=["138****0000"])
    """Masked, for a screen is seen by others too."""
    created_at: datetime

    @classmethod
    def of(cls, user: User) -> Self:
        phone = own(user, User.phone)
        return cls(
            id=user.id,
            nickname=user.nickname,
            locale=user.locale,
            phone=None if phone is None else masked(phone),
            created_at=user.created_at,
        )


def masked(phone: str) -> str:
    """The first three and the last four digits of a number in E.164."""
    digits = phone.removeprefix("+86").removeprefix("+")
    return f"{digits[:3]}****{digits[-4:]}"
