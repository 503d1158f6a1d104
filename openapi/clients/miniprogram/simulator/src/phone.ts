// `wx` as a browser can play it: requests by fetch, a storage for each person in each tab, and a
// network that the visitor can cut.
import type { Wx, WxRequest } from "@client/linli";

export type Network = "on" | "off" | "lose";

let network: Network = "on";
export const currentNetwork = (): Network => network;
export function useNetwork(next: Network): void {
  network = next;
}

const INTERRUPTED = { errMsg: "request:fail timeout", errno: 5 };
const FAILED = { errMsg: "request:fail", errno: 600001 };

/** The phone of the person whom the simulated WeChat knows under this alias. */
export function phoneOf(alias: string): Wx {
  const placeOf = (key: string) => `${alias}.${key}`;
  return {
    request: (options) => void send(options),
    // No screen of this page sends a file.
    uploadFile: ({ fail }) => fail(FAILED),
    login: ({ success }) => success({ code: `sim:${alias}` }),
    getStorageSync: (key) => JSON.parse(sessionStorage.getItem(placeOf(key)) || '""'),
    setStorageSync: (key, value) => sessionStorage.setItem(placeOf(key), JSON.stringify(value)),
    removeStorageSync: (key) => sessionStorage.removeItem(placeOf(key)),
    getRandomValues: ({ length, success }) =>
      success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
  };
}

async function send({ url, method, header, data, responseType, timeout, success, fail }: WxRequest) {
  if (network === "off") return fail(FAILED);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeout);
  try {
    const reply = await fetch(url, { method, headers: header, body: data, signal: controller.signal });
    const body = responseType === "arraybuffer" ? await reply.arrayBuffer() : await reply.text();
    if (network === "lose" && method !== "GET") {
      // The service has done it, but its answer is lost on the way: once.
      network = "on";
      return fail(FAILED);
    }
    const given: Record<string, string> = {};
    reply.headers.forEach((value, name) => {
      given[name] = value;
    });
    success({ statusCode: reply.status, header: given, data: body });
  } catch {
    fail(controller.signal.aborted ? INTERRUPTED : FAILED);
  } finally {
    clearTimeout(timer);
  }
}
