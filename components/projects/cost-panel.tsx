import type { ProjectDetail } from '#lib/schemas/project.ts';
import classes from './run.module.css';

const dollars = (amount: number) => (amount === 0 ? 'Free' : `$${amount.toFixed(2)}`);
const ENGINE_NAME: Record<string, string> = { local: 'Local engine' };

export function CostPanel({ project, title }: { project: ProjectDetail; title: string }) {
  const { entries, actual } = project.cost;
  return (
    <section aria-labelledby="cost-title">
      <h2 id="cost-title" className={classes.sideTitle}>
        {title}
      </h2>
      {entries
        .filter((entry) => entry.amount > 0)
        .map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries are append-only
          <div key={index} className={classes.row}>
            <span className={classes.description}>{entry.step}</span>
            <span>{dollars(entry.amount)}</span>
          </div>
        ))}
      <div className={classes.row}>
        <span className={classes.description}>{ENGINE_NAME[project.engine] ?? project.engine}</span>
        <span>{dollars(actual)}</span>
      </div>
    </section>
  );
}
