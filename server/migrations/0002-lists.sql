-- What lists ask of the past: the changes of placements alone, for ages and stays in steps.

create index change_of_placements on change (workspace_id, seq) where entity = 'placement';
