import '@fontsource-variable/inter/wght.css';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../ui/core/client.ts';
import { GlobalLook } from '../ui/GlobalLook.tsx';
import { theme } from '../ui/theme.ts';
import { startAppearance } from '../ui/window/appearance.ts';
import { startLanguage } from '../ui/window/i18n.ts';
import { Root } from './Root.tsx';
import { styleNonce } from './styleNonce.ts';

const nonce = styleNonce();
const styles = createCache({ key: 'v', ...(nonce === undefined ? {} : { nonce }) });

const start = async (): Promise<void> => {
  startAppearance();
  await startLanguage();
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no #root');
  createRoot(place).render(
    <StrictMode>
      <CacheProvider value={styles}>
        <ThemeProvider theme={theme}>
          <GlobalLook />
          <QueryClientProvider client={queryClient}>
            <Root />
          </QueryClientProvider>
        </ThemeProvider>
      </CacheProvider>
    </StrictMode>,
  );
};

void start();
