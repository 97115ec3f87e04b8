-- Why a class does not take place.
alter table delivery.classes add column cancelled_on date, add column cancelled_reason text;
