'use client';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { cssVariablesResolver } from './css-variables.ts';
import { makeQueryClient } from './query-client.ts';
import { theme } from './theme.ts';
import { Toasts } from './toasts.tsx';

/** Everything a page may count on: theme, query cache, URL state, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          {children}
          <Toasts />
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
