import { LinliProblem } from "./problem.js";
import { randomText } from "./random.js";
import type { Saved, SessionStore, Tokens } from "./store.js";

/** Asks the service for the successor of a refresh token. */
export type AskForTokens = (refreshToken: string, device: string) => Promise<Tokens>;

/** A login: its tokens, kept in a store, and refreshed by one request however many wait for it. */
export class Session<User> {
  #saved: Saved<User> | undefined;
  #loading: Promise<Saved<User>> | undefined;
  #refreshing: Promise<boolean> | undefined;
  readonly #ended = new Set<() => void>();

  constructor(
    readonly store: SessionStore<User>,
    readonly askForTokens: AskForTokens,
  ) {}

  /** The random text of this device, made at the first use. */
  async device(): Promise<string> {
    return (await this.#load()).device;
  }

  async user(): Promise<User | undefined> {
    return (await this.#load()).user;
  }

  /** The access token to send now; it waits for a refresh that is under way. */
  async token(): Promise<string | undefined> {
    await this.#refreshing?.catch(() => undefined);
    return (await this.#load()).tokens?.access_token;
  }

  async begin(tokens: Tokens, user: User): Promise<void> {
    const { access_token, refresh_token } = tokens;
    const { device } = await this.#load();
    await this.#save({ device, tokens: { access_token, refresh_token }, user });
  }

  /** Forgets the login, but not the device. */
  async end(): Promise<void> {
    const { device } = await this.#load();
    await this.#save({ device });
  }

  /** Calls the listener when the service has ended the login; returns what takes it off again. */
  onEnded(listener: () => void): () => void {
    this.#ended.add(listener);
    return () => this.#ended.delete(listener);
  }

  /** Gets new tokens in the place of a spent access token. False where the login has ended. */
  refresh(spent: string): Promise<boolean> {
    this.#refreshing ??= this.#refresh(spent).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refresh(spent: string): Promise<boolean> {
    // Another page with the same store may have refreshed already.
    this.#saved = undefined;
    const saved = await this.#load();
    if (saved.tokens === undefined) return false;
    if (saved.tokens.access_token !== spent) return true;
    try {
      const tokens = await this.askForTokens(saved.tokens.refresh_token, saved.device);
      const { access_token, refresh_token } = tokens;
      await this.#save({ ...saved, tokens: { access_token, refresh_token } });
      return true;
    } catch (error) {
      if (!(error instanceof LinliProblem) || error.status !== 401) throw error;
      await this.end();
      for (const listener of this.#ended) listener();
      return false;
    }
  }

  async #load(): Promise<Saved<User>> {
    if (this.#saved) return this.#saved;
    this.#loading ??= this.#read().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #read(): Promise<Saved<User>> {
    const saved = await this.store.load();
    if (saved) this.#saved = saved;
    else await this.#save({ device: randomText() });
    return this.#saved as Saved<User>;
  }

  async #save(saved: Saved<User>): Promise<void> {
    this.#saved = saved;
    await this.store.save(saved);
  }
}
