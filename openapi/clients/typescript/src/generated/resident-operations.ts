// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
import type { Operations } from "../operations.js";

export const operations: Operations = {
 unkeyed: [
  "DELETE /v1/auth/sessions/current",
  "POST /v1/auth/sessions/refresh",
  "POST /v1/auth/wechat/sessions",
  "POST /v1/communities/{community_id}/check-ins",
  "POST /v1/communities/{community_id}/check-ins/{attendance_id}/check-out",
  "PUT /v1/communities/{community_id}/participants/me/age-band",
  "POST /v1/communities/{community_id}/participants/me/guardian-code",
  "PUT /v1/communities/{community_id}/topics/{topic_id}/votes/mine",
  "PUT /v1/me",
  "POST /v1/me/calendar-feeds",
  "DELETE /v1/me/calendar-feeds/{feed_id}",
  "PUT /v1/me/consents/{purpose}"
 ],
 versioned: [],
 open: [
  "POST /v1/auth/sessions/refresh",
  "POST /v1/auth/wechat/sessions",
  "GET /v1/calendar-feeds/{name}",
  "GET /v1/certificates/{number}",
  "GET /v1/certificates/{number}/page",
  "GET /v1/data-exports/{token}",
  "GET /v1/documents/{number}"
 ],
 sheets: [],
 files: [
  "GET /v1/communities/{community_id}/certificates/{certificate_id}/pdf",
  "GET /v1/data-exports/{token}",
  "GET /v1/me/service-record/pdf"
 ],
 texts: [
  "GET /v1/calendar-feeds/{name}",
  "GET /v1/certificates/{number}/page",
  "GET /v1/me/service-record/csv"
 ]
};
