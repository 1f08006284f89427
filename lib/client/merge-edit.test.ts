import { describe, expect, it } from 'vitest';
import { mergeEdit } from './merge-edit.ts';

describe('merging an edit with what happened elsewhere', () => {
  it('sends a field that nobody else changed, whatever else they did', () => {
    expect(
      mergeEdit({ name: 'Mara' }, { name: 'Image' }, { name: 'Image', description: 'Theirs', revision: 7 }),
    ).toEqual({ send: { name: 'Mara' }, conflicts: {} });
  });

  it('a field that both changed is a conflict, and the other fields are sent', () => {
    expect(
      mergeEdit(
        { name: 'Mine', description: 'New' },
        { name: 'Image', description: '' },
        { name: 'Theirs', description: '' },
      ),
    ).toEqual({ send: { description: 'New' }, conflicts: { name: 'Theirs' } });
  });

  it('both having written the same is settled, as the server would store it', () => {
    expect(mergeEdit({ name: ' Mara ' }, { name: 'Image' }, { name: 'Mara' })).toEqual({
      send: {},
      conflicts: {},
    });
    expect(mergeEdit({ description: null }, { description: 'x' }, { description: '' }).conflicts).toEqual({});
  });

  it('labels of both sides are kept, and what either removed is gone', () => {
    expect(
      mergeEdit({ tags: ['sea', 'mine'] }, { tags: ['sea', 'old'] }, { tags: ['old', 'sea', 'theirs'] }),
    ).toEqual({ send: { tags: ['sea', 'theirs', 'mine'] }, conflicts: {} });
  });

  it('a text of the analysis gives way without asking', () => {
    expect(
      mergeEdit(
        { reverse_prompt: 'mine' },
        { reverse_prompt: null },
        { reverse_prompt: 'measured', reverse_prompt_origin: 'analysis' },
      ),
    ).toEqual({ send: { reverse_prompt: 'mine' }, conflicts: {} });
  });
});
