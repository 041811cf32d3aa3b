//! The one number that insight needs from a statistics package.

use statrs::distribution::{Continuous, ContinuousCDF, StudentsT};

/// The 97.5 % quantile of the t distribution with so many degrees of freedom, which need not be whole.
///
/// The package's inverse is good to about eight digits; one step of Newton's method makes it as exact as its
/// distribution function.
pub fn t975(degrees: f64) -> f64 {
    let t = StudentsT::new(0.0, 1.0, degrees).expect("more than no degrees of freedom");
    let quantile = t.inverse_cdf(0.975);
    quantile - (t.cdf(quantile) - 0.975) / t.pdf(quantile)
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::domain::checkin::Score;
    use crate::domain::insight::{Interval, Stage, regression_to_the_mean, summarise};

    /// Inputs and figures computed with an independent statistics package; see the file.
    fn expected(list: &str) -> Vec<Value> {
        let file: Value = serde_json::from_str(include_str!("../../tests/data/insight.json")).expect("JSON");
        let list = file[list].as_array().expect("a list").clone();
        assert!(!list.is_empty());
        list
    }

    fn close(found: f64, expected: &Value, within: f64, what: &str) {
        let expected = expected.as_f64().expect("a number");
        assert!(
            (found - expected).abs() <= within,
            "{what}: {found} is not {expected}"
        );
    }

    #[test]
    fn the_quantile_is_that_of_another_package() {
        for row in expected("t_quantile_975") {
            let degrees = row["df"].as_f64().expect("a number");
            close(t975(degrees), &row["t"], 1e-9, &format!("df {degrees}"));
        }
    }

    #[test]
    fn every_series_comes_to_the_figures_of_another_package() {
        for row in expected("series") {
            let name = row["name"].as_str().expect("a name");
            let changes: Vec<i32> = row["d"]
                .as_array()
                .expect("d")
                .iter()
                .map(|d| d.as_i64().expect("whole") as i32)
                .collect();
            let summary = summarise(&changes, &t975).expect("values");
            let count = |key: &str| row[key].as_u64().expect("a count") as usize;
            assert_eq!(
                (summary.n, summary.lower, summary.same, summary.higher),
                (count("n"), count("better"), count("same"), count("worse")),
                "{name}"
            );
            close(summary.mean, &row["mean"], 1e-6, name);
            close(summary.median, &row["median"], 1e-6, name);
            close(summary.sd, &row["sd"], 1e-6, name);
            close(summary.alike, &row["lag1"], 1e-6, name);
            close(summary.effective, &row["n_eff"], 1e-6, name);
            let stage = match row["stage"].as_str().expect("a stage") {
                "too few" => Stage::TooFew,
                "early" => Stage::Early,
                "plain" => Stage::Settled,
                other => panic!("no stage {other}"),
            };
            assert_eq!(summary.stage, stage, "{name}");
            match (&row["shown"], summary.interval) {
                (Value::Null, Interval::TooFew) => {}
                (Value::String(said), Interval::AllTheSame) => assert_eq!(said, "all the same"),
                (Value::String(said), Interval::TooAlike) => assert_eq!(said, "too alike to say"),
                (Value::Array(bounds), Interval::Between(low, high)) => {
                    close(low, &bounds[0], 1e-6, name);
                    close(high, &bounds[1], 1e-6, name);
                }
                (shown, interval) => panic!("{name}: {interval:?} is not {shown}"),
            }
        }
    }

    #[test]
    fn what_would_happen_anyway_comes_to_the_figures_of_another_package() {
        for row in expected("regression_to_the_mean") {
            let scores = |key: &str| -> Vec<Score> {
                row[key]
                    .as_array()
                    .expect("scores")
                    .iter()
                    .map(|score| Score::new(score.as_u64().expect("whole") as u8).expect("0 to 10"))
                    .collect()
            };
            let pairs: Vec<_> = scores("pairs_first")
                .into_iter()
                .zip(scores("pairs_second"))
                .collect();
            let found = regression_to_the_mean(&pairs, &scores("before")).expect("enough");
            close(found.rho, &row["rho_used"], 1e-6, "rho");
            close(found.mean_before, &row["mean_before"], 1e-6, "before");
            close(found.usual_mean, &row["usual_mean"], 1e-6, "usual");
            close(
                found.expected_drop,
                &row["expected_drop_without_effect"],
                1e-6,
                "drop",
            );
            assert_eq!(found.can_be_shown(), row["shown"].as_bool().expect("shown"));
        }
    }
}
