/** One person of the seeded company: first and last name, title, department, and the groups that the person is in. */
export interface Employee {
  firstName: string;
  lastName: string;
  email: string;
  title: string;
  department: string;
  groups: string[];
}

/** `First Last | Title | Department | Group, Group`; an email that is not first.last follows the name in angle brackets.
 *  Two people are called Maria Garcia. Two have left and keep the title that the seed deactivates by. */
const rows = `
Priya Raman | Chief Revenue Officer | Sales | Sales Leadership
Daniel Okafor | VP Sales, Americas | Sales | Sales Leadership, Account Executives
Ingrid Solberg | VP Sales, EMEA | Sales | Sales Leadership, Sales - EMEA
Marcus Chen | Director, Sales Development | Sales | Sales Leadership, Sales Development
Maria Garcia | Account Executive | Sales | Account Executives
Tom Whitaker | Account Executive | Sales | Account Executives
Aisha Bello | Senior Account Executive | Sales | Account Executives
Jordan Reyes | Account Executive | Sales | Account Executives
Hannah Kowalski | Account Executive | Sales | Account Executives, Sales - EMEA
Lukas Brandt | Senior Account Executive | Sales | Account Executives, Sales - EMEA
Sofia Marino | Account Executive | Sales | Account Executives, Sales - EMEA
Ethan Brooks | Account Executive | Sales | Account Executives
Noor Haddad | Enterprise Account Executive | Sales | Account Executives
Caleb Nguyen | Sales Development Representative | Sales | Sales Development
Zoe Patel | Sales Development Representative | Sales | Sales Development
Oliver Grant | Sales Development Representative | Sales | Sales Development, Sales - EMEA
Camila Duarte | Sales Development Representative | Sales | Sales Development
Ben Adler | Team Lead, Sales Development | Sales | Sales Development
Grace Kim | VP Customer Success | Customer Success | Customer Success
Rafael Costa | Customer Success Manager | Customer Success | Customer Success
Emily O'Brien <emily.obrien> | Senior Customer Success Manager | Customer Success | Customer Success
Yusuf Demir | Customer Success Manager | Customer Success | Customer Success
Lucie Moreau | Customer Success Manager | Customer Success | Customer Success
Maria Garcia <maria.garcia2> | Onboarding Specialist | Customer Success | Customer Success, Enablement
Wei Zhang | Head of Enablement | Enablement | Enablement, Sales Leadership
Naomi Fischer | Enablement Manager | Enablement | Enablement
Isaac Mensah | Content Designer | Enablement | Enablement
Elena Petrova | Sales Trainer | Enablement | Enablement
Victor Lindqvist | Director, Solutions Engineering | Solutions | Solutions Engineering
Amara Osei | Solutions Engineer | Solutions | Solutions Engineering
Kenji Tanaka | Senior Solutions Engineer | Solutions | Solutions Engineering
Julia Novak | Solutions Engineer | Solutions | Solutions Engineering
Samuel Ortiz | Revenue Operations Manager | Operations | Revenue Operations
Leah Goldberg | Sales Operations Analyst | Operations | Revenue Operations
Hugo Laurent | Marketing Director | Marketing | Marketing
Chloe Bennett | Product Marketing Manager | Marketing | Marketing
Anders Holm | Content Marketer | Marketing | Marketing
Fatima Zahra | Support Lead | Support | Support
Dylan Murphy | Support Engineer | Support | Support
Robert Hale | IT Systems Administrator | IT | Okta Administrators
Mei Lin | Identity Engineer | IT | Okta Administrators, Engineering
Patrick Doyle | Staff Engineer | Engineering | Engineering
Nadia Rahman | Product Designer | Engineering | Engineering
Gregory Stone | Former employee | Sales | Account Executives
Vanessa Cruz | Former employee | Customer Success | Customer Success
`;

export const employees: Employee[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [who = '', title = '', department = '', groups = ''] = row.split(' | ');
    const [, name = '', mailbox] = /^(.*?)(?: <(.*)>)?$/.exec(who) ?? [];
    const [firstName = '', lastName = ''] = name.split(' ');
    const email = `${mailbox ?? `${firstName}.${lastName}`.toLowerCase()}@acme.example`;
    return { firstName, lastName, email, title, department, groups: groups.split(', ') };
  });
