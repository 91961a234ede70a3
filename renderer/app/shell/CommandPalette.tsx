import Modal from '@mui/material/Modal';
import { useLayoutEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, openKeyLayer } from '../../ui/window/keys.ts';
import { useMountOrder } from '../../ui/window/mountOrder.ts';
import { Palette } from './find/Palette.tsx';

/** While it is open only its own keys act: Alt and a digit choose where to search, not where to go. */
const Layer = ({ children }: { children: ReactNode }) => {
  const layer = useMountOrder();
  useLayoutEffect(() => openKeyLayer(layer), [layer]);
  return <KeyLayer value={layer}>{children}</KeyLayer>;
};

/** Ctrl+K: everything that was ever written and everything that can be done now, by its words. */
export const CommandPalette = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('search');
  return (
    <Modal open={open} onClose={onClose} aria-label={t('label')} slotProps={{ backdrop: { invisible: true } }}>
      <div role="dialog" aria-modal="true" aria-label={t('label')}>
        {open ? (
          <Layer>
            <Palette onClose={onClose} />
          </Layer>
        ) : null}
      </div>
    </Modal>
  );
};
