import Digests
package import Priorities
package import Store
package import Vocabulary

/// All that a published record is made from: every other file of the folder follows from it.
///
/// It holds no name: authors stand in the journal's lines by number, members by short name and role, and texts about
/// persons by salted digests.
package struct PublishedRecord: Sendable {
    /// Of Remit, which made the pages.
    package var version: String
    /// Whose decision it is: `Wexbourne ICB`.
    package var holder: String
    /// True where the figures are made up: every page says so.
    package var isInvented: Bool
    /// The round's lines whole, and the journal's head before the publication itself was recorded.
    package var journal: JournalExtract
    package var result: RoundResult
    /// Answers that a decision rested on which was set aside since, in the order of their recording.
    package var earlierResults: [RoundResult]
    /// Files that the round cites, in the order of their digests.
    package var sources: [Source]
    /// The files of rules by which the acts were decided, in the order in which the lines name them.
    package var rules: [RuleFile]
    /// The organisation's own Word document that the paper was put into.
    package var template: PublishedFile?

    /// A file of rules, as a line of the journal names it.
    package struct RuleFile: Sendable, Hashable {
        /// As in the line: `priorityRules`.
        package var key: String
        package var digest: EvidenceID
        package var bytes: [UInt8]

        package init(key: String, digest: EvidenceID, bytes: [UInt8]) {
            self.key = key
            self.digest = digest
            self.bytes = bytes
        }

        /// `rules/priority-rules-0123456789ab.csv`.
        package var path: String { RuleFile.path(key: key, digest: digest) }

        static func path(key: String, digest: EvidenceID) -> String {
            "rules/\(key.hyphenated)-\(digest.short).csv"
        }
    }

    package init(
        version: String, holder: String, isInvented: Bool, journal: JournalExtract, result: RoundResult,
        earlierResults: [RoundResult] = [], sources: [Source] = [], rules: [RuleFile], template: PublishedFile? = nil
    ) {
        self.version = version
        self.holder = holder
        self.isInvented = isInvented
        self.journal = journal
        self.result = result
        self.earlierResults = earlierResults
        self.sources = sources
        self.rules = rules
        self.template = template
    }

    /// The files of rules that the lines of a journal name, each once, in order of first mention.
    ///
    /// - Throws: `Refusal` of kind `input` where a line is not JSON or names what is no digest.
    package static func rulesNamed(
        in journal: JournalExtract
    ) throws(Refusal) -> [(key: String, digest: EvidenceID)] {
        var named: [(key: String, digest: EvidenceID)] = []
        for line in journal.lines {
            let name = "line \(line.sequence) of the journal"
            let content = try JSONValue(parsing: Array(line.content.utf8), named: name)
            guard case .object(let members)? = content["rules"] else {
                throw Refusal(.input, code: "rules-unnamed", "\(name.capitalisedFirst) names no rules.")
            }
            for member in members {
                guard case .text(let text) = member.value, let digest = EvidenceID(text) else {
                    throw Refusal(
                        .input, code: "rules-unnamed", "\(name.capitalisedFirst) names rules by what is no digest.")
                }
                if !named.contains(where: { $0.key == member.key && $0.digest == digest }) {
                    named.append((member.key, digest))
                }
            }
        }
        return named
    }

    /// The digest by which an act names an answer.
    package static func digest(of result: RoundResult) -> EvidenceID { Digest.of(JSONValue(encoding: result)) }
}

extension String {
    /// `priorityRules` as `priority-rules`: the names of files.
    var hyphenated: String {
        var name = ""
        for letter in unicodeScalars {
            switch letter {
            case "A"..."Z": name += "-" + String(letter).lowercased()
            case "a"..."z", "0"..."9", "-": name.unicodeScalars.append(letter)
            default: name += "-"
            }
        }
        return name
    }

    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
