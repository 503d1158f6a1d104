export interface Seen {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  status?: number;
  replayed?: boolean;
}
export interface Fault {
  drop?: boolean;
  lose?: boolean;
  delay?: number;
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}
export type Decide = (request: Seen) => Fault | undefined;
export function proxy(
  target: string,
  faults?: Decide[],
): Promise<{ base: string; seen: Seen[]; faults: Decide[]; close(): void }>;
export function first(count: number, fits: (request: Seen) => boolean, fault: Fault): Decide;
export function path(method: string, pattern: RegExp): (request: Seen) => boolean;
