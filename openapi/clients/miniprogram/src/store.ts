import type { Wx } from "./wx";

const KEY_BYTES = 16;

/** The storage of the phone under a name of its own, and random texts. */
export interface Store {
  _get(key: string): unknown;
  _set(key: string, value: unknown): void;
  _remove(key: string): void;
  /** 32 hexadecimal digits. Keys must differ from the person's other keys; they are no secret. */
  _random(): Promise<string>;
}

export function openStore(wx: Wx, name: string): Store {
  const placeOf = (key: string) => `${name}.${key}`;
  return {
    // The platform gives "" for what is not there.
    _get: (key) => wx.getStorageSync(placeOf(key)) || undefined,
    _set(key, value) {
      try {
        wx.setStorageSync(placeOf(key), value);
      } catch {
        // The storage is full: what was to be stored lasts until the app is closed.
      }
    },
    _remove: (key) => wx.removeStorageSync(placeOf(key)),
    _random: () =>
      new Promise((resolve) => {
        const byChance = () =>
          resolve(hex(new Uint8Array(KEY_BYTES).map(() => Math.random() * 256)));
        if (!wx.getRandomValues) byChance();
        else
          wx.getRandomValues({
            length: KEY_BYTES,
            success: ({ randomValues }) => resolve(hex(new Uint8Array(randomValues))),
            fail: byChance,
          });
      }),
  };
}

/** Two hexadecimal digits for each byte, after a mark where one is given. */
export const hex = (bytes: Uint8Array, mark = ""): string =>
  Array.from(bytes, (byte) => mark + (256 + byte).toString(16).slice(1)).join("");
