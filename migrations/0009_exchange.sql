-- Other people's files.
create schema exchange;

create table exchange.imports (
  agency_id uuid not null references platform.agencies,
  id uuid not null,
  state text not null default 'judged' check (state in ('uploaded', 'judged', 'applied', 'undone', 'discarded')),
  made_by text not null,
  made_at timestamptz not null default now(),
  applied_at timestamptz,
  undone_at timestamptz,
  -- Judgements without the rows themselves: kinds, sheets, mappings, counts.
  summary jsonb not null default '{}',
  primary key (agency_id, id)
);

create table exchange.import_files (
  agency_id uuid not null references platform.agencies,
  import_id uuid not null,
  position integer not null,
  file_id uuid not null,
  name text not null,
  kind text,
  corrections jsonb not null default '{}',
  judgement jsonb,
  primary key (agency_id, import_id, position),
  foreign key (agency_id, import_id) references exchange.imports on delete cascade,
  foreign key (agency_id, file_id) references platform.files
);

-- What an applied import changed, so that it can be undone.
create table exchange.import_changes (
  agency_id uuid not null references platform.agencies,
  import_id uuid not null,
  seq bigint not null,
  table_name text not null,
  record_key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (agency_id, import_id, seq),
  foreign key (agency_id, import_id) references exchange.imports on delete cascade
);

-- Corrected headers, remembered for the agency's next file of the kind.
create table exchange.mappings (
  agency_id uuid not null references platform.agencies,
  kind text not null,
  header text not null,
  field text not null,
  primary key (agency_id, kind, header)
);

select platform.protect('exchange.imports');
select platform.protect('exchange.import_files');
select platform.protect('exchange.import_changes');
select platform.protect('exchange.mappings');
