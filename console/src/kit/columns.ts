import type { RouteLocationRaw } from 'vue-router';
import type { Text } from '@/kit/texts';

/** A column of a table: its name (also that of its slot), its heading and what it shows. */
export interface Column<Row> {
  name: string;
  label: Text;
  /** The text of a cell; left out where a slot shows it. */
  text?: (row: Row) => string | number | null | undefined;
  /** Where the cell leads; the first column with it is what a row is known by. */
  to?: (row: Row) => RouteLocationRaw | null;
  align?: 'end';
}
