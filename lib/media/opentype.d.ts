// The package's ES module build has named exports in Node, Next and Vitest alike; its types know only the root.
declare module 'opentype.js/dist/opentype.mjs' {
  export * from 'opentype.js';
}
