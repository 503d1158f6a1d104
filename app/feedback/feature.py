"""Service feedback: tickets, their categories, replies and ratings."""

from app.feedback import listeners, messages, models, todo
from app.feedback.categories import admin_router as admin_categories
from app.feedback.categories import router as categories
from app.feedback.departments import admin_router as admin_departments
from app.feedback.personal_data import PERSONAL_DATA
from app.feedback.ratings import admin_router as admin_ratings
from app.feedback.ratings import router as ratings
from app.feedback.replies import admin_router as admin_replies
from app.feedback.replies import router as replies
from app.feedback.sweeps import SWEEPS
from app.feedback.tickets import admin_router as admin_tickets
from app.feedback.tickets import desk_router as desk_tickets
from app.feedback.tickets import router as tickets
from app.feedback.tickets.schemas import CommunityTicketVisibility
from app.kernel.feature import Feature
from app.kernel.words import words_of

FEEDBACK = Feature(
    name="feedback",
    tags={
        "service categories": (
            "Service categories (诉求类别): subjects of tickets, with their times."
        ),
        "tickets": "Tickets (诉求, 工单): requests of residents, and answers of the community.",
    },
    hot=(tickets.hot_router,),
    resident_in_community=(categories.router, tickets.router, replies.router, ratings.router),
    admin_in_community=(
        admin_categories.router,
        admin_tickets.router,
        admin_tickets.unstored_router,
        admin_departments.router,
        desk_tickets.router,
        admin_replies.router,
        admin_ratings.router,
    ),
    listeners=(*listeners.LISTENERS, *messages.LISTENERS, *todo.LISTENERS),
    todos=todo.TODOS,
    sweeps=SWEEPS,
    messages=messages.MESSAGES,
    models=(models,),
    personal_data=PERSONAL_DATA,
    labels={"CommunityTicketVisibility": words_of(CommunityTicketVisibility)},
    examples={
        "category": "environment",
        "accepted_by_name": "李敏",
        "category_name": "燃气与供暖",
        "comment": "处理得很快",
        "department_name": "街道城管办",
        "emergency_number": "119",
        "emergency_text": "闻到燃气味：不要开关电器，立即开窗离开，到室外拨打电话。",
        "instead": "请向物业公司报修，电话见社区公告栏。",
        "TicketOut.text": "三号楼二单元楼道灯不亮，晚上看不清台阶。",
        "TicketDetail.text": "三号楼二单元楼道灯不亮，晚上看不清台阶。",
        "StaffTicket.text": "三号楼二单元楼道灯不亮，晚上看不清台阶。",
        "EntryOut.text": "已更换灯泡。",
    },
)
