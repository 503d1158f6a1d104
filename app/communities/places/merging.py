"""Two places of a community become one: what was in the first is in the second from then on."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, Update, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.communities.errors import PlaceMisplaced
from app.communities.models import (
    GrantProposal,
    Participant,
    Place,
    RegisterEntry,
    ResidenceClaim,
    RoleGrant,
    ScopeKind,
)
from app.communities.permissions import Staff
from app.communities.places.queries import siblings, subtree
from app.communities.places.schemas import PlaceMergeOut
from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.files.cells import key_of
from app.kernel.privacy.audit import record

FOLLOWING: tuple[tuple[str, Any], ...] = (
    ("residents", Participant),
    ("residence_claims", ResidenceClaim),
    ("register_entries", RegisterEntry),
)
"""Tables whose rows follow their household, under the name of their count."""


class _TakenBack(Exception):
    """Ends a preview, which does all of it so that it counts what would be."""


@dataclass(slots=True)
class _Merging:
    session: AsyncSession
    community_id: UUID
    counts: Counter[str] = field(default_factory=Counter)

    async def absorb(self, source: Place, target: Place) -> None:
        """Merges what lies below, the children of one name with each other, then the places."""
        below = {(child.kind, key_of(child.name)): child for child in await self._children(target)}
        for child in await self._children(source):
            namesake = below.get((child.kind, key_of(child.name)))
            if namesake is None:
                await self._move(child, target)
            else:
                await self.absorb(child, namesake)
        await self._follow(source.id, target.id)
        self.counts["merged"] += 1
        source.retired_at = source.retired_at or clock.now()
        source.merged_into = target.id

    async def _children(self, place: Place) -> list[Place]:
        found = await self.session.scalars(
            siblings(self.community_id, place.id).where(Place.merged_into.is_(None))
        )
        return list(found)

    async def _move(self, child: Place, target: Place) -> None:
        """Puts a place, with all below it, below another one."""
        depth = child.path.index(child.id)
        for place in (await self.session.scalars(subtree(child))).all():
            self.counts["moved"] += 1
            place.path = [*target.path, *place.path[depth:]]
        child.parent_id = target.id

    async def _follow(self, source: UUID, target: UUID) -> None:
        """Has the rows of a place follow it."""
        await self._drop_repeated(source, target)
        for name, table in FOLLOWING:
            at = (table.community_id == self.community_id, table.household_id == source)
            self.counts[name] += await self._change(
                update(table).where(*at).values(household_id=target)
            )
        for scope in (RoleGrant, GrantProposal):
            at = (scope.scope_kind == ScopeKind.PLACE, scope.scope_id == source)
            users = (await self.session.scalars(select(scope.user_id).where(*at))).all()
            for user_id in users:
                statement = update(scope).where(scope.user_id == user_id, *at)
                self.counts["grants"] += await self._change(statement.values(scope_id=target))
        await self._change(
            update(Place)
            .where(Place.community_id == self.community_id, Place.merged_into == source)
            .values(merged_into=target)
        )

    async def _change(self, statement: Update) -> int:
        done = await self.session.execute(statement.execution_options(synchronize_session=False))
        return done.rowcount if isinstance(done, CursorResult) else 0

    async def _drop_repeated(self, source: UUID, target: UUID) -> None:
        """Deletes entries of the register that both households have."""
        there = aliased(RegisterEntry)
        same = [
            getattr(there, name).is_not_distinct_from(getattr(RegisterEntry, name))
            for name in ("name_index", "name_index_even", "phone_index", "phone_index_even")
        ]
        repeated = (
            select(there.id)
            .where(there.community_id == self.community_id, there.household_id == target, *same)
            .exists()
        )
        await self.session.execute(
            delete(RegisterEntry)
            .where(
                RegisterEntry.community_id == self.community_id,
                RegisterEntry.household_id == source,
                repeated,
            )
            .execution_options(synchronize_session=False)
        )


async def merge(
    session: AsyncSession, source: Place, target_id: UUID, *, is_preview: bool, by: Staff
) -> PlaceMergeOut:
    """Merges a place into another one of its kind: residents, claims, entries of the register,
    grants and all below it follow; the former one is retired and leads there. A preview counts."""
    target = await session.get(Place, {"community_id": by.community_id, "id": target_id})
    if target is None:
        raise UnknownReference
    if not by.may("place:manage", target.path):
        raise Forbidden
    first, second = sorted((source, target), key=lambda place: place.id)
    await lock(session, first, second)
    _require_fit(source, target)
    merging = _Merging(session, by.community_id)
    with suppress(_TakenBack):
        async with session.begin_nested():
            await merging.absorb(source, target)
            await session.flush()
            if is_preview:
                raise _TakenBack
    counts = {name: merging.counts[name] for name in PlaceMergeOut.model_fields}
    if not is_preview:
        facts = {name: str(count) for name, count in counts.items()}
        record(session, by, "place.merged", source, into=str(target_id), **facts)
    return PlaceMergeOut(**counts)


def _require_fit(source: Place, target: Place) -> None:
    is_same = source.id == target.id or source.kind is not target.kind
    if is_same or source.merged_into is not None or target.is_retired:
        raise PlaceMisplaced
