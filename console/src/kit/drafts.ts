import type { Resuming } from '@linli/admin-client';

const PREFIX = 'linli.console.draft.';

/** The part of a browser's storage that drafts need. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Keeps what has been typed into a form until it is sent, so that a lost network, an expired login or
 * a reloaded page loses nothing. The key of a press whose answer was lost is kept beside it, so that
 * the form that comes back does nothing twice. Drafts live as long as the tab, belong to one account,
 * and never hold secrets.
 */
export class Drafts {
  constructor(
    private readonly store: DraftStore,
    private readonly owner: () => string,
  ) {}

  save(name: string, values: Readonly<Record<string, unknown>>, secrets: readonly string[]): void {
    const kept = Object.fromEntries(Object.entries(values).filter(([field]) => !secrets.includes(field)));
    this.put(this.place(name), JSON.stringify(kept));
  }

  /** Keeps the key of what is being sent, or forgets it once it is known what came of it. */
  keepKey(name: string, key: string | undefined): void {
    if (key === undefined) this.store.removeItem(this.placeOfKey(name));
    else this.put(this.placeOfKey(name), key);
  }

  /** Returns the key of a press of this form whose outcome is not known. */
  keyOf(name: string): string | undefined {
    return this.store.getItem(this.placeOfKey(name)) ?? undefined;
  }

  /** Returns the fields of the draft that the form still has, or null if there is none. */
  load(name: string, fields: readonly string[]): Record<string, unknown> | null {
    const text = this.store.getItem(this.place(name));
    if (text === null) return null;
    try {
      const kept: unknown = JSON.parse(text);
      if (typeof kept !== 'object' || kept === null) return null;
      return Object.fromEntries(Object.entries(kept).filter(([field]) => fields.includes(field)));
    } catch {
      return null;
    }
  }

  drop(name: string): void {
    this.store.removeItem(this.place(name));
    this.store.removeItem(this.placeOfKey(name));
  }

  /** Drops all drafts; at a logout nothing stays for the next person at the machine. */
  dropAll(): void {
    const names = Array.from({ length: this.store.length }, (_, n) => this.store.key(n));
    for (const name of names) if (name?.startsWith(PREFIX)) this.store.removeItem(name);
  }

  private put(place: string, text: string): void {
    try {
      this.store.setItem(place, text);
    } catch {
      // A full store keeps no draft; the form itself still has everything.
    }
  }

  private place(name: string): string {
    return `${PREFIX}${this.owner()}.${name}`;
  }

  private placeOfKey(name: string): string {
    return `${this.place(name)}#key`;
  }
}

/**
 * Opens what a form sends. Where the form has a draft, the key of a press whose answer was lost goes
 * on with it.
 */
export function draftedSubmission<Sending>(
  client: { submission(resuming: Resuming): Sending },
  drafts: Drafts,
  nameOf: () => string | undefined,
): Sending {
  const name = nameOf();
  return client.submission({
    key: name === undefined ? undefined : drafts.keyOf(name),
    onPending: (key) => {
      const current = nameOf();
      if (current !== undefined) drafts.keepKey(current, key);
    },
  });
}
