'use client';
import { Button, Checkbox } from '@mantine/core';
import type { TryItSpec } from '#lib/openapi/try-it-spec.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { BodyFields } from './body-fields.tsx';
import classes from './docs.module.css';
import { RequestInputs } from './request-inputs.tsx';
import { Snippets } from './snippets.tsx';
import { useTryIt } from './use-try-it.ts';

/** Sends the operation to this very server, with what stands in the form. */
export function TryIt({ spec }: { spec: TryItSpec }) {
  const form = useTryIt(spec);
  const isStream = spec.events === 'always' || form.asEvents;
  const waiting = form.isSending && !form.received ? 'Waiting for the answer…' : '';
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void form.send();
        }}
      >
        <h2 className={classes.heading}>Try it</h2>
        {spec.method !== 'GET' && (
          <p className={classes.fieldNote}>This is your own library: what it changes stays changed.</p>
        )}
        <RequestInputs inputs={spec.inputs} values={form.values} onChange={form.setValue} />
        <BodyFields spec={spec} form={form} />
        {spec.events === 'on-demand' && (
          <Checkbox
            label="As events, while it changes"
            checked={form.asEvents}
            onChange={(event) => form.setAsEvents(event.currentTarget.checked)}
          />
        )}
        <div className={classes.actions}>
          <Button type="submit" variant="filled" size="md" disabled={form.missing !== undefined}>
            Send {spec.method}
          </Button>
          {form.isSending && (
            <Button size="md" onClick={form.stop}>
              {isStream ? 'Stop listening' : 'Cancel'}
            </Button>
          )}
          {waiting && <span className={classes.fieldNote}>{waiting}</span>}
          {form.missing !== undefined && (
            <span className={classes.fieldNote}>{form.missing} is required.</span>
          )}
        </div>
      </form>
      <p role="status" className="vp-sr-only">
        {form.received ? `Answered ${form.received.status}` : waiting}
      </p>
      {form.failure && (
        <p role="alert" className={classes.failure}>
          {form.failure}
        </p>
      )}
      {form.received && <AnswerPanel key={form.received.ms} received={form.received} name={spec.id} />}
      <Snippets draft={form.draft} />
    </>
  );
}
