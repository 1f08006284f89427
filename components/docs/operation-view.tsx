import { Link } from '#components/ui/link.tsx';
import type { Parameter, ReferenceOperation } from '#lib/openapi/reference.ts';
import { fieldOf, fieldsOf, formsOf, typeOf } from '#lib/openapi/schema-fields.ts';
import { tryItSpec } from '#lib/openapi/try-it-spec.ts';
import { AnswerList } from './answer-list.tsx';
import classes from './docs.module.css';
import { FieldList } from './field-list.tsx';
import { MethodMark } from './method-mark.tsx';
import { Prose } from './prose.tsx';
import { TryIt } from './try-it.tsx';

const PLACES = [
  ['path', 'Path'],
  ['query', 'Query'],
  ['header', 'Headers'],
] as const;

const fieldOfParameter = ({ name, schema = {}, required = false, description = '' }: Parameter) => ({
  ...fieldOf(name, schema, required),
  ...(description && { description }),
});

/** One operation: what it reads, what it answers, and a form that sends it to this server. */
export function OperationView({ operation }: { operation: ReferenceOperation }) {
  const { method, path, summary, description, tags, parameters = [], requestBody } = operation;
  return (
    <article className={classes.operation}>
      <header className={classes.header}>
        <p className={classes.crumb}>
          <Link href="/docs">API docs</Link> / {tags[0]}
        </p>
        <h1 className={classes.title}>{summary}</h1>
        <p className={classes.address}>
          <MethodMark method={method} />
          <code>{path}</code>
        </p>
        {description && (
          <p className={classes.prose}>
            <Prose text={description} />
          </p>
        )}
      </header>
      <div className={classes.said}>
        {PLACES.map(([place, heading]) => {
          const fields = parameters.filter((one) => one.in === place).map(fieldOfParameter);
          return (
            fields.length > 0 && (
              <section key={place} className={classes.block}>
                <h2 className={classes.heading}>{heading}</h2>
                <FieldList fields={fields} />
              </section>
            )
          );
        })}
        {Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => (
          <section key={type} className={classes.block}>
            <h2 className={classes.heading}>
              Body <code className={classes.media}>{type}</code>
            </h2>
            {formsOf(schema).map((form, place) => {
              const fields = fieldsOf(form);
              // The forms of one body have no names, and their order never changes.
              const key = `${place}`;
              if (fields.length === 0)
                return (
                  <p key={key} className={classes.fieldNote}>
                    {typeOf(form)}
                  </p>
                );
              return (
                <div key={key}>
                  {place > 0 && <p className={classes.or}>or</p>}
                  <FieldList fields={fields} />
                </div>
              );
            })}
          </section>
        ))}
        <AnswerList responses={operation.responses} />
      </div>
      <aside className={classes.try} aria-label="Try it">
        <TryIt key={operation.operationId} spec={tryItSpec(operation)} />
      </aside>
    </article>
  );
}
