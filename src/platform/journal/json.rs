//! Answers as JSON: what the journal writes into its log of changes, and what the command line prints.

use serde::{Deserialize, Serialize};

use super::entry::Wrong;
use crate::domain::checkin::{Answers, Feeling, Felt, Mood, Scale, Score};

/// The answers of one check-in. What was skipped is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswersJson {
    /// 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<u8>,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tension: Option<u8>,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stress: Option<u8>,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiredness: Option<u8>,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<u8>,
    /// 0 to 10, 10 best.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep: Option<u8>,
    /// Where on the body, and complaints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub felt: Vec<FeltJson>,
    /// The person's own words for what may have mattered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The note.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// One thing that was marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeltJson {
    /// `shoulder-left`, `neck`, `nausea`.
    pub at: String,
    /// 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub much: Option<u8>,
}

impl From<&Answers> for AnswersJson {
    fn from(answers: &Answers) -> AnswersJson {
        let score = |scale| answers.score(scale).map(Score::value);
        AnswersJson {
            mood: answers.mood.map(Mood::step),
            tension: score(Scale::Tension),
            stress: score(Scale::Stress),
            tiredness: score(Scale::Tiredness),
            pain: score(Scale::Pain),
            sleep: score(Scale::Sleep),
            felt: answers
                .felt
                .iter()
                .map(|feeling| FeltJson {
                    at: feeling.felt.id(),
                    much: feeling.much.map(Score::value),
                })
                .collect(),
            tags: answers.tags.clone(),
            note: answers.note.clone(),
        }
    }
}

impl AnswersJson {
    /// The answers, or the first that is out of its bounds or at a place nobody knows.
    pub fn into_answers(self) -> Result<Answers, Wrong> {
        let wrong = |field, value: &dyn ToString| Wrong {
            field,
            value: value.to_string(),
        };
        let score = |field, value: Option<u8>| match value {
            None => Ok(None),
            Some(value) => Score::new(value).map(Some).ok_or_else(|| wrong(field, &value)),
        };
        Ok(Answers {
            mood: match self.mood {
                None => None,
                Some(step) => Some(Mood::from_step(step).ok_or_else(|| wrong("mood", &step))?),
            },
            tension: score("tension", self.tension)?,
            stress: score("stress", self.stress)?,
            tiredness: score("tiredness", self.tiredness)?,
            pain: score("pain", self.pain)?,
            sleep: score("sleep", self.sleep)?,
            felt: self
                .felt
                .into_iter()
                .map(|felt| {
                    Ok(Feeling {
                        felt: Felt::from_id(&felt.at).ok_or_else(|| wrong("at", &felt.at))?,
                        much: score("much", felt.much)?,
                    })
                })
                .collect::<Result<_, _>>()?,
            tags: self.tags,
            note: self.note,
        })
    }
}
