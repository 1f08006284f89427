import type { AssetType } from '../schemas/asset.ts';

/** Order and headings of the groups, with the dark theme's colour and the Tabler icon (24 × 24, outline) of each. */
export const SHEET_TYPES: Record<AssetType, { heading: string; colour: string; icon: string[] }> = {
  CHARACTER: {
    heading: 'Characters',
    colour: '#e8804f',
    icon: ['M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0', 'M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2'],
  },
  ENVIRONMENT: {
    heading: 'Environments',
    colour: '#a9e5cc',
    icon: [
      'M3 20h18l-6.921 -14.612a2.3 2.3 0 0 0 -4.158 0l-6.921 14.612',
      'M7.5 11l2 2.5l2.5 -2.5l2 3l2.5 -2',
    ],
  },
  PROP: {
    heading: 'Props',
    colour: '#62b0f5',
    icon: [
      'M16.555 3.843l3.602 3.602a2.877 2.877 0 0 1 0 4.069l-2.643 2.643a2.877 2.877 0 0 1 -4.069 0l-.301 -.301l-6.558 6.558a2 2 0 0 1 -1.239 .578l-.175 .008h-1.172a1 1 0 0 1 -.993 -.883l-.007 -.117v-1.172a2 2 0 0 1 .467 -1.284l.119 -.13l.414 -.414h2v-2h2v-2l2.144 -2.144l-.301 -.301a2.877 2.877 0 0 1 0 -4.069l2.643 -2.643a2.877 2.877 0 0 1 4.069 0',
      'M15 9h.01',
    ],
  },
  OBJECT: {
    heading: 'Objects',
    colour: '#c4bc8a',
    icon: [
      'M21 16.008v-8.018a1.98 1.98 0 0 0 -1 -1.717l-7 -4.008a2.016 2.016 0 0 0 -2 0l-7 4.008c-.619 .355 -1 1.01 -1 1.718v8.018c0 .709 .381 1.363 1 1.717l7 4.008a2.016 2.016 0 0 0 2 0l7 -4.008c.619 -.355 1 -1.01 1 -1.718',
      'M12 22v-10',
      'M12 12l8.73 -5.04',
      'M3.27 6.96l8.73 5.04',
    ],
  },
  STYLE: {
    heading: 'Styles',
    colour: '#de70c0',
    icon: [
      'M12 21a9 9 0 0 1 0 -18c4.97 0 9 3.582 9 8c0 1.06 -.474 2.078 -1.318 2.828c-.844 .75 -1.989 1.172 -3.182 1.172h-2.5a2 2 0 0 0 -1 3.75a1.3 1.3 0 0 1 -1 2.25',
      'M7.5 10.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
      'M11.5 7.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
      'M15.5 10.5a1 1 0 1 0 2 0a1 1 0 1 0 -2 0',
    ],
  },
  OTHER: {
    heading: 'Other',
    colour: '#8c8c8c',
    icon: ['M12 12l8 -4.5', 'M12 12v9', 'M12 12l-8 -4.5', 'M12 12l8 4.5', 'M12 3v9', 'M12 12l-8 4.5'],
  },
};
