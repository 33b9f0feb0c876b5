import '../../contract/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { Options } from '../../components/options/Options.tsx';
import { language } from '../../locales/spoken.ts';
import { t } from '../../locales/words.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/options/options.css';

document.documentElement.lang = language();
document.title = t('options.title');
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Options />);
