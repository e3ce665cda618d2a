//! All that can become of what a feature stands for.

use passage::world::Status;

pub(crate) const STATUSES: [Status; 6] = [
    Status::InForce,
    Status::Ended,
    Status::Proposed,
    Status::PartlyBuilt,
    Status::Suspected,
    Status::Unannounced,
];
