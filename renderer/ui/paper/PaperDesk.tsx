import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../../shared/languages.ts';
import { drawWordFile, type DrawnPaper } from './wordFile.ts';

const Desk = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  padding: 16,
  background: 'var(--sunken)',
  '&:focus-visible': { outline: '2px solid var(--ink)', outlineOffset: -2 },
});

/** How large the paper is shown: a share of its size, or as wide as there is room. */
export type Zoom = number | 'fit';

const smallestFit = 0.4;
const largestFit = 1.1;

/** The share at which a sheet of this width fills the room, both in CSS pixels. */
const fitting = (room: number, sheet: number): number =>
  sheet === 0 ? 1 : Math.min(largestFit, Math.max(smallestFit, (room - 34) / sheet));

export type PaperDeskProps = {
  /** The very file; drawn anew when it is another one. */
  bytes: Uint8Array<ArrayBuffer>;
  label: string;
  language: Language;
  zoom: Zoom;
  /** The share that is shown in fact. */
  onShown: (share: number) => void;
  onDrawn: (paper: DrawnPaper) => void;
  onFailed: (error: unknown) => void;
};

/** A Word file as a sheet of paper that lies on the page; scrolled by keys, shown in any size. */
export const PaperDesk = ({ bytes, label, language, zoom, onShown, onDrawn, onFailed }: PaperDeskProps) => {
  const desk = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [sheetWidth, setSheetWidth] = useState(0);
  const share = zoom === 'fit' ? fitting(room, sheetWidth) : zoom;
  const calls = useRef({ onDrawn, onFailed, onShown });
  useEffect(() => {
    calls.current = { onDrawn, onFailed, onShown };
  });

  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    let stale = false;
    const draw = async (): Promise<void> => {
      const paper = await drawWordFile(bytes, element);
      if (stale) return;
      setSheetWidth(paper.width);
      calls.current.onDrawn(paper);
    };
    draw().catch((error: unknown) => {
      if (!stale) calls.current.onFailed(error);
    });
    return () => {
      stale = true;
    };
  }, [bytes]);

  useEffect(() => {
    if (host.current !== null) host.current.style.zoom = String(share);
    calls.current.onShown(share);
  }, [share, sheetWidth, bytes]);

  return (
    <Desk ref={desk} role="region" aria-label={label} tabIndex={0}>
      <div ref={host} lang={language} />
    </Desk>
  );
};
