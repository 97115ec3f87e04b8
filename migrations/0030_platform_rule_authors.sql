-- Who wrote and who approved an agency's own version of a rule stands beside it; everybody who is judged by it may read both.
alter table platform.rule_sets add column author_name text, add column approver_name text, add column approval_reason text;
