-- Formulas drawn once, and the classes that stand for their inline styles.
create table formula (
    key text primary key,
    tex text not null,
    html text not null
);

create table formula_style (
    class text primary key,
    declaration text not null
);
