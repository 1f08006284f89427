import { EmptyPlace } from '#components/ui/empty-place.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <EmptyPlace title="There is nothing here" text="The address is wrong, or what it named was deleted.">
      <LinkButton href="/manifests">Go to the library</LinkButton>
    </EmptyPlace>
  );
}
