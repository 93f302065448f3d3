package import GRDB
package import Priorities
package import Vocabulary

extension JournalExtract {
    /// The extract for a round as the journal stands.
    ///
    /// - Throws: `Refusal` where there is no such round.
    package init(of round: Slug, _ db: Database) throws {
        let ours = Set(
            try Int.fetchAll(
                db, sql: "SELECT sequence FROM round_act WHERE roundId = ?", arguments: [round.description]))
        guard let first = ours.min() else { throw RoundDesk.unknown(round) }
        self.init(round: round, lines: [], others: [], head: Head(sequence: first, digest: .beginning))
        let rows = try Row.fetchCursor(
            db, sql: "SELECT * FROM journal WHERE sequence >= ? ORDER BY sequence", arguments: [first])
        while let row = try rows.next() {
            let line = Journal.Line(row)
            guard let at = Moment(text: line.at), let previous = EvidenceID(line.previous),
                let digest = EvidenceID(line.digest)
            else {
                throw Refusal(
                    .wanting, code: "line-unreadable", "Line \(line.sequence) of the journal cannot be read.",
                    remedy: "Run remit verify, and restore a backup that holds.")
            }
            if ours.contains(line.sequence) {
                lines.append(
                    Line(
                        sequence: line.sequence, at: at, author: line.author, act: line.act, content: line.content,
                        previous: previous, digest: digest))
            } else {
                others.append(Other(sequence: line.sequence, entry: line.entry))
            }
            head = Head(sequence: line.sequence, digest: digest)
        }
    }

    package var json: JSONValue { JSONValue(encoding: self) }

    /// - Parameter name: the file's, for refusals.
    /// - Throws: `Refusal` of kind `input` that names the place.
    package init(json: JSONValue, named name: String) throws(Refusal) {
        self = try json.decoded(as: JournalExtract.self, named: name)
    }

    /// The acts of the round as the lines say them, to be decided again.
    ///
    /// - Throws: where a line names an act that this Remit does not know, or does not say it whole.
    package func acts() throws(Refusal) -> [(line: Line, act: any RoundAct)] {
        var acts: [(line: Line, act: any RoundAct)] = []
        for line in lines {
            let name = "line \(line.sequence) of the journal (\(line.act))"
            let content = try JSONValue(parsing: Array(line.content.utf8), named: name)
            acts.append((line, try RoundActs.decode(name: line.act, content["act"] ?? .null)))
        }
        return acts
    }
}

extension EvidenceID {
    /// What stands before the first line of a journal.
    fileprivate static let beginning = EvidenceID(Journal.beginning)!
}
