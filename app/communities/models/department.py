"""Departments to which tickets are assigned, and the administrators who act for them."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import CommunityScoped, within
from app.kernel.database.engine import Base


class Department(CommunityScoped, Base):
    """A department that handles tickets of one community."""

    __tablename__ = "departments"
    PRIVACY = "public"
    name: Mapped[str]
    contact: Mapped[str]
    """Contact that residents see: an office, never a person's own number."""
    is_active: Mapped[bool]
    version: Mapped[int]

    __table_args__ = (Index("uq_departments_name", "community_id", "name", unique=True),)


class DepartmentMember(CommunityScoped, Base):
    """An administrator who acts for the department, as far as their grants allow it."""

    __tablename__ = "department_members"
    PRIVACY = "personal"
    department_id: Mapped[UUID]
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))

    __table_args__ = (
        within("departments", "department_id"),
        Index(
            "uq_department_members_once",
            *("community_id", "department_id", "user_id"),
            unique=True,
        ),
        Index("ix_department_members_user", "community_id", "user_id"),
    )
