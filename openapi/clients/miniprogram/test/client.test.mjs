import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { first, path, proxy } from "./proxy.mjs";
import { service } from "./service.mjs";
import { phone } from "./wx.mjs";

const { createLinli, isProblem } = createRequire(import.meta.url)("../dist/linli.js");

const SHIFT = { community_id: "c", shift_id: "s" };
const SIGN_UP = { path: SHIFT, body: { is_risk_acknowledged: true } };
const LIST = { path: { community_id: "c" } };
const SIGN_UPS = path("POST", /signups$/);
const ME = path("GET", /\/v1\/me$/);

let town, way, opened;

beforeEach(async () => {
  town = await service();
  way = await proxy(town.base);
  opened = [way, town];
});

afterEach(() => {
  for (const one of opened) one.close();
});

const aPhone = (more) => phone({ code: (n) => `code-${n}-${Math.random()}`, ...more });
const client = (wx = aPhone(), more = {}) => createLinli({ baseUrl: way.base, wx, backoff: 5, ...more });
const keys = () => way.seen.filter(SIGN_UPS).map((one) => one.headers["idempotency-key"]);
const fault = (count, fits, one) => way.faults.push(first(count, fits, one));

async function refused(promise) {
  try {
    await promise;
  } catch (error) {
    assert.ok(isProblem(error), String(error));
    return error;
  }
  assert.fail("nothing was refused");
}

test("25 calls at once log in once, and ten at most are under way", async () => {
  const wx = aPhone();
  const linli = client(wx);
  const answers = await Promise.all(Array.from({ length: 25 }, () => linli.call("getMe")));
  assert.deepEqual(new Set(answers.map((one) => one.nickname)), new Set(["小满"]));
  assert.deepEqual([wx.counts.logins, town.state.logins], [1, 1]);
  assert.equal(wx.counts.most, 10);
});

test("4 calls with a spoilt token refresh it once", async () => {
  const linli = client();
  await linli.call("getMe");
  town.state.tokens.clear();
  await Promise.all(Array.from({ length: 4 }, () => linli.call("getMe")));
  assert.deepEqual([town.state.refreshes, town.state.logins], [1, 1]);
});

test("calls that were refused one after the other share the new token", async () => {
  const linli = client();
  await linli.call("getMe");
  town.state.tokens.clear();
  fault(1, (one) => one.headers.authorization && one.url.endsWith("activities"), { delay: 150 });
  await Promise.all([linli.call("getMe"), linli.call("listActivities", LIST)]);
  assert.equal(town.state.refreshes, 1);
});

test("a refresh whose answer was lost is repeated by the same device", async () => {
  const linli = client();
  await linli.call("getMe");
  town.state.tokens.clear();
  fault(1, path("POST", /refresh$/), { lose: true });
  await linli.call("getMe");
  assert.deepEqual([town.state.refreshes, town.state.logins], [1, 1]);
});

test("where the login has ended another one follows", async () => {
  const wx = aPhone();
  const linli = client(wx);
  await linli.call("getMe");
  town.state.tokens.clear();
  town.state.refresh.clear();
  await linli.call("getMe");
  assert.deepEqual([wx.counts.logins, town.state.logins], [2, 2]);
});

test("a login whose answer was lost takes another code", async () => {
  const wx = aPhone();
  fault(1, path("POST", /wechat/), { lose: true });
  await client(wx).call("getMe");
  assert.equal(wx.counts.logins, 2);
});

test("a token that is refused again is an error, and no loop", async () => {
  const linli = client();
  fault(9, ME, { status: 401, headers: { "content-type": "application/json" }, body: '{"code":"unauthenticated"}' });
  const error = await refused(linli.call("getMe"));
  assert.deepEqual([error.status, error.code, way.seen.filter(ME).length], [401, "unauthenticated", 2]);
});

test("an app that is opened again goes on with its login", async () => {
  const wx = aPhone();
  await client(wx).call("getMe");
  await client(wx).call("getMe");
  assert.equal(wx.counts.logins, 1);
});

test("a sign-up whose answer was lost has one place, by one key", async () => {
  fault(2, SIGN_UPS, { lose: true });
  const answer = await client().call("signUpForShift", SIGN_UP);
  assert.deepEqual([answer.id, town.state.places.length], ["signup-1", 1]);
  assert.deepEqual([keys().length, new Set(keys()).size], [3, 1]);
});

test("two sign-ups are two things", async () => {
  const linli = client();
  await linli.call("signUpForShift", SIGN_UP);
  await linli.call("signUpForShift", SIGN_UP);
  assert.equal(new Set(keys()).size, 2);
});

test("a submission keeps its key until it is answered, also in an app that was closed", async () => {
  const wx = aPhone();
  fault(2, SIGN_UPS, { lose: true });
  const submission = client(wx, { retries: 0 }).submission("sign-up s");
  assert.equal((await refused(submission.call("signUpForShift", SIGN_UP))).code, "network");
  assert.equal((await refused(submission.call("signUpForShift", SIGN_UP))).code, "network");
  assert.equal(submission.isOpen, true);
  const again = client(wx).submission("sign-up s");
  assert.equal(again.isOpen, true);
  await again.call("signUpForShift", SIGN_UP);
  assert.deepEqual([town.state.places.length, new Set(keys()).size, again.isOpen], [1, 1, false]);
  await again.call("signUpForShift", SIGN_UP);
  assert.equal(new Set(keys()).size, 2);
});

test("a double tap sends once", async () => {
  const submission = client().submission();
  const taps = [1, 2].map(() => submission.call("signUpForShift", SIGN_UP));
  const [one, other] = await Promise.all(taps);
  assert.deepEqual([one, keys().length], [other, 1]);
});

test("what was refused is a new thing when it is sent again", async () => {
  const submission = client().submission();
  const full = { path: SHIFT, body: { is_full: true } };
  const error = await refused(submission.call("signUpForShift", full));
  assert.deepEqual([error.code, error.members, submission.isOpen], ["volunteering.shift_full", { waiting: 3 }, false]);
  await submission.call("signUpForShift", SIGN_UP);
  assert.equal(new Set(keys()).size, 2);
});

test("a form that was changed after a lost answer is told so, and not done twice", async () => {
  fault(1, SIGN_UPS, { lose: true });
  const submission = client(aPhone(), { retries: 0 }).submission();
  await refused(submission.call("signUpForShift", SIGN_UP));
  const changed = { path: SHIFT, body: { is_risk_acknowledged: true, role_id: "r" } };
  const error = await refused(submission.call("signUpForShift", changed));
  assert.deepEqual([error.code, town.state.places.length], ["idempotency_key_reused", 1]);
});

test("a check-in has its nonce from the client, the same in each repeat", async () => {
  fault(1, path("POST", /check-ins$/), { lose: true });
  await client().call("checkIn", { path: { community_id: "c" }, body: { code: "7KQ2" } });
  const nonces = way.seen.filter(path("POST", /check-ins$/)).map((one) => JSON.parse(one.body).nonce);
  assert.deepEqual([nonces.length, new Set(nonces).size, town.state.places.length], [2, 1, 1]);
  assert.match(nonces[0], /^[0-9a-f]{32}$/);
});

test("a write without a key is sent once", async () => {
  fault(1, path("PUT", /me$/), { lose: true });
  const error = await refused(client().call("updateMe", { body: { nickname: "秀英", locale: "zh" } }));
  assert.deepEqual([error.code, way.seen.filter(path("PUT", /me$/)).length], ["network", 1]);
});

test("repeats end", async () => {
  fault(99, ME, { drop: true });
  const error = await refused(client().call("getMe"));
  assert.deepEqual([error.code, error.title, way.seen.filter(ME).length], ["network", "网络不通", 4]);
});

test("Retry-After is waited for", async () => {
  fault(1, ME, { status: 503, headers: { "retry-after": "1" } });
  fault(1, SIGN_UPS, { status: 429, headers: { "Retry-After": "1" } });
  const linli = client();
  await linli.logIn();
  const began = Date.now();
  await Promise.all([linli.call("getMe"), linli.call("signUpForShift", SIGN_UP)]);
  assert.ok(Date.now() - began >= 990);
});

test("a long Retry-After is for the person", async () => {
  fault(1, ME, { status: 503, headers: { "retry-after": "120" } });
  const error = await refused(client().call("getMe"));
  assert.deepEqual([error.status, error.code, error.retryAfter], [503, "unexpected", 120]);
});

test("a repeat that meets the first one waits for it", async () => {
  const body = JSON.stringify({ code: "idempotency_key_in_flight" });
  const headers = { "content-type": "application/problem+json", "retry-after": "0" };
  fault(1, SIGN_UPS, { status: 409, headers, body });
  await client().call("signUpForShift", SIGN_UP);
  assert.equal(new Set(keys()).size, 1);
});

test("a refusal is not repeated", async () => {
  const error = await refused(client().call("getActivity", { path: { community_id: "c", activity_id: "x" } }));
  assert.deepEqual([error.status, error.title, error.detail, error.requestId], [404, "标题", "说明", "r1"]);
  assert.equal(way.seen.filter(path("GET", /activities/)).length, 1);
});

test("a request that went to the background is sent again when the person is back", async () => {
  const wx = aPhone();
  const linli = client(wx);
  await linli.logIn();
  fault(1, SIGN_UPS, { delay: 100 });
  const answer = linli.call("signUpForShift", SIGN_UP);
  await new Promise((resolve) => setTimeout(resolve, 50));
  wx.hide();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(way.seen.filter(SIGN_UPS).length, 1);
  wx.show();
  assert.equal((await answer).id, "signup-1");
  assert.equal(town.state.places.length, 1);
});

test("where it may not be sent again the interruption is told", async () => {
  const wx = aPhone();
  const linli = client(wx);
  await linli.logIn();
  fault(1, path("PUT", /me$/), { delay: 100 });
  const answer = refused(linli.call("updateMe", { body: { nickname: "", locale: "zh" } }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  wx.hide();
  assert.equal((await answer).code, "interrupted");
});

test("a slow answer is a timeout", async () => {
  const linli = client(aPhone(), { retries: 0 });
  await linli.logIn();
  fault(1, ME, { delay: 300 });
  assert.equal((await refused(linli.call("getMe", {}, { timeout: 50 }))).code, "timeout");
});

test("pages follow the cursor, and a page that failed is asked for again", async () => {
  const linli = client(aPhone(), { retries: 0 });
  const list = linli.pages("listActivities", { ...LIST, query: { limit: 2 } });
  assert.deepEqual((await list.next()).value.items, ["a", "b"]);
  fault(1, path("GET", /activities/), { drop: true });
  await refused(list.next());
  const [two, three] = await Promise.all([list.next(), list.next()]);
  assert.deepEqual([two.value.items, three.value.items, list.isDone], [["c", "d"], ["e"], true]);
  assert.deepEqual(await list.next(), { done: true });
  const all = [];
  for await (const page of linli.pages("listActivities", LIST)) all.push(...page.items);
  assert.deepEqual(all, town.state.list);
});

test("a list that has not changed is not sent again", async () => {
  const linli = client();
  const one = await linli.call("listActivities", LIST);
  one.items.push("mine");
  const other = await linli.call("listActivities", LIST);
  assert.deepEqual(other.items, ["a", "b"]);
  assert.deepEqual(way.seen.filter(path("GET", /activities/)).map((r) => r.status), [200, 304]);
  town.state.list.unshift("new");
  assert.deepEqual((await linli.call("listActivities", LIST)).items, ["new", "a"]);
});

test("after a log-out nothing of the person is left", async () => {
  const wx = aPhone();
  const linli = client(wx);
  await linli.call("listActivities", LIST);
  await linli.logOut();
  assert.deepEqual([...wx.stored.keys()], ["linli.device"]);
  await linli.call("listActivities", LIST);
  assert.equal(way.seen.at(-1).headers["if-none-match"], undefined);
});

test("an open operation needs no login", async () => {
  const wx = aPhone();
  assert.equal((await client(wx).call("checkCertificate", { path: { number: "n" } })).status, "valid");
  assert.equal(wx.counts.logins, 0);
});

test("header names of every platform are read", async () => {
  for (const headers of ["canonical", "lower"]) {
    const linli = client(aPhone({ headers }));
    await linli.call("listActivities", LIST);
    await linli.call("listActivities", LIST);
  }
  const statuses = way.seen.filter(path("GET", /activities/)).map((one) => one.status);
  assert.deepEqual(statuses, [200, 304, 200, 304]);
});

test("files are bytes, texts are texts, and their problems are problems", async () => {
  const linli = client();
  const pdf = await linli.call("downloadMyServiceRecord");
  assert.equal(Buffer.from(pdf).toString(), "%PDF-1.7");
  assert.equal(await linli.call("downloadMyServices"), "1");
  const json = await linli.call("downloadDataExport", { path: { token: "t" } });
  assert.equal(Buffer.from(json).toString(), '{"name":"小满"}');
  const given = { path: { community_id: "c", certificate_id: "z" } };
  const error = await refused(linli.call("downloadCertificate", given));
  assert.deepEqual([error.code, error.title], ["not_found", "标题"]);
});

test("a file is uploaded with its fields, again under the same key", async () => {
  const filePath = join(mkdtempSync(join(tmpdir(), "linli-")), "photo.txt");
  writeFileSync(filePath, "照片");
  fault(1, path("POST", /files$/), { lose: true });
  const given = { path: "/v1/files", filePath, formData: { note: "门口" } };
  const submission = client().submission("photo");
  await refused(client(aPhone(), { retries: 0 }).upload({ ...given, path: "/v1/nothing" }));
  const answer = await submission.upload(given);
  assert.match(answer.type, /^multipart\/form-data; boundary=/);
  assert.ok(answer.text.includes('name="note"\r\n\r\n门口'));
  const sent = way.seen.filter(path("POST", /files$/));
  assert.deepEqual([sent.length, new Set(sent.map((one) => one.headers["idempotency-key"])).size], [2, 1]);
});

test("keys without wx.getRandomValues differ, too", async () => {
  const linli = client(aPhone({ random: false }));
  for (let n = 0; n < 5; n++) await linli.call("signUpForShift", SIGN_UP);
  assert.equal(new Set(keys()).size, 5);
  for (const key of keys()) assert.match(key, /^[0-9a-f]{32}$/);
});

test("lists in a query repeat their name, and a path has no empty segment", async () => {
  const linli = client();
  await refused(linli.call("listMySignups", { query: { status: ["a", "b"], cursor: null } }));
  assert.match(way.seen.at(-1).url, /\?status=a&status=b$/);
  await assert.rejects(linli.call("getActivity", { path: { community_id: "c", activity_id: "" } }), TypeError);
});

test("the language of the person is asked for", async () => {
  const linli = client();
  linli.language = "en";
  await linli.call("getMe");
  assert.equal(way.seen.at(-1).headers["accept-language"], "en");
  fault(99, ME, { drop: true });
  assert.equal((await refused(linli.call("getMe"))).title, "No network");
});
