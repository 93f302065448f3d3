package import Vocabulary

/// The part of a journal that shows one round: its lines whole, and of all lines between and after only a digest.
///
/// Anybody can walk the chain from the round's first line to the head without the database. Whoever alters, leaves out
/// or adds a word gives another head, and the head is printed on the record and published apart.
package struct JournalExtract: Hashable, Sendable, Codable {
    package var round: Slug
    /// The round's lines, in order.
    package var lines: [Line]
    /// All other lines from the round's first to the head, in order.
    package var others: [Other]
    package var head: Head

    /// A line of the journal, whole.
    package struct Line: Hashable, Sendable, Codable {
        package var sequence: Int
        package var at: Moment
        /// The author's number in the installation; names are not published.
        package var author: Int
        package var act: String
        /// Canonical JSON: the act, its outcome and the rules by digest.
        package var content: String
        package var previous: EvidenceID
        package var digest: EvidenceID

        package init(
            sequence: Int, at: Moment, author: Int, act: String, content: String, previous: EvidenceID,
            digest: EvidenceID
        ) {
            self.sequence = sequence
            self.at = at
            self.author = author
            self.act = act
            self.content = content
            self.previous = previous
            self.digest = digest
        }
    }

    /// A line that is not this round's: what it says, by digest only.
    package struct Other: Hashable, Sendable, Codable {
        package var sequence: Int
        package var entry: EvidenceID

        package init(sequence: Int, entry: EvidenceID) {
            self.sequence = sequence
            self.entry = entry
        }
    }

    /// The journal's last line when the extract was made.
    package struct Head: Hashable, Sendable, Codable {
        package var sequence: Int
        package var digest: EvidenceID

        package init(sequence: Int, digest: EvidenceID) {
            self.sequence = sequence
            self.digest = digest
        }
    }

    package init(round: Slug, lines: [Line], others: [Other], head: Head) {
        self.round = round
        self.lines = lines
        self.others = others
        self.head = head
    }

    /// Where the extract does not hold in itself: one sentence naming the line; nil where it holds.
    ///
    /// That the head is the one that was published apart is for the caller to compare.
    package func fault() -> String? {
        guard let first = lines.first else { return "The journal’s extract has no line of the round." }
        var previous = first.previous.description
        guard first.sequence > 1 || previous == Journal.beginning else {
            return "Line 1 of the journal does not begin the chain."
        }
        var shown = lines[...]
        var hidden = others[...]
        for sequence in first.sequence...max(first.sequence, head.sequence) {
            if let line = shown.first, line.sequence == sequence {
                shown.removeFirst()
                if let fault = fault(in: line, after: previous, number: lines.count - shown.count) { return fault }
                previous = line.digest.description
            } else if let other = hidden.first, other.sequence == sequence {
                hidden.removeFirst()
                previous = Journal.digest(entry: other.entry, previous: previous)
            } else {
                return "Line \(sequence) of the journal is missing."
            }
        }
        if let extra = shown.first?.sequence ?? hidden.first?.sequence {
            return "Line \(extra) of the journal stands twice, out of order or after the head."
        }
        guard previous == head.digest.description else {
            return "The journal’s lines do not lead to its head, line \(head.sequence)."
        }
        return nil
    }

    private func fault(in line: Line, after previous: String, number: Int) -> String? {
        let name = "Line \(line.sequence) of the journal (\(line.act))"
        guard line.previous.description == previous else { return "\(name) does not follow the line before it." }
        let digest = Journal.digest(
            sequence: line.sequence, at: line.at.description, author: line.author, act: line.act,
            content: line.content, previous: previous)
        guard digest == line.digest.description else { return "\(name) has been altered." }
        guard let content = try? JSONValue(parsing: Array(line.content.utf8), named: name),
            content.canonical == line.content, let act = content["act"]
        else { return "\(name) is not in its canonical form." }
        guard act["round"] == .text(round.description) else { return "\(name) is not an act on “\(round)”." }
        guard content["outcome"]?["number"] == .integer(number) else {
            return "\(name) is not act \(number) of the round: lines of the round are left out."
        }
        return nil
    }
}
