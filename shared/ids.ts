/**
 * What a record’s id may look like, also when it comes from a page, a file or a partner. The core makes UUIDv7, so that
 * ids sort by the time of their making.
 */
export const idPattern = /^[A-Za-z0-9._:-]{1,64}$/;
