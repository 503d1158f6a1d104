"""Figures of a community: counts of whole weeks, and what of them may be shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.consultations.models import TopicStatus
from app.figures import queries
from app.figures.disclosure import Count, hide_small, is_small, running_totals
from app.figures.schemas import (
    FiguresOut,
    FiguresQuery,
    HourFigures,
    ParticipantFigures,
    SignupFigures,
    TicketFigures,
    TopicFigures,
    TopicStageFigures,
    TurnoutFigures,
)
from app.figures.tickets import tickets_by_week
from app.figures.turnout import ClosedBallot, turnout_by_week
from app.figures.weeks import Weeks, monday_of, weeks_of
from app.kernel import clock
from app.kernel.web.schemas import FIRST_DAY
from app.volunteering.models import Signup

FIRST_MONDAY = monday_of(FIRST_DAY)
Counts = Mapping[tuple[Any, ...], int]
"""Numbers of rows by the Monday of their week and what else they are counted by; 0 for others."""


async def get_figures(session: AsyncSession, community_id: UUID, query: FiguresQuery) -> FiguresOut:
    reader = _Reader(session, community_id, weeks_of(query.from_, query.to))
    community = await session.get_one(Community, community_id)
    figures = FiguresOut(
        community_id=community_id,
        community_name=community.name,
        weeks=reader.weeks.mondays,
        has_hidden=False,
        participants=await reader.participants(),
        signups=await reader.signups(),
        hours=await reader.hours(),
        tickets=await reader.tickets(),
        topics=await reader.topics(),
        turnout=await reader.turnout(),
    )
    figures.has_hidden = _has_hidden(figures.model_dump())
    return figures


def _has_hidden(value: object) -> bool:
    """Returns whether a place of any list is empty."""
    if isinstance(value, dict):
        return any(map(_has_hidden, value.values()))
    return isinstance(value, list) and any(part is None or _has_hidden(part) for part in value)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the figures of one community in a span of weeks."""

    session: AsyncSession
    community_id: UUID
    weeks: Weeks

    async def participants(self) -> ParticipantFigures:
        """All weeks of the past are read, because totals go back to the first one."""
        present, mondays = monday_of(clock.today()), self.weeks.mondays
        past = Weeks(min(FIRST_MONDAY, *mondays), max(present, *mondays))
        counts = await self._count(queries.participants_joined(self.community_id, past), past)
        history = [day for day in past.mondays if day <= present]
        totals = dict(zip(history, running_totals(_series(counts, history)), strict=True))
        return ParticipantFigures(
            joined=hide_small(_series(counts, mondays)),
            total=[totals[min(day, present)] for day in mondays],
        )

    async def signups(self) -> SignupFigures:
        return SignupFigures(
            confirmed=await self._signups(Signup.confirmed_at),
            withdrawn=await self._signups(Signup.withdrawn_at),
        )

    async def _signups(self, instant: queries.Instant) -> list[Count]:
        counts = await self._count(queries.signups_by(instant, self.community_id, self.weeks))
        return hide_small(_series(counts, self.weeks.mondays))

    async def hours(self) -> HourFigures:
        """Minutes are hidden by the number of people who have served them."""
        rows = await self._rows(queries.minutes_served(self.community_id, self.weeks))
        served = {number: (minutes, people) for number, minutes, people in rows}
        by_week = [served.get(number, (0, 0)) for number, _ in enumerate(self.weeks.mondays, 1)]
        return HourFigures(
            minutes=[None if is_small(people) else minutes for minutes, people in by_week],
            people=hide_small([people for _, people in by_week]),
        )

    async def tickets(self) -> TicketFigures:
        statement = queries.tickets_submitted(self.community_id, self.weeks, clock.now())
        return tickets_by_week(self.weeks.mondays, await self._count(statement))

    async def topics(self) -> TopicFigures:
        counts = await self._count(queries.topics_raised(self.community_id, self.weeks))
        series = {stage: _series(counts, self.weeks.mondays, stage) for stage in TopicStatus}
        return TopicFigures(
            by_stage=[
                TopicStageFigures(stage=stage, counts=hide_small(numbers))
                for stage, numbers in series.items()
            ]
        )

    async def turnout(self) -> TurnoutFigures:
        rows = await self._rows(queries.ballots_closed(self.community_id, self.weeks))
        ballots = (ClosedBallot(*row) for row in rows)
        return turnout_by_week(self.community_id, self.weeks.mondays, ballots)

    async def _count(self, statement: queries.Statement, weeks: Weeks | None = None) -> Counts:
        """Counts rows by Monday and keys, from rows that tell the number of the week."""
        mondays = (weeks or self.weeks).mondays
        counts = Counter[tuple[Any, ...]]()
        for number, *keys, count in await self._rows(statement):
            counts[mondays[max(number, 1) - 1], *keys] += count
        return counts

    async def _rows(self, statement: queries.Statement) -> Sequence[Row[*tuple[Any, ...]]]:
        return (await self.session.execute(statement)).all()


def _series(counts: Counts, mondays: Sequence[date], *keys: object) -> list[int]:
    return [counts[day, *keys] for day in mondays]
