import { randomUUID } from 'node:crypto';

/** A mail that nobody has sent yet. */
export interface MailDraft {
  to: readonly { name: string; address: string }[];
  subject: string;
  body: string;
  attachments: readonly { name: string; mediaType: string; bytes: Uint8Array }[];
}

/** With its marks and a header's name an encoded word keeps its line under 76 characters (RFC 2047, 2). */
const bytesInWord = 39;

/** A header's text: ASCII as it is, anything else as encoded words (RFC 2047), folded between them. */
function headerText(text: string): string {
  const plain = text.replaceAll(/[\r\n]+/g, ' ');
  if (/^[\x20-\x7e]*$/.test(plain)) return plain;
  const words: string[] = [];
  let piece = '';
  for (const character of plain) {
    if (Buffer.byteLength(piece + character, 'utf8') > bytesInWord) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  words.push(piece);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word, 'utf8').toString('base64')}?=`).join('\r\n ');
}

/** Base64 in lines of 76 characters (RFC 2045, 6.8). */
const base64Lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('base64')
    .match(/.{1,76}/g)
    ?.join('\r\n') ?? '';

/** `name*=UTF-8''…` (RFC 2231), which holds any letter. */
const parameter = (name: string, value: string): string =>
  `${name}*=UTF-8''${encodeURIComponent(value).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`;

/** An address is put in only when it is one: nothing typed into a directory may add headers or receivers. */
const isAddress = (address: string): boolean => /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address);

const addressee = ({ name, address }: MailDraft['to'][number]): string => {
  const word = headerText(name.replaceAll(/["\\]/g, ''));
  if (name === '') return address;
  return `${word.startsWith('=?') ? word : `"${word}"`}\r\n <${address}>`;
};

/**
 * The draft as a file that mail programs open for writing (`X-Unsent: 1`), in the format of RFC 5322 and MIME.
 */
export function composeMail(draft: MailDraft): Buffer {
  const boundary = `viche-${randomUUID()}`;
  const to = draft.to.filter(({ address }) => isAddress(address)).map(addressee);
  const head = [
    'X-Unsent: 1',
    ...(to.length > 0 ? [`To: ${to.join(',\r\n ')}`] : []),
    `Subject: ${headerText(draft.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed;\r\n boundary="${boundary}"`,
  ];
  const body = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(Buffer.from(draft.body.replaceAll(/\r?\n/g, '\r\n'), 'utf8')),
  ];
  const parts = draft.attachments.map(({ name, mediaType, bytes }) => [
    `Content-Type: ${mediaType};\r\n ${parameter('name', name)}`,
    `Content-Disposition: attachment;\r\n ${parameter('filename', name)}`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(bytes),
  ]);
  const lines = [...head, '', ...[body, ...parts].flatMap((part) => [`--${boundary}`, ...part]), `--${boundary}--`, ''];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
