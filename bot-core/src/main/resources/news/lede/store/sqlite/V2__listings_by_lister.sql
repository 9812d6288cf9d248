-- What an article listed is asked for as often as what listed it.
CREATE INDEX article_listing_by_lister ON article_listing (lister_id, listed_id);
