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

# libFuzzer against one reader of text: just fuzz points 1000000. Needs a nightly toolchain and `cargo install cargo-fuzz`.
fuzz READER RUNS="1000000":
    HEGU_SEEDS=fuzz/corpus cargo test --test parsers seeds -- --ignored
    HEGU_READER={{READER}} cargo +nightly fuzz run --sanitizer none readers fuzz/corpus/{{READER}} -- -runs={{RUNS}} -max_len=4096 -timeout=20

# The long proofs: licences and advisories, the package, many cases, a thousand kills, a million entries, a
# million wrong texts for every reader, and a year of simulated lives.
proof:
    cargo deny check
    cargo package --allow-dirty
    HEGU_COMBINATIONS=100000 PROPTEST_CASES=100000 cargo test --release
    HEGU_KILLS=1000 cargo test --release --test journal_kill -- --nocapture
    PROPTEST_CASES=1000000 cargo test --release --test parsers
    HEGU_LIVES=400 HEGU_STEPS=400 cargo test --release --test weeks -- --nocapture
    cargo bench --bench journal
