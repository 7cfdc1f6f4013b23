-- How fast the replica trains that measured last, in nanoseconds: those that train nothing tell by it how long a run would take.
create table engine_speed (
    only_one boolean primary key default true check (only_one),
    layer_step double precision not null,
    multiply_add double precision not null,
    number double precision not null,
    update_operation double precision not null,
    measured_at timestamptz not null
);
