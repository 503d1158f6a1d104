// A resident's day with this client alone against a running demo, whose network loses answers:
// npm run day -- http://127.0.0.1:8000
import assert from "node:assert/strict";
import { createLinli, isProblem } from "../dist/linli";
import type { Answer, Known, Linli, Schemas } from "../dist/linli";
import { rangeText, dateTimeText } from "../dist/dates";
import { first, path, proxy } from "./proxy.mjs";
import { phone } from "./wx.mjs";

const COMMUNITY = "云桥社区";
const MINUTE = 60_000;
/** Messages and exports are made by a worker, which has a long queue in a new town. */
const PATIENCE = 300_000;

const way = await proxy(process.argv[2]);
const say = (line: string) => console.log(line);

/** Somebody's phone; its answers come through the network that loses some. */
const someone = (alias: string): Linli =>
  createLinli({ baseUrl: way.base, wx: phone({ code: () => `sim:${alias}` }), backoff: 50 });

const lose = (method: string, pattern: RegExp) =>
  way.faults.push(first(1, path(method, pattern), { lose: true }));
const sent = (method: string, pattern: RegExp) => way.seen.filter(path(method, pattern));
const oneOf = <T>(list: T[], what: string): T => {
  assert.ok(list.length, what);
  return list[0];
};

async function until<T>(what: string, read: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (found !== undefined) return found;
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function refusal(code: string, promise: Promise<unknown>): Promise<void> {
  await assert.rejects(promise, (error) => isProblem(error, code));
}

async function agree(person: Linli, purpose: Known<Schemas["Purpose"]>, is_granted: boolean): Promise<void> {
  const { items } = await person.call("listMyConsents", { query: { purpose } });
  const { text_version } = oneOf(items, "a consent");
  await person.call("decideConsent", { path: { purpose }, body: { is_granted, text_version } });
}

async function comesNew(name: string): Promise<{ person: Linli; here: { community_id: string } }> {
  const alias = `mini-${Math.random().toString(36).slice(2)}`;
  const person = someone(alias);
  for (const purpose of ["phone", "residence"] as const) await agree(person, purpose, true);
  await person.call("verifyPhone", { body: { code: `simphone:${alias}` } });
  const { items } = await person.call("listCommunities");
  const community = oneOf(items.filter((one) => one.name === COMMUNITY), COMMUNITY);
  const here = { community_id: community.id };
  await person.call("joinCommunity", { path: here, body: { display_name: name } });
  return { person, here };
}

async function claimsHome(person: Linli, here: { community_id: string }): Promise<void> {
  let parent: string | undefined;
  for (;;) {
    const { items } = await person.call("listPlaces", { path: here, query: { parent, limit: 100 } });
    const place = items[items.length - 1];
    if (place.kind === "household") {
      const body = { household_id: place.id, real_name: "周小满" };
      const claim = await person.call("submitResidenceClaim", { path: here, body });
      assert.equal(claim.status, "submitted");
      return;
    }
    parent = place.id;
  }
}

type Shift = Schemas["ShownShift"];

/** The shift of today that one can sign up for and check in at, now. */
async function shiftOfNow(person: Linli, here: { community_id: string }): Promise<Shift> {
  for await (const page of person.pages("listActivities", { path: here, query: { limit: 20 } }))
    for (const { id } of page.items) {
      const shown = await person.call("getActivity", { path: { ...here, activity_id: id } });
      for (const shift of shown.shifts) {
        const left = new Date(shift.starts_at).getTime() - Date.now();
        if (shift.actions.includes("sign_up") && left > MINUTE && left < 29 * MINUTE) {
          say(`  ${shown.title}：${rangeText(shift.starts_at, shift.ends_at)}`);
          return shift;
        }
      }
    }
  throw new Error("no shift begins within half an hour");
}

const placeAt = (here: { community_id: string }, shift: Shift) => ({
  path: { ...here, shift_id: shift.id },
  body: { is_risk_acknowledged: true as const, role_id: shift.roles[0].id },
});

async function signsUp(person: Linli, here: { community_id: string }, shift: Shift): Promise<string> {
  lose("POST", /\/signups$/);
  const before = sent("POST", /\/signups$/).length;
  const signup = await person.call("signUpForShift", placeAt(here, shift));
  assert.equal(signup.status, "confirmed");
  const requests = sent("POST", /\/signups$/).slice(before);
  assert.deepEqual(requests.map((one) => one.replayed), [false, true]);
  assert.equal(new Set(requests.map((one) => one.headers["idempotency-key"])).size, 1);
  const { items } = await person.call("listMySignupsInCommunity", { path: here });
  assert.deepEqual(items.map((one) => one.id), [signup.id]);
  return signup.id;
}

async function checksIn(person: Linli, here: { community_id: string }, shift: Shift): Promise<void> {
  const leader = someone("neighbour");
  const { items } = await leader.call("listLedOccasions", { path: here, query: { limit: 100 } });
  const occasion = oneOf(items.filter((one) => one.id === shift.id), "the leader leads it");
  const shown = await leader.call("getCheckInCode", { path: { ...here, occasion_id: occasion.id } });
  lose("POST", /\/check-ins$/);
  const presence = await person.call("checkIn", { path: here, body: { code: shown.code } });
  assert.equal(presence.status, "present");
  assert.equal(sent("POST", /\/check-ins$/).length, 2);
  await refusal(
    "service_records.already_checked_in",
    person.call("checkIn", { path: here, body: { code: shown.code } }),
  );
  const left = await person.call("checkOut", { path: { ...here, attendance_id: presence.id }, body: {} });
  assert.equal(left.status, "left");
}

/** Fills a shift, waits in line for it, and gets the place of the person who withdraws. */
async function getsAnOffer(person: Linli, here: { community_id: string }): Promise<void> {
  const shift = await fullSoon(person, here);
  const others: { other: Linli; signup: string }[] = [];
  while (others.length < shift.roles[0].remaining) {
    const { person: other } = await comesNew("候补邻居");
    const { id, status } = await other.call("signUpForShift", placeAt(here, shift));
    assert.equal(status, "confirmed");
    others.push({ other, signup: id });
  }
  const waits = await person.call("signUpForShift", placeAt(here, shift));
  assert.equal(waits.status, "waitlisted");
  const { other, signup } = others[0];
  const withdrawn = await other.call("withdrawSignup", { path: { ...here, signup_id: signup } });
  assert.equal(withdrawn.status, "withdrawn");
  const mine = { ...here, signup_id: waits.id };
  assert.equal((await person.call("getSignup", { path: mine })).status, "offered");
  const { waiting } = await person.call("getHome");
  assert.ok(waiting.some((one) => one.kind === "accept_offer" && one.subject.id === waits.id));
  // Told only while the offer is open: somebody who has answered it need not hear of it.
  await hearsOf(person, "volunteering.place_is_offered");
  assert.equal((await person.call("acceptOffer", { path: mine })).status, "confirmed");
  await person.call("withdrawSignup", { path: mine });
}

/** A shift with few places left and nobody in line. */
async function fullSoon(person: Linli, here: { community_id: string }): Promise<Shift> {
  const found: Shift[] = [];
  for await (const page of person.pages("listActivities", { path: here, query: { limit: 50 } }))
    for (const { id } of page.items) {
      const shown = await person.call("getActivity", { path: { ...here, activity_id: id } });
      found.push(...shown.shifts.filter(isOpenToAll));
    }
  found.sort((one, other) => one.roles[0].remaining - other.roles[0].remaining);
  return oneOf(found, "a shift that has places left");
}

const isOpenToAll = (shift: Shift): boolean =>
  shift.actions.includes("sign_up") &&
  shift.waiting === 0 &&
  !shift.needs_review &&
  shift.roles[0].remaining > 0 &&
  new Date(shift.starts_at).getTime() - Date.now() > 24 * 60 * MINUTE;

async function speaksAndVotes(person: Linli, here: { community_id: string }): Promise<void> {
  const open = await person.call("listTopics", { path: here, query: { status: "open" } });
  const topic = oneOf(open.items, "an open topic");
  const of = { ...here, topic_id: topic.id };
  const { has_seconded } = await person.call("getTopic", { path: of });
  if (!has_seconded)
    assert.equal((await person.call("secondTopic", { path: of })).seconds, topic.seconds + 1);
  const opinion = await person.call("submitOpinion", {
    path: of,
    body: { stance: "for", text: "支持，先试一个月。" },
  });
  assert.equal(opinion.status, "in_review");
  await person.call("followTopic", { path: of });
  assert.equal((await person.call("getTopic", { path: of })).is_following, true);
  const balloting = await person.call("listTopics", { path: here, query: { status: "balloting" } });
  for (const { id } of balloting.items) {
    const shown = await person.call("getTopic", { path: { ...here, topic_id: id } });
    if (shown.ballot && shown.actions.includes("vote")) return votes(person, shown, here);
  }
  throw new Error("no ballot that they may vote in");
}

async function votes(
  person: Linli,
  { id, ballot }: Answer<"getTopic">,
  here: { community_id: string },
): Promise<void> {
  assert.ok(ballot && ballot.is_on_roll);
  const [question] = ballot.questions;
  const [one, other] = question.options.map((option) => option.key);
  const of = { ...here, topic_id: id };
  lose("POST", /\/votes$/);
  const receipt = await person.call("castVote", { path: of, body: { choices: { [question.key]: one } } });
  assert.deepEqual(sent("POST", /\/votes$/).map((request) => request.replayed), [false, true]);
  assert.match(receipt.receipt, /\S/);
  await person.call("changeVote", { path: of, body: { choices: { [question.key]: other } } });
  const mine = await person.call("getMyVote", { path: of });
  assert.deepEqual([mine && mine.is_cast_by_me, mine && mine.choices], [true, { [question.key]: other }]);
}

async function sendsTicketAndRates(person: Linli, here: { community_id: string }): Promise<void> {
  const categories = await person.call("listServiceCategories", { path: here });
  const category_id = oneOf(categories.items, "a category").id;
  const submission = person.submission("ticket");
  const body = { category_id, text: "一日：三号楼门口的井盖松了。", visibility: "public" as const };
  lose("POST", /\/tickets$/);
  const taps = [1, 2].map(() => submission.call("submitTicket", { path: here, body }));
  const [ticket, again] = await Promise.all(taps);
  assert.equal(ticket.id, again.id);
  const mine = await person.call("listTickets", { path: here, query: { mine: true } });
  assert.equal(mine.items.filter((one) => one.id === ticket.id).length, 1);
  const shown = await person.call("getTicket", { path: { ...here, ticket_id: ticket.id } });
  say(`  ${shown.number}：${dateTimeText(shown.resolution_due_at)}前办结`);
  await person.call("withdrawTicket", { path: { ...here, ticket_id: ticket.id } });
  const [resolved, ...more] = mine.items.filter((one) => one.status === "resolved");
  assert.deepEqual([!!resolved, more.length], [true, 0], "one ticket waits for its rating");
  const of = { ...here, ticket_id: resolved.id };
  const rated = await person.call("rateTicket", { path: of, body: { solved: "yes", satisfied: 5 } });
  assert.equal(rated.status, "closed");
  const others = await person.call("listTickets", { path: here, query: { public: true } });
  const other = oneOf(others.items.filter((one) => one.id !== resolved.id), "a public ticket");
  await person.call("followTicket", { path: { ...here, ticket_id: other.id } });
}

async function looksBack(person: Linli): Promise<void> {
  const record = await person.call("getMyServiceRecord");
  assert.ok(record.minutes > 0);
  const pdf = new Uint8Array(await person.call("downloadMyServiceRecord"));
  assert.equal(String.fromCharCode(...pdf.slice(0, 5)), "%PDF-");
  const csv = await person.call("downloadMyServices");
  assert.ok(csv.includes(","));
  await agree(person, "notifications", true);
  await agree(person, "notifications", false);
  const { counts } = await person.call("getMe");
  assert.ok(counts.unread_messages >= 0);
}

async function takesDataAlong(person: Linli): Promise<void> {
  const { id } = await person.call("requestDataExport");
  const ready = await until("an export", async () => {
    const shown = await person.call("getDataExport", { path: { export_id: id } });
    return shown.download || undefined;
  });
  const token = ready.json_path.split("/").pop()!.split("?")[0];
  const file = await person.call("downloadDataExport", { path: { token }, query: { form: "json" } });
  assert.ok(file.byteLength > 100);
}

async function hearsOf(person: Linli, kind: string): Promise<void> {
  const message = await until(kind, async () => {
    const { items } = await person.call("listInbox", { query: { limit: 50 } });
    return items.find((one) => one.kind === kind);
  });
  say(`  “${message.title}” ${message.body}`);
  const of = { community_id: message.community_id, message_id: message.id };
  assert.ok((await person.call("markMessageRead", { path: of })).read_at);
}

const { person: newcomer, here } = await comesNew("小满");
say("加入社区、申请居住核验  Joins, and claims a home");
await claimsHome(newcomer, here);
const home = await newcomer.call("getHome", { query: here });
assert.deepEqual([home.residence && home.residence.status, home.community && home.community.name], ["submitted", COMMUNITY]);
say("报名（答复丢失）、签到、签退  Signs up, and the answer is lost; checks in and out");
const shift = await shiftOfNow(newcomer, here);
const signup = await signsUp(newcomer, here, shift);
await checksIn(newcomer, here, shift);
say("候补、名额空出、接受  Waits in line, and gets an offer");
await getsAnOffer(newcomer, here);
const resident = someone("resident");
say("附议、发表意见、投票、改票  Seconds, speaks, votes and changes the vote");
await speaksAndVotes(resident, here);
say("提交诉求（双击、答复丢失）、评价  Sends a ticket, rates another");
await sendsTicketAndRates(resident, here);
say("服务记录、授权、带走数据  Own record, consents, export");
await looksBack(resident);
await takesDataAlong(newcomer);
await resident.logOut();
say(`${way.seen.length}次请求，与承诺一致  ${way.seen.length} calls, as promised (${signup.slice(-6)})`);
way.close();
