import { StatusLabel } from '#components/manifests/status-label.tsx';
import { useCreator } from './creator-context.tsx';

/** The manifest's status in the header. */
export function CreatorStatus() {
  const { manifest } = useCreator();
  return <StatusLabel status={manifest.status} />;
}
