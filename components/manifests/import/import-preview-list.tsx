import { SegmentedControl } from '@mantine/core';
import type { ImportChoice, ImportPreviewItem } from '#lib/schemas/bundle.ts';
import classes from './import.module.css';
import { CHOICE_LABELS, effectOf, newsOf } from './import-words.ts';

type ImportPreviewListProps = {
  items: ImportPreviewItem[];
  choices: ReadonlyMap<number, ImportChoice>;
  onChoose: (index: number, choice: ImportChoice) => void;
  isOff: boolean;
};

const ORDER: ImportChoice[] = ['rename', 'merge', 'skip'];
const OPTIONS = ORDER.map((value) => ({ value, label: CHOICE_LABELS[value] }));

/** What the bundle holds, what of it is new, and what happens where a name is taken. */
export function ImportPreviewList({ items, choices, onChoose, isOff }: ImportPreviewListProps) {
  return (
    <ul className={classes.list} aria-label="In the bundle">
      {items.map((item) => {
        const choice = choices.get(item.index) ?? 'rename';
        return (
          <li key={item.index} className={classes.item}>
            <div className={classes.itemHead}>
              <span className={classes.itemName}>{item.name}</span>
              <span className={classes.meta}>{newsOf(item)}</span>
            </div>
            {item.clash && (
              <div className={classes.clash}>
                <span className={classes.warn}>The library has “{item.name}” already.</span>
                <SegmentedControl<ImportChoice>
                  size="xs"
                  data={OPTIONS}
                  value={choice}
                  disabled={isOff}
                  onChange={(value) => onChoose(item.index, value)}
                  aria-label={`What to do with ${item.name}`}
                />
              </div>
            )}
            <div className={classes.effect}>{effectOf(item, choice)}</div>
          </li>
        );
      })}
    </ul>
  );
}
