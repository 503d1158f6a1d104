import assert from "node:assert/strict";
import { test } from "node:test";
import { createAdmin, isProblem, LinliProblem, memoryStore, NetworkError } from "../src/index.js";
import type { Administrator, SessionStore } from "../src/index.js";
import { fakeService, problem, type Reply, type Seen } from "./fake.js";

const USER = { id: "u", login_name: "wang.fang", name: "王芳" };
const COMMUNITY = { community_id: "c" };
const TICKET = { path: { community_id: "c", ticket_id: "t" } };
const ACCEPT = "/admin/v1/communities/{community_id}/tickets/{ticket_id}/accept";
const DEPARTMENTS = "/admin/v1/communities/{community_id}/departments";
const DEPARTMENT = "/admin/v1/communities/{community_id}/departments/{department_id}";
const DETAILS = { name: "服务站", contact: "一楼窗口" };
const QUICK = { firstWait: 0.01, timeout: 5 };

const isLogin = (seen: Seen) => seen.url === "/admin/v1/auth/sessions";
const isRefresh = (seen: Seen) => seen.url === "/admin/v1/auth/sessions/refresh";
const keys = (seen: readonly Seen[]) => seen.map((one) => one.headers["idempotency-key"]);

/** A service with one login, and a client that has logged in. */
async function loggedIn(
  answer: (seen: Seen, number: number) => Reply,
  store: SessionStore<Administrator> = memoryStore(),
) {
  const service = await fakeService((seen, number) =>
    isLogin(seen)
      ? { status: 201, body: { access_token: "a1", refresh_token: "r1", user: USER } }
      : answer(seen, number - 1),
  );
  const client = createAdmin({ baseUrl: service.baseUrl, store, retry: QUICK });
  await client.login({ username: "wang.fang", password: "seven-quiet-lanterns-41", totp: "123456" });
  return { ...service, client, calls: () => service.seen.filter((one) => !isLogin(one)) };
}

test("a login carries the code and the device, and later calls its token and language", async (t) => {
  const { client, seen, close } = await loggedIn(() => ({ body: USER }));
  t.after(close);
  await client.get("/admin/v1/me");
  client.language = "en";
  await client.get("/admin/v1/me");
  const [login, first, second] = seen;
  const sent = JSON.parse(login?.body ?? "") as Record<string, string>;
  assert.equal(sent["totp"], "123456");
  assert.match(sent["device"] ?? "", /^[0-9a-f]{32}$/);
  assert.equal(first?.headers.authorization, "Bearer a1");
  assert.match(first?.headers["accept-language"] ?? "", /^zh-CN/);
  assert.match(second?.headers["accept-language"] ?? "", /^en/);
});

test("25 calls with a spent token make one refresh, and all are answered", async (t) => {
  const { client, calls, close } = await loggedIn((seen) => {
    if (isRefresh(seen)) return { body: { access_token: "a2", refresh_token: "r2" }, after: 30 };
    if (seen.headers.authorization === "Bearer a2") return { body: USER };
    return problem(401, "unauthenticated");
  });
  t.after(close);
  await Promise.all(Array.from({ length: 25 }, () => client.get("/admin/v1/me")));
  assert.equal(calls().filter(isRefresh).length, 1);
  await client.get("/admin/v1/me");
  assert.equal(calls().filter(isRefresh).length, 1);
});

test("a refresh whose answer was lost is asked for again with the same device", async (t) => {
  let refreshes = 0;
  const { client, calls, close } = await loggedIn((seen) => {
    if (isRefresh(seen)) {
      refreshes += 1;
      return { body: { access_token: "a2", refresh_token: "r2" }, isLost: refreshes === 1 };
    }
    return seen.headers.authorization === "Bearer a2" ? { body: USER } : problem(401, "unauthenticated");
  });
  t.after(close);
  await client.get("/admin/v1/me");
  const [first, second] = calls().filter(isRefresh);
  assert.equal(first?.body, second?.body);
});

test("another page that has refreshed already is followed", async (t) => {
  const store = memoryStore<Administrator>();
  const { client, calls, close } = await loggedIn(
    (seen) =>
      seen.headers.authorization === "Bearer a9" ? { body: USER } : problem(401, "unauthenticated"),
    store,
  );
  t.after(close);
  const saved = await store.load();
  assert.ok(saved);
  await store.save({ ...saved, tokens: { access_token: "a9", refresh_token: "r9" } });
  await client.get("/admin/v1/me");
  assert.equal(calls().filter(isRefresh).length, 0);
});

test("an ended login is told, and the device stays", async (t) => {
  const { client, close } = await loggedIn((seen) =>
    problem(401, isRefresh(seen) ? "identity.session_ended" : "unauthenticated"),
  );
  t.after(close);
  let ended = 0;
  client.session.onEnded(() => (ended += 1));
  const device = await client.session.device();
  await assert.rejects(client.get("/admin/v1/me"), (error) => isProblem(error, "unauthenticated"));
  assert.equal(ended, 1);
  assert.equal(await client.session.token(), undefined);
  assert.equal(await client.session.device(), device);
});

test("a write whose answers are lost is sent again with its key, also at the second try", async (t) => {
  let lost = 5;
  const { client, calls, close } = await loggedIn(() => ({ body: {}, isLost: (lost -= 1) >= 0 }));
  t.after(close);
  const accept = () => client.post(ACCEPT, { params: TICKET });
  await assert.rejects(accept(), (error) => error instanceof NetworkError && error.kind === "offline");
  assert.equal(calls().length, 4);
  await accept();
  assert.equal(new Set(keys(calls())).size, 1);
  await accept();
  assert.equal(new Set(keys(calls())).size, 2);
});

test("what takes no key is not repeated after a lost answer", async (t) => {
  const { client, calls, close } = await loggedIn(() => ({ isLost: true }));
  t.after(close);
  await assert.rejects(client.post("/admin/v1/administrators/{administrator_id}/link", {
    params: { path: { administrator_id: "x" } },
  }), NetworkError);
  assert.deepEqual(keys(calls()), [undefined]);
});

test("Retry-After is waited for, and one that is too long is told", async (t) => {
  let times = 0;
  const busy = { "retry-after": "0" };
  const { client, calls, close } = await loggedIn(() => {
    times += 1;
    if (times === 1) return { ...problem(503, "busy"), headers: busy };
    if (times === 2) return { ...problem(409, "idempotency_key_in_flight"), headers: busy };
    if (times === 3) return { body: {} };
    return { ...problem(429, "too_many_requests"), headers: { "retry-after": "600" } };
  });
  t.after(close);
  await client.post(ACCEPT, { params: TICKET });
  assert.equal(new Set(keys(calls())).size, 1);
  await assert.rejects(client.get("/admin/v1/me"), (error) => {
    assert.ok(error instanceof LinliProblem);
    assert.equal(error.retryAfter, 600);
    return error.is("too_many_requests");
  });
  assert.equal(calls().length, 4);
});

test("a problem has its code, texts, fields and members", async (t) => {
  const { client, close } = await loggedIn(() =>
    problem(422, "malformed", { errors: [{ pointer: "/name", code: "too_long" }], state: "open" }),
  );
  t.after(close);
  await assert.rejects(client.get("/admin/v1/me"), (error) => {
    assert.ok(isProblem(error, "other", "malformed"));
    assert.deepEqual(
      [error.status, error.title, error.detail, error.request_id, error.errors, error.members],
      [422, "标题", "说明", "r-1", [{ pointer: "/name", code: "too_long" }], { state: "open" }],
    );
    return true;
  });
});

test("a page of a proxy in the place of an answer is a network error", async (t) => {
  const { client, close } = await loggedIn(() => ({
    status: 502, headers: { "content-type": "text/html" }, body: "Bad gateway",
  }));
  t.after(close);
  await assert.rejects(client.get("/admin/v1/me"), (error) => error instanceof NetworkError && error.kind === "gateway");
});

test("a PUT carries the version that was read, written or created last", async (t) => {
  let version = 0;
  const { client, calls, close } = await loggedIn((seen) => {
    version += 1;
    const headers: Record<string, string> = { etag: `"${version}"` };
    if (seen.method === "POST") headers["location"] = "/admin/v1/communities/c/departments/d";
    return { body: {}, headers };
  });
  t.after(close);
  const params = { path: { ...COMMUNITY, department_id: "d" } };
  const body = DETAILS;
  await client.post(DEPARTMENTS, { params: { path: COMMUNITY }, body });
  await client.put(DEPARTMENT, { params, body });
  await client.put(DEPARTMENT, { params, body });
  await client.get(DEPARTMENT, { params });
  await client.put(DEPARTMENT, { params, body });
  const sent = calls().filter((one) => one.method === "PUT").map((one) => one.headers["if-match"]);
  assert.deepEqual(sent, ['"1"', '"2"', '"4"']);
});

test("a verb shows the version of the resource before it", async (t) => {
  let version = 0;
  const { client, calls, close } = await loggedIn(() => ({ body: {}, headers: { etag: `"${(version += 1)}"` } }));
  t.after(close);
  const params = { path: { ...COMMUNITY, ballot_id: "0193a5c0-7d1e-7c3a-9b52-3f6d2a41e8b7" } };
  const ballot = "/admin/v1/communities/{community_id}/ballots/{ballot_id}";
  const body = {
    title: "扶手",
    electorate: "residents",
    opens_at: "2026-12-12T01:00:00Z",
    closes_at: "2026-12-15T01:00:00Z",
  } as const;
  await client.post(`${ballot}/certify`, { params });
  await client.put(ballot, { params, body: { ...body, questions: [] } });
  await client.post(`${ballot}/certify/confirm`, { params });
  await client.put(ballot, { params, body: { ...body, questions: [] } });
  const sent = calls().filter((one) => one.method === "PUT").map((one) => one.headers["if-match"]);
  assert.deepEqual(sent, ['"1"', '"3"']);
});

test("a form keeps the version that its person has seen", async (t) => {
  let version = 0;
  const { client, calls, close } = await loggedIn(() => ({ body: {}, headers: { etag: `"${(version += 1)}"` } }));
  t.after(close);
  const params = { path: { ...COMMUNITY, department_id: "d" } };
  await client.get(DEPARTMENT, { params });
  const form = client.submission();
  await client.get(DEPARTMENT, { params });
  await form.put(DEPARTMENT, { params, body: DETAILS });
  assert.equal(calls().at(-1)?.headers["if-match"], '"1"');
});

test("a double click sends once, a lost answer keeps the key, another act has its own", async (t) => {
  let lost = 0;
  const { client, calls, close } = await loggedIn(() => ({ body: { id: "x" }, after: 20, isLost: (lost -= 1) >= 0 }));
  t.after(close);
  const send = (name: string) =>
    form.post(DEPARTMENTS, { params: { path: COMMUNITY }, body: { ...DETAILS, name } });
  const form = client.submission();
  const both = await Promise.all([send("窗口"), send("窗口")]);
  assert.deepEqual(both, [{ id: "x" }, { id: "x" }]);
  await send("窗口");
  assert.equal(calls().length, 1);
  lost = 4;
  await assert.rejects(send("门岗"), NetworkError);
  await send("门岗");
  const [first, ...others] = keys(calls());
  assert.equal(new Set(others).size, 1);
  assert.notEqual(others[0], first);
});

/** A service that does each key once, and refuses another content under it. */
async function departments(losses: number) {
  let lost = losses;
  const done = new Map<string, string>();
  const service = await loggedIn(({ headers, body }) => {
    const key = String(headers["idempotency-key"]);
    if ((done.get(key) ?? body) !== body) return problem(422, "idempotency_key_reused");
    done.set(key, body);
    return { body: { id: "x" }, isLost: (lost -= 1) >= 0 };
  });
  return { ...service, done };
}

/** A form with what its tab keeps over a reload. */
function formIn(client: Awaited<ReturnType<typeof departments>>["client"], tab: Map<string, string>) {
  const form = client.submission({
    key: tab.get("key"),
    onPending: (key) => void (key === undefined ? tab.delete("key") : tab.set("key", key)),
  });
  const send = (name: string) =>
    form.post(DEPARTMENTS, { params: { path: COMMUNITY }, body: { ...DETAILS, name } });
  return { form, send };
}

test("after a lost answer and a reload the next press does nothing twice", async (t) => {
  const { client, done, close } = await departments(4);
  t.after(close);
  const tab = new Map<string, string>();
  const before = formIn(client, tab);
  assert.equal(before.form.pending, undefined);
  await assert.rejects(before.send("窗口"), NetworkError);
  assert.equal(tab.get("key"), before.form.pending);
  const after = formIn(client, tab);
  assert.equal(after.form.pending, before.form.pending);
  await after.send("窗口");
  assert.equal(done.size, 1);
  assert.deepEqual([tab.size, after.form.pending], [0, undefined]);
  await formIn(client, tab).send("窗口");
  assert.equal(done.size, 2);
});

test("a reload while a press is on its way keeps its key", async (t) => {
  const { client, close } = await departments(0);
  t.after(close);
  const tab = new Map<string, string>();
  const { form, send } = formIn(client, tab);
  const press = send("窗口");
  assert.ok(tab.has("key"));
  await press;
  await send("门岗");
  assert.equal(tab.size, 0);
  form.reset();
  assert.equal(form.pending, undefined);
});

test("other content after a lost answer is refused once, then it is another act", async (t) => {
  const { client, calls, done, close } = await departments(4);
  t.after(close);
  const tab = new Map<string, string>();
  await assert.rejects(formIn(client, tab).send("窗口"), NetworkError);
  const { form, send } = formIn(client, tab);
  await assert.rejects(send("门岗"), (error) => isProblem(error, "idempotency_key_reused"));
  assert.equal(new Set(keys(calls())).size, 1);
  assert.deepEqual([tab.size, form.pending], [0, undefined]);
  await send("门岗");
  assert.equal(done.size, 2);
});

test("pages follow the cursor to the end", async (t) => {
  const { client, calls, close } = await loggedIn((seen) => {
    const cursor = new URL(seen.url, "http://x").searchParams.get("cursor");
    return { body: { items: [{ id: cursor ?? "1" }], next_cursor: cursor === null ? "2" : null, total: 2 } };
  });
  t.after(close);
  const found = await client.all(DEPARTMENTS, { params: { path: COMMUNITY, query: { limit: 1 } } });
  assert.deepEqual(found.map((one) => one.id), ["1", "2"]);
  assert.deepEqual(calls().map((one) => one.url.split("?")[1]), ["limit=1", "limit=1&cursor=2"]);
});

test("a sheet is sent as what it is: text, file or workbook", async (t) => {
  const { client, calls, close } = await loggedIn(() => ({ body: {} }));
  t.after(close);
  const path = "/admin/v1/communities/{community_id}/register/imports";
  const params = { path: COMMUNITY, query: { preview: true } };
  const excel = { type: "application/vnd.ms-excel" };
  for (const body of ["楼栋\n", new Blob(["楼栋\n"], excel), new Blob(["PK\u0003\u0004"])]) {
    await client.post(path, { params, body });
  }
  const types = calls().map((one) => one.headers["content-type"]);
  assert.deepEqual(types.slice(0, 2), ["text/csv", "text/csv"]);
  assert.match(types[2] ?? "", /spreadsheetml/);
  assert.equal(calls()[1]?.body, "楼栋\n");
});

test("an act that takes the password once more asks for it once, then is done with its key", async (t) => {
  let isProven = false;
  const { client, calls, close } = await loggedIn(() =>
    isProven ? { body: {} } : problem(403, "identity.step_up_required", { step_up: "/x" }),
  );
  t.after(close);
  let asked = 0;
  client.onStepUp = async () => {
    asked += 1;
    isProven = true;
    return true;
  };
  await client.post(ACCEPT, { params: TICKET });
  assert.equal(asked, 1);
  assert.equal(calls().length, 2);
});

test("a caller gives a call up", async (t) => {
  const { client, close } = await loggedIn(() => ({ body: {}, after: 2000 }));
  t.after(close);
  const giving = new AbortController();
  const call = client.get("/admin/v1/me", { signal: giving.signal });
  setTimeout(() => giving.abort(), 20);
  await assert.rejects(call, { name: "AbortError" });
});

test("a logout ends the login on the service and here", async (t) => {
  const { client, calls, close } = await loggedIn(() => ({ status: 204 }));
  t.after(close);
  await client.logout();
  assert.equal(calls()[0]?.headers.authorization, "Bearer a1");
  assert.equal(await client.session.token(), undefined);
  assert.equal(await client.session.user(), undefined);
});
