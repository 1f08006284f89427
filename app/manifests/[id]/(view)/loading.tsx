import { ViewSkeleton } from '#components/manifests/view/view-skeleton.tsx';

export default ViewSkeleton;
