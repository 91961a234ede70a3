/** A record's id: a UUIDv7 as text, made in the core, so that ids sort by the time of their making. */
export type RecordId = string;

/** What an id may look like when it comes from a page, a file or a partner. */
export const idPattern = /^[A-Za-z0-9._:-]{1,64}$/;
