# The recipes of the house. `just` lists them.

default:
    @just --list

# Open the app.
run *ARGS:
    cargo run --release -- {{ARGS}}

# The ordinary tests.
test:
    cargo test

# What .ci/run runs.
ci:
    .ci/run

# Review changed snapshots.
review:
    cargo insta review

# The long proofs: licences and advisories, the package, many cases, a thousand kills, a million entries.
proof:
    cargo deny check
    cargo package --allow-dirty
    HEGU_COMBINATIONS=100000 PROPTEST_CASES=100000 cargo test --release
    HEGU_KILLS=1000 cargo test --release --test journal_kill -- --nocapture
    cargo bench --bench journal
