'use client';
import { useNotifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import classes from './theme.module.css';

const Notifications = dynamic(() => import('@mantine/notifications').then((file) => file.Notifications), {
  ssr: false,
});

/** The place of all toasts. Its code comes with the first one, which waits in the store until then. */
export function Toasts() {
  const { notifications } = useNotifications();
  const [isUsed, setIsUsed] = useState(false);
  if (notifications.length > 0 && !isUsed) setIsUsed(true);
  if (!isUsed) return null;
  return <Notifications position="bottom-center" limit={3} autoClose={6000} className={classes.toasts} />;
}
