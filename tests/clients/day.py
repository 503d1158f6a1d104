"""A community's day, written only with the Python client: no header, no cast, no field that the
documents do not have. A new worker comes by their first link and works at the desk."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from uuid import UUID, uuid4

import pyotp

from linli_client import Act, AdminClient, LinliProblem, ResidentClient, Rules
from linli_client.admin import (
    activities,
    administrators,
    ballots,
    check_ins,
    communities,
    departments,
    grants,
    places,
    residence,
    service_entries,
    shifts,
    staff,
    tickets,
    topics,
)
from linli_client.admin import models as admin
from linli_client.resident import inbox, me, participants, service_categories, signups
from linli_client.resident import models as resident
from linli_client.resident import residence as my_residence
from linli_client.resident import tickets as my_tickets
from linli_client.resident import topics as my_topics

T = TypeVar("T")
DEMO_PASSWORD = "yunqiao-demo-town"
PASSWORD = "seven-quiet-lanterns-41"
WITNESS = "王芳"
PATIENCE_SECONDS = 300.0
"""A new town has a long queue of events at first, and messages stand at its end."""


@dataclass(frozen=True, slots=True)
class Authenticator:
    """The authenticator app on the worker's phone."""

    secret: str

    def code(self) -> str:
        return pyotp.TOTP(self.secret).now()

    def code_after(self, used: str) -> str:
        """Returns the code of the next half minute, which the service takes from a clock ahead."""
        ahead = pyotp.TOTP(self.secret).at(datetime.now(UTC) + timedelta(seconds=30))
        return ahead if ahead != used else self.code()


@dataclass(frozen=True, slots=True)
class Home:
    id: UUID
    path: tuple[str, ...]


PATIENT = Rules(longest_wait_seconds=60)
"""Other days have logged in from this address just before, and logins are limited by the minute."""


def a_community_day(base_url: str, say: Callable[[str], None]) -> None:
    with (
        AdminClient(base_url, rules=PATIENT) as above,
        AdminClient(base_url, rules=PATIENT) as secretary,
        AdminClient(base_url, rules=PATIENT) as worker,
        ResidentClient(base_url, rules=PATIENT) as newcomer,
    ):
        secretary.login("yunqiao-admin", DEMO_PASSWORD)
        [served] = secretary.send(staff.get_staff_me()).communities
        above.login("district", DEMO_PASSWORD)
        say("一、新同事的账号、授权和首次登录  An account, a grant, a link, a second factor")
        begin_work(above, worker, served.id)
        assert [one.id for one in worker.send(staff.get_staff_me()).communities] == [served.id]
        todo = worker.send(staff.get_my_todo())
        assert todo.count == sum(kind.count for kind in todo.items)
        say("二、名册：预览、导入、撤销  The register: preview, import, undo")
        home = an_empty_home(worker, served.id)
        keep_the_register(secretary, served.id, home)
        say("三、居住核验  A residence claim")
        settle_in(worker, newcomer, served.id, home)
        say("四、活动、签到表、到场、时长  An activity, its roster, a check-in, hours")
        hold_an_activity(worker, newcomer, served.id)
        review_hours(worker, served.id)
        say("五、诉求  A ticket")
        answer_a_ticket(worker, newcomer, served.id, home)
        say("六、议题到表决  A topic becomes a ballot")
        put_to_the_vote(worker, newcomer, served.id)
        worker.logout()


def begin_work(above: AdminClient, worker: AdminClient, community: UUID) -> None:
    """Creates an account with a grant, whose person sets password and second factor by a link."""
    name = f"worker-{uuid4().hex[:8]}"
    body = admin.NewAdministrator(login_name=name, name="赵敏")
    created = proven(above, administrators.create_administrator(body=body))
    region = above.send(communities.get_community(community)).region_id
    grant = admin.GrantIn(
        role=admin.Role.COMMUNITY_WORKER,
        scope_kind=admin.ScopeKind.REGION,
        scope_id=region,
        user_id=created.id,
    )
    assert proven(above, grants.grant_role(body=grant)).user_name == "赵敏"
    opened = worker.open_link(created.link.token)
    assert (opened.login_name, opened.name) == (name, "赵敏")
    phone = Authenticator(pyotp.parse_uri(opened.otpauth_uri).secret)
    first = phone.code()
    worker.use_link(created.link.token, PASSWORD, first)
    assert refusal(lambda: worker.login(name, PASSWORD)) == "identity.login_refused"
    worker.login(name, PASSWORD, phone.code_after(first))
    assert worker.send(staff.get_staff_me()).has_second_factor


def proven(client: AdminClient, act: Act[T]) -> T:
    """Sends an act; where it takes the password once more, the very same act after it."""
    try:
        return client.send(act)
    except LinliProblem as refused:
        if refused.code != "identity.step_up_required":
            raise
    client.step_up(DEMO_PASSWORD)
    return client.send(act)


def refusal(call: Callable[[], object]) -> str:
    try:
        call()
    except LinliProblem as refused:
        return refused.code
    raise AssertionError("not refused")


def an_empty_home(worker: AdminClient, community: UUID) -> Home:
    """Walks down the places to a household; its path is what a line of a sheet says."""
    path: list[str] = []
    above: UUID | None = None
    while True:
        below = worker.all(places.list_places(community, parent=above, limit=100))
        place = [one for one in below if one.parent_id == above][-1]
        path.append(place.name)
        if place.kind == admin.PlaceKind.HOUSEHOLD:
            return Home(place.id, tuple(path))
        above = place.id


def keep_the_register(secretary: AdminClient, community: UUID, home: Home) -> None:
    """Imports a household, first as a preview that changes nothing, and takes it back."""
    line = ",".join([*home.path, "周小满", "", "是"])
    sheet = f"网格,楼栋,单元,房号,姓名,手机,成年\n{line}"
    size = secretary.send(residence.get_register_size(community)).entries
    act = residence.import_register(community, body=sheet, preview=True)
    preview = proven(secretary, act)
    assert (preview.status, preview.created, preview.id) == ("preview", 1, None)
    assert secretary.send(residence.get_register_size(community)).entries == size
    done = proven(secretary, residence.import_register(community, body=sheet.encode("gb18030")))
    assert (done.status, done.created, "undo" in done.actions) == ("done", 1, True)
    assert done.id is not None
    undone = proven(secretary, residence.undo_register_import(community, done.id))
    assert undone.status == "undone"
    assert secretary.send(residence.get_register_size(community)).entries == size


def settle_in(worker: AdminClient, person: ResidentClient, community: UUID, home: Home) -> None:
    """Somebody logs in, agrees, joins and claims a home; the worker sees who it is and approves."""
    alias = f"day-{uuid4().hex[:12]}"
    person.login(f"sim:{alias}")
    for purpose in (resident.Purpose.PHONE, resident.Purpose.RESIDENCE):
        [consent] = person.send(me.list_my_consents(purpose=purpose)).items
        agreed = resident.ConsentDecision(is_granted=True, text_version=consent.text_version)
        person.send(me.decide_consent(purpose, body=agreed))
    person.send(me.verify_phone(body=resident.PhoneCode(code=f"simphone:{alias}")))
    joined = resident.Join(display_name="新邻居")
    person.send(participants.join_community(community, body=joined))
    asked = resident.ResidenceClaimIn(household_id=home.id, real_name="周小满")
    claim = person.send(my_residence.submit_residence_claim(community, body=asked))
    waits(worker, "communities.residence_claim", claim.id)
    shown = worker.send(residence.get_residence_claim(community, claim.id))
    assert "approve" in shown.actions
    fields = [admin.ContactField.REAL_NAME, admin.ContactField.PHONE]
    reveal = admin.RevealContact(fields=fields, reason="与本人核对门牌")
    contact = worker.send(residence.reveal_residence_claim(community, claim.id, body=reveal))
    assert (contact.real_name, bool(contact.phone)) == ("周小满", True)
    body = admin.ResidenceApproval(is_adult=True, is_another_person=bool(shown.maybe_same_person))
    approved = worker.send(residence.approve_residence_claim(community, claim.id, body=body))
    assert approved.status == admin.ResidenceClaimStatus.APPROVED
    is_notified(person, "communities.residence_approved", claim.id)


def hold_an_activity(worker: AdminClient, person: ResidentClient, community: UUID) -> None:
    """Drafts, revises and publishes an activity; somebody signs up and is checked in; the rest of
    it is called off."""
    draft = admin.ActivityIn(
        title="一日：擦楼道扶手",
        summary="两个人，半个上午",
        category=admin.Category.ENVIRONMENT,
        risk_statement="湿滑处请小心",
        organiser="云桥社区居委会",
        contact="服务站窗口",
        address="听风楼1单元",
    )
    created = worker.send(activities.draft_activity(community, body=draft))
    draft.summary = "三个人，半个上午"
    revised = worker.send(activities.revise_activity(community, created.id, body=draft))
    assert revised.summary == draft.summary
    starts_at = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=20)
    times = admin.ShiftIn(
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        roles=[admin.RoleIn(name="擦拭", capacity=3)],
    )
    shift = worker.send(shifts.add_shift(community, created.id, body=times))
    published = worker.send(activities.publish_activity(community, created.id))
    assert published.status == admin.ActivityStatus.PUBLISHED
    wish = resident.SignUp(is_risk_acknowledged=True, role_id=shift.roles[0].id)
    signup = person.send(signups.sign_up_for_shift(community, shift.id, body=wish))
    reason = admin.ReasonIn(reason="打印当天签到表")
    roster = worker.send(shifts.reveal_roster(community, shift.id, body=reason))
    [row] = roster.items
    assert (row.real_name, row.role_name, row.missing) == ("周小满", "擦拭", [])
    came = admin.DeskPresence(at=datetime.now(UTC), witness=WITNESS)
    seen = worker.send(check_ins.check_in_participant(community, signup.id, body=came))
    assert seen.checked_in_at is not None
    stopped = admin.ReasonIn(reason="当天停水")
    worker.send(activities.cancel_activity(community, created.id, body=stopped))
    is_notified(person, "volunteering.activity_is_cancelled", signup.id)


def review_hours(worker: AdminClient, community: UUID) -> None:
    """Reviews and posts the hours of former shifts that wait."""
    recorded = admin.EntryStatus.RECORDED
    for entry in worker.all(service_entries.list_service_entries(community, status=recorded)):
        reviewed = worker.send(service_entries.review_service_entry(community, entry.id))
        assert reviewed.status == admin.EntryStatus.REVIEWED
        posted = worker.send(service_entries.post_service_entry(community, entry.id))
        assert posted.status == admin.EntryStatus.IN_NOTICE


def answer_a_ticket(
    worker: AdminClient, person: ResidentClient, community: UUID, home: Home
) -> None:
    """Accepts a ticket, finds it in the queue, and gives it to a department."""
    category = person.send(service_categories.list_service_categories(community)).items[0]
    asked = resident.TicketIn(category_id=category.id, text="厨房水管滴水。", place_id=home.id)
    ticket = person.send(my_tickets.submit_ticket(community, body=asked))
    waits(worker, "feedback.ticket_to_accept", ticket.id)
    worker.send(tickets.accept_ticket(community, ticket.id))
    again = tickets.accept_ticket(community, ticket.id)
    assert refusal(lambda: worker.send(again)) == "feedback.ticket_wrong_state"
    queue = worker.all(tickets.list_tickets(community, limit=2))
    assert ticket.id in {one.id for one in queue}
    [department, *_] = worker.send(departments.list_departments(community, is_active=True)).items
    to = admin.TicketAssignment(department_id=department.id)
    assigned = worker.send(tickets.assign_ticket(community, ticket.id, body=to))
    assert assigned.department_name == department.name
    is_notified(person, "feedback.ticket_assigned", ticket.id)
    person.send(my_tickets.withdraw_ticket(community, ticket.id))


def put_to_the_vote(worker: AdminClient, person: ResidentClient, community: UUID) -> None:
    """Takes a topic from its raising to a ballot with a notice, and calls it off in time."""
    raised = resident.TopicIn(
        title="一日：扶手多久擦一次",
        text="想听听大家的。",
        category=resident.TopicCategory.ENVIRONMENT,
    )
    topic = person.send(my_topics.raise_topic(community, body=raised))
    waits(worker, "consultations.topic_to_answer", topic.id)
    note = admin.NoteIn(note="公开征求意见")
    for step in (topics.screen_topic, topics.open_topic, topics.deliberate_topic):
        worker.send(step(community, topic.id, body=note))
    is_notified(person, "consultations.topic_open", topic.id)
    opens_at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=9)
    question = admin.Question(
        key="weekly", kind=admin.QuestionKind.YES_NO_ABSTAIN, title="是否每周擦一次？"
    )
    draft = admin.NewBallot(
        topic_id=topic.id,
        title="扶手多久擦一次",
        electorate=admin.Electorate.RESIDENTS,
        questions=[question],
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=3),
    )
    ballot = worker.send(ballots.draft_ballot(community, body=draft))
    notice = admin.Announcement(note="征求意见后付诸表决")
    announced = worker.send(ballots.announce_ballot(community, ballot.id, body=notice))
    assert announced.status == admin.BallotStatus.ANNOUNCED
    assert announced.manifest_sha256 is not None
    shown = person.send(my_topics.get_topic(community, topic.id))
    assert shown.ballot is not None
    reason = admin.ReasonIn(reason="演示结束")
    worker.send(ballots.request_ballot_annulment(community, ballot.id, body=reason))


def waits(worker: AdminClient, kind: str, subject: UUID) -> admin.TodoItem:
    """Returns the thing about the subject among what waits of that kind."""
    for item in worker.all(staff.list_my_todo_items(kind, limit=100)):
        if item.subject.id == subject:
            return item
    raise AssertionError(f"{kind}: {subject} does not wait")


def is_notified(person: ResidentClient, kind: str, subject: UUID) -> None:
    """Polls the inbox, as a phone does, until it has a message of the kind about the subject."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        for message in person.send(inbox.list_inbox(limit=20)).items:
            if message.subject and (message.kind, message.subject.id) == (kind, subject):
                return
        time.sleep(0.3)
    raise AssertionError(f"{kind} about {subject}: not told")
