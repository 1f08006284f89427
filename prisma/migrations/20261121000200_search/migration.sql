-- CreateTable
CREATE TABLE "search_words" (
    "word" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words"("word");

-- CreateIndex
CREATE INDEX "search_words_trgm_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- What the Prisma schema cannot express. Written by hand.

-- A text as searches compare it: no case, no accents. lib/search/fold.ts does the same.
CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(translate(
    lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]', '', 'g')),
    'øłđıς', 'oldiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');

-- The words of a text: what stands between white space, and its parts between punctuation too. Cut, because a lexeme
-- may not be longer than 2 kB. The same as lib/search/words.ts. Bodies are parsed here and now (RETURN), because VACUUM
-- and restoring a backup call what an index is made of without a search path.
CREATE FUNCTION search_words_of(value text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100
  RETURN ARRAY(
    SELECT DISTINCT left(word, 64)
    FROM (SELECT search_fold(value) AS folded) AS text,
      unnest(
        regexp_split_to_array(folded, '[\u0009-\u000d\u0020\u0085\u1680\u2028\u2029]+')
        || regexp_split_to_array(folded, '[\u0009-\u000d\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u0085\u00a0-\u00bf\u1680\u2010-\u205e\u3001-\u303f]+')
      ) AS word
    WHERE word <> '');

CREATE FUNCTION manifest_words(name text, description text, tags text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100
  RETURN array_to_tsvector(search_words_of(concat_ws(' ', name, description, array_to_string(tags, ' '))));

CREATE FUNCTION asset_words(name text, manifest_tag text, user_tags text[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100
  RETURN array_to_tsvector(search_words_of(concat_ws(' ', name, manifest_tag, array_to_string(user_tags, ' '))));

CREATE FUNCTION film_words(title text, prompt text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 100
  RETURN array_to_tsvector(search_words_of(concat_ws(' ', title, prompt)));

-- Which rows hold a word: every search reads these, by the words that lib/search found in the vocabulary.
CREATE INDEX manifests_words_idx ON manifests USING gin (manifest_words(name, description, tags));
CREATE INDEX assets_words_idx ON assets USING gin (asset_words(name, manifest_tag, user_tags));
CREATE INDEX projects_words_idx ON projects USING gin (film_words(title, prompt));

-- They took the place of these.
DROP INDEX manifests_name_trgm_idx, manifests_description_trgm_idx, manifests_tags_trgm_idx, assets_name_trgm_idx, assets_manifest_tag_trgm_idx;
DROP FUNCTION tags_text;

-- The vocabulary: what is not in it yet. Two writers may both add a word: that costs a row, and nobody waits for another.
CREATE FUNCTION learn_words(words tsvector) RETURNS void LANGUAGE sql
BEGIN ATOMIC
  INSERT INTO search_words (word)
    SELECT given.word FROM unnest(tsvector_to_array(words)) AS given (word)
    WHERE NOT EXISTS (SELECT FROM search_words known WHERE known.word = given.word);
END;

CREATE FUNCTION learn_manifest_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(manifest_words(NEW.name, NEW.description, NEW.tags));
  RETURN NULL;
END
$$;
CREATE FUNCTION learn_asset_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(asset_words(NEW.name, NEW.manifest_tag, NEW.user_tags));
  RETURN NULL;
END
$$;
CREATE FUNCTION learn_film_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM learn_words(film_words(NEW.title, NEW.prompt));
  RETURN NULL;
END
$$;
CREATE TRIGGER manifests_learn_words AFTER INSERT OR UPDATE OF name, description, tags ON manifests
  FOR EACH ROW EXECUTE FUNCTION learn_manifest_words();
CREATE TRIGGER assets_learn_words AFTER INSERT OR UPDATE OF name, manifest_tag, user_tags ON assets
  FOR EACH ROW EXECUTE FUNCTION learn_asset_words();
CREATE TRIGGER projects_learn_words AFTER INSERT OR UPDATE OF title, prompt ON projects
  FOR EACH ROW EXECUTE FUNCTION learn_film_words();

INSERT INTO search_words (word)
  SELECT unnest(tsvector_to_array(manifest_words(name, description, tags))) FROM manifests
  UNION SELECT unnest(tsvector_to_array(asset_words(name, manifest_tag, user_tags))) FROM assets
  UNION SELECT unnest(tsvector_to_array(film_words(title, prompt))) FROM projects;

-- Words that look like a mistyped one. The library of pg_trgm must be there before its settings can be named.
SELECT similarity('', '');
CREATE FUNCTION words_like(typed text) RETURNS SETOF text LANGUAGE sql STABLE ROWS 50
  SET pg_trgm.word_similarity_threshold = 0.34
  AS $$ SELECT DISTINCT word FROM search_words WHERE typed <% word LIMIT 2000 $$;
