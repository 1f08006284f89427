import {
  type ActionIconProps,
  type ButtonProps,
  type CloseButtonProps,
  createTheme,
  type MantineTheme,
} from '@mantine/core';
import classes from './theme.module.css';

/** Heights in px by size; under 768 px the variables all become 44. */
const BUTTON: Record<string, { height: string; padding: string; font: string }> = {
  'compact-xs': { height: 'var(--vp-h-block)', padding: '8px', font: '12px' },
  'compact-sm': { height: 'var(--vp-h-toolbar)', padding: '8px', font: '13px' },
  xs: { height: 'var(--vp-h-toolbar)', padding: '10px', font: '13px' },
  sm: { height: 'var(--vp-h-control)', padding: '12px', font: '13px' },
  md: { height: 'var(--vp-h-main)', padding: '16px', font: '13px' },
};

const ICON_SIZE: Record<string, string> = {
  xs: 'var(--vp-h-block)',
  sm: 'var(--vp-h-block)',
  md: 'var(--vp-h-toolbar)',
  lg: 'var(--vp-h-control)',
  xl: 'var(--vp-h-main)',
};

const QUICK = { transition: 'fade', duration: 120, timingFunction: 'cubic-bezier(.2,0,0,1)' } as const;

/** Plain objects in `components`, not `Button.extend`: that would load every one of them with every page. */
export const theme = createTheme({
  primaryColor: 'china',
  primaryShade: { dark: 4, light: 5 },
  autoContrast: true,
  black: '#171717',
  colors: {
    china: [
      '#fff8e5',
      '#fdedc2',
      '#fadf97',
      '#f6d06c',
      '#f2c14b',
      '#f2b92e',
      '#9e7000',
      '#7d5700',
      '#5c4000',
      '#3d2a00',
    ],
    dark: [
      '#ededed',
      '#b8b8b8',
      '#9b9b9b',
      '#9b9b9b',
      '#323232',
      '#2b2b2b',
      '#252525',
      '#151515',
      '#1b1b1b',
      '#0d0d0d',
    ],
    gray: [
      '#fbfbfb',
      '#f3f3f3',
      '#eaeaea',
      '#e1e1e1',
      '#d8d8d8',
      '#5c5c5c',
      '#5c5c5c',
      '#484848',
      '#2b2b2b',
      '#171717',
    ],
  },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '6px', md: '8px', lg: '10px', xl: '16px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '24px' },
      h3: { fontSize: '14px', lineHeight: '20px' },
    },
  },
  fontFamily: "'Geist Variable', system-ui",
  fontFamilyMonospace: "'Geist Mono Variable', monospace",
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: {
      defaultProps: { size: 'sm', variant: 'default' },
      vars: (_: MantineTheme, { size, variant, color }: ButtonProps) => {
        const { height, padding, font } = BUTTON[String(size)] ?? BUTTON.sm ?? {};
        return {
          root: {
            '--button-height': height,
            '--button-padding-x': padding,
            '--button-fz': font,
            '--button-bd': '0',
            ...(variant === 'subtle' &&
              !color && { '--button-color': 'var(--vp-t2)', '--button-hover': 'var(--vp-hover)' }),
          },
        };
      },
      classNames: { root: classes.button, section: classes.buttonSection },
    },
    ActionIcon: {
      defaultProps: { size: 'md', variant: 'subtle', color: 'gray' },
      vars: (_: MantineTheme, { size }: ActionIconProps) => ({
        root: { '--ai-size': ICON_SIZE[String(size)] ?? String(size) },
      }),
    },
    CloseButton: {
      defaultProps: { iconSize: 16 },
      vars: (_: MantineTheme, { size }: CloseButtonProps) => ({
        root: { '--cb-size': ICON_SIZE[String(size ?? 'md')] ?? String(size) },
      }),
    },
    Input: {
      defaultProps: { variant: 'filled' },
      classNames: { wrapper: classes.inputWrapper, input: classes.input },
    },
    InputWrapper: {
      classNames: { label: classes.label, description: classes.description, error: classes.error },
    },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false, transitionDuration: 80 },
      classNames: {
        root: classes.segments,
        indicator: classes.segmentIndicator,
        label: classes.segmentLabel,
      },
    },
    Kbd: { classNames: { root: classes.kbd } },
    Pill: { classNames: { root: classes.pill } },
    Progress: { defaultProps: { size: 3, color: 'var(--vp-run)' } },
    Slider: { defaultProps: { size: 3, color: 'var(--vp-t2)' } },
    Checkbox: { defaultProps: { size: 'xs', radius: 4 } },
    Menu: {
      defaultProps: { radius: 'lg', transitionProps: QUICK, position: 'bottom-start', offset: 4 },
      classNames: { dropdown: classes.float, item: classes.menuItem, label: classes.menuLabel },
    },
    Popover: {
      defaultProps: { radius: 'lg', transitionProps: QUICK },
      classNames: { dropdown: classes.float },
    },
    Modal: {
      defaultProps: {
        radius: 'lg',
        transitionProps: { ...QUICK, duration: 160 },
        centered: true,
        // A <header> in a dialog would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
      classNames: { content: classes.float, header: classes.modalHeader, title: classes.modalTitle },
    },
    Notification: {
      defaultProps: { radius: 'lg', withBorder: false },
      classNames: { root: classes.toast, description: classes.toastText },
    },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps: QUICK, radius: 'sm' },
      classNames: { tooltip: classes.tooltip },
    },
  },
});
