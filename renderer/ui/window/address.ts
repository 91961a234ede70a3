import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams, type NavigateOptions } from 'react-router';

/** What the address bar says now: it is ahead of what is drawn while a page that was just asked for is being made. */
const addressNow = (): { path: string; search: URLSearchParams } => {
  const [path = '', search = ''] = window.location.hash.slice(1).split('?');
  return { path: path === '' ? '/' : path, search: new URLSearchParams(search) };
};

/**
 * What stands behind `?` in the address, and the way to change it. The router's own way changes what stood there when the
 * component was last drawn, and takes back what a link followed since has asked for; this one changes what stands there
 * now, and nothing once another page has been asked for.
 */
export const useSearch = (): [
  search: URLSearchParams,
  change: (to: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void,
] => {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const change = useCallback(
    (to: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions): void => {
      const now = addressNow();
      if (now.path === pathname) void navigate({ pathname, search: to(now.search).toString() }, options);
    },
    [navigate, pathname],
  );
  return [search, change];
};
