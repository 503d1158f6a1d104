"""Party organization: a node of a tree, of a work unit or of a community."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel.database.columns import SearchTerms, Shared, text_enum
from app.kernel.database.engine import Base
from app.kernel.words import Worded


class OrganizationKind(Worded):
    WORK_COMMITTEE = "work_committee", "党工委", "Party work committee"
    COMMITTEE = "committee", "党委", "Party committee"
    GENERAL_BRANCH = "general_branch", "党总支", "general Party branch"
    BRANCH = "branch", "党支部", "Party branch"
    GROUP = "group", "党小组", "Party group"


K = OrganizationKind
COMMITTEES = {K.WORK_COMMITTEE, K.COMMITTEE}
ABOVE: dict[OrganizationKind, frozenset[OrganizationKind | None]] = {
    K.WORK_COMMITTEE: frozenset({None, *COMMITTEES}),
    K.COMMITTEE: frozenset({None, *COMMITTEES}),
    K.GENERAL_BRANCH: frozenset({None, *COMMITTEES}),
    K.BRANCH: frozenset({None, *COMMITTEES, K.GENERAL_BRANCH}),
    K.GROUP: frozenset({K.BRANCH}),
}
"""Kinds that may be above each kind; None where the organization above is not in this service."""


class PartyOrganization(Shared, Base):
    """A Party organization. It never moves in the tree, so that `path` is read without a lock.
    Nothing in it is personal: it does not say who leads it."""

    __tablename__ = "party_organizations"
    PRIVACY = "public"
    kind: Mapped[OrganizationKind] = mapped_column(text_enum(OrganizationKind))
    name: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("party_organizations.id"), index=True)
    path: Mapped[list[UUID]]
    """Its ancestors from the root on, then itself."""
    work_unit_id: Mapped[UUID | None] = mapped_column(ForeignKey("work_units.id"), index=True)
    community_id: Mapped[UUID | None] = mapped_column(ForeignKey("communities.id"), index=True)
    """The community, for an organization of the community itself and not of a work unit."""
    search_grams: Mapped[SearchTerms]
    version: Mapped[int]
    """The number in its ETag for administrators."""

    __table_args__ = (
        Index(
            "uq_party_organizations_name",
            *("name", "parent_id", "work_unit_id", "community_id"),
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_party_organizations_search", "search_grams", postgresql_using="gin"),
        CheckConstraint("(work_unit_id IS NULL) <> (community_id IS NULL)", name="home"),
    )


class OrganizationCommunity(Shared, Base):
    """A community where an organization has ever registered, or to which it was assigned: its lists
    query these communities only."""

    __tablename__ = "organization_communities"
    PRIVACY = "public"
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("party_organizations.id"))
    community_id: Mapped[UUID] = mapped_column(ForeignKey("communities.id"))

    __table_args__ = (
        Index("uq_organization_communities_once", "organization_id", "community_id", unique=True),
    )
