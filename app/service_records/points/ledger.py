"""The ledger of points. Only this module moves them. Each movement locks the person's account and
writes the transfer and the balance together; what has moved points once moves none again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.jobs.events import emit
from app.service_records.models import (
    AccountKind,
    PointAccount,
    PointDebt,
    PointSettings,
    PointTransfer,
    TransferKind,
)
from app.service_records.models.points import GRANTING, SPENDING
from app.service_records.points.errors import BalanceTooLow
from app.service_records.points.events import DebtNoted, PointsMoved

COUNTER_ACCOUNTS = {
    TransferKind.GRANT: AccountKind.SOURCE,
    TransferKind.TAKE_BACK: AccountKind.SOURCE,
    TransferKind.EXPIRE: AccountKind.EXPIRY,
    TransferKind.REDEEM: AccountKind.REDEMPTION,
    TransferKind.GIVE_BACK: AccountKind.REDEMPTION,
}
"""The community's account on the other side of each kind."""


@dataclass(frozen=True, slots=True)
class Movement:
    """Points to move into a person's account, or out of it, and why."""

    kind: TransferKind
    amount: int
    cause_id: UUID
    title: str


async def locked_account(
    session: AsyncSession, community_id: UUID, participant_id: UUID
) -> PointAccount:
    """Returns the person's account, locked; it is opened with the first use."""
    find = select(PointAccount).filter_by(community_id=community_id, participant_id=participant_id)
    account: PointAccount | None = await session.scalar(find)
    if account is None:
        account = PointAccount(
            community_id=community_id,
            kind=AccountKind.PERSON,
            participant_id=participant_id,
            balance=0,
        )
        if not await insert_once(session, account):
            account = (await session.scalars(find)).one()
    await lock(session, account)
    return account


async def _community_account(
    session: AsyncSession, community_id: UUID, kind: AccountKind
) -> PointAccount:
    find = select(PointAccount).filter_by(community_id=community_id, kind=kind, participant_id=None)
    account: PointAccount | None = await session.scalar(find)
    if account is None:
        account = PointAccount(
            community_id=community_id, kind=kind, participant_id=None, balance=None
        )
        if not await insert_once(session, account):
            account = (await session.scalars(find)).one()
    return account


async def move(
    session: AsyncSession,
    account: PointAccount,
    movement: Movement,
    *,
    expires_at: datetime | None = None,
) -> PointTransfer | None:
    """Moves points into the locked account of a person, or out of it. Returns None where the cause
    has moved points before. Raises BalanceTooLow for more than there is."""
    balance = account.balance or 0
    is_in = movement.kind in GRANTING
    if not is_in and movement.amount > balance:
        raise BalanceTooLow(balance=balance, cost=movement.amount)
    kind = COUNTER_ACCOUNTS[movement.kind]
    other = await _community_account(session, account.community_id, kind)
    transfer = PointTransfer(
        community_id=account.community_id,
        kind=movement.kind,
        from_account_id=other.id if is_in else account.id,
        to_account_id=account.id if is_in else other.id,
        person_account_id=account.id,
        amount=movement.amount,
        cause_id=movement.cause_id,
        title=movement.title,
        made_at=clock.now(),
        expires_at=expires_at,
    )
    if not await insert_once(session, transfer):
        return None
    account.balance = balance + (movement.amount if is_in else -movement.amount)
    await session.flush()
    return transfer


async def settings_of(session: AsyncSession, community_id: UUID) -> PointSettings:
    """Returns the settings; of a community that has set nothing, those with points off."""
    key = {"community_id": community_id, "id": community_id}
    return await session.get(PointSettings, key) or PointSettings(
        community_id=community_id,
        id=community_id,
        is_enabled=False,
        points_per_hour=10,
        expires_after_days=None,
        version=0,
    )


def expiry_of(settings: PointSettings) -> datetime | None:
    """Returns the instant at which points granted now expire: the end of their last day."""
    if settings.expires_after_days is None:
        return None
    days = timedelta(days=settings.expires_after_days + 1)
    return clock.instant_of(clock.today() + days)


async def grant(
    session: AsyncSession,
    community_id: UUID,
    participant_id: UUID,
    *,
    minutes: int,
    entry_id: UUID,
    title: str,
) -> PointTransfer | None:
    """Grants the points of a confirmed entry, once; none while the community does not use points,
    nor for too few minutes."""
    settings = await settings_of(session, community_id)
    amount = minutes * settings.points_per_hour // 60
    if not settings.is_enabled or amount <= 0:
        return None
    account = await locked_account(session, community_id, participant_id)
    movement = Movement(TransferKind.GRANT, amount, entry_id, title)
    transfer = await move(session, account, movement, expires_at=expiry_of(settings))
    if transfer is not None:
        emit(session, community_id, PointsMoved(transfer_id=transfer.id))
    return transfer


async def take_back(
    session: AsyncSession, community_id: UUID, participant_id: UUID, entry_id: UUID
) -> None:
    """Takes back the points of a reversed entry, once. What of them has expired is gone already;
    what was spent is noted as a debt, for the balance is never negative."""
    account = await locked_account(session, community_id, participant_id)
    find = select(PointTransfer).filter_by(community_id=community_id, kind=TransferKind.GRANT)
    granted = await session.scalar(find.filter_by(cause_id=entry_id))
    if granted is None or await _is_taken_back(session, community_id, entry_id):
        return
    expired = await _caused(session, community_id, TransferKind.EXPIRE, granted.id)
    due = granted.amount - (0 if expired is None else expired.amount)
    taken = min(due, account.balance or 0)
    if taken > 0:
        movement = Movement(TransferKind.TAKE_BACK, taken, entry_id, granted.title)
        transfer = await move(session, account, movement)
        if transfer is not None:
            emit(session, community_id, PointsMoved(transfer_id=transfer.id))
    if due > taken:
        debt = PointDebt(
            community_id=community_id,
            participant_id=participant_id,
            amount=due - taken,
            cause_id=entry_id,
            noted_at=clock.now(),
        )
        if await insert_once(session, debt):
            emit(session, community_id, DebtNoted(debt_id=debt.id))


async def _is_taken_back(session: AsyncSession, community_id: UUID, entry_id: UUID) -> bool:
    owed = select(PointDebt.id).filter_by(community_id=community_id, cause_id=entry_id)
    taken = await _caused(session, community_id, TransferKind.TAKE_BACK, entry_id)
    return taken is not None or await session.scalar(owed) is not None


async def _caused(
    session: AsyncSession, community_id: UUID, kind: TransferKind, cause_id: UUID
) -> PointTransfer | None:
    query = select(PointTransfer).filter_by(community_id=community_id, kind=kind, cause_id=cause_id)
    transfer: PointTransfer | None = await session.scalar(query)
    return transfer


async def expire(session: AsyncSession, granted: PointTransfer, now: datetime) -> None:
    """Lets what is left of a grant expire. Points that expire first are spent first, so that what
    was spent since is counted against them."""
    account = await get_row(session, PointAccount, granted.community_id, granted.person_account_id)
    await lock(session, account, granted)
    if granted.settled_at is not None or granted.expires_at is None or granted.expires_at > now:
        return
    granted.settled_at = now
    left = min(await left_of(session, granted), account.balance or 0)
    if left > 0:
        movement = Movement(TransferKind.EXPIRE, left, granted.id, granted.title)
        transfer = await move(session, account, movement)
        if transfer is not None:
            emit(session, granted.community_id, PointsMoved(transfer_id=transfer.id))


async def left_of(session: AsyncSession, granted: PointTransfer) -> int:
    """Returns how much of a grant is left, its account locked: of all that expires no later, less
    what was spent, at most its own."""
    mine = (
        PointTransfer.community_id == granted.community_id,
        PointTransfer.person_account_id == granted.person_account_id,
    )
    rows = await session.execute(
        select(
            PointTransfer.id,
            PointTransfer.kind,
            PointTransfer.amount,
            PointTransfer.cause_id,
            PointTransfer.expires_at,
        ).where(*mine)
    )
    transfers = rows.all()
    taken = {row.cause_id: row.amount for row in transfers if row.kind is TransferKind.TAKE_BACK}
    spent = sum(row.amount for row in transfers if row.kind in SPENDING)
    own, earlier = 0, 0
    for row in transfers:
        if row.kind not in GRANTING or row.expires_at is None or granted.expires_at is None:
            continue
        amount: int = row.amount
        if row.kind is TransferKind.GRANT:
            amount -= taken.get(row.cause_id, 0)
        if row.id == granted.id:
            own = amount
        elif (row.expires_at, row.id) < (granted.expires_at, granted.id):
            earlier += amount
    left: int = min(own, max(0, earlier + own - spent))
    return left


async def balance_of(session: AsyncSession, community_id: UUID, participant_id: UUID) -> int:
    query = select(func.max(PointAccount.balance)).filter_by(
        community_id=community_id, participant_id=participant_id
    )
    return await session.scalar(query) or 0
