import '../../contract/no-eval.ts';
import { Options } from '../../components/options/Options.tsx';
import { openPage } from '../../components/page/open.tsx';
import { t } from '../../locales/words.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/column.css';
import '../../components/profiles/profiles.css';
import '../../components/options/options.css';
import '../../components/options/steps.css';

void openPage(
  () => <Options />,
  () => t('options.title'),
);
