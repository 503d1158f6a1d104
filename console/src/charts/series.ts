/** One row of amounts of a chart; null is an amount that is hidden. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
  stack?: string;
}
