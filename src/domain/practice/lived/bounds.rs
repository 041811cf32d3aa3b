//! Keeping what still comes within the bounds of the dose (DO-01, DO-03), in whole breaths.

use super::super::super::atlas::PointId;
use super::super::super::time::{Moment, Ms};
use super::super::SideKey;
use super::{Given, Lived, press_of, side_of};

impl Lived {
    /// Real pressed time of a side that still comes, if nothing comes between: counted as it will be lived,
    /// segment by segment, because a sum of rounded parts may be more than the rounded sum.
    pub(super) fn comes(&self, key: SideKey) -> Ms {
        self.track
            .iter()
            .filter(|s| key.covers(s) && s.part.is_pressed())
            .map(|s| self.lasts(s))
            .sum()
    }

    /// True while the finger is on this side.
    pub(super) fn touches(&self, key: SideKey) -> bool {
        let segment = self.segment_at(self.here());
        key.covers(segment) && segment.part.is_touching()
    }

    /// Leaves out what still comes of a side.
    pub(super) fn drop_side(&mut self, key: SideKey) {
        side_of(&mut self.sides, key).skipped = true;
        let position = self.here();
        self.track.retain(|s| !key.covers(s) || s.start < position);
        for segment in self
            .track
            .iter_mut()
            .filter(|s| key.covers(s) && s.end() > position)
        {
            segment.length = position - segment.start;
        }
        self.close_gaps();
    }

    /// Shortens what still comes by whole breaths until no bound is passed; a side for which not even one
    /// breath is left goes. False if the side under the finger cannot be kept within its bound.
    pub(super) fn trim(&mut self, given: Given<'_>, now: Moment) -> bool {
        let position = self.here();
        let mut keys: Vec<SideKey> = Vec::new();
        for segment in self.track.iter().filter(|s| s.end() > position) {
            if let Some(key) = SideKey::of(segment)
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        // What a day has left is shared: earlier sides first.
        let mut promised: Vec<(PointId, Ms)> = Vec::new();
        for key in keys {
            let Some(point) = press_of(given.plan, key.item).map(|press| press.point) else {
                continue;
            };
            let before: Ms = promised
                .iter()
                .filter(|(id, _)| *id == point)
                .map(|(_, ms)| ms)
                .sum();
            let day = given
                .limits
                .point_day
                .saturating_sub(self.done_today(given, point, now) + before);
            let room = self.budget(given, key, now).min(day);
            let touched = self.touches(key);
            while self.comes(key) > room {
                let last = self.track.iter_mut().rfind(|s| {
                    let cycle = s.rhythm.cycle();
                    key.covers(s) && s.part.is_staying() && s.length >= cycle && s.end() - cycle >= position
                });
                match last {
                    Some(stay) => stay.length -= stay.rhythm.cycle(),
                    None if touched => return false,
                    None => {
                        self.drop_side(key);
                        break;
                    }
                }
                self.close_gaps();
            }
            promised.push((point, self.comes(key)));
        }
        true
    }

    /// Removes emptied segments and lets each begin where the one before ends.
    pub(super) fn close_gaps(&mut self) {
        self.track.retain(|segment| segment.length > 0);
        let mut at = 0;
        for segment in &mut self.track {
            segment.start = at;
            at += segment.length;
        }
    }
}
