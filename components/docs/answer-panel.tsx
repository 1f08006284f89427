import { useEffect, useState } from 'react';
import type { Received } from '#lib/client/api/send-draft.ts';
import { CodeBlock } from './code-block.tsx';
import classes from './docs.module.css';

/** What the server answered: status, time, headers, and the body as what it is. */
export function AnswerPanel({ received, name }: { received: Received; name: string }) {
  const { status, ms, headers, type, text } = received;
  return (
    <section className={classes.received} aria-label="Answer">
      <p className={classes.status} data-refused={status >= 400 || undefined}>
        <code>{status}</code> in {ms} ms{type && `, ${type}`}
      </p>
      <details className={classes.inner}>
        <summary className={classes.innerSummary}>{headers.length} headers</summary>
        <CodeBlock text={headers.map(([key, value]) => `${key}: ${value}`).join('\n')} label="Headers" />
      </details>
      {text ? (
        <CodeBlock text={text} label="Body of the answer" />
      ) : (
        <Bytes received={received} name={name} />
      )}
    </section>
  );
}

function Bytes({ received: { bytes, type }, name }: { received: Received; name: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  if (bytes.size === 0 || url === '') return null;
  return (
    <>
      {type.startsWith('image/') && <img className={classes.media} src={url} alt="What was answered" />}
      {/* biome-ignore lint/a11y/useMediaCaption: the film's subtitles are an operation of their own. */}
      {type.startsWith('video/') && <video className={classes.media} src={url} controls />}
      <p className={classes.fieldNote}>
        {Math.max(1, Math.round(bytes.size / 1000))} kB.{' '}
        <a href={url} download={name}>
          Save
        </a>
      </p>
    </>
  );
}
