import pg from 'pg';
import sharp from 'sharp';

const PICTURES = 36;
const SIZES = [
  [1200, 800],
  [800, 1200],
  [1000, 1000],
  [1600, 900],
] as const;

export type SeededLibrary = { manifests: number; assets: number; largeIds: string[] };

/** How many manifests of 4 to 8 assets, and beside them how many of `assets` each. */
type LibrarySize = { manifests: number; large: { count: number; assets: number } };

/** Distinct pictures of a few shapes as PNG; `seed` decides every pixel. */
export async function drawPicture(seed: number, width: number, height: number): Promise<Buffer> {
  const hue = (seed * 47) % 360;
  const spots = Array.from({ length: 12 }, (_, i) => {
    const at = (seed * 131 + i * 977) % 1000;
    return `<circle cx="${(at / 1000) * width}" cy="${((at * 7) % 1000) * (height / 1000)}" r="${40 + ((at * 3) % 160)}"
      fill="hsl(${(hue + i * 29) % 360} 60% ${30 + ((i * 11) % 40)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 35% 25%)"/>${spots.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function storePictures(address: string): Promise<string> {
  const made = await fetch(`${address}/api/manifests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Pictures' }),
  });
  const { manifest_id: id } = (await made.json()) as { manifest_id: string };
  for (let i = 0; i < PICTURES; i += 1) {
    const [width, height] = SIZES[i % SIZES.length] ?? SIZES[0];
    const form = new FormData();
    form.set('name', `Picture ${i}`);
    form.set('asset_type', 'OTHER');
    form.set('file', new Blob([new Uint8Array(await drawPicture(i, width, height))]), `picture-${i}.png`);
    const response = await fetch(`${address}/api/manifests/${id}/assets`, { method: 'POST', body: form });
    if (response.status !== 201) throw new Error(`A picture was refused: ${await response.text()}`);
  }
  return id;
}

const WORDS = `
  CREATE TEMP TABLE words AS SELECT
    ARRAY['Harbour','Lighthouse','Night market','Cloud forest','Spring park','Desert station','Old observatory','River delta',
      'Winter palace','Glass city','Salt mine','Paper theatre','Orbital dock','Copper mountain','Tea house','Storm coast']::text[] AS places,
    ARRAY['at dusk','in fog','by day','after rain','in winter','revisited','cast','props','plates','style studies']::text[] AS turns,
    ARRAY['Mara','Tomas','Anneke','Old keeper','Astronaut','Grey cat','Ferryman','Brass lantern','Tower key','Oil can',
      'Rowing boat','Red umbrella','Signal mirror','Wet cobbles','Fog bank','Gouache dusk']::text[] AS things,
    ARRAY['coast','gouache','night','crew','winter','interior','vehicle','hero','draft','client','storyboard','weather']::text[] AS labels,
    ARRAY['CHARACTER','ENVIRONMENT','PROP','OBJECT','STYLE','OTHER']::text[] AS types,
    ARRAY['CHAR','ENV','PROP','OBJ','STYLE','OTHER']::text[] AS prefixes,
    ARRAY['CHARACTERS','ENVIRONMENT','FULL_PRODUCTION','STYLE_KIT','BRAND_KIT','CUSTOM']::text[] AS categories`;

const MANIFESTS = `
  INSERT INTO manifests (id, name, description, category, tags, status, asset_count, times_used, created_at, updated_at)
  SELECT gen_random_uuid(),
    places[1 + n % 16] || ' ' || turns[1 + (n / 16) % 10] || ' ' || n,
    'References for ' || lower(things[1 + n % 16]) || ' and ' || lower(things[1 + (n / 7) % 16]) || ', reel ' || n % 97 || '.',
    categories[1 + n % 6]::"ManifestCategory",
    ARRAY[labels[1 + n % 12], labels[1 + (n / 5 + 3) % 12], 'reel ' || n % 97],
    (CASE WHEN n % 10 < 6 THEN 'READY' WHEN n % 10 < 9 THEN 'DRAFT' ELSE 'ERROR' END)::"ManifestStatus",
    4 + n % 5, n % 23, now() - n * interval '7 minutes', now() - (n * 7919 % 100000) * interval '1 minute'
  FROM generate_series(1, $1::int) AS n, words`;

/** `count` assets for each manifest that `which` keeps, with the stored pictures of the manifest \$1. */
const assetsOf = (which: string) => `
  INSERT INTO assets (id, manifest_id, asset_type, name, manifest_tag, user_tags, description, sort_order, original_hash,
    master_hash, width, height, has_alpha, placeholder, file_name, analysis_state, reverse_prompt, visual_description,
    crop_bbox, quality_score, quality_reasons, palette, perceptual_hash, updated_at)
  SELECT gen_random_uuid(), m.id, types[1 + i % 6]::"AssetType", things[1 + (i + length(m.name)) % 16] || ' ' || i,
    prefixes[1 + i % 6] || '_' || to_char(1 + i / 6, 'FM999900'), ARRAY[labels[1 + i % 12]],
    'Seen from the quay, number ' || i || '.', i, p.original_hash, p.master_hash, p.width, p.height, p.has_alpha,
    p.placeholder, p.file_name, 'done',
    'A ' || lower(things[1 + i % 16]) || ' in soft light, muted palette of slate and amber, centred, plain ground, shallow depth.',
    'One ' || lower(things[1 + i % 16]) || ' in the middle third, lit from the left, dark ground, little detail behind it.',
    '{"x":0.1,"y":0.1,"width":0.8,"height":0.8}', 5 + (i % 50) / 10.0,
    '[{"code":"sharpness","label":"Sharp","detail":"blur 0.08","score":0.9,"advice":null},{"code":"resolution","label":"Large","detail":"1200 px","score":0.8,"advice":null},{"code":"exposure","label":"Well lit","detail":"mean 0.45","score":0.9,"advice":null}]',
    '[{"hex":"#1b2a38","share":0.4},{"hex":"#c08a3e","share":0.3},{"hex":"#e9dfc8","share":0.2},{"hex":"#5a6a70","share":0.1}]',
    'a5a5a5a5a5a5a5a5', now()
  FROM manifests m, words, LATERAL generate_series(0, m.asset_count - 1) AS i
  JOIN (SELECT *, row_number() OVER (ORDER BY sort_order) - 1 AS place FROM assets WHERE manifest_id = $1::uuid) p
    ON p.place = (i + 1) % ${PICTURES}
  WHERE m.id <> $1::uuid AND ${which}`;

/** Fills the library of a running instance: pictures over HTTP as a person would, everything else by a few statements. */
export async function seedLibrary(
  address: string,
  databaseUrl: string,
  { manifests, large }: LibrarySize,
): Promise<SeededLibrary> {
  const pictures = await storePictures(address);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(WORDS);
    await client.query(MANIFESTS, [manifests]);
    const made = await client.query<{ id: string }>(
      `INSERT INTO manifests (id, name, description, tags, status, asset_count, updated_at)
       SELECT gen_random_uuid(), 'Everything we shot' || CASE n WHEN 1 THEN '' ELSE ' ' || n END,
         'The whole shelf in one manifest.', '{}', 'READY', $1::int, now()
       FROM generate_series(1, $2::int) AS n RETURNING id`,
      [large.assets, large.count],
    );
    await client.query(assetsOf('NOT EXISTS (SELECT FROM assets a WHERE a.manifest_id = m.id)'), [pictures]);
    await client.query(`INSERT INTO manifest_tag_counters (manifest_id, prefix, last_number)
      SELECT manifest_id, split_part(manifest_tag, '_', 1), max(split_part(manifest_tag, '_', 2)::int)
      FROM assets GROUP BY 1, 2 ON CONFLICT DO NOTHING`);
    await client.query('VACUUM ANALYZE');
    const counts = await client.query<{ manifests: number; assets: number }>(
      'SELECT (SELECT count(*)::int FROM manifests) AS manifests, (SELECT count(*)::int FROM assets) AS assets',
    );
    return { manifests: 0, assets: 0, ...counts.rows[0], largeIds: made.rows.map(({ id }) => id) };
  } finally {
    await client.end();
  }
}
