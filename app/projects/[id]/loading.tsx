import { RunSkeleton } from '#components/projects/run-skeleton.tsx';

export default function Loading() {
  return <RunSkeleton />;
}
