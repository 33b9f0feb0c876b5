import '../../contract/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/Popup.tsx';
import { language } from '../../locales/spoken.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/popup/popup.css';

document.documentElement.lang = language();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Popup />);
