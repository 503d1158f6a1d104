import { LinliProblem, NetworkError } from '@linli/admin-client';
import { say, type Text } from '@/kit/texts';
import { words } from '@/kit/words';

/** What is shown of a failure, whatever it was. */
export interface ShownProblem {
  title: string;
  detail: string;
  requestId: string | null;
  isOffline: boolean;
  isForbidden: boolean;
}

export function shown(error: unknown): ShownProblem {
  if (error instanceof LinliProblem) {
    return {
      title: error.title,
      detail: error.detail,
      requestId: error.request_id || null,
      isOffline: false,
      isForbidden: error.status === 403,
    };
  }
  const isOffline = error instanceof NetworkError || !navigator.onLine;
  return {
    title: word('noConnection', 'failed', isOffline),
    detail: isOffline ? word('noConnectionDetail') : error instanceof Error ? error.message : String(error),
    requestId: null,
    isOffline,
    isForbidden: false,
  };
}

type PlainWord = 'noConnection' | 'failed' | 'noConnectionDetail';

function word(name: PlainWord, otherwise: PlainWord = name, isFirst = true): string {
  const key = isFirst ? name : otherwise;
  return say({ zh: words.zh[key], en: words.en[key] });
}

const FIELD_CODES: Record<string, Text> = {
  missing: { zh: '请填写这一项', en: 'Please fill this in' },
  string_too_short: { zh: '太短了', en: 'Too short' },
  string_too_long: { zh: '太长了', en: 'Too long' },
  string_pattern_mismatch: { zh: '格式不对', en: 'Not in the right form' },
  enum: { zh: '请从列出的项目中选择', en: 'Choose one of those listed' },
  greater_than_equal: { zh: '数值太小', en: 'Too small' },
  less_than_equal: { zh: '数值太大', en: 'Too large' },
};

const OTHER_CODE: Text = { zh: '这一项不符合要求', en: 'This does not meet the rules' };

/** Returns the field errors of a 422 by the name of the field, the first one of each. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof LinliProblem)) return {};
  const found: Record<string, string> = {};
  for (const { pointer, code } of error.errors) {
    const field = pointer.replace(/^\/?body\//, '/').split('/')[1] ?? '';
    found[field] ??= say(FIELD_CODES[code] ?? OTHER_CODE);
  }
  return found;
}

/** What is wrong with one line of a sheet that was refused. */
export interface RefusedLine {
  line: number;
  column: string;
  header: string;
  code: string;
}

/** Returns the lines of a refused sheet, which its problem has as a member. */
export function refusedLines(error: unknown): RefusedLine[] {
  const lines = error instanceof LinliProblem ? error.members.lines : undefined;
  if (!Array.isArray(lines)) return [];
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return lines
    .filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    .map((one) => ({ line: Number(one.line ?? 0), column: text(one.column), header: text(one.header), code: text(one.code) }));
}
