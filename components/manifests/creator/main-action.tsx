import { Button } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop, IconScan } from '@tabler/icons-react';
import { Link } from '#components/ui/link.tsx';
import { assetsToAnalyse } from '#lib/client/asset-queries.ts';
import { useCreator } from './creator-context.tsx';

const images = (count: number) => (count === 1 ? '1 image' : `${count} images`);

/** The one filled button: analyse what is new, stop what runs, or make a film with what is ready. */
export function MainAction({ short = false }: { short?: boolean }) {
  const { manifest, manifestId, assets, step, analysis, setStep } = useCreator();
  if (manifest.status === 'PROCESSING') {
    return step === 'process' ? (
      <Button leftSection={<IconPlayerStop size={18} />} loading={analysis.isBusy} onClick={analysis.cancel}>
        Cancel
      </Button>
    ) : (
      <Button leftSection={<IconScan size={18} />} onClick={() => setStep('process')}>
        Show progress
      </Button>
    );
  }
  const waiting = assetsToAnalyse(assets).length;
  if (step === 'review' || (waiting === 0 && assets.length > 0)) {
    return (
      <Button
        component={Link}
        href={`/generate?manifest=${manifestId}`}
        variant="filled"
        leftSection={<IconPlayerPlay size={18} />}
        data-disabled={assets.length === 0 || undefined}
        aria-disabled={assets.length === 0 || undefined}
        onClick={(event) => assets.length === 0 && event.preventDefault()}
      >
        {short ? 'Use' : 'Use in a generation'}
      </Button>
    );
  }
  return (
    <Button
      variant="filled"
      leftSection={<IconScan size={18} />}
      disabled={waiting === 0}
      loading={analysis.isBusy}
      onClick={() => analysis.start()}
    >
      {waiting === 0 ? 'Analyse' : `Analyse ${images(waiting)}`}
    </Button>
  );
}
