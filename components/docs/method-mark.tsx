import classes from './docs.module.css';

/** GET, POST, PUT, PATCH, DELETE; what deletes is marked. */
export function MethodMark({ method }: { method: string }) {
  return (
    <code className={classes.method} data-deletes={method === 'DELETE' || undefined}>
      {method === 'DELETE' ? 'DEL' : method}
    </code>
  );
}
