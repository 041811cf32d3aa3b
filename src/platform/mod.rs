//! Where hegu touches the world: the terminal, the clocks, the disk. No rule of acupressure lives here.

pub mod ahead;
pub mod beside;
pub mod clock;
pub mod desk;
pub mod detect;
pub mod editor;
pub mod ground;
pub mod journal;
pub mod own_files;
pub mod own_routines;
pub mod paint;
pub mod places;
pub mod settings_file;
pub mod terminal;
pub mod window;
pub mod world;
