//! Pictures that several screens share.

pub mod figure;
