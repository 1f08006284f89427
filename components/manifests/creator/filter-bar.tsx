import { TypeIcon } from '#components/manifests/type-icon.tsx';
import { countLabel, TYPE_ORDER } from '#components/manifests/type-words.ts';
import { ASSET_STATES, type AssetState, countFilters } from './asset-filter.ts';
import { useCreator } from './creator-context.tsx';
import review from './review.module.css';

const STATE_WORDS: Record<AssetState, string> = {
  weak: 'Under 6',
  new: 'Not analysed',
  failed: 'Failed',
  bare: 'No description',
};

/** Which images a review goes through, with how many each choice holds. Lives in the URL. */
export function FilterBar() {
  const { assets, filter, setFilter } = useCreator();
  const isFiltered = filter.type !== null || filter.show !== null;
  if (assets.length < 2 && !isFiltered) return null;
  const { all, types, states } = countFilters(assets, filter);
  return (
    <div className={review.filters}>
      <fieldset className={review.filterRow} aria-label="Show">
        <Choice
          label="All"
          count={all}
          isOn={filter.show === null}
          onPick={() => setFilter({ ...filter, show: null })}
        />
        {ASSET_STATES.filter((state) => states[state] > 0 || filter.show === state).map((state) => (
          <Choice
            key={state}
            label={STATE_WORDS[state]}
            count={states[state]}
            isOn={filter.show === state}
            onPick={() => setFilter({ ...filter, show: filter.show === state ? null : state })}
          />
        ))}
      </fieldset>
      {Object.keys(countFilters(assets, { type: null, show: null }).types).length > 1 && (
        <fieldset className={review.filterRow} aria-label="Type shown">
          {TYPE_ORDER.filter((type) => types[type] || filter.type === type).map((type) => (
            <button
              key={type}
              type="button"
              className={review.filter}
              aria-pressed={filter.type === type}
              aria-label={countLabel(type, types[type] ?? 0)}
              onClick={() => setFilter({ ...filter, type: filter.type === type ? null : type })}
            >
              <TypeIcon type={type} size={14} />
              <span className={review.filterCount}>{types[type] ?? 0}</span>
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

type ChoiceProps = { label: string; count: number; isOn: boolean; onPick: () => void };

function Choice({ label, count, isOn, onPick }: ChoiceProps) {
  return (
    <button type="button" className={review.filter} aria-pressed={isOn} onClick={onPick}>
      {label} <span className={review.filterCount}>{count}</span>
    </button>
  );
}
