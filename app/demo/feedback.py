"""Tickets of the demo town, one in every state worth seeing."""

from collections.abc import Sequence
from datetime import timedelta
from random import Random
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.departments import service as departments
from app.communities.departments.schemas import DepartmentIn, DepartmentMemberIn
from app.communities.models import Department, Participant
from app.demo.town import Neighbourhood
from app.feedback.categories import service as categories
from app.feedback.categories.schemas import ServiceCategoryIn
from app.feedback.models import Level, Solved, Ticket, TicketStatus, Visibility
from app.feedback.ratings import service as ratings
from app.feedback.ratings.schemas import TicketRatingIn
from app.feedback.replies import service as replies
from app.feedback.replies.schemas import TicketReply
from app.feedback.tickets import author_acts, following
from app.feedback.tickets import service as tickets
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import SubmitTicketCommand
from app.feedback.tickets.schemas import TicketDecline, TicketDeferral, TicketIn, TicketOut
from app.identity.models import Administrator
from app.kernel import clock
from app.kernel.database.engine import get_row

HANDLER_LOGIN = "handler"
"""Login name of the administrator who acts for the first department."""
CATEGORIES = (
    ServiceCategoryIn(name="水电抢修", description="停水停电、管道漏水", level=Level.TWO_HOURS),
    ServiceCategoryIn(name="公共照明", description="路灯、楼道灯不亮", level=Level.ONE_DAY),
    ServiceCategoryIn(
        name="环境卫生", description="垃圾清运、楼道堆物、绿化", level=Level.SEVEN_DAYS
    ),
    ServiceCategoryIn(
        name="停车与道路", description="车位、乱停、路面破损", level=Level.FIFTEEN_DAYS
    ),
    ServiceCategoryIn(
        name="燃气",
        description="燃气停供、表具和管线检查",
        level=Level.TWO_HOURS,
        emergency_text="闻到燃气味：立即离开，不要开关电器，不要使用明火，到室外后拨打119。",
        emergency_number="119",
    ),
)
DEPARTMENTS = (("街道城管办", "街道办事处一楼3号窗口"), ("社区物业联络站", "社区服务站窗口"))
PUBLIC, PRIVATE = Visibility.PUBLIC, Visibility.PRIVATE
S = TicketStatus

STORIES: tuple[tuple[TicketStatus, int, Visibility, str, float], ...] = (
    (S.SUBMITTED, 2, PUBLIC, "三栋北侧的垃圾桶盖坏了，味道很大。", 0.1),
    (S.SUBMITTED, 1, PRIVATE, "单元门禁经常打不开，老人进出不便。", 2),
    (S.ACCEPTED, 3, PUBLIC, "东门路口的减速带松动，夜里响声很大。", 0.5),
    (S.DECLINED, 3, PRIVATE, "希望把隔壁小区的车位分给我们用。", 1),
    (S.ASSIGNED, 2, PUBLIC, "儿童活动区的草坪秃了一大片。", 1),
    (S.IN_PROGRESS, 2, PUBLIC, "五栋楼道长期堆放旧家具，担心消防。", 9),
    (S.WAITING_FOR_RESIDENT, 1, PRIVATE, "我家楼层的灯一闪一闪的。", 0.4),
    (S.DEFERRED, 2, PUBLIC, "希望在中心花园补种桂花。", 3),
    (S.RESOLVED, 1, PUBLIC, "中心花园的路灯三盏不亮。", 0.8),
    (S.CLOSED, 0, PUBLIC, "一栋门口的水管接头漏水。", 0.05),
    (S.REOPENED, 2, PUBLIC, "健身器材旁的积水一下雨又出现。", 3),
    (S.WITHDRAWN, 3, PRIVATE, "想了解电动车充电桩什么时候装。", 1),
)
"""Status, index of the category, visibility, text, and age in days: two are overdue."""


async def fill_feedback(
    session: AsyncSession, here: Neighbourhood, people: Sequence[UUID], rng: Random
) -> None:
    """Make categories, departments and a ticket in every status."""
    made_categories = [
        await categories.add(session, category, by=here.staff) for category in CATEGORIES
    ]
    made_departments = [
        await departments.add(session, DepartmentIn(name=name, contact=contact), by=here.staff)
        for name, contact in DEPARTMENTS
    ]
    handler = await session.scalar(
        select(Administrator.user_id).filter_by(login_name=HANDLER_LOGIN)
    )
    if handler is not None:
        member = DepartmentMemberIn(user_id=handler)
        await departments.add_member(session, made_departments[0], member, by=here.staff)
    for story, author in zip(STORIES, rng.sample(people, len(STORIES)), strict=True):
        status, category, visibility, text, days = story
        body = TicketIn(category_id=made_categories[category].id, text=text, visibility=visibility)
        ticket = await _submit(session, here, author, body, days)
        participant = await get_row(session, Participant, here.id, author)
        await _bring(session, here, ticket, participant, made_departments[0], status)
        if ticket.is_shown:
            for neighbour in rng.sample(people, 3):
                other = await get_row(session, Participant, here.id, neighbour)
                await following.follow(session, ticket, here.acting_for(other))


async def _submit(
    session: AsyncSession, here: Neighbourhood, author: UUID, body: TicketIn, days: float
) -> Ticket:
    command = SubmitTicketCommand(body, here.at_desk(author), clock.now() - timedelta(days=days))
    response = await SUBMIT_TICKET.serve_one(session, here.id, command)
    ticket_id = TicketOut.model_validate_json(response.body).id
    return await get_row(session, Ticket, here.id, ticket_id)


async def _bring(
    session: AsyncSession,
    here: Neighbourhood,
    ticket: Ticket,
    author: Participant,
    department: Department,
    status: TicketStatus,
) -> None:
    """Lead the ticket to the status through the services that staff and residents use."""
    staff = here.staff
    if status is S.DECLINED:
        declined = TicketDecline(
            reason="外小区的车位不归本社区管理。", instead="可向该小区业委会咨询错时停车。"
        )
        await tickets.decline(session, ticket, declined, by=staff)
    if status is S.WITHDRAWN:
        await author_acts.withdraw(session, ticket, here.acting_for(author))
    if status in {S.SUBMITTED, S.DECLINED, S.WITHDRAWN}:
        return
    await tickets.accept(session, ticket, by=staff)
    if status is S.ACCEPTED:
        return
    await tickets.assign(session, ticket, department.id, by=staff)
    if status is S.ASSIGNED:
        return
    await tickets.start(session, ticket, by=staff)
    await _work(session, here, ticket, author, status)


async def _work(
    session: AsyncSession,
    here: Neighbourhood,
    ticket: Ticket,
    author: Participant,
    status: TicketStatus,
) -> None:
    staff = here.staff
    if status is S.WAITING_FOR_RESIDENT:
        await replies.ask(session, ticket, "请问是哪一层？方便几点上门？", by=staff)
    elif status is S.DEFERRED:
        until = clock.today() + timedelta(days=90)
        deferral = TicketDeferral(reason="移栽要等到合适的时节，届时统一补种。", review_on=until)
        await tickets.defer(session, ticket, deferral, by=staff)
    elif status is S.IN_PROGRESS:
        reply = TicketReply(text="已约清运车，本周内清理。", is_public=True)
        await replies.reply(session, ticket, reply, by=staff)
    else:
        await _finish(session, here, ticket, author, status)


async def _finish(
    session: AsyncSession,
    here: Neighbourhood,
    ticket: Ticket,
    author: Participant,
    status: TicketStatus,
) -> None:
    await tickets.resolve(session, ticket, "已派人到场修好，请您看看。", by=here.staff)
    if status is S.CLOSED:
        rating = TicketRatingIn(solved=Solved.YES, satisfied=5, comment="来得很快，谢谢。")
        await ratings.rate(session, ticket, rating, here.acting_for(author))
    if status is S.REOPENED:
        await author_acts.dispute(session, ticket, "昨晚下雨又积水了。", here.acting_for(author))
