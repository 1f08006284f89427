import { SegmentedControl } from '@mantine/core';
import layout from './creator.module.css';
import { useCreator } from './creator-context.tsx';

export const SEGMENTS = ['sources', 'image', 'details'] as const;
export type Segment = (typeof SEGMENTS)[number];

/** On a phone one panel shows at a time. */
export function SegmentSwitch({
  segment,
  onChange,
}: {
  segment: Segment;
  onChange: (segment: Segment) => void;
}) {
  const { assets, uploads, step } = useCreator();
  const count = assets.length + uploads.items.filter((item) => !item.replaces).length;
  const data: { value: Segment; label: React.ReactNode }[] = [
    {
      value: 'sources',
      label: (
        <>
          Sources <span className={layout.count}>{count}</span>
        </>
      ),
    },
    { value: 'image', label: 'Image' },
    { value: 'details', label: step === 'process' ? 'Progress' : 'Details' },
  ];
  return (
    <div className={layout.segments}>
      <SegmentedControl<Segment>
        fullWidth
        value={segment}
        onChange={onChange}
        data={data}
        aria-label="Panel"
      />
    </div>
  );
}
