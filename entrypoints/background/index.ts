import '../../contract/no-eval.ts';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../../background/start.ts';

export default defineBackground(startBackground);
