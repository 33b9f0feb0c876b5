/** What needs attention is found among the few that it may concern. These keys hold no user or team in good order: what Okta usually sends
 *  is written no slower for them. The same for both databases. */
export const attentionKeys = `
create index users_refused on users (account, refusal_at) where refusal_at is not null;
create index teams_refused on teams (account, refusal_at) where refusal_at is not null;
create index users_with_role on users (account, role, active) where role <> 'Viewer';
`;
