"""Equipment: what one administrator did for another's account."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import UserScoped, text_enum
from app.kernel.database.engine import Base


class EquipmentKind(StrEnum):
    CREATED = "created"
    LINK = "link"
    """A one-time link by which a password and a second factor are set was handed over."""
    GRANTED = "granted"


class Equipment(UserScoped, Base):
    """One time at which somebody created, equipped or empowered the account of `user_id`, whose
    holder they may therefore be themselves."""

    __tablename__ = "equipments"
    PRIVACY = "internal"
    by_id: Mapped[UUID]
    """The user who did it."""
    kind: Mapped[EquipmentKind] = mapped_column(text_enum(EquipmentKind))
    at: Mapped[datetime] = mapped_column(index=True)
