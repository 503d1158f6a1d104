const MOST = 500;

/** The version of each resource that was read or written last, by its path. */
export class Versions {
  readonly #tags: Map<string, string>;

  constructor(tags: Iterable<readonly [string, string]> = []) {
    this.#tags = new Map(tags);
  }

  /** The versions as they are now: a form that is open keeps what its person has seen. */
  snapshot(): Versions {
    return new Versions(this.#tags);
  }

  of(path: string): string | undefined {
    return this.#tags.get(path);
  }

  /** Notes the version in an answer, for the resource that it shows. */
  note(method: string, url: URL, response: Response): void {
    const tag = response.headers.get("etag");
    if (!response.ok || tag === null) return;
    const path = shownBy(method, url, response.headers.get("location"));
    this.#tags.delete(path);
    this.#tags.set(path, tag);
    if (this.#tags.size > MOST) {
      const [oldest] = this.#tags.keys();
      if (oldest !== undefined) this.#tags.delete(oldest);
    }
  }
}

/** A create shows what its Location names; a verb (`…/publish`, `…/certify/confirm`) shows the
 * resource before it. */
function shownBy(method: string, url: URL, location: string | null): string {
  if (location !== null) return new URL(location, url).pathname;
  return method === "POST" ? url.pathname.replace(/\/([a-z-]+\/confirm|[^/]+)$/, "") : url.pathname;
}
