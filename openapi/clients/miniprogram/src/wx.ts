/** What the client uses of `wx`. The real one has all of it; tests and a browser bring their own. */
export interface Wx {
  request(options: WxRequest): unknown;
  uploadFile(options: WxUpload): unknown;
  login(options: {
    timeout?: number;
    success(result: { code: string }): void;
    fail(error: WxFailure): void;
  }): unknown;
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, value: unknown): void;
  removeStorageSync(key: string): void;
  /** From base library 2.15.0 on. Without it keys are made of Math.random. */
  getRandomValues?(options: {
    length: number;
    success(result: { randomValues: ArrayBuffer }): void;
    fail(): void;
  }): unknown;
  onAppShow?(listener: () => void): void;
  onAppHide?(listener: () => void): void;
}

export interface WxFailure {
  errMsg: string;
  errno?: number;
}

export interface WxRequest {
  url: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  header: Record<string, string>;
  data?: string;
  dataType: string;
  responseType: "text" | "arraybuffer";
  timeout: number;
  success(reply: { statusCode: number; header: object; data: unknown }): void;
  fail(error: WxFailure): void;
}

export interface WxUpload {
  url: string;
  filePath: string;
  name: string;
  formData: Record<string, string>;
  header: Record<string, string>;
  timeout: number;
  success(reply: { statusCode: number; data: string; header?: object }): void;
  fail(error: WxFailure): void;
}
