"""Audit entries as auditors and as their people read them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.administration.queries import (
    contents_about,
    entries_matching,
    grants_reaching,
    has_read_lately,
)
from app.administration.schemas import AccessOut, AuditEntryOut, AuditQuery
from app.administration.words import ROLES, STAFF, act_of, fields_of
from app.communities.display_names import community_names
from app.communities.models import RoleGrant
from app.communities.permissions import Staff
from app.double_reporting.models import MemberRegistration
from app.double_reporting.policies import may_know_members
from app.identity.administrators.queries import names_of
from app.identity.models import Locale, User
from app.kernel.errors import Text
from app.kernel.privacy.audit import (
    ABOUT_SOMEBODY,
    REVEALED,
    AuditContent,
    AuditEntry,
    Content,
    read_content,
    record,
)
from app.kernel.web.pages import (
    MAX_TOTAL,
    Cursor,
    Order,
    Page,
    PageQuery,
    count_rows,
    paginate,
    total_of,
)

ROWS_AT_A_TIME = 500
MAX_PORTIONS = 10
"""Portions that one page looks through."""
SHOWN_FACTS = frozenset(
    {
        *(
            "field",
            "fields",
            "reason",
            "role",
            "scope",
            "scope_kind",
            "channel",
            "consent",
            "department",
        ),
        *("manifest_sha256", "valid_from", "code", "refusal", "communities", "rows"),
    }
)
"""Facts without values of anybody. Counts are shown, too; witnesses masked, all else left out."""


NEVER_SHOWN = frozenset({"term"})
"""Facts that may be a number of somebody's: what a search was for."""


class Found(NamedTuple):
    """An entry with its content; None where it was erased."""

    entry: AuditEntry
    content: Content | None


async def list_entries(
    session: AsyncSession, staff: Staff, query: AuditQuery
) -> Page[AuditEntryOut]:
    """Lists entries, newest first; those about members only to who may know them. That somebody
    reads them is an entry itself, once in a while."""
    page = await _find(session, staff, query)
    actors = {one.content.actor_id if one.content else one.entry.actor_id for one in page.items}
    names = await names_of(session, actors)
    if not await has_read_lately(session, staff.community_id, staff.id):
        record(session, staff, "audit.read", staff)
    items = [_entry_out(found, names) for found in page.items]
    return Page(items, page.next_cursor, await _count(session, staff, query))


async def _find(session: AsyncSession, staff: Staff, query: AuditQuery) -> Page[Found]:
    order = Order((AuditEntry.at, AuditEntry.id), is_descending=True)
    statement = entries_matching(staff.community_id, query).order_by(*order.by)
    statement = statement.limit(ROWS_AT_A_TIME)
    found: list[Found] = []
    last = query.after if query.cursor is not None else None
    for _ in range(MAX_PORTIONS):
        portion = statement if last is None else statement.where(order.behind(last))
        rows = (await session.execute(portion)).all()
        for entry, sealed in rows:
            if len(found) == query.limit and last is not None:
                return Page(found, last.encode())
            last = Cursor(entry.at, entry.id)
            one = Found(entry, read_content(sealed))
            if _matches(one, query) and _may_see(staff, one):
                found.append(one)
        if len(rows) < ROWS_AT_A_TIME:
            return Page(found, None)
    return Page(found, None if last is None else last.encode())


async def _count(session: AsyncSession, staff: Staff, query: AuditQuery) -> int | None:
    """Counts the entries of a list. Where sealed content decides what is in it, it is opened as
    far as one page looks; None where that is not enough."""
    statement = entries_matching(staff.community_id, query)
    is_open = {query.actor_id, query.action, query.subject_id} == {None}
    if is_open and may_know_members(staff):
        return await count_rows(session, statement)
    newest = statement.order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
    limit = ROWS_AT_A_TIME * MAX_PORTIONS
    rows = (await session.execute(newest.limit(limit))).all()
    found = [Found(entry, read_content(sealed)) for entry, sealed in rows]
    number = sum(_matches(one, query) and _may_see(staff, one) for one in found)
    return total_of(number) if number >= MAX_TOTAL or len(rows) < limit else None


def _matches(found: Found, query: AuditQuery) -> bool:
    seen = found.content or found.entry
    return (
        query.actor_id in {None, seen.actor_id}
        and query.action in {None, seen.action}
        and query.subject_id in {None, seen.subject_id}
    )


def _may_see(staff: Staff, found: Found) -> bool:
    """An erased entry says nothing of anybody. Of one about a member each word tells."""
    is_of_member = (
        found.content is not None and found.content.kind == MemberRegistration.__tablename__
    )
    return not is_of_member or may_know_members(staff)


def _entry_out(found: Found, names: Mapping[UUID | None, str]) -> AuditEntryOut:
    entry, content = found
    if content is None:
        is_sealed = entry.action == ABOUT_SOMEBODY
        return AuditEntryOut(
            id=entry.id,
            at=entry.at,
            actor_id=None if is_sealed else entry.actor_id,
            actor_name=None if is_sealed else names.get(entry.actor_id),
            action=entry.action,
            subject_id=None if is_sealed else entry.subject_id,
            subject_kind=None,
            facts={},
            session_id=None,
            address=None,
        )
    return AuditEntryOut(
        id=entry.id,
        at=entry.at,
        actor_id=content.actor_id,
        actor_name=names.get(content.actor_id),
        action=content.action,
        subject_id=content.subject_id,
        subject_kind=content.kind or None,
        facts=dict(_shown_facts(content)),
        session_id=content.session_id,
        address=content.address,
    )


def _shown_facts(content: Content) -> Sequence[tuple[str, str]]:
    shown = []
    for name, value in content.facts.items():
        if value is None or name in NEVER_SHOWN:
            continue
        if name in SHOWN_FACTS or value.isdecimal():
            shown.append((name, value))
        elif name == "witness":
            shown.append((name, f"{value[:1]}**"))
    return shown


async def list_accesses(
    session: AsyncSession, user_id: UUID, participants: Mapping[UUID, UUID], query: PageQuery
) -> Page[AccessOut]:
    """Lists who has seen the person's data, or has acted for them or about them, newest first."""
    order = Order((AuditContent.at, AuditContent.id), is_descending=True)
    page = await paginate(session, contents_about(user_id, participants), query, order)
    opened = [(row, content) for row in page.items if (content := read_content(row)) is not None]
    actors = {content.actor_id for _, content in opened}
    names = await names_of(session, actors)
    grants = await grants_reaching(session, actors, {row.community_id for row, _ in opened})
    communities = await community_names(session, {row.community_id for row, _ in opened})
    locale = (await session.get_one(User, user_id)).locale
    items = []
    for row, content in opened:
        held = grants.get((content.actor_id, row.community_id), [])
        who = who_of(held, row.at, names.get(content.actor_id))
        named = communities[row.community_id]
        items.append(_access_out(row, content, who, named, locale))
    return page.with_items(items)


def _access_out(
    row: AuditContent, content: Content, who: Text, community_name: str, locale: Locale
) -> AccessOut:
    return AccessOut(
        id=row.id,
        at=row.at,
        community_id=row.community_id,
        community_name=community_name,
        is_reading=content.action.endswith(REVEALED),
        who=in_locale(who, locale),
        what=in_locale(what_of(content), locale),
        reason=content.facts.get("reason"),
    )


def who_of(grants: Sequence[RoleGrant], at: datetime, name: str | None) -> Text:
    """Returns role and name of somebody of the staff, as they were at that instant."""
    role = next((ROLES[grant.role] for grant in grants if grant.holds(at)), STAFF)
    return Text(f"{role.zh}{name or ''}", f"{role.en} {name or ''}".strip())


def shown_fields(content: Content) -> Text:
    """Returns in plain words what was shown: one field or several; by the first word of the action
    where the whole row was."""
    names = content.facts.get("fields") or content.facts.get("field")
    return fields_of((names or content.action.partition(".")[0]).split(","))


def matter_of(content: Content) -> Text:
    """Returns for which matter of the person their data were shown, as it stands before the verb;
    empty for none, and where its name would tell of a membership."""
    zh, en = content.facts.get("matter_zh"), content.facts.get("matter_en")
    return Text("", "") if zh is None or en is None else Text(f"因您的{zh}", f" for your {en}")


def what_of(content: Content) -> Text:
    """Returns in plain words what was seen or done."""
    if not content.action.endswith(REVEALED):
        return act_of(content.action)
    fields, matter = shown_fields(content), matter_of(content)
    return Text(f"{matter.zh}查看了您的{fields.zh}", f"saw your {fields.en}{matter.en}")


def in_locale(text: Text, locale: Locale) -> str:
    return text.en if locale is Locale.EN else text.zh
