/**
 * What is remembered on this computer outside the workspace: nothing sensitive, only the look of the window.
 * A browser that forbids storage simply forgets.
 */
const key = (name: string): string => `viche.${name}`;

export const readRemembered = (name: string): unknown => {
  try {
    const text = localStorage.getItem(key(name));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const writeRemembered = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // full or forbidden: the choice holds until the window closes
  }
};
