import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/options/options.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Options />);
