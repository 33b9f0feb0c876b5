import '../../contract/no-eval.ts';
import { openPage } from '../../components/page/open.tsx';
import { Panel } from '../../components/panel/Panel.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/popup/popup.css';
import '../../components/panel/panel.css';

void openPage(() => <Panel />);
