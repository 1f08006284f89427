import { IconPlayerPlay } from '@tabler/icons-react';
import { MatchLine, matchesElsewhere, nameRanges } from '#components/manifests/match-line.tsx';
import { TagChip } from '#components/manifests/tag-chip.tsx';
import { ProjectStatusLabel } from '#components/projects/project-status.tsx';
import { MarkedText } from '#components/ui/marked-text.tsx';
import { clock } from '#lib/projects/timecode.ts';
import type { AssetHit, ManifestHit, ProjectHit } from '#lib/schemas/search.ts';
import type { PaletteItem } from './palette-item.ts';

export function manifestItem(hit: ManifestHit): PaletteItem {
  const elsewhere = matchesElsewhere(hit.matches);
  const assets = hit.asset_count === 1 ? '1 asset' : `${hit.asset_count} assets`;
  return {
    id: `manifest-${hit.manifest_id}`,
    label: hit.name,
    ranges: nameRanges(hit.matches),
    note: elsewhere.length > 0 ? <MatchLine matches={elsewhere} /> : `${assets}, v${hit.version}`,
    picture: { url: hit.thumbnail_url },
    href: `/manifests/${hit.manifest_id}`,
  };
}

/** An asset opens where its manifest is open: in the creator, when that is the page. */
export function assetItem(hit: AssetHit, pathname: string): PaletteItem {
  const editor = `/manifests/${hit.manifest_id}/edit`;
  const page = pathname === editor ? editor : `/manifests/${hit.manifest_id}`;
  const userTag = hit.matches.find(({ text }) => text !== hit.name && text !== hit.manifest_tag);
  return {
    id: `asset-${hit.asset_id}`,
    label: hit.name,
    ranges: hit.matches.find(({ text }) => text === hit.name)?.ranges ?? [],
    note: userTag ? (
      <>
        tagged <MarkedText text={userTag.text} ranges={userTag.ranges} />, in {hit.manifest_name}
      </>
    ) : (
      `in ${hit.manifest_name}`
    ),
    end: <TagChip tag={hit.manifest_tag} type={hit.asset_type} />,
    picture: { url: hit.thumbnail_url },
    href: `${page}?asset=${hit.asset_id}`,
  };
}

export function projectItem(hit: ProjectHit): PaletteItem {
  return {
    id: `project-${hit.project_id}`,
    label: hit.title,
    ranges: hit.ranges,
    note: hit.prompt ? (
      <>
        “<MarkedText text={hit.prompt.text} ranges={hit.prompt.ranges} />”
      </>
    ) : (
      clock(hit.total_duration)
    ),
    end: <ProjectStatusLabel project={hit} />,
    picture: { url: hit.thumbnail_url },
    href: `/projects/${hit.project_id}`,
  };
}

/** The best manifest of a search is one step from a film. */
export const generateWith = (hit: ManifestHit): PaletteItem => {
  const label = `Generate with ${hit.name}`;
  const shift = label.length - hit.name.length;
  return {
    id: 'generate-with',
    label,
    ranges: nameRanges(hit.matches).map(([start, end]) => [start + shift, end + shift]),
    picture: { icon: <IconPlayerPlay size={18} stroke={1.5} aria-hidden /> },
    href: `/generate?manifest=${hit.manifest_id}`,
  };
};
