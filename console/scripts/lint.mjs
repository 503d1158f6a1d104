// Rules of the console's source that the compiler does not hold: nothing is cast, nothing is `any`,
// no header or request is made by hand, nothing is inline that the policy of the pages refuses, and
// what people read is written in Chinese and English beside each other. The kit and the
// shell, whose parts work for any page, may cast.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { parse } from 'vue/compiler-sfc';
import { CONSOLE, fail, filesBelow } from './files.mjs';

const HEADERS = /^(authorization|idempotency-key|if-match|if-none-match|accept-language|content-type)$/i;
const GLOBALS_THAT_SEND = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']);
const CHINESE = /[\u3400-\u9fff]/;
const IN_TEMPLATES = [
  [/\sv-html=/, 'v-html: what people wrote would be run'],
  [/\sstyle="/, 'an inline style: write a class'],
  [/=\s*"[^"]*\bas\s+(?!const\b)[A-Za-z{]+[^"]*"/, 'a cast'],
  [/=\s*"[^"]*\$any\b/, 'any'],
];
/** A text in both languages inside a template; the switch to Chinese is in Chinese alone. */
const BOTH_LANGUAGES = /zh: '[^']*', en: /g;
const found = [];

function report(file, line, what) {
  found.push(`${file}:${line}: ${what}`);
}

function isForAnyPage(file) {
  return /^src\/(kit|shell)\//.test(file);
}

function castIn(file, node) {
  if (isForAnyPage(file)) return null;
  if (ts.isAsExpression(node) && node.type.getText() !== 'const') return `a cast: ${node.getText().slice(0, 60)}`;
  return ts.isTypeAssertionExpression(node) ? 'a cast' : null;
}

function faultOf(node) {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'headers') return 'headers made by hand';
  if (ts.isStringLiteralLike(node) && HEADERS.test(node.text)) return `a header made by hand: ${node.text}`;
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && GLOBALS_THAT_SEND.has(node.expression.getText())) {
    return `a request past the client: ${node.expression.getText()}`;
  }
  return null;
}

function checkScript(file, source, firstLine) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const at = (node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + firstLine;
  const visit = (node) => {
    const fault = castIn(file, node) ?? faultOf(node);
    if (fault) report(file, at(node), fault);
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && CHINESE.test(node.text) && !isTranslated(node) && !file.startsWith('src/kit/')) report(file, at(node), `a text without its English: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  source.split('\n').forEach((line, n) => {
    if (/@ts-(ignore|expect-error|nocheck)/.test(line)) report(file, n + firstLine, 'a check of the compiler turned off');
  });
}

/** Whether a Chinese text stands under `zh`, beside an `en`. */
function isTranslated(node) {
  for (let above = node; above; above = above.parent) {
    const holder = above.parent;
    if (!holder || !ts.isObjectLiteralExpression(holder)) continue;
    const names = holder.properties.map((property) => property.name?.getText());
    if (above.name?.getText() === 'zh' && names.includes('en')) return true;
  }
  return false;
}

function checkTemplate(file, template) {
  const without = template.content.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  without.split('\n').forEach((line, n) => {
    const at = template.loc.start.line + n;
    for (const [pattern, what] of IN_TEMPLATES) if (pattern.test(line)) report(file, at, what);
    if (CHINESE.test(line.replace(BOTH_LANGUAGES, '').replace('中文', ''))) report(file, at, 'a text without its English');
  });
}

for (const name of filesBelow(join(CONSOLE, 'src'))) {
  const file = `src/${name}`;
  const source = readFileSync(join(CONSOLE, file), 'utf-8');
  if (name.endsWith('.ts')) checkScript(file, source, 1);
  if (!name.endsWith('.vue')) continue;
  const { descriptor } = parse(source, { filename: file });
  for (const script of [descriptor.script, descriptor.scriptSetup]) {
    if (script) checkScript(file, script.content, script.loc.start.line);
  }
  if (descriptor.template) checkTemplate(file, descriptor.template);
}
fail(found);
console.log('the source keeps the rules');
