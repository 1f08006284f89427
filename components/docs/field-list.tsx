import type { Field } from '#lib/openapi/schema-fields.ts';
import classes from './docs.module.css';
import { Prose } from './prose.tsx';

/** What it means, then its limits as a sentence of their own. */
function wordsFor({ description, note }: Field): string {
  if (!description || !note) return description || note;
  return `${description} ${note.charAt(0).toUpperCase()}${note.slice(1)}.`;
}

/** Fields of an object with their types; those of objects inside are folded away. */
export function FieldList({ fields }: { fields: Field[] }) {
  return (
    <ul className={classes.fields}>
      {fields.map((field) => (
        <li key={field.name} className={classes.field}>
          <div className={classes.fieldHead}>
            <code className={classes.fieldName}>{field.name}</code>
            <code className={classes.fieldType}>{field.type}</code>
            {field.isRequired && <span className={classes.required}>required</span>}
          </div>
          {(field.description || field.note) && (
            <p className={classes.fieldNote}>
              <Prose text={wordsFor(field)} />
            </p>
          )}
          {field.fields.length > 0 && (
            <details className={classes.inner}>
              <summary className={classes.innerSummary}>
                {field.fields.length === 1 ? '1 field' : `${field.fields.length} fields`}
                <span className="vp-sr-only"> of {field.name}</span>
              </summary>
              <FieldList fields={field.fields} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
