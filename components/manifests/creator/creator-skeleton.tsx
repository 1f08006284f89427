import layout from './creator.module.css';

/** The creator's panels before their manifest is there. */
export function CreatorSkeleton() {
  return (
    <div className={layout.root} data-segment="image" aria-busy="true">
      <div className={layout.header} />
      <div className={layout.panels}>
        <div className={`${layout.panel} ${layout.sources}`} />
        <div className={layout.emptyCanvas} />
        <div className={`${layout.panel} ${layout.side}`} />
      </div>
    </div>
  );
}
