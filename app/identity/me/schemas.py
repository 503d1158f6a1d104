"""Schemas of a user's own account."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from app.identity.models import Locale, User
from app.kernel.privacy.sealed import shown
from app.kernel.web.schemas import In, Name, Out, line


class Profile(In):
    nickname: Name | None
    locale: Locale


class PhoneCode(In):
    code: Annotated[str, line(128)]
    """Code of the button open-type="getPhoneNumber"; WeChat accepts it once, within five
    minutes."""


class MeOut(Out):
    id: UUID
    nickname: str | None
    locale: Locale
    phone: str | None = Field(examples=["138****0000"])
    """Verified phone number, masked because others may see the screen."""
    created_at: datetime

    @classmethod
    def of(cls, user: User) -> Self:
        phone = shown(user, User.phone)
        return cls(
            id=user.id,
            nickname=user.nickname,
            locale=user.locale,
            phone=None if phone is None else masked(phone),
            created_at=user.created_at,
        )


def masked(phone: str) -> str:
    """Masks a number in E.164: it keeps the first three and the last four digits."""
    digits = phone.removeprefix("+86").removeprefix("+")
    return f"{digits[:3]}****{digits[-4:]}"
