"""Member list of a unit (单位党员名单), by which its members are verified when they register."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import Shared
from app.kernel.database.engine import Base
from app.kernel.privacy.at_rest import PaddedJson


class UnitMemberList(Shared, Base):
    """The list of one organization, under the organization's id and sealed as one value: neither a
    number of rows nor an index tells who is on it."""

    __tablename__ = "unit_member_lists"
    PRIVACY = "internal"

    id: Mapped[UUID] = mapped_column(ForeignKey("party_organizations.id"), primary_key=True)
    members_sealed: Mapped[bytes] = mapped_column(info={"privacy": "sensitive"})
    members = PaddedJson("members_sealed", least=16_384)
    """Pairs of a comparable name and a phone in E.164, which may be missing."""
    replaced_by: Mapped[UUID]
    replaced_at: Mapped[datetime]
