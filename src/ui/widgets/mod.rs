//! Pictures that several screens share.

pub mod bar;
pub mod body;
pub mod digits;
pub mod figure;
pub mod page;
pub mod places;
pub mod ring;
pub mod rows;
pub mod trend;
