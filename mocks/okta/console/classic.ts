import { start } from './classic/start.ts';

start();
