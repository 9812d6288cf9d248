-- The latest transaction of each process that was kept. Whoever got no answer to a commit looks here.
CREATE TABLE commit_mark (
  process TEXT COLLATE "C" PRIMARY KEY, -- another one after each start
  number  BIGINT NOT NULL,
  at      BIGINT NOT NULL -- by the clock of the database
);

-- How far each process has followed the log of what became of articles: what all have followed may go.
CREATE TABLE follower (
  name   TEXT COLLATE "C" PRIMARY KEY, -- another one after each start
  change BIGINT NOT NULL, -- article_change.id
  at     BIGINT NOT NULL  -- when it said so, by the clock of the database
);

-- How the server takes apart the words of a language.
CREATE FUNCTION words_of(language TEXT) RETURNS regconfig LANGUAGE SQL IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;

-- For searches while a process builds its own index: of each article the headline and how it begins, which is where its words are.
CREATE INDEX article_words ON article USING gin (to_tsvector(words_of(language), left(title || ' ' || body, 2000)));
