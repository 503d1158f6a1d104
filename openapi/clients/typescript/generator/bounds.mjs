import { everyOperation, lookUp } from "./operations.mjs";

const KEPT = [
  "maxLength", "minLength", "pattern", "minimum", "maximum", "exclusiveMinimum",
  "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "format", "default",
];

/** The bounds of each request schema's fields, which types cannot say, and the schema that each
 * operation takes: `{ bounds: { schema: { field: bounds } }, requests: { operation: schema } }`. */
export function boundsOf(document) {
  const bounds = {};
  const requests = {};
  const add = (name) => {
    if (name in bounds) return;
    const schema = document.components.schemas[name];
    bounds[name] = {};
    for (const [field, given] of Object.entries(schema.properties ?? {})) {
      const required = schema.required?.includes(field) ?? false;
      bounds[name][field] = { required, ...boundsOfField(document, given, add) };
    }
  };
  for (const { id, operation } of everyOperation(document)) {
    const schema = operation.requestBody?.content?.["application/json"]?.schema;
    const reference = schema && referenceIn(schema);
    if (reference) {
      requests[id] = nameOf(reference);
      add(requests[id]);
    }
  }
  return { bounds: sorted(bounds), requests: sorted(requests) };
}

function boundsOfField(document, given, add) {
  const options = (given.anyOf ?? given.oneOf ?? [given]).filter((one) => one.type !== "null");
  const isNullable = (given.anyOf ?? []).some((one) => one.type === "null");
  const [schema] = options;
  const found = {};
  if (isNullable) found.nullable = true;
  for (const name of KEPT) {
    const value = schema?.[name] ?? given[name];
    if (value !== undefined && value !== null) found[name] = value;
  }
  if (options.length === 1) Object.assign(found, inside(document, schema, add));
  return found;
}

/** What a field holds: the values of an enum, the fields of an object, the elements of a list. */
function inside(document, schema, add) {
  if (schema.$ref) {
    const target = lookUp(document, schema.$ref);
    if (target.enum) return { enum: target.enum, of: nameOf(schema.$ref) };
    if (target.properties) add(nameOf(schema.$ref));
    return { of: nameOf(schema.$ref) };
  }
  if (schema.enum) return { enum: schema.enum };
  if (schema.items) return { items: boundsOfField(document, schema.items, add) };
  return {};
}

const nameOf = (reference) => reference.split("/").at(-1);

function referenceIn(schema) {
  return schema.$ref ?? schema.anyOf?.map((one) => one.$ref).find(Boolean);
}

const sorted = (table) =>
  Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1)));
