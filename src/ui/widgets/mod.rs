//! Pictures that several screens share.

pub mod figure;
pub mod rows;
