import Digests
import GRDB
package import Priorities
package import Vocabulary

// A secret ballot. Votes are sealed to a key that is in no database and no backup; see
// docs/decisions/2026-11-22-ballots-are-sealed-to-a-key-outside-the-file.md.

extension RoundDesk {
    /// Opens a ballot, with a new key beside the database.
    ///
    /// - Throws: as the act, and where the key cannot be written; then nothing has changed.
    @discardableResult
    package func openBallot(_ act: OpenBallot, by author: Author, at moment: Moment) throws -> Round {
        let keys = try keyFiles()
        try store.forgetClosedBallots()
        let key = SealingKey()
        var isMade = false
        do {
            return try store.write { db in
                let after = try Store.perform(act, by: author, at: moment, under: rules, in: db)
                try Urn.put(out: act.ballot, of: act.round, publicKey: key.publicBytes, db)
                try keys.make(key, for: act.ballot, of: act.round)
                isMade = true
                return after
            }
        } catch {
            if isMade { keys.destroy(keys.place(of: act.ballot, of: act.round)) }
            throw error
        }
    }

    /// Casts a member's vote: the journal says that the member has voted, the urn holds how, and neither names the
    /// other.
    ///
    /// - Parameter choices: as `CastBallot.letters` wants them.
    /// - Throws: as the act and its letters, and where the ballot's key is gone, so that nobody votes in vain.
    @discardableResult
    package func castBallot(
        _ ballot: Slug, in round: Slug, by member: Slug, choices: [Slug: Ballot.Vote], author: Author,
        at moment: Moment
    ) throws -> Round {
        try store.write { db in
            let held = try RoundDesk.round(round, under: rules, db)
            let after = try Store.perform(
                CastBallot(round: round, ballot: ballot, member: member), by: author, at: moment, under: rules, in: db)
            guard let open = after.ballot else { preconditionFailure("a vote was cast in no ballot") }
            let letters = try CastBallot.letters(for: choices, ballot: open, excluded: held.excluded(member))
            let key = try key(of: ballot, in: round, db)
            try Urn.cast(letters, on: open, of: round, publicKey: key.publicBytes, db)
            return after
        }
    }

    /// Closes a ballot: opens all boxes, records the votes taken apart, empties the urn and destroys the key.
    ///
    /// - Throws: as the act, and where the key is gone or the urn is not as the voters left it; then nothing has
    ///   changed.
    @discardableResult
    package func closeBallot(_ ballot: Slug, in round: Slug, by author: Author, at moment: Moment) throws -> Round {
        let after = try store.write { db in
            let held = try RoundDesk.round(round, under: rules, db)
            // A ballot that is not open is refused by the act, in its own words.
            let open = held.ballot.flatMap { $0.id == ballot && $0.choices == nil ? $0 : nil }
            let choices = try open.map { try Urn.opened($0, of: round, with: key(of: ballot, in: round, db), db) } ?? []
            return try Store.perform(
                CloseBallot(round: round, ballot: ballot, choices: choices), by: author, at: moment, under: rules,
                in: db)
        }
        try store.forgetClosedBallots()
        return after
    }

    /// The key of an open ballot.
    ///
    /// - Throws: `Refusal` where it is gone, or belongs to another urn.
    private func key(of ballot: Slug, in round: Slug, _ db: Database) throws -> SealingKey {
        guard let publicKey = try Urn.publicKey(of: ballot, of: round, db),
            let key = try keyFiles().read(ballot, of: round), key.publicBytes == publicKey
        else {
            throw Refusal(
                .rule, code: "ballot-key-missing",
                "The key of the ballot “\(ballot)” is not beside the database: this is a restored backup, or the key "
                    + "was removed. Its votes cannot be opened by anybody.",
                remedy: "Void the ballot with a reason, and vote again.")
        }
        return key
    }

    private func keyFiles() throws(Refusal) -> BallotKeyFiles {
        guard let keys = BallotKeyFiles(of: store) else {
            throw Refusal(
                .rule, code: "ballot-needs-file", "A ballot is held only where the records are in a file.",
                remedy: "Make one with: remit init")
        }
        return keys
    }
}
