/*
 * The components of Element Plus that the console uses, each with its styles. Pages import them from
 * here, so that nothing else is loaded, and add a line for what is missing.
 */
import 'element-plus/es/components/base/style/css';
import 'element-plus/es/components/button/style/css';
import 'element-plus/es/components/checkbox/style/css';
import 'element-plus/es/components/checkbox-group/style/css';
import 'element-plus/es/components/config-provider/style/css';
import 'element-plus/es/components/dialog/style/css';
import 'element-plus/es/components/drawer/style/css';
import 'element-plus/es/components/input/style/css';
import 'element-plus/es/components/option/style/css';
import 'element-plus/es/components/radio/style/css';
import 'element-plus/es/components/radio-group/style/css';
import 'element-plus/es/components/select/style/css';
import 'element-plus/es/components/tag/style/css';

export { ElButton } from 'element-plus/es/components/button/index.mjs';
export { ElCheckbox, ElCheckboxGroup } from 'element-plus/es/components/checkbox/index.mjs';
export { ElConfigProvider } from 'element-plus/es/components/config-provider/index.mjs';
export { ElDialog } from 'element-plus/es/components/dialog/index.mjs';
export { ElDrawer } from 'element-plus/es/components/drawer/index.mjs';
export { ElInput } from 'element-plus/es/components/input/index.mjs';
export { ElRadio, ElRadioGroup } from 'element-plus/es/components/radio/index.mjs';
export { ElOption, ElSelect } from 'element-plus/es/components/select/index.mjs';
export { ElTag } from 'element-plus/es/components/tag/index.mjs';
