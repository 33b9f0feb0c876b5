/** What Acme's people read in Spekit: the pages beside Settings show it. */
export const topics = [
  { name: 'Sales Process', speks: 24, text: 'Stages, exit criteria and who joins when' },
  { name: 'Pricing & Packaging', speks: 11, text: 'Plans, discounts and the approval path' },
  { name: 'Salesforce How-tos', speks: 38, text: 'Opportunities, forecasts, hygiene' },
  { name: 'Security Reviews', speks: 9, text: 'Questionnaires and the answers we give' },
  { name: 'Onboarding', speks: 17, text: 'The first four weeks, day by day' },
] as const;
