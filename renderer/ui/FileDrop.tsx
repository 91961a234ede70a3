import { styled } from '@mui/material/styles';
import { useState, type DragEvent, type ReactNode } from 'react';

const Zone = styled('div')({
  borderRadius: 'var(--radius)',
  '&[data-over]': { outline: '2px dashed var(--ink)', outlineOffset: 2, background: 'var(--ink-soft)' },
});

/** Whether files are dragged, and not text or a card of a board. */
export const hasFiles = ({ dataTransfer }: { dataTransfer: DataTransfer | null }): boolean =>
  dataTransfer?.types.includes('Files') === true;

/** Where files may be dropped instead of being chosen in a dialog; `onFiles` reads them from the drag at once. */
export const FileDrop = ({ onFiles, children }: { onFiles: (transfer: DataTransfer) => void; children: ReactNode }) => {
  const [over, setOver] = useState(false);
  return (
    <Zone
      data-over={over ? '' : undefined}
      onDragOver={(event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles(event.dataTransfer);
      }}
    >
      {children}
    </Zone>
  );
};
