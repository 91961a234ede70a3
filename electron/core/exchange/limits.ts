/**
 * How large the parts of an exchange may be: more is refused before it is read. One place for all of it, so that what is
 * written here can always be read there. Bytes, unless said otherwise.
 */
export const limits = {
  /** The whole `.viche-package`; below what a zip without its 64-bit extension can address. */
  package: 4_000_000_000,
  /** A `.viche-receipt`, encrypted. */
  receipt: 8 * 1024 * 1024,
  manifest: 16 * 1024 * 1024,
  /** Files of a package, the manifest and its signature not counted. */
  entries: 20_000,
  /** One batch, unpacked. */
  batch: 8 * 1024 * 1024,
  /** A writer closes a batch at either of these. */
  batchLines: 2_000,
  batchTarget: 4 * 1024 * 1024,
  /** One line of a batch: the longest text a field may hold, were it all characters that JSON writes in seven bytes. */
  line: 4 * 1024 * 1024,
  attachment: 100 * 1024 * 1024,
  /** The readable beginning of an age file: the stanzas of its recipients. */
  ageHeader: 8 * 1024,
  /** Recipients of an age file: we write two (the receiver and ourselves). */
  ageRecipients: 20,
  /** Objects and lists inside each other in JSON from outside. */
  jsonDepth: 32,
} as const;
