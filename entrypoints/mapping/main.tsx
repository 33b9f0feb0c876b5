import { createRoot } from 'react-dom/client';
import { Mapping } from '../../components/mapping/Mapping.tsx';
import { language } from '../../locales/spoken.ts';
import { t } from '../../locales/words.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/mapping/mapping.css';
import '../../components/mapping/fields.css';
import '../../components/mapping/lists.css';

document.documentElement.lang = language();
document.title = t('mapping.title');
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Mapping />);
