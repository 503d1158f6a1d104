import type { Wx } from "../dist/linli";

export interface Phone extends Wx {
  counts: { logins: number; requests: number; most: number };
  stored: Map<string, string>;
  hide(): void;
  show(): void;
}
export function phone(options?: {
  code?: (login: number) => string;
  headers?: "canonical" | "lower";
  random?: boolean;
}): Phone;
