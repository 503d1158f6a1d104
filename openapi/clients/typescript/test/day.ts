// A community's day, written only with this client: no header, no cast, no field that the documents do not
// have. Usage: node build/test/day.js http://127.0.0.1:8000
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdmin, createResident, isProblem } from "../src/index.js";
import type { AdminClient, AdminSchemas, ResidentClient } from "../src/index.js";
import { code, secretOf } from "./authenticator.js";

const DEMO_PASSWORD = "yunqiao-demo-town";
const PASSWORD = "seven-quiet-lanterns-41";
const MINUTES = 60_000;
/** A new town has a long queue of events at first, and messages stand at its end. */
const PATIENCE = 5 * MINUTES;
const DAYS = 24 * 60 * MINUTES;
const DESK = "/admin/v1/communities/{community_id}";
const HERE = "/v1/communities/{community_id}";
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
const random = () => Math.random().toString(16).slice(2, 10);

interface Home {
  readonly id: string;
  readonly path: readonly string[];
}

export async function communityDay(baseUrl: string, say: (line: string) => void): Promise<void> {
  const [above, secretary, worker] = [createAdmin({ baseUrl }), createAdmin({ baseUrl }), createAdmin({ baseUrl })];
  const newcomer = createResident({ baseUrl });
  for (const client of [above, secretary]) {
    client.onStepUp = async () => Boolean(await client.stepUp(DEMO_PASSWORD));
  }
  await above.login({ username: "district", password: DEMO_PASSWORD });
  await secretary.login({ username: "yunqiao-admin", password: DEMO_PASSWORD });
  const [served] = (await secretary.get("/admin/v1/me")).communities;
  assert.ok(served);
  const community_id = served.id;
  say("一、新同事的账号、授权和首次登录  An account, a grant, a link, a second factor");
  await beginWork(above, worker, community_id);
  assert.deepEqual((await worker.get("/admin/v1/me")).communities.map((one) => one.id), [community_id]);
  const todo = await worker.get("/admin/v1/me/todo");
  assert.equal(todo.count, todo.items.reduce((sum, kind) => sum + kind.count, 0));
  say("二、名册：预览、导入、撤销  The register: preview, import, undo");
  const home = await anEmptyHome(worker, community_id);
  await keepTheRegister(secretary, community_id, home);
  say("三、居住核验  A residence claim");
  await settleIn(worker, newcomer, community_id, home);
  say("四、活动、签到表、到场、时长  An activity, its roster, a check-in, hours");
  await holdAnActivity(worker, newcomer, community_id);
  await reviewHours(worker, community_id);
  say("五、诉求  A ticket");
  await answerATicket(worker, newcomer, community_id, home);
  say("六、议题到表决  A topic becomes a ballot");
  await putToTheVote(worker, newcomer, community_id);
  await worker.logout();
}

/** Creates an account with a grant, whose person sets password and second factor by a link. */
async function beginWork(above: AdminClient, worker: AdminClient, community_id: string): Promise<void> {
  const username = `worker-${random()}`;
  const created = await above.post("/admin/v1/administrators", { body: { login_name: username, name: "赵敏" } });
  const { region_id } = await above.get(DESK, { params: { path: { community_id } } });
  const form = above.submission();
  const body = {
    role: "community_worker",
    scope_kind: "region",
    scope_id: region_id,
    user_id: created.id,
  } as const;
  const press = () => form.post("/admin/v1/role-grants", { body });
  const [first, second] = await Promise.all([press(), press()]);
  assert.equal(first.id, second.id);
  const opened = await worker.openLink(created.link.token);
  assert.deepEqual([opened.login_name, opened.name], [username, "赵敏"]);
  const secret = secretOf(opened.otpauth_uri);
  await worker.useLink(created.link.token, PASSWORD, code(secret, 0));
  await assert.rejects(worker.login({ username, password: PASSWORD }), (error) =>
    isProblem(error, "identity.login_refused"),
  );
  await worker.login({ username, password: PASSWORD, totp: code(secret, 1) });
  assert.ok((await worker.get("/admin/v1/me")).has_second_factor);
}

/** Walks down the places to a household; its path is what a line of a sheet says. */
async function anEmptyHome(worker: AdminClient, community_id: string): Promise<Home> {
  const path: string[] = [];
  for (let parent: string | null = null; ; ) {
    const query = { limit: 100, ...(parent === null ? {} : { parent }) };
    const params = { path: { community_id }, query };
    const below: AdminSchemas["StaffPlaceOut"][] = await worker.all(`${DESK}/places`, { params });
    const place = below.filter((one) => one.parent_id === parent).at(-1);
    assert.ok(place);
    path.push(place.name);
    if (place.kind === "household") return { id: place.id, path };
    parent = place.id;
  }
}

/** Imports a household, first as a preview that changes nothing, and takes it back. */
async function keepTheRegister(secretary: AdminClient, community_id: string, home: Home): Promise<void> {
  const path = { community_id };
  const size = async () => (await secretary.get(`${DESK}/register`, { params: { path } })).entries;
  const sheet = `网格,楼栋,单元,房号,姓名,手机,成年\n${[...home.path, "周小满", "", "是"].join(",")}`;
  const before = await size();
  const imports = `${DESK}/register/imports` as const;
  const preview = await secretary.post(imports, { params: { path, query: { preview: true } }, body: sheet });
  assert.deepEqual([preview.status, preview.created, await size()], ["preview", 1, before]);
  const done = await secretary.post(imports, { params: { path }, body: new Blob([sheet]) });
  assert.deepEqual([done.status, done.created, done.actions.includes("undo")], ["done", 1, true]);
  assert.ok(done.id);
  const undone = await secretary.post(`${DESK}/register/imports/{import_id}/undo`, {
    params: { path: { community_id, import_id: done.id } },
  });
  assert.deepEqual([undone.status, await size()], ["undone", before]);
}

/** Somebody logs in, agrees, joins and claims a home; the worker sees who it is and approves. */
async function settleIn(
  worker: AdminClient, person: ResidentClient, community_id: string, home: Home,
): Promise<void> {
  const alias = `day-${random()}`;
  await person.login(`sim:${alias}`);
  for (const purpose of ["phone", "residence"] as const) {
    const [consent] = (await person.get("/v1/me/consents", { params: { query: { purpose } } })).items;
    assert.ok(consent);
    const body = { is_granted: true, text_version: consent.text_version };
    await person.put("/v1/me/consents/{purpose}", { params: { path: { purpose } }, body });
  }
  await person.post("/v1/me/phone", { body: { code: `simphone:${alias}` } });
  const path = { community_id };
  await person.post(`${HERE}/participants`, { params: { path }, body: { display_name: "新邻居" } });
  const claim = await person.post(`${HERE}/residence-claims`, {
    params: { path },
    body: { household_id: home.id, real_name: "周小满" },
  });
  await waits(worker, "communities.residence_claim", claim.id);
  const params = { path: { community_id, claim_id: claim.id } };
  const shown = await worker.get(`${DESK}/residence-claims/{claim_id}`, { params });
  assert.ok(shown.actions.includes("approve"));
  const contact = await worker.post(`${DESK}/residence-claims/{claim_id}/reveal`, {
    params,
    body: { fields: ["real_name", "phone"], reason: "与本人核对门牌" },
  });
  assert.deepEqual([contact.real_name, Boolean(contact.phone)], ["周小满", true]);
  const approved = await worker.post(`${DESK}/residence-claims/{claim_id}/approve`, {
    params,
    body: { is_adult: true, is_another_person: shown.maybe_same_person.length > 0 },
  });
  assert.equal(approved.status, "approved");
  await told(person, "communities.residence_approved", claim.id);
}

/** Drafts, revises and publishes an activity; somebody signs up and is checked in; it is called off. */
async function holdAnActivity(worker: AdminClient, person: ResidentClient, community_id: string): Promise<void> {
  const draft: AdminSchemas["ActivityIn"] = {
    title: "一日：擦楼道扶手",
    summary: "两个人，半个上午",
    category: "environment",
    risk_statement: "湿滑处请小心",
    organiser: "云桥社区居委会",
    contact: "服务站窗口",
    address: "听风楼1单元",
  };
  const path = { community_id };
  const { id: activity_id } = await worker.post(`${DESK}/activities`, { params: { path }, body: draft });
  const params = { path: { community_id, activity_id } };
  const body = { ...draft, summary: "三个人，半个上午" };
  const revised = await worker.put(`${DESK}/activities/{activity_id}`, { params, body });
  assert.equal(revised.summary, body.summary);
  const shift = await worker.post(`${DESK}/activities/{activity_id}/shifts`, {
    params,
    body: {
      starts_at: soon(20 * MINUTES),
      ends_at: soon(140 * MINUTES),
      roles: [{ name: "擦拭", capacity: 3 }],
    },
  });
  const published = await worker.post(`${DESK}/activities/{activity_id}/publish`, { params });
  assert.equal(published.status, "published");
  const [role] = shift.roles;
  assert.ok(role);
  const signup = await person.post(`${HERE}/shifts/{shift_id}/signups`, {
    params: { path: { community_id, shift_id: shift.id } },
    body: { is_risk_acknowledged: true, role_id: role.id },
  });
  const roster = await worker.post(`${DESK}/shifts/{shift_id}/roster`, {
    params: { path: { community_id, shift_id: shift.id } },
    body: { reason: "打印当天签到表" },
  });
  assert.deepEqual(roster.items.map((row) => [row.real_name, row.role_name]), [["周小满", "擦拭"]]);
  const seen = await worker.post(`${DESK}/attendances/{attendance_id}/check-in`, {
    params: { path: { community_id, attendance_id: signup.id } },
    body: { at: soon(0), witness: "王芳" },
  });
  assert.ok(seen.checked_in_at);
  await worker.post(`${DESK}/activities/{activity_id}/cancel`, { params, body: { reason: "当天停水" } });
  await told(person, "volunteering.activity_is_cancelled", signup.id);
}

/** Reviews and posts the hours of former shifts that wait. */
async function reviewHours(worker: AdminClient, community_id: string): Promise<void> {
  const params = { path: { community_id }, query: { status: "recorded" } } as const;
  for (const entry of await worker.all(`${DESK}/service-entries`, { params })) {
    const one = { params: { path: { community_id, entry_id: entry.id } } };
    assert.equal((await worker.post(`${DESK}/service-entries/{entry_id}/review`, one)).status, "reviewed");
    assert.equal((await worker.post(`${DESK}/service-entries/{entry_id}/post`, one)).status, "in_notice");
  }
}

/** Accepts a ticket, finds it in the queue, and gives it to a department. */
async function answerATicket(
  worker: AdminClient, person: ResidentClient, community_id: string, home: Home,
): Promise<void> {
  const path = { community_id };
  const categories = await person.get(`${HERE}/service-categories`, { params: { path } });
  const [category] = categories.items;
  assert.ok(category);
  const ticket = await person.post(`${HERE}/tickets`, {
    params: { path },
    body: { category_id: category.id, text: "厨房水管滴水。", place_id: home.id },
  });
  await waits(worker, "feedback.ticket_to_accept", ticket.id);
  const params = { path: { community_id, ticket_id: ticket.id } };
  await worker.post(`${DESK}/tickets/{ticket_id}/accept`, { params });
  await assert.rejects(worker.post(`${DESK}/tickets/{ticket_id}/accept`, { params }), (error) =>
    isProblem(error, "feedback.ticket_wrong_state"),
  );
  const queue = await worker.all(`${DESK}/tickets`, { params: { path, query: { limit: 2 } } });
  assert.ok(queue.some((one) => one.id === ticket.id));
  const active = { path, query: { is_active: true } };
  const [department] = (await worker.get(`${DESK}/departments`, { params: active })).items;
  assert.ok(department);
  const assigned = await worker.post(`${DESK}/tickets/{ticket_id}/assign`, {
    params,
    body: { department_id: department.id },
  });
  assert.equal(assigned.department_name, department.name);
  await told(person, "feedback.ticket_assigned", ticket.id);
  await person.post(`${HERE}/tickets/{ticket_id}/withdraw`, { params });
}

/** Takes a topic from its raising to a ballot with a notice, and asks for its annulment. */
async function putToTheVote(worker: AdminClient, person: ResidentClient, community_id: string): Promise<void> {
  const path = { community_id };
  const topic = await person.post(`${HERE}/topics`, {
    params: { path },
    body: { title: "一日：扶手多久擦一次", text: "想听听大家的。", category: "environment" },
  });
  await waits(worker, "consultations.topic_to_answer", topic.id);
  const one = { params: { path: { community_id, topic_id: topic.id } }, body: { note: "公开征求意见" } };
  await worker.post(`${DESK}/topics/{topic_id}/screen`, one);
  await worker.post(`${DESK}/topics/{topic_id}/open`, one);
  await worker.post(`${DESK}/topics/{topic_id}/deliberate`, one);
  await told(person, "consultations.topic_open", topic.id);
  const ballot = await worker.post(`${DESK}/ballots`, {
    params: { path },
    body: {
      topic_id: topic.id,
      title: "扶手多久擦一次",
      electorate: "residents",
      questions: [{ key: "weekly", kind: "yes_no_abstain", title: "是否每周擦一次？" }],
      opens_at: soon(9 * DAYS),
      closes_at: soon(12 * DAYS),
    },
  });
  const params = { path: { community_id, ballot_id: ballot.id } };
  const announced = await worker.post(`${DESK}/ballots/{ballot_id}/announce`, {
    params,
    body: { note: "征求意见后付诸表决" },
  });
  assert.equal(announced.status, "announced");
  assert.ok(announced.manifest_sha256);
  const shown = await person.get(`${HERE}/topics/{topic_id}`, {
    params: { path: { community_id, topic_id: topic.id } },
  });
  assert.ok(shown.ballot);
  await worker.post(`${DESK}/ballots/{ballot_id}/annul`, { params, body: { reason: "演示结束" } });
}

/** Fails unless the subject is among what waits of that kind. */
async function waits(worker: AdminClient, kind: string, subject: string): Promise<void> {
  const params = { path: { kind }, query: { limit: 100 } };
  const items = await worker.all("/admin/v1/me/todo/{kind}", { params });
  assert.ok(items.some((item) => item.subject.id === subject), `${kind}: ${subject} does not wait`);
}

/** Polls the inbox, as a phone does, until it has a message of the kind about the subject. */
async function told(person: ResidentClient, kind: string, subject: string): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(300)) {
    const { items } = await person.get("/v1/me/inbox", { params: { query: { limit: 20 } } });
    if (items.some((one) => one.kind === kind && one.subject?.id === subject)) return;
  }
  assert.fail(`${kind} about ${subject}: not told`);
}

const [, script, baseUrl] = process.argv;
if (script?.endsWith("day.js") && baseUrl !== undefined) await communityDay(baseUrl, console.log);
