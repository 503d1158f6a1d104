// What lies between a phone and the service: it loses answers after their effect, drops requests,
// delays them, answers in the service's place, and spoils tokens.
import http from "node:http";

/** `faults` are functions of a request: the first that returns something for it decides.
 *
 * {drop} the request is lost; {lose} its answer is; {delay: ms}; {status, headers, body} is answered
 * here; {headers} are changed on the way. */
export async function proxy(target, faults = []) {
  const seen = [];
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const { method, url, headers } = request;
      const body = Buffer.concat(parts);
      const one = { method, url, headers: { ...headers }, body: body.toString() };
      seen.push(one);
      const fault = faults.map((decide) => decide(one)).find(Boolean) || {};
      if (fault.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
      if (fault.drop) return request.socket.destroy();
      if (fault.status) {
        response.writeHead(fault.status, fault.headers);
        return response.end(fault.body);
      }
      const sent = { ...headers, ...fault.headers, host: new URL(target).host };
      forward(target, { method, url, headers: sent, body }, (answer, bytes) => {
        one.status = answer?.statusCode;
        one.replayed = answer?.headers["idempotent-replayed"] === "true";
        if (fault.lose || !answer) return request.socket.destroy();
        response.writeHead(answer.statusCode, answer.headers);
        response.end(bytes);
      });
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    seen,
    faults,
    base: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}

function forward(target, { method, url, headers, body }, done) {
  const request = http.request(target + url, { method, headers, agent: false }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => done(answer, Buffer.concat(parts)));
  });
  request.on("error", () => done(undefined));
  request.end(body);
}

/** A fault for the first requests that fit, and only for these. */
export function first(count, fits, fault) {
  let left = count;
  return (request) => (left > 0 && fits(request) && left-- ? fault : undefined);
}

export const path = (method, pattern) => (request) =>
  request.method === method && pattern.test(request.url);
