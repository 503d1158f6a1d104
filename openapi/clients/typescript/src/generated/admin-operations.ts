// Generated from the OpenAPI documents by `linli generate-clients`; not edited by hand.
import type { Operations } from "../operations.js";

export const operations: Operations = {
 unkeyed: [
  "POST /admin/v1/administrators",
  "POST /admin/v1/administrators/{administrator_id}/link",
  "POST /admin/v1/auth/account-links/open",
  "POST /admin/v1/auth/account-links/use",
  "POST /admin/v1/auth/sessions",
  "DELETE /admin/v1/auth/sessions/current",
  "POST /admin/v1/auth/sessions/current/step-up",
  "POST /admin/v1/auth/sessions/refresh",
  "POST /admin/v1/communities/{community_id}/ballots/{ballot_id}/votes/reveal",
  "POST /admin/v1/communities/{community_id}/claims/{claim_id}/reveal",
  "POST /admin/v1/communities/{community_id}/member-registrations/{registration_id}/reveal",
  "POST /admin/v1/communities/{community_id}/participants/{participant_id}/claim-code",
  "POST /admin/v1/communities/{community_id}/participants/{participant_id}/reveal",
  "POST /admin/v1/communities/{community_id}/residence-claims/{claim_id}/reveal",
  "POST /admin/v1/communities/{community_id}/shifts/{shift_id}/roster",
  "POST /admin/v1/communities/{community_id}/tickets/{ticket_id}/contact",
  "POST /admin/v1/communities/{community_id}/unit-registrations/{registration_id}/reveal",
  "PUT /admin/v1/me/password",
  "POST /admin/v1/me/second-factor",
  "PUT /admin/v1/party-organizations/{organization_id}/member-list",
  "POST /admin/v1/party-organizations/{organization_id}/members/{community_id}/{registration_id}/reveal"
 ],
 versioned: [
  "PUT /admin/v1/communities/{community_id}",
  "PUT /admin/v1/communities/{community_id}/activities/{activity_id}",
  "PUT /admin/v1/communities/{community_id}/activities/{activity_id}/series",
  "PUT /admin/v1/communities/{community_id}/ballots/{ballot_id}",
  "PUT /admin/v1/communities/{community_id}/departments/{department_id}",
  "PUT /admin/v1/communities/{community_id}/points/settings",
  "PUT /admin/v1/communities/{community_id}/posts/{post_id}",
  "PUT /admin/v1/communities/{community_id}/rewards/{reward_id}",
  "PUT /admin/v1/communities/{community_id}/service-categories/{category_id}",
  "PUT /admin/v1/communities/{community_id}/service-days/{service_day_id}",
  "PUT /admin/v1/communities/{community_id}/shifts/{shift_id}",
  "PUT /admin/v1/communities/{community_id}/star-scheme",
  "PUT /admin/v1/party-organizations/{organization_id}",
  "PUT /admin/v1/work-units/{work_unit_id}"
 ],
 open: [
  "POST /admin/v1/auth/account-links/open",
  "POST /admin/v1/auth/account-links/use",
  "POST /admin/v1/auth/sessions",
  "POST /admin/v1/auth/sessions/refresh"
 ],
 sheets: [
  "POST /admin/v1/communities/{community_id}/calendar/imports",
  "POST /admin/v1/communities/{community_id}/places/imports",
  "POST /admin/v1/communities/{community_id}/register/imports",
  "POST /admin/v1/party-organizations/imports",
  "POST /admin/v1/regions/imports",
  "POST /admin/v1/work-units/imports"
 ],
 files: [
  "GET /admin/v1/communities/{community_id}/certificates/{certificate_id}/pdf"
 ],
 texts: []
};
