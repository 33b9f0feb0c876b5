// `npm run pages`: writes docs/pages.md.
import { writeFileSync } from 'node:fs';
import { pagesDocument } from './pages/document.ts';

writeFileSync(new URL('../docs/pages.md', import.meta.url), pagesDocument());
