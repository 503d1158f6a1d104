import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from '@/App.vue';
import { queryClient } from '@/kit/queries';
import { restoreSession } from '@/kit/session';
import { followLanguage } from '@/kit/texts';
import { router } from '@/shell/router';
import '@/theme.css';

followLanguage(document.documentElement);
await restoreSession();
createApp(App).use(VueQueryPlugin, { queryClient }).use(router).mount('#app');
