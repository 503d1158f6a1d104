const PREFIX = 'linli.console.draft.';

/** The part of a browser's storage that drafts need. */
export type DraftStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * Keeps what has been typed into a form until it is sent, so that a lost network, an expired login or
 * a reloaded page loses nothing. Drafts live as long as the tab, belong to one account, and never
 * hold secrets.
 */
export class Drafts {
  constructor(
    private readonly store: DraftStore,
    private readonly owner: () => string,
  ) {}

  save(name: string, values: Readonly<Record<string, unknown>>, secrets: readonly string[]): void {
    const kept = Object.fromEntries(Object.entries(values).filter(([field]) => !secrets.includes(field)));
    try {
      this.store.setItem(this.place(name), JSON.stringify(kept));
    } catch {
      // A full store keeps no draft; the form itself still has everything.
    }
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
  }

  /** Drops all drafts; at a logout nothing stays for the next person at the machine. */
  dropAll(): void {
    const names = Array.from({ length: this.store.length }, (_, n) => this.store.key(n));
    for (const name of names) if (name?.startsWith(PREFIX)) this.store.removeItem(name);
  }

  private place(name: string): string {
    return `${PREFIX}${this.owner()}.${name}`;
  }
}
