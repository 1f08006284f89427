'use client';
import { Button } from '@mantine/core';
import { EmptyPlace } from '#components/ui/empty-place.tsx';

export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <EmptyPlace
      title="This page could not be shown"
      text="The server did not answer as it should. Nothing you saved is lost."
    >
      <Button onClick={reset}>Try again</Button>
    </EmptyPlace>
  );
}
