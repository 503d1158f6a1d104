import type { LinliError } from "./errors";
import { single } from "./single";
import type { Store } from "./store";

/** The service keeps a key as long. */
const LIFETIME = 72 * 3600_000;

interface Stored {
  key: string;
  at: number;
}

/** The call and the upload of the client, with the key as their last argument. */
export interface Senders {
  call(id: string, input?: object, options?: object, key?: string): Promise<unknown>;
  upload(upload: never, options?: object, key?: string): Promise<unknown>;
}

export function submission(senders: Senders, store: Store, name?: string): object {
  const place = name && `key.${name}`;
  let kept = place ? (store._get(place) as Stored | undefined) : undefined;
  const sending = single();

  function forget(): void {
    kept = undefined;
    if (place) store._remove(place);
  }

  async function sendOnce<T>(task: (key: string) => Promise<T>): Promise<T> {
    if (!kept || Date.now() - kept.at > LIFETIME) {
      kept = { key: await store._random(), at: Date.now() };
      if (place) store._set(place, kept);
    }
    try {
      const answer = await task(kept.key);
      forget();
      return answer;
    } catch (error) {
      if (isSettled(error as LinliError)) forget();
      throw error;
    }
  }

  const send = <T>(task: (key: string) => Promise<T>) => sending._run(() => sendOnce(task));

  return {
    get isOpen() {
      return !!kept;
    },
    call: (id: string, input?: object, options?: object) =>
      send((key) => senders.call(id, input, options, key)),
    upload: (upload: never, options?: object) =>
      send((key) => senders.upload(upload, options, key)),
    forget,
  };
}

/** Whether the service has refused it for good, so that nothing was done under its key. */
function isSettled({ status, code }: LinliError): boolean {
  return (
    status >= 400 &&
    status < 500 &&
    ![401, 408, 425, 429].includes(status) &&
    code !== "idempotency_key_in_flight"
  );
}
