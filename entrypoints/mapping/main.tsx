import '../../contract/no-eval.ts';
import { Mapping } from '../../components/mapping/Mapping.tsx';
import { openPage } from '../../components/page/open.tsx';
import { t } from '../../locales/words.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/column.css';
import '../../components/mapping/mapping.css';
import '../../components/mapping/fields.css';
import '../../components/mapping/lists.css';

void openPage(
  () => <Mapping />,
  () => t('mapping.title'),
);
