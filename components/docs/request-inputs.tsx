import { NativeSelect, TextInput } from '@mantine/core';
import type { TryItInput } from '#lib/openapi/try-it-spec.ts';

type RequestInputsProps = {
  inputs: TryItInput[];
  values: Record<string, string>;
  onChange: (name: string, value: string) => void;
};

/** One field for each parameter. */
export function RequestInputs({ inputs, values, onChange }: RequestInputsProps) {
  return inputs.map(({ name, in: place, isRequired, choices, placeholder }) => {
    const common = {
      label: place === 'header' ? `${name} (header)` : name,
      required: isRequired,
      value: values[name] ?? '',
    };
    if (choices)
      return (
        <NativeSelect
          key={`${place} ${name}`}
          {...common}
          data={['', ...choices]}
          onChange={(event) => onChange(name, event.currentTarget.value)}
        />
      );
    return (
      <TextInput
        key={`${place} ${name}`}
        {...common}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(name, event.currentTarget.value)}
      />
    );
  });
}
