import Imports
import Store
import Vocabulary

/// What `remit verify` looked at, in order, and what it found.
struct Verification {
    var checks: [String] = []
    var faults: [String] = []
    var journalLines = 0
    var bytesChecked = 0
    var rowsReadAgain = 0
    var workings: [String] = []
    var rounds = 0

    var holds: Bool { faults.isEmpty }

    /// Walks the chain, then checks the bytes, then makes everything again; stops after the first of these that fails.
    ///
    /// - Parameters:
    ///   - working: only this one is worked out again; nil for all.
    ///   - activity: where contract monitoring lies; nil to leave it unchecked.
    init(of store: Store, working: String? = nil, activity: ActivityFolder? = nil) throws {
        let (lines, fault, names) = try store.read { db in
            let (lines, fault) = try Journal.verify(db)
            return (lines, fault, try WorkingHeld.all(db).map(\.name))
        }
        if let working, !names.contains(working) {
            throw Refusal(
                .usage, code: "no-such-working", "There is no working “\(working)”.", remedy: "See remit working list.")
        }
        journalLines = lines
        if let fault {
            faults.append(fault)
            return
        }
        checks.append("The journal holds: \(count(lines, "line")), each with the digest of the one before.")
        try checkBytes(in: store)
        guard holds else { return }
        if let activity { try checkActivity(in: store, at: activity) }
        guard holds else { return }
        let replayed = try Replay(held: store, working: working).run()
        faults = replayed.faults
        rowsReadAgain = replayed.rowsRead
        workings = replayed.workings
        guard holds else { return }
        checks.append(
            "Every line was done again: \(count(replayed.importsRead, "file")) read from the kept bytes, "
                + "\(count(replayed.rowsRead, "row")); every table came out the same, row for row.")
        for name in workings { checks.append("The working “\(name)” came out the same.") }
        try checkRounds(in: store)
        try checkAssessments(in: store)
        try checkAccess(in: store)
    }

    /// An issued version is its digest, and what its acts come to.
    private mutating func checkAssessments(in store: Store) throws {
        let found = try store.read { db in try AssessmentChecks(db) }
        faults += found.faults
        if holds, found.assessments > 0 {
            checks.append(
                "Every act of \(count(found.assessments, "needs assessment")) was decided again; "
                    + "\(count(found.versions, "issued version")) worked out again to its digest.")
        }
    }

    /// What people sign in with is no record; that it belongs to accounts can be seen.
    private mutating func checkAccess(in store: Store) throws {
        let found = try store.read { db in try AccessChecks(db) }
        faults += found.faults
        if holds, found.accounts > 0 {
            checks.append(
                "Every act on \(count(found.accounts, "account")) was decided again; what they sign in with is theirs.")
        }
    }

    /// What cannot be made again: answers and texts that the journal has by digest, and sealed votes.
    private mutating func checkRounds(in store: Store) throws {
        let found = try store.read { db in try RoundChecks(db) }
        faults += found.faults
        rounds = found.rounds
        guard holds else { return }
        if found.rounds > 0 {
            let urns = found.openBallots > 0 ? " \(count(found.openBallots, "open urn")) checked." : ""
            checks.append(
                "Every act of \(count(found.rounds, "round")) was decided again; \(count(found.results, "answer")) "
                    + "against the digest on the record.\(urns)")
        }
        if found.personalTexts > 0 {
            checks.append(
                "Personal texts are what the record names, or were disposed of by an act: \(found.personalTexts).")
        }
    }

    private mutating func checkBytes(in store: Store) throws {
        for digest in try store.read({ db in try KeptBytes.digests(db) }) {
            guard let kept = try store.read({ db in try KeptBytes.of(digest, db) }) else { continue }
            do {
                _ = try KeptSource.unpacked(kept)
                bytesChecked += 1
            } catch {
                faults.append(error.sentence)
            }
        }
        if holds {
            checks.append("The bytes kept are those received: \(count(bytesChecked, "file")) against their digests.")
        }
    }

    /// Rows of contract monitoring are not in the records; their parts have digests there.
    private mutating func checkActivity(in store: Store, at folder: ActivityFolder) throws {
        let (submissions, references) = try store.read { db in
            (try HeldSubmission.all(db), try HeldReference.all(latest: false, db))
        }
        for submission in submissions {
            do throws(Refusal) { try folder.check(submission) } catch { faults.append(error.sentence) }
        }
        for reference in references {
            do throws(Refusal) { try folder.check(reference) } catch { faults.append(error.sentence) }
        }
        let parts = submissions.reduce(references.count) { $0 + $1.parts.count }
        if holds, parts > 0 {
            checks.append(
                "Stored parts of contract monitoring are those registered: \(count(parts, "part")) of "
                    + "\(count(submissions.count, "submission")) and \(count(references.count, "table")) against their "
                    + "digests.")
        }
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    var json: JSONValue {
        [
            "holds": .flag(holds), "journalLines": .integer(journalLines), "filesChecked": .integer(bytesChecked),
            "rowsReadAgain": .integer(rowsReadAgain), "workings": .list(workings.map(JSONValue.text)),
            "rounds": .integer(rounds),
            "checks": .list(checks.map(JSONValue.text)), "faults": .list(faults.map(JSONValue.text)),
        ]
    }
}
