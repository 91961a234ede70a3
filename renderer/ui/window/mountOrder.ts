import { useState } from 'react';

let last = 0;

const next = (): number => {
  last += 1;
  return last;
};

/**
 * A number that is higher the deeper a component stands and the later it came, since parents render before their
 * children. Where several offer the same (a key, the status bar), the highest wins.
 */
export const useMountOrder = (): number => useState(next)[0];
