import { config } from 'zod';

// zod tries whether it may make code of text. An extension may not: the answer is known, and each try is an error on Firefox's console, which
// a store's reviewer sees. To be imported before any schema is.
config({ jitless: true });
