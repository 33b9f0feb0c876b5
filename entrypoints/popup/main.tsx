import '../../contract/no-eval.ts';
import { openPage } from '../../components/page/open.tsx';
import { Popup } from '../../components/popup/Popup.tsx';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/profiles/profiles.css';
import '../../components/popup/popup.css';

void openPage(() => <Popup />);
