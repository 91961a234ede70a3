const kept = 'viche.token';

/**
 * The browser door's token: it arrives once in the address as `#token=…`, is kept for this tab and taken out of the
 * address before the router reads it. A reload finds it in the tab's storage; another tab needs the address again.
 */
const takeToken = (): string | undefined => {
  const given = /^#token=([\w-]+)/.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(kept) ?? undefined;
  sessionStorage.setItem(kept, given);
  history.replaceState(null, '', `${location.pathname}${location.search}#/`);
  return given;
};

/** A new address put into this very tab changes nothing but its end: the page begins again with the new token. */
const takeLaterToken = (): void => {
  if (!location.hash.startsWith('#token=')) return;
  takeToken();
  location.reload();
};

if (window.viche === undefined) window.addEventListener('hashchange', takeLaterToken);

/** Undefined on the desktop, where the port itself is the right to talk. */
export const token: string | undefined = window.viche === undefined ? takeToken() : undefined;

/**
 * The door does not know the token: a reload then says what to do instead of trying it again. A later token that has come
 * meanwhile stays: the refusal was not meant for it.
 */
export const forgetToken = (): void => {
  if (sessionStorage.getItem(kept) === token) sessionStorage.removeItem(kept);
};

/** A browser without the token may not talk to the core; the address with it must be opened again. */
export const needsToken: boolean = window.viche === undefined && token === undefined;
