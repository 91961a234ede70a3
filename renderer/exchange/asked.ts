import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** What the pages of the exchange may be asked for with the way to them: by the palette, by another page. */
export type Asked = {
  /** A new card is to be taken. */
  take: true;
  /** The agency, by the id of its card, that a package is made for. */
  send: string;
  /** The card that is shown, by its id. */
  card: string;
  /** The group whose participants are chosen, by its id. */
  group: string;
  /** Our keys are to be renewed. */
  renew: true;
};

/** A way to a page of the exchange with something to be done there: `navigate(...askFor('/exchange', { send }))`. */
export const askFor = (to: string, asked: Partial<Asked>): [string, { state: { asked: Partial<Asked> } }] => [
  to,
  { state: { asked } },
];

const askedIn = (state: unknown): Partial<Asked> =>
  typeof state === 'object' && state !== null && 'asked' in state ? (state as { asked: Partial<Asked> }).asked : {};

/** Does what the way to this page asks for, once: a page that is read again does not do it again. */
export const useAsked = <What extends keyof Asked>(what: What, act: (value: Asked[What]) => void): void => {
  const location = useLocation();
  const navigate = useNavigate();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const value = askedIn(location.state)[what] as Asked[What] | undefined;
  useEffect(() => {
    if (value === undefined) return;
    latest.current(value);
    void navigate('.', { replace: true, state: null });
  }, [value, navigate]);
};
