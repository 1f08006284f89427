import type { CSSVariablesResolver } from '@mantine/core';

/** [dark, light] of every colour of the look. */
const COLOURS = {
  well: ['#0d0d0d', '#e0e0e0'],
  app: ['#151515', '#f3f3f3'],
  panel: ['#1b1b1b', '#fbfbfb'],
  ctl: ['#252525', '#eaeaea'],
  hover: ['#2b2b2b', '#e1e1e1'],
  sel: ['#323232', '#d8d8d8'],
  float: ['#232323', '#ffffff'],
  line: ['#2b2b2b', '#e0e0e0'],
  t1: ['#ededed', '#171717'],
  t2: ['#b8b8b8', '#484848'],
  t3: ['#9b9b9b', '#5c5c5c'],
  acc: ['#f2c14b', '#f2b92e'],
  'acc-hover': ['#ffd05c', '#ffc83f'],
  'on-acc': ['#1a1400', '#1a1400'],
  accline: ['#f2c14b', '#9e7000'],
  accink: ['#f2c14b', '#7d5700'],
  ok: ['#62c49c', '#0f6845'],
  run: ['#7cbcf0', '#145a92'],
  warn: ['#f0a468', '#8f4a0c'],
  err: ['#ff7f86', '#b3261e'],
  'err-wash': ['#33191a', '#fbe3e1'],
  'type-character': ['#e8804f', '#7a2a0c'],
  'type-environment': ['#a9e5cc', '#1c7259'],
  'type-prop': ['#62b0f5', '#0a3157'],
  'type-object': ['#c4bc8a', '#75703a'],
  'type-style': ['#de70c0', '#b4308c'],
  'type-other': ['#8c8c8c', '#3a3a3a'],
  /* Text on an image is the same in both. */
  'on-image': ['#ededed', '#ededed'],
  'image-scrim': ['rgba(13, 13, 13, 0.82)', 'rgba(13, 13, 13, 0.82)'],
  shadow: ['0 12px 32px rgba(0, 0, 0, 0.55)', '0 12px 32px rgba(0, 0, 0, 0.18)'],
} as const;

const MANTINE = {
  '--mantine-color-body': 'var(--vp-app)',
  '--mantine-color-text': 'var(--vp-t1)',
  '--mantine-color-default': 'var(--vp-ctl)',
  '--mantine-color-default-hover': 'var(--vp-hover)',
  '--mantine-color-default-border': 'transparent',
  '--mantine-color-default-color': 'var(--vp-t1)',
  '--mantine-color-dimmed': 'var(--vp-t3)',
  '--mantine-color-placeholder': 'var(--vp-t3)',
  '--mantine-color-error': 'var(--vp-err)',
  '--mantine-color-anchor': 'var(--vp-t1)',
  '--mantine-primary-color-contrast': 'var(--vp-on-acc)',
  '--mantine-primary-color-filled-hover': 'var(--vp-acc-hover)',
  '--mantine-color-china-filled-hover': 'var(--vp-acc-hover)',
  '--mantine-color-gray-light-color': 'var(--vp-t2)',
  '--mantine-color-gray-light-hover': 'var(--vp-hover)',
} as const;

const tokens = (theme: 0 | 1) =>
  Object.fromEntries(Object.entries(COLOURS).map(([name, pair]) => [`--vp-${name}`, pair[theme]]));

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  dark: { ...tokens(0), ...MANTINE },
  light: { ...tokens(1), ...MANTINE },
});
