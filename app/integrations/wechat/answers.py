"""The fields of WeChat's answers that are used. Others are not stored: the
session_key never gets further than the bytes it came in."""

from re import fullmatch, search
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[str, Field(pattern=r"^[\w-]{1,64}$")]


class Answer(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True, hide_input_in_errors=True)


class Verdict(Answer):
    """The verdict in every answer; a success may leave it out."""

    errcode: int = 0
    errmsg: str = ""

    @property
    def rid(self) -> str:
        found = search(r"\brid: ?([0-9a-f]{1,16}(?:-[0-9a-f]{1,16}){2})\b", self.errmsg)
        return found[1] if found else ""


class SessionAnswer(Answer):
    openid: Id
    unionid: Id | None = None
    """Present only when the mini-program is bound to an Open Platform account."""


class TokenAnswer(Answer):
    access_token: str = Field(min_length=1, max_length=4096, pattern=r"^[!-~]+$")
    expires_in: int = Field(gt=0, le=7 * 24 * 3600)
    """Seconds that remain."""


class Watermark(Answer):
    appid: str


class PhoneInfo(Answer):
    pure: str = Field(alias="purePhoneNumber")
    country: str | int = Field(alias="countryCode")
    """The document says text, its example is a number."""
    watermark: Watermark

    def e164(self) -> str | None:
        number = f"+{self.country}{self.pure}"
        return number if fullmatch(r"\+[1-9][0-9]{6,14}", number) else None


class PhoneAnswer(Answer):
    phone_info: PhoneInfo
