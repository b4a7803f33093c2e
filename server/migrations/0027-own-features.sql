-- For whom Shortlist's own features are on, by key; null: nobody chose, and everyone has all of them.

alter table workspace add column features jsonb;
