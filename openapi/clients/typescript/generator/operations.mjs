/** The operations of a document as `{ id, method, path, operation }`, in its order. */
export function* everyOperation(document) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (operation.operationId) yield { id: operation.operationId, method, path, operation };
    }
  }
}

/** The parameters of an operation, shared ones looked up. */
export function parametersOf(document, operation) {
  return (operation.parameters ?? []).map((one) => (one.$ref ? lookUp(document, one.$ref) : one));
}

/** What a reference within the document stands for. */
export function lookUp(document, reference) {
  return reference
    .slice(2)
    .split("/")
    .reduce((at, part) => at[part.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

/** What the layer does otherwise than for most operations, each as `METHOD path`: writes without
 * a key, writes that need the version that was read, operations without a login, sheets, and
 * answers that are files or texts. */
export function operationsOf(document) {
  const found = { unkeyed: [], versioned: [], open: [], sheets: [], files: [], texts: [] };
  for (const { method, path, operation } of everyOperation(document)) {
    const name = `${method.toUpperCase()} ${path}`;
    const headers = parametersOf(document, operation)
      .filter((parameter) => parameter.in === "header")
      .map((parameter) => parameter.name);
    if (method !== "get" && !headers.includes("Idempotency-Key")) found.unkeyed.push(name);
    if (headers.includes("If-Match")) found.versioned.push(name);
    if (operation.security?.length === 0) found.open.push(name);
    if (operation.requestBody?.content?.["text/csv"]) found.sheets.push(name);
    const kind = kindOfAnswer(document, operation);
    if (kind) found[kind].push(name);
  }
  return found;
}

function kindOfAnswer(document, operation) {
  for (const [status, given] of Object.entries(operation.responses)) {
    if (status < "200" || status >= "300") continue;
    const [type, media] = Object.entries(
      (given.$ref ? lookUp(document, given.$ref) : given).content ?? {},
    )[0] ?? ["application/json", {}];
    if (type === "application/json") return undefined;
    return media.schema?.format === "binary" ? "files" : "texts";
  }
  return undefined;
}
