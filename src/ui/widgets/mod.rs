//! Pictures that several screens share.

pub mod body;
pub mod figure;
pub mod rows;
