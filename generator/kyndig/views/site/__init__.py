"""Pages of the site itself: the front page, news, articles, feeds."""
