import { everyOperation, lookUp, parametersOf } from "./operations.mjs";

/** Returns a copy of the document without what callers never write or read themselves: header
 * parameters (the layer sends them), problems (it throws them), headers of answers, examples. */
export function withoutWhatTheLayerDoes(document) {
  const copy = structuredClone(document);
  for (const { operation } of everyOperation(copy)) {
    const parameters = parametersOf(copy, operation).filter((one) => one.in !== "header");
    if (parameters.length > 0) operation.parameters = parameters;
    else delete operation.parameters;
    for (const [status, given] of Object.entries(operation.responses)) {
      const response = given.$ref ? lookUp(copy, given.$ref) : given;
      if (status >= "200" && status < "300") operation.responses[status] = response;
      else delete operation.responses[status];
      delete response.headers;
      delete response.links;
    }
    if (operation.summary && operation.description?.startsWith(operation.summary)) {
      delete operation.summary;
    }
    openSheets(operation.requestBody?.content);
  }
  copy.components = { schemas: copy.components.schemas };
  dropExamples(copy.paths);
  dropExamples(copy.components.schemas);
  return copy;
}

/** A sheet may be sent as a text or as a file that somebody has chosen. */
function openSheets(content) {
  if (content?.["text/csv"]) {
    content["text/csv"].schema = { oneOf: [{ type: "string" }, { type: "string", format: "binary" }] };
  }
}

/** Removes examples and repeated titles, which would treble the size of the types. */
function dropExamples(node, isNameOfField = false) {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    if (!isNameOfField && ["example", "examples"].includes(key)) delete node[key];
    else if (!isNameOfField && key === "title" && typeof value === "string") delete node[key];
    else dropExamples(value, !isNameOfField && key === "properties");
  }
}
