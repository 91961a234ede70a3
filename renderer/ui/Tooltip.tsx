import MuiTooltip from '@mui/material/Tooltip';
import type { ReactElement } from 'react';

/**
 * A word that appears on hover and on focus. `names`: it is the accessible name of the child (the default); false where
 * the child has a name of its own and the tooltip only describes it.
 */
export const Tooltip = ({
  text,
  children,
  names = true,
}: {
  text: string;
  children: ReactElement;
  names?: boolean;
}) => (
  <MuiTooltip title={text} describeChild={!names}>
    {children}
  </MuiTooltip>
);
