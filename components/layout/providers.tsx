'use client';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { cssVariablesResolver } from './css-variables.ts';
import { makeQueryClient } from './query-client.ts';
import classes from './theme.module.css';
import { theme } from './theme.ts';

/** Everything a page may count on: theme, query cache, URL state, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          {children}
          <Notifications position="bottom-center" limit={3} autoClose={6000} className={classes.toasts} />
        </NuqsAdapter>
      </QueryClientProvider>
    </MantineProvider>
  );
}
