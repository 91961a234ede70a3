/**
 * The nonce that a door wrote into the page for its `style-src`, or undefined where the policy needs none (dev server).
 * `nonce` attributes are hidden from scripts, so the doors write it as the content of a meta element.
 */
export const styleNonce = (): string | undefined => {
  const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return content === undefined || content === '' ? undefined : content;
};
