/** How long Spekit took over a request that was passed on to it, in ms; null for what was not. Of those the log is looked through by the
 *  hour, so it stands in a column of its own. The same for both databases. */
export const relayedColumn = `
alter table changes add column relayed_ms integer;
`;
