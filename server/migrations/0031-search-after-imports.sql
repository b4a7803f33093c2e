-- Texts that were just written wait in a list that every question reads from end to end, of up to 4 MB until PostgreSQL tidies up. A short
-- list costs an import nothing and halves what a question takes after it.
alter index idea_search set (gin_pending_list_limit = 64);
alter index story_search set (gin_pending_list_limit = 64);
alter index task_search set (gin_pending_list_limit = 64);
alter index criterion_search set (gin_pending_list_limit = 64);
alter index text_search set (gin_pending_list_limit = 64);
alter index evidence_search set (gin_pending_list_limit = 64);
alter index persona_search set (gin_pending_list_limit = 64);
alter index comment_search set (gin_pending_list_limit = 64);
