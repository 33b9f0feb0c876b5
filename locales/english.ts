import { catalogOf } from './catalog.ts';
import marks from './en.json' with { type: 'json' };
import mapping from './en.mapping.json' with { type: 'json' };
import pages from './en.pages.json' with { type: 'json' };
import teach from './en.teach.json' with { type: 'json' };

const words = catalogOf({ marks, pages, teach, mapping });

/** The English words of a key; '' where there are none. */
export function english(key: string): string {
  return words.get(key) ?? '';
}
