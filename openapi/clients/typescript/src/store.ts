/** What a device keeps of a login. */
export interface Saved<User> {
  /** Random text that is made once on a device and binds its logins to it. */
  readonly device: string;
  readonly tokens?: Tokens;
  readonly user?: User;
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** Where a login is kept. Several pages may share one. */
export interface SessionStore<User> {
  load(): Saved<User> | null | Promise<Saved<User> | null>;
  save(saved: Saved<User>): void | Promise<void>;
}

/** A store that forgets all when the page or program ends. */
export function memoryStore<User>(): SessionStore<User> {
  let kept: Saved<User> | null = null;
  return {
    load: () => kept,
    save: (saved) => {
      kept = saved;
    },
  };
}

/** A store in `sessionStorage` (the tab), or in `localStorage` (the browser). */
export function webStore<User>(name = "linli", storage: Storage = sessionStorage): SessionStore<User> {
  return {
    load: () => {
      try {
        const text = storage.getItem(name);
        return text === null ? null : (JSON.parse(text) as Saved<User>);
      } catch {
        return null;
      }
    },
    save: (saved) => storage.setItem(name, JSON.stringify(saved)),
  };
}
