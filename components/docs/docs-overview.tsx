import type { ReactNode } from 'react';
import { CodeBlock } from './code-block.tsx';
import classes from './docs.module.css';

const CLIENT = `import { answerOf, createApiClient } from '#lib/client/api/api-client.ts';

const client = createApiClient('http://localhost:3000');
const manifests = await answerOf(
  client.GET('/api/manifests', { params: { query: { q: 'harbour' } } }),
);`;

const PAGES = `curl -sD - 'http://localhost:3000/api/manifests?limit=50' | grep -i '^link'
link: </api/manifests?limit=50&cursor=eyJ…>; rel="next"`;

const ONCE = `curl -X POST 'http://localhost:3000/api/generate' \\
  -H 'content-type: application/json' \\
  -H 'Idempotency-Key: night-film-1' \\
  -d '{"prompt":"Mara climbs to the lamp room."}'`;

type DocsOverviewProps = { version: string; description: string };

/** What holds for every operation. */
export function DocsOverview({ version, description }: DocsOverviewProps) {
  return (
    <article className={classes.overview}>
      <h1 className={classes.title}>API docs</h1>
      <p className={classes.prose}>
        {description} This is version {version}. The same as a file:{' '}
        <a href="/api/openapi.json">/api/openapi.json</a>, OpenAPI 3.1. Every operation can be tried here; it
        is sent to this server and to no other.
      </p>
      <Part title="From TypeScript">
        <p>
          The client in <code>lib/client/api</code> is typed by the file: addresses, parameters, bodies and
          answers.
        </p>
        <CodeBlock text={CLIENT} label="A call of the client" />
      </Part>
      <Part title="Errors">
        <p>
          A refusal is <code>application/problem+json</code>: <code>code</code> is for programs and never
          changes its meaning, <code>detail</code> is one sentence for people. Input that is wrong names every
          field in <code>errors</code> by a JSON pointer, a parameter or a header.
        </p>
      </Part>
      <Part title="Once and only once">
        <p>
          Give a POST an <code>Idempotency-Key</code>. The first answer is kept for 24 hours and given again
          to the same key; another body with it is 422, one that is still at work 409.
        </p>
        <CodeBlock text={ONCE} label="A request with a key" />
      </Part>
      <Part title="Edits of several people">
        <p>
          What can be edited answers with an <code>ETag</code>. Give it back as <code>If-Match</code>: an edit
          made against an older state is 412 and carries the present one in <code>current</code>.
        </p>
      </Part>
      <Part title="Pages">
        <p>
          A list is an array. <code>Link</code> names the next page while there is one,{' '}
          <code>X-Total-Count</code> says how many there are.
        </p>
        <CodeBlock text={PAGES} label="The next page" />
      </Part>
      <Part title="Events">
        <p>
          Ask for <code>text/event-stream</code> and the state is sent at once and after every change.{' '}
          <code>Last-Event-ID</code> names the state you have, so nothing is missed and nothing sent twice.
          Every 15 seconds without news comes a <code>beat</code>.
        </p>
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h2 className={classes.heading}>{title}</h2>
      {children}
    </section>
  );
}
