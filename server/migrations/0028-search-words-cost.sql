-- Cutting a text into words takes about a millisecond. Told so, PostgreSQL asks the indexes also before it has counted what the
-- tables hold, as in the minutes after an import; else it would cut every row's text for each question.
alter function search_words(text) cost 1000000;
