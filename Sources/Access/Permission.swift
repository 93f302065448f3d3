/// Something that a person may be allowed to do, coarsely: who may, not when.
///
/// When it may be done (a round's step, a meeting's state, a seat on the panel) is decided by the acts themselves.
/// There is none for seeing who cast which secret ballot: nobody may.
public enum Permission: String, Hashable, Sendable, Codable, CaseIterable {
    case readContracts, importFiles
    /// To agree with or flag a row of a contract file.
    case ruleOnContracts
    /// To raise challenges to bills, send them, take answers in, conclude, and record credits and what it cost.
    case editActivity
    case readRounds
    /// To set up rounds, close their steps, solve and withdraw them.
    case runRounds
    case putForwardOptions, weigh, scoreOptions, castBallots
    /// To see others' scores, once scoring is closed.
    case readScoresOfOthers
    /// To see the register's unpublished entries, and names.
    case readRegister
    case declareOwnInterests, keepRegister, ruleOnInterests
    /// To see the agenda and the papers that are not withheld.
    case readMeetings
    /// What a clerk does: to plan meetings, send papers, record presence and votes, keep minutes.
    case keepMeetings
    case takePartInMeetings, recordDecisions, publish
    /// To keep who decides what and who answers to whom.
    case keepRights
    /// To see needs assessments, and to report gaps in care to them.
    case readAssessments, reportGaps
    /// To open needs assessments, fill and issue them, and answer gaps.
    case keepAssessments
    case readJournal
    /// To add accounts and give roles.
    case administer
    case manageOwnAccount
    /// To hold personal access tokens.
    case useAPI
}
