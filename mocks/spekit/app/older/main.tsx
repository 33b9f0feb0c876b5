import { start } from '../data/start.tsx';

start(<p>older</p>, 'older');
