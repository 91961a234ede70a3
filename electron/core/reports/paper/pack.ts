import { Packer } from 'docx';
import { localeTags, type Language } from '../../../../shared/languages.ts';
import { createSheet, type Sheet } from './sheet.ts';
import type { Paper } from './paper.ts';
import { clipped, oneLine } from './typography.ts';

const longestProperty = 250;

const escaped = (text: string): string =>
  clipped(oneLine(text), longestProperty).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * What Word shows under the file's properties. Without the moment it was made: the same record gives the same file, byte for
 * byte, so that a preview is the very file that is saved and the library's checksum means something.
 */
function coreProperties(sheet: Sheet, form: Language): string {
  const part = (name: string, text: string): string => (text === '' ? '' : `<${name}>${text}</${name}>`);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    part('dc:title', escaped(sheet.title)),
    part('dc:subject', escaped(sheet.subject)),
    part('dc:creator', escaped(sheet.author) || 'Viche'),
    part('dc:language', localeTags[form]),
    part('cp:lastModifiedBy', 'Viche'),
    '</cp:coreProperties>',
  ].join('');
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1 January 1980, the first day a zip knows. */
const firstDay = 0x0021;

/** Sets the time of every entry of a zip to one and the same; nothing else in it depends on when it was made. */
function forgetTimes(bytes: Uint8Array<ArrayBuffer>): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const setTime = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, firstDay, true);
  };
  let end = bytes.byteLength - 22;
  while (end > 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let n = 0; n < count && view.getUint32(entry, true) === directoryEntry; n += 1) {
    setTime(entry + 12);
    setTime(view.getUint32(entry + 42, true) + 10);
    const lengths = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
}

/** A whole paper as the bytes of a .docx file. */
export async function packSheet(paper: Paper, sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const properties = { path: 'docProps/core.xml', data: coreProperties(sheet, paper.form) };
  const bytes = new Uint8Array(await Packer.toArrayBuffer(createSheet(paper, sheet), undefined, [properties]));
  forgetTimes(bytes);
  return bytes;
}
