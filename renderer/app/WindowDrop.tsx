import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../ui/core/errors.ts';
import { openDropped } from '../ui/core/openedFiles.ts';
import { hasFiles } from '../ui/FileDrop.tsx';
import { say } from '../ui/window/say.ts';

/** Lies over everything and is in nobody's way: what is dragged goes through it to places of its own on the page. */
const Target = styled('div')({
  position: 'fixed',
  inset: 0,
  zIndex: 2000,
  pointerEvents: 'none',
  outline: '3px dashed var(--ink)',
  outlineOffset: -6,
  display: 'grid',
  alignItems: 'end',
  justifyItems: 'center',
  paddingBottom: 44,
  '& > p': {
    background: 'var(--ink)',
    color: 'var(--on-ink)',
    padding: '8px 16px',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
    maxWidth: 'calc(100vw - 48px)',
  },
});

/**
 * Files may be dropped anywhere on the window. Where a page has a place of its own for files (attachments, a card in its dialog)
 * that place takes them, and the window's frame is not shown over it.
 */
export const WindowDrop = () => {
  const { t } = useTranslation('app');
  const errorText = useErrorText();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // a place on the page stops the event on its way up: what came down and does not come up again is not over us
    let hidden: ReturnType<typeof setTimeout> | undefined;
    const soon = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      clearTimeout(hidden);
      hidden = setTimeout(() => setOver(false), 0);
    };
    const drag = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      clearTimeout(hidden);
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (event.defaultPrevented || !hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      openDropped(event.dataTransfer).catch((error: unknown) => say(errorText(error)));
    };
    window.addEventListener('dragover', soon, { capture: true });
    window.addEventListener('dragover', drag);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', soon, { capture: true });
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(hidden);
      window.removeEventListener('dragover', soon, { capture: true });
      window.removeEventListener('dragover', drag);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', soon, { capture: true });
      window.removeEventListener('drop', drop);
    };
  }, [errorText]);
  return over ? (
    <Target aria-hidden="true">
      <p>{t('drop.here')}</p>
    </Target>
  ) : null;
};
