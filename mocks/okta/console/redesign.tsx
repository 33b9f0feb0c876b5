import './redesign/theme.css';
import { createRoot } from 'react-dom/client';
import { ConsoleServer } from './data/server.ts';
import { App } from './redesign/app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root.');
const server = new ConsoleServer();
server.start();
createRoot(root).render(<App server={server} />);
