// A phone: what the platform does with wx.request, over real HTTP. Any status is a success; header
// names are as the platform likes; more than ten requests at once are refused.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";

const MAX_CONCURRENT = 10;
const agent = new http.Agent({ keepAlive: false });

/** The header names of a platform: iOS, Android and the tools differ. */
const spelled = {
  canonical: (name) => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
  lower: (name) => name,
};

export function phone({ code = () => "sim:nobody", headers = "canonical", random = true } = {}) {
  const stored = new Map();
  const listeners = { hide: [], show: [] };
  const flying = new Set();
  const counts = { logins: 0, requests: 0, most: 0 };
  const wx = {
    counts,
    stored,
    login({ success }) {
      counts.logins++;
      setTimeout(() => success({ code: code(counts.logins), errMsg: "login:ok" }), 5);
    },
    request(options) {
      send(options, options.data, { ...options.header });
    },
    uploadFile(options) {
      const { body, type } = multipart(options);
      send({ ...options, method: "POST", isUpload: true }, body, { ...options.header, "Content-Type": type });
    },
    // Storage holds copies, as JSON.
    getStorageSync: (key) => (stored.has(key) ? JSON.parse(stored.get(key)) : ""),
    setStorageSync: (key, value) => void stored.set(key, JSON.stringify(value)),
    removeStorageSync: (key) => void stored.delete(key),
    onAppHide: (listener) => listeners.hide.push(listener),
    onAppShow: (listener) => listeners.show.push(listener),
    /** The person goes to another app: what is under way is interrupted. */
    hide() {
      for (const listener of listeners.hide) listener();
      for (const one of [...flying]) one.end({ errMsg: "request:fail interrupted", errno: 600003 });
    },
    show() {
      for (const listener of listeners.show) listener();
    },
  };
  if (random)
    wx.getRandomValues = ({ length, success }) =>
      success({ randomValues: new Uint8Array(randomBytes(length)).buffer });

  function send(options, data, header) {
    counts.requests++;
    if (flying.size >= MAX_CONCURRENT)
      return options.fail({ errMsg: "request:fail too many tasks", errno: 600007 });
    const { method, url, timeout } = options;
    const request = http.request(url, { method, agent, headers: header });
    const task = {
      end(failure) {
        if (!flying.delete(task)) return;
        clearTimeout(task.timer);
        request.destroy();
        options.fail(failure);
      },
      timer: setTimeout(() => task.end({ errMsg: "request:fail timeout", errno: 5 }), timeout),
    };
    flying.add(task);
    counts.most = Math.max(counts.most, flying.size);
    request.on("error", () => task.end({ errMsg: "request:fail", errno: 600001 }));
    request.on("response", (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", () => task.end({ errMsg: "request:fail", errno: 600001 }));
      response.on("end", () => {
        if (!response.complete) return task.end({ errMsg: "request:fail", errno: 600001 });
        if (!flying.delete(task)) return;
        clearTimeout(task.timer);
        options.success(replyOf(response, Buffer.concat(parts), options));
      });
    });
    request.end(data);
  }

  function replyOf(response, bytes, { responseType, isUpload }) {
    const header = {};
    for (const [name, value] of Object.entries(response.headers)) header[spelled[headers](name)] = value;
    const statusCode = response.statusCode;
    if (isUpload) return { statusCode, data: bytes.toString() };
    const isBuffer = responseType === "arraybuffer";
    const data = isBuffer ? new Uint8Array(bytes).buffer : bytes.toString();
    return { statusCode, header, data, errMsg: "request:ok" };
  }
  return wx;
}

function multipart({ filePath, name, formData }) {
  const boundary = `----${randomBytes(8).toString("hex")}`;
  const fields = Object.entries(formData || {}).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="file"\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(fields.join("") + file),
    readFileSync(filePath),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}
