import { randomText } from "./random.js";

const MOST = 100;

/**
 * The keys of writes whose outcome is not known. The same write (method, address and content) that
 * is sent again gets the same key, also when its caller tries a second time.
 */
export class Keys {
  readonly #open = new Map<string, string>();

  /** Returns the key of a write, a new one unless it is being sent or was left without an answer. */
  of(write: string): string {
    const key = this.#open.get(write) ?? randomText();
    this.#open.set(write, key);
    if (this.#open.size > MOST) {
      const [oldest] = this.#open.keys();
      if (oldest !== undefined) this.#open.delete(oldest);
    }
    return key;
  }

  /** The write was answered: the same one is another act from now on. */
  settle(write: string): void {
    this.#open.delete(write);
  }
}

/** Whether an answer says that the write was done, or that it was not. */
export function isSettled(response: Response): boolean {
  return response.status < 500 && !(response.status === 409 && response.headers.has("retry-after"));
}
