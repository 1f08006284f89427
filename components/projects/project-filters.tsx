import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { statusWord } from '#lib/projects/project-state.ts';
import { PROJECT_STATUSES, type ProjectStatus } from '#lib/schemas/project.ts';
import classes from './project-list.module.css';

type Filters = { q: string; status: ProjectStatus | null };
type Props = { filters: Filters; onChange: (changes: Partial<Filters>) => unknown };

const STATUS_OPTIONS = PROJECT_STATUSES.map((status) => ({
  value: status,
  label: statusWord({ status, stop_requested: false }),
}));

export function ProjectFilters({ filters, onChange }: Props) {
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        aria-label="Search films"
        placeholder="Search films"
        leftSection={<IconSearch size={16} />}
        value={filters.q}
        maxLength={200}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        data={STATUS_OPTIONS}
        value={filters.status}
        clearable
        onChange={(value) => onChange({ status: value as ProjectStatus | null })}
      />
    </search>
  );
}
