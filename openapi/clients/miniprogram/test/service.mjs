// A small service with the rules that the client relies on: codes and refresh tokens that are good
// once, access tokens that end, keys under which a thing is done once.
import http from "node:http";

const problem = (status, code, more = {}) => ({
  status,
  type: "application/problem+json",
  body: { type: `/problems/${code}`, title: "标题", detail: "说明", status, code, request_id: "r1", ...more },
});

export async function service() {
  const state = {
    logins: 0,
    refreshes: 0,
    refused: 0,
    now: 0,
    most: 0,
    codes: new Set(),
    tokens: new Set(),
    refresh: new Map(),
    places: [],
    answers: new Map(),
    requests: [],
    list: ["a", "b", "c", "d", "e"],
  };

  function tokens(device) {
    const n = state.logins + state.refreshes;
    state.tokens.add(`access-${n}`);
    state.refresh.set(`refresh-${n}`, { device });
    return { access_token: `access-${n}`, refresh_token: `refresh-${n}`, expires_in: 900 };
  }

  const routes = {
    "POST /v1/auth/wechat/sessions"({ body }) {
      if (state.codes.has(body.code)) return problem(400, "wechat.code_invalid");
      state.codes.add(body.code);
      state.logins++;
      return { status: 201, body: { ...tokens(body.device), user: { id: "u" } } };
    },
    "POST /v1/auth/sessions/refresh"({ body }) {
      const known = state.refresh.get(body.refresh_token);
      if (!known || known.device !== body.device) return problem(401, "identity.session_ended");
      if (!known.next) {
        state.refreshes++;
        known.next = tokens(body.device);
      }
      return { status: 200, body: known.next };
    },
    "DELETE /v1/auth/sessions/current": () => ({ status: 204 }),
    "GET /v1/me": () => ({ status: 200, body: { id: "u", nickname: "小满" } }),
    "GET /v1/communities/c/activities"({ query, headers }) {
      const start = Number(query.get("cursor") || 0);
      const next = start + 2 < state.list.length ? String(start + 2) : null;
      const etag = `"${state.list.join("")}-${start}"`;
      if (headers["if-none-match"] === etag) return { status: 304, headers: { ETag: etag } };
      const items = state.list.slice(start, start + 2);
      return { status: 200, headers: { ETag: etag }, body: { items, next_cursor: next } };
    },
    "POST /v1/communities/c/shifts/s/signups"({ body, place }) {
      if (body.is_full) return problem(409, "volunteering.shift_full", { waiting: 3 });
      place();
      return { status: 201, body: { id: `signup-${state.places.length}`, status: "confirmed" } };
    },
    "POST /v1/communities/c/check-ins"({ place, body }) {
      place();
      return { status: 201, body: { id: "x", nonce: body.nonce } };
    },
    "PUT /v1/me": ({ body }) => ({ status: 200, body }),
    "POST /v1/files": ({ text, headers }) => ({
      status: 201,
      body: { key: headers["idempotency-key"], type: headers["content-type"], text },
    }),
    "GET /v1/me/service-record/pdf": () => ({ status: 200, type: "application/pdf", bytes: Buffer.from("%PDF-1.7") }),
    "GET /v1/data-exports/t": () => ({ status: 200, body: { name: "小满" } }),
    "GET /v1/communities/c/certificates/z/pdf": () => problem(404, "not_found"),
    "GET /v1/me/service-record/csv": () => ({ status: 200, type: "text/csv", bytes: Buffer.from("1") }),
    "GET /v1/certificates/n": () => ({ status: 200, body: { status: "valid" } }),
  };

  function answer(request, sent) {
    // A phone makes a new boundary for each repeat of an upload: what counts is the content.
    const [, boundary] = /boundary=(.*)/.exec(request.headers["content-type"] || "") || [];
    const text = boundary ? sent.replaceAll(boundary, "") : sent;
    const url = new URL(request.url, "http://x");
    const isJson = request.headers["content-type"] === "application/json";
    const body = isJson && text ? JSON.parse(text) : undefined;
    const key = request.headers["idempotency-key"] || body?.nonce;
    state.requests.push({ method: request.method, url: request.url, key, headers: request.headers, body });
    const token = (request.headers.authorization || "").slice(7);
    const isOpen = /auth.*(sessions|refresh)$|\/v1\/certificates|data-exports/.test(url.pathname) && request.method !== "DELETE";
    if (!isOpen && !state.tokens.has(token)) {
      state.refused++;
      return problem(401, "unauthenticated");
    }
    const route = routes[`${request.method} ${url.pathname}`];
    if (!route) return problem(404, "not_found");
    const stored = key && state.answers.get(key);
    if (stored) {
      if (stored.text !== text) return problem(422, "idempotency_key_reused");
      return { ...stored.answer, headers: { "Idempotent-Replayed": "true" } };
    }
    const place = () => state.places.push(key);
    const given = route({ body, text, query: url.searchParams, headers: request.headers, place });
    if (key && given.status < 300) state.answers.set(key, { text, answer: given });
    return given;
  }

  const server = http.createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const given = answer(request, Buffer.concat(parts).toString());
      const type = given.type || "application/json";
      const bytes = given.bytes || (given.body === undefined ? "" : JSON.stringify(given.body));
      state.now++;
      state.most = Math.max(state.most, state.now);
      setTimeout(() => {
        state.now--;
        response.writeHead(given.status, { ...(bytes && { "content-type": type }), ...given.headers });
        response.end(bytes);
      }, 10);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { state, base: `http://127.0.0.1:${server.address().port}`, close };
}
