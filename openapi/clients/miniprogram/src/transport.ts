import { localError } from "./errors";
import { hex } from "./store";
import type { Wx, WxFailure, WxUpload } from "./wx";

/** Limit of the platform for requests, uploads and downloads together. */
const MAX_CONCURRENT = 10;
/** A wait that the service asks for is kept up to this; then the person is told. */
const MAX_WAIT_SECONDS = 30;

export interface Reply {
  _status: number;
  _headers: Record<string, string>;
  _body: unknown;
  /** The body as it came, where it is JSON. */
  _text?: string;
}

export interface Sending {
  url: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  header: Record<string, string>;
  data?: string;
  timeout: number;
  _isBytes?: boolean;
  /** Whether it may be sent again when nobody knows whether it has arrived. */
  _isSafe?: boolean;
  _upload?: Pick<WxUpload, "filePath" | "name" | "formData">;
}

export type Send = (sending: Sending) => Promise<Reply>;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends requests: ten at a time, and again where that is safe. */
export function transport(
  wx: Wx,
  retries: number,
  backoff: number,
  language: () => string,
): Send {
  const inTurn = queue();
  const shown = foreground(wx);

  /** Milliseconds after which to send again; negative where the reply is for the caller. */
  function pause(sending: Sending, reply: Reply | undefined, attempt: number): number {
    // 429 has done nothing, so that anything may be sent again after it.
    const isRefused = reply && reply._status === 429;
    if (attempt >= retries || !(sending._isSafe || isRefused)) return -1;
    const own = backoff * 2 ** attempt * (1 + Math.random());
    if (!reply) return own;
    const asked = retryAfterOf(reply);
    const isBusy = isRefused || reply._status >= 500 || (reply._status === 409 && asked !== undefined);
    if (!isBusy || (asked || 0) > MAX_WAIT_SECONDS) return -1;
    return asked === undefined ? own : asked * 1000;
  }

  return async (sending) => {
    for (let attempt = 0; ; attempt++) {
      let reply: Reply | undefined;
      let failure: WxFailure | undefined;
      try {
        reply = await inTurn(() => once(wx, sending));
      } catch (error) {
        failure = error as WxFailure;
      }
      const wait = pause(sending, reply, attempt);
      if (wait < 0) {
        if (reply) return reply;
        throw localError(codeOf(failure!), language());
      }
      await sleep(wait);
      await shown();
    }
  };
}

/** Lets ten tasks run, and the others in turn. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running < MAX_CONCURRENT) running++;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** Returns a function that waits until the app is to be seen: behind others its requests fail. */
function foreground(wx: Wx): () => Promise<void> | undefined {
  const waiting: (() => void)[] = [];
  let isHidden = false;
  if (wx.onAppHide && wx.onAppShow) {
    wx.onAppHide(() => {
      isHidden = true;
    });
    wx.onAppShow(() => {
      isHidden = false;
      for (const resume of waiting.splice(0)) resume();
    });
  }
  return () => (isHidden ? new Promise((resume) => waiting.push(resume)) : undefined);
}

function once(wx: Wx, sending: Sending): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { url, header, timeout, method, data, _upload } = sending;
    const common = {
      ...{ url, header, timeout },
      success: (reply: { statusCode: number; header?: object; data: unknown }) =>
        resolve(replyOf(reply)),
      fail: reject,
    };
    if (_upload) wx.uploadFile({ ...common, ..._upload });
    else
      wx.request({
        ...common,
        ...{ method, data },
        // Anything but "json" leaves the text as it is: it is parsed below, once for all.
        dataType: "text",
        responseType: sending._isBytes ? "arraybuffer" : "text",
      });
  });
}

/** Seconds of Retry-After, which the service gives as a number. */
export function retryAfterOf(reply: Reply): number | undefined {
  const seconds = parseInt(reply._headers["retry-after"], 10);
  return seconds >= 0 ? seconds : undefined;
}

function codeOf({ errMsg = "", errno }: WxFailure): string {
  if (errno === 600003 || errMsg.includes("interrupted")) return "interrupted";
  return errno === 5 || errMsg.includes("timeout") ? "timeout" : "network";
}

/** A reply with its header names in lower case, because platforms differ, and its JSON parsed. */
function replyOf(came: { statusCode: number; header?: object; data: unknown }): Reply {
  const _headers: Record<string, string> = {};
  const given = (came.header || {}) as Record<string, unknown>;
  for (const name of Object.keys(given)) _headers[name.toLowerCase()] = String(given[name]);
  const type = _headers["content-type"];
  const data = came.data || undefined;
  const reply: Reply = { _status: came.statusCode, _headers, _body: data };
  const isBytes = data instanceof ArrayBuffer;
  // Uploads have no headers on some platforms: then what parses is JSON. A file may be JSON, too.
  if ((type && !type.includes("json")) || (isBytes && came.statusCode < 300)) return reply;
  // A mini-program need not have a TextDecoder.
  const text = isBytes ? decodeURIComponent(hex(new Uint8Array(data), "%")) : data;
  try {
    reply._body = JSON.parse(text as string);
    reply._text = text as string;
  } catch {
    // What a proxy calls JSON stays as it came.
  }
  return reply;
}
