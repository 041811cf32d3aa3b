//! Safety: that nothing goes around it, that it never grows milder, that every rule does something.

mod acts;
mod combinations;
mod dose;
mod evidence;
mod hostile;
mod lists;
mod moments;
mod paths;
mod properties;
mod rules;
#[path = "../support/shell.rs"]
mod shell;
mod table;
mod words;
mod world;
