import GlobalStyles from '@mui/material/GlobalStyles';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

const alone = (
  <GlobalStyles
    styles={{
      '@media screen': { '.printAlone': { display: 'none' } },
      '@media print': { 'body:has(> .printAlone) > *:not(.printAlone)': { display: 'none !important' } },
    }}
  />
);

/** What is printed in place of the page while this is mounted; not seen on the screen. */
export const PrintAlone = ({ children }: { children: ReactNode }) =>
  createPortal(
    <div className="printAlone" aria-hidden="true">
      {alone}
      {children}
    </div>,
    document.body,
  );
