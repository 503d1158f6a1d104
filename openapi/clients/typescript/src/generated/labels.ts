// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
import type { Labels } from "../labels.js";

export const labels: Labels = {};
