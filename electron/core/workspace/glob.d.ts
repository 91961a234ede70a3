/** What the build puts in the place of `import.meta.glob` (Vite): file texts by path. */
interface ImportMeta {
  glob<T>(pattern: string, options: { query: '?raw'; import: 'default'; eager: true }): Record<string, T>;
}
