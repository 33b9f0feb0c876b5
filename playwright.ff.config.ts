import base from './playwright.config.ts';
export default { ...base, projects: base.projects!.filter((p) => p.name === 'firefox').map((p) => ({ ...p, grep: /./ })) };
