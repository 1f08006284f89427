'use client';
import NextLink from 'next/link';
import { type ComponentProps, useState } from 'react';

/**
 * A link whose page is fetched when someone points at it or tabs to it, not when it comes into view: a library of
 * cards would ask for the code and data of every page it shows.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  const [isMeant, setIsMeant] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={isMeant ? null : false}
      onPointerEnter={(event) => {
        setIsMeant(true);
        props.onPointerEnter?.(event);
      }}
      onFocus={(event) => {
        setIsMeant(true);
        props.onFocus?.(event);
      }}
    />
  );
}
