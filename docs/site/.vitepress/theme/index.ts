import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme-without-fonts'
import ErrorTable from './ErrorTable.vue'
import LabelTable from './LabelTable.vue'
import OperationTable from './OperationTable.vue'
import RoleTable from './RoleTable.vue'
import StateDiagram from './StateDiagram.vue'
import StateDiagrams from './StateDiagrams.vue'
import './style.css'

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('ErrorTable', ErrorTable)
    app.component('LabelTable', LabelTable)
    app.component('OperationTable', OperationTable)
    app.component('RoleTable', RoleTable)
    app.component('StateDiagram', StateDiagram)
    app.component('StateDiagrams', StateDiagrams)
  },
}
export default theme
