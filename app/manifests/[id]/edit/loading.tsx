import { CreatorSkeleton } from '#components/manifests/creator/creator-skeleton.tsx';

export default function Loading() {
  return <CreatorSkeleton />;
}
