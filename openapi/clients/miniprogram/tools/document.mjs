// What the client needs of the document of the API for residents.
import { readFileSync } from "node:fs";

const LETTERS = { get: "g", post: "p", put: "u", delete: "d" };
const ROOT = "/v1/";

export const read = (file) => JSON.parse(readFileSync(file, "utf8"));

const resolved = (document, one) =>
  one.$ref ? one.$ref.slice(2).split("/").reduce((at, name) => at[name], document) : one;

function* operationsOf(document) {
  for (const path of Object.keys(document.paths).sort()) {
    const item = document.paths[path];
    for (const method of Object.keys(LETTERS))
      if (item[method])
        yield {
          path,
          method,
          operation: item[method],
          parameters: [...(item.parameters || []), ...(item[method].parameters || [])].map((one) =>
            resolved(document, one),
          ),
        };
  }
}

function marksOf(document, { method, operation, parameters }) {
  const secured = operation.security ?? document.security ?? [];
  const body = operation.requestBody?.content?.["application/json"]?.schema;
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status < "300")
    .flatMap(([, answer]) => Object.keys(resolved(document, answer).content || {}));
  const isBytes = answers.some((type) => !type.includes("json") && !type.startsWith("text/"));
  const hasNonce = body && resolved(document, body).properties?.nonce;
  const letter = hasNonce ? "n" : isBytes ? "b" : LETTERS[method];
  const isKeyed = parameters.some((one) => one.name === "Idempotency-Key");
  return (isKeyed ? letter.toUpperCase() : letter) + (secured.length ? "" : "o");
}

/** The table of operations, each line with what it shares with the path above. */
export function tableOf(document) {
  const lines = [];
  let above = [];
  for (const one of operationsOf(document)) {
    if (!one.path.startsWith(ROOT)) throw new Error(`${one.path}: not below ${ROOT}`);
    const path = one.path.slice(ROOT.length).replaceAll("_id}", "}").replaceAll("}", "");
    const segments = path.split("/");
    let shared = 0;
    while (shared < segments.length && segments[shared] === above[shared]) shared++;
    const rest = segments.slice(shared).join("/");
    const id = one.operation.operationId;
    lines.push(`${shared}${marksOf(document, one)} ${rest} ${short(id, segments.at(-1))}`);
    above = segments;
  }
  return lines.join("\n");
}

/** The name with ^ or ~ in place of the last segment of the path, as the client reads it. */
function short(id, segment) {
  const camel = (text) =>
    text.replace("{", "").replace(/[-_]./g, (pair) => pair[1].toUpperCase());
  if (id.includes(camel(`-${segment}`))) return id.replace(camel(`-${segment}`), "^");
  return id.startsWith(camel(segment)) ? id.replace(camel(segment), "~") : id;
}

/** Names of the enums that the document has. */
export function enumsOf(document) {
  return Object.entries(document.components.schemas)
    .filter(([, schema]) => schema.enum)
    .map(([name]) => name);
}

/** The document without what types have no use for: problems, headers, examples. */
export function slim(document) {
  const kept = structuredClone(document);
  for (const { operation, parameters } of operationsOf(kept)) {
    operation.parameters = parameters.filter((one) => one.in !== "header");
    for (const status of Object.keys(operation.responses)) {
      if (status >= "300") delete operation.responses[status];
      else delete operation.responses[status].headers;
    }
  }
  for (const item of Object.values(kept.paths)) delete item.parameters;
  kept.components = { schemas: kept.components.schemas };
  return withoutExamples(kept);
}

function withoutExamples(one) {
  if (Array.isArray(one)) return one.map(withoutExamples);
  if (!one || typeof one !== "object") return one;
  const kept = {};
  for (const [name, value] of Object.entries(one)) {
    // A property may be called "example": a schema's map of properties is left as it is.
    if ((name === "example" || name === "examples") && !isSchema(value)) continue;
    kept[name] = withoutExamples(value);
  }
  return kept;
}

const isSchema = (value) => Boolean(value?.type || value?.$ref || value?.anyOf);
