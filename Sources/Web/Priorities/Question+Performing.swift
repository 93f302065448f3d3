import Access
import Priorities
import Rulebook
import Store
import Tabular
import Vocabulary

/// What an act on a round is made from, within the transaction that performs it.
struct ActGround {
    /// Keeps a text about a person apart from the record, once it is looked through for what identifies patients.
    let keep: (String) throws -> Personal
    /// Keeps a document whole.
    let hold: ([UInt8]) throws -> EvidenceID
    /// A round as it stands at this moment: what another changed meanwhile is in it.
    let round: (Slug) throws -> Round
}

extension Question {
    /// Performs acts on one round as the visitor, all of them or none, in one transaction with what is looked at before:
    /// the one way for forms and for programs.
    ///
    /// Each act is judged by the visitor's roles and its texts are looked through for what identifies patients.
    ///
    /// - Parameters:
    ///   - check: looks at the round as it stands at that moment, and at the journal's line of its last act.
    ///   - make: at least one act; what it throws is not done.
    /// - Returns: the round afterwards.
    /// - Throws: `Refusal`: of kind `permission` where the visitor may not; of the act; `patient-identifying`.
    @discardableResult
    func perform<A: RoundAct & StoredAct>(
        unless check: (Round, _ revision: Int) throws -> Void = { _, _ in }, all make: (ActGround) throws -> [A]
    ) throws -> Round {
        let author = try signedIn().account.author
        let (acts, after) = try store.writeTogether { db in
            let ground = ActGround(
                keep: { text in
                    try PatientIdentifier.refuse(in: text)
                    return try PersonalTexts.keep(text, db)
                },
                hold: { try SourceRecord.hold($0, db) },
                round: { try RoundDesk.round($0, db) })
            let acts = try make(ground)
            var after: Round?
            for act in acts {
                try PatientIdentifier.refuse(in: act.journalled, of: nil)
                let round = try act.read(db, under: .shipped).round
                try self.check(act, in: round)
                if after == nil, let round { try check(round, try RoundDesk.revision(of: round.id, db)) }
                after = try Store.perform(act, by: author, at: now, in: db)
            }
            guard let after else { preconditionFailure("at least one act is performed") }
            return (acts, after)
        }
        for act in acts { try act.afterwards(in: store) }
        return after
    }

    /// The same for one act.
    ///
    /// - Parameters:
    ///   - texts: about persons; the act names them by their digests, in the order in which `make` is given them.
    ///   - check: looks at the round as it stands at that moment.
    @discardableResult
    func perform<A: RoundAct & StoredAct>(
        keeping texts: [String] = [], unless check: (Round) throws -> Void = { _ in }, _ make: ([Personal]) -> A
    ) throws -> Round {
        try perform(
            unless: { round, _ in try check(round) },
            all: { ground in [make(try texts.map { try ground.keep($0) })] })
    }

    /// The same for an act that changes a round as it stands at this moment: another's change of another part is kept.
    ///
    /// - Parameter make: makes the act from the round; what it throws is not done.
    @discardableResult
    func perform<A: RoundAct & StoredAct>(on round: Slug, _ make: (Round) throws -> A) throws -> Round {
        try perform(all: { ground in [try make(try ground.round(round))] })
    }

    /// The round as an act would leave it; nothing is written.
    func foreseen(_ act: some RoundAct, in round: Round) throws(Refusal) -> Round {
        let author: Author
        do { author = try signedIn().account.author } catch { preconditionFailure("nobody is signed in: \(error)") }
        return try act.decide(RoundBefore(round: round, rulebook: .shipped), by: author, at: now)
    }

    /// What an act would set aside, as the record would say it.
    func lost(by act: some RoundAct, in round: Round) throws(Refusal) -> [String] {
        try foreseen(act, in: round).setAside.dropFirst(round.setAside.count).map(\.what)
    }
}
