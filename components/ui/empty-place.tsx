import type { ReactNode } from 'react';
import classes from './empty-place.module.css';

type EmptyPlaceProps = {
  title: string;
  text?: ReactNode;
  /** 2 where the page has its own title above. */
  level?: 1 | 2;
  /** The ways on. */
  children?: ReactNode;
};

/** A place with nothing in it: what, why, and what next. */
export function EmptyPlace({ title, text, level = 1, children }: EmptyPlaceProps) {
  const Title = level === 1 ? 'h1' : 'h2';
  return (
    <section className={classes.place}>
      <Title className={classes.title}>{title}</Title>
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.ways}>{children}</div>}
    </section>
  );
}
