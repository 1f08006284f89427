import type { ReferenceOperation } from '#lib/openapi/reference.ts';
import { fieldsOf, typeOf } from '#lib/openapi/schema-fields.ts';
import { CodeBlock } from './code-block.tsx';
import classes from './docs.module.css';
import { FieldList } from './field-list.tsx';
import { Prose } from './prose.tsx';

type Responses = ReferenceOperation['responses'];
type Response = Responses[string];

const isGood = (status: string) => status < '400';

/** What an operation answers when it went well, field by field, and how it may be refused. */
export function AnswerList({ responses }: { responses: Responses }) {
  const all = Object.entries(responses);
  const refusals = all.filter(([status]) => !isGood(status));
  return (
    <>
      {all
        .filter(([status]) => isGood(status))
        .map(([status, response]) => (
          <GoodAnswer key={status} status={status} response={response} />
        ))}
      <section className={classes.block}>
        <h2 className={classes.heading}>Refusals</h2>
        <dl className={classes.refusals}>
          {refusals.map(([status, { description }]) => (
            <div key={status} className={classes.refusal}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>{description.replaceAll('`', '')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function GoodAnswer({ status, response }: { status: string; response: Response }) {
  const content = Object.entries(response.content ?? {});
  const headers = Object.entries(response.headers ?? {});
  const json = response.content?.['application/json'];
  const fields = json?.schema ? fieldsOf(json.schema) : [];
  const text = content.map(([, { example }]) => example).find((one) => typeof one === 'string');
  const example = json?.example === undefined ? text : JSON.stringify(json.example, null, 2);
  return (
    <section className={classes.block}>
      <h2 className={classes.heading}>
        <code>{status}</code> <Prose text={response.description} />
      </h2>
      {content.length > 0 && (
        <p className={classes.media}>
          {content.map(([type]) => type).join(', ')}
          {json?.schema && <> · {typeOf(json.schema)}</>}
        </p>
      )}
      {headers.length > 0 && (
        <ul className={classes.fields}>
          {headers.map(([name, { description }]) => (
            <li key={name} className={classes.field}>
              <div className={classes.fieldHead}>
                <code className={classes.fieldName}>{name}</code>
                <span className={classes.fieldType}>header</span>
              </div>
              {description && <p className={classes.fieldNote}>{description}</p>}
            </li>
          ))}
        </ul>
      )}
      {fields.length > 0 && <FieldList fields={fields} />}
      {typeof example === 'string' && (
        <details className={classes.example}>
          <summary className={classes.innerSummary}>Example of {status}</summary>
          <CodeBlock text={example} label={`Example of ${status}`} />
        </details>
      )}
    </section>
  );
}
