import { FileInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import type { TryItSpec } from '#lib/openapi/try-it-spec.ts';
import classes from './docs.module.css';
import type { useTryIt } from './use-try-it.ts';

const KINDS: Record<string, string> = { 'application/json': 'JSON', 'multipart/form-data': 'Form' };
const LINES = { min: 3, max: 18 };

/** The body as JSON, as a form, or as one file, as far as the operation takes them. */
export function BodyFields({ spec, form }: { spec: TryItSpec; form: ReturnType<typeof useTryIt> }) {
  const { body } = form;
  if (!body) return null;
  return (
    <>
      {spec.bodies.length > 1 && (
        <SegmentedControl
          aria-label="Body"
          data={spec.bodies.map(({ type }, place) => ({ value: String(place), label: KINDS[type] ?? type }))}
          value={String(form.bodyIndex)}
          onChange={(place) => form.setBodyIndex(Number(place))}
        />
      )}
      <Body body={body} isRequired={spec.isBodyRequired} form={form} />
    </>
  );
}

type BodyProps = {
  body: NonNullable<TryItSpec['bodies'][number]>;
  isRequired: boolean;
  form: ReturnType<typeof useTryIt>;
};

function Body({ body, isRequired, form }: BodyProps) {
  if (body.kind === 'json')
    return (
      <Textarea
        label="Body (JSON)"
        required={isRequired}
        autosize
        minRows={LINES.min}
        maxRows={LINES.max}
        spellCheck={false}
        classNames={{ input: classes.json ?? '' }}
        value={form.json ?? body.example}
        onChange={(event) => form.setJson(event.currentTarget.value)}
      />
    );
  if (body.kind === 'file') return <PickFiles name="file" isMany={false} form={form} />;
  return (
    <>
      {body.fields.map((name) => (
        <TextInput
          key={name}
          label={name}
          value={form.values[`form ${name}`] ?? ''}
          onChange={(event) => form.setValue(`form ${name}`, event.currentTarget.value)}
        />
      ))}
      {body.files.map(({ name, isMany }) => (
        <PickFiles key={name} name={name} isMany={isMany} form={form} />
      ))}
    </>
  );
}

type PickFilesProps = { name: string; isMany: boolean; form: ReturnType<typeof useTryIt> };

function PickFiles({ name, isMany, form }: PickFilesProps) {
  const onChange = (picked: File | File[] | null) =>
    form.setFiles(name, picked === null ? [] : [picked].flat());
  return (
    <FileInput
      label={`${name} (${isMany ? 'files' : 'file'})`}
      placeholder={isMany ? 'Pick files' : 'Pick a file'}
      multiple={isMany}
      clearable
      onChange={onChange}
    />
  );
}
