//! Fair trials in the journal.

use chrono::{DateTime, FixedOffset};
use rusqlite::{Row, params};

use super::history::Change;
use super::trouble::InPlace;
use super::{Journal, columns, day, moment, unreadable};
use crate::domain::checkin::CheckInId;
use crate::domain::journal::{NewTrial, TrialEnd, TrialEntry, TrialEvening, TrialId, Trouble};

impl Journal {
    /// Writes that a trial has begun.
    pub fn begin_trial(&mut self, new: &NewTrial) -> Result<TrialId, Trouble> {
        self.write(|transaction| {
            let (at, offset) = columns(new.at);
            transaction.execute(
                "INSERT INTO trial (at, offset, seed, kinds, blocks, routine, minutes, outcome)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    at,
                    offset,
                    new.seed.cast_signed(),
                    new.kinds,
                    new.blocks,
                    new.routine,
                    new.minutes,
                    new.outcome
                ],
            )?;
            let id = TrialId(transaction.last_insert_rowid());
            let change = Change {
                about: "trial",
                subject: id.0,
                before: None,
                after: Some("runs"),
            };
            change.log(transaction, new.at)?;
            Ok(id)
        })
    }

    /// Writes an evening of a trial as it now is: new with its check-in before, and again with the ratings
    /// afterwards.
    pub fn write_trial_evening(&mut self, trial: TrialId, evening: &TrialEvening) -> Result<(), Trouble> {
        self.write(|transaction| {
            let id = |check_in: Option<CheckInId>| check_in.map(|id| id.0);
            let known = transaction.execute(
                "UPDATE trial_evening SET after = ?, later = ? WHERE trial = ? AND before = ?",
                params![id(evening.after), id(evening.later), trial.0, evening.before.0],
            )?;
            if known == 0 {
                transaction.execute(
                    "INSERT INTO trial_evening (trial, place, day, card, kind, before, after, later)
                     VALUES (?1, (SELECT count(*) FROM trial_evening WHERE trial = ?1), ?2, ?3, ?4, ?5, ?6, ?7)",
                    params![
                        trial.0,
                        evening.day.to_string(),
                        evening.card,
                        evening.kind.to_string(),
                        evening.before.0,
                        id(evening.after),
                        id(evening.later)
                    ],
                )?;
            }
            Ok(())
        })
    }

    /// Writes how a trial ended. Only the first ending counts.
    pub fn end_trial(
        &mut self,
        trial: TrialId,
        end: TrialEnd,
        now: DateTime<FixedOffset>,
    ) -> Result<(), Trouble> {
        self.write(|transaction| {
            let ended = transaction.execute(
                "UPDATE trial SET ended = ?, ended_at = ? WHERE id = ? AND ended IS NULL",
                params![end.id(), columns(now).0, trial.0],
            )?;
            let change = Change {
                about: "trial",
                subject: trial.0,
                before: Some("runs"),
                after: Some(end.id()),
            };
            if ended > 0 {
                change.log(transaction, now)
            } else {
                Ok(())
            }
        })
    }

    /// Every trial, oldest first.
    pub fn trials(&self) -> Result<Vec<TrialEntry>, Trouble> {
        let read = || {
            let mut trials = self
                .connection
                .prepare_cached(
                    "SELECT id, at, offset, seed, kinds, blocks, routine, minutes, outcome, ended, ended_at
                     FROM trial WHERE removed IS NULL ORDER BY at, id",
                )?
                .query_map([], without_evenings)?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            for trial in &mut trials {
                trial.evenings = self
                    .connection
                    .prepare_cached(
                        "SELECT day, card, kind, before, after, later FROM trial_evening
                         WHERE trial = ? ORDER BY place",
                    )?
                    .query_map([trial.id.0], evening)?
                    .collect::<rusqlite::Result<_>>()?;
            }
            Ok(trials)
        };
        read().in_place(&self.path)
    }
}

pub(super) fn without_evenings(row: &Row<'_>) -> rusqlite::Result<TrialEntry> {
    let ended = match row.get::<_, Option<String>>(9)? {
        None => None,
        Some(id) => Some((
            TrialEnd::from_id(&id).ok_or_else(|| unreadable(9, id))?,
            moment(row, 10, 2)?,
        )),
    };
    Ok(TrialEntry {
        id: TrialId(row.get(0)?),
        settled: NewTrial {
            at: moment(row, 1, 2)?,
            seed: row.get::<_, i64>(3)?.cast_unsigned(),
            kinds: row.get(4)?,
            blocks: row.get(5)?,
            routine: row.get(6)?,
            minutes: row.get(7)?,
            outcome: row.get(8)?,
        },
        evenings: Vec::new(),
        ended,
    })
}

fn evening(row: &Row<'_>) -> rusqlite::Result<TrialEvening> {
    let kind: String = row.get(2)?;
    let id = |column: usize| -> rusqlite::Result<Option<CheckInId>> {
        Ok(row.get::<_, Option<i64>>(column)?.map(CheckInId))
    };
    Ok(TrialEvening {
        day: day(row, 0)?,
        card: row.get(1)?,
        kind: kind.chars().next().ok_or_else(|| unreadable(2, kind.clone()))?,
        before: CheckInId(row.get(3)?),
        after: id(4)?,
        later: id(5)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkin::Mood;
    use crate::platform::journal::tests::{before, evening as tonight, home, mood};

    #[test]
    fn a_trial_is_found_as_it_was_settled_with_its_evenings() {
        let (_folder, path) = home();
        let mut journal = Journal::open(&path).expect("open");
        let settled = NewTrial {
            at: tonight(),
            seed: u64::MAX - 5,
            kinds: "PR".into(),
            blocks: 6,
            routine: "evening-unwind".into(),
            minutes: 10,
            outcome: "tension".into(),
        };
        let trial = journal.begin_trial(&settled).expect("begin");
        let mut rate = || {
            journal
                .append_check_in(&before(tonight(), mood(Mood::Good)))
                .expect("append")
        };
        let (first, second, after) = (rate(), rate(), rate());
        let turned = |before, after| TrialEvening {
            day: tonight().date_naive(),
            card: 0,
            kind: 'R',
            before,
            after,
            later: None,
        };
        // Not rated on the first evening: the card stays for the second.
        for evening in [
            turned(first, None),
            turned(second, None),
            turned(second, Some(after)),
        ] {
            journal.write_trial_evening(trial, &evening).expect("write");
        }
        journal.end_trial(trial, TrialEnd::Early, tonight()).expect("end");
        journal.end_trial(trial, TrialEnd::Whole, tonight()).expect("end");
        drop(journal);
        let found = Journal::open(&path).expect("open").trials().expect("read");
        assert_eq!(
            found,
            [TrialEntry {
                id: trial,
                settled,
                evenings: vec![turned(first, None), turned(second, Some(after))],
                ended: Some((TrialEnd::Early, tonight())),
            }]
        );
    }
}
