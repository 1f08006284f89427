import { LibrarySkeleton } from '#components/manifests/library/library-skeleton.tsx';

export default LibrarySkeleton;
