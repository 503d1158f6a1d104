"""Audit entries: who did what to which row, and whom it concerns, written in the caller's
transaction. Entries are only ever inserted; what they say beyond ids is sealed beside them."""

import json
from datetime import datetime
from hashlib import sha256
from secrets import token_hex
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Index, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, uuid7
from app.kernel.database.engine import Base
from app.kernel.privacy.origin import current_origin
from app.kernel.privacy.sealed import Sealed, shown

SALT_BYTES = 16
ABOUT_SOMEBODY = "person.concerned"
"""The action that stands open of every entry about a person. Which it was, of what row and by
whom is sealed: an open word and an instant beside the message that follows it would tell who has
become a member, or has complained."""
NOBODY = UUID(int=0)
REVEALED = ".revealed"
"""Ending of the actions that show somebody what is another person's: that person is told."""


class Actor(Protocol):
    """Somebody who acts in a community."""

    @property
    def community_id(self) -> UUID: ...
    @property
    def id(self) -> UUID: ...


class Subject(Protocol):
    @property
    def id(self) -> UUID: ...


class AuditEntry(CommunityScoped, Base):
    """The open part of an entry: an instant, and for an entry about no person who did what to which
    row. The role that serves may insert it and nothing else; its position in the chain stands in
    `audit_chain`."""

    __tablename__ = "audit_entries"
    PRIVACY = "personal"
    at: Mapped[datetime]
    actor_id: Mapped[UUID]
    """NOBODY where the entry is about a person."""
    action: Mapped[str]
    """ABOUT_SOMEBODY where the entry is about a person."""
    subject_id: Mapped[UUID]
    """NOBODY where the entry is about a person."""
    content_hash: Mapped[bytes]
    """SHA-256 of the content. The content begins with a random salt, so that nobody can guess it
    by its hash, and so that the entry still stands in the chain when the content is erased."""

    __table_args__ = (
        Index("ix_audit_entries_list", "community_id", "at", "id"),
        Index("ix_audit_entries_subject", "community_id", "subject_id", "at", "id"),
    )


class AuditContent(CommunityScoped, Base):
    """The sealed part of an entry, under the entry's id: all that it says. It can be sealed anew,
    and erased, because the entry holds its hash alone."""

    __tablename__ = "audit_contents"
    PRIVACY = "sensitive"
    at: Mapped[datetime] = mapped_column(info={"privacy": "internal"})
    is_chained: Mapped[bool] = mapped_column(info={"privacy": "internal"})
    """True when the entry has its number in the chain."""
    about_sealed: Mapped[bytes | None]
    about_index: Mapped[bytes | None]
    about_index_even: Mapped[bytes | None]
    about = Sealed("about_sealed", index="about_index")
    """The person whom it concerns, as `about_value` writes them."""
    content_sealed: Mapped[bytes | None]
    content = Sealed("content_sealed")

    __table_args__ = (
        Index(
            "ix_audit_contents_unchained",
            *("community_id", "at", "id"),
            postgresql_where=text("NOT is_chained"),
        ),
        Index(
            "ix_audit_contents_about",
            *("community_id", "about_index"),
            postgresql_where=text("about_index IS NOT NULL"),
        ),
        Index(
            "ix_audit_contents_about_even",
            *("community_id", "about_index_even"),
            postgresql_where=text("about_index_even IS NOT NULL"),
        ),
    )


class Content(NamedTuple):
    """The opened content of an entry."""

    actor_id: UUID
    action: str
    subject_id: UUID
    about: UUID | None
    """The person whom it concerns: the id of their row in the community, or of their user."""
    kind: str
    """The table of the subject; empty where the subject is no row."""
    facts: dict[str, str | None]
    session_id: UUID | None
    address: str | None


def record(
    session: AsyncSession,
    by: Actor,
    action: str,
    subject: Subject,
    about: UUID | None = None,
    /,
    **facts: str | None,
) -> AuditEntry:
    """Writes an entry. `about` is the person whom it concerns: they see it among those who have
    seen their data, and they are told of it where the action ends in `.revealed`."""
    content = _write_content(by, action, subject, about, facts)
    now = clock.now()
    key = {"community_id": by.community_id, "id": uuid7()}
    is_open = about is None
    entry = AuditEntry(
        **key,
        at=now,
        actor_id=by.id if is_open else NOBODY,
        action=action if is_open else ABOUT_SOMEBODY,
        subject_id=subject.id if is_open else NOBODY,
        content_hash=sha256(content.encode()).digest(),
    )
    sealed = AuditContent(
        **key,
        at=now,
        is_chained=False,
        about=None if about is None else about_value(about, is_apart=names_nobody(subject)),
        content=content,
    )
    session.add_all([entry, sealed])
    return entry


def kind_of(subject: object) -> str:
    """Returns the name of the subject's table; empty where it is no row."""
    name: str = getattr(subject, "__tablename__", "")
    return name


def names_nobody(subject: object) -> bool:
    """Returns whether the row names its person by a sealed pointer alone, as its model says by
    NAMES_NOBODY."""
    return getattr(type(subject), "NAMES_NOBODY", False)


def about_value(person_id: UUID, *, is_apart: bool) -> str:
    """Returns the value of the index. Entries about rows that name nobody have another one than
    those about other rows of the same person: an entry of the very moment in which an open row
    changed tells whose the common value is."""
    return f"apart/{person_id}" if is_apart else str(person_id)


def is_apart(row: AuditContent) -> bool:
    """Returns whether the entry is about a row that names nobody; messages about it may name
    nobody either."""
    return (shown(row, AuditContent.about) or "").startswith("apart/")


def concerns(community_id: UUID, *person_ids: UUID) -> ColumnElement[bool]:
    """The condition that finds the contents about a person, under any of their ids."""
    values = [about_value(id_, is_apart=apart) for id_ in person_ids for apart in (False, True)]
    return AuditContent.about.matches(AuditContent, community_id, *values)


async def erase_apart(session: AsyncSession, community_id: UUID, person_id: UUID) -> None:
    """Erases what entries say of the person's rows that name nobody. The entries stay, with their
    instant and their position in the chain."""
    value = about_value(person_id, is_apart=True)
    is_about = AuditContent.about.matches(AuditContent, community_id, value)
    columns = ("about_sealed", "about_index", "about_index_even", "content_sealed")
    await session.execute(
        update(AuditContent)
        .where(AuditContent.community_id == community_id, is_about)
        .values(dict.fromkeys(columns))
    )


def _write_content(
    by: Actor,
    action: str,
    subject: Subject,
    about: UUID | None,
    facts: dict[str, str | None],
) -> str:
    origin = current_origin()
    content = {
        "salt": token_hex(SALT_BYTES),
        "actor": str(by.id),
        "action": action,
        "subject": str(subject.id),
        "about": _text(about),
        "kind": kind_of(subject),
        "facts": facts,
        "session": _text(origin.session_id),
        "address": origin.address,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def read_content(row: AuditContent) -> Content | None:
    """Opens the content of an entry; None when it has been erased, or is
    damaged."""
    stored = shown(row, AuditContent.content)
    if stored is None:
        return None
    content: dict[str, Any] = json.loads(stored)
    return Content(
        UUID(content["actor"]),
        content["action"],
        UUID(content["subject"]),
        _id(content["about"]),
        content["kind"],
        content["facts"],
        _id(content["session"]),
        content["address"],
    )


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


def _id(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)
