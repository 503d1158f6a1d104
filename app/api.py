"""The one list of routers, hot operations first. An operation is named after its function;
administrators' get a prefix that the export takes off again."""

from fastapi import APIRouter
from fastapi.routing import APIRoute

from app.communities.administrators import admin_router as administrators_admin
from app.communities.communities import admin_router as communities_admin
from app.communities.communities import router as communities
from app.communities.departments import admin_router as departments_admin
from app.communities.documents import router as documents
from app.communities.grants import admin_router as grants_admin
from app.communities.participants import admin_router as participants_admin
from app.communities.participants import router as participants
from app.communities.places import admin_router as places_admin
from app.communities.places import router as places
from app.communities.regions import admin_router as regions_admin
from app.communities.register import admin_router as roll_admin
from app.communities.residence import admin_router as residence_admin
from app.communities.residence import router as residence
from app.consultations.ballots import admin_router as ballots_admin
from app.consultations.ballots import router as ballots
from app.consultations.opinions import admin_router as opinions_admin
from app.consultations.opinions import router as opinions
from app.consultations.results import admin_router as results_admin
from app.consultations.results import router as results
from app.consultations.topics import admin_router as topics_admin
from app.consultations.topics import router as topics
from app.consultations.voting import router as voting
from app.double_reporting.members import admin_router as members_admin
from app.double_reporting.members import router as members
from app.double_reporting.post_claims import admin_router as claims_admin
from app.double_reporting.post_claims import router as claims
from app.double_reporting.posts import admin_router as posts_admin
from app.double_reporting.posts import router as posts
from app.double_reporting.units import admin_router as units_admin
from app.double_reporting.units import liaison_router as units_liaison
from app.feedback.categories import admin_router as categories_admin
from app.feedback.categories import router as categories
from app.feedback.ratings import admin_router as ratings_admin
from app.feedback.ratings import router as ratings
from app.feedback.replies import admin_router as replies_admin
from app.feedback.replies import router as replies
from app.feedback.tickets import admin_router as tickets_admin
from app.feedback.tickets import desk_router as tickets_desk
from app.feedback.tickets import router as tickets
from app.identity.administrators import admin_router as own_account_admin
from app.identity.consents import router as consents
from app.identity.me import router as me
from app.identity.sessions import admin_router as sessions_admin
from app.identity.sessions import router as sessions
from app.kernel.errors import Malformed, NotFound, Unauthenticated
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.links import admin_router as links_admin
from app.links import router as links
from app.notifications import router as notifications
from app.organizations.liaisons import admin_router as liaisons_admin
from app.organizations.organizations import admin_router as organizations_admin
from app.organizations.organizations import router as organizations
from app.organizations.work_units import admin_router as work_units_admin
from app.volunteering.activities import admin_router as activities_admin
from app.volunteering.activities import router as activities
from app.volunteering.shifts import admin_router as shifts_admin
from app.volunteering.signups import admin_router as signups_admin
from app.volunteering.signups import router as signups

HERE = "/communities/{community_id}"


def operation_id(route: APIRoute) -> str:
    first, *others = route.name.split("_")
    return first + "".join(word.capitalize() for word in others)


def admin_operation_id(route: APIRoute) -> str:
    return "admin_" + operation_id(route)


RESIDENT_HOT = (
    signups.hot_router,
    activities.hot_router,
    tickets.hot_router,
    claims.hot_router,
    voting.hot_router,
)
"""In a community; matched before all others."""
RESIDENT: tuple[Router, ...] = (
    sessions.router,
    me.router,
    consents.router,
    communities.router,
    documents.router,
    participants.mine_router,
    organizations.router,
    signups.mine_router,
    notifications.mine_router,
)
"""Of a person, wherever they live."""
RESIDENT_HERE = (
    places.router,
    participants.router,
    residence.router,
    activities.router,
    signups.router,
    topics.router,
    opinions.router,
    ballots.router,
    voting.router,
    results.router,
    links.router,
    categories.router,
    tickets.router,
    replies.router,
    ratings.router,
    members.router,
    posts.router,
    claims.router,
    notifications.router,
)
ADMIN: tuple[Router, ...] = (
    own_account_admin.router,
    own_account_admin.idempotent_router,
    sessions_admin.router,
    administrators_admin.idempotent_router,
    administrators_admin.router,
    grants_admin.router,
    regions_admin.router,
    communities_admin.router,
    work_units_admin.router,
    organizations_admin.router,
    liaisons_admin.router,
    units_liaison.router,
    members_admin.unit_router,
    members_admin.unstored_unit_router,
)
"""Above communities."""
ADMIN_HERE = (
    places_admin.router,
    participants_admin.router,
    participants_admin.unstored_router,
    residence_admin.router,
    residence_admin.unstored_router,
    roll_admin.router,
    activities_admin.router,
    shifts_admin.router,
    signups_admin.router,
    topics_admin.router,
    opinions_admin.router,
    ballots_admin.router,
    results_admin.router,
    units_admin.router,
    units_admin.unstored_router,
    links_admin.router,
    departments_admin.router,
    categories_admin.router,
    tickets_admin.router,
    tickets_desk.router,
    replies_admin.router,
    ratings_admin.router,
    members_admin.router,
    members_admin.unstored_router,
    posts_admin.router,
    claims_admin.router,
)

EVERYWHERE = problems(Unauthenticated, NotFound, Malformed)


hot = APIRouter(prefix="/v1", generate_unique_id_function=operation_id, responses=EVERYWHERE)
resident = APIRouter(prefix="/v1", generate_unique_id_function=operation_id, responses=EVERYWHERE)
admin = APIRouter(
    prefix="/admin/v1", generate_unique_id_function=admin_operation_id, responses=EVERYWHERE
)
for _router in RESIDENT_HOT:
    _router.mount(hot, HERE)
for _router in RESIDENT:
    _router.mount(resident)
for _router in RESIDENT_HERE:
    _router.mount(resident, HERE)
for _router in ADMIN:
    _router.mount(admin)
for _router in ADMIN_HERE:
    _router.mount(admin, HERE)
