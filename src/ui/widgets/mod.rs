//! Pictures that several screens share.
