"""Settings of points, what a person sees of their own, and debts that staff settle."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import VersionStale, require_version
from app.kernel.web.pages import (
    Page,
    PageQuery,
    newest_first,
    oldest_first,
    paginate,
    paginate_rows,
)
from app.service_records.models import PointAccount, PointDebt, PointSettings, PointTransfer
from app.service_records.models.points import GRANTING
from app.service_records.points.errors import DebtSettled
from app.service_records.points.events import DebtWasSettled
from app.service_records.points.ledger import balance_of, settings_of
from app.service_records.points.schemas import (
    PointBalance,
    PointDebtOut,
    PointDebtQuery,
    PointSettingsIn,
    PointTransferOut,
)


async def set_up(
    session: AsyncSession, community_id: UUID, body: PointSettingsIn, tag: str, *, by: Staff
) -> PointSettings:
    """Replaces the settings. What was granted before stays as it is. Raises VersionStale if their
    version is not that of `tag`."""
    settings = await settings_of(session, community_id)
    if settings.version == 0:
        require_version(settings, tag)
        settings = PointSettings(
            community_id=community_id, id=community_id, **body.model_dump(), version=1
        )
        if not await insert_once(session, settings):
            raise VersionStale
    else:
        await lock(session, settings)
        require_version(settings, tag)
        for name, value in body.model_dump().items():
            setattr(settings, name, value)
        settings.version += 1
    record(session, by, "point_settings.revised", settings)
    return settings


async def show_balance(
    session: AsyncSession, community_id: UUID, participant_id: UUID
) -> PointBalance:
    settings = await settings_of(session, community_id)
    next_expiry = (
        select(func.min(PointTransfer.expires_at))
        .join(
            PointAccount,
            (PointAccount.community_id == community_id)
            & (PointAccount.id == PointTransfer.person_account_id),
        )
        .where(
            PointTransfer.community_id == community_id,
            PointAccount.participant_id == participant_id,
            PointTransfer.settled_at.is_(None),
        )
    )
    balance = await balance_of(session, community_id, participant_id)
    return PointBalance(
        is_enabled=settings.is_enabled,
        balance=balance,
        points_per_hour=settings.points_per_hour if settings.is_enabled else None,
        next_expires_at=await session.scalar(next_expiry) if balance else None,
    )


async def list_transfers(
    session: AsyncSession, me: Participant, query: PageQuery
) -> Page[PointTransferOut]:
    """Lists what has moved in a person's account, newest first."""
    statement = (
        select(PointTransfer)
        .join(
            PointAccount,
            (PointAccount.community_id == me.community_id)
            & (PointAccount.id == PointTransfer.person_account_id),
        )
        .where(PointTransfer.community_id == me.community_id, PointAccount.participant_id == me.id)
    )
    page = await paginate(session, statement, query, newest_first(PointTransfer.id))
    return page.with_items([_signed(transfer) for transfer in page.items])


def _signed(transfer: PointTransfer) -> PointTransferOut:
    sign = 1 if transfer.kind in GRANTING else -1
    return PointTransferOut(
        id=transfer.id,
        kind=transfer.kind,
        amount=sign * transfer.amount,
        title=transfer.title,
        made_at=transfer.made_at,
        expires_at=transfer.expires_at,
    )


async def list_debts(
    session: AsyncSession, staff: Staff, query: PointDebtQuery
) -> Page[PointDebtOut]:
    """Lists debts, oldest first."""
    statement = (
        select(PointDebt, Participant)
        .join(
            Participant,
            (Participant.community_id == staff.community_id)
            & (Participant.id == PointDebt.participant_id),
        )
        .where(
            PointDebt.community_id == staff.community_id,
            PointDebt.settled_at.is_not(None) == query.is_settled,
        )
    )
    page = await paginate_rows(session, statement, query, oldest_first(PointDebt.id), counts=True)
    return page.with_items(_shown_debts(page.items))


def _shown_debts(rows: Sequence[tuple[PointDebt, Participant]]) -> list[PointDebtOut]:
    return [show_debt(debt, person) for debt, person in rows]


def show_debt(debt: PointDebt, person: Participant) -> PointDebtOut:
    return PointDebtOut(
        id=debt.id,
        participant_id=debt.participant_id,
        display_name=person.display_name,
        amount=debt.amount,
        noted_at=debt.noted_at,
        settled_at=debt.settled_at,
        actions=[] if debt.settled_at else ["settle"],
    )


async def settle_debt(
    session: AsyncSession, debt: PointDebt, person: Participant, reason: str, *, by: Staff
) -> PointDebtOut:
    """Notes that staff have settled a debt with its person, who is not they themselves. Raises
    DebtSettled for one that is."""
    await lock(session, debt)
    if debt.settled_at is not None:
        raise DebtSettled
    if person.user_id is not None:
        await require_not_entered_by(session, person.user_id, by.id)
    debt.settled_at, debt.settled_by = clock.now(), by.id
    emit(session, debt.community_id, DebtWasSettled(debt_id=debt.id))
    record(session, by, "point_debt.settled", debt, debt.participant_id, reason=reason)
    return show_debt(debt, person)
