-- A story may go without a flag, for a reason; then it is nobody's or everybody's.

alter table story add column "noFlag" jsonb;
