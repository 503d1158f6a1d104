import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** The request was worked on, but its answer is lost on the way. */
  readonly isLost?: boolean;
  readonly after?: number;
}

/** A service over real HTTP that answers as it is told, and loses answers. */
export async function fakeService(answer: (seen: Seen, number: number) => Reply) {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const one: Seen = {
        method: request.method ?? "",
        url: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      seen.push(one);
      const reply = answer(one, seen.length);
      setTimeout(() => {
        if (reply.isLost) return request.socket.destroy();
        const { status = 200, headers = {}, body } = reply;
        const type = status < 400 ? "application/json" : "application/problem+json";
        response.writeHead(status, { "content-type": type, ...headers });
        response.end(body === undefined ? "" : JSON.stringify(body));
        return undefined;
      }, reply.after ?? 0);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { seen, baseUrl: `http://127.0.0.1:${port}`, close };
}

export function problem(status: number, code: string, members: object = {}): Reply {
  const common = { type: `/problems/${code}`, title: "标题", detail: "说明", request_id: "r-1" };
  return { status, body: { ...common, status, code, ...members } };
}
